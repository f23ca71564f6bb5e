"""Words around names: titles, roles, heads of organisations, and what is never a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.core.models import NameKind

_ROLE_STEMS = """
    präsident vizepräsident kanzler minister chef vize sprecher gründer mitgründer mitbegründer
    begründer direktor leiter manager trainer spieler stürmer torwart torhüter kapitän richter
    anwalt verteidiger staatsanwalt bundesanwalt professor forscher wissenschaftler experte
    analyst ökonom unternehmer milliardär investor politiker senator gouverneur bürgermeister
    botschafter general oberst könig prinz prinzessin kaiser fürst herzog graf papst bischof
    kardinal pfarrer imam rabbiner kommissar sekretär redakteur journalist reporter
    korrespondent moderator autor schriftsteller regisseur schauspieler sänger musiker rapper
    pianist gitarrist dirigent künstler maler fotograf komponist dichter philosoph historiker
    soziologe psychologe virologe epidemiologe biologe physiker chemiker mathematiker ingenieur
    informatiker arzt kandidat bewerber herausforderer nachfolger vorgänger geschäftsführer
    vorstand vorständin rektor dekan intendant kurator aktivist weltmeister olympiasieger
    europameister sieger rennfahrer pilot astronaut polizist premier landrat stadträtin
    gemeinderätin landrätin berater beraterin
    anhänger vertraute vertrauter kollege rivale gegner konkurrent verleger produzent
    entwickler designer architekt erfinder programmierer händler banker sohn tochter bruder
    schwester vater mutter ehefrau ehemann witwe lebensgefährte freundin mitarbeiter vertreter
    fraktionschef chefin ärztin anwältin staatsanwältin diktator machthaber rebell putschist
    oppositionsführer ministerpräsident beamter inhaber eigentümer kritiker chefredakteur
    schatzmeister admiral leutnant major feldmarschall komiker kabarettist comedian blogger
    whistleblower hacker rechtsanwalt rechtsanwältin jurist diplomat notenbanker bundestrainer
    boxer tennisspieler läufer schwimmer radprofi profi nationalspieler schiedsrichter
    vorsitzender vorsitzende vorsitzenden abgeordneter abgeordnete abgeordneten beauftragter
    beauftragte beauftragten vorstandsvorsitzender angeklagter angeklagte angeklagten
    verdächtiger generalsekretär obmann obfrau landeshauptmann bundesrat staatschef
    regierungschef häftling ceo cfo coo cto autorin genosse mitbewerber mentor kommandant
    kämmerer rätin förster dezernent referent wehrführer ortsvorsteher vereinsvorsteher
    amtsvorsteher schulvorsteher lehrer brandmeister hafenmeister obermeister landwirt gastwirt
    geologe meteorologe archäologe politologe ökologe klimatologe hebamme
    """.split()

# Every form in which a role may stand, so that an ending can be looked up.
ROLE_ENDINGS = frozenset(
    form
    for stem in _ROLE_STEMS
    for form in (
        stem,
        stem + "s",
        stem + "es",
        stem + "en",
        stem + "n",
        stem + "in",
        stem + "innen",
        stem.removesuffix("e") + "in",
        stem.removesuffix("e") + "n",
    )
)
# Shorter ones would also end words that are no roles.
SHORTEST_ROLE = 3
LONGEST_ROLE = max(map(len, ROLE_ENDINGS))

# They say nothing without the person or thing they belong to.
RELATIVE_ROLES = frozenset(
    """
    vertraute vertrauten vertrauter vertrauters kollege kollegen kollegin rivale rivalen
    rivalin gegner gegners gegnerin konkurrent konkurrenten konkurrentin sohn sohnes sohns
    tochter bruder bruders schwester vater vaters mutter ehefrau ehemann ehemanns witwe
    lebensgefährte lebensgefährten lebensgefährtin freundin mitarbeiter mitarbeiterin vertreter
    vertreterin nachfolger nachfolgers nachfolgerin vorgänger vorgängers vorgängerin
    herausforderer herausforderin anhänger anhängerin kritiker kritikerin kritikers mentor
    mentors mitbewerber beamter beamte beamten rival critic mother father brother sister son
    daughter wife husband widow rebell zeuge zeugen zeugin bewerber major eigentümer inhaber
    """.split()
)

# Before a bare noun they lead a field, or a thing is made a person: "Leiterin Vertrieb".
FIELD_ROLES = frozenset(
    """
    leiter leiterin vorstand vorständin direktor direktorin manager managerin geschäftsführer
    geschäftsführerin redakteur redakteurin chefredakteur chefredakteurin professor professorin
    referent referentin dezernent dezernentin designer designerin experte expertin berater
    beraterin abteilungsleiter abteilungsleiterin bereichsleiter bereichsleiterin bereichsvorstand
    """.split()
)
RULER_ROLES = frozenset(
    "könig königin kaiser kaiserin prinz prinzessin papst fürst herzog herzogin graf".split()
)
# Roles that end so may be several people's, or somebody else's.
NO_SINGULAR_ROLES = ("en", "ern", "s")
# Nouns that end so are no family names.
ABSTRACT_ENDINGS = tuple("ung heit keit schaft tion ität ismus nis tum chen lein logie ik".split())
# The case tells one person from several behind these.
DATIVE_PREPOSITIONS = frozenset("von mit bei nach gegenüber laut samt nebst".split())
# Behind these a role means one person only if it has another form for several.
ACCUSATIVE_PREPOSITIONS = frozenset("für gegen durch um über an".split())
ONE_PERSON = tuple("chef in rat arzt anwalt präsident kommandant or coach boss vize".split())

ORGANISATION_NOUNS = frozenset(
    """
    konzern firma unternehmen hersteller investor anbieter sender fernsehsender
    nachrichtensender zeitung tageszeitung wochenzeitung zeitschrift magazin nachrichtenmagazin
    agentur nachrichtenagentur bank großbank partei verein klub club verband gewerkschaft
    organisation stiftung behörde hochschule universität band gruppe plattform netzwerk kette
    startup start-up verlag autobauer versicherer händler betreiber entwickler lieferant
    softwarekonzern rivale konkurrent konkurrenten mutterkonzern tochterfirma miliz
    terrorgruppe label airline fluggesellschaft reederei holding chiphersteller chipkonzern
    technologieinvestor rüstungskonzern
    """.split()
)
ORGANISATION_ENDINGS = tuple(
    """
    konzern konzerns hersteller herstellers unternehmen unternehmens firma sender senders
    anbieter anbieters investor investors agentur zeitung magazin magazins verlag verlags
    partei bank verein vereins klub verband verbands gesellschaft gewerkschaft stiftung
    organisation gruppe händler bauer versicherer dienst dienstes holding startup start-up
    start-ups kette betreiber band
    """.split()
)
# In a compound "X-Chef" X is an organisation, in "X-Projekt" something made.
ORGANISATION_TAILS = frozenset(
    """
    chef chefs chefin gründer gründers gründerin mitgründer konzern konzerns aktie aktien
    anleger vorstand vorstands manager managerin mitarbeiter sprecher sprecherin führung
    vorstandsvorsitzende vorstandsvorsitzenden vorstandsvorsitzender aufsichtsrat zentrale werk
    werke gruppe tochter vorsitzende vorsitzenden vorsitzender fraktion politiker politikerin
    politikern spitze generalsekretär abgeordnete abgeordneten abgeordneter parteitag kandidat
    kandidatin präsident präsidentin präsidenten trainer stürmer spieler profi profis fans
    kunden nutzer redaktion reporter verlag verlags mitglied mitglieder mitgliedern bank vize
    management boss ceo experte experten
    """.split()
)
MADE_TAILS = frozenset(
    """
    projekt projekts projekte plan programm programms initiative ankündigung system systems app
    modell modelle affäre skandal studie preis album film roman serie reihe software gerät
    geräte
    """.split()
)
# After these a name is something made: a project, a product, a work, an event.
MADE_NOUNS = frozenset(
    """
    projekt projekts projekte film films filme buch buches buchs roman romans album albums
    serie lied song single oper operation programm software spiel spiels videospiel studie
    aktion kampagne initiative festival titel titels stück drama komödie sendung show reihe
    werk modell modells ki-modell ki-modells ki-system sprachmodell chatbot app dienst
    betriebssystem vorhaben vorhabens rakete sonde schiff hurrikan taifun orkan wirbelsturm
    mission satellit ausstellung konferenz messe model project system novel book program
    programme series movie hurricane storm game
    """.split()
)
NAMING_WORDS = frozenset(
    "namen namens name genannt genannte genannten getauft called named dubbed".split()
)

LEGAL_FORMS = frozenset(
    """
    AG GmbH SE KG KGaA OHG eG mbH Inc Corp Ltd LLC PLC plc Plc Co Corporation Incorporated
    Limited Holding Holdings Group SA SpA NV BV AB ASA Oyj
    """.split()
)
# "Museum Muster": what follows is a name that also stands alone, unless it is one of a place.
NAMED_HEADS = frozenset(("Museum", "Museums"))
# "FC Bayern", "Universität Hamburg": the head with what follows is the name.
LEADING_HEADS = frozenset(
    """
    FC SC SV TSV VfB VfL VfR FSV TSG SpVgg HC EHC TV TuS SSV BSC RB AC AS AFC CF CD Borussia
    Eintracht Fortuna Dynamo Lokomotive Juventus Real Universität Hochschule Fachhochschule
    Landgericht Amtsgericht Oberlandesgericht Verwaltungsgericht Landesbank Stadtwerke
    Polizeipräsidium Uniklinik Universitätsklinikum Grupo Team Radio Museum Museums
    """.split()
)
LEADING_PLACES = frozenset(
    "Mount Lake Cape Fort Port Saint Sankt San Santa St Bad Rio Monte Schloss Burg".split()
)
# "Deutscher Wetterdienst", "Berliner Zeitung": the capital adjective with the head is the name.
TRAILING_HEADS = frozenset(
    """
    bank bund verband akademie philharmoniker symphoniker sinfoniker zeitung rundschau
    nachrichten anzeiger allgemeine morgenpost kurier blatt tageblatt gesellschaft institut
    museum staatsoper nationalmannschaft wetterdienst gerichtshof zentralbank nationalbank
    parlament kommission union föderation liga partei fußball-bund fußballbund caritasverband
    städtetag presserat ethikrat fußballverband kulturrat bischofskonferenz
    krebsforschungszentrum hochschule universität
    """.split()
)
# "Walder Tagblatt", "Rheinische Volksstimme": newspapers, whatever the place before them.
PAPER_ENDINGS = tuple(
    """
    tagblatt tageblatt volksblatt wochenblatt abendblatt sonntagsblatt stadtblatt zeitung anzeiger
    kurier rundschau nachrichten morgenpost abendpost volksstimme wochenpost kreisblatt landbote
    volksbote volksfreund
    """.split()
)
KINDS_OF_PAPERS = frozenset(
    "tageszeitung wochenzeitung lokalzeitung regionalzeitung boulevardzeitung".split()
)
# Such as "Rheinische Post", "Münchner Merkur"; the press of a place is none by itself.
PAPER_HEADS = frozenset("post bote merkur echo stimme neueste blatt allgemeine".split())
# "Statistisches Landesamt", "Berliner Amtsgericht": authorities and bodies.
BODY_ENDINGS = tuple(
    """
    amt gericht kammer behörde ministerium präsidium rechnungshof gerichtshof verband institut
    gesellschaft akademie stiftung hilfswerk landtag gewerkschaft landesbank
    """.split()
)
# Bodies whose matter may follow: "Landesamt für Umwelt".
FIELD_BODIES = ("amt", "ministerium", "institut")
# The gender of heads that an adjective stands before.
NEUTER_HEADS = tuple(
    """
    amt gericht ministerium präsidium institut werk kreuz zentrum klinikum blatt parlament museum
    theater orchester komitee
    """.split()
)
MASCULINE_HEADS = tuple(
    """
    verband dienst bund hof rat verein tag club klub anzeiger kurier bote merkur rundfunk kongress
    """.split()
)
FEMININE_HEADS = tuple(
    """
    bahn bank post kirche universität hochschule zeitung kammer behörde gesellschaft akademie
    stiftung union partei kommission presse rundschau liga regierung gewerkschaft stimme
    """.split()
)
# English heads that also stand in German texts: Milam County, Ohio River.
ENGLISH_PLACE_HEADS_IN_GERMAN = frozenset(
    "County River Island Islands Valley Street Avenue Square Airport Beach Heights Bridge".split()
)
ENGLISH_ORGANISATION_HEADS_IN_GERMAN = frozenset(
    """
    University College Association Foundation Council Church Institute Company Times Post News
    Journal Studios Records Airlines Airways Motors Technologies Systems Industries
    Entertainment Pictures Partners Capital Society Center Department
    """.split()
)
# After a full name of a person: the whole names an organisation (or a street).
AFTER_PERSONS: dict[str, NameKind] = {
    "Verlag": "ORG",
    "Verlags": "ORG",
    "Stiftung": "ORG",
    "Institut": "ORG",
    "Institute": "ORG",
    "Gesellschaft": "ORG",
    "Gymnasium": "ORG",
    "Museum": "ORG",
    "Foundation": "ORG",
    "University": "ORG",
    "School": "ORG",
    "Verein": "ORG",
    "Halle": "LOC",
    "Stadion": "LOC",
    "Airport": "LOC",
    "Straße": "LOC",
    "Platz": "LOC",
    "Street": "LOC",
}
FEDERAL_ENDINGS = tuple(
    """
    ministerium ministeriums amt amtes amts gericht gerichts gerichtshof gerichtshofs
    anwaltschaft agentur institut instituts zentrale anstalt
    """.split()
)

ENGLISH_ORGANISATION_HEADS = frozenset(
    """
    University College School Institute Bank Department Court Council Committee Association
    Party Company Agency Commission Ministry Church Hospital Museum Union League Club Times
    Post News Journal Foundation Federation Office Bureau Administration Authority Army Navy
    Guard Force Police Corps Service Center Centre Society Congress Senate Parliament Airlines
    Airways Motors Technologies Systems Industries Pictures Studios Records Entertainment Group
    Partners Capital Ventures Energy Pharmaceuticals Laboratories Network Trust Board
    Organization Organisation Alliance Coalition Front Brigade Championship Cup Gazette Herald
    Tribune Chronicle Courier Observer Telegraph Bulletin Dispatch Examiner Sentinel
    """.split()
)
ENGLISH_PLACE_HEADS = frozenset(
    """
    County River Island Islands Lake Mountain Mountains Valley Street Avenue Road Square Bridge
    Airport Bay Beach Park City Town Village Province Desert Ocean Sea Peninsula Hill Hills
    Creek Canyon Forest Harbor Boulevard Stadium Heights Springs Falls Coast Strait Gulf
    """.split()
)
ENGLISH_TITLES = frozenset(
    """
    Mr Mrs Ms Miss Dr Prof Sir Lord Lady Dame President Vice Prime Minister Chancellor Senator
    Sen Rep Representative Governor Gov Mayor Judge Justice King Queen Prince Princess Pope
    Bishop Cardinal Archbishop General Gen Colonel Col Captain Capt Lieutenant Lt Sergeant Sgt
    Major Admiral Officer Detective Inspector Secretary Ambassador Professor Coach Chairman
    Chairwoman Chief Director Father Sister Brother Reverend Rev Sheriff Attorney Commissioner
    Congressman Congresswoman Speaker Agent Private Duke Duchess Foreign Defense Defence Former
    Ex CEO Deputy Acting First
    """.split()
)
# Of these none begins anything but a person: "Mayor Field", but "First Step", "Major League".
SURE_ENGLISH_TITLES = frozenset(
    """
    Mr Mrs Ms Miss Sir Lord Lady Dame President Chancellor Senator Sen Rep Governor Gov Mayor
    Judge Minister Pope Bishop Cardinal Archbishop Captain Capt Lieutenant Lt Sergeant Sgt Admiral
    Detective Inspector Ambassador Coach Chairman Chairwoman Reverend Rev Sheriff Commissioner
    Congressman Congresswoman
    """.split()
)
GERMAN_TITLES = frozenset(
    "Herr Herrn Frau Fräulein Dr Prof Dipl Ing Familie Professor Mister Sir Lady".split()
)

ENGLISH_ROLE_HEADS = frozenset(
    """
    president chairman chairwoman chair chief executive founder co-founder cofounder ceo cfo
    director head spokesman spokeswoman spokesperson secretary minister chancellor governor
    mayor senator judge lawyer attorney analyst economist professor researcher scientist author
    writer editor reporter journalist correspondent coach captain striker goalkeeper midfielder
    defender manager player actor actress singer musician rapper artist producer billionaire
    entrepreneur investor boss leader candidate adviser advisor officer detective general
    colonel commander ambassador bishop king queen prince princess mother father brother sister
    son daughter wife husband widow activist critic rival witness commander ombudsman archbishop
    treasurer principal commissioner prosecutor administrator councillor councilor superintendent
    """.split()
)
# Words that may stand inside an English role ("board chairman", "co-chief executive officer").
ENGLISH_ROLE_PARTS = frozenset(
    """
    vice deputy former acting board chief executive prime foreign defense defence finance
    interior press state attorney general campaign senior managing co- secretary interim then-
    tech longtime financial operating technology police fire party opposition union defense team
    council clinic hospital school group project program programme club league cabinet
    """.split()
)
ENGLISH_ORGANISATION_NOUNS = frozenset(
    """
    company firm startup start-up maker group bank newspaper magazine network party agency
    investor
    """.split()
)

# Between parts of a person's name.
PARTICLES = frozenset(
    """
    al ben bin da de del della den der di dos du el ibn la le ten ter van vom von y zu zur
    """.split()
)

ARTICLES = frozenset(
    """
    der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner
    dieser diese dieses diesen diesem jener jene jedes jede jeder jeden sein seine seinen
    seinem seiner seines ihr ihre ihren ihrem ihrer ihres mein meine unser unsere unseren
    unserem unserer euer eure zum zur im am beim vom ins ans the a an his her their its our my
    your this that
    """.split()
)
PLACE_PREPOSITIONS = frozenset("in nach aus in from near".split())
SPEECH_VERBS = frozenset(
    """
    sagte sagt erklärte erklärt betonte betont meinte meint kritisierte kritisiert forderte
    fordert warnte warnt schrieb schreibt twitterte behauptete behauptet erläuterte antwortete
    lobte räumte versicherte wies widersprach glaubt glaubte findet spielte heiratete starb
    gewann said says told wrote added argued claimed replied tweeted insisted warned denied
    """.split()
)

# Beside one of these a name is a subject, mostly a person.
FINITE_VERBS = frozenset(
    """
    hat hatte habe hätte ist war sei wäre wird wurde werde würde kann konnte könne könnte will
    wollte wolle soll sollte solle muss musste müsse darf durfte mag mochte bleibt blieb geht
    ging kommt kam steht stand macht machte
    """.split()
)
# Small words with the endings of adjectives that are none.
NO_ADJECTIVES = frozenset(
    """
    aber oder weder über unter hinter neben gegen wegen während seitdem außer wider einige
    viele alle mehrere beide wieder immer weiter später früher bisher daher hier dort einer
    keiner jener welche solche sowie heute gerne eben zusammen zwischen derer deren dessen
    wurden werden haben sagten sollen wollen müssen konnte wurde hatte sagte erklärte betonte
    meinte habe werde wäre hätte solle könne würde machte ginge waren hatten denen ihnen diesem
    jenem
    """.split()
)
# May stand in a role after its noun: "Chef von Muster", "Sprecherin des Amtes".
INSIDE_ROLES = frozenset(
    """
    der des die den dem von vom für im in beim bei am an zu zum und & of the for at and a on to
    sowie eines einer
    """.split()
)
