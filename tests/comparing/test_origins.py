"""How many independent origins a claim has: at least, at most, which, and why."""

from time import process_time

import pytest

from tests.comparing.press import REPORTED, By, Told, body, outlet, person, press, report, told, unnamed
from wherefrom.model import Number, Unread

# --- what an outlet has from sources that it does not name


def test_one_outlets_unnamed_sources_are_one_origin() -> None:
    found = press(report("Lantern", told(unnamed("two officials"))))
    assert found.bounds == (1, 1)
    assert found.labels == ["two officials (Lantern)"]


def test_unnamed_sources_of_two_outlets_raise_only_the_upper_bound() -> None:
    assert press(
        report("Lantern", told(unnamed("intelligence sources"))), report("Evening Plover", told(unnamed("officials")))
    ).bounds == (1, 2)


def test_a_named_and_an_unnamed_source_may_be_one() -> None:
    found = press(report("Lantern", told(person("Ada Brook")), told(unnamed("an engineer"))))
    assert found.bounds == (1, 2)


def test_sources_that_one_text_tells_apart_are_two() -> None:
    found = press(report("Lantern", told(unnamed("an official")), told(unnamed("a second official"))))
    assert found.bounds == (2, 2)


def test_another_source_alone_is_one() -> None:
    assert press(report("Lantern", told(unnamed("another official")))).bounds == (1, 1)


@pytest.mark.parametrize(("number", "bounds"), [(Number(3, exact=True), (3, 3)), (Number(2, exact=False), (2, None))])
def test_people_who_spoke_separately_are_as_many_as_the_text_says(
    number: Number, bounds: tuple[int, int | None]
) -> None:
    source = unnamed("witnesses", cue="said separately", number=number)
    assert press(report("Lantern", told(source))).bounds == bounds


def test_three_people_who_spoke_together_are_one_origin() -> None:
    assert press(report("Lantern", told(unnamed("three people", number=Number(3, exact=True))))).bounds == (1, 1)


# --- who is named


def test_two_named_people_are_two_origins() -> None:
    found = press(report("Lantern", told(person("Ada Brook"))), report("Evening Plover", told(person("Tom Vale"))))
    assert found.bounds == (2, 2)
    assert found.labels == ["Ada Brook", "Tom Vale"]


def test_the_same_person_in_two_outlets_is_one_origin() -> None:
    found = press(report("Lantern", told(person("Ada Brook"))), report("Evening Plover", told(person("Ms Brook"))))
    assert found.bounds == (1, 1)
    assert len(found.origins.roots[0].appearances) == 2


def test_who_may_be_either_of_two_takes_nothing_from_them() -> None:
    people = ["Jo Reed", "Ms Reed of Vell Motors", "Vell Motors founder Al Brook"]
    found = [report(f"Paper {number}", told(person(who))) for number, who in enumerate(people)]
    assert press(*found).bounds == (2, 2)
    assert press(*found[:2]).bounds == press(*found[1:]).bounds == (1, 1)


@pytest.mark.parametrize(
    "introduced",
    ["Jo Reed, a spokeswoman for Vell Motors, was asked. ", "Vell Motors spokeswoman Jo Reed was asked. "],
)
def test_who_speaks_for_an_organisation_is_one_with_it(introduced: str) -> None:
    assert press(
        report("Lantern", told(person("Jo Reed"), before=introduced)),
        report("Evening Plover", told(body("Vell Motors"))),
    ).bounds == (1, 1)


def test_a_lawyer_is_one_with_the_client() -> None:
    assert press(
        report("Lantern", told(person("Brook's lawyer, Tom Vale"))), report("Evening Plover", told(person("Ada Brook")))
    ).bounds == (1, 1)


def test_companies_named_together_count_each() -> None:
    found = press(
        report("Lantern", told(body("Vell, Castor Motors and Orrin Dairy"))),
        report("Evening Plover", told(body("Castor Motors"))),
    )
    assert found.bounds == (3, 3)


def test_initials_are_no_other_company_where_the_text_spells_them_out() -> None:
    spelt = "The Orrin Test Laboratory (OTL) was asked. "
    found = press(
        report("Lantern", told(body("Vell, Castor Motors and OTL"), before=spelt)),
        report("Evening Plover", told(body("Orrin Test Laboratory"))),
    )
    assert found.bounds == (3, 3)


def test_he_is_whoever_he_was_read_as_if_that_is_a_person_with_a_whole_name() -> None:
    known = report("Lantern", told(person("Ada Brook")))
    for meant, bounds in [
        (("Tom Vale", "person"), (2, 2)),
        (("Port", "person"), (1, 2)),
        (("Vell", "organisation"), (1, 2)),
    ]:
        assert press(known, report("Evening Plover", told(person("he", meant=meant)))).bounds == bounds


