"""Units of money and measure in German and English, and the nouns that amounts are about.

Money is named by its ISO 4217 code, measures by their usual sign. A word that may mean several
currencies ("Kronen", "Pesos", "Rupien") is none: it stays what is counted.
"""

from __future__ import annotations

# Before the number, as written.
SIGNS_BEFORE: dict[str, str] = {
    "$": "USD", "US$": "USD", "USD": "USD", "€": "EUR", "EUR": "EUR", "£": "GBP", "GBP": "GBP",
    "¥": "JPY", "CHF": "CHF", "Fr.": "CHF", "A$": "AUD", "C$": "CAD", "HK$": "HKD", "R$": "BRL",
    "NZ$": "NZD", "S$": "SGD", "₹": "INR", "₽": "RUB", "₩": "KRW", "₺": "TRY", "₴": "UAH",
}  # fmt: skip
# Behind the number, as written.
SIGNS_BEHIND: dict[str, str] = {
    "%": "percent", "€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "US$": "USD", "USD": "USD",
    "EUR": "EUR", "GBP": "GBP", "CHF": "CHF", "JPY": "JPY", "CNY": "CNY", "AUD": "AUD",
    "CAD": "CAD", "SEK": "SEK", "NOK": "NOK", "DKK": "DKK", "PLN": "PLN", "HUF": "HUF",
    "km": "km", "m": "m", "cm": "cm", "mm": "mm", "m²": "m²", "m2": "m²", "qm": "m²", "m³": "m³",
    "km²": "km²", "km2": "km²", "qkm": "km²", "ha": "ha", "l": "l", "ml": "ml", "hl": "hl",
    "kg": "kg", "g": "g", "mg": "mg", "t": "t", "km/h": "km/h", "mph": "mph", "m/s": "m/s",
    "°C": "°C", "° C": "°C", "°F": "°F", "°": "°", "W": "W", "kW": "kW", "MW": "MW", "GW": "GW",
    "TW": "TW", "Wh": "Wh", "kWh": "kWh", "MWh": "MWh", "GWh": "GWh", "TWh": "TWh", "PS": "PS",
    "kB": "kB", "KB": "kB", "MB": "MB", "GB": "GB", "TB": "TB", "Hz": "Hz", "kHz": "kHz",
    "MHz": "MHz", "GHz": "GHz", "ft": "ft", "lb": "lb", "lbs": "lb", "mi": "mi", "h": "h",
    "min": "min", "Std.": "h", "Min.": "min", "Sek.": "s",
}  # fmt: skip

