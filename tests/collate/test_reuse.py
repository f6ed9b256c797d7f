"""Shared passages and overlap: the cases of cases/reuse.txt, what is counted, and what always holds."""

from pathlib import Path

import pytest
from cases import Case, read_cases
from hypothesis import given, settings
from hypothesis import strategies as st
from readings import read, read_all, read_posts

from generator.collate.copying.reuse import compare_reuse
from generator.collate.shingles import LONG_WORDS, SEED_TEXTS
from generator.model import AnnotatedSource, Caption, Overlap

CASES = read_cases(Path(__file__).parent / "cases" / "reuse.txt")
COPIED = (
    "The old harbour bridge was closed on Monday after divers found deep cracks in two of its piers. "
    "Buses will go round by the mill until the spring, and boats may not pass under it at all."
)


def words(name: str, number: int) -> str:
    """A sentence of words that no other name has."""
    return " ".join(f"{name}{count}" for count in range(number)) + "."


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    found = compare_reuse(read_all(case.given)).reuse
    shown = [f"{reuse.a.source} | {reuse.b.source} | {reuse.a.text} | {reuse.b.text}" for reuse in found]
    assert [line.replace("\n", " / ") for line in shown] == case.expected, case.where


def test_similarity_and_overlap_are_shares_of_words() -> None:
    half = words("own", 35)
    sharing = compare_reuse([read(f"{COPIED} {half}", id="a"), read(COPIED.replace("deep", "broad"), id="b")])
    assert [reuse.similarity for reuse in sharing.reuse] == [round(36 / 37, 4)]
    assert sharing.overlap == (Overlap(a="a", b="b", a_in_b=round(37 / 72, 4), b_in_a=1.0),)


def test_an_insertion_stands_in_one_text_only_and_an_edit_in_both() -> None:
    inserted = COPIED.replace("Monday", "Monday, an officer said by telephone,").replace("deep", "very deep")
    sharing = compare_reuse([read(inserted, id="a"), read(COPIED, id="b")])
    assert sharing.overlap == (Overlap(a="a", b="b", a_in_b=round((37 + 1) / (37 + 6), 4), b_in_a=1.0),)


def test_a_sentence_between_copied_ones_does_not_stand_in_the_other_text() -> None:
    first, second = COPIED.split(". ")
    sharing = compare_reuse([read(f"{first}. {words('own', 12)} {second}", id="a"), read(COPIED, id="b")])
    assert sharing.overlap == (Overlap(a="a", b="b", a_in_b=round(37 / 49, 4), b_in_a=1.0),)


def test_sources_that_share_nothing_have_no_overlap() -> None:
    sharing = compare_reuse([read(words("a", 40), id="a"), read(words("b", 40), id="b")])
    assert sharing.reuse == sharing.overlap == sharing.clusters == ()


def test_a_long_text_that_many_carry_is_no_stock_text() -> None:
    long = words("wire", LONG_WORDS + 20)
    readings = [read(f"{words(name, 5)} {long}", id=name) for name in "abcdefgh"]
    assert len(compare_reuse(readings).reuse) == 8 * 7 / 2


def test_more_copies_than_can_be_compared_pair_by_pair_are_compared_with_the_first() -> None:
    readings = [read(words("wire", LONG_WORDS), id=f"s{number:03}") for number in range(SEED_TEXTS + 5)]
    sharing = compare_reuse(readings)
    assert {reuse.a.source for reuse in sharing.reuse} == {"s000"}
    assert [len(cluster.members) for cluster in sharing.clusters] == [SEED_TEXTS + 5]


def test_a_caption_is_no_running_text() -> None:
    caption = (Caption(start=0, end=len(COPIED), text=COPIED),)
    readings = [read(f"{COPIED}\n{words(name, 30)}", id=name, captions=caption) for name in "ab"]
    assert compare_reuse(readings).reuse == ()


def test_parts_of_one_collection_are_no_reuse() -> None:
    assert compare_reuse([read_posts([COPIED, COPIED])]).reuse == ()


@settings(max_examples=60)
@given(st.lists(st.lists(st.sampled_from([words(name, 6) for name in "pqrstu"]), max_size=8).map(" ".join), max_size=4))
def test_spans_are_verbatim_and_the_order_of_sources_makes_no_difference(texts: list[str]) -> None:
    readings: list[AnnotatedSource] = [read(text, id=f"s{number}") for number, text in enumerate(texts)]
    stored = {reading.source.id: reading.source.text for reading in readings}
    sharing = compare_reuse(readings)
    assert compare_reuse(readings[::-1]) == sharing
    for reuse in sharing.reuse:
        assert reuse.a.source < reuse.b.source
        assert 0 < reuse.similarity <= 1
        for span in (reuse.a, reuse.b):
            assert stored[span.source][span.start : span.end] == span.text
    for overlap in sharing.overlap:
        assert 0 < overlap.a_in_b <= 1
        assert 0 < overlap.b_in_a <= 1


def made(mayor: str, thing: str, day: str, sum: str) -> str:
    """What is put together from the same parts as any other: no two words in a row that are its own."""
    return (
        f"The town council heard {mayor} on {day} in the great hall, and the cost of the {thing} will be {sum} crowns."
    )


FORMS = [
    made(mayor, thing, day, sum)
    for mayor, thing, day, sum in (
        ("Bruhn", "bridge", "Monday", "ninety"), ("Carp", "mill", "Tuesday", "eighty"), ("Dorn", "pier", "May", "six"),
        ("Egge", "quay", "Friday", "nine"), ("Falk", "lock", "Sunday", "two"), ("Gern", "dam", "March", "ten"),
        ("Hauck", "weir", "April", "four"),
    )
]  # fmt: skip


def test_what_many_put_together_from_the_same_parts_is_no_copy() -> None:
    assert compare_reuse([read(text, id=f"s{number}") for number, text in enumerate(FORMS)]).reuse == ()


def test_parts_that_few_have_are_a_copy_beside_those_that_many_have() -> None:
    readings = [read(text, id=f"s{number}") for number, text in enumerate(FORMS)]
    told = FORMS[0].replace("crowns.", "crowns, which no bank of the valley has lent so far.")
    copied = [read(told, id="t1"), read(told.replace("great hall", "old hall"), id="t2")]
    assert {(reuse.a.source, reuse.b.source) for reuse in compare_reuse([*readings, *copied]).reuse} >= {("t1", "t2")}
