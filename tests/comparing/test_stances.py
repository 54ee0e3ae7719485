"""Each appearance stands somewhere towards its claim: it supports it, denies it, doubts it or passes it on as talk."""

from collections.abc import Callable

import pytest

from tests.comparing.telling import Told, claim, last, stances, why
from tests.quickness import grows_in_step
from wherefrom.model import Stance

BRIBES = "[Two officials] {said that} <the mayor of Tarn took bribes from a builder>."


@pytest.mark.parametrize(
    "telling",
    [
        "<The mayor of Tarn took bribes.>",
        "<The mayor reportedly took bribes.>",
        "[A councillor] {confirmed that} <the mayor took bribes>.",
        "[The judge] {said} <there is no doubt that the mayor took bribes>.",
        "[The inquiry] {found that} <the mayor did not only take bribes but asked for them>.",
        "[Ana Dorn, the mayor's deputy,] {wrote on social media that} <the mayor took bribes>.",
        "[The union] {claimed that} <the mayor took bribes>.",
    ],
)
def test_who_states_it_or_passes_it_on_supports_it(telling: str) -> None:
    assert last(BRIBES, telling) == "supports"


@pytest.mark.parametrize(
    "telling",
    [
        Told("[The mayor] {denied that} <she took bribes>.", "denies"),
        "[The mayor] {says} <she has never taken bribes>.",
        "[Prosecutors] {found} <no proof that the mayor took bribes>.",
        "[Her office] {said that} <claims that the mayor took bribes are baseless>.",
        "[Her lawyer] {called} <the bribery story a fabrication>.",
        "[The council] {described} <the allegation that she took bribes as “an attempt to unsettle voters”>.",
        "[The council] {said} <there is no truth in the story>.",
        "[The paper] {has withdrawn its story about} <bribes to the mayor>.",
        "<The report that the mayor took bribes was retracted on Friday.>",
        "<None of it was accurate.>",
        "[The court] {said} <the mayor was cleared of taking bribes>.",
        "[The ministry] {hit back at} [newspapers’] {reports that} <the mayor took bribes>.",
        "{Claims that} <the mayor took bribes> are untrue.",
        "[A pollster] {says} <the idea that the mayor took bribes is a fantasy>.",
        "<Her return to work ends unfounded rumours of bribes.>",
    ],
)
def test_who_calls_it_false_denies_it(telling: Told | str) -> None:
    assert last(BRIBES, telling) == "denies"


@pytest.mark.parametrize(
    "telling",
    [
        Told("[Analysts] {doubt that} <the mayor took bribes>.", "doubts"),
        Told("[The police] {would neither confirm nor deny that} <the mayor took bribes>.", "denies"),
        Told("[The police] {could not confirm that} <the mayor took bribes>.", polarity="negative"),
        "[A spokesman] {declined to say} <whether the mayor took bribes>.",
        "<Did the mayor take bribes?>",
        "[The council] {said} <the bribery report could not be verified>.",
        "[Observers] {say} <there is little evidence that the mayor took bribes>.",
        "<It is not clear whether the mayor took bribes.>",
        "[A critic] {says} <either the story about the mayor is wrong or the builder lies>.",
        "[Some residents] {wonder} <if the mayor took bribes>.",
        "[A poster] {calls} <the report fishy for several reasons>.",
        "[The council] {has yet to confirm} <bribes to the mayor>.",
        "[The builder’s bank] {said} <it had no information on whether the mayor took bribes>.",
    ],
)
def test_who_leaves_it_open_doubts_it(telling: Told | str) -> None:
    assert last(BRIBES, telling) == "doubts"


@pytest.mark.parametrize(
    "telling",
    [
        "{Rumours that} <the mayor took bribes> are spreading.",
        "Online, {rumours flew that} <the mayor took bribes>.",
        Told("[Viral posts] {claim that} <the mayor took bribes>.", named=False, kind="document"),
        Told("[Some users] {posted that} <the mayor took bribes>.", named=False, kind="group"),
        Told("[A video] {claims that} <the mayor took bribes>.", named=False, kind="document"),
        "[The activist Iva Tamm] {wrote of wild rumours of} <bribes to the mayor>.",
        "<Word is that the mayor took bribes.>",
        Told("[Telegram channels] {claim that} <the mayor took bribes>.", named=False, kind="group"),
        "On Twitter {it was alleged that} <the mayor took bribes>.",
        "<The mayor is rumoured to have taken bribes.>",
        "<Talk of bribes to the mayor is popular on social media.>",
    ],
)
def test_what_nobody_stands_for_is_reported_as_rumour(telling: Told | str) -> None:
    assert last(BRIBES, telling) == "reports-as-rumour"


@pytest.mark.parametrize(
    "telling",
    [
        "<A broken valve, not a spark, started the fire.>",
        "<The fire was started not by a spark but by a broken valve.>",
        "[A guard] {said} <nobody was told of the broken valve until the fire started>.",
        "[The union] {said} <the valve could no longer be closed and started the fire>.",
        "[A guard] {said} <no one will admit it, but the broken valve started the fire>.",
    ],
)
def test_a_negation_of_something_else_denies_nothing(telling: str) -> None:
    assert last("[Inspectors] {said} <a broken valve started the fire>.", telling) == "supports"


