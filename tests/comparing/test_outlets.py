"""Under how many names an outlet is known, whose it is, and when a name is too little to tell."""

from collections import Counter
from importlib.resources import files
from pathlib import Path
from time import process_time

import pytest

from wherefrom.comparing.outlet_rows import COLUMNS, KINDS, rows
from wherefrom.comparing.outlets import Outlet, Outlets
from wherefrom.model import Unreadable

HEADING = "\t".join(COLUMNS)


@pytest.fixture(scope="module")
def outlets() -> Outlets:
    return Outlets.shipped()


def name_of(outlets: Outlets, name: str) -> str | None:
    found = outlets.known(name)
    return None if found is None else found.name


def listed(tmp_path: Path, *lines: str, heading: str = HEADING) -> Path:
    path = tmp_path / "mine.tsv"
    path.write_text("\n".join([heading, *("\t".join(line.split(" / ")) for line in lines)]) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "name",
    [
        "Daily Express",
        "the Express",
        "UK's Daily Express newspaper",
        "Britain’s Daily Express",
        "the British tabloid Daily Express",
        "The UK daily, Express",
        "Express.co.uk",
        "www.express.co.uk",
        "Express UK",
        "ExpressUK",
        "DAILY EXPRESS",
        "Daily Express (London)",
        "Daily Express's",
    ],
)
def test_an_outlet_is_known_however_it_is_written(outlets: Outlets, name: str) -> None:
    assert name_of(outlets, name) == "Daily Express"


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("NY Times", "The New York Times"),
        ("nytimes.com", "The New York Times"),
        ("NYTimes", "The New York Times"),
        ("Buzzfeed News", "BuzzFeed News"),
        ("BuzzFeed", "BuzzFeed News"),
        ("A.P.", "Associated Press"),
        ("SCMP", "South China Morning Post"),
        ("Wall Street Journal (WSJ)", "The Wall Street Journal"),
        ("China's state-run Global Times", "Global Times"),
        ("the official Xinhua news agency", "Xinhua"),
        ("News agency Interfax", "Interfax"),
        ("German news magazine Der Spiegel", "Der Spiegel"),
        ("El Pais", "El País"),
        ("Sueddeutsche Zeitung", "Süddeutsche Zeitung"),
        ("Tass", "TASS"),
        ("MailOnline", "Daily Mail"),
        ("Reuters India", "Reuters"),
        ("usa-today", "USA Today"),
        ("huffpost", "HuffPost"),
    ],
)
def test_other_names_of_outlets(outlets: Outlets, name: str, meant: str) -> None:
    assert name_of(outlets, name) == meant


@pytest.mark.parametrize(
    "name", ["the Times", "The Times", "the Post", "the Sun", "Herald", "The Standard", "TV", "news agency", "the", ""]
)
def test_a_bare_word_that_many_outlets_go_by_means_none(outlets: Outlets, name: str) -> None:
    assert outlets.known(name) is None


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("UK's Times", "The Times"),
        ("Hong Kong's Standard", "The Standard (Hong Kong)"),
        ("the Lebanese newspaper Daily Star", "The Daily Star (Lebanon)"),
        ("Pakistan's The Nation", "The Nation (Pakistan)"),
    ],
)
def test_a_country_beside_it_tells_which_is_meant(outlets: Outlets, name: str, meant: str) -> None:
    assert name_of(outlets, name) == meant


@pytest.mark.parametrize(
    "name",
    ["Korvian Express", "Irish Guardian", "Forbes India", "Mirror Media", "Express News Service", "Daily Guardian"],
)
def test_another_outlet_with_a_known_word_in_its_name_is_not_the_known_one(outlets: Outlets, name: str) -> None:
    assert outlets.known(name) is None


@pytest.mark.parametrize("name", ["guardian", "time", "fortune", "insider", "officials at Reuters", "Rai", "Dr", "Ap"])
def test_ordinary_words_are_no_outlets(outlets: Outlets, name: str) -> None:
    assert outlets.known(name) is None


