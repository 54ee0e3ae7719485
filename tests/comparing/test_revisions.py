"""What a later version of an article changed, statement by statement."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.comparing.retold import Report, document, findings, read, relying, said
from tests.quickness import grows_in_step
from wherefrom.comparing.material import Material
from wherefrom.comparing.revisions import revised, revisions
from wherefrom.model import slice_of
from wherefrom.model.retelling import Revision

KEPT = "The lake at Sunmere feeds three towns."


def between(folder: Path, earlier: str, later: str) -> tuple[Revision, ...]:
    first, second = Report(earlier), Report(later, "2031-03-05")
    return revisions(relying(read(folder, first, second), second, first, "version-of"))


@pytest.mark.parametrize(
    ("earlier", "later", "kinds"),
    [
        ("The dam has cracked at its foot.", "The dam may have cracked at its foot.", ["hedged"]),
        ("The dam may have cracked at its foot.", "The dam has cracked at its foot.", ["unhedged"]),
        ("The dam allegedly leaked for weeks.", "The dam leaked for weeks.", ["unhedged"]),
        ("The dam has cracked at its foot.", "Engineers said the dam has cracked at its foot.", ["attributed"]),
        ("Engineers said the dam has cracked at its foot.", "The dam has cracked at its foot.", ["unattributed"]),
        (
            "Engineers said the dam may have cracked at its foot.",
            "The dam has cracked at its foot.",
            ["unhedged", "unattributed"],
        ),
        ("Twelve houses burned down in Hallow Bay.", "Nineteen houses burned down in Hallow Bay.", ["changed"]),
        ("The northern tower has fallen.", "The northern tower has not fallen.", ["changed"]),
        ("The dam has cracked at its foot.", "The dam has cracked at its foot.", []),
    ],
)
def test_what_was_done_to_a_statement_is_told(tmp_path: Path, earlier: str, later: str, kinds: list[str]) -> None:
    found = between(tmp_path, f"{KEPT}\n\n{earlier}", f"{KEPT}\n\n{later}")
    assert [one.kind for one in found] == kinds
    assert all(one.before is not None and one.after is not None for one in found)


def test_new_statements_are_added_and_those_that_are_gone_were_dropped(tmp_path: Path) -> None:
    earlier = f"{KEPT}\n\nA watchman was arrested on Monday."
    later = f"Boats were sent from Hallow Bay.\n\n{KEPT}"
    added, dropped = between(tmp_path, earlier, later)
    assert (added.kind, added.before) == ("added", None)
    assert added.after is not None
    assert "Boats were sent" in added.after.said.text
    assert (dropped.kind, dropped.after) == ("dropped", None)
    assert dropped.before is not None
    assert "watchman" in dropped.before.said.text


def test_statements_that_changed_places_were_not_revised(tmp_path: Path) -> None:
    other = "A watchman was arrested on Monday."
    assert between(tmp_path, f"{KEPT}\n\n{other}", f"{other}\n\n{KEPT}") == ()


def test_both_wordings_are_slices_of_their_versions(tmp_path: Path) -> None:
    first = Report("Engineers said the dam may have cracked at its foot.")
    second = Report("The dam has cracked at its foot.", "2031-03-05")
    found = relying(read(tmp_path, first, second), second, first, "version-of")
    texts = {one.id: one.text for one in found.documents}
    unhedged, unattributed = revisions(found)
    assert unhedged.before is not None
    assert slice_of(texts[unhedged.earlier], unhedged.before.marked) == "may"
    assert unattributed.before is not None
    assert slice_of(texts[unattributed.earlier], unattributed.before.marked) == "Engineers said"
    for one in (unhedged, unattributed):
        assert one.before is not None
        assert one.after is not None
        assert slice_of(texts[one.earlier], one.before.said.spans) == one.before.said.text
        assert slice_of(texts[one.later], one.after.said.spans) == one.after.said.text


def test_only_versions_are_compared(tmp_path: Path) -> None:
    first = Report("The dam may have cracked at its foot.")
    second = Report("The dam has cracked at its foot.", "2031-03-05", "Morning Brief")
    found = read(tmp_path, first, second)
    assert revisions(found) == ()
    assert revisions(relying(found, second, first)) == ()
    before, after = (one.id for one in found.documents)
    assert [one.kind for one in revised(Material.of(found), before, after)] == ["unhedged"]


def test_two_long_versions_take_time_in_step_with_their_length() -> None:
    def prepared(number: int) -> Callable[[], object]:
        texts = [
            " ".join(
                f"The gauge {chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)}x rose {verb} in May."
                for n in range(number)
            )
            for verb in ("slowly", "quickly")
        ]
        documents = [document(text, f"2031-03-0{4 + place}") for place, text in enumerate(texts)]
        told = [said(one, f"{part}.") for one in documents for part in one.text.removesuffix(".").split(". ")]
        material = Material.of(findings(documents, told))
        return lambda: list(revised(material, documents[0].id, documents[1].id))

    assert grows_in_step(prepared, 200)
