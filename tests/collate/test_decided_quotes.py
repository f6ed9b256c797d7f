"""Speakers that people set: which quotation a passage means, whom a name means, what contradicts."""

import pytest
from making import make_source
from marked import make_actor
from msgspec.structs import replace
from quotation_entries import decisions, entry, finder_of
from readings import read

from generator.collate.applied import Applied
from generator.collate.casting.actors import Cast, group_actors
from generator.collate.quoting.decided_quotes import decide_speakers
from generator.collate.quoting.meant import find_meant
from generator.collate.quoting.quotes import link_quotes
from generator.model import ActorDecision, Decisions, NameForm, QuotationDecision, Quote
from generator.spans import cut

TEXT = "“The oven is cold,” Ann Lee said. “We wait for wood,” she said, “and for the carter.” Nobody baked."
READING = read(TEXT)
ANN = NameForm(text="Ann Lee", sources=("a",), count=2)
BAKER = NameForm(text="the baker", sources=("a",), count=1)
CAST = Cast(
    actors=(
        replace(
            make_actor("Ann Lee", "person"),
            aliases=("lee",),
            names=(ANN, BAKER),
        ),
        replace(make_actor("Jo Hart", "person"), names=(BAKER,)),
    ),
    ids={("a", candidate.key): candidate.key.replace(" ", "-") for candidate in READING.candidates},
)
QUOTES = link_quotes([READING], CAST)


def apply(*entries: QuotationDecision) -> tuple[list[Quote], Applied]:
    """The quotes that were changed, and what was done."""
    quotes, applied = decide_speakers(QUOTES, CAST, decisions(*entries), finder_of([READING]))
    assert [quote.id for quote in quotes] == [quote.id for quote in QUOTES]
    return [quote for quote in quotes if quote.curated], applied


def shown(applied: Applied) -> list[str]:
    return [str(problem) for problem in applied.problems]


def test_the_example_has_three_quotations_of_two_utterances() -> None:
    assert [quote.text for quote in QUOTES] == ["The oven is cold", "We wait for wood", "and for the carter."]
    assert QUOTES[0].utterance != QUOTES[1].utterance == QUOTES[2].utterance
    assert QUOTES[0].speaker == "ann-lee"


def test_without_decisions_nothing_changes() -> None:
    assert decide_speakers(QUOTES, CAST, decisions(), finder_of([READING])) == (QUOTES, Applied())


@pytest.mark.parametrize("words", ["oven is", "“The oven is cold,” Ann Lee said", "The oven is cold", "cold,” Ann Lee"])
def test_a_passage_means_the_quotation_around_it_in_it_or_across_its_edge(words: str) -> None:
    (quote,), applied = apply(entry("a", words, speaker="Jo Hart"))
    assert (quote.text, quote.speaker, quote.curated) == ("The oven is cold", "jo-hart", "We asked.")
    assert [one.text for one in applied.anchors] == [words]
    (decided,) = applied.decided
    assert (decided.what, decided.id, decided.did) == ("quotation", quote.id, "given a speaker")


def test_the_words_that_name_a_speaker_in_the_source_stay() -> None:
    (quote,), _ = apply(entry("a", "oven is", speaker="Jo Hart"))
    assert (quote.speaker_text, quote.speaker_span, quote.cue) == ("Ann Lee", QUOTES[0].speaker_span, "said")


def test_the_pieces_of_one_utterance_follow() -> None:
    quotes, applied = apply(entry("a", "for the carter", speaker="Jo Hart"))
    assert [(quote.text, quote.speaker) for quote in quotes] == [
        ("We wait for wood", "jo-hart"),
        ("and for the carter.", "jo-hart"),
    ]
    assert len(applied.decided) == 1


def test_a_passage_may_hold_several_quotations() -> None:
    assert len(apply(entry("a", "“The oven is cold,” Ann Lee said. “We wait for wood,”", speaker="Jo Hart"))[0]) == 3


def test_nobody_known() -> None:
    (quote,), applied = apply(entry("a", "oven is cold", speaker_unknown=True))
    assert (quote.speaker, quote.speaker_text, quote.curated) == (None, "Ann Lee", "We asked.")
    assert [one.did for one in applied.decided] == ["speaker marked as not known"]


@pytest.mark.parametrize("name", ["Jo Hart", " Jo  Hart", "jo-hart", "jo hart", "Jo-Hart’s"])
def test_an_actor_goes_by_name_or_id(name: str) -> None:
    assert [quote.speaker for quote in apply(entry("a", "oven is", speaker=name))[0]] == ["jo-hart"]


