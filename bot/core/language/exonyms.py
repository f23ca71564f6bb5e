"""Places and institutions that German and English name differently: one key for both.

Only names of two clear spellings; what is a person's or an ordinary word in the other language
("Georgia", "Turkey" as a bird) is told apart by the kind of the name, which callers know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.language.folding import spelling_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.core.models import Language

_PAIRS = """
Weißes Haus = White House
Europäische Union = European Union
Europäische Kommission = European Commission
EU-Kommission = EU Commission
Europäische Zentralbank = European Central Bank
Europäischer Gerichtshof = European Court of Justice
Europaparlament = European Parliament
Europarat = Council of Europe
Vereinte Nationen = United Nations
UN-Sicherheitsrat = UN Security Council
Weltgesundheitsorganisation = World Health Organization
Weltbank = World Bank
Internationaler Währungsfonds = International Monetary Fund
Internationaler Strafgerichtshof = International Criminal Court
Welthandelsorganisation = World Trade Organization
Rotes Kreuz = Red Cross
Oberster Gerichtshof = Supreme Court
Weltwirtschaftsforum = World Economic Forum
Bank von England = Bank of England
Vereinigte Staaten = United States
Vereinigtes Königreich = United Kingdom
Vereinigte Arabische Emirate = United Arab Emirates
Großbritannien = Great Britain
Deutschland = Germany
Österreich = Austria
Schweiz = Switzerland
Frankreich = France
Italien = Italy
Spanien = Spain
Griechenland = Greece
Niederlande = Netherlands
Belgien = Belgium
Luxemburg = Luxembourg
Dänemark = Denmark
Schweden = Sweden
Norwegen = Norway
Finnland = Finland
Estland = Estonia
Lettland = Latvia
Litauen = Lithuania
Polen = Poland
Tschechien = Czech Republic
Slowakei = Slovakia
Slowenien = Slovenia
Ungarn = Hungary
Rumänien = Romania
Bulgarien = Bulgaria
Kroatien = Croatia
Serbien = Serbia
Bosnien = Bosnia
Albanien = Albania
Nordmazedonien = North Macedonia
Russland = Russia
Weißrussland = Belarus
Türkei = Turkey
Zypern = Cyprus
Irland = Ireland
Nordirland = Northern Ireland
Schottland = Scotland
Island = Iceland
Armenien = Armenia
Aserbaidschan = Azerbaijan
Kasachstan = Kazakhstan
Usbekistan = Uzbekistan
Syrien = Syria
Libanon = Lebanon
Jordanien = Jordan
Irak = Iraq
Jemen = Yemen
Saudi-Arabien = Saudi Arabia
Katar = Qatar
Ägypten = Egypt
Libyen = Libya
Tunesien = Tunisia
Algerien = Algeria
Marokko = Morocco
Äthiopien = Ethiopia
Kenia = Kenya
Südafrika = South Africa
Südsudan = South Sudan
Elfenbeinküste = Ivory Coast
Kamerun = Cameroon
Indien = India
Indonesien = Indonesia
Bangladesch = Bangladesh
Philippinen = Philippines
Nordkorea = North Korea
Südkorea = South Korea
Mongolei = Mongolia
Singapur = Singapore
Australien = Australia
Neuseeland = New Zealand
Kanada = Canada
Mexiko = Mexico
Kuba = Cuba
Brasilien = Brazil
Argentinien = Argentina
Kolumbien = Colombia
Bolivien = Bolivia
Europa = Europe
Asien = Asia
Afrika = Africa
Südamerika = South America
Lateinamerika = Latin America
Nordamerika = North America
Naher Osten = Middle East
Gazastreifen = Gaza Strip
Westjordanland = West Bank
Kalifornien = California
Bayern = Bavaria
Sachsen = Saxony
Sizilien = Sicily
Katalonien = Catalonia
München = Munich
Köln = Cologne
Nürnberg = Nuremberg
Hannover = Hanover
Wien = Vienna
Zürich = Zurich
Genf = Geneva
Rom = Rome
Mailand = Milan
Venedig = Venice
Neapel = Naples
Turin = Torino
Lissabon = Lisbon
Brüssel = Brussels
Den Haag = The Hague
Kopenhagen = Copenhagen
Warschau = Warsaw
Krakau = Krakow
Prag = Prague
Bukarest = Bucharest
Belgrad = Belgrade
Athen = Athens
Moskau = Moscow
Sankt Petersburg = Saint Petersburg
Kiew = Kyiv
Damaskus = Damascus
Bagdad = Baghdad
Teheran = Tehran
Riad = Riyadh
Kairo = Cairo
Peking = Beijing
Tokio = Tokyo
Pjöngjang = Pyongyang
Taipeh = Taipei
Neu-Delhi = New Delhi
Kapstadt = Cape Town
Mexiko-Stadt = Mexico City
Havanna = Havana
"""


def _keys() -> dict[str, str]:
    pairs = (line.split(" = ") for line in _PAIRS.strip().splitlines())
    return {spelling_key(english): spelling_key(german) for german, english in pairs}


# The key of the English name to that of the German one.
_GERMAN_KEYS = _keys()
_HAVE_TWO = frozenset(_GERMAN_KEYS.values())


def shared_key(name: str) -> str:
    """The spelling key that a place or institution has in both languages."""
    key = spelling_key(name)
    if key.startswith("the") and key[3:] in _GERMAN_KEYS:
        key = key[3:]
    return _GERMAN_KEYS.get(key, key)


def has_two_names(key: str) -> bool:
    """Whether what has this `shared_key` is called differently in German and English."""
    return key in _HAVE_TWO


def name_in(language: Language, spellings: Iterable[str]) -> str | None:
    """The first of these spellings of one place that is its name in `language`, or None."""
    for spelling in spellings:
        key = spelling_key(spelling)
        if language == "en" and key.startswith("the") and key[3:] in _GERMAN_KEYS:
            key = key[3:]
        if key in (_GERMAN_KEYS if language == "en" else _HAVE_TWO):
            return spelling
    return None