def test_what_stands_in_the_negative_and_nowhere_else_is_the_claim() -> None:
    audit = ("[An auditor] {found} <no faulty parts in the pumps>.", "[The firm] {said} <there were no faulty parts>.")
    assert stances(*audit) == ["supports", "supports"]
    assert stances(*audit, "[A worker] {says} <the pumps had faulty parts>.") == ["denies", "denies", "supports"]


def test_more_who_deny_do_not_turn_the_claim_round() -> None:
    denials = [f"[Official {name}] {{said}} <no faulty parts were found>." for name in "ABCDE"]
    assert stances("[A worker] {says} <the pumps had faulty parts>.", *denials) == ["supports", *["denies"] * 5]


def test_a_foreign_statement_does_not_turn_a_claim_round_that_many_tell_in_the_negative() -> None:
    findings = [f"[Auditor {name}] {{said}} <no faulty parts were found>." for name in "ABC"]
    assert stances(*findings, "[The minister] {said} <harvests will be good>.")[:3] == ["supports"] * 3


def test_who_denies_alone_denies_what_he_is_said_to_have_done() -> None:
    assert stances(Told("[The clerk] {denied that} <he gave secrets to a rival>.", "denies")) == ["denies"]


def test_that_a_report_is_denied_is_a_claim_of_its_own() -> None:
    denials = (
        Told("[The bank and the broker] {both denied} <the report>.", "denies"),
        Told("[The bank] {rejects} <this outright: there was no such deal>.", "denies"),
        "<The bank has issued several rebuttals.>",
    )
    assert stances(*denials) == ["supports", "supports", "supports"]


def test_a_denied_report_is_denied_where_others_make_the_claim() -> None:
    told = ("[A source] {says} <the bank sold its shares>.", "[A trader] {says} <the bank did sell its shares>.")
    assert last(*told, Told("[The bank] {denies} <it>.", "denies")) == "denies"


def test_that_a_denial_is_believed_is_support_alone_and_doubt_beside_the_claim() -> None:
    believed = "[The regulator] {said} <it had no reason to doubt the statements of the firms>."
    assert stances(believed) == ["supports"]
    assert last("[A paper] {reported that} <spies had bugged the firms>.", believed) == "doubts"


def test_what_is_put_as_a_condition_is_no_support_for_it() -> None:
    asked = Told("[A lawyer] {would not say} <whether he has asked for asylum>.", polarity="negative")
    assert stances(asked, "Should he ask for asylum, <he would be the greatest catch in years>.") == ["doubts"] * 2


def test_who_turns_a_claim_away_is_asked_before_whose_claim_it_is() -> None:
    telling = Told("[The ministry] {rejected} [the engineers'] {claim that} <the dam had cracks>.", kind="group")
    assert last("<The dam had cracks.>", telling) == "supports"
    parted = "[The ministry] {brushed aside} [the engineers'] {claim that} <the dam had cracks>."
    assert last("<The dam had cracks.>", parted) == "denies"


def test_an_outlets_allegation_with_a_denial_beside_it_is_doubted() -> None:
    paper = Told("The firms all reject the report, {which alleged that} <spies had bugged them>.", kind="outlet")
    assert last("<Spies had bugged the firms.>", paper) == "doubts"


def test_a_quotation_that_follows_a_denial_denies() -> None:
    told = "[A clerk] {said} <wages had been paid late>."
    assert last(told, "The manager denied it. <“Everybody was paid on Friday,”> [she] {said}.") == "denies"


def test_who_says_that_all_is_well_denies_what_others_report() -> None:
    told = "[A monitor] {showed} <nine times the permitted benzene in the smoke>."
    assert last(told, "[The company] {said} <the smoke was harmless>.") == "denies"


def test_talk_that_is_called_false_in_passing_decides_only_for_the_claim_it_speaks_of() -> None:
    telling = "<The rules require a week of quarantine, but his absence made room for unfounded rumours of a coup.>"
    assert last("{Rumours of} <a coup> spread.", "[An aide] {said} <a coup is under way>.", telling) == "denies"
    assert last("[A doctor] {said} <the rules require quarantine for a week>.", telling) == "supports"


def test_every_stance_says_why_in_words_of_the_text() -> None:
    told = why(BRIBES, Told("[The mayor] {flatly denied that} <she took bribes>.", "denies"))
    assert told == ["its source says so", "its source denies it: “flatly denied that”"]


def test_a_stance_does_not_hang_on_the_order_of_what_is_given() -> None:
    told: list[Told | str] = [
        BRIBES,
        Told("[The mayor] {denied that} <she took bribes>.", "denies"),
        "<Did the mayor take bribes?>",
        "[Her office] {says} <she never took bribes>.",
    ]
    expected: list[Stance] = ["supports", "denies", "doubts", "denies"]
    assert stances(*told) == expected
    assert stances(*reversed(told)) == expected[::-1]


def test_a_claim_has_an_appearance() -> None:
    with pytest.raises(ValueError, match="at least one"):
        claim()


def test_time_grows_with_the_appearances_and_not_faster() -> None:
    def prepared(number: int) -> Callable[[], object]:
        told = [f"[Official {place}] {{said}} <no faulty parts were found>." for place in range(number)]
        return lambda: claim(*told)

    assert grows_in_step(prepared, 50)
