"""The table of units says of each what it measures as others say it, and names none twice."""

from collections.abc import Mapping

import pytest

from wherefrom.reader.quantities import quantities_in, units
from wherefrom.reader.quantities.currencies import CODES, SIGNS, currency_of

BASES: Mapping[str, str] = {
    "length": "metre",
    "area": "metre ** 2",
    "volume": "metre ** 3",
    "mass": "kilogram",
    "time": "second",
    "speed": "metre / second",
    "power": "watt",
    "energy": "joule",
    "pressure": "pascal",
    "frequency": "hertz",
    "force": "newton",
    "angle": "radian",
    "temperature": "kelvin",
    "current": "ampere",
    "voltage": "volt",
    "resistance": "ohm",
    "charge": "coulomb",
    "magnetic field": "tesla",
    "luminous flux": "lumen",
    "luminous intensity": "candela",
    "illuminance": "lux",
    "amount of substance": "mole",
    "information": "bit",
    "capacitance": "farad",
    "data rate": "bit / second",
    "proportion": "dimensionless",
    "torque": "newton * metre",
}
"""A unit of every dimension that pint knows as well."""

THEIR_NAMES: Mapping[str, str] = {
    "degree Celsius": "degC",
    "degree Fahrenheit": "degF",
    "light-year": "light_year",
    "square degree": "degree ** 2",
    "barrel": "oil_barrel",
    "cubic centimetre": "cc",
    "British thermal unit": "Btu",
    "pound per square inch": "psi",
    "millimetre of mercury": "mmHg",
    "revolution per minute": "rpm",
    "mile per hour": "mph",
    "kilometre per hour": "kph",
    "metre per second": "mps",
    "part per million": "ppm",
    "acre-foot": "acre_foot",
    "pound-foot": "foot_pound",
}

OTHERS: Mapping[str, str] = {
    "kiloton": "a mass, told from a yield by what stands around",
    "megaton": "likewise",
    "mole percent": "pint multiplies the two words",
    "weight percent": "likewise",
    "gauge": "of a gun",
    "decade": "a ratio of ten in pint",
    "revolution": "an angle in pint, and here",
    "beat per minute": "pint's beats are no revolutions",
    "percentage point": "pint knows none",
    "point": "typography",
    "bore": "of a gun",
    "magnitude": "of an earthquake",
    "frame per second": "pint's frames are no hertz",
}
"""Units that pint takes for something else, and why."""


def test_every_unit_has_the_dimension_that_pint_gives_it() -> None:
    pint = pytest.importorskip("pint")
    registry = pint.UnitRegistry()
    compared, wrong = 0, []
    for name, unit in units.table().items():
        if name in OTHERS or unit.dimension not in BASES:
            continue
        spelt = THEIR_NAMES.get(name, name.replace(" ", "_").replace("-", "_"))
        try:
            theirs = registry.parse_units(spelt).dimensionality
        except (pint.errors.UndefinedUnitError, pint.errors.DefinitionSyntaxError, ValueError, AttributeError):
            continue
        compared += 1
        if theirs != registry.parse_units(BASES[unit.dimension]).dimensionality:
            wrong.append((name, unit.dimension, str(theirs)))
    assert wrong == []
    assert compared > 200


def test_a_name_and_a_symbol_of_a_unit_mean_the_same() -> None:
    assert units.NAMES["kilometres"] == units.SYMBOLS["km"]
    assert units.NAMES["megawatt hours"] == units.SYMBOLS["MWh"]
    assert units.NAMES["inches"] == units.INCH
    assert units.NAMES["feet"] == units.SYMBOLS["ft"] == units.FOOT


def test_a_unit_has_one_dimension() -> None:
    seen: dict[str, str] = {}
    for unit in (*units.NAMES.values(), *units.SYMBOLS.values()):
        assert seen.setdefault(unit.name, unit.dimension) == unit.dimension


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_of_a_currency_is_read_before_a_sum(code: str) -> None:
    text = f"It cost {code} 200,000 more."
    (quantity,) = quantities_in(text, 0, len(text))
    names = {quantity.unit, None if quantity.dimension == "money" else "no money"}
    assert CODES[code] in names or code in {
        "BOB",
        "PEN",
        "MAD",
        "TRY",
        "COP",
        "SAR",
        "AMD",
        "RON",
        "NOK",
        "LAK",
        "PHP",
        "GEL",
        "NIS",
    }


@pytest.mark.parametrize("sign", sorted(SIGNS))
def test_every_sign_of_a_currency_is_read_before_or_behind_a_sum(sign: str) -> None:
    for text in (f"It cost {sign}200,000.", f"It cost 200,000 {sign}."):
        if any(one.dimension == "money" and one.value == 200_000 for one in quantities_in(text, 0, len(text))):
            return
    pytest.fail(sign)


def test_a_currency_goes_with_the_words_for_its_country() -> None:
    assert currency_of("us dollars") == ("US dollar", "money")
    assert currency_of("swiss francs") == ("Swiss franc", "money")
    assert currency_of("japanese yen") == ("yen", "money")
    assert currency_of("korvian dollars") is None
    assert currency_of("won") is None
