"""Countries, states, cities, rivers and seas, in German and English."""

from __future__ import annotations

# One entry a name; entries are apart by commas.
PLACES = tuple(
    " ".join(entry.split())
    for entry in """
    Afghanistan, Ägypten, Albanien, Algerien, Andorra, Angola, Argentinien, Armenien,
    Aserbaidschan, Äthiopien, Australien, Bahamas, Bahrain, Bangladesch, Barbados, Belarus,
    Belgien, Belize, Benin, Bhutan, Birma, Bolivien, Bosnien, Bosnien-Herzegowina, Bosnien und
    Herzegowina, Botswana, Botsuana, Brasilien, Brunei, Bulgarien, Burkina Faso, Burundi,
    Chile, China, Volksrepublik China, Costa Rica, Dänemark, Deutschland, Bundesrepublik
    Deutschland, DDR, Dominikanische Republik, Dschibuti, Ecuador, El Salvador, Elfenbeinküste,
    England, Eritrea, Estland, Fidschi, Finnland, Frankreich, Gabun, Gambia, Georgien, Ghana,
    Grenada, Griechenland, Großbritannien, Guatemala, Guinea, Guyana, Haiti, Honduras, Indien,
    Indonesien, Irak, Iran, Irland, Island, Israel, Italien, Jamaika, Japan, Jemen, Jordanien,
    Jugoslawien, Kambodscha, Kamerun, Kanada, Kasachstan, Katar, Kenia, Kirgisistan, Kolumbien,
    Kongo, Korea, Nordkorea, Südkorea, Kosovo, Kroatien, Kuba, Kuwait, Laos, Lettland, Libanon,
    Liberia, Libyen, Liechtenstein, Litauen, Luxemburg, Madagaskar, Malawi, Malaysia,
    Malediven, Mali, Malta, Marokko, Mauretanien, Mauritius, Mazedonien, Nordmazedonien,
    Mexiko, Moldau, Moldawien, Monaco, Mongolei, Montenegro, Mosambik, Myanmar, Namibia, Nepal,
    Neuseeland, Nicaragua, Niederlande, Holland, Niger, Nigeria, Nordirland, Norwegen,
    Österreich, Osttimor, Pakistan, Palästina, Panama, Paraguay, Peru, Philippinen, Polen,
    Portugal, Preußen, Ruanda, Rumänien, Russland, Rußland, Sambia, Samoa, San Marino,
    Saudi-Arabien, Schottland, Schweden, Schweiz, Senegal, Serbien, Sierra Leone, Simbabwe,
    Singapur, Slowakei, Slowenien, Somalia, Sowjetunion, Spanien, Sri Lanka, Südafrika, Sudan,
    Südsudan, Surinam, Syrien, Tadschikistan, Taiwan, Tansania, Thailand, Tibet, Togo,
    Trinidad, Tschad, Tschechien, Tschechoslowakei, Tschechische Republik, Türkei, Tunesien,
    Turkmenistan, Uganda, Ukraine, Ungarn, Uruguay, Usbekistan, Vatikan, Venezuela, Vereinigte
    Arabische Emirate, Vereinigtes Königreich, Vereinigte Staaten, Vereinigte Staaten von
    Amerika, USA, Vietnam, Wales, Weißrussland, Zypern, Zentralafrikanische Republik, Europa,
    Osteuropa, Westeuropa, Mitteleuropa, Südeuropa, Nordeuropa, Südosteuropa, Asien,
    Südostasien, Zentralasien, Afrika, Nordafrika, Westafrika, Ostafrika, Amerika, Nordamerika,
    Südamerika, Lateinamerika, Mittelamerika, Ozeanien, Antarktis, Arktis, Skandinavien,
    Baltikum, Balkan, Naher Osten, Nahost, Mittlerer Osten, Ferner Osten, Mittlerer Westen,
    Westbank, Westjordanland, Gaza, Gazastreifen, Golan, Golanhöhen, Donbass, Donezk, Luhansk,
    Krim, Tschetschenien, Kaukasus, Kurdistan, Kaschmir, Sibirien, Anatolien, Katalonien,
    Baskenland, Andalusien, Sizilien, Sardinien, Toskana, Südtirol, Lombardei, Venetien,
    Korsika, Bretagne, Normandie, Provence, Elsass, Lothringen, Flandern, Wallonien, Kreta,
    Rhodos, Mallorca, Ibiza, Teneriffa, Kanaren, Balearen, Madeira, Azoren, Grönland, Färöer,
    Karibik, Hawaii, Hawai, Bali, Java, Sumatra, Borneo, Hongkong, Macau, Baden-Württemberg,
    Bayern, Brandenburg, Hessen, Mecklenburg-Vorpommern, Niedersachsen, Nordrhein-Westfalen,
    NRW, Rheinland-Pfalz, Saarland, Sachsen, Sachsen-Anhalt, Schleswig-Holstein, Thüringen,
    Baden, Württemberg, Pfalz, Franken, Oberfranken, Mittelfranken, Unterfranken, Oberbayern,
    Niederbayern, Oberpfalz, Schwaben, Westfalen, Rheinland, Ruhrgebiet, Mecklenburg,
    Vorpommern, Pommern, Schlesien, Ostpreußen, Böhmen, Mähren, Holstein, Ostfriesland, Allgäu,
    Lausitz, Eifel, Harz, Schwarzwald, Taunus, Hunsrück, Odenwald, Spessart, Erzgebirge,
    Sauerland, Münsterland, Emsland, Breisgau, Rügen, Usedom, Sylt, Helgoland, Fehmarn,
    Norderney, Borkum, Alpen, Pyrenäen, Karpaten, Anden, Himalaya, Ural, Vogesen, Dolomiten,
    Mount Everest, Zugspitze, Matterhorn, Mont Blanc, Rhein, Donau, Elbe, Oder, Neiße, Weser,
    Mosel, Neckar, Spree, Havel, Saale, Isar, Inn, Ruhr, Main, Themse, Seine, Rhône, Nil,
    Amazonas, Mississippi, Wolga, Euphrat, Tigris, Jangtse, Ganges, Bodensee, Chiemsee,
    Starnberger See, Ammersee, Zürichsee, Genfersee, Nordsee, Ostsee, Mittelmeer, Schwarzes
    Meer, Rotes Meer, Totes Meer, Atlantik, Pazifik, Indischer Ozean, Persischer Golf,
    Burgenland, Kärnten, Niederösterreich, Oberösterreich, Salzburg, Steiermark, Tirol,
    Vorarlberg, Wien, Graz, Linz, Innsbruck, Klagenfurt, Villach, Wels, St. Pölten, Bregenz,
    Eisenstadt, Dornbirn, Zürich, Genf, Basel, Bern, Lausanne, Luzern, Winterthur, St. Gallen,
    Lugano, Aargau, Thurgau, Graubünden, Wallis, Tessin, Davos, Chur, Schaffhausen, Solothurn,
    Berlin, Ost-Berlin, West-Berlin, Hamburg, München, Köln, Frankfurt, Frankfurt am Main,
    Frankfurt/Main, Frankfurt (Oder), Stuttgart, Düsseldorf, Dortmund, Essen, Leipzig, Bremen,
    Dresden, Hannover, Nürnberg, Duisburg, Bochum, Wuppertal, Bielefeld, Bonn, Münster,
    Karlsruhe, Mannheim, Augsburg, Wiesbaden, Gelsenkirchen, Mönchengladbach, Braunschweig,
    Chemnitz, Kiel, Aachen, Halle, Magdeburg, Freiburg, Freiburg im Breisgau, Krefeld, Lübeck,
    Oberhausen, Erfurt, Mainz, Rostock, Kassel, Hagen, Hamm, Saarbrücken, Mülheim, Potsdam,
    Ludwigshafen, Oldenburg, Leverkusen, Osnabrück, Solingen, Heidelberg, Herne, Neuss,
    Darmstadt, Paderborn, Regensburg, Ingolstadt, Würzburg, Fürth, Wolfsburg, Offenbach, Ulm,
    Heilbronn, Pforzheim, Göttingen, Bottrop, Trier, Recklinghausen, Reutlingen, Bremerhaven,
    Koblenz, Bergisch Gladbach, Jena, Remscheid, Erlangen, Moers, Siegen, Hildesheim,
    Salzgitter, Cottbus, Kaiserslautern, Gütersloh, Schwerin, Witten, Gera, Esslingen, Düren,
    Iserlohn, Ratingen, Lünen, Hanau, Flensburg, Zwickau, Tübingen, Ludwigsburg, Konstanz,
    Worms, Marburg, Velbert, Minden, Gießen, Dessau, Neumünster, Norderstedt, Delmenhorst,
    Bamberg, Bayreuth, Wilhelmshaven, Viersen, Detmold, Castrop-Rauxel, Gladbeck, Landshut,
    Lüneburg, Aschaffenburg, Brandenburg an der Havel, Kempten, Celle, Fulda, Weimar, Plauen,
    Rosenheim, Neuwied, Dormagen, Emden, Passau, Stralsund, Greifswald, Görlitz, Bautzen,
    Gotha, Eisenach, Wittenberg, Speyer, Baden-Baden, Friedrichshafen, Garmisch-Partenkirchen,
    Hameln, Cuxhaven, Kreuzberg, Neukölln, Friedrichshain, Charlottenburg, Prenzlauer Berg,
    Wilmersdorf, Spandau, Tegel, Köpenick, Pankow, Altona, St. Pauli, Schwabing, Tempelhof,
    Moabit, Dahlem, Potsdamer Platz, Paris, London, Rom, Mailand, Venedig, Florenz, Neapel,
    Turin, Genua, Bologna, Verona, Palermo, Triest, Bozen, Madrid, Barcelona, Valencia,
    Sevilla, Bilbao, Malaga, Lissabon, Porto, Marseille, Lyon, Nizza, Cannes, Straßburg,
    Toulouse, Bordeaux, Lille, Calais, Versailles, Brüssel, Antwerpen, Gent, Brügge, Lüttich,
    Amsterdam, Rotterdam, Den Haag, Utrecht, Eindhoven, Maastricht, Kopenhagen, Aarhus, Oslo,
    Bergen, Stockholm, Göteborg, Malmö, Helsinki, Reykjavik, Tallinn, Riga, Vilnius,
    Kaliningrad, Königsberg, Warschau, Krakau, Danzig, Breslau, Posen, Stettin, Lodz,
    Kattowitz, Auschwitz, Prag, Brünn, Pilsen, Karlsbad, Bratislava, Budapest, Bukarest, Sofia,
    Belgrad, Zagreb, Ljubljana, Sarajevo, Skopje, Tirana, Pristina, Athen, Thessaloniki,
    Istanbul, Ankara, Izmir, Antalya, Moskau, Sankt Petersburg, St. Petersburg, Petersburg,
    Leningrad, Nowosibirsk, Wladiwostok, Sotschi, Grosny, Tschernobyl, Minsk, Kiew, Kyjiw,
    Charkiw, Charkow, Odessa, Lwiw, Lemberg, Mariupol, Cherson, Butscha, Bachmut, Tiflis,
    Eriwan, Baku, Jerusalem, Tel Aviv, Haifa, Bethlehem, Ramallah, Damaskus, Aleppo, Homs,
    Idlib, Beirut, Amman, Bagdad, Mossul, Basra, Teheran, Isfahan, Kabul, Kundus, Kandahar,
    Islamabad, Karatschi, Lahore, Neu-Delhi, Delhi, Mumbai, Bombay, Kalkutta, Bangalore, Dhaka,
    Katmandu, Colombo, Peking, Shanghai, Schanghai, Shenzhen, Wuhan, Guangzhou, Chongqing,
    Xinjiang, Tokio, Osaka, Kyoto, Hiroshima, Nagasaki, Fukushima, Yokohama, Seoul, Pjöngjang,
    Taipeh, Hanoi, Saigon, Bangkok, Phuket, Manila, Jakarta, Kuala Lumpur, Sydney, Melbourne,
    Canberra, Brisbane, Perth, Auckland, Wellington, Christchurch, Kairo, Alexandria, Tripolis,
    Bengasi, Tunis, Algier, Rabat, Casablanca, Marrakesch, Dakar, Lagos, Abuja, Nairobi,
    Mombasa, Kampala, Addis Abeba, Khartum, Mogadischu, Johannesburg, Pretoria, Kapstadt,
    Durban, Harare, Luanda, Kinshasa, Riad, Dschidda, Mekka, Medina, Doha, Dubai, Abu Dhabi,
    Maskat, Sanaa, Aden, New York, New York City, Manhattan, Brooklyn, Queens, Bronx, Harlem,
    Washington, Washington D.C., Los Angeles, Hollywood, Beverly Hills, San Francisco, San
    Diego, San José, San Jose, Silicon Valley, Palo Alto, Chicago, Boston, Philadelphia,
    Houston, Dallas, Austin, Abilene, Phoenix, Las Vegas, Seattle, Portland, Denver, Detroit,
    Cleveland, Cincinnati, Pittsburgh, Baltimore, Miami, Orlando, Atlanta, New Orleans,
    Nashville, Memphis, St. Louis, Kansas City, Minneapolis, Milwaukee, Salt Lake City,
    Honolulu, Anchorage, Toronto, Montreal, Vancouver, Ottawa, Quebec, Calgary, Mexiko-Stadt,
    Tijuana, Havanna, Port-au-Prince, Santo Domingo, San Juan, Bogota, Bogotá, Caracas, Quito,
    Lima, La Paz, Santiago de Chile, Buenos Aires, Montevideo, Brasilia, Rio de Janeiro, Sao
    Paulo, São Paulo, Alabama, Alaska, Arizona, Arkansas, California, Kalifornien, Colorado,
    Connecticut, Delaware, Florida, Georgia, Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky,
    Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, Missouri, Montana,
    Nebraska, Nevada, New Hampshire, New Jersey, New Mexico, North Carolina, North Dakota,
    Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina, South Dakota,
    Tennessee, Texas, Utah, Vermont, Virginia, West Virginia, Wisconsin, Wyoming, Guantanamo,
    Capitol Hill, Oxford, Cambridge, Manchester, Liverpool, Birmingham, Glasgow, Edinburgh,
    Belfast, Dublin, Cardiff, Leeds, Sheffield, Bristol, Newcastle, Nottingham, Brighton,
    Heathrow, Wembley, Wimbledon, Downing Street, Wall Street, Maidan, Ramstein, Guantánamo,
    Rust Belt, Egypt, Albania, Algeria, Argentina, Armenia, Azerbaijan, Ethiopia, Australia,
    Bangladesh, Belgium, Bolivia, Bosnia, Brazil, Bulgaria, Burma, Cambodia, Cameroon, Canada,
    Colombia, Congo, Croatia, Cuba, Cyprus, Czech Republic, Denmark, Estonia, Finland, France,
    Germany, West Germany, East Germany, Greece, Hungary, Iceland, India, Indonesia, Iraq,
    Ireland, Italy, Ivory Coast, Jamaica, Jordan, Kazakhstan, Kenya, North Korea, South Korea,
    Latvia, Lebanon, Libya, Lithuania, Luxembourg, Macedonia, Mexico, Moldova, Mongolia,
    Morocco, Mozambique, Netherlands, New Zealand, Northern Ireland, Norway, Palestine,
    Philippines, Poland, Qatar, Romania, Russia, Rwanda, Saudi Arabia, Scotland, Serbia,
    Singapore, Slovakia, Slovenia, South Africa, South Sudan, Soviet Union, Spain, Sweden,
    Switzerland, Syria, Tanzania, Tunisia, Turkey, United Arab Emirates, UAE, United Kingdom,
    Great Britain, Britain, UK, United States, United States of America, America, U.S., US,
    Uzbekistan, Yemen, Zambia, Zimbabwe, Europe, Eastern Europe, Asia, Africa, Latin America,
    North America, South America, Middle East, Far East, Midwest, West Bank, Gaza Strip,
    Crimea, Chechnya, Siberia, Catalonia, Sicily, Tuscany, Hong Kong, Bavaria, Saxony, Munich,
    Cologne, Nuremberg, Hanover, Vienna, Zurich, Geneva, Rome, Milan, Venice, Florence, Naples,
    Seville, Lisbon, Brussels, Antwerp, The Hague, Copenhagen, Gothenburg, Warsaw, Krakow,
    Prague, Bucharest, Belgrade, Athens, Moscow, Kiev, Kyiv, Damascus, Baghdad, Tehran,
    Karachi, New Delhi, Beijing, Tokyo, Pyongyang, Taipei, Cairo, Tripoli, Algiers, Cape Town,
    Riyadh, Mecca, Havana, Mexico City, White Plains, Long Island, Staten Island, Cape Cod, Bay
    Area, Lordstown, Guadeloupe, Martinique, Curaçao, Puerto Rico, Bermuda, Lampedusa, Lesbos,
    Moria, Idomeni, Halifax, Winnipeg, Edmonton, Sacramento, Oakland, San Antonio, Fort Worth,
    Columbus, Indianapolis, Jacksonville, Charlotte, Richmond, Norfolk, Newark, Buffalo,
    Rochester, Tampa, Savannah, Tucson, Albuquerque, Omaha, Tulsa, El Paso, Wilmington,
    Kenosha, Elberfeld, Wandsbek, Blankenese, Harburg, Marzahn, Lichtenberg, Treptow, Steglitz,
    Zehlendorf, Reinickendorf, Ehrenfeld, Sögel, Rheda-Wiedenbrück, Tönsberg, Cloppenburg,
    Vechta, Nordhorn, Lingen, Meppen, Uelzen, Soltau, Stade, Verden, Nienburg, Goslar, Gifhorn,
    Peine, Northeim, Holzminden, Höxter, Soest, Unna, Lippstadt, Arnsberg, Siegburg, Troisdorf,
    Euskirchen, Bensberg, Kleve, Wesel, Bocholt, Borken, Coesfeld, Rheine, Ahlen, Bad Homburg,
    Bad Kreuznach, Bad Segeberg, Pirna, Freital, Meißen, Riesa, Hoyerswerda, Zittau,
    Eisenhüttenstadt, Eberswalde, Neuruppin, Oranienburg, Ludwigsfelde, Grünheide, Wismar,
    Güstrow, Neubrandenburg, Halberstadt, Stendal, Quedlinburg, Suhl, Nordhausen, Sonneberg,
    Altenburg, Straubing, Deggendorf, Weiden, Amberg, Schweinfurt, Coburg, Ansbach, Memmingen,
    Kaufbeuren, Lindau, Ravensburg, Villingen-Schwenningen, Offenburg, Lörrach, Sindelfingen,
    Böblingen, Göppingen, Schwäbisch Hall, Aalen, Heidenheim, Sigmaringen, Neunkirchen,
    Homburg, Merzig, Saarlouis, Pirmasens, Zweibrücken, Landau, Frankenthal, Limburg, Wetzlar,
    Bad Hersfeld, Rüsselsheim, Langen, Dreieich
    """.split(",")
)

