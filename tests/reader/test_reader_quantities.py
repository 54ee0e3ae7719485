"""What is a quantity and what it says: relation, value, unit, what is counted."""

import pytest

from wherefrom.model import Quantity
from wherefrom.reader.quantities import quantities_in


def found(text: str) -> tuple[Quantity, ...]:
    return quantities_in(text, 0, len(text))


def only(text: str) -> Quantity:
    quantities = found(text)
    assert len(quantities) == 1, quantities
    return quantities[0]


# --- values


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1,500", 1500),
        ("12,34,567", 1_234_567),
        ("40 000", 40_000),
        ("3.5", 3.5),
        (".25", 0.25),
        ("1.111,11", 1111.11),
        ("three", 3),
        ("twenty-six", 26),
        ("two hundred and fifty-six", 256),
        ("a hundred", 100),
        ("three million, two hundred and forty thousand", 3_240_000),
        ("two hundred and two thousand", 202_000),
        ("4 thousand 3 hundred and 21", 4321),
        ("five point five", 5.5),
        ("6 crore", 60_000_000),
        ("three lakh crore", 3e12),
        ("a million", 1e6),
        ("half a million", 500_000),
        ("two and a half million", 2_500_000),
        ("a quarter of a million", 250_000),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("three dozen", 36),
        ("3bn", 3e9),
        ("1.5 million", 1.5e6),
        ("10k", 10_000),
        ("2 1/2", 2.5),
        ("3½", 3.5),
        ("6.02x10^23", 6.02e23),
        ("minus five", -5),
        ("-12", -12),
        ("zero", 0),
    ],
)
def test_the_value_of_a_number_however_it_is_written(words: str, value: float) -> None:
    quantity = only(f"The count was {words}.")
    assert quantity.value == pytest.approx(value)
    assert (quantity.text, quantity.relation, quantity.high, quantity.unit) == (words, "=", None, None)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("two thirds of the voters", 2 / 3),
        ("a third of the voters", 1 / 3),
        ("2/3 of the voters", 2 / 3),
        ("one in five voters", 0.2),
        ("nine out of ten voters", 0.9),
        ("half of the voters", 0.5),
        ("three-quarters of voters", 0.75),
    ],
)
def test_a_share_is_a_proportion_of_what_it_is_of(words: str, value: float) -> None:
    quantity = only(f"It swayed {words} there.")
    assert quantity.value == pytest.approx(value)
    assert (quantity.dimension, quantity.of) == ("proportion", "voters")


# --- relations


@pytest.mark.parametrize(
    ("words", "relation", "value"),
    [
        ("over 150,000", ">", 150_000),
        ("well over 150", ">", 150),
        ("more than 200", ">", 200),
        ("at least seven", ">=", 7),
        ("upwards of 40", ">=", 40),
        ("up to 2,000", "<=", 2000),
        ("as many as 90", "<=", 90),
        ("no more than 12", "<=", 12),
        ("fewer than 30", "<", 30),
        ("under 30", "<", 30),
        ("nearly 300", "~", 300),
        ("about 300", "~", 300),
        ("around 300", "~", 300),
        ("some 300", "~", 300),
        ("roughly 300", "~", 300),
        ("almost 300", "~", 300),
        ("an estimated 300", "~", 300),
        ("300 or so", "~", 300),
        ("20-odd", "~", 20),
        ("100 or more", ">=", 100),
        ("50 or fewer", "<=", 50),
        ("at least about 40", ">=", 40),
        (">30", ">", 30),
        ("≤ 30", "<=", 30),
    ],
)
def test_the_words_around_a_number_bound_it_and_stand_in_its_span(words: str, relation: str, value: float) -> None:
    quantity = only(f"They saw {words} soldiers.")
    assert (quantity.text, quantity.relation, quantity.value, quantity.of) == (words, relation, value, "soldiers")


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("between 20 and 30", 20, 30),
        ("20-30", 20, 30),
        ("20–30", 20, 30),
        ("two or three", 2, 3),
        ("from 5 to 10", 5, 10),
        ("5 to 10", 5, 10),
        ("2-3 million", 2e6, 3e6),
        ("5m to 6m", 5e6, 6e6),
        ("more than 10 but less than 20", 10, 20),
        ("about 40 to 50", 40, 50),
    ],
)
def test_a_range_has_two_ends(words: str, low: float, high: float) -> None:
    quantity = only(f"They sent {words} people.")
    assert (quantity.text, quantity.relation, quantity.value, quantity.high) == (words, "range", low, high)


def test_a_change_is_two_values_and_no_range() -> None:
    assert [(one.relation, one.value, one.unit) for one in found("It rose from 5 to 10 percent.")] == [
        ("=", 5, "percent"),
        ("=", 10, "percent"),
    ]


