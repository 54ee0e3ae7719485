"""A draft in other words than the reports: what is only put otherwise is backed, what is changed is not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.judging.drafted import drafted, kept_in
from wherefrom import api
from wherefrom.judging.backing import DraftSentence
from wherefrom.judging.backing.clauses import clause
from wherefrom.judging.backing.shortened import abbreviates
from wherefrom.model import Span

Check = Callable[..., DraftSentence]
REPORT = (
    "Northgate Press Agency",
    "2031-05-02",
    (
        "Harbour board under pressure\n\n"
        "VELDEN — The harbour board has bought two cranes, its treasurer Ines Calloway said, and if the council agrees it will sell the old "
        "ferry.\n\n"
        "If the pump is faulty, the dock must be drained, said the surveyor Owen Tarrish.\n\n"
        "The board's report said that neither the pilot nor his mate had been accused of negligence.\n\n"
        "Tarrish said in an interview that his firm had no intention of leaving the project.\n\n"
        "“Without the levy the losses could easily reach 9 million crowns,” said Mira Oskarsen of Fenwick Bank.\n\n"
        "Two people close to the board told NPA that Chairman Edo Valk had asked Calloway to stay until the audit is finished.\n\n"
        "The former harbour master, Petra Lunde, met reporters on Friday. A senior clerk in her old office was there too. "
        "She thought the new quay a waste of money.\n\n"
        "One of them, the crane expert Jonas Ribbe, told the Sea Lanes podcast that the accident report makes no sense to him.\n\n"
        "A cousin of his said that he had been promised nothing. Dockers like Tom Ashdown.\n\n"
        "Citing its sources, the Quay Gazette reported that the strike has let rival ports win over two shipping lines.\n\n"
        "The company's managing director, Lars Hedin, told Port Weekly that there was no truth in the story about a merger."
    ),
)


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """What is said of one sentence, against the report."""

    def run(sentence: str) -> DraftSentence:
        kept = kept_in(tmp_path, "post", npa=REPORT)
        return api.check(drafted(tmp_path, sentence), kept).sentences[1]

    return run


@pytest.mark.parametrize(
    ("sentence", "cause"),
    [
        ("The harbour board has bought two cranes, said its treasurer Ines Calloway.", "a condition in another clause"),
        (
            "Should the pump be faulty, the surveyor Owen Tarrish said, the dock would have to be drained.",
            "a condition without if",
        ),
        (
            "The board's report said that no accusation of negligence had been made against the pilot or his mate.",
            "no for neither",
        ),
        (
            "Owen Tarrish said that his firm did not intend to leave the project.",
            "did not intend for had no intention",
        ),
        (
            "Two people close to the board told Northgate Press Agency that Calloway had been asked to stay until the audit is finished.",
            "an agency in full where it is held in short",
        ),
        ("Petra Lunde, the former harbour master, thinks the new quay a waste of money.", "a name for she"),
        (
            "One of Velden's critics, Jonas Ribbe, an expert on cranes, told the podcast Sea Lanes that the accident makes no sense.",
            "a name in apposition",
        ),
        (
            "Lars Hedin, the head of the company, told Port Weekly that no merger was planned as far as he was concerned.",
            "words that say who somebody is",
        ),
    ],
)
def test_what_is_only_put_otherwise_is_backed(check: Check, sentence: str, cause: str) -> None:
    found = check(sentence)
    assert found.verdict == "backed", (cause, found.reasons)


@pytest.mark.parametrize(
    ("sentence", "verdict", "why"),
    [
        (
            "The harbour board will sell the old ferry, said its treasurer Ines Calloway.",
            "hedge-lost",
            "if the council agrees",
        ),
        ("The dock must be drained, said the surveyor Owen Tarrish.", "hedge-lost", "If the pump is faulty"),
        (
            "The board's report said that the pilot and his mate had been accused of negligence.",
            "contradicted",
            "the held words have it in the negative",
        ),
        (
            "Owen Tarrish said that his firm intended to leave the project.",
            "contradicted",
            "the held words have it in the negative",
        ),
        (
            "Without the levy the losses will reach 9 million crowns, said Mira Oskarsen of Fenwick Bank.",
            "hedge-lost",
            "the held words hold back: “could”",
        ),
        (
            "Ashdown has been promised nothing.",
            "attribution-lost",
            "held words have it from “A cousin of his”",
        ),
        (
            "Officials say that the strike has let rival ports win over two shipping lines.",
            "weaker",
            "“Officials”: the held words have “its sources”",
        ),
        (
            "Edo Valk, the chairman, thinks the new quay a waste of money.",
            "attribution-lost",
            "attributed to “Edo Valk",
        ),
    ],
)
def test_what_is_changed_is_told(check: Check, sentence: str, verdict: str, why: str) -> None:
    found = check(sentence)
    assert found.verdict == verdict, found.reasons
    assert any(why in one.why for one in found.reasons if one.verdict == verdict), found.reasons


def test_an_abbreviation_has_the_initial_of_every_word_and_letters_that_follow_in_it() -> None:
    assert abbreviates("NPA", "Northgate Press Agency")
    assert abbreviates("TCP", "Transcontinent Press")
    assert abbreviates("BOV", "Bank of Velden") is False
    assert abbreviates("BV", "Bank of Velden")
    assert abbreviates("TPC", "Transcontinent Press") is False
    assert abbreviates("NP", "Northgate Press Agency") is False
    assert abbreviates("Np", "Northgate Press") is False


def test_a_clause_ends_where_another_could_stand_by_itself_and_at_no_lone_comma() -> None:
    text = "It sank, he said, and if it rains, they stay; nobody knows why."
    whole = Span(0, len(text))
    found = [
        text[slice(*clause(text, whole, text.index(word)))] for word in ("sank", "said", "rains", "stay", "nobody")
    ]
    assert found == [
        "It sank, he said",
        "It sank, he said",
        ", and if it rains, they stay",
        ", and if it rains, they stay",
        "; nobody knows why.",
    ]
