"""Whom pronouns and descriptions point back to, as far as naming goes."""

from time import perf_counter

from wherefrom.reader.antecedents import Antecedents
from wherefrom.reader.sources import Described


def noted(text: str, *sources: str) -> Antecedents:
    found = Antecedents(text)
    for words in sources:
        found.note(text.index(words), words)
    return found


def asked(text: str, words: str, *sources: str) -> Described:
    return noted(text, *sources).described(words, text.rindex(words))


def test_he_is_the_person_named_before() -> None:
    text = "Ana Velez left the port. The ship sank, she said."
    assert asked(text, "she", "Ana Velez") == Described("person", named=True, number=None)


def test_he_is_unnamed_when_the_source_before_is() -> None:
    text = "an official left the port. The ship sank, he said."
    assert asked(text, "he", "an official") == Described("person", named=False, number=None)


def test_the_nearest_source_before_counts_and_not_one_after() -> None:
    text = "Bo Orrin spoke. an official spoke. The ship sank, he said. Ana Velez spoke."
    assert not asked(text, "he", "Bo Orrin", "an official", "Ana Velez").named
    assert asked("The ship sank, he said. an official spoke.", "he", "an official").kind == "person"


def test_sources_may_be_noted_in_any_order() -> None:
    text = "Bo Orrin spoke. an official spoke. The ship sank, he said."
    assert asked(text, "he", "Bo Orrin", "an official") == asked(text, "he", "an official", "Bo Orrin")


def test_they_are_the_group_before() -> None:
    text = "Two officials left. The ship sank, they said."
    assert asked(text, "they", "Two officials") == Described("group", named=False, number=None)


def test_the_paper_is_the_outlet_named_before() -> None:
    text = "Sailors read the Lantern Courier. The ship sank, the newspaper wrote."
    assert asked(text, "the newspaper", "the Lantern Courier") == Described("outlet", named=True, number=None)


def test_it_is_the_outlet_the_body_or_the_document_before() -> None:
    text = "The Lantern Post wrote a list. The ship sank, it said."
    assert asked(text, "it", "The Lantern Post") == Described("outlet", named=True, number=None)
    text = "Ana Velez read a report. The ship sank, it said."
    assert asked(text, "it", "Ana Velez", "a report") == Described("document", named=False, number=None)


def test_a_pronoun_does_not_reach_over_pages() -> None:
    text = f"an official spoke. {'x' * 900} The ship sank, he said."
    assert asked(text, "he", "an official") == Described("person", named=False, number=None)
    text = f"Two officials spoke. {'x' * 900} The ship sank, they said."
    assert asked(text, "they", "Two officials").kind == "group"


def test_a_person_named_nearby_is_enough_for_a_personal_pronoun() -> None:
    assert asked("Ana Velez was born in Orrin. The ship sank, she said.", "she").named
    assert not asked("Nobody was there. The ship sank, she said.", "she").named


def test_a_pronoun_itself_is_never_noted() -> None:
    text = "he spoke. The ship sank, he said."
    assert not asked(text, "he", "he").named


def test_who_is_whoever_stands_right_before() -> None:
    assert asked("Ana Velez, who had left, came back.", "who").named
    assert not asked("an official who had left came back.", "who").named
    assert asked("Ana Velez, the mayor of Orrin, who had left, came back.", "who").named
    assert asked("the ministry, which had left, came back.", "which").kind == "organisation"


def test_i_is_the_one_who_is_quoted() -> None:
    assert asked("“I left,” said the official.", "I").named


def test_a_source_that_names_itself_needs_no_antecedent() -> None:
    text = "an official left. Bo Orrin said the ship sank."
    assert asked(text, "Bo Orrin", "an official") == Described("person", named=True, number=None)
    assert asked("Two officials spoke.", "Two officials").number is not None


def test_words_in_capitals_before_who_are_read_at_once() -> None:
    """Each further capital must not double the time: a line of forty would never be finished."""
    text = f"{'A' * 22}! who left."
    begun = perf_counter()
    assert not asked(text, "who").named
    assert perf_counter() - begun < 0.5
