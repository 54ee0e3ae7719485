from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

import pytest

from tests.output.retold import Report, members, retold
from wherefrom.judging.citations import Access, Noted, cited
from wherefrom.judging.prompts import prompts
from wherefrom.judging.sourcing import Desk, Sourcing, sourcings
from wherefrom.judging.unconfirmed import unconfirmed_in
from wherefrom.model import (
    Certainty,
    Claim,
    Findings,
    Hedge,
    Membership,
    Number,
    Origins,
    Party,
    Reader,
    Reliance,
    Root,
    Span,
    Words,
    slice_of,
)


def herald() -> Report:
    one = Report(
        "Tarn Herald", "2031-05-01", "An official who saw the log told reporters that the dam may have cracked."
    )
    official = replace(
        one.source("An official who saw the log", "person", "official", named=False),
        number=Number(1, exact=True),
        knows_by="saw",
    )
    one.says("the dam may have cracked", official)
    start = one.text.index("may")
    hedge = Hedge("may", (Span(start, start + 3),), 0)
    to = Words("reporters", (Span(one.text.index("reporters"), one.text.index("reporters") + 9),))
    one.last(chain=(replace(one.found[-1].chain[0], to=to),), certainty=Certainty("possible", (hedge,)))
    return one


def brief() -> Report:
    text = "Officials told the Tarn Herald that the dam has cracked. The Morning Brief could not verify it."
    one = Report("Morning Brief", "2031-05-02", text)
    paper, officials = (
        one.source("the Tarn Herald", "outlet", "herald"),
        one.source("Officials", "group", "official", named=False),
    )
    one.says("the dam has cracked", paper, officials)
    return one


def post() -> Report:
    one = Report("Vale Post", None, "The dam has cracked. More is in the Tarn Herald.")
    one.says("The dam has cracked")
    return one


def mail() -> Report:
    one = Report("Corvale Mail", "2031-05-04", "Lea Orrin denied that the dam has cracked. It perhaps leaks.")
    one.says("the dam has cracked", one.source("Lea Orrin", "person", "orrin"))
    one.last(chain=(replace(one.found[-1].chain[0], act="denies"),))
    one.says("It perhaps leaks")
    return one


@lru_cache(maxsize=1)
def cracked() -> Findings:
    """One official's word, a second outlet that makes officials of it, a third on its own word, and a denial."""
    reports = (herald(), brief(), post(), mail())
    first, second, third, denied = (one.found[0].id for one in reports)
    official = Root("An official (Tarn Herald)", ("official",), (first, second, third), "all go back to it")
    orrin = Root("Lea Orrin", ("orrin",), (denied,), "she denies it")
    held = (
        *members((first, "supports"), (second, "supports"), (third, "supports"), (denied, "denies")),
        Membership(reports[3].found[1].id, "supports", "perhaps"),
    )
    parties = (
        Party("herald", "Tarn Herald", "outlet", named=True, mentions=()),
        Party("official", "An official", "person", named=False, mentions=()),
        Party("orrin", "Lea Orrin", "person", named=True, mentions=()),
    )
    name = [one.document.id for one in reports]
    return Findings(
        Reader("wherefrom-test", "0.1.0"),
        tuple(one.document for one in reports),
        appearances=tuple(it for one in reports for it in one.found),
        parties=parties,
        claims=(Claim("c1", "the dam has cracked", held, Origins(1, 1, (official,), (orrin,)), ()),),
        relies_on=(
            Reliance(name[1], name[0], "cites", (), "it says so"),
            Reliance(name[2], name[0], "cites", (), "it says so"),
        ),
    )


def sourced() -> Sourcing:
    return Desk.of(cracked()).sourced["c1"]


def asked() -> dict[str, str]:
    desk = Desk.of(cracked())
    return {one.kind: str(one.sentence) for one in prompts(desk, desk.sourced["c1"])}