def test_the_man_is_anybody() -> None:
    found = press(
        report("Lantern", told(person("Ada Brook"))),
        report("Evening Plover", told(person("the man", meant=("Tom Vale", "person")))),
    )
    assert found.bounds == (1, 2)


def test_who_only_heard_it_is_no_origin_for_sure() -> None:
    heard = told(person("Tom Vale"), words="my understanding is that the dam near Orrin has burst")
    assert press(report("Lantern", told(person("Ada Brook"))), report("Evening Plover", heard)).bounds == (1, 2)


def test_what_somebody_plans_is_told_by_who_reports_it() -> None:
    found = press(report("Lantern", told(person("Ada Brook", act="intends", cue="refused"))))
    assert found.labels == ["Lantern"]


# --- going back, across documents


def test_outlets_that_cite_an_absent_one_go_back_to_it_alone() -> None:
    names = ["Vale Tribune", "Evening Plover", "Kestrel Wire"]
    cited = [told(outlet("the Lantern")), told(outlet("Lantern"), unnamed("sources")), told(outlet("The Lantern"))]
    found = press(*(report(name, one) for name, one in zip(names, cited, strict=True)))
    assert found.bounds == (1, 1)
    assert found.labels == ["sources (the Lantern)"]


def test_what_is_cited_goes_back_to_the_sources_of_the_report_that_is_here() -> None:
    found = press(
        report("Lantern", told(person("Ada Brook"))),
        report("Evening Plover", told(outlet("the Lantern")), day=2),
        report("Kestrel Wire", told(outlet("the Evening Plover")), day=3),
    )
    assert found.bounds == (1, 1)
    assert found.labels == ["Ada Brook"]
    assert "Evening Plover" in found.origins.roots[0].why


def test_sources_that_a_retelling_leaves_unnamed_are_those_of_the_report_retold() -> None:
    found = press(
        report("Lantern", told(person("Ada Brook"))),
        report("Evening Plover", told(outlet("the Lantern"), unnamed("an engineer")), day=2),
    )
    assert found.bounds == (1, 1)


def test_somebody_quoted_from_another_outlet_is_one_more_only_at_most() -> None:
    found = press(
        report("Lantern", told(person("Ada Brook"))),
        report("Evening Plover", told(outlet("Kestrel Wire"), person("Tom Vale"))),
    )
    assert found.bounds == (1, 2)
    assert "quoted from Kestrel Wire" in found.origins.roots[1].why


def test_who_is_named_in_a_headline_alone_is_one_more_only_at_most() -> None:
    headline = told(person("Tom Vale"), block="headline")
    assert press(report("Lantern", told(person("Ada Brook"))), report("Evening Plover", headline)).bounds == (1, 2)
    assert press(report("Lantern", headline, told(person("Tom Vale")))).bounds == (1, 1)


@pytest.mark.parametrize("how", ["copies", "echoes", "version-of"])
def test_a_copy_or_an_echo_has_the_sources_of_what_it_gives_again(how: str) -> None:
    first = report("Lantern", told(unnamed("two officials")), told())
    again = report("Evening Plover", told(unnamed("two officials")), told(), day=2, rests_on=[("Lantern", how)])
    assert press(first, again).bounds == (1, 1)


def test_who_cites_another_and_has_unnamed_sources_of_his_own_may_know_more() -> None:
    first = report("Lantern", told(unnamed("two officials")))
    second = report("Evening Plover", told(unnamed("an engineer")), day=2, rests_on=[("Lantern", "cites")])
    assert press(first, second).bounds == (1, 2)


def test_unnamed_sources_in_a_paragraph_that_credits_another_are_the_others() -> None:
    first = report("Lantern", told(unnamed("two officials")))
    second = report(
        "Evening Plover", told(unnamed("an engineer")), day=2, rests_on=[("Lantern", "cites")], credits="Lantern"
    )
    assert press(first, second).bounds == (1, 1)


def test_an_outlet_that_names_no_source_rests_on_the_one_that_it_cites() -> None:
    first = report("Lantern", told(unnamed("two officials")))
    assert press(first, report("Evening Plover", told(), day=2, rests_on=[("Lantern", "cites")])).bounds == (1, 1)


def test_sources_retold_from_an_outlet_that_only_cites_are_those_of_whom_it_cites() -> None:
    found = press(
        report("Lantern", told(unnamed("two officials"))),
        report("Evening Plover", told(outlet("the Lantern")), day=2),
        report("Kestrel Wire", told(outlet("the Evening Plover"), unnamed("an engineer")), day=3),
    )
    assert found.bounds == (1, 1)


def test_sources_retold_from_a_copy_are_those_of_the_report_copied() -> None:
    found = press(
        report("Lantern", told(unnamed("two officials"))),
        report("Evening Plover", told(unnamed("two officials")), day=2, rests_on=[("Lantern", "copies")]),
        report("Kestrel Wire", told(outlet("the Evening Plover"), unnamed("two officials")), day=3),
    )
    assert found.bounds == (1, 1)