@pytest.mark.parametrize(
    ("words", "relation", "value"),
    [
        ("dozens", ">=", 24),
        ("scores", ">=", 40),
        ("hundreds", ">=", 200),
        ("thousands", ">=", 2000),
        ("tens of thousands", ">=", 20_000),
        ("hundreds of thousands", ">=", 200_000),
        ("millions", ">=", 2e6),
        ("several hundred", ">=", 200),
        ("a couple", "~", 2),
        ("several", "~", None),
        ("a few", "~", None),
        ("a handful", "~", None),
    ],
)
def test_words_for_many_give_the_fewest_that_they_can_mean(words: str, relation: str, value: float | None) -> None:
    quantity = only(f"It drew {words} of people.")
    assert (quantity.text, quantity.relation, quantity.value, quantity.of) == (words, relation, value, "people")


# --- units


@pytest.mark.parametrize(
    ("words", "value", "unit", "dimension"),
    [
        ("$3bn", 3e9, "dollar", "money"),
        ("US$1.5m", 1.5e6, "US dollar", "money"),
        ("HK$5m", 5e6, "Hong Kong dollar", "money"),
        ("£2,000", 2000, "pound sterling", "money"),
        ("€5 million", 5e6, "euro", "money"),
        ("2,000 US dollars", 2000, "US dollar", "money"),
        ("5,000 Swedish crowns", 5000, "Swedish krona", "money"),
        ("50 cents", 50, "cent", "money"),
        ("Rs 500 crore", 5e9, "rupee", "money"),
        ("USD 200m", 2e8, "US dollar", "money"),
        ("30 MUSD", 3e7, "US dollar", "money"),
        ("20 million pounds", 2e7, "pound sterling", "money"),
        ("$15.40 an hour", 15.4, "dollar per hour", "money per time"),
        ("5%", 5, "percent", "proportion"),
        ("five per cent", 5, "percent", "proportion"),
        ("2.5 percentage points", 2.5, "percentage point", "proportion"),
        ("2,000 miles", 2000, "mile", "length"),
        ("155mm", 155, "millimetre", "length"),
        ("6ft 3in", 6.25, "foot", "length"),
        ("5 feet 6 inches", 5.5, "foot", "length"),
        ("6'3\"", 6.25, "foot", "length"),
        ("301 km2", 301, "square kilometre", "area"),
        ("20 square miles", 20, "square mile", "area"),
        ("900 cubic feet", 900, "cubic foot", "volume"),
        ("188 miles an hour", 188, "mile per hour", "speed"),
        ("90km/h", 90, "kilometre per hour", "speed"),
        ("9 km/s2", 9, "kilometre per square second", "acceleration"),
        ("500,000 barrels a day", 500_000, "barrel per day", "volume per time"),
        ("16,000 metric tons", 16_000, "tonne", "mass"),
        ("2,000-pound", 2000, "pound", "mass"),
        ("512MB", 512, "megabyte", "information"),
        ("40 megawatts", 40, "megawatt", "power"),
        ("7.3 MWh", 7.3, "megawatt hour", "energy"),
        ("30 psi", 30, "pound per square inch", "pressure"),
        ("5 sieverts", 5, "sievert", "radiation"),
        ("40 degrees Celsius", 40, "degree Celsius", "temperature"),
        ("40°C", 40, "degree Celsius", "temperature"),
        ("two years", 2, "year", "time"),
        ("half an hour", 0.5, "hour", "time"),
        ("an hour and a half", 1.5, "hour", "time"),
        ("30-second", 30, "second", "time"),
        ("12-gauge", 12, "gauge", "calibre"),
        ("magnitude 6.5", 6.5, "magnitude", "magnitude"),
        ("5 g cm−3", 5, "gram per cubic centimetre", "density"),
    ],
)
def test_a_unit_is_named_in_the_singular_and_says_what_is_measured(
    words: str, value: float, unit: str, dimension: str
) -> None:
    quantity = only(f"They had {words}.")
    assert quantity.value == pytest.approx(value)
    assert (quantity.text, quantity.unit, quantity.dimension) == (words, unit, dimension)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The baby weighed eight pounds.", "pound"),
        ("He was fined 80 pounds.", "pound sterling"),
        ("They seized a 10,000-pound bomb.", "pound"),
        ("They offered a 10,000-pound reward.", "pound sterling"),
    ],
)
def test_pounds_are_money_or_mass_by_what_stands_around(text: str, unit: str) -> None:
    assert only(text).unit == unit


@pytest.mark.parametrize(
    ("text", "dimension"),
    [
        ("Tarn sweltered at 110 degrees.", "temperature"),
        ("Turn it by 90 degrees.", "angle"),
        ("It lies at 40°N.", "angle"),
        ("It had the force of a 20-kiloton bomb.", "energy"),
        ("The port handles 20 kilotons.", "mass"),
    ],
)
def test_degrees_and_kilotons_are_told_by_what_stands_around(text: str, dimension: str) -> None:
    assert only(text).dimension == dimension