def test_an_origin_is_told_with_the_words_for_it_in_each_telling() -> None:
    (origin,) = sourced().origins
    first, second = origin.described
    assert (origin.kind, origin.outlet) == ("unnamed", "Tarn Herald")
    assert (first.named, first.people.said, first.people.number, first.knows_by) == (False, "exactly", 1, "saw")
    assert first.why_unnamed is None, "what no text says is not said, and never guessed"
    assert (second.people.said, second.people.number) == ("several", None), "a plural without a number is no number"
    assert second.through == ("Tarn Herald",)
    assert [at.document for at in origin.bare] == [post().document.id]


def test_everything_rests_on_words_that_stand_where_it_is_said() -> None:
    desk = Desk.of(cracked())
    (origin,) = desk.sourced["c1"].origins
    first = origin.described[0]
    text = desk.material.documents[first.words.document].text
    assert slice_of(text, first.words.spans) == "An official who saw the log"
    assert first.to is not None
    assert slice_of(text, first.to.spans) == "reporters"
    (held,) = first.held
    assert slice_of(text, held.at.spans) == "may"
    assert held.owner is not None
    assert slice_of(text, held.owner.spans) == "An official who saw the log"


def test_each_outlet_stands_to_it_in_its_own_way() -> None:
    stands = {one.outlet: one for one in sourced().standpoints}
    assert {name: one.how for name, one in stands.items()} == {
        "Tarn Herald": "own-source",
        "Morning Brief": "relays",
        "Vale Post": "own-word",
        "Corvale Mail": "denies",
    }
    assert stands["Morning Brief"].of == ("Tarn Herald",)
    assert len(stands["Morning Brief"].unconfirmed) == 1
    assert stands["Vale Post"].rests == ("Tarn Herald",)
    assert sourced().documents == 3, "who denies it does not tell it"


def test_what_perhaps_bears_on_it_stands_apart_and_is_counted_nowhere() -> None:
    one = sourced()
    assert len(one.perhaps) == 1
    tellings = {at.appearance for it in (*one.origins, *one.against) for at in it.bare} | {
        at.telling.appearance for it in (*one.origins, *one.against) for at in it.described
    }
    assert one.perhaps[0].appearance not in tellings
    assert one.perhaps[0] not in one.tellings


def test_an_own_check_is_no_outlet() -> None:
    found = cracked()
    checks = tuple(replace(one, kind="check") if one.publisher == "Vale Post" else one for one in found.documents)
    one = Desk.of(replace(found, documents=checks)).sourced["c1"]
    assert [stance for stance, _ in one.checks] == ["supports"]
    assert "Vale Post" not in {stand.outlet for stand in one.standpoints}
    assert one.documents == 2


def test_a_plural_for_one_source_is_asked_about() -> None:
    words = asked()["plural-of-one"]
    assert "as several in “Officials” (Morning Brief)" in words
    assert "as one in “An official who saw the log” (Tarn Herald)" in words


def test_what_is_told_often_on_one_origin_is_not_corroborated() -> None:
    assert "all go back to one origin" in asked()["one-origin"]
    assert "Vale Post states it on its own word" in asked()["own-word-at-second-hand"]
    assert "Morning Brief says in its report that something could not be confirmed" in asked()["could-not-confirm"]


def test_one_source_that_is_not_named_comes_first() -> None:
    desk = Desk.of(cracked())
    (first, *_) = prompts(desk, desk.sourced["c1"])
    assert first.kind == "one-source-unnamed"
    assert "how it knows is not said" not in str(first.sentence), "it says that it saw the log"


def test_where_no_text_says_how_a_source_knows_that_is_asked() -> None:
    desk = Desk.of(retold())
    told = {one.kind for one in prompts(desk, desk.sourced["c-sold"])}
    assert {"knowing-not-said", "why-not-said"} <= told
    assert "one-source-unnamed" not in told, "there may be two origins"