def test_unnamed_sources_that_told_another_outlet_are_that_ones() -> None:
    passed_on = unnamed("an engineer", cue="told the Lantern", to="the Lantern")
    found = press(report("Lantern", told(unnamed("two officials"))), report("Evening Plover", told(passed_on), day=2))
    assert found.bounds == (1, 1)


def test_an_outlet_of_whose_name_the_reader_has_only_the_beginning_is_known_by_what_follows() -> None:
    cut = person("Evening", cue="Plover said")
    found = press(
        report("Evening Plover", told(unnamed("two officials"))),
        report("Lantern", told(cut), day=2, rests_on=[("Evening Plover", "cites")]),
    )
    assert found.bounds == (1, 1)


def test_the_same_long_words_are_one_telling_also_where_nobody_is_credited() -> None:
    long = "the dam near Orrin burst on Tuesday night and the water ran into all the houses on the lower bank"
    assert press(report("Lantern", told(words=long)), report("Evening Plover", told(words=long))).bounds == (1, 1)


def test_words_printed_again_in_a_copy_have_the_source_that_they_had_first() -> None:
    first = report("Lantern", told(unnamed("the headmistress")), told(person("Tom Vale")))
    read_otherwise = told(person("headmistress Ada Brook"))
    assert press(first, report("Kestrel Wire", read_otherwise, day=2)).bounds == (2, 3)
    assert press(first, report("Kestrel Wire", read_otherwise, day=2, rests_on=[("Lantern", "copies")])).bounds == (
        1,
        2,
    )


def test_a_retelling_of_a_report_that_is_at_hand_and_tells_something_else_adds_nothing() -> None:
    first, other = report("Lantern", told(person("Ada Brook"))), report("Evening Plover", told(), of_another=True)
    retold = report("Kestrel Wire", told(outlet("the Evening Plover")), day=2, rests_on=[("Evening Plover", "cites")])
    assert press(first, other, retold).bounds == (1, 1)
    assert press(first, retold).bounds == (1, 2)
    assert press(other, retold).labels == ["Evening Plover"]


def test_a_report_that_is_at_hand_without_the_claim_rests_on_those_that_it_credits() -> None:
    first = report("Lantern", told(unnamed("two officials")))
    other = report("Evening Plover", told(), day=2, rests_on=[("Lantern", "cites")], of_another=True)
    retold = report("Kestrel Wire", told(outlet("the Evening Plover")), day=3, rests_on=[("Evening Plover", "cites")])
    found = press(first, other, retold)
    assert found.bounds == (1, 1)
    assert "Kestrel Wire" in found.origins.roots[0].why


def test_the_headline_alone_of_a_report_that_rests_on_others_is_no_origin() -> None:
    headline = told(block="headline")
    first = report("Lantern", told(person("Ada Brook")))
    assert press(first, report("Evening Plover", headline)).bounds == (1, 2)
    assert press(first, report("Evening Plover", headline, rests_on=[("Kestrel Wire", "cites")])).bounds == (1, 1)


def test_a_voice_carried_over_from_the_sentence_before_is_one_more_only_at_most() -> None:
    carried = person("Tom Vale", basis="carried")
    assert press(report("Lantern", told(person("Ada Brook"))), report("Evening Plover", told(carried))).bounds == (1, 2)


def test_outlets_of_one_family_are_one() -> None:
    found = press(
        report("Daily Express", told(unnamed("sources"))), report("Sunday Express", told(unnamed("officials")))
    )
    assert found.bounds == (1, 1)


def test_outlets_that_cite_each_other_in_a_circle_are_one_origin() -> None:
    assert press(
        report("Lantern", told(), rests_on=[("Evening Plover", "cites")]),
        report("Evening Plover", told(), rests_on=[("Lantern", "cites")]),
    ).bounds in {(1, 1), (1, 2)}


# --- without a source


def test_where_nobody_gives_a_source_each_outlets_word_may_be_an_origin() -> None:
    assert press(*(report(name, told()) for name in ("Lantern", "Evening Plover", "Kestrel Wire"))).bounds == (1, 3)


def test_beside_a_source_all_that_gives_none_is_one_more_at_most() -> None:
    found = press(
        report("Lantern", told(person("Ada Brook"))), report("Evening Plover", told()), report("Kestrel Wire", told())
    )
    assert found.bounds == (1, 2)


def test_what_an_outlet_says_beside_its_own_source_goes_back_to_it() -> None:
    assert press(report("Lantern", told(person("Ada Brook")), told())).bounds == (1, 1)