_MONEY = {
    "USD": "dollar dollars us-dollar us-dollars us-amerikanische_dollar",
    "EUR": "euro euros",
    "GBP": "britische_pfund pfund_sterling pounds_sterling",
    "CHF": "franken schweizer_franken swiss_francs",
    "JPY": "yen",
    "CNY": "yuan renminbi",
    "RUB": "rubel rubles roubles",
    "INR": "indische_rupien indian_rupees",
    "KRW": "südkoreanische_won korean_won",
    "SEK": "schwedische_kronen swedish_kronor",
    "NOK": "norwegische_kronen norwegian_kroner",
    "DKK": "dänische_kronen danish_kroner",
    "PLN": "złoty zloty",
    "HUF": "forint",
    "CZK": "tschechische_kronen czech_koruna",
    "AUD": "australische_dollar australian_dollars",
    "CAD": "kanadische_dollar canadian_dollars",
    "HKD": "hongkong-dollar",
    "SGD": "singapur-dollar",
    "TRY": "türkische_lira türkischen_lira turkish_lira",
    "UAH": "hrywnja griwna hryvnia",
    "BRL": "brasilianische_real brazilian_reais",
    "DEM": "d-mark dm",
    "ATS": "schilling",
}
_MEASURES = {
    "percent": "prozent percent per_cent pct prozentige prozentigen prozentiger prozentiges",
    "percentage points": "prozentpunkte prozentpunkten prozentpunkt percentage_points",
    "km": "kilometer kilometern kilometers kilometres",
    "m": "meter metern meters metres",
    "cm": "zentimeter zentimetern centimeters centimetres",
    "mm": "millimeter millimetern millimeters",
    "mi": "meilen meile miles",
    "ft": "fuß feet",
    "m²": "quadratmeter quadratmetern square_meters square_metres",
    "km²": "quadratkilometer quadratkilometern square_kilometers square_kilometres",
    "sq mi": "quadratmeilen square_miles",
    "sq ft": "square_feet",
    "ha": "hektar hectares",
    "acre": "acres",
    "m³": "kubikmeter kubikmetern cubic_meters cubic_metres",
    "l": "liter litern liters litres",
    "hl": "hektoliter hektolitern",
    "gal": "gallons gallonen",
    "bbl": "barrel barrels fass",
    "kg": "kilogramm kilo kilos kilograms",
    "g": "gramm grams",
    "t": "tonnen tonne tonnes",
    "km/h": "stundenkilometer stundenkilometern kilometer_pro_stunde kilometern_pro_stunde "
    "kilometers_per_hour kilometres_per_hour",
    "mph": "miles_per_hour",
    "°C": "grad_celsius celsius degrees_celsius",
    "°F": "grad_fahrenheit fahrenheit degrees_fahrenheit",
    "°": "grad degrees",
    "W": "watt watts",
    "kW": "kilowatt kilowatts",
    "MW": "megawatt megawatts",
    "GW": "gigawatt gigawatts",
    "TW": "terawatt terawatts",
    "kWh": "kilowattstunden kilowattstunde kilowatt-hours kilowatt_hours",
    "MWh": "megawattstunden megawattstunde megawatt-hours megawatt_hours",
    "GWh": "gigawattstunden gigawattstunde gigawatt-hours gigawatt_hours",
    "TWh": "terawattstunden terawattstunde terawatt-hours terawatt_hours",
    "MB": "megabyte megabytes",
    "GB": "gigabyte gigabytes",
    "TB": "terabyte terabytes",
    "Hz": "hertz",
    "year": "jahr jahre jahren years year",
    "month": "monat monate monaten months month",
    "week": "woche wochen weeks week",
    "day": "tag tage tagen days day",
    "h": "stunde stunden hours hour",
    "min": "minute minuten minutes",
    "s": "sekunde sekunden seconds",
}
# In lower case; "_" stands for a blank.
UNITS: dict[str, str] = {
    word.replace("_", " "): unit
    for table in (_MONEY, _MEASURES)
    for unit, words in table.items()
    for word in words.split()
}
MONEY: frozenset[str] = frozenset((*_MONEY, *SIGNS_BEFORE.values()))
DURATIONS: frozenset[str] = frozenset("year month week day h min s".split())

# What amounts of money and shares are about; compounds ending in one count as well.
AMOUNT_NOUNS: frozenset[str] = frozenset(
    "umsatz umsätze gewinn gewinne verlust verluste börsenwert marktwert unternehmenswert wert "
    "bewertung kosten schulden preis kaufpreis kurs strafe bußgeld geldstrafe lösegeld erlös "
    "erlöse ergebnis betriebsergebnis überschuss nettogewinn gehalt gehälter lohn löhne "
    "preise vermögen budget etat "
    "haushalt defizit inflation inflationsrate arbeitslosenquote quote anteil marktanteil rendite "
    "dividende investition investitionen finanzierung förderung spende spenden hilfe hilfen "
    "schaden schäden steuer steuern zoll zölle kredit kredite darlehen leistung verbrauch "
    "absatz ausgaben einnahmen einkommen gebühren miete rente exporte importe zins zinsen "
    "leitzins wachstum beteiligung wahlbeteiligung "
    "revenue revenues profit profits loss losses valuation value cost costs debt debts price fine "
    "income earnings budget deficit inflation share stake dividend investment investments funding "
    "aid damage damages tax taxes tariff tariffs loan loans sales turnover turnout growth spending "
    "savings bail ransom unemployment fees cash stock assets shares rents prices wages rent "
    "aktie aktien mieten".split()
)
# They name amounts, but alone in a clause they may as well be verbs.
VERB_LIKE: frozenset[str] = frozenset(
    "cost costs fine share price value aid damage damages loan loans stake sales kosten fees "
    "tax taxes stock shares rents prices wages rent".split()
)
