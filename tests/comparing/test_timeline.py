"""What happened when: by the time of the event, with the time of the report apart."""

from dataclasses import replace
from pathlib import Path

from tests.comparing.retold import ONE_ORIGIN, Report, at, document, findings, read, said
from wherefrom.comparing.timeline import timeline
from wherefrom.model import Appearance, Claim, Findings, Membership, Time, TimeRole, slice_of

TEXT = "The dam at Sunmere cracked {}."


def told(words: str, value: str | None, published: str | None = "2031-03-04", role: TimeRole = "event") -> Findings:
    one = document(TEXT.format(words), published)
    time = Time(words, at(one, words), value, role)
    return findings([one], [said(one, one.text, times=(time,))])


def together(*parts: Findings) -> Findings:
    return findings(
        (one for part in parts for one in part.documents), (one for part in parts for one in part.appearances)
    )


def under(found: Findings, *held: Appearance) -> Findings:
    members = tuple(Membership(one.id, "supports") for one in held)
    return replace(found, claims=(Claim("c", "The dam cracked", members, ONE_ORIGIN, ()),))


def test_events_stand_in_the_order_in_which_they_happened_and_not_of_the_reports() -> None:
    found = together(
        told("on 9 March", "2031-03-09", "2031-03-10"),
        told("on 2 March", "2031-03-02", "2031-05-01"),
        told("some time last year", "2030", "2031-03-12"),
    )
    assert [(one.time, one.reported) for one in timeline(found)] == [
        ("2030", "2031-03-12"),
        ("2031-03-02", "2031-05-01"),
        ("2031-03-09", "2031-03-10"),
    ]


def test_uncertain_times_and_intervals_stay_as_they_were_told() -> None:
    values = [
        "../2030-09-05",
        "2030~",
        "2031",
        "2031-01",
        "2031-21",
        "2031-03/2031-05",
        "2031-06-01T09:00:00",
        "XXXX-02",
    ]
    found = together(*(told(f"at time {n}", value) for n, value in enumerate(reversed(values))))
    assert [one.time for one in timeline(found)] == [
        "2030~",
        "../2030-09-05",
        "2031",
        "2031-01",
        "2031-21",
        "2031-03/2031-05",
        "2031-06-01T09:00:00",
        "XXXX-02",
    ]


def test_lengths_of_time_unknown_times_and_times_of_speaking_are_no_events() -> None:
    found = together(
        told("within two years", "P2Y"),
        told("every week", "R/P1W"),
        told("then", None),
        told("on Monday", "2031-03-03", role="said"),
        told("until May", "2031-05", role="valid-to"),
    )
    assert timeline(found) == ()


def test_one_claim_has_one_entry_for_each_time_with_all_who_say_so() -> None:
    parts = [
        told("on 2 March", "2031-03-02", "2031-03-06"),
        told("two days ago", "2031-03-02", "2031-03-04"),
        told("on 3 March", "2031-03-03", None),
    ]
    found = under(together(*parts), *(part.appearances[0] for part in parts))
    first, second = timeline(found)
    assert (first.time, first.claim, first.reported) == ("2031-03-02", "c", "2031-03-04")
    assert [(one.time.text, one.published, one.stance) for one in first.reports] == [
        ("two days ago", "2031-03-04", "supports"),
        ("on 2 March", "2031-03-06", "supports"),
    ]
    assert (second.time, second.reported) == ("2031-03-03", None)
    texts = {one.id: one.text for one in found.documents}
    for report in first.reports:
        assert slice_of(texts[report.document], report.time.spans) == report.time.text


def test_statements_under_no_claim_are_never_thrown_together() -> None:
    found = together(told("on 2 March", "2031-03-02"), told("two days ago", "2031-03-02"))
    assert [(one.claim, len(one.reports)) for one in timeline(found)] == [(None, 1), (None, 1)]


def test_reports_without_a_date_leave_the_year_open(tmp_path: Path) -> None:
    found = read(tmp_path, Report("The bridge at Hallow Bay fell on 3 June.", None))
    assert [(one.time, one.reported) for one in timeline(found)] == [("XXXX-06-03", None)]
