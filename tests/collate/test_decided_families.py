"""Families that people joined and parted, in the form of the cases of families.txt."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from quotation_entries import decisions, entry, finder_of, target
from quoted import make_quotes, make_reading

from generator.collate.applied import Applied
from generator.collate.quoting.decided_families import decide_families
from generator.collate.quoting.families import group_families
from generator.model import AnnotatedSource, Family, QuotationDecision, Quote

GIVEN = """
== a
Ann: We wait for wood and for the carter from Ulm, and so does the guild.
Ann: The bread of the guild is good bread for all of us.
== b
Ann: We wait for wood and for the one carter from Ulm.
Ann: Our bread is fine.
== c
Ann: for the carter from Ulm, and so does the guild.
Jo: The flour of the mill is fine flour.
== d
Ann: All of us like the good bread of our guild.
"""
JOINED, PARTED = "joined with 1 other", "parted from its other readings"


def read(given: str) -> tuple[list[AnnotatedSource], list[Quote]]:
    readings, quotes = [], []
    for block in given.split("== ")[1:]:
        witness, *lines = block.strip().splitlines()
        readings.append(make_reading(witness, lines, None))
        quotes += make_quotes(witness, lines)
    return readings, quotes


READINGS, QUOTES = read(GIVEN)


def apply(*entries: QuotationDecision, quotes: list[Quote] = QUOTES) -> tuple[tuple[Family, ...], Applied]:
    automatic = group_families(READINGS, quotes)
    return decide_families(READINGS, automatic, quotes, decisions(*entries), finder_of(READINGS))


def show(families: tuple[Family, ...]) -> list[str]:
    """A family a line: its quotes, the base with a star."""
    return [
        " ".join(id.removeprefix("q-") + ("*" if id == family.base else "") for id in family.quotes)
        for family in families
    ]


def shown(applied: Applied) -> list[str]:
    return [str(problem) for problem in applied.problems]


BREAD = entry("a", "good bread for all", target("d", "All of us like"))


def test_without_decisions_the_families_are_the_automatic_ones() -> None:
    assert apply() == (group_families(READINGS, QUOTES), Applied())
    assert show(apply()[0]) == ["a1* b1 c1"]


def test_two_single_quotations_make_a_family() -> None:
    families, applied = apply(BREAD)
    assert show(families) == ["a1* b1 c1", "a2* d1"]
    assert [family.curated for family in families] == [None, "We asked."]
    (decided,) = applied.decided
    assert (decided.what, decided.id, decided.did, decided.reason) == ("quotation", "q-a2", JOINED, "We asked.")
    assert [anchor.text for anchor in applied.anchors] == ["good bread for all", "All of us like"]


def test_a_family_that_people_made_is_like_any_other() -> None:
    _, family = apply(BREAD)[0]
    assert (family.id, family.aliases, family.speaker) == ("f-a2", ("f-d1",), "ann")
    base, reading = family.readings
    assert (base.quote, base.variants, reading.quote) == ("q-a2", (), "q-d1")
    assert reading.variants


def test_of_equally_long_readings_the_first_is_the_base() -> None:
    families, _ = apply(entry("c", "The flour of", target("b", "Our bread")))
    assert show(families) == ["a1* b1 c1", "b2 c2*"]
    families, _ = apply(entry("b", "Our bread", target("c", "The flour of")), quotes=cut_to("c2", "b2"))
    assert show(families) == ["a1* b1 c1", "b2* c2"]


def cut_to(id: str, other: str) -> list[Quote]:
    """The quotes, the words of one as many as those of another."""
    words = next(quote.text for quote in QUOTES if quote.id == f"q-{other}").split()
    return [
        replace(quote, text=(text := " ".join(quote.text.split()[: len(words)])), end=quote.start + len(text))
        if quote.id == f"q-{id}"
        else quote
        for quote in QUOTES
    ]


def test_a_single_quotation_joins_a_family_whichever_of_the_two_is_the_target() -> None:
    for one in (
        entry("d", "All of us like", target("b", "We wait for wood")),
        entry("c", "for the carter", target("d", "All of us like")),
    ):
        families, applied = apply(one)
        assert (show(families), applied.problems) == (["a1* b1 c1 d1"], ())


def test_two_families_are_united() -> None:
    other = entry("c", "so does the guild", target("d", "All of us like"), reason="He said so.")
    families, applied = apply(BREAD, other)
    assert show(families) == ["a1* a2 b1 c1 d1"]
    assert [family.curated for family in families] == ["We asked.; He said so."]
    assert families[0].aliases == ("f-a2", "f-b1", "f-c1", "f-d1")
    assert [one.did for one in applied.decided] == [JOINED, JOINED]


def test_joining_what_stands_together_marks_it_as_decided() -> None:
    families, applied = apply(entry("b", "We wait for wood", target("c", "so does the guild")))
    assert [(line, family.curated) for line, family in zip(show(families), families, strict=True)] == [
        ("a1* b1 c1", "We asked.")
    ]
    assert len(applied.decided) == 1


def test_speakers_who_differ_leave_the_speaker_open() -> None:
    families, _ = apply(entry("b", "Our bread", target("c", "The flour of")))
    assert [family.speaker for family in families] == ["ann", None]


def test_a_quotation_leaves_its_family() -> None:
    families, applied = apply(entry("c", "so does the guild", split=True))
    assert show(families) == ["a1* b1"]
    assert [family.curated for family in families] == ["We asked."]
    assert [(one.id, one.did) for one in applied.decided] == [("q-c1", PARTED)]


def test_what_only_the_quotation_held_together_falls_apart() -> None:
    families, applied = apply(entry("a", "We wait for wood", split=True))
    assert families == ()
    assert (len(applied.decided), applied.problems) == (1, ())


def test_a_quotation_moves_from_one_family_to_another() -> None:
    families, applied = apply(entry("b", "We wait for wood", target("d", "All of us like"), split=True))
    assert show(families) == ["a1* c1", "b1* d1"]
    assert [one.did for one in applied.decided] == [f"{PARTED}, {JOINED}"]


def test_parted_quotations_may_be_joined_with_each_other() -> None:
    one = entry("b", "We wait for wood", split=True)
    other = entry("a", "We wait for wood", target("b", "We wait for wood"), split=True)
    families, applied = apply(one, other)
    assert (show(families), applied.problems) == (["a1* b1"], ())


def test_a_new_source_does_not_bring_a_parted_quotation_back() -> None:
    readings, quotes = read(GIVEN + "== e\nAnn: We wait for wood and for the carter from Ulm.")
    parted = decisions(entry("b", "We wait for wood", split=True))
    families, _ = decide_families(readings, group_families(readings, quotes), quotes, parted, finder_of(readings))
    assert show(families) == ["a1* c1 e1"]


IN_PIECES = """
== a
Ann: There is no wood, and so the oven of the guild is cold until the carter comes from Ulm.
== b
Ann: the oven of the guild is cold
+ Ann: until the carter comes
+ Ann: Nobody bakes in Ulm today.
"""


def apply_to_pieces(*entries: QuotationDecision) -> tuple[list[str], Applied]:
    readings, quotes = read(IN_PIECES)
    automatic = group_families(readings, quotes)
    assert show(automatic) == ["a1* b1 b2"]
    families, applied = decide_families(readings, automatic, quotes, decisions(*entries), finder_of(readings))
    return show(families), applied


def test_the_pieces_of_one_utterance_leave_together() -> None:
    families, applied = apply_to_pieces(entry("b", "oven of the guild", split=True))
    assert (families, len(applied.decided), applied.problems) == ([], 1, ())


def test_a_piece_follows_where_it_stands_in_the_base_and_nowhere_else() -> None:
    readings, quotes = read(IN_PIECES)
    joined = decisions(entry("a", "There is no wood", target("b", "oven of the guild")))
    families, applied = decide_families(readings, (), quotes, joined, finder_of(readings))
    assert show(families) == ["a1* b1 b2"]
    assert [one.did for one in applied.decided] == [JOINED]


def test_a_piece_that_is_meant_joins_whatever_it_says() -> None:
    families, _ = apply_to_pieces(entry("a", "There is no wood", target("b", "Nobody bakes")))
    assert families == ["a1* b1 b2 b3"]


def test_pieces_that_were_taken_out_do_not_follow() -> None:
    families, applied = apply_to_pieces(
        entry("b", "oven of the guild", split=True), entry("a", "There is no wood", target("b", "Nobody bakes"))
    )
    assert (families, applied.problems) == (["a1* b3"], ())


def test_words_in_quotation_marks_come_before_reported_speech() -> None:
    quotes = [replace(quote, kind="indirect") if quote.id == "q-a2" else quote for quote in QUOTES]
    (_, family), _ = apply(BREAD, quotes=quotes)
    assert (family.base, [reading.quote for reading in family.readings]) == ("q-d1", ["q-d1", "q-a2"])
    told = [one for one in family.readings[1].variants if one.kind != "truncated"]
    assert [(one.kind, one.reading.text) for one in told] == [
        ("indirect", "The bread of the guild is good bread for all of us.")
    ]


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        (
            entry("a", "The bread of", split=True),
            "warning: This entry is stale and has no effect: the quotation stands in no family to be taken from.",
        ),
        (
            entry("a", "The bread of", target("a", "all of us.")),
            "warning: This entry is stale and has no effect: all its passages stand in one quotation, "
            "and there is nothing to join.",
        ),
        (
            entry("a", "The bread of", target("b", "Our cake")),
            "warning: This entry is stale and has no effect: “Our cake” does not stand in b. Nearest: “Our bread”.",
        ),
        (
            entry("c", "from Ulm", split=True),
            "error: Line 2 joins this quotation with others, and counts. To move it from one family to another, "
            "write “split: true” into the entry that joins it.",
        ),
    ],
    ids=["no family", "one quotation", "gone", "joined before"],
)
def test_what_cannot_be_applied(wrong: QuotationDecision, problem: str) -> None:
    right = entry("c", "for the carter", target("d", "All of us like"))
    families, applied = apply(right, wrong)
    assert show(families) == ["a1* b1 c1 d1"]
    assert shown(applied) == [f"curation.yml:7: {problem}"]
    assert len(applied.decided) == 1


def test_what_was_parted_is_not_joined_again() -> None:
    families, applied = apply(
        entry("b", "We wait for wood", split=True), entry("a", "We wait for wood", target("b", "carter from Ulm."))
    )
    assert show(families) == ["a1* c1"]
    assert shown(applied) == [
        "curation.yml:7: error: This joins a quotation with others from which “split: true” parts it. "
        "Remove one of the two."
    ]


def test_a_gone_passage_leaves_the_others_joined() -> None:
    families, applied = apply(
        entry("a", "The bread of", target("b", "Our cake is eaten"), target("d", "All of us like"))
    )
    assert show(families) == ["a1* b1 c1", "a2* d1"]
    assert (len(applied.problems), len(applied.decided), len(applied.anchors)) == (1, 1, 2)


def test_the_order_of_the_quotes_does_not_matter() -> None:
    entries = BREAD, entry("b", "We wait for wood", target("d", "All of us like"), split=True)
    families, applied = apply(*entries)
    for seed in range(5):
        mixed = sorted(random.Random(seed).sample(QUOTES, len(QUOTES)), key=lambda quote: quote.start)
        assert apply(*entries, quotes=mixed) == (families, applied)


SOME_ENTRIES = st.lists(
    st.tuples(st.sampled_from(QUOTES), st.lists(st.sampled_from(QUOTES), max_size=2), st.booleans()), max_size=4
)


@given(SOME_ENTRIES)
def test_whatever_is_decided_every_quotation_stands_in_one_family_at_most(
    chosen: list[tuple[Quote, list[Quote], bool]],
) -> None:
    entries = [
        entry(one.source, one.text, *(target(other.source, other.text) for other in others), split=split)
        for one, others, split in chosen
        if others or split
    ]
    families, applied = apply(*entries)
    members = [id for family in families for id in family.quotes]
    assert len(members) == len(set(members))
    assert all(len(family.quotes) > 1 and family.base in family.quotes for family in families)
    assert [family.id for family in families] == sorted(family.id for family in families)
    assert len(applied.decided) + len(applied.problems) >= len(entries), "no entry passes in silence"