# Ordinary words or family names as well; a place only after "in", "aus", "nach".
AMBIGUOUS_PLACES = frozenset(
    """
    Austin Baden Bali Bergen Cannes Celle Chad Chur Essen Florence Franken Gent Georgia Gera
    Guinea Hagen Halle Hamm Harz Houston Inn Island Java Jordan Krim Lagos Lima Main Mali
    Montana Newcastle Nice Niger Oder Orlando Paderborn Perth Phoenix Posen Reading Ruhr
    Schwaben Seine Siegen Sofia Turkey US Victoria Virginia Wallis Washington Wellington Wels
    Worms
    """.split()
)

# A noun that makes the name after it (or before it, in a compound) a place.
PLACE_NOUNS = frozenset(
    """
    stadt hauptstadt großstadt kleinstadt kreisstadt landeshauptstadt hafenstadt ort vorort
    urlaubsort ortsteil stadtteil dorf gemeinde insel halbinsel provinz region bundesstaat
    landkreis bezirk kanton stadtbezirk fluss berg see nachbarland ortschaft weiler marktgemeinde
    nachbargemeinde nachbarort nachbardorf nachbarstadt bergdorf fischerdorf grenzort siedlung
    """.split()
)
PLACE_ENDINGS = tuple(
    """
    straße strasse platz allee gasse brücke kirche stadion arena park schloss burg turm tor see
    tal wald gebirge insel kreis kanal hafen flughafen bahnhof friedhof denkmal mahnmal
    """.split()
)
# Hardly anything but a town ends so.
SURE_SETTLEMENT_ENDINGS = tuple(
    """
    hausen ingen hofen kirchen weiler büttel stedt rode furt brück brunn dorf heim reuth roth see
    tal
    """.split()
)
SETTLEMENT_ENDINGS = SURE_SETTLEMENT_ENDINGS + tuple(
    """
    burg berg feld stadt bach leben zell stein fels ach wald hain au winkel hagen horst
    """.split()
)
# They end like towns and are none: Leichtbau, Eigenkapital, Hauptfach.
NO_SETTLEMENT_ENDINGS = tuple(
    """
    bau frau schau stau blau grau tau dach fach krach kapital pital gital dingen klingen
    schlingen elektrode
    """.split()
)
# What things are made of needs no article either: "aus Schieferstein".
MATERIAL_ENDINGS = ("stein", "fels", "leben")
# What is "von" a place: its mayor, its people, the north of it.
PLACE_OWNERS = frozenset(
    """
    bürgermeister bürgermeisterin bürgermeisters oberbürgermeister oberbürgermeisterin
    ortsvorsteher ortsvorsteherin bewohner bewohnern bewohnerin einwohner einwohnern bürger
    bürgern rathaus rathauses ortskern zentrum innenstadt altstadt norden süden osten westen
    nördlich südlich östlich westlich unweit nähe umgebung gemeinderat stadtrat ortsrat rat
    rand straßen schulen
    """.split()
)
# A town with its genitive s stands before whoever governs it: "Musterhausens Bürgermeisterin".
TOWN_ROLES = frozenset(
    """
    bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin ortsvorsteher
    ortsvorsteherin stadtrat gemeinderat stadtverwaltung innenstadt altstadt
    """.split()
)
# What is named after its town: "Freibad Musterhausen".
FACILITIES = frozenset(
    """
    freibad hallenbad schwimmbad strandbad kraftwerk wasserkraftwerk klinik krankenhaus schule
    grundschule gymnasium realschule gesamtschule bahnhof hafen talsperre mühle stadthalle
    turnhalle sporthalle bibliothek bücherei kita kindergarten schleuse wehr autobahnkreuz
    kläranlage deponie mülldeponie gefängnis justizvollzugsanstalt stadtwerke sparkasse
    """.split()
)
AGENCIES = frozenset(
    "dpa AFP afp AP ap Reuters rtr KNA kna epd APA apa sda SID sid ots dapd".split()
)
