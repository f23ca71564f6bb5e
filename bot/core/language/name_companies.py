"""Companies, publishers, broadcasters and labels that are known far beyond their towns."""

from __future__ import annotations

COMPANIES = tuple(
    " ".join(entry.split())
    for entry in """
    Aareal Bank, Aixtron, Aurubis, Bechtle, Bilfinger, Brenntag, Carl Zeiss Meditec, CompuGroup
    Medical, Covestro, CTS Eventim, Daimler Truck, Deutsche EuroShop, Dr. Oetker, Drägerwerk,
    Elringklinger, ElringKlinger, Evonik, Evotec, Fielmann, Fraport AG, Freenet AG, Gea Group,
    Gerresheimer, Hannover Rück, Heidelberg Cement, HeidelbergCement, Heidelberg Materials,
    Heidelberger Druckmaschinen, Hensoldt, K+S, Kion Group, Koenig & Bauer, Lanxess, MTU Aero
    Engines, MTU, Morphosys, MorphoSys, Nemetschek, Nordex, Pfeiffer Vacuum, Qiagen, Rational
    AG, Rheinmetall AG, Rhön-Klinikum, Salzgitter AG, Sartorius, SGL Carbon, Siemens
    Healthineers, SMA Solar, Software AG, Ströer, Südzucker, Symrise, TAG Immobilien,
    TeamViewer, Teamviewer, Traton, Vossloh, Wacker Chemie, Wacker Neuson, Xing, Zooplus,
    Auto1, Flatex, Trade Republic, Solarworld, SolarWorld, Q-Cells, Conergy, Prokon, Arcandor,
    Hertie, Max Bahr, Schlecker, dm-drogerie markt, Müller Drogerie, Media Markt, MediaMarkt,
    Media-Saturn, Ceconomy, Deichmann, C&A, Peek & Cloppenburg, Breuninger, KaDeWe, Kaiser's
    Tengelmann, Netto Marken-Discount, Tegut, Alnatura, denn's, Hugendubel, Gerry Weber, Tom
    Tailor, Marc O'Polo, Trigema, Steilmann, Escada, Jil Sander, Birkenstock, Jack Wolfskin,
    Katjes, Ritter Sport, Lindt, Lindt & Sprüngli, Tönnies, Wiesenhof, Müllermilch, Danish
    Crown, DMK, Nordmilch, Radeberger, Krombacher, Warsteiner, Beck's, Paulaner, Erdinger,
    Rotkäppchen-Mumm, Gerolsteiner, Villeroy & Boch, WMF, Kärcher, Fendt, Heckler & Koch,
    Krauss-Maffei, Krauss-Maffei Wegmann, KNDS, Howaldtswerke, Blohm + Voss, Meyer Werft,
    Nordseewerke, MV Werften, Hapag-Lloyd, Hamburg Süd, Kühne + Nagel, DB Schenker, DB Cargo,
    DB Regio, DB Netz, DB Fernverkehr, S-Bahn Berlin, BVG, HVV, Rheinbahn, Üstra, Transdev,
    Keolis, Abellio, Flixtrain, Arriva, DPD, GLS, UPS, FedEx, Fedex, TNT Express, Maersk, CMA
    CGM, Dachser, Rhenus, Swiss Re, Zurich Insurance, Generali, Axa, AXA, Talanx, HUK-Coburg,
    Debeka, R+V, Signal Iduna, Barmenia, AOK, Techniker Krankenkasse, DAK, DAK-Gesundheit,
    Commerzbank AG, DZ Bank, Raiffeisen, Sparda-Bank, GLS Bank, Comdirect, ING, ING-Diba,
    Consorsbank, Sal. Oppenheim, M.M. Warburg, Bankhaus Metzler, DekaBank, Union Investment,
    DWS, Helaba, NordLB, Nord/LB, SaarLB, Bayerische Landesbank, Landesbank Berlin, WestImmo,
    Depfa, Eurohypo, Erste Bank, Erste Group, Bank Austria, Bawag, Hypo Alpe Adria, Raiffeisen
    Bank International, Julius Bär, Vontobel, Pictet, PostFinance, BNP Paribas, Société
    Générale, Crédit Agricole, Crédit Lyonnais, Natixis, Dexia, KBC, Fortis, ABN Amro,
    Rabobank, HSBC, Barclays, Lloyds, Royal Bank of Scotland, RBS, Standard Chartered, NatWest,
    Banco Santander, BBVA, CaixaBank, Bankia, Intesa Sanpaolo, Monte dei Paschi, Mediobanca,
    Danske Bank, Nordea, Swedbank, Handelsbanken, Wells Fargo, Merrill Lynch, Bear Stearns,
    Washington Mutual, American Express, Capital One, Fannie Mae, Freddie Mac, AIG, MetLife,
    State Street, KKR, Permira, EQT, CVC, Apollo Global, Softbank Group, SoftBank Group, Vision
    Fund, MUFG, Sumitomo, Mitsui, Itochu, Marubeni, Nippon Steel, Daihatsu, Isuzu, Aisin,
    Bridgestone, Nikon, Olympus, Ricoh, Konica Minolta, Epson, Sanyo, Kyocera, NTT, NTT Docomo,
    KDDI, Rakuten, Capcom, Bandai Namco, Namco, Hynix, Samsung Electronics, Hyundai Motor,
    Posco, Daewoo, SsangYong, Naver, HTC, Acer, Asus, Asustek, MediaTek, Hon Hai, Pegatron,
    Geely, SAIC, Great Wall Motors, Xpeng, Li Auto, Evergrande, Country Garden, Fosun, Haier,
    Hisense, Oppo, OnePlus, DJI, SMIC, Sinopec, PetroChina, CNOOC, State Grid, China Mobile,
    China Telecom, Ant Group, Temu, Shein, Pinduoduo, NetEase, Weibo, Kuaishou, SenseTime,
    Megvii, Moonshot AI, Zhipu, Tata Motors, Tata Steel, Infosys, Wipro, Reliance Industries,
    Adani, Flipkart, Air India, Jet Airways, ArcelorMittal, Tenaris, Embraer, Rio Tinto, BHP
    Billiton, Glencore, Xstrata, Anglo American, De Beers, Holcim, LafargeHolcim, Lafarge, ABB,
    Omega SA, Richemont, Logitech, Syngenta, Lonza, Clariant, Georg Fischer, Swisscom, Migros,
    Ringier, Tamedia, Crossair, Swissair, Edelweiss Air, Austrian Airlines, Lauda Air,
    Laudamotion, OMV, Voestalpine, voestalpine, Wienerberger, Strabag, Porr, Red Bull, KTM,
    Magna Steyr, Novomatic, Billa, Palfinger, AMS Osram, Casinos Austria, Wiener Linien, Wiener
    Stadtwerke, KLM, Air France, Air France-KLM, British Airways, Vueling, Alitalia, Finnair,
    Wizz Air, Aer Lingus, Turkish Airlines, Pegasus Airlines, SunExpress, Etihad, Etihad
    Airways, Qatar Airways, El Al, Aeroflot, Delta Air Lines, United Airlines, American
    Airlines, Southwest Airlines, Pan Am, Qantas, Singapore Airlines, Cathay Pacific, Malaysia
    Airlines, Air China, LTU, Hapag-Lloyd Express, TUIfly, Interflug, Airberlin, EADS,
    Eurocopter, Airbus Helicopters, Ariane Group, ArianeGroup, Arianespace, OHB, Rocket Lab,
    Virgin Galactic, Virgin Atlantic, Virgin Records, Sikorsky, Northrop Grumman, Raytheon,
    General Dynamics, BAE Systems, Dassault, Dassault Aviation, Saab AB, Rolls-Royce, Pratt &
    Whitney, General Electric, Honeywell, 3M, John Deere, Dow Chemical, DuPont, Union Carbide,
    Xerox, Motorola, Lucent, Alcatel, Alcatel-Lucent, BlackBerry, Compaq, Sun Microsystems,
    Digital Equipment, Silicon Graphics, Novell, Netscape, Borland, Symantec, Kaspersky, Avast,
    CrowdStrike, Cloudflare, Fastly, Akamai, DigitalOcean, Red Hat, VMware, Citrix, ServiceNow,
    Databricks, MongoDB, Atlassian, Shopify, Block Inc., Klarna, Revolut, Adyen, Worldline,
    Ingenico, Coinbase, Binance, FTX, Robinhood, Scale AI, Stability AI, Inflection AI,
    Perplexity AI, Midjourney, Character.AI, Cerebras, Groq, Lambda Labs, Vantage Data Centers,
    Equinix, Digital Realty, Super Micro, Supermicro, Arista, Marvell, Applied Materials, Lam
    Research, Tokyo Electron, GlobalFoundries, Globalfoundries, STMicroelectronics, Wolfspeed,
    Analog Devices, Xilinx, Synopsys, Graphcore, Imagination Technologies, Arm Holdings, ARM
    Holdings, Softbank Robotics, Boston Dynamics, iRobot, GoPro, Garmin, Fitbit, Sonos, Bang &
    Olufsen, TomTom, Navteq, Expedia, Booking.com, Booking Holdings, Tripadvisor, TripAdvisor,
    Trivago, Groupon, Etsy, Wayfair, Instacart, DoorDash, Deliveroo, Just Eat, Lieferando,
    Takeaway.com, Foodpanda, Getir, Uber Eats, Free Now, FreeNow, Mytaxi, BlaBlaCar, Share Now,
    Car2Go, DriveNow, Europcar, Pinterest, Snap Inc., Tumblr, MySpace, Myspace, StudiVZ, Quora,
    Medium.com, WeWork, Theranos, Enron, WorldCom, Arthur Andersen, KPMG, Deloitte, PwC,
    PricewaterhouseCoopers, Ernst & Young, McKinsey, Boston Consulting Group, Roland Berger,
    Bain & Company, Accenture, Capgemini, Atos, Statista, GfK, Forsa, Infratest dimap, Emnid,
    YouGov, Ipsos, Moody's, Standard & Poor's, Creditreform, Schufa, Exxon Mobil,
    ConocoPhillips, Eni, Repsol, Equinor, Statoil, TotalEnergies, Engie, GDF Suez, EDF,
    Électricité de France, Areva, Framatome, Westinghouse, Toshiba Westinghouse, Tepco, TEPCO,
    Enel, Iberdrola, Endesa, Ørsted, Vestas, Enercon, Siemens Gamesa, Senvion, Tennet, TenneT,
    50Hertz, Amprion, TransnetBW, Mainova, Rheinenergie, Stadtwerke München, Gasag, N-Ergie,
    Steag, Leag, LEAG, Mibrag, Ruhrkohle AG, Evonik Industries, Linde plc, Air Liquide,
    Praxair, Solvay, Akzo Nobel, Bayer CropScience, Bayer AG, BASF SE, IG Farben, Agfa,
    Degussa, Sanofi-Aventis, Aventis, GlaxoSmithKline, GSK, Eli Lilly, Bristol-Myers Squibb,
    AbbVie, Amgen, Biogen, Genentech, Boehringer Ingelheim, Ratiopharm, Teva, Hexal,
    Grünenthal, Sana Kliniken, Vivantes, Medtronic, Philips Healthcare, Fresenius Medical Care,
    Illumina, Intuitive Surgical, Bosch Siemens Hausgeräte, Electrolux, AEG, Telefunken,
    Blaupunkt, Robotron, Carl Zeiss, L'Oréal, LVMH, Benetton, Primark, Inditex, Levi Strauss,
    Under Armour, Reebok, Asics, New Balance, Foot Locker, Intersport, Burger King, KFC, Pizza
    Hut, Domino's, Dunkin' Donuts, Vapiano, Block House, Hyatt, Accor, Carrefour, Auchan,
    Casino Guichard, Tesco, Sainsbury's, Marks & Spencer, Asda, Costco, Kroger, Home Depot,
    Best Buy, Circuit City, Macy's, Toys R Us, Whole Foods, Whole Foods Market, 7-Eleven,
    Bauhaus AG, Hagebau, XXXLutz, Höffner, Jysk, Dänisches Bettenlager, Bose Corporation,
    Steinway, Steinway & Sons, Roland Corporation, Knorr-Bremse, Webasto, Valeo, Faurecia,
    Aptiv, Visteon, Michelin, Pirelli, Goodyear, Dunlop, Maserati, Alfa Romeo, Lancia, Iveco,
    Bugatti, Bentley, Aston Martin, Land Rover, Jaguar Land Rover, MG Rover, Lotus Cars, Dacia,
    Awtowas, AvtoVAZ, Kamaz, DAF, Setra, Neoplan, Harley-Davidson, Ducati, Piaggio, Zündapp,
    Borgward, Wartburg AG, Auto Union, DKW, NSU Motorenwerke, Karmann, Maybach, Cadillac,
    Chevrolet, Buick, Lincoln Motor, Studebaker, Fisker, Faraday Future, Sono Motors,
    Streetscooter, Lilium, Volocopter, Isar Aerospace, Quantum Systems, Celonis, Personio,
    DeepL, N26 Bank, Auxmoney, Smava, Wefox, Getyourguide, GetYourGuide, Sumup, SumUp,
    Contentful, Mymuesli, Flaconi, Westwing, Home24, Windeln.de, Mister Spex, Lazada, Jumia,
    Zalando SE, 20th Century Fox, Columbia Pictures, Metro-Goldwyn-Mayer, MGM, RKO Pictures,
    United Artists, DreamWorks, Lionsgate, Miramax, New Line Cinema, Warner Bros., Warner
    Brothers, Time Warner, Warner Music, WarnerMedia, Discovery Channel, Viacom, VH1,
    Nickelodeon, Comedy Central, Cartoon Network, National Geographic, History Channel, ESPN,
    Hulu, Paramount Pictures, Universal Studios, Universal Pictures, Universal Music, Sony
    Music, Sony BMG, BMG, EMI, Polydor, Decca, Columbia Records, Capitol Records, Atlantic
    Records, Island Records, Motown, Def Jam, Geffen Records, Interscope Records, Nuclear
    Blast, Century Media, Roadrunner Records, Metal Blade, Sub Pop, Rough Trade, Four Music,
    Aggro Berlin, Selfmade Records, Deutsche Grammophon, Ariola, RCA, RCA Records, Marvel
    Comics, DC Comics, Image Comics, Dark Horse, Studio Ghibli, Toei, Aardman, Constantin Film,
    Bavaria Film, UFA, DEFA, Studio Babelsberg, Blizzard Entertainment, Activision, Rockstar
    Games, Take-Two, Epic Games, BioWare, Crytek, Mojang, King Digital, Zynga, Riot Games, CD
    Projekt, Sat.1 Gold, Kabel eins, RTL II, RTL 2, Super RTL, n-tv, ntv, N24, Welt TV, Tele 5,
    DSF, Sport1, Eurosport, Sky Deutschland, DAZN, Dazn, Joyn, RTL+, Bayerischer Rundfunk,
    Westdeutscher Rundfunk, Norddeutscher Rundfunk, Mitteldeutscher Rundfunk, Hessischer
    Rundfunk, Südwestrundfunk, Saarländischer Rundfunk, Radio Bremen, Rundfunk
    Berlin-Brandenburg, Sender Freies Berlin, SFB, Ostdeutscher Rundfunk Brandenburg, Radio
    Free Europe, Voice of America, Schweizer Fernsehen, Schweizer Radio und Fernsehen, SRG,
    ServusTV, Puls 4, ATV, PBS, NPR, RAI, Mediaset, TF1, France 2, Canal+, Canal Plus, Channel
    4, RTÉ, NHK, CCTV, Al Arabiya, Heise Verlag, Heinrich Bauer Verlag, Bauer Media, DuMont, M.
    DuMont Schauberg, WAZ, Madsack, Ippen, Holtzbrinck, Georg von Holtzbrinck, Langenscheidt,
    Cornelsen, Ullstein Verlag, Piper Verlag, Kiepenheuer & Witsch, S. Fischer Verlag, Suhrkamp
    Verlag, Rowohlt Verlag, Hoffmann und Campe, Aufbau Verlag, Insel Verlag, Heyne Verlag,
    Goldmann Verlag, Bastei Lübbe, Carl Hanser Verlag, Klett-Cotta, dtv, De Gruyter, Walter de
    Gruyter, Vandenhoeck & Ruprecht, HarperCollins, Simon & Schuster, Hachette, Gallimard,
    Penguin Books, Oxford University Press, Cambridge University Press, Focus Money, Manager
    Magazin, Börsen-Zeitung, Jungle World, Berliner Zeitung, Berliner Morgenpost, Berliner
    Kurier, B.Z., Hamburger Abendblatt, Hamburger Morgenpost, Kölner Stadt-Anzeiger, Kölnische
    Rundschau, Stuttgarter Zeitung, Stuttgarter Nachrichten, Leipziger Volkszeitung, Sächsische
    Zeitung, Mitteldeutsche Zeitung, Ostsee-Zeitung, Nordkurier, Schweriner Volkszeitung,
    Märkische Allgemeine, Thüringer Allgemeine, Hannoversche Allgemeine, Neue Osnabrücker
    Zeitung, Weser-Kurier, Nordwest-Zeitung, Westfälische Nachrichten, Ruhr Nachrichten,
    Westdeutsche Zeitung, Westdeutsche Allgemeine Zeitung, General-Anzeiger, Aachener Zeitung,
    Rhein-Zeitung, Rhein-Neckar-Zeitung, Mannheimer Morgen, Badische Zeitung, Schwäbische
    Zeitung, Südkurier, Südwest Presse, Augsburger Allgemeine, Münchner Merkur, tz, Nürnberger
    Nachrichten, Mittelbayerische Zeitung, Passauer Neue Presse, Main-Post, Saarbrücker
    Zeitung, Salzburger Nachrichten, Kleine Zeitung, Tages-Anzeiger, Basler Zeitung, Weltwoche,
    Los Angeles Times, Chicago Tribune, Boston Globe, San Francisco Chronicle, New York Post,
    Newsweek, Huffington Post, HuffPost, BuzzFeed News, Vox Media, ProPublica, National Review,
    The Independent, Daily Mirror, Daily Express, Libération, L'Équipe, Le Parisien, Corriere
    della Sera, La Stampa, Gazzetta dello Sport, El Mundo, De Telegraaf, Haaretz, Jerusalem
    Post, Hürriyet, Cumhuriyet, Prawda, Iswestija, Kommersant, Nowaja Gaseta, Global Times,
    South China Morning Post, Asahi Shimbun, Nikkei, Yonhap, Sport Bild, TechCrunch, Ars
    Technica, CNET, ZDNet, t3n, Computer Bild, Computerwoche, c't
    """.split(",")
)
