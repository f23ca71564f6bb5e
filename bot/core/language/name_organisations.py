"""Organisations, media, parties and clubs; products, platforms, works and events."""

from __future__ import annotations

from bot.core.language.name_bodies import BODIES
from bot.core.language.name_clubs import CLUBS
from bot.core.language.name_companies import COMPANIES

_FIRST = tuple(
    " ".join(entry.split())
    for entry in """
    SPD, CDU, CSU, CDU/CSU, FDP, AfD, Alternative für Deutschland, Bündnis 90/Die Grünen,
    Bündnis 90, Die Grünen, Grünen, Die Linke, Linkspartei, Linksfraktion, PDS, SED, NSDAP,
    NPD, BSW, Freie Wähler, Piratenpartei, WASG, DKP, KPD, ÖVP, SPÖ, FPÖ, NEOS, BZÖ, SVP,
    Union, Republikanische Partei, Demokratische Partei, Tories, Labour, Labour Party,
    Conservative Party, Democratic Party, Republican Party, Fidesz, Lega, Forza Italia, Front
    National, Rassemblement National, Podemos, Syriza, AKP, CHP, HDP, PKK, Hamas, Hisbollah,
    Hezbollah, Fatah, PLO, Taliban, Al-Kaida, Al-Qaida, al-Qaida, Al Kaida, al Qaeda, Al Qaeda,
    Boko Haram, IS, Islamischer Staat, Islamic State, ISIS, ETA, IRA, RAF, NSU, Ku Klux Klan,
    Pegida, Antifa, Scientology, EU, Europäische Union, European Union, EG, EZB, Europäische
    Zentralbank, European Central Bank, ECB, EU-Kommission, Europäische Kommission, European
    Commission, EU-Parlament, Europäisches Parlament, European Parliament, Europaparlament,
    Europarat, Europäischer Gerichtshof, EuGH, Europäischer Gerichtshof für Menschenrechte,
    Europol, Interpol, Frontex, EMA, Nato, NATO, UN, UNO, Uno, Vereinte Nationen, United
    Nations, UN-Sicherheitsrat, Weltsicherheitsrat, Sicherheitsrat, Security Council, Unicef,
    UNICEF, Unesco, UNESCO, UNHCR, WHO, Weltgesundheitsorganisation, World Health Organization,
    IWF, Internationaler Währungsfonds, IMF, International Monetary Fund, Weltbank, World Bank,
    WTO, OECD, OPEC, Opec, OSZE, OSCE, IAEA, IAEO, IOC, DOSB, DFB, DFL, Fifa, FIFA, Uefa, UEFA,
    FIA, NBA, NFL, NHL, MLB, ADAC, TÜV, DGB, IG Metall, Verdi, ver.di, GEW, IHK, BDI, BDA, ZDH,
    DIHK, DIW, Ifo-Institut, ifo, BND, CIA, FBI, NSA, KGB, FSB, Mossad, MI5, MI6, Stasi,
    Gestapo, SS, SA, BKA, LKA, Bundeskriminalamt, Landeskriminalamt, Bundesamt für
    Bundesnachrichtendienst, Bundeswehr, Wehrmacht, Rote Armee, Pentagon, Kreml, Kremlin,
    Weißes Haus, White House, Élysée, Bundestag, Deutscher Bundestag, Bundesrat,
    Bundesverfassungsgericht, Bundesgerichtshof, BGH, Bundesverwaltungsgericht,
    Bundesarbeitsgericht, Bundesfinanzhof, Bundessozialgericht, Bundesanwaltschaft,
    Generalbundesanwalt, Bundesbank, Deutsche Bundesbank, Bundespolizei, Bundesnetzagentur,
    Bundeskartellamt, Bundesagentur für Arbeit, Bafin, BaFin, Bundesrechnungshof, Statistisches
    Bundesamt, Umweltbundesamt, Robert-Koch-Institut, Robert Koch-Institut, RKI,
    Paul-Ehrlich-Institut, Max-Planck-Gesellschaft, Fraunhofer-Gesellschaft,
    Helmholtz-Gemeinschaft, Deutscher Wetterdienst, DWD, Deutsches Rotes Kreuz, DRK, Rotes
    Kreuz, Red Cross, Technisches Hilfswerk, THW, Caritas, Diakonie, Nationalrat, Knesset,
    Duma, Staatsduma, US-Kongress, Congress, US-Senat, Senate, Repräsentantenhaus, House of
    Representatives, Supreme Court, Oberster Gerichtshof, Federal Reserve, Fed, US-Notenbank,
    SEC, FTC, FDA, CDC, NASA, Nasa, ESA, DLR, FAA, NOAA, Department of Justice, Justice
    Department, State Department, Treasury, Homeland Security, Parliament, House of Commons,
    Unterhaus, Oberhaus, Bank of England, Scotland Yard, Human Rights Watch, Amnesty
    International, Greenpeace, WWF, Nabu, BUND, Attac, Foodwatch, Transparency International,
    Reporter ohne Grenzen, Ärzte ohne Grenzen, Fridays for Future, Extinction Rebellion, Letzte
    Generation, Katholische Kirche, Evangelische Kirche, EKD, Deutsche Bischofskonferenz,
    Zentralrat der Juden, Zentralrat der Muslime, Arabische Liga, Afrikanische Union, African
    Union, Asean, ASEAN, Mercosur, G7, G8, G20, dpa, Deutsche Presse-Agentur, AFP, AP,
    Associated Press, Reuters, Thomson Reuters, Bloomberg, Xinhua, Tass, Interfax, ARD, ZDF,
    WDR, NDR, MDR, SWR, BR, RBB, HR, RTL, Sat.1, Sat1, ProSieben, ProSiebenSat.1, Vox, Arte,
    3sat, Phoenix, Deutschlandfunk, Deutschlandradio, Deutsche Welle, ORF, SRF, BBC, ITV, Sky,
    Sky News, CNN, CNBC, NBC, NBC News, ABC News, CBS, CBS News, MSNBC, Fox News, HBO, Netflix,
    Disney, Walt Disney, Al Jazeera, Al-Dschasira, Der Spiegel, Spiegel, Spiegel Online, Zeit
    Online, Focus, Focus Online, Welt am Sonntag, Bild, Bild-Zeitung, Bild am Sonntag,
    Bild-am-Sonntag, Süddeutsche Zeitung, SZ, Frankfurter Allgemeine Zeitung, Frankfurter
    Allgemeine, FAZ, F.A.Z., Frankfurter Rundschau, taz, Tagesspiegel, Der Tagesspiegel,
    Handelsblatt, Wirtschaftswoche, Rheinische Post, Funke Mediengruppe, Neue Zürcher Zeitung,
    NZZ, Standard, Kronen Zeitung, Kurier, New York Times, The New York Times, NYT, Washington
    Post, The Washington Post, Wall Street Journal, The Wall Street Journal, USA Today,
    Guardian, The Guardian, Times, Sunday Times, Daily Mail, Daily Telegraph, Financial Times,
    Economist, The Economist, The New Yorker, Politico, Axios, BuzzFeed, Le Monde, Le Figaro,
    El País, La Repubblica, Time Magazine, Forbes, Wired, The Verge, Breitbart, Vanity Fair,
    Playboy, Frankfurter Allgemeine Sonntagszeitung, Electronic Arts, RT, Russia Today,
    Sputnik, Heise, Golem, Correctiv, Netzpolitik.org, Google, Alphabet, Apple, Microsoft,
    Amazon, Meta, Facebook, OpenAI, xAI, Anthropic, DeepMind, Google DeepMind, Deepmind,
    DeepSeek, Mistral, Mistral AI, Aleph Alpha, Hugging Face, Nvidia, AMD, Intel, Arm,
    Qualcomm, Broadcom, TSMC, ASML, Samsung, SK Hynix, Sony, Nintendo, Sega, Panasonic,
    Toshiba, Hitachi, Fujitsu, Huawei, ZTE, Xiaomi, Alibaba, Tencent, Baidu, ByteDance,
    Foxconn, SoftBank, Softbank, Oracle, SAP, Salesforce, IBM, Cisco, Dell, HP,
    Hewlett-Packard, Lenovo, Ebay, eBay, PayPal, Paypal, Visa, Mastercard, Uber, Lyft, Airbnb,
    Tesla, SpaceX, Boeing, Airbus, Lockheed Martin, Rheinmetall, Blue Origin, Palantir, MGX,
    G42, CoreWeave, Neuralink, Spotify, Snapchat, Zoom, Yahoo, AOL, Mozilla, Wikimedia,
    Wikileaks, WikiLeaks, GitHub, Adobe, AT&T, Verizon, T-Mobile, Vodafone, Telekom, Deutsche
    Telekom, Telefónica, O2, 1&1, United Internet, Freenet, BMW, Mercedes, Mercedes-Benz,
    Daimler, Volkswagen, VW, Audi, Porsche, Opel, Skoda, Seat, Fiat, Chrysler, Fiat Chrysler,
    Stellantis, Renault, Peugeot, Citroën, Toyota, Honda, Nissan, Mazda, Hyundai, Kia, Volvo,
    Saab, Ferrari, McLaren, General Motors, Ford, Jaguar, BYD, Nio, Bosch, Continental, ZF,
    Schaeffler, Siemens, Siemens Energy, Infineon, ThyssenKrupp, Thyssenkrupp, BASF, Bayer,
    Monsanto, Merck, Henkel, Beiersdorf, Linde, Adidas, Puma, Nike, Allianz, Munich Re,
    Münchener Rück, Deutsche Bank, Commerzbank, Dresdner Bank, HypoVereinsbank, Unicredit, KfW,
    Sparkasse, Sparkassen, Deutsche Börse, Credit Suisse, UBS, Goldman Sachs, JP Morgan,
    JPMorgan, Morgan Stanley, Lehman Brothers, Bank of America, Citigroup, Blackrock,
    BlackRock, Berkshire Hathaway, Wirecard, Deutsche Bahn, Bahn, Deutsche Post, DHL,
    Lufthansa, Deutsche Lufthansa, Eurowings, Germanwings, Air Berlin, Ryanair, Easyjet,
    Condor, Tui, TUI, Thomas Cook, Flixbus, Fraport, Hochtief, RWE, Eon, E.on, EnBW,
    Vattenfall, Uniper, Gazprom, Rosneft, Nord Stream, Shell, BP, Exxon, ExxonMobil, Total,
    Aramco, Wintershall, Vonovia, Deutsche Wohnen, Aldi, Lidl, Edeka, Rewe, Metro, Kaufland,
    Karstadt, Kaufhof, Galeria Karstadt Kaufhof, Zalando, Otto, Ikea, H&M, Zara, Walmart,
    Wal-Mart, McDonald's, Starbucks, Coca-Cola, Pepsi, Nestlé, Unilever, Philips, Nokia,
    Ericsson, Procter & Gamble, Pfizer, BioNTech, Biontech, Moderna, AstraZeneca, Astrazeneca,
    Johnson & Johnson, Curevac, CureVac, Roche, Novartis, Sanofi, Fresenius, Axel Springer,
    Bertelsmann, Burda, Gruner + Jahr, Suhrkamp, Tchibo, Lego, Warner Bros, Universal,
    Paramount, Pixar, Twitter, FC Bayern, FC Bayern München, Bayern München, Borussia Dortmund,
    BVB, Borussia Mönchengladbach, Schalke 04, FC Schalke 04, Schalke, Hertha BSC, Hertha,
    Union Berlin, Werder Bremen, Werder, Hamburger SV, HSV, VfB Stuttgart, VfL Wolfsburg,
    Eintracht Frankfurt, Bayer Leverkusen, RB Leipzig, SC Freiburg, FC St. Pauli, Hansa
    Rostock, Dynamo Dresden, Energie Cottbus, Arminia Bielefeld, MSV Duisburg, Hannover 96,
    Fortuna Düsseldorf, FC Augsburg, Mainz 05, FSV Mainz 05, TSG Hoffenheim, 1899 Hoffenheim,
    Real Madrid, FC Barcelona, Barça, Atlético Madrid, Juventus, Juventus Turin, AC Mailand, AC
    Milan, Inter Mailand, Manchester United, Manchester City, FC Liverpool, FC Chelsea, FC
    Arsenal, Arsenal, Tottenham Hotspur, Paris Saint-Germain, Ajax Amsterdam, Bundesliga, 2.
    Bundesliga, Premier League, Champions League, Europa League, Harvard, Harvard University,
    Stanford, Stanford University, Yale, Princeton, MIT, ETH Zürich, Charité, Beatles, The
    Beatles, Rolling Stones, ABBA, Queen, Pink Floyd, Metallica, Rammstein, Europäischer Rat,
    Mitsubishi, Suzuki, Subaru, Yamaha, Kawasaki, Bombardier, Alstom, Playmobil, Mattel,
    Hasbro, Schering, Bayer Schering, Novo Nordisk, Gilead, Sinovac, Sinopharm, Delivery Hero,
    Hellofresh, HelloFresh, Square Enix, Ubisoft, Activision Blizzard, Hells Angels, Greenpeace
    Energy, Commonwealth, SBB, ÖBB, HSH Nordbank, BayernLB, LBBW, WestLB, Hypo Real Estate,
    IKB, Postbank, Targobank, N26, Opel Vauxhall, Siltronic, Varta, Osram, Hugo Boss, Puma SE,
    Miele, Haribo, Ferrero, Danone, Kraft Foods, Mondelez, Philip Morris, Reemtsma, Saudi
    Aramco, Petrobras, PDVSA, Lukoil, Sberbank, VTB, Bank of China, ICBC, Didi, Meituan,
    JD.com, Grab, Twitch, Discord, Slack, Dropbox, Oculus, Waymo, Rivian, Lucid, Polestar,
    Northvolt, CATL, LG, LG Chem, Micron, Western Digital, Seagate, Texas Instruments, Kuka,
    Midea, Trumpf, Zeiss, Leica, Jenoptik, Rocket Internet, Scout24, Check24, Verivox, Springer
    Nature, Elsevier, Penguin Random House, Random House, Rowohlt, S. Fischer, Hanser, Reclam,
    C.H. Beck, Deutscher Fußball-Bund, Internationales Olympisches Komitee,
    Welthandelsorganisation, Internationaler Strafgerichtshof, Internationaler Gerichtshof,
    Deutscher Gewerkschaftsbund, Deutsche Forschungsgemeinschaft, DFG,
    Konrad-Adenauer-Stiftung, Friedrich-Ebert-Stiftung, Heinrich-Böll-Stiftung,
    Bertelsmann-Stiftung, Rosa-Luxemburg-Stiftung, Deutsche Umwelthilfe, Deutscher Richterbund,
    Pro Asyl, Sea-Watch, Caritas International, Brot für die Welt, Misereor, Oxfam, Save the
    Children, Welthungerhilfe
    """.split(",")
)
ORGANISATIONS = (*_FIRST, *BODIES, *COMPANIES, *CLUBS)