# --- ages


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("Ann Lee, 34, said so.", "34", 34, "year"),
        ("She is aged 34 now.", "aged 34", 34, "year"),
        ("A 34-year-old woman came.", "34-year-old", 34, "year"),
        ("He is five years old.", "five years old", 5, "year"),
        ("At 6 weeks of age it walked.", "6 weeks of age", 6, "week"),
        ("A six-month-old baby slept.", "six-month-old", 6, "month"),
    ],
)
def test_an_age_is_told_from_a_time(text: str, words: str, value: float, unit: str) -> None:
    quantity = only(text)
    assert (quantity.text, quantity.value, quantity.unit, quantity.dimension) == (words, value, unit, "age")


@pytest.mark.parametrize(("text", "low"), [("in his 30s", 30), ("in her late 20s", 20), ("in their forties", 40)])
def test_a_decade_of_life_is_a_range(text: str, low: float) -> None:
    quantity = only(f"A man {text} came.")
    assert (quantity.relation, quantity.value, quantity.high, quantity.dimension) == ("range", low, low + 9, "age")


def test_a_group_by_age_is_bounded() -> None:
    assert [(one.text, one.relation, one.value) for one in found("It is for over-65s and under-18s.")] == [
        ("over-65s", ">", 65),
        ("under-18s", "<", 18),
    ]


# --- what is counted


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("A three-person team came.", "person"),
        ("It sent 150,000 troops there.", "troops"),
        ("It sent 17 U.S. troops there.", "U.S. troops"),
        ("They freed two of the men.", "men"),
        ("They freed two young Korvian soldiers yesterday.", "young Korvian soldiers"),
        ("They freed four other hostages.", "hostages"),
        ("Hundreds of protesters came.", "protesters"),
        ("It found 20 tonnes of ammunition.", "ammunition"),
        ("It fell to 30.", None),
        ("It cost $48 in all.", None),
    ],
)
def test_what_is_counted_stands_as_in_the_text_without_its_article(text: str, of: str | None) -> None:
    assert only(text).of == of


# --- what is no quantity


@pytest.mark.parametrize(
    "text",
    [
        "It began in 2015.",
        "It was the 2015 election.",
        "It lasted from 1914-18.",
        "It came in the 1990s.",
        "The class of '89 met.",
        "They met on June 5.",
        "They met on 5 June 2015.",
        "They met on June 5-7, 2015.",
        "It was after 9/11.",
        "They met at 10:30.",
        "They met at 5pm.",
        "They met at six o'clock.",
        "They met at six.",
        "They met at 1600 GMT.",
        "It was the 21st century.",
        "It was the twenty-first time.",
        "He was the third man.",
        "An F-16 crossed.",
        "A Boeing 747 crossed.",
        "It was Covid-19.",
        "It went by Article 5.",
        "It went by Articles 5 and 6.",
        "MI6 and the G20 agreed.",
        "A DF-41 was seen.",
        "He was in Room 101.",
        "He took Route 66.",
        "It was on Channel 4.",
        "It stood on page 3.",
        "The Five Eyes met.",
        "The Tarn Seven were tried.",
        "Call 555-1234 now.",
        "Call +1-222-222-2222 now.",
        "They won 3-2.",
        "No one came.",
        "They hate one another.",
        "That was the one.",
        "One wonders why.",
        "One day he left.",
        "It is at 192.168.1.2 now.",
        "See https://tarn.example/5/12 now.",
        "He called 911.",
        "It was a 3-D film.",
        "He came a second time.",
        "The first half was dull.",
        "A man had an idea.",
    ],
)
def test_these_are_no_quantities(text: str) -> None:
    assert found(text) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("More than 2000 people came.", "More than 2000"),
        ("In Tarn 300 people died.", "300"),
        ("They fought over two villages.", "two"),
        ("He talked about two men.", "two"),
        ("It lasted for over two years.", "over two years"),
        ("It grew over two years.", "two years"),
        ("Three Korvian soldiers died.", "Three"),
        ("Police Arrest Five Men After Robbery", "Five"),
    ],
)
def test_what_only_looks_like_something_else_is_a_quantity(text: str, words: str) -> None:
    assert only(text).text == words


def test_only_the_stretch_that_is_asked_for_is_read() -> None:
    text = "First 12 men, then 30 women, then 5 dogs."
    start, end = text.index("then 30"), text.index(", then 5")
    assert [(one.text, one.spans) for one in quantities_in(text, start, end)] == [("30", ((19, 21),))]


def test_nothing_is_in_an_empty_stretch() -> None:
    assert quantities_in("12 men", 3, 3) == ()
    assert quantities_in("12 men", 5, 2) == ()
    assert quantities_in("", 0, 10) == ()