def test_a_named_source_raises_no_question_of_names() -> None:
    found = cracked()
    text = found.documents[3].text
    only = replace(
        found.claims[0],
        appearances=found.claims[0].appearances[3:4],
        origins=Origins(0, 0, (), found.claims[0].origins.against),
    )
    desk = Desk.of(replace(found, claims=(only,)))
    assert text
    assert not [one for one in prompts(desk, desk.sourced["c1"]) if one.kind != "could-not-confirm"]


def test_claims_that_most_documents_tell_come_first() -> None:
    assert [one.claim for one in sourcings(Desk.of(retold()))] == ["c-sold", "c-price"]


@pytest.mark.parametrize(
    "words",
    [
        "The Tarn Herald could not independently verify the log.",
        "We have not been able to confirm this.",
        "The figure could not be verified.",
        "The Herald was unable to confirm the date.",
        "This has not been independently confirmed.",
    ],
)
def test_an_outlet_that_could_not_confirm_says_so(words: str) -> None:
    found = list(unconfirmed_in(Report("Tarn Herald", None, f"The dam has cracked. {words} It rained.").document))
    assert len(found) == 1


@pytest.mark.parametrize(
    "words",
    [
        "The police could not confirm the date.",
        "The Tarn Herald confirmed the date.",
        "The ministry would not say whether it was confirmed.",
        "Nobody could have known.",
    ],
)
def test_that_others_could_not_confirm_is_not_the_outlets_word(words: str) -> None:
    assert not list(unconfirmed_in(Report("Tarn Herald", None, f"The dam has cracked. {words}").document))


# --- citations


def test_a_citation_says_what_is_known_and_that_the_rest_is_not() -> None:
    found = cited(Desk.of(cracked()), "1.2.3")
    third = next(one for one in found.citations if one.outlet == "Vale Post")
    assert (third.published, third.author, third.url, third.accessed) == (None, None, None, None)
    assert "not known: author, address, date of publication" in third.facts
    assert third.sha256 == next(one for one in cracked().documents if one.publisher == "Vale Post").sha256
    assert third.source_type == "published report (plain text)"


def test_a_descriptor_is_a_fact_or_a_persons_words() -> None:
    name = cracked().documents[0].id
    found = cited(
        Desk.of(cracked()),
        "1.2.3",
        {name: Access("2031-06-01", "ada")},
        {name: [Noted("an excerpt", "ada", "2031-06-02")]},
    )
    (first, second, *_) = found.citations
    assert (first.accessed, first.accessed_by) == ("2031-06-01", "ada")
    assert [one.words for one in first.noted] == ["an excerpt"]
    assert second.noted == ()


def test_whose_wording_a_copy_has_is_a_fact_of_it() -> None:
    found = cracked()
    copied = replace(found, relies_on=(replace(found.relies_on[0], how="copies"),))
    second = cited(Desk.of(copied), "1.2.3").citations[1]
    assert "wording of Tarn Herald, 2031-05-01" in second.facts


def test_the_summary_is_made_of_counts() -> None:
    words = " ".join(map(str, cited(Desk.of(cracked()), "1.2.3").summary))
    assert "4 reports of 4 outlets, published from 2031-05-01 to 2031-05-04; 1 has no date." in words
    assert "1 claim is told by more than one document: 1 on one origin" in words
    assert "1 claim denied" in words


def test_the_tool_is_disclosed_with_its_version_and_its_readers() -> None:
    tool = cited(Desk.of(cracked()), "1.2.3").tool
    assert (tool.name, tool.version, tool.reader) == ("Wherefrom", "1.2.3", Reader("wherefrom-test", "0.1.0"))
    assert "gives no grade" in tool.words


def test_what_is_cited_and_not_read_is_in_the_summary() -> None:
    words = " ".join(map(str, cited(Desk.of(retold()), "1.2.3").summary))
    assert "Cited by these and not read: Harbour Wire." in words


@pytest.mark.parametrize("made", [cracked, retold])
def test_the_same_findings_give_the_same_sourcing(made: Callable[[], Findings]) -> None:
    assert sourcings(Desk.of(made())) == sourcings(Desk.of(replace(made())))
