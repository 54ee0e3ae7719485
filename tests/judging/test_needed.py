from dataclasses import replace

from tests.judging.test_sourcing import cracked
from tests.output.retold import Report, retold
from wherefrom.judging.briefs import Brief, briefs, stories
from wherefrom.judging.needed import Need, needed
from wherefrom.judging.scopes import Scope
from wherefrom.judging.sourcing import Desk
from wherefrom.model import Certainty, Findings, Mention, Party, Reliance, Span, Unread, Words


def needs(found: Findings, claim: str = "c1") -> dict[str, Need]:
    return {one.kind: one for one in needed(Scope.of_claim(Desk.of(found), claim))}


def told(found: Findings) -> Brief:
    return briefs(Desk.of(found))[0]


def lines(found: Findings) -> dict[str, str]:
    held: dict[str, str] = {}
    for line in told(found).lines:
        held[line.kind] = f"{held.get(line.kind, '')} {line.sentence}".strip()
    return held


def test_who_told_the_outlet_at_the_origin_is_for_that_outlet_to_say() -> None:
    need = needs(cracked())["outlet-at-origin"]
    assert (
        str(need.what)
        == "From Tarn Herald and those who cite it (Morning Brief): who told it and why they are not named."
    )
    assert "how they know" not in str(need.what), "that is said"
    assert {at.document for at in need.grounds} == {one.id for one in cracked().documents[:2]}


def test_a_report_that_is_cited_and_not_read_comes_first() -> None:
    found = cracked()
    away = replace(
        found, relies_on=(*found.relies_on, Reliance(found.documents[2].id, "Harbour Wire", "cites", (), ""))
    )
    (first, *_) = needed(Scope.of_claim(Desk.of(away), "c1"))
    assert first.kind == "report-cited"
    assert "Harbour Wire" in str(first.what)


def test_reports_of_nobody_in_particular_cannot_be_asked_for() -> None:
    found = cracked()
    vague = replace(
        found, relies_on=(*found.relies_on, Reliance(found.documents[2].id, "media reports", "cites", (), ""))
    )
    assert "report-cited" not in needs(vague)


def test_somebody_whom_the_texts_name_and_who_speaks_to_none_of_them_could_be_asked() -> None:
    found = cracked()
    board = Party("board", "Sunmere Water Board", "organisation", named=True, mentions=())
    about = tuple(replace(one, about=("board",)) for one in found.appearances)
    need = needs(replace(found, appearances=about, parties=(*found.parties, board)))["somebody-named"]
    assert str(need.what) == "A word of Sunmere Water Board itself."
    assert need.documents == 4


def test_who_speaks_already_need_not_be_asked_again() -> None:
    found = cracked()
    about = tuple(replace(one, about=("orrin",)) for one in found.appearances)
    assert "somebody-named" not in needs(replace(found, appearances=about))


def test_what_figures_of_a_story_told_each_other_is_no_word_to_the_press() -> None:
    found = cracked()
    board = Party("board", "Water Board", "organisation", named=True, mentions=())
    held = list(found.appearances)
    link = held[3].chain[0]
    assert link.source is not None
    to_mayor = replace(link, source=replace(link.source, parties=("board",)), to=_words("Lea Orrin"), act="says")
    held = [replace(one, about=("board",)) for one in held]
    held[3] = replace(held[3], chain=(to_mayor,))
    assert "somebody-named" in needs(replace(found, appearances=tuple(held), parties=(*found.parties, board)))
    held[3] = replace(held[3], chain=(replace(to_mayor, to=_words("reporters")),))
    assert "somebody-named" not in needs(replace(found, appearances=tuple(held), parties=(*found.parties, board)))


def _words(text: str) -> Words:
    return Words(text, (Span(0, len(text)),))


def test_a_paper_that_several_documents_speak_of_would_be_worth_seeing() -> None:
    found = cracked()
    places = tuple(
        Mention(one.id, (Span(one.text.index("dam"), one.text.index("dam") + 3),)) for one in found.documents[:2]
    )
    texts = tuple(
        replace(one, text=one.text.replace("dam", "log")) if place < 2 else one
        for place, one in enumerate(found.documents)
    )
    # The documents' ids come from their bytes, so that they stay the same.
    log = Party("log", "log", "document", named=False, mentions=places)
    need = needs(replace(found, documents=texts, parties=(*found.parties, log)))["document-mentioned"]
    assert str(need.what) == "The paper that is spoken of: “log”."
    story = Party("story", "story", "document", named=False, mentions=places)
    assert "document-mentioned" not in needs(replace(found, parties=(*found.parties, story)))