WORKS = tuple(
    " ".join(entry.split())
    for entry in """
    Stargate, ChatGPT, GPT-4, GPT-3, GPT-5, Gemini, Claude, Copilot, Grok, Llama, iPhone, iPad,
    iPod, Macbook, Android, Windows, Linux, macOS, iOS, PlayStation, Xbox, Wikipedia, WhatsApp,
    Whatsapp, Instagram, YouTube, Youtube, TikTok, Tiktok, Telegram, Truth Social, Bitcoin,
    Ethereum, LinkedIn, Reddit, Photoshop, Internet Explorer, Firefox, Zweiter Weltkrieg,
    Erster Weltkrieg, Kalter Krieg, World War II, World War I, Cold War, Brexit, Oscar, Oscars,
    Nobelpreis, Friedensnobelpreis, Olympische Spiele, Olympia, Oktoberfest, Berlinale, Cebit,
    IFA, Tatort, Tagesschau, Bibel, Koran, Grundgesetz, Holocaust, Super Bowl, Grammy, Grammys,
    Star Wars, Star Trek, Harry Potter
    """.split(",")
)

# Spellings of one and the same; the first is shown.
SAME = (
    ("Vereinigte Staaten", "USA", "Vereinigte Staaten von Amerika"),
    ("United States", "U.S.", "US", "United States of America", "USA"),
    ("UN", "UNO", "Uno", "Vereinte Nationen", "United Nations"),
    ("Europäische Union", "EU"),
    ("European Union", "EU"),
    ("Europäische Zentralbank", "EZB"),
    ("WHO", "Weltgesundheitsorganisation", "World Health Organization"),
    ("Volkswagen", "VW"),
    ("Frankfurter Allgemeine Zeitung", "FAZ", "F.A.Z."),
    ("Süddeutsche Zeitung", "SZ"),
    ("Robert-Koch-Institut", "Robert Koch-Institut", "RKI"),
    ("Kiew", "Kyjiw"),
)
