"""Parties, parliaments, authorities, forces, unions, associations, universities, institutes."""

from __future__ import annotations

BODIES = tuple(
    " ".join(entry.split())
    for entry in """
    Deutsche Volksunion, DVU, Deutsche Zentrumspartei, Deutschnationale Volkspartei, DNVP,
    Deutsche Volkspartei, DVP, Deutsche Demokratische Partei, DDP, Bayerische Volkspartei,
    USPD, Bayernpartei, ÖDP, Ökologisch-Demokratische Partei, Südschleswigscher Wählerverband,
    Tierschutzpartei, Schill-Partei, Familienpartei, Graue Panther, Der III. Weg, Werteunion,
    MLPD, DDR-CDU, LDPD, NDPD, FDJ, Freie Deutsche Jugend, Jusos, Junge Union, Junge Liberale,
    Linksjugend Solid, Junge Alternative, Bündnis Sahra Wagenknecht, Team Stronach, Liste Pilz,
    Freiheitliche Partei Österreichs, Sozialdemokratische Partei Österreichs, Österreichische
    Volkspartei, Sozialdemokratische Partei Deutschlands, Christlich Demokratische Union,
    Christlich-Soziale Union, Freie Demokratische Partei, Sozialistische Einheitspartei
    Deutschlands, Kommunistische Partei Deutschlands, KPdSU, KPÖ, KPCh, Kommunistische Partei
    Chinas, Schweizerische Volkspartei, FDP.Die Liberalen, CVP, Grünliberale Partei, Lega Nord,
    Fratelli d'Italia, Movimento 5 Stelle, Fünf-Sterne-Bewegung, Partito Democratico,
    Democrazia Cristiana, Südtiroler Volkspartei, Parti Socialiste, La République en Marche, En
    Marche, Les Républicains, La France insoumise, UMP, Partido Popular, PSOE, Ciudadanos,
    Esquerra Republicana, Junts per Catalunya, Batasuna, Nea Dimokratia, PASOK, Pasok, Vlaams
    Belang, Vlaams Blok, Partij voor de Vrijheid, Sinn Féin, Fianna Fáil, Fine Gael, Democratic
    Unionist Party, Scottish National Party, Plaid Cymru, UKIP, Brexit Party, Reform UK,
    Liberal Democrats, British National Party, Schwedendemokraten, Dansk Folkeparti, Dänische
    Volkspartei, Wahre Finnen, Basisfinnen, Fremskrittspartiet, Prawo i Sprawiedliwość,
    Platforma Obywatelska, Bürgerplattform, Solidarność, Jobbik, Einiges Russland, Jabloko,
    Republikanische Volkspartei, Mutterlandspartei, Likud, Kadima, Jesch Atid, Baath-Partei,
    Muslimbrüder, Muslimbruderschaft, Kuomintang, Kongresspartei, Bharatiya Janata Party, BJP,
    African National Congress, ANC, ZANU-PF, Swapo, SWAPO, Frelimo, FRELIMO, Renamo, MPLA,
    UNITA, Sandinisten, FSLN, FARC, ELN, Tupamaros, Sendero Luminoso, Montoneros, Rote Khmer,
    Khmer Rouge, Viet Cong, Vietcong, Tamil Tigers, LTTE, Abu Sajaf, Jemaah Islamiyah,
    al-Shabaab, Al-Shabaab, al-Nusra-Front, Hizbollah, Freie Syrische Armee, YPG, Peschmerga,
    Brigate Rosse, Rote Brigaden, Rote Armee Fraktion, Bewegung 2. Juni, Revolutionäre Zellen,
    UÇK, Ustascha, Tschetniks, UVF, Ulster Volunteer Force, Black Panther Party, Black Lives
    Matter, Occupy Wall Street, Proud Boys, Oath Keepers, American Civil Liberties Union, ACLU,
    National Rifle Association, NRA, NAACP, Planned Parenthood, Heritage Foundation, Brookings
    Institution, Rand Corporation, RAND Corporation, Cato Institute, Council on Foreign
    Relations, Chatham House, Carnegie Endowment, Atlantic Council, Bilderberg-Konferenz, Club
    of Rome, Ford Foundation, Rockefeller Foundation, Gates Foundation, Bill & Melinda Gates
    Foundation, Open Society Foundations, Wikimedia Foundation, Free Software Foundation,
    Apache Software Foundation, Linux Foundation, Mozilla Foundation, Electronic Frontier
    Foundation, Chaos Computer Club, Creative Commons, ICANN, IEEE, IETF, W3C, VDE, VDI,
    Bitkom, ZVEI, VDMA, VDA, VCI, BDEW, BVMW, HDE, Dehoga, GdP, DPolG, EVG, GDL, IG BCE, IG
    BAU, NGG, IG Bau, Vereinigung Cockpit, Marburger Bund, Hartmannbund, Bundesärztekammer,
    Kassenärztliche Bundesvereinigung, GKV-Spitzenverband, Deutscher Beamtenbund, ÖGB, Unia,
    Deutscher Bauernverband, Deutscher Städtetag, Deutscher Landkreistag, Deutscher Städte- und
    Gemeindebund, Städte- und Gemeindebund, Bund der Steuerzahler, Verbraucherzentrale
    Bundesverband, Stiftung Warentest, Öko-Test, Sozialverband VdK, VdK, Paritätischer
    Wohlfahrtsverband, Arbeiterwohlfahrt, AWO, Malteser Hilfsdienst, Johanniter-Unfall-Hilfe,
    Arbeiter-Samariter-Bund, DLRG, Heilsarmee, Deutscher Tierschutzbund, Naturschutzbund
    Deutschland, Deutscher Alpenverein, Alpenverein, Deutscher Kinderschutzbund, Terre des
    Femmes, terre des hommes, Kindernothilfe, Plan International, SOS Kinderdorf,
    SOS-Kinderdorf, Cap Anamur, Medico International, medico international, Aktion Mensch,
    Aktion Sühnezeichen, Robin Wood, Peta, PETA, Sea Shepherd, Campact, Mehr Demokratie,
    LobbyControl, Lobbycontrol, Abgeordnetenwatch, Germanwatch, Urgewald, Deutsche Aidshilfe,
    Lesben- und Schwulenverband, Humanistischer Verband, Goethe-Institut, British Council,
    Alliance française, DAAD, Deutscher Akademischer Austauschdienst, Alexander von
    Humboldt-Stiftung, Studienstiftung des deutschen Volkes, Volkswagenstiftung, Robert Bosch
    Stiftung, Hans-Böckler-Stiftung, Hanns-Seidel-Stiftung, Friedrich-Naumann-Stiftung,
    Desiderius-Erasmus-Stiftung, Amadeu Antonio Stiftung, Wissenschaftsrat,
    Kultusministerkonferenz, Hochschulrektorenkonferenz, Leopoldina, Leibniz-Gemeinschaft, GIZ,
    Gesellschaft für Internationale Zusammenarbeit, Treuhandanstalt, Gauck-Behörde,
    Birthler-Behörde, Stasi-Unterlagen-Behörde, Ministerium für Staatssicherheit, MfS,
    Volkskammer, Nationale Volksarmee, NVA, Kasernierte Volkspolizei, Volkspolizei, Reichswehr,
    Kriegsmarine, Waffen-SS, Sturmabteilung, Schutzstaffel, Hitlerjugend, Bund Deutscher Mädel,
    Reichsarbeitsdienst, Deutsche Arbeitsfront, Reichssicherheitshauptamt, Oberkommando der
    Wehrmacht, Deutsche Reichsbahn, Reichsbahn, Deutsche Bundesbahn, Deutsche Bundespost,
    Bundespost, Royal Air Force, Royal Navy, British Army, United States Army, US Army, U.S.
    Army, US-Army, United States Navy, US Navy, U.S. Navy, US-Navy, United States Air Force, US
    Air Force, U.S. Air Force, US-Luftwaffe, US Marine Corps, United States Marine Corps, US
    Coast Guard, Navy Seals, Fremdenlegion, Grande Armée, Konföderierte Armee, Sowjetarmee,
    Rote Flotte, Volksbefreiungsarmee, Revolutionsgarden, Al-Quds-Brigaden, Israel Defense
    Forces, IDF, Schin Bet, Shin Bet, GRU, NKWD, Tscheka, Securitate, Savak, Bundesamt für
    Verfassungsschutz, Militärischer Abschirmdienst, Bundeszentralamt für Steuern, Bundesamt
    für Migration und Flüchtlinge, BAMF, Bamf, Bundesamt für Sicherheit in der
    Informationstechnik, BSI, Bundesamt für Naturschutz, Bundesamt für Strahlenschutz,
    Kraftfahrt-Bundesamt, KBA, Eisenbahn-Bundesamt, Luftfahrt-Bundesamt, Bundesanstalt für
    Finanzdienstleistungsaufsicht, Bundesversicherungsamt, Bundespatentgericht,
    Bundespräsidialamt, Bundeskanzleramt, Auswärtiges Amt, Bundesinnenministerium,
    Bundesfinanzministerium, Bundesjustizministerium, Bundesverteidigungsministerium,
    Bundeswirtschaftsministerium, Bundesgesundheitsministerium, Bundesumweltministerium,
    Bundesarbeitsministerium, Bundesverkehrsministerium, Bundesbildungsministerium,
    Bundeslandwirtschaftsministerium, Bundesfamilienministerium, Bundesentwicklungsministerium,
    Bundeszentrale für politische Bildung, Landeszentrale für politische Bildung, Deutsche
    Rentenversicherung, Bundesverwaltungsamt, Statistik Austria, Österreichische Nationalbank,
    Schweizerische Nationalbank, Schweizer Bundesrat, Eidgenössische Finanzmarktaufsicht,
    Finma, Europäischer Rechnungshof, Europäische Investitionsbank, EIB, Eurostat, Europäische
    Arzneimittelagentur, Europäische Weltraumorganisation, European Space Agency, CERN, Cern,
    Euratom, EFTA, EWG, EGKS, Comecon, RGW, Warschauer Pakt, Warschauer Vertrag, Völkerbund,
    Komintern, OAS, OAU, Seato, Nordischer Rat, Visegrád-Gruppe, Shanghaier Organisation für
    Zusammenarbeit, GUS, Gemeinschaft Unabhängiger Staaten, Eurasische Wirtschaftsunion, OPCW,
    Organisation für das Verbot chemischer Waffen, ILO, Internationale Arbeitsorganisation,
    FAO, Welternährungsprogramm, World Food Programme, UNDP, UNEP, UNCTAD,
    UN-Menschenrechtsrat, UN-Generalversammlung, UN-Vollversammlung, Weltklimarat, IPCC,
    Unifil, KFOR, Isaf, ISAF, Eurocorps, Internationales Rotes Kreuz, Internationales Komitee
    vom Roten Kreuz, IKRK, Global Fund, Gavi, Bank für Internationalen Zahlungsausgleich,
    Asiatische Entwicklungsbank, Pariser Club, Weltwirtschaftsforum, World Economic Forum,
    Internationale Energieagentur, Internationale Atomenergiebehörde, Weltorganisation für
    Meteorologie, Weltpostverein, IUCN, Environmental Protection Agency, EPA, Food and Drug
    Administration, Centers for Disease Control, National Institutes of Health, NIH, National
    Security Agency, Central Intelligence Agency, Federal Bureau of Investigation, Secret
    Service, Internal Revenue Service, IRS, Drug Enforcement Administration, DEA, Federal
    Communications Commission, FCC, Federal Trade Commission, Securities and Exchange
    Commission, Federal Aviation Administration, National Transportation Safety Board, NTSB,
    NHTSA, National Oceanic and Atmospheric Administration, US Geological Survey, USGS,
    Department of Defense, Department of Energy, Department of Homeland Security, DARPA, Darpa,
    NIST, National Science Foundation, Smithsonian Institution, Library of Congress, Capitol
    Police, NYPD, Los Angeles Police Department, LAPD, US-Außenministerium,
    US-Justizministerium, US-Finanzministerium, US-Verteidigungsministerium,
    US-Repräsentantenhaus, Metropolitan Police, House of Lords, Foreign Office, National Health
    Service, NHS, Ofcom, Dáil Éireann, Assemblée nationale, Conseil d'État, Conseil
    constitutionnel, Quai d'Orsay, Cortes Generales, Guardia Civil, Mossos d'Esquadra,
    Carabinieri, Guardia di Finanza, Camorra, Cosa Nostra, 'Ndrangheta, Ndrangheta, Sejm,
    Storting, Riksdag, Folketing, Eduskunta, Werchowna Rada, Oberster Sowjet, Nationaler
    Volkskongress, Lok Sabha, Rajya Sabha, Majlis, Wächterrat, Bayerischer Landtag, Berliner
    Abgeordnetenhaus, Hamburgische Bürgerschaft, Bremische Bürgerschaft, Bayerische
    Staatsregierung, Paulskirchenversammlung, Parlamentarischer Rat, Alliierter Kontrollrat,
    Römische Kurie, Heiliger Stuhl, Glaubenskongregation, Opus Dei, Jesuitenorden,
    Malteserorden, Johanniterorden, Templerorden, Kolpingwerk, Piusbruderschaft,
    Russisch-Orthodoxe Kirche, Anglikanische Kirche, Church of England, Zeugen Jehovas, Heilige
    der Letzten Tage, Rotary Club, Lions Club, Ahmadiyya, DITIB, Ditib, Milli Görüş, Weltrat
    der Kirchen, Ökumenischer Rat der Kirchen, Vatikanbank, Weltfußballverband,
    Humboldt-Universität, Humboldt-Universität zu Berlin, Freie Universität Berlin, FU Berlin,
    HU Berlin, TU Berlin, Technische Universität Berlin, Technische Universität München, TU
    München, Ludwig-Maximilians-Universität, Ludwig-Maximilians-Universität München, LMU
    München, LMU, RWTH Aachen, RWTH, TU Dresden, TU Darmstadt, TU Braunschweig, TU Chemnitz, TU
    Dortmund, TU Wien, TU Graz, TU Bergakademie Freiberg, Bergakademie Freiberg, Karlsruher
    Institut für Technologie, Goethe-Universität, Goethe-Universität Frankfurt, Johann Wolfgang
    Goethe-Universität, Johannes Gutenberg-Universität, Johannes Gutenberg-Universität Mainz,
    Friedrich-Schiller-Universität, Friedrich-Schiller-Universität Jena,
    Martin-Luther-Universität, Martin-Luther-Universität Halle-Wittenberg,
    Otto-von-Guericke-Universität, Georg-August-Universität, Georg-August-Universität
    Göttingen, Eberhard Karls Universität Tübingen, Eberhard Karls Universität,
    Albert-Ludwigs-Universität, Albert-Ludwigs-Universität Freiburg,
    Ruprecht-Karls-Universität, Julius-Maximilians-Universität,
    Friedrich-Alexander-Universität, Friedrich-Alexander-Universität Erlangen-Nürnberg,
    Philipps-Universität, Philipps-Universität Marburg, Justus-Liebig-Universität,
    Justus-Liebig-Universität Gießen, Heinrich-Heine-Universität, Heinrich-Heine-Universität
    Düsseldorf, Ruhr-Universität Bochum, Ruhr-Universität, Westfälische Wilhelms-Universität,
    Bergische Universität Wuppertal, Leibniz-Universität Hannover, Leibniz Universität
    Hannover, Leuphana Universität, Christian-Albrechts-Universität,
    Christian-Albrechts-Universität zu Kiel, Ernst-Moritz-Arndt-Universität,
    Bauhaus-Universität Weimar, Bauhaus-Universität, Brandenburgische Technische Universität,
    Viadrina, Europa-Universität Viadrina, Universität der Künste Berlin, Bucerius Law School,
    Hertie School, Hertie School of Governance, Zeppelin Universität, Jacobs University,
    Constructor University, WHU, Universität Witten/Herdecke, Fernuniversität Hagen,
    FernUniversität in Hagen, Medizinische Hochschule Hannover, MHH, Universitätsklinikum
    Hamburg-Eppendorf, UKE, Klinikum rechts der Isar, Folkwang Universität der Künste,
    Filmakademie Baden-Württemberg, Hochschule für Fernsehen und Film München, Universität
    Wien, Universität Graz, Universität Innsbruck, Universität Zürich, Universität Basel,
    Universität Bern, ETH, EPFL, Oxford University, University of Oxford, Cambridge University,
    University of Cambridge, University College London, Imperial College London, Imperial
    College, London School of Economics, King's College London, University of Edinburgh,
    Trinity College Dublin, Eton College, Yale University, Princeton University, Columbia
    University, Cornell University, Brown University, Dartmouth College, University of
    Pennsylvania, Massachusetts Institute of Technology, California Institute of Technology,
    Caltech, UC Berkeley, University of California, UCLA, Johns Hopkins University,
    Johns-Hopkins-Universität, Duke University, Georgetown University, New York University,
    University of Chicago, University of Michigan, Carnegie Mellon University, Carnegie Mellon,
    Rutgers University, University of Texas, Harvard Medical School, Harvard Business School,
    Juilliard School, Lomonossow-Universität, Sciences Po, École Polytechnique, École normale
    supérieure, INSEAD, Bocconi, Universität Leiden, Universiteit van Amsterdam,
    Karolinska-Institut, Karolinska Institutet, Karls-Universität, Jagiellonen-Universität,
    Tsinghua-Universität, Peking-Universität, Universität Tokio, McGill University, University
    of Toronto, Hebräische Universität, Al-Azhar-Universität, Weizmann-Institut, Institut
    Pasteur, Deutsches Krebsforschungszentrum, DKFZ, Alfred-Wegener-Institut, Potsdam-Institut
    für Klimafolgenforschung, Deutsches Elektronen-Synchrotron, DESY, Forschungszentrum Jülich,
    Helmholtz-Zentrum, GSI, Heinrich-Hertz-Institut, Zuse-Institut, DFKI, Deutsches
    Forschungszentrum für Künstliche Intelligenz, Wuppertal Institut, Öko-Institut,
    Wissenschaftszentrum Berlin für Sozialforschung, Institut für Zeitgeschichte, Deutsches
    Institut für Wirtschaftsforschung, Institut der deutschen Wirtschaft, Institut für
    Weltwirtschaft, IfW, ZEW, RWI, IWH, IMK, Hans-Bredow-Institut, Bernhard-Nocht-Institut,
    Friedrich-Loeffler-Institut, Deutsche Akademie der Wissenschaften, Preußische Akademie der
    Wissenschaften, Bayerische Akademie der Wissenschaften, Akademie der Künste, Deutsche
    Akademie für Sprache und Dichtung, Royal Society, Académie française, Académie des
    sciences, Schwedische Akademie, Deutsche Oper Berlin, Komische Oper, Berliner Ensemble,
    Wiener Staatsoper, Royal Shakespeare Company, Metropolitan Opera, Bolschoi-Theater,
    Bolschoi-Ballett, PEN-Zentrum, Gruppe 47, Blauer Reiter, Der Blaue Reiter, Wiener
    Secession, Sotheby's, Christie's, Lloyd's, Börsenverein des Deutschen Buchhandels, Gema,
    GEMA, VG Wort, Deutscher Presserat, Deutscher Journalisten-Verband, DJV, Reporters Without
    Borders, Doctors Without Borders, Médecins Sans Frontières, Committee to Protect
    Journalists, Freedom House, White Helmets, Weißhelme, Sea-Eye, SOS Méditerranée, Proactiva
    Open Arms, UN Women, Deutscher Frauenrat, New York Stock Exchange, NYSE, London Stock
    Exchange, Euronext, Wiener Börse, Eurex, Deutsche Flugsicherung, DFS, Eurocontrol, Toll
    Collect, Autobahn GmbH, Deutsche Umweltstiftung, Boy Scouts of America, Los Zetas,
    Sinaloa-Kartell, Medellín-Kartell, Mara Salvatrucha, Gremium MC, Identitäre Bewegung,
    Grauen Wölfe, Graue Wölfe, Combat 18, Blood and Honour, Gruppe Wagner, Wagner-Gruppe,
    Asow-Regiment
    """.split(",")
)
