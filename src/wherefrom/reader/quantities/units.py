"""Units of measure: what they are called, their English singular and what they measure."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple


class Unit(NamedTuple):
    """A unit by its English singular, and the dimension that it measures."""

    name: str
    dimension: str


# Each line: names in full, singular first and then further forms (a plural in "s" needs no telling); "=" symbols.
_TABLE: Mapping[str, str] = {
    "length": """
        inch, inches = ″, in, in., In, IN
        foot, feet = ft, ft.
        yard = yd, yds, yds.
        mile = mi, mi., mls
        nautical mile, sea mile = nmi, NM
        fathom; furlong
        light-year, light year, lightyear = ly
        parsec = pc, kpc, Mpc
        astronomical unit = AU, au
        micron = µ
        angstrom, ångström = Å
    """,
    "area": """
        acre = ac
        hectare = ha
        dunam, dunum
    """,
    "volume": """
        gallon = gal, gal., gals
        barrel = bbl, bbls, bpd
        pint = pt
        quart = qt
        fluid ounce = fl oz, fl. oz.
        bushel
        tablespoon, tablespoonful = tbsp, tbsp.
        teaspoon, teaspoonful = tsp, tsp.
        cup, cupful
        cubic centimetre = cc, ccm
        acre-foot, acre-feet, acre foot, acre feet
    """,
    "mass": """
        ounce = oz, oz.
        stone
        ton
        tonne, metric ton, metric tonne = t
        short ton; long ton
        kiloton, kilotonne = kt, kT
        megaton, megatonne = Mt, MT
        gigatonne, gigaton = Gt
        carat = ct
        hundredweight = cwt
        quintal
        dram, drachma
        troy ounce
        dalton
        kilogram, kilo
    """,
    "time": """
        minute, min = min, min., mins, mins.
        hour = h, hr, hrs, hr., hrs.
        day; week; fortnight; month
        year = yr, yrs, yr.
        decade
        century, centuries
        millennium, millennia
        thousand years = ka, kyr, kya
        million years, megaannum = Ma, Myr, mya, myr
        billion years, gigaannum = Ga, Gyr, gya
    """,
    "speed": """
        mile per hour, miles an hour = mph, m.p.h.
        kilometre per hour = kph, kmh, kmph, km/h, km/hr, kmh−1
        knot = kn, kt., kts
        metre per second = m/s
        mach
    """,
    "power": """
        horsepower = hp, bhp, PS
        metric horsepower
    """,
    "energy": """
        kilocalorie = kcal
        calorie = cal
        British thermal unit = BTU, Btu
        therm
        watt hour = Wh
        kilowatt hour = kWh, kwh
        megawatt hour = MWh
        gigawatt hour = GWh
        terawatt hour = TWh
        ton of TNT, tons of TNT, tonnes of TNT, tonne of TNT
        kiloton of TNT, kilotons of TNT, kilotonnes of TNT
        megaton of TNT, megatons of TNT
        erg
    """,
    "pressure": """
        millibar = mbar, mb.
        pound per square inch, pounds per square inch = psi
        millimetre of mercury, millimetres of mercury = mmHg, mm Hg
        atmosphere = atm
        torr
    """,
    "frequency": """
        revolution per minute, revolutions per minute = rpm, r.p.m.
        frame per second, frames per second = fps
        beat per minute, beats per minute = bpm
    """,
    "angle": """
        radian = rad
        arcminute, arc minute, minute of arc, minutes of arc, arcmin
        arcsecond, arc second, second of arc, seconds of arc, arcsec
        steradian = sr
        turn, revolution
        milliradian = mrad
    """,
    "temperature": """
        degree Celsius, celsius, celcius, centigrade, centigrate, degree centigrade, degree celcius = °C, ℃, ºC, ˚C
        degree Fahrenheit, fahrenheit, farenheit, degree farenheit = °F, ℉, ºF, ˚F
        kelvin, degree kelvin = K
    """,
    "charge": "ampere-hour",
    "radiation": """
        roentgen, röntgen
        curie = Ci, pCi
        rem = mrem
    """,
    "sound level": "decibel = dB, dBA",
    "proportion": """
        percent, per cent, pct, percentage = %, pct., ％
        percentage point, percent point, pct point = pp
        basis point = bps, bp
        per mille, per mil = ‰
        part per million, parts per million = ppm, ppmv
        part per billion, parts per billion = ppb, ppbv
        part per trillion, parts per trillion = ppt
        weight percent = wt%, wt.%
        mole percent = mol%, mole%
    """,
    "magnitude": "magnitude",
    "fineness": "karat",
    "calibre": "gauge; bore; caliber, calibre = cal.",
    "luminous intensity": "candela; candlepower",
    "torque": "pound-foot, pound-feet, foot-pound = lb-ft, lb ft",
    "resolution": "megapixel = MP; pixel = px",
}

# Base units that take the metric prefixes: name: other names = symbol.
_METRIC: Mapping[str, str] = {
    "length": "metre: meter = m",
    "volume": "litre: liter = l, L, ℓ",
    "mass": "gram: gramme = g, gm",
    "time": "second: sec = s",
    "frequency": "hertz = Hz",
    "power": "watt = W",
    "energy": "joule = J; electronvolt: electron volt = eV",
    "pressure": "pascal = Pa; bar",
    "force": "newton = N",
    "current": "ampere: amp = A",
    "voltage": "volt = V",
    "resistance": "ohm = Ω",
    "charge": "coulomb",
    "radiation": "sievert = Sv; gray = Gy; becquerel = Bq",
    "magnetic field": "tesla = T",
    "luminous flux": "lumen = lm",
    "illuminance": "lux = lx",
    "amount of substance": "mole = mol",
    "concentration": "molar = M",
    "information": "byte = B; bit",
    "capacitance": "farad",
}
_PREFIXES: Mapping[str, tuple[str, ...]] = {
    "": ("",),
    "femto": ("f",),
    "pico": ("p",),
    "nano": ("n",),
    "micro": ("µ", "μ", "u", "mc"),
    "milli": ("m",),
    "centi": ("c",),
    "deci": ("d",),
    "hecto": ("h",),
    "kilo": ("k",),
    "mega": ("M",),
    "giga": ("G",),
    "tera": ("T",),
    "peta": ("P",),
    "exa": ("E",),
}
_BINARY = {"kibi": "Ki", "mebi": "Mi", "gibi": "Gi", "tebi": "Ti"}

# Symbols that mean something else far more often than what the table would make of them.
_NEVER = frozenset(
    "am pm fm cd hm em Em Pm PM Gs Ms Ts Es Ps ds hs cs fs As Ml El Tl Pl Gl fg cM dM hM PM EM FM".split()
)
_LOOSE: Mapping[str, Unit] = {
    "km": Unit("kilometre", "length"),
    "KM": Unit("kilometre", "length"),
    "Km": Unit("kilometre", "length"),
    "kms": Unit("kilometre", "length"),
    "KG": Unit("kilogram", "mass"),
    "Kg": Unit("kilogram", "mass"),
    "kgs": Unit("kilogram", "mass"),
    "cms": Unit("centimetre", "length"),
    "CM": Unit("centimetre", "length"),
    "MM": Unit("millimetre", "length"),
    "mms": Unit("millimetre", "length"),
    "mtrs": Unit("metre", "length"),
    "lb": Unit("pound", "mass"),
    "lbs": Unit("pound", "mass"),
    "lb.": Unit("pound", "mass"),
    "lbs.": Unit("pound", "mass"),
    "kb": Unit("kilobit", "information"),
    "mb": Unit("megabit", "information"),
    "gb": Unit("gigabyte", "information"),
    "tb": Unit("terabyte", "information"),
    "Kb": Unit("kilobit", "information"),
    "Mb": Unit("megabit", "information"),
    "Gb": Unit("gigabit", "information"),
    "Tb": Unit("terabit", "information"),
    "KB": Unit("kilobyte", "information"),
    "mbps": Unit("megabit per second", "data rate"),
    "Mbps": Unit("megabit per second", "data rate"),
    "Gbps": Unit("gigabit per second", "data rate"),
    "gbps": Unit("gigabit per second", "data rate"),
    "kbps": Unit("kilobit per second", "data rate"),
    "khz": Unit("kilohertz", "frequency"),
    "mhz": Unit("megahertz", "frequency"),
    "ghz": Unit("gigahertz", "frequency"),
    "KHz": Unit("kilohertz", "frequency"),
    "MPH": Unit("mile per hour", "speed"),
    "KPH": Unit("kilometre per hour", "speed"),
    "Hp": Unit("horsepower", "power"),
    "HP": Unit("horsepower", "power"),
    "FT": Unit("foot", "length"),
    "Ft": Unit("foot", "length"),
    "ML": Unit("millilitre", "volume"),
    "amps": Unit("ampere", "current"),
    "bpd": Unit("barrel per day", "volume per time"),
    "b/d": Unit("barrel per day", "volume per time"),
    "tpd": Unit("ton per day", "mass per time"),
    "secs": Unit("second", "time"),
    "secs.": Unit("second", "time"),
    "sec.": Unit("second", "time"),
    "°": Unit("degree", "angle"),
    "º": Unit("degree", "angle"),
    "˚": Unit("degree", "angle"),
    "deg": Unit("degree", "angle"),
    "deg.": Unit("degree", "angle"),
}

PLAIN_DEGREE = Unit("degree", "angle")
MASS_POUND = Unit("pound", "mass")
YEAR = Unit("year", "time")
FOOT, INCH = Unit("foot", "length"), Unit("inch", "length")

_POUNDS = {"pound": MASS_POUND, "pounds": MASS_POUND, "degree": PLAIN_DEGREE, "degrees": PLAIN_DEGREE}
_PLURALS = {
    "inch": "inches",
    "foot": "feet",
    "century": "centuries",
    "hertz": "hertz",
    "lux": "luxes",
    "stone": "stones",
}


def _entries() -> Iterator[tuple[Unit, list[str], list[str]]]:
    """Every unit of the table with its names and symbols."""
    for dimension, lines in _TABLE.items():
        for line in lines.replace(";", "\n").splitlines():
            names, _, symbols = line.partition("=")
            forms = [form.strip() for form in names.split(",") if form.strip()]
            if forms:
                yield Unit(forms[0], dimension), forms, [form.strip() for form in symbols.split(",") if form.strip()]


def _metric() -> Iterator[tuple[Unit, list[str], list[str]]]:
    """Every metric unit with each prefix."""
    for dimension, lines in _METRIC.items():
        for line in lines.split(";"):
            names, _, symbols = line.partition("=")
            name, *others = [form.strip() for form in names.replace(":", ",").split(",")]
            given = [form.strip() for form in symbols.split(",") if form.strip()]
            for prefix, signs in _PREFIXES.items():
                forms = [prefix + form for form in (name, *others)]
                yield Unit(forms[0], dimension), forms, [sign + symbol for sign in signs for symbol in given]
    for prefix, sign in _BINARY.items():
        yield Unit(f"{prefix}byte", "information"), [f"{prefix}byte"], [f"{sign}B"]


def _made() -> tuple[dict[str, Unit], dict[str, Unit]]:
    """The names in small letters and the symbols as they are written, each with its unit."""
    names, symbols = dict(_POUNDS), {}
    for unit, forms, signs in (*_metric(), *_entries()):
        for form in forms:
            low = form.lower()
            names[low] = unit
            names.setdefault(_PLURALS.get(low, f"{low}s"), unit)
        symbols.update({sign: unit for sign in signs if sign not in _NEVER})
    for base in (
        "degrees celsius",
        "degrees celcius",
        "degrees centigrade",
        "deg celsius",
        "deg c",
        "degrees c",
        "degree c",
    ):
        names[base] = Unit("degree Celsius", "temperature")
    for base in ("degrees fahrenheit", "degrees farenheit", "deg fahrenheit", "deg f", "degrees f", "degree f"):
        names[base] = Unit("degree Fahrenheit", "temperature")
    names["degrees kelvin"] = Unit("kelvin", "temperature")
    names["points of a percentage"] = names["percentage point"]
    for form in (
        "mole",
        "moles",
        "molar",
        "molars",
        "turn",
        "turns",
        "bar",
        "bars",
        "gray",
        "grays",
        "mach",
        "machs",
        "min",
    ):
        names.pop(form, None)
    return names, {**symbols, **_LOOSE}


NAMES, SYMBOLS = _made()

_SINGULARS = {unit.name: unit for unit in (*NAMES.values(), *SYMBOLS.values())}

QUOTIENTS: Mapping[tuple[str, str], str] = {
    ("length", "time"): "speed",
    ("length", "time squared"): "acceleration",
    ("information", "time"): "data rate",
    ("mass", "volume"): "density",
    ("energy", "time"): "power",
    ("force", "area"): "pressure",
}
"""What a unit of the first over a unit of the second measures."""


def over(one: Unit, other: Unit) -> Unit:
    """One unit per another: "mile per hour"."""
    dimension = QUOTIENTS.get((one.dimension, other.dimension), f"{one.dimension} per {other.dimension}")
    return Unit(f"{one.name} per {other.name}", dimension)


def raised(unit: Unit, power: int) -> Unit | None:
    """A unit of length squared or cubed, or another unit so; None for powers that nothing is measured in."""
    if power == 1:
        return unit
    if power not in {2, 3}:
        return None
    word = {2: "squared", 3: "cubed"}[power]
    dimension = {2: "area", 3: "volume"}[power] if unit.dimension == "length" else f"{unit.dimension} {word}"
    return Unit(f"{'square' if power == 2 else 'cubic'} {unit.name}", dimension)


def table() -> Mapping[str, Unit]:
    """Every unit by its English singular."""
    return _SINGULARS
