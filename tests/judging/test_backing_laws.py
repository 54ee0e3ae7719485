"""The laws, on checking a draft: a copy backs nothing better, no order counts, the same call gives the same answer."""

from functools import lru_cache
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.judging.drafted import REPORTS, drafted, kept_in
from wherefrom import api
from wherefrom.judging.backing import Verdict
from wherefrom.model import Unreadable

SENTENCES = (
    "Several engineers say that the crack is 14 centimetres long.",
    "Two newspapers have reported independently that the crack is 14 centimetres long.",
    "It has been confirmed that the crack is 14 centimetres long, according to an engineer who saw it.",
    "The crack is 14 centimetres long.",
    "Repairs will cost 3.2 million crowns, Mayor Lea Orrin said.",
    "Some 4,000 lorries use the bridge every day.",
)
OUTLETS = ("Velden Times", "Corvale Mail", "Bay Radio")
DAYS = ("2031-03-02", "2031-03-05", "2031-04-01")


def verdicts(folder: Path, reports: list[Path]) -> tuple[Verdict, ...]:
    return tuple(one.verdict for one in api.check(drafted(folder, *SENTENCES), reports).sentences[1:])


@lru_cache(maxsize=1)
def without_copies() -> tuple[Verdict, ...]:
    with TemporaryDirectory() as made:
        return verdicts(Path(made), kept_in(Path(made)))


def test_the_sentences_are_put_more_firmly_than_held() -> None:
    assert without_copies()[:3] == ("weaker", "weaker", "weaker")


@settings(max_examples=12, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(REPORTS)), st.sampled_from(OUTLETS), st.sampled_from(DAYS)),
        min_size=1,
        max_size=3,
    )
)
def test_a_verbatim_copy_never_turns_what_is_found_into_backed(copies: list[tuple[str, str, str]]) -> None:
    more = {f"copy{place}": (outlet, day, REPORTS[name][2]) for place, (name, outlet, day) in enumerate(copies)}
    with TemporaryDirectory() as made:
        found = verdicts(Path(made), kept_in(Path(made), *REPORTS, **more))
    assert [
        (before, after) for before, after in zip(without_copies(), found, strict=True) if after == "backed" != before
    ] == []


def test_the_order_of_the_documents_changes_nothing(tmp_path: Path) -> None:
    paths = kept_in(tmp_path)
    draft = drafted(tmp_path, *SENTENCES)
    assert len({api.check(draft, order) for order in permutations(paths)}) == 1


def test_names_of_files_change_nothing(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    renamed = {f"z{name}": told for name, told in reversed(REPORTS.items())}
    under_other_names = [path for path in kept_in(tmp_path / "other", *REPORTS, **renamed) if path.name.startswith("z")]
    draft = drafted(tmp_path, *SENTENCES)
    assert api.check(draft, under_other_names) == api.check(draft, kept_in(tmp_path))


def test_a_draft_is_not_held_against_itself(tmp_path: Path) -> None:
    draft = drafted(tmp_path, *SENTENCES)
    with pytest.raises(Unreadable, match="is one of the documents that it is held against"):
        api.check(draft, [draft, *kept_in(tmp_path)])