def test_a_name_with_an_article_is_known_only_with_it(outlets: Outlets) -> None:
    assert name_of(outlets, "The Hill") == "The Hill"
    assert outlets.known("Hill") is None


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("https://www.bbc.co.uk/news/world-1", "BBC"),
        ("http://news.bbc.co.uk/1/hi.stm", "BBC"),
        ("edition.cnn.com", "CNN"),
        ("https://tidings.blogspot.com/2016/02/post.html", "Blogger"),
        ("https://lantern.example/1", None),
        ("https://[half/1", None),
        ("", None),
    ],
)
def test_whose_a_web_address_is(outlets: Outlets, address: str, meant: str | None) -> None:
    found = outlets.of_address(address)
    assert (None if found is None else found.name) == meant


def test_whose_an_outlet_is(outlets: Outlets) -> None:
    assert outlets.family("the Daily Star") == outlets.family("Sunday Express") == "Reach plc"
    assert outlets.family("Barron's") == outlets.family("WSJ") == "Dow Jones"
    assert outlets.family("The Evening Lantern") is None


def test_agencies_are_told_from_those_that_print_them(outlets: Outlets) -> None:
    assert all(outlets.is_wire(name) for name in ("Reuters", "AFP", "dpa", "Xinhua news agency", "Bloomberg", "UPI"))
    assert not any(outlets.is_wire(name) for name in ("Daily Mail", "PR Newswire", "Facebook", "Harbour Wire"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Express", "Express.co.uk"),
        ("SCMP", "South China Morning Post"),
        ("The Lantern newspaper", "Lantern"),
        ("Channel Lindmoor News", "Channel Lindmoor"),
        ("Korvian News Agency", "KNA"),
        ("lantern.example", "The Lantern"),
        ("kna.example", "Korvian News Agency"),
        ("Town & Harbour", "Town and Harbour"),
        ("the Times", "The Times"),
        ("Blik 24", "blik24"),
    ],
)
def test_two_names_of_one_outlet(outlets: Outlets, one: str, other: str) -> None:
    assert outlets.same(one, other)
    assert outlets.same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Times", "The New York Times"),
        ("Daily Lantern", "Sunday Lantern"),
        ("Chronicle", "Lindmoor Chronicle"),
        ("Harbour Wire", "Harbour Lantern"),
        ("Daily Express", "Daily Mirror"),
        ("Daily Express", "Lindmoor Express"),
        ("Press Agency", "News Agency"),
        ("", ""),
    ],
)
def test_names_that_may_be_two_outlets(outlets: Outlets, one: str, other: str) -> None:
    assert not outlets.same(one, other)
    assert not outlets.same(other, one)


# Files of users.


def test_a_file_adds_outlets_and_corrects_them(outlets: Outlets, tmp_path: Path) -> None:
    path = listed(
        tmp_path,
        "Lindmoor Lantern / newspaper / Lantern Group / GB / The LL|Lantern Lindmoor / Lantern / lantern.example",
        "Daily Express / site / Somebody Else",
    )
    more = outlets.with_file(path)
    lantern = Outlet(
        "Lindmoor Lantern",
        "newspaper",
        "Lantern Group",
        ("The LL", "Lantern Lindmoor"),
        ("lantern.example",),
        "GB",
        ("Lantern",),
    )
    assert more.known("the Lantern") == more.of_address("https://news.lantern.example/a") == lantern
    assert more.family("Daily Express") == "Somebody Else"
    assert more.family("Daily Mirror") == "Reach plc"
    assert outlets.known("the Lantern") is None


