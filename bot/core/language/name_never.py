"""Words with a capital that are no names, or none by themselves."""

from __future__ import annotations

# Capital letters that make no name: calendar, abbreviations, currencies, peoples, religions.
NEVER = frozenset(
    """
    Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember
    Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonnabend Sonntag Montags Dienstags
    Montagabend Dienstagabend Anfang Ende Mitte January February March May June July October
    December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Jan Feb Mar Apr Jun Jul
    Aug Sep Sept Oct Nov Dec Okt Dez Mo Di Mi Do Fr Sa So Ostern Pfingsten Weihnachten
    Silvester Christmas Easter Thanksgiving KI AI IT TV PR DNA DNS PC CEO CFO COO CTO CO2 KW
    EDV OP ICE PS LED USB URL HTML XML PDF SMS GPS WM EM DVD CD DJ MP ABC GmbH AG SE KG Co VIP
    UKW LKW Lkw PKW Pkw SUV ID PIN Corona Covid COVID-19 Covid-19 Coronavirus Sars SARS Aids
    AIDS HIV PCR FFP2 Euro Dollar Cent Pfund Franken Yen Rubel EUR USD Uhr Prozent Grad
    Millionen Milliarden Million Milliarde Internet Online Web Twitter-Nutzer II III IV VI VII
    VIII IX XI XII XIV XV XVI Nr Abs Art St Str Tel Fax Bzw Vgl Ders Ebd Hrsg Aufl Bd Kap I A
    The An He She It We They You But And In On At Of For To From By With As If When While After
    Before Since Because Although However His Her Their Its Our My Your This That These Those
    There Here What Who Why How Where Which Not No Yes Or Then Now Also Still Yet Even Just
    Only Some Many Most All Both Each Every Other Another Such One Two Three Four Five Six
    Seven Eight Nine Ten First Second Third Last Next New Old Former American Americans British
    Chinese German Germans French Russian Russians Japanese European Europeans Italian Spanish
    Dutch Israeli Israelis Palestinian Palestinians Iranian Iraqi Syrian Turkish Greek Polish
    Ukrainian Ukrainians Indian Pakistani Afghan Canadian Australian Mexican Brazilian African
    Asian Arab Arabs Muslim Muslims Christian Christians Jewish Jews Catholic Catholics Islamic
    Islamist Protestant Buddhist Hindu Hindus Democrat Democrats Democratic Republican
    Republicans Conservative Labor Nazi Nazis English Irish Scottish Welsh Swedish Norwegian
    Danish Finnish Swiss Austrian Belgian Portuguese Hungarian Czech Korean Koreans Vietnamese
    Thai Egyptian Libyan Saudi Lebanese Western Eastern Northern Southern Latino Hispanic Cuban
    Mio Mrd Chr DM ISBN kV kW MW GW Hz MHz GHz kHz km MB GB TB KB Tsd Mill Dipl Zi TBC UTC MEZ
    MESZ CET Gmbh gGmbH NGO NGOs LGBT LGBTQ SOS FAQ OK o.k CC KO VS NS SCHUFA BIP BSP DAX Dax
    MDax TecDax Nasdaq Dow EKG MRT CT UV USt MwSt Kfz KFZ PKWs LKWs AKW AKWs WG FKK RTX API CPU
    GPU HD UHD QR-Code QR App Apps IP SIM LTE 5G 4G Social Distancing Fake News Lockdown
    Homeoffice Hashtag Podcast Newsletter Streaming Community God Gott Islam Bitcoin-Kurs
    Bundesliga-Spiel Herr Frau Herrn Sie Ihr Ihre Ihren Ihnen Du Er Es Wir Ich Der Die Das Den
    Dem Des Ein Eine Einen Einem Einer Eines Und Oder Aber Auch Als Am Auf Aus Bei Beim Bis Da
    Dann Dass Doch Für Im Ist Ins Ja Mit Nach Nein Nicht Noch Nur Nun Ob Ohne Seit Um Über
    Unter Vom Von Vor Wenn Wer Wie Wo Zu Zum Zur Was Warum Weil Wird Zwei Drei Vier Fünf Sechs
    Sieben Acht Neun Zehn
    """.split()
)
# First names and organisations that are ordinary words too: alone they prove nothing.
AMBIGUOUS_FIRST_NAMES = frozenset(
    """
    August Auguste Will Mark Rosa Ernst Heide Wolf Viola Gloria Viktoria Victoria Iris Jo Said
    Don Per Ed Pat Rex Art Joy Jack Bill Frank Dean Earl Guy Jay Robin Jean Lee Kay Kim Max
    Rose Meta Flora Aurora Regina Dale Clint Chad Georgia Virginia Jordan Chelsea Logan Morgan
    Madonna Kelly Orlando Mercedes Santiago Sofia Francisco Salvador San Marine Mona Ali Anders
    Götz Alma Bret Bob Pius Ron Ella Mandy Rob Sue Grant Rick Nick Adam Eva Ada Emma Chuck Peer
    Till Gunter Jost Felix Justus Christian Roman Malta Alexandria Florence Aden Nelson Lincoln
    Franklin Spencer Paris Carmen Harry Barry Linda Nora Athina Tara Hector Leila Mika Niko
    Mira Edda Valentin
    """.split()
)
AMBIGUOUS_ORGANISATIONS = frozenset(
    """
    ABBA AP Alphabet Arm Arsenal BR BUND Bahn Bibel Bild Claude Condor Congress Continental
    Copilot ETA Fed Focus Freenet Gap Gemini Golem Grab Grok HR Heise Honda IRA IS Kongress Kurier
    Lega Lego Linde Linux Llama Mercedes Meta Metro Mistral NEOS Neos Olympia Oscar Otto
    Parliament Phoenix Playboy Puma Queen RAF SA SEC SS SZ Seat Senate Shell Sky Sparkasse
    Sparkassen Spiegel Sputnik Standard Stern Target Tatort Telegram Time Times Total Treasury
    Union Universal Uno Verdi Visa Vox Welt Wired Zeit Zoom
    """.split()
)

