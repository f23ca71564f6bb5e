"""Sports clubs, leagues, national associations and bands that are known far beyond their towns."""

from __future__ import annotations

CLUBS = tuple(
    " ".join(entry.split())
    for entry in """
    1. FC Köln, 1. FC Nürnberg, 1. FC Kaiserslautern, 1. FC Union Berlin, 1. FC Magdeburg, 1.
    FC Heidenheim, 1. FC Saarbrücken, 1. FC Lokomotive Leipzig, 1. FC Lok Leipzig, 1. FSV Mainz
    05, SV Werder Bremen, SV Darmstadt 98, Darmstadt 98, SV Waldhof Mannheim, Waldhof Mannheim,
    SV Sandhausen, SV Wehen Wiesbaden, SV Meppen, SV Babelsberg 03, SV Elversberg, TSV 1860
    München, 1860 München, TSV Bayer 04 Leverkusen, Bayer 04 Leverkusen, Bayer 05 Uerdingen,
    KFC Uerdingen, VfL Bochum, VfL Osnabrück, VfL Gummersbach, VfR Aalen, FC Energie Cottbus,
    FC Hansa Rostock, FC Carl Zeiss Jena, Carl Zeiss Jena, FC Rot-Weiß Erfurt, Rot-Weiß Erfurt,
    Rot-Weiss Essen, Rot-Weiß Oberhausen, Rot-Weiß Ahlen, Alemannia Aachen, Preußen Münster,
    Kickers Offenbach, Stuttgarter Kickers, Eintracht Braunschweig, Eintracht Trier, FC
    Erzgebirge Aue, Erzgebirge Aue, Chemnitzer FC, FSV Zwickau, Hallescher FC, SpVgg Greuther
    Fürth, Greuther Fürth, SpVgg Unterhaching, SSV Jahn Regensburg, Jahn Regensburg, SSV Ulm
    1846, SSV Reutlingen, Holstein Kiel, VfB Lübeck, FC Ingolstadt 04, FC Ingolstadt, FC
    Würzburger Kickers, Würzburger Kickers, Karlsruher SC, SC Paderborn 07, SC Paderborn, SC
    Verl, SG Wattenscheid 09, Wattenscheid 09, FC Schweinfurt 05, FSV Frankfurt, FC Homburg,
    Borussia Neunkirchen, Tennis Borussia Berlin, Tennis Borussia, BFC Dynamo, Blau-Weiß 90
    Berlin, Viktoria Köln, Fortuna Köln, Wuppertaler SV, Schwarz-Weiß Essen, Westfalia Herne,
    SG Dynamo Dresden, Sachsen Leipzig, Chemie Leipzig, Turbine Potsdam, FFC Frankfurt, SGS
    Essen, FCR Duisburg, Bayern München II, Borussia Dortmund II, KSV Hessen Kassel, Hessen
    Kassel, TuS Koblenz, FC Gütersloh, Arminia Hannover, Altona 93, Victoria Hamburg, Göttingen
    05, Kickers Würzburg, SC Fortuna Köln, TSV Havelse, VfR Mannheim, Lüneburger SK, SK Rapid
    Wien, Rapid Wien, FK Austria Wien, Austria Wien, SK Sturm Graz, Sturm Graz, Grazer AK, FC
    Red Bull Salzburg, Red Bull Salzburg, Austria Salzburg, Austria Kärnten, LASK Linz, LASK,
    FC Wacker Innsbruck, Wacker Innsbruck, SV Ried, Admira Wacker Mödling, Admira Wacker, First
    Vienna FC, SV Mattersburg, Wolfsberger AC, SCR Altach, SKN St. Pölten, TSV Hartberg, Wiener
    Sport-Club, FC Basel, FC Zürich, Grasshopper Club Zürich, Grasshoppers Zürich, BSC Young
    Boys, Young Boys Bern, FC Luzern, FC St. Gallen, FC Sion, FC Thun, FC Aarau, FC Lugano, FC
    Lausanne-Sport, Lausanne-Sport, Servette FC, Servette Genf, Neuchâtel Xamax, Xamax, FC
    Vaduz, AC Bellinzona, FC Winterthur, FC Schaffhausen, Manchester United FC, Newcastle
    United, Leeds United, Sheffield United, Sheffield Wednesday, West Ham United, West Bromwich
    Albion, Aston Villa, FC Everton, Everton FC, FC Fulham, Fulham FC, FC Southampton, FC
    Sunderland, FC Middlesbrough, FC Burnley, FC Portsmouth, FC Reading, FC Watford, FC
    Brentford, Brighton & Hove Albion, AFC Bournemouth, Crystal Palace, Leicester City, Norwich
    City, Stoke City, Swansea City, Cardiff City, Hull City, Coventry City, Birmingham City,
    Bristol City, Derby County, Nottingham Forest, Wolverhampton Wanderers, Bolton Wanderers,
    Blackburn Rovers, Bristol Rovers, Tranmere Rovers, Queens Park Rangers, Charlton Athletic,
    Wigan Athletic, Preston North End, Huddersfield Town, Ipswich Town, Luton Town, Millwall
    FC, Celtic Glasgow, Glasgow Rangers, FC Aberdeen, Hibernian Edinburgh, Heart of Midlothian,
    Dundee United, Chelsea FC, Arsenal FC, Liverpool FC, FC Valencia, FC Sevilla, FC
    Villarreal, FC Getafe, FC Málaga, Real Sociedad, Real Betis, Betis Sevilla, Real Saragossa,
    Real Valladolid, Real Mallorca, RCD Mallorca, Espanyol Barcelona, Athletic Bilbao,
    Deportivo La Coruña, Celta Vigo, UD Las Palmas, CA Osasuna, UD Levante, Rayo Vallecano,
    Sporting Gijón, Racing Santander, Recreativo Huelva, AS Rom, AS Roma, Lazio Rom, SSC
    Neapel, SSC Napoli, AC Florenz, AC Fiorentina, Sampdoria Genua, CFC Genua, FC Turin,
    Udinese Calcio, Atalanta Bergamo, FC Bologna, AC Parma, Cagliari Calcio, Chievo Verona,
    Hellas Verona, US Palermo, AS Livorno, AC Siena, FC Empoli, Brescia Calcio, US Lecce, AS
    Bari, Calcio Catania, Inter Milan, Olympique Marseille, Olympique Lyon, Olympique Lyonnais,
    AS Monaco, AS Saint-Étienne, OSC Lille, Girondins Bordeaux, FC Nantes, Stade Rennes, RC
    Lens, RC Strasbourg, Racing Straßburg, OGC Nizza, FC Toulouse, HSC Montpellier, FC Metz, FC
    Sochaux, AJ Auxerre, SM Caen, EA Guingamp, FC Lorient, Stade Reims, PSV Eindhoven,
    Feyenoord Rotterdam, Feyenoord, AZ Alkmaar, FC Utrecht, FC Twente, Twente Enschede, FC
    Groningen, SC Heerenveen, Vitesse Arnheim, Willem II Tilburg, Roda Kerkrade, Sparta
    Rotterdam, NEC Nijmegen, RSC Anderlecht, FC Brügge, Club Brügge, Standard Lüttich, KRC
    Genk, KAA Gent, Benfica Lissabon, Sporting Lissabon, FC Porto, Sporting Braga, Vitória
    Guimarães, Boavista Porto, Galatasaray Istanbul, Galatasaray, Fenerbahçe Istanbul,
    Fenerbahçe, Fenerbahce, Beşiktaş Istanbul, Besiktas Istanbul, Beşiktaş, Besiktas,
    Trabzonspor, Bursaspor, Kayserispor, Antalyaspor, Konyaspor, Olympiakos Piräus,
    Panathinaikos Athen, Panathinaikos, AEK Athen, PAOK Thessaloniki, Aris Saloniki, Roter
    Stern Belgrad, Partizan Belgrad, Dinamo Zagreb, Hajduk Split, NK Rijeka, Olimpija
    Ljubljana, NK Maribor, Steaua Bukarest, Dinamo Bukarest, Rapid Bukarest, CFR Cluj, ZSKA
    Sofia, Lewski Sofia, Ludogorez Rasgrad, Ferencváros Budapest, Ujpest Budapest, Honvéd
    Budapest, MTK Budapest, Slavia Prag, Sparta Prag, Dukla Prag, Viktoria Pilsen, Banik
    Ostrau, Slovan Bratislava, Legia Warschau, Wisła Krakau, Wisla Krakau, Lech Posen, Górnik
    Zabrze, Śląsk Wrocław, Dynamo Kiew, Schachtar Donezk, Dnipro Dnipropetrowsk, BATE Borissow,
    Spartak Moskau, ZSKA Moskau, Lokomotive Moskau, Dynamo Moskau, Torpedo Moskau, Zenit St.
    Petersburg, Zenit Sankt Petersburg, Rubin Kasan, Anschi Machatschkala, Terek Grosny, Dinamo
    Tiflis, Maccabi Haifa, Maccabi Tel Aviv, Hapoel Tel Aviv, FC Kopenhagen, Bröndby IF,
    Brøndby IF, Aarhus GF, Odense BK, FC Midtjylland, Malmö FF, IFK Göteborg, AIK Solna,
    Djurgårdens IF, Hammarby IF, Rosenborg Trondheim, Vålerenga Oslo, Molde FK, Viking
    Stavanger, HJK Helsinki, Boca Juniors, River Plate, Estudiantes de La Plata, FC Santos, FC
    São Paulo, Palmeiras, Corinthians, Flamengo, Fluminense, Botafogo, Grêmio Porto Alegre,
    Internacional Porto Alegre, Cruzeiro Belo Horizonte, Atlético Mineiro, Peñarol Montevideo,
    Nacional Montevideo, Colo-Colo, Los Angeles Galaxy, LA Galaxy, New York Red Bulls, Seattle
    Sounders, DC United, Inter Miami, Toronto FC, Al-Nassr, Al-Hilal, Al Ahly, Al-Ahly Kairo,
    Orlando Pirates, Kaizer Chiefs, Urawa Red Diamonds, Kashima Antlers, New England Patriots,
    New York Giants, New York Jets, Buffalo Bills, Miami Dolphins, Baltimore Ravens, Cincinnati
    Bengals, Cleveland Browns, Pittsburgh Steelers, Houston Texans, Indianapolis Colts,
    Jacksonville Jaguars, Tennessee Titans, Denver Broncos, Kansas City Chiefs, Oakland
    Raiders, Las Vegas Raiders, San Diego Chargers, Los Angeles Chargers, Los Angeles Rams, St.
    Louis Rams, San Francisco 49ers, Seattle Seahawks, Arizona Cardinals, Dallas Cowboys,
    Philadelphia Eagles, Washington Redskins, Washington Commanders, Chicago Bears, Detroit
    Lions, Green Bay Packers, Minnesota Vikings, Atlanta Falcons, Carolina Panthers, New
    Orleans Saints, Tampa Bay Buccaneers, Boston Celtics, Brooklyn Nets, New Jersey Nets, New
    York Knicks, Philadelphia 76ers, Toronto Raptors, Chicago Bulls, Cleveland Cavaliers,
    Detroit Pistons, Indiana Pacers, Milwaukee Bucks, Atlanta Hawks, Charlotte Hornets, Miami
    Heat, Orlando Magic, Washington Wizards, Denver Nuggets, Minnesota Timberwolves, Oklahoma
    City Thunder, Seattle SuperSonics, Portland Trail Blazers, Utah Jazz, Golden State
    Warriors, Los Angeles Clippers, Los Angeles Lakers, Phoenix Suns, Sacramento Kings, Dallas
    Mavericks, Houston Rockets, Memphis Grizzlies, New Orleans Pelicans, San Antonio Spurs,
    Boston Bruins, Buffalo Sabres, Detroit Red Wings, Florida Panthers, Montreal Canadiens,
    Canadiens de Montréal, Ottawa Senators, Tampa Bay Lightning, Toronto Maple Leafs, Carolina
    Hurricanes, Columbus Blue Jackets, New Jersey Devils, New York Islanders, New York Rangers,
    Philadelphia Flyers, Pittsburgh Penguins, Washington Capitals, Chicago Blackhawks, Colorado
    Avalanche, Dallas Stars, Minnesota Wild, Nashville Predators, St. Louis Blues, Winnipeg
    Jets, Anaheim Ducks, Arizona Coyotes, Calgary Flames, Edmonton Oilers, Los Angeles Kings,
    San Jose Sharks, Seattle Kraken, Vancouver Canucks, Vegas Golden Knights, Quebec Nordiques,
    Hartford Whalers, Atlanta Thrashers, New York Yankees, New York Mets, Boston Red Sox, Los
    Angeles Dodgers, San Francisco Giants, Chicago Cubs, Chicago White Sox, St. Louis
    Cardinals, Atlanta Braves, Houston Astros, Texas Rangers, Philadelphia Phillies, Toronto
    Blue Jays, Oakland Athletics, Cleveland Indians, Detroit Tigers, Seattle Mariners, Alba
    Berlin, Brose Bamberg, Brose Baskets Bamberg, Baskets Bonn, Telekom Baskets Bonn,
    Ratiopharm Ulm, EWE Baskets Oldenburg, BG Göttingen, Skyliners Frankfurt, Artland Dragons,
    Eisbären Berlin, Eisbären Bremerhaven, Adler Mannheim, Kölner Haie, Düsseldorfer EG,
    Krefeld Pinguine, Iserlohn Roosters, Augsburger Panther, Nürnberg Ice Tigers, Thomas Sabo
    Ice Tigers, Straubing Tigers, ERC Ingolstadt, EHC Red Bull München, Schwenninger Wild
    Wings, Grizzlys Wolfsburg, Hamburg Freezers, Hannover Scorpions, Hannover Indians, Kassel
    Huskies, Frankfurt Lions, Löwen Frankfurt, Füchse Duisburg, Füchse Berlin, THW Kiel, SG
    Flensburg-Handewitt, HSV Hamburg, HSV Handball, Rhein-Neckar Löwen, SC Magdeburg, Frisch
    Auf Göppingen, TBV Lemgo, TuSEM Essen, MT Melsungen, HSG Wetzlar, HBW Balingen-Weilstetten,
    HC Erlangen, TSV Hannover-Burgdorf, GWD Minden, HC Leipzig, Thüringer HC, Buxtehuder SV,
    VfB Friedrichshafen, Berlin Recycling Volleys, SCC Berlin, Dresdner SC, Schweriner SC, EC
    Red Bull Salzburg, Vienna Capitals, EC KAC, Villacher SV, SC Bern, ZSC Lions, HC Davos, EV
    Zug, HC Lugano, HC Ambrì-Piotta, Kloten Flyers, Genève-Servette HC, Frankfurt Galaxy, Rhein
    Fire, Berlin Thunder, New Yorker Lions, Dallas Tornado, New York Cosmos, Harlem
    Globetrotters, Ferrari Scuderia, Scuderia Ferrari, Red Bull Racing, Mercedes GP, Toro
    Rosso, Force India, Sauber F1, McLaren-Mercedes, Williams F1, Lotus F1, Team Telekom, Team
    Sky, Quick-Step, UCI, IAAF, FIBA, WADA, NADA, DTB, DSV, DLV, DHB, HBL, BBL, DTM, KHL, WBC,
    WBA, WBO, UFC, WWE, ATP, WTA, PGA, Nascar, NASCAR, Serie A, Serie B, Primera División, La
    Liga, Ligue 1, Eredivisie, Süper Lig, Conmebol, CONMEBOL, Concacaf, CONCACAF, Deutscher
    Handballbund, Deutscher Skiverband, Deutscher Schwimm-Verband, Deutscher Eishockey-Bund,
    Deutscher Tennis Bund, Deutscher Leichtathletik-Verband, Deutscher Turner-Bund, Deutscher
    Olympischer Sportbund, Deutsche Fußball Liga, Die Toten Hosen, Toten Hosen, Tokio Hotel,
    Tangerine Dream, Modern Talking, Einstürzende Neubauten, Fantastische Vier, Fettes Brot,
    Wir sind Helden, Söhne Mannheims, Böhse Onkelz, Frei.Wild, Element of Crime, Tocotronic,
    Blumfeld, Sportfreunde Stiller, Beatsteaks, Deichkind, Seeed, Culcha Candela, Puhdys, BAP,
    Blind Guardian, Helloween, Gamma Ray, In Extremo, Subway to Sally, Saltatio Mortis, Deine
    Lakaien, Lacrimosa, VNV Nation, Led Zeppelin, Deep Purple, Black Sabbath, The Doors, The
    Kinks, The Beach Boys, Beach Boys, The Velvet Underground, Velvet Underground, The Rolling
    Stones, The Cure, The Smiths, Sex Pistols, The Ramones, Ramones, Joy Division, Depeche
    Mode, Duran Duran, Simple Minds, U2, R.E.M., Pearl Jam, Soundgarden, Alice in Chains, Foo
    Fighters, Red Hot Chili Peppers, Rage Against the Machine, Guns N' Roses, Guns n' Roses,
    AC/DC, Iron Maiden, Judas Priest, Motörhead, Megadeth, Pantera, Limp Bizkit, Linkin Park,
    System of a Down, Green Day, Blink-182, The Offspring, Bad Religion, NOFX, Aerosmith, ZZ
    Top, Lynyrd Skynyrd, Grateful Dead, Jefferson Airplane, Creedence Clearwater Revival,
    Fleetwood Mac, Supertramp, Dire Straits, King Crimson, Jethro Tull, Emerson Lake & Palmer,
    Uriah Heep, T. Rex, Roxy Music, Talking Heads, Blondie, Sonic Youth, Radiohead, Coldplay,
    The Strokes, The White Stripes, White Stripes, Arctic Monkeys, Kings of Leon, The Killers,
    Kaiser Chiefs, Gorillaz, Massive Attack, The Prodigy, Chemical Brothers, Daft Punk, Pet
    Shop Boys, Boyzone, Westlife, Backstreet Boys, 'N Sync, Spice Girls, Destiny's Child, Black
    Eyed Peas, The Fugees, Public Enemy, N.W.A, Wu-Tang Clan, Run-D.M.C., Beastie Boys, Cypress
    Hill, OutKast, Jackson Five, The Jackson 5, The Supremes, The Temptations, Kool & the Gang,
    Bee Gees, Boney M., Roxette, Ace of Base, The Cardigans, The Hives, In Flames, Dark
    Tranquillity, Opeth, Arch Enemy, Amon Amarth, HammerFall, Bathory, Nightwish, Stratovarius,
    Sonata Arctica, The Rasmus, Apocalyptica, Children of Bodom, Darkthrone, Dimmu Borgir,
    a-ha, A-ha, Sigur Rós, The Sugarcubes, Within Temptation, Golden Earring, Gojira, Noir
    Désir, Sepultura, Leningrad Cowboys, The Corrs, The Cranberries, The Pogues, The Dubliners,
    Thin Lizzy, One Direction, Mumford & Sons, Florence and the Machine, Imagine Dragons,
    Maroon 5, Arcade Fire, Nickelback, Simple Plan, Sum 41, INXS, Midnight Oil, Berliner
    Philharmoniker, Wiener Philharmoniker, Münchner Philharmoniker, Wiener Symphoniker,
    Staatskapelle Dresden, Staatskapelle Berlin, Gewandhausorchester, Thomanerchor,
    Regensburger Domspatzen, Dresdner Kreuzchor, London Symphony Orchestra, New York
    Philharmonic, Concertgebouw-Orchester, Wiener Sängerknaben, Comedian Harmonists
    """.split(",")
)