def test_a_name_in_a_users_file_wins_over_the_shipped_list(outlets: Outlets, tmp_path: Path) -> None:
    more = outlets.with_file(listed(tmp_path, "Lindmoor Times / newspaper /  /  / NYT / Times / "))
    assert name_of(more, "NYT") == name_of(more, "the Times") == "Lindmoor Times"
    assert name_of(more, "New York Times") == "The New York Times"


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (["Lantern / gazette"], "line 2: 'gazette' is no kind of outlet"),
        (["Lantern / newspaper /  / UK"], "line 2: 'UK' is no code of a country"),
        (["Lantern"], "line 2: has 1 columns instead of 7"),
        ([" / newspaper"], "line 2: names no outlet"),
        (
            ["Lantern / site", "Torch / site /  /  / The Lantern"],
            "line 3: 'Torch' shares the name or address 'lantern'",
        ),
        (["A / site", "B / site", "A / site"], "line 4: 'A' shares the name or address 'a' with line 2"),
    ],
)
def test_a_line_at_fault_is_named(outlets: Outlets, tmp_path: Path, lines: list[str], why: str) -> None:
    path = listed(tmp_path, *lines)
    with pytest.raises(Unreadable) as told:
        outlets.with_file(path)
    assert told.value.path == str(path)
    assert told.value.why.startswith(why)
    assert "\n" not in str(told.value)


def test_a_file_without_the_heading_is_refused(outlets: Outlets, tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="line 1: is no heading"):
        outlets.with_file(listed(tmp_path, "Lantern / site", heading="outlet\tkind"))
    empty = tmp_path / "empty.tsv"
    empty.write_text("# nothing\n", encoding="utf-8")
    with pytest.raises(Unreadable, match="has no heading"):
        outlets.with_file(empty)


def test_a_file_that_cannot_be_read_is_named(outlets: Outlets, tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="no such file"):
        outlets.with_file(tmp_path / "nowhere.tsv")
    path = tmp_path / "latin.tsv"
    path.write_bytes(f"{HEADING}\nLa D\xe9p\xeache\tsite\n".encode("latin-1"))
    with pytest.raises(Unreadable, match="is not UTF-8"):
        outlets.with_file(path)


# The shipped list.


def test_the_shipped_list_is_large_and_without_fault() -> None:
    text = (files("wherefrom.comparing") / "outlets.tsv").read_text(encoding="utf-8")
    held = list(rows(text))
    assert len(held) > 700
    assert {outlet.kind for outlet in held} == KINDS
    assert [line for line in text.splitlines() if line.rstrip() != line] == []


def test_every_listed_name_is_known_as_its_own_outlet_or_as_too_little(outlets: Outlets) -> None:
    text = (files("wherefrom.comparing") / "outlets.tsv").read_text(encoding="utf-8")
    wrong = [
        (name, found.name)
        for outlet in rows(text)
        for name in (outlet.name, *outlet.aliases, *outlet.shorts, *outlet.domains)
        for found in [outlets.known(name)]
        if found is not None and found != outlet
    ]
    unknown = [
        outlet.name
        for outlet in rows(text)
        if outlets.known(outlet.name) is None and len(outlet.name.removeprefix("The ").split()) > 1
    ]
    assert (wrong, unknown) == ([], [])


def test_owners_are_spelled_in_one_way() -> None:
    text = (files("wherefrom.comparing") / "outlets.tsv").read_text(encoding="utf-8")
    spelled = Counter(family.casefold() for family in {outlet.family for outlet in rows(text)} if family)
    assert [family for family, count in spelled.items() if count > 1] == []


def test_the_shipped_list_is_read_once() -> None:
    assert Outlets.shipped() is Outlets.shipped()


@pytest.mark.parametrize("words", ["newspaper ", "The ", "Express ", "(", " ", "a.", "UK's ", "Aa", "'"])
def test_a_name_of_any_length_is_looked_up_in_a_moment(outlets: Outlets, words: str) -> None:
    begun = process_time()
    outlets.known(words * 5_000)
    outlets.known((words * 200)[:200])
    outlets.same(words * 5_000, "Lantern")
    assert process_time() - begun < 1
