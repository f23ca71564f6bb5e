"""First names that are (nearly) always those of men, or of women; others say nothing."""

from __future__ import annotations

# Left out is what both bear, or what is a man's name in one country and a woman's in another:
# Andrea, Nicola, Simone, Gabriele, Kim, Sascha, Robin, Toni, Chris, Alex, Jan, Jean, Kai, Sam,
# Hilary, Joan, Marion, Evelyn, Shirley, Claude, Camille, Jasmin.
MEN = frozenset(
    """
    aaron abdul abdullah abraham achim adalbert adam adolf adrian ahmad ahmed ajit alan albert
    albrecht aldo alejandro aleksandr alessandro alexander alexandre alexej alfons alfred ali
    alistair allan allen alois alvaro amadeus amir anatoli anders andreas andrej andrew andré
    andrés angelo anthony antoine anton antonio antony arman armin arne arno arnold arthur
    artur arturo august augustin axel ayman baptiste barack barry bartholomäus bashar bastian
    ben benedikt benito benjamin benno bernard bernd bernhard bernie berthold bertram bill
    björn bob bodo boris brad brandon brendan brett brian bruce bruno burkhard calvin carl
    carlo carlos carsten cem charles christian christof christoph christophe christopher clark
    claudio claus clemens cliff clint conrad cornelius craig cristiano curt cyril damian daniel
    danny darius dave david dean denis dennis derek desmond detlef detlev diego dieter dietmar
    dietrich dimitri dirk dmitri dominic dominik donald douglas duncan eberhard eckart eckhard
    edgar edmund eduard eduardo edward edwin egon ehud elias elmar elon emanuel emil emile
    emmanuel emmerich enrico enrique erdal eric erich erik ernesto ernst erwin esteban etienne
    eugen evan ewald fabian fabio falk federico felipe felix ferdinand fernando fidel filip
    finn florian francesco francisco franco frank franz fred freddy frederic frederick frederik
    fridolin friedemann friedhelm friedrich fritz gareth gary gavin geoff geoffrey georg george
    georges gerald gerd gerhard gernot gert gianni gideon gilbert giorgio giovanni giulio
    giuseppe gonzalo gordon gottfried graham greg gregor gregory guido guillaume gunnar gunter
    gunther gustav guy günter günther hamid hannes hans harald harry hartmut harvey hassan
    hauke hector heiko heiner heino heinrich heinz helge hellmut helmut helmuth hendrik henning
    henri henrik henry herbert hermann holger horst howard hubert hubertus hugo hussein ian
    ibrahim ignatius ignaz igor ilja ingmar ingo ingolf isaac iwan jack jacob jacques jake
    jakob james jared jason javier jeff jeffrey jens jeremias jeremy jerome jerry jesper jesse
    jim jimmy joachim jochen joe joel johan johann johannes john johnny jonas jonathan jorge
    joschka jose josef joseph joshua josé juan julian julien julius justin jörg jörn jürgen
    kamal karl karlheinz karsten kaspar keith ken kenneth kevin kilian klaus klemens knut
    konrad konstantin korbinian kristian kurt larry lars laurent laurenz lawrence lech leif leo
    leon leonard leonhard leopold leroy lew liam linus lionel lorenz lorenzo lothar louis lucas
    luciano ludger ludwig luigi luis luiz lukas lutger lutz maarten magnus mahmoud mahmud
    malcolm malik malte manfred manuel marc marcel marcello marcelo marco marcus mariano mario
    marius mark marko markus martin marvin massimo matt matteo matthew matthias matthieu
    maurice mauricio mauro max maximilian mehdi mehmet meinhard meinrad michael michail miguel
    mike mikhail milan milo milos mirko miroslav mitch mitt mohamed mohammad mohammed moritz
    moses muhammad murat mustafa nathan nathaniel neil nelson nicholas nick nicolas nicolás
    niels nigel niklas niko nikolai nikolaj nikolas nikolaus nils noah norbert norman olaf ole
    oleg oliver olivier omar orlando oscar oskar osman oswald otmar otto owen pablo paolo
    pascal patrick paul paulo pavel pedro peer per pete peter petro phil philip philipp
    philippe pierre pieter piotr quentin rafael rainer ralf ralph ramon ramón raphael rashid
    raul ray raymond raúl reiner reinhard reinhart reinhold renato rené ricardo riccardo
    richard rick robert roberto rod rodney rodrigo roger roland rolf romano ron ronald ross roy
    ruben rudi rudolf rudy rupert ruslan russell rüdiger salman salvador salvatore samir samuel
    sandro scott sean sebastian sepp serge sergei sergej sergio seth shane shaun shimon
    siegfried siegmar sigmar sigmund silvio simon stan stanislaw stanley stefan stefano steffen
    stephan stephen steve steven stuart sven sören søren tadeusz tariq tassilo ted terrence
    theo theodor theodore thilo thomas thorben thorsten till tilman tim timo timothy tino titus
    tobias tom tomas tomasz tommaso tommy tony torben torsten travis trevor tyler udo ulf
    ulrich umberto urs uwe valentin vicente victor viktor vincent vincenzo vinzenz vladimir
    volker volkmar volodymyr wade walter warren wayne wenzel werner wieland wilfried wilhelm
    willem willi william willy winfried winston wladimir wojciech wolf wolfgang wolfram
    wolodymyr xaver yannick yasser yusuf yves zacharias zoltan
    """.split()
)
WOMEN = frozenset(
    """
    abigail ada adele adelheid adriana agatha agnes agneta aida aileen aishe alba alberta
    alessandra alexandra alice alicia alina alma amalia amanda amber amelia amelie amy ana
    anastasia anette angela angelika angelina anita anja anke ann anna annabelle annalena anne
    annegret annelie anneliese annemarie annette anni annika antje antoinette antonia arabella
    ariane astrid audrey aurelia aylin ayse azra barbara beata beate beatrice beatrix belinda
    bella berit bernadette bertha bettina betty bianca bianka birgit birgitta birte brenda
    bridget brigitta brigitte britta bärbel camilla carina carla carmen carola carole carolin
    carolina caroline carolyn catalina catharina catherine cecilia celine chantal charlotte
    chelsea cheryl chiara christa christel christiane christina christine claire clara clarissa
    claudia condoleezza constanze cora cordula corinna cornelia cristina cynthia dagmar daniela
    daphne daria deborah debra delia denise diana diane dilek dina dolores donna doreen doris
    dorit dorothea dorothee dorothy dunja dörte ebru edda edeltraud edith eileen elaine eleanor
    elena eleonore elfriede elif elisa elisabeth elise elizabeth elke ella ellen elly eloise
    elsa elsbeth elvira emely emilia emilie emily emine emma erica erika erna esmeralda esther
    eva eveline fabienne fanny fatima fatma felicitas fiona flavia flora franka franziska
    frauke frederike frieda friederike gabriela gabriella gaby gemma genevieve georgia georgina
    geraldine gerda gerlinde gertraud gertrud gesa gesine gina giorgia giovanna gisela gita
    gitta giulia gloria grace grazia greta gretchen grete gudrun gunda gundula gwendolyn halina
    hanna hannah hannelore harriet hatice hedda hedwig heide heidelinde heidemarie heidi heike
    helen helena helene helga hella henriette henrike hertha hilda hilde hildegard hillary ida
    ilka ilona ilse imke ina ines inga ingeborg ingrid irene irina iris irma irmgard isabel
    isabell isabella isabelle ivana ivanka ivonne jacinda jacqueline jana jane janet janice
    janina janine jeanette jeanne jelena jenna jennifer jenny jessica jill joana joanna joanne
    johanna josefine josephine joyce juana judith jule julia juliana juliane julie juliet
    juliette justine jutta kamala karen karin karina karla karolin karolina karoline katarina
    katarzyna kate katharina katherine kathleen kathrin kathryn kathy katie katja katrin
    kerstin kirsten klara kläre konstanze kristin kristina kristine lara larissa latifa laura
    lauren lea leila lena leni leonie leonora leyla lidia liesbeth liesel lili liliane lilli
    lilly linda lisa lisbeth lise liselotte livia liz liza lola lore lorena loretta lotte
    louisa louise lucia lucie lucy ludmila luisa luise lydia madeleine madeline madonna magda
    magdalena maike maja malala malin manuela mara mareike maren margaret margarete margaretha
    margarita margit margot margret margrethe maria mariah mariam marianne marie mariella
    marietta marija marina marine marisa marit marita marlene marlies marta martha martina mary
    mathilda mathilde maud maureen maya mechthild melania melanie melinda melissa meryl meta
    mia michaela michelle mila milena mina mira mireille miriam mirjam moira mona monica monika
    monique nadia nadine nadja nancy naomi natalia natalie natascha natasha nathalie nele nelly
    nicole nina noemi nora norma odette olga olivia ottilie ouafa paloma pamela patricia
    patrizia paula pauline penelope penny petra phoebe pia polly priscilla rachel rahel ramona
    raphaela rebecca rebekka regina regine regula renata renate ricarda rita roberta romy rosa
    rosalie rosamunde rose rosemarie rosi rosmarie roswitha roxana ruth sabina sabine sabrina
    sahra sally samantha sandra sara sarah saskia savannah selina selma senta serena sharon
    sheila sibylle sieglinde sigrid silke silvana silvia simona sina slavica sofia sofie
    solveig sonia sonja sophia sophie soraya stefanie steffi stella stephanie sue susan susanna
    susanne suse svenja svetlana swetlana sybille sylvia sylvie tabea tamara tania tanja tara
    tatjana teresa thea thekla theresa therese theresia tilda tina trude uma undine ursel
    ursula uschi uta ute valentina valeria valerie vanessa vera verena veronica veronika vicky
    victoria viktoria viola violetta virginia viviane waltraud waltraut wanda wendy wiebke
    wilhelmine wilma winona xenia yasmin yolanda yvette yvonne zara zita zoe
    """.split()
)


def gender_of(name: str) -> str | None:
    """Whether a full name is a man's ("m") or a woman's ("f"), if its first name says it.

    A name of one word may be a family name: "Ali", "Martin".
    """
    first, _, family = name.partition(" ")
    if not family:
        return None
    if first.lower() in MEN:
        return "m"
    return "f" if first.lower() in WOMEN else None
