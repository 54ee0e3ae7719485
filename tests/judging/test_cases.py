"""Cases beside each other: how long they took, what they came to, and what is in one and not noted in the other."""

import pytest

from wherefrom.judging.cases import Case, Lasted, OnlyIn, Part, Step, beside

FIRST = Step("2031-03-02", "first-reported")


def claim(*steps: Step, role: str = "told") -> Part:
    return Part(role, "claim", "c1", "The dam has cracked", 1, 2, steps)


def case(name: str, *parts: Part, kind: str = "defector", ended: str = "") -> Case:
    return Case(f"k{name}", name, kind, parts, ended, "court file", "ada", "2031-09-01T00:00:00Z")


@pytest.mark.parametrize(
    ("reported", "ended", "expected"),
    [
        ("2031-03-02", "2031-05-04: charged", Lasted("2031-03-02", "2031-05-04", 63, 63)),
        ("2031-03-02", "charged in 2031-05", Lasted("2031-03-02", "2031-05", 60, 90)),
        ("2031-03", "2031-03-20 it was a hoax", Lasted("2031-03", "2031-03-20", 0, 19)),
        ("2031-03-02", "first 2031-04-01, then 2031-05-04", Lasted("2031-03-02", "2031-05-04", 63, 63)),
        ("2031-03-02", "nobody knows", None),
        ("2031-03-02", "", None),
        ("2031-03-02", "long before, 2030-01-01", None),
        ("2031-03-02", "2031-13-44", None),
        (None, "2031-05-04", None),
    ],
)
def test_how_long_it_took_is_told_as_exactly_as_the_days_are_known(
    reported: str | None, ended: str, expected: Lasted | None
) -> None:
    assert case("one", claim(Step(reported, "first-reported")), ended=ended).lasted == expected


def test_the_first_report_is_the_earliest_of_all_its_claims() -> None:
    one = case("one", claim(FIRST), claim(Step("2031-02", "first-reported"), Step("2030-01-01", "repeated")))
    assert one.first_report == "2031-02"


def test_a_claim_that_is_gone_tells_nothing() -> None:
    gone = Part("told", "claim", None, "The dam has cracked")
    assert case("one", gone).first_report is None
    assert case("one", gone).reached == ()


def test_roles_are_rows_and_what_a_case_lacks_is_not_noted() -> None:
    source = Part("Source", "person", "p1", "Tomas Hale")
    outlet = Part("outlet", "outlet", "p2", "Ardent Post")
    again = Part("source", "person", "p3", "Lea Orrin")
    found = beside([case("one", source, outlet), case("two", again, ended="2031-05-04: charged")])
    assert [(row.role, row.parts) for row in found.roles] == [
        ("Source", ((source,), (again,))),
        ("outlet", ((outlet,), ())),
    ]
    assert found.differences == (
        OnlyIn("role “outlet”", ("kone",), ("ktwo",)),
        OnlyIn("how it ended", ("ktwo",), ("kone",)),
    )


def test_what_the_claims_came_to_is_compared() -> None:
    one = case("one", claim(FIRST, Step("2031-03-09", "withdrawn")))
    two = case("two", claim(FIRST, Step("2031-03-05", "confirmed")))
    found = beside([one, two])
    assert found.reached == (("first-reported", "withdrawn"), ("first-reported", "confirmed"))
    assert [(it.what, it.has) for it in found.differences] == [
        ("a claim that was confirmed", ("ktwo",)),
        ("a claim that was withdrawn", ("kone",)),
    ]


def test_cases_that_are_not_of_one_kind_are_told() -> None:
    assert beside([case("one"), case("two", kind="Defector")]).kinds == ("defector",)
    assert beside([case("one"), case("two", kind="hoax")]).kinds == ("defector", "hoax")