def test_talk_alone_is_one_origin() -> None:
    rumours = By("rumours", "document", named=False)
    found = press(
        report("Lantern", told(rumours)),
        report("Evening Plover", told(unnamed("social media"))),
        report("A", told(REPORTED)),
    )
    assert found.bounds == (1, 1)


def test_talk_that_comes_after_a_report_with_a_source_goes_back_to_it() -> None:
    source, talk = told(unnamed("officials")), told(REPORTED)
    assert press(report("Lantern", source, day=1), report("Evening Plover", talk, day=2)).bounds == (1, 1)
    assert press(report("Lantern", source, day=2), report("Evening Plover", talk, day=1)).bounds == (1, 2)


def test_who_passes_on_a_rumour_by_name_is_no_origin_of_it() -> None:
    found = press(
        report("Lantern", told(person("Ada Brook"), stance="reports-as-rumour")),
        report("Evening Plover", told(person("Tom Vale"), stance="reports-as-rumour")),
    )
    assert found.bounds == (1, 1)


def test_a_caption_is_no_origin_beside_a_report() -> None:
    caption = told(block="caption")
    assert press(report("Lantern", told(person("Ada Brook"))), report("Evening Plover", caption)).bounds == (1, 1)
    assert press(report("Evening Plover", caption)).bounds == (1, 1)


# --- for and against


def test_who_denies_it_is_counted_apart_and_who_doubts_it_nowhere() -> None:
    found = press(
        report("Lantern", told(person("Ada Brook"))),
        report("Evening Plover", told(person("Tom Vale"), stance="denies"), told(person("Jo Reed"), stance="doubts")),
    )
    assert found.bounds == (1, 1)
    assert found.labels == ["Ada Brook"]
    assert [root.label for root in found.origins.against] == ["Tom Vale"]


def test_a_claim_that_nobody_supports_has_no_origin() -> None:
    assert press(report("Lantern", told(person("Tom Vale"), stance="denies"))).bounds == (0, 0)


# --- what is shown


def test_every_root_says_what_it_is_and_why_and_no_supporter_is_lost() -> None:
    found = press(
        report("Lantern", told(person("Ada Brook")), told(), told(unnamed("an engineer"))),
        report("Evening Plover", told(outlet("the Lantern")), told(outlet("Kestrel Wire"), person("Tom Vale")), day=2),
        report("Vale Tribune", told(REPORTED), told(), day=3),
        report("Radio Marrow", told(unnamed("rumours")), day=3),
    )
    roots = found.origins.roots
    assert all(root.label and root.appearances and root.why.endswith(".") for root in roots)
    assert {name for root in roots for name in root.appearances} == {one.id for one in found.group.members}
    assert len(roots) == found.origins.at_most


def test_a_pronoun_is_shown_by_the_name_that_it_means() -> None:
    meant = ("a source close to the board", "person")
    assert press(report("Lantern", told(unnamed("She", meant=meant)))).labels == [
        "a source close to the board (Lantern)"
    ]


def test_a_document_is_shown_without_those_who_saw_it() -> None:
    paper = By("a Vell Motors log reviewed by the Lantern", "document")
    found = press(report("Lantern", told(paper)))
    assert found.labels == ["a Vell Motors log"]


# --- what is missing


def test_an_outlet_that_is_cited_and_not_at_hand_is_a_gap_of_the_claim() -> None:
    found = press(
        report("Lantern", told(outlet("Kestrel Wire"))),
        report("Evening Plover", told(outlet("the Lantern")), told(outlet("Kestrel Wire"))),
    )
    assert found.gaps == ("Kestrel Wire is cited by Lantern, Evening Plover, but no document of its was read",)


def test_an_outlet_credited_in_the_same_paragraph_is_a_gap_of_the_claim() -> None:
    found = press(report("Lantern", told(), rests_on=[("Kestrel Wire", "cites")], credits="Kestrel Wire"))
    assert found.gaps == ("Kestrel Wire is cited by Lantern, but no document of its was read",)


def test_files_that_could_not_be_read_are_gaps_of_every_claim() -> None:
    found = press(report("Lantern", told(person("Ada Brook"))), unread=(Unread("scan.pdf", "is no text"),))
    assert found.gaps == ("scan.pdf could not be read: is no text",)


# --- quickness


def many(count: int) -> list[Told]:
    people = [told(person(f"{chr(65 + n % 26)}{'abcdefghij'[n % 10]}le Brook{n // 40}")) for n in range(count)]
    return [*people, *(told(unnamed("officials")) for _ in range(count)), *(told(REPORTED) for _ in range(count))]


def test_a_claim_that_everybody_tells_takes_a_time_in_keeping_with_its_size() -> None:
    found = press(*(report(f"Paper {n}", one, rests_on=[("Lantern", "cites")]) for n, one in enumerate(many(1000))))
    start = process_time()
    assert found.origins.roots
    assert process_time() - start < 3  # about a tenth on the machine where it was written