_PEOPLES_IN_E = """
    Afghane Asiate Baske Brite Bulgare Chinese Däne Deutsche Franzose Finne Grieche Ire Jude
    Kasache Katalane Kirgise Kroate Kurde Lette Libanese Mongole Pole Portugiese Rumäne
    Russe Sachse Schotte Schwede Senegalese Serbe Slowake Slowene Sudanese Taiwanese
    Tscheche Turkmene Türke Usbeke Vietnamese
"""
_PEOPLES_IN_ER = """
    Afrikaner Ägypter Albaner Algerier Amerikaner Araber Argentinier Armenier Äthiopier
    Australier Belgier Bosnier Brasilianer Engländer Europäer Georgier
    Holländer Inder Indonesier Iraker Iraner Isländer Italiener Japaner Jordanier Kanadier
    Kenianer Kolumbianer Koreaner Kubaner Libyer Litauer Luxemburger Malaysier
    Marokkaner Mazedonier Mexikaner Niederländer Nigerianer Nordkoreaner Norweger Österreicher
    Pakistaner Palästinenser Perser Philippiner Saudi Schweizer Somalier Spanier Südafrikaner
    Südkoreaner Syrer Thailänder Tunesier Ukrainer US-Amerikaner Venezolaner Westeuropäer
    Zyprer
"""
# Peoples, in all their forms: who they are, not whom they name.
PEOPLES = frozenset(
    form
    for people in (_PEOPLES_IN_E + _PEOPLES_IN_ER).split()
    for form in (
        people,
        people + "n",
        people + "s",
        people.removesuffix("e") + "in",
        people.removesuffix("e") + "innen",
    )
)
# Without an article these are a matter, also behind a role: "Er hatte mit Trainer Streit."
MATTERS = frozenset(
    """
    Streit Glück Ersatz Klage Erfolg Misserfolg Kritik Lob Tadel Geld Grippe Pech Ärger Vertrag
    Alkohol Bedarf Unfall Fieber Pause Mord Totschlag Betrug Diebstahl Raub Krebs Stress Druck
    Zoff Krach Kontakt Gespräche Verdacht Anklage Protest Widerstand Widerspruch Einspruch
    Beifall Applaus Respekt Vertrauen Misstrauen Hass Wut Angst Sorge Sorgen Hoffnung Hilfe
    Schutz Zeit Arbeit Urlaub Feuer Wasser Nachschub Personal Räume Platz Anlass Grund Gründe
    Beweise Belege Fehler Schuld Schulden Schaden Schäden Verlust Gewinn Lohn Gehalt Rente
    Urteil Haft Strafe Bußgeld Freispruch Prozess Verfahren Antrag Anträge Wahl Stimmen
    Mehrheit Abschied Rücktritt Rückkehr Einsatz Auftrag Aufträge Besuch Spaß Freude Trauer
    Tränen Jubel Chaos Panik Gefahr Notfall Ausfall Abstieg Aufstieg Sieg Siege Niederlage
    Punkte Tore Fortschritt Hunger Durst Schmerz Schmerzen Husten Asthma Diabetes Rheuma Gift
    Drogen Waffen Munition Betrieb Verkehr Vorrang Vorsicht Pflicht Recht Unrecht Wissen
    Erfahrung Talent Vorteil Nachteil Nachteile Vorteile Zweifel Einfluss Macht Ruhe Unruhe
    Lärm Absicht Nachfolge Konkurrenz Zuwachs Nachwuchs Interesse Verständnis Mitleid Dank
    Anerkennung Zuspruch Zustimmung Unterstützung Ablehnung Absage Zusage Gegenwind Rückenwind
    """.split()
)