def test_a_contradiction_is_told_with_who_says_which() -> None:
    need = needs(retold(), "c-sold")["contradiction"]
    assert "“4.2 million crowns” (Lindholm Mirror) and “4.25 million crowns” (The Lindholm Courier)" in str(need.what)
    assert "its own words would settle it" in str(need.why)


def test_two_sources_without_a_name_may_be_one() -> None:
    found = retold()
    sold = found.claims[1]
    other = replace(sold.origins.roots[1], label="an auditor", parties=())
    nameless = tuple(
        replace(
            one, chain=(replace(one.chain[0], source=replace(one.chain[0].source, text="an auditor", named=False)),)
        )
        if one.id in other.appearances and one.chain[0].source is not None
        else one
        for one in found.appearances
    )
    claims = (found.claims[0], replace(sold, origins=replace(sold.origins, roots=(sold.origins.roots[0], other))))
    need = needs(replace(found, appearances=nameless, claims=claims), "c-sold")["one-or-two"]
    assert "Lindholm Mirror" in str(need.what)
    assert "Quay Radio" in str(need.what)


def test_nothing_is_advised_that_nothing_supports() -> None:
    found = cracked()
    plain = tuple(replace(one, chain=(), certainty=Certainty()) for one in found.appearances)
    bare = replace(found, relies_on=(), appearances=plain)
    assert set(needs(bare)) == {"date"}
    dated = tuple(replace(one, published="2031-05-01") for one in bare.documents)
    ids = dict(zip((one.id for one in bare.documents), (one.id for one in dated), strict=True))
    again = replace(
        bare,
        documents=dated,
        appearances=tuple(replace(one, document=ids[one.document]) for one in bare.appearances),
    )
    assert not needs(again)


def test_a_file_that_could_not_be_read_leaves_a_gap() -> None:
    assert "1 file could not be read" in str(needs(replace(cracked(), unread=(Unread("a.pdf", "no"),)))["file"].why)


# --- a story in short


def test_a_story_in_short_says_how_many_origins_where_it_leads_and_who_is_at_the_end() -> None:
    held = lines(cracked())
    assert held["origins"].startswith("1 claim is told by more than one document: it stands on one origin.")
    assert "2 of 4 documents say that they have it, or some of it, from Tarn Herald" in held["leads"]
    assert "“An official who saw the log” (Tarn Herald)" in held["source"]
    assert held["denied"].startswith("1 claim is denied, by Lea Orrin.")
    assert "1 document has no date" in held["untold"]


def test_a_second_origin_is_never_said_to_be_there_without_being_certain() -> None:
    held = lines(retold())["origins"]
    assert "None is known to have a second." in held
    assert "for certain" not in held
    found = retold()
    claims = tuple(replace(one, origins=replace(one.origins, at_least=2)) for one in found.claims)
    assert "on two or more for certain" in lines(replace(found, claims=claims))["origins"]


def test_every_sentence_about_words_rests_on_words_that_are_there() -> None:
    for found in (cracked(), retold()):
        texts = {one.id: one.text for one in found.documents}
        grounds = [at for one in briefs(Desk.of(found)) for line in one.lines for at in line.sentence.grounds]
        assert grounds
        assert all(0 <= start < end <= len(texts[at.document]) for at in grounds for start, end in at.spans)


def test_documents_that_share_nothing_are_stories_apart() -> None:
    found = cracked()
    other = Report("Bay Radio", "2031-05-05", "A ferry sank.")
    other.says("A ferry sank")
    both = replace(found, documents=(*found.documents, other.document), appearances=(*found.appearances, *other.found))
    assert sorted(map(len, stories(both))) == [1, 4]
    assert [len(one.documents) for one in briefs(Desk.of(both))] == [4]


def test_where_nobody_denies_it_that_is_no_confirmation() -> None:
    found = cracked()
    claim = found.claims[0]
    alone = replace(claim, appearances=claim.appearances[:3], origins=replace(claim.origins, against=()))
    assert "that is no confirmation" in lines(replace(found, claims=(alone,)))["denied"]