def test_an_actor_goes_by_a_former_id() -> None:
    assert [quote.speaker for quote in apply(entry("a", "We wait", speaker="lee"))[0]] == ["ann-lee"] * 2


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        (
            entry("a", "oven is", speaker="Jo Heart"),
            'warning: This entry is stale and has no effect: no actor is called “Jo Heart”. Did you mean "Jo Hart"?',
        ),
        (
            entry("a", "oven is", speaker="the baker"),
            "error: “the baker” is a name of several actors. Write the id of the one meant: ann-lee, jo-hart.",
        ),
        (
            entry("a", "Nobody baked", speaker="Jo Hart"),
            "warning: This entry is stale and has no effect: no quotation rests on this passage: “Nobody baked”.",
        ),
        (
            entry("a", "is cold,” Ann Lee said. “We wait", speaker="Jo Hart"),
            "error: “is cold,” Ann Lee said. “We wait” runs through parts of several quotations. "
            "Quote words of one alone.",
        ),
        (
            entry("a", "for", speaker="Jo Hart"),
            "error: “for” stands 2 times in a: which is meant? Quote more words around it.",
        ),
        (
            entry("a", "Nobody bakes", speaker_unknown=True),
            "warning: This entry is stale and has no effect: “Nobody bakes” does not stand in a. "
            "Nearest: “Nobody baked.”.",
        ),
    ],
    ids=lambda given: given.target.words if isinstance(given, QuotationDecision) else "",
)
def test_what_cannot_be_applied(wrong: QuotationDecision, problem: str) -> None:
    quotes, applied = apply(entry("a", "We wait", speaker="Jo Hart"), wrong)
    assert len(quotes) == 2, "the other entry is applied all the same"
    assert shown(applied) == [f"curation.yml:7: {problem}"]
    assert len(applied.decided) == 1


def test_all_that_is_wrong_with_an_entry_is_said_at_once() -> None:
    assert len(apply(entry("a", "Nobody baked", speaker="Nobody"))[1].problems) == 2


def test_of_two_speakers_for_one_quotation_the_first_counts() -> None:
    quotes, applied = apply(
        entry("a", "We wait", speaker="Jo Hart"), entry("a", "for the carter", speaker="Ann Lee", reason="No.")
    )
    assert {(quote.speaker, quote.curated) for quote in quotes} == {("jo-hart", "We asked.")}
    assert shown(applied) == [
        "curation.yml:7: error: Line 2 decides otherwise who speaks here, and counts. Remove one of the two entries."
    ]


def test_two_reasons_for_one_speaker_are_both_kept() -> None:
    quotes, applied = apply(
        entry("a", "We wait", speaker="Jo Hart"), entry("a", "for the carter", speaker="jo-hart", reason="He told us.")
    )
    assert {quote.curated for quote in quotes} == {"We asked.; He told us."}
    assert (len(applied.decided), applied.problems) == (2, ())


def test_a_decision_that_sets_no_speaker_is_left_to_others() -> None:
    assert apply(entry("a", "Nobody baked", translation="Niemand buk."), entry("a", "gone", split=True)) == (
        [],
        Applied(),
    )


def test_a_speaker_of_a_real_cast() -> None:
    readings = [READING, read("Jo Hart came back. Jo Hart baked.", id="b")]
    cast = group_actors(readings)
    quotes, applied = decide_speakers(
        link_quotes(readings, cast), cast, decisions(entry("a", "oven is", speaker="Jo Hart")), finder_of(readings)
    )
    assert (quotes[0].speaker, applied.problems) == ("jo-hart", ())


def test_a_name_that_only_people_gave_is_known() -> None:
    readings = [READING, read("Jo Hart came back. Jo Hart baked.", id="b")]
    given = Decisions(
        file="curation.yml",
        actors=(
            ActorDecision(line=1, reason="Asked.", actor="Jo Hart", rename="The Carter", id="carter"),
            ActorDecision(line=2, reason="Asked.", actor="Ann Lee", merge=("carter",)),
        ),
    )
    cast = group_actors(readings, given)
    for name in ("The Carter", "carter", "jo-hart"):
        quotes, applied = decide_speakers(
            QUOTES, cast, decisions(entry("a", "oven is", speaker=name)), finder_of(readings)
        )
        assert (quotes[0].speaker, applied.problems) == ("ann-lee", ())


def test_a_speaker_of_nobody_beside_a_translation_is_a_stale_part() -> None:
    given = entry("a", "oven is", speaker="Xyzzy", translation="Der Ofen")
    assert shown(apply(given)[1]) == [
        "curation.yml:2: warning: A part of this entry is stale: no actor is called “Xyzzy”."
    ]


def test_of_quotations_in_each_other_the_innermost_around_the_passage_is_meant() -> None:
    source = make_source("He said the “old” oven was cold today.")
    outer, inner = cut(source, 8, 37), cut(source, 13, 16)
    whole, word = (
        replace(quote, start=span.start, end=span.end, text=span.text)
        for quote, span in zip(QUOTES, (outer, inner), strict=False)
    )
    assert find_meant(inner, [whole, word]) == (word,)
    assert find_meant(outer, [whole, word]) == (whole,)
    assert find_meant(cut(source, 25, 33), [whole, word]) == (whole,)
