"""Clusters: who carries one text, and how many witnesses are left after copies count once."""

from readings import read, read_posts

from generator.collate.copying.reuse import compare_reuse
from generator.dependence import count_independent
from generator.model import AnnotatedSource, Span

COPIED = (
    "The old harbour bridge was closed on Monday after divers found deep cracks in two of its piers. "
    "Buses will go round by the mill until the spring, and boats may not pass under it at all."
)
OTHER = "Bread is dear this year because the mill on the hill burned down in the night before the fair of the bakers."


def words(name: str, number: int) -> str:
    """A sentence of words that no other name has."""
    return " ".join(f"{name}{count}" for count in range(number)) + "."


def reports(*witnesses: str) -> list[Span]:
    named = [name.partition("#") for name in witnesses]
    return [Span(source=id, part=part or None, start=0, end=1, text="x") for id, _, part in named]


def members(*readings: AnnotatedSource) -> list[tuple[str, ...]]:
    return [cluster.members for cluster in compare_reuse(readings).clusters]


def test_a_copy_with_a_new_beginning_is_the_same_text() -> None:
    copies = read(f"{words('a', 10)} {COPIED}", id="a"), read(f"{COPIED} {words('b', 12)}", id="b")
    assert members(*copies) == [("a", "b")]


def test_a_text_of_its_own_with_a_copied_passage_is_not() -> None:
    assert members(read(f"{words('a', 60)} {COPIED}", id="a"), read(f"{COPIED} {words('b', 60)}", id="b")) == []


def test_an_excerpt_belongs_to_its_text() -> None:
    assert members(read(f"{words('a', 200)} {COPIED}", id="a"), read(COPIED, id="b")) == [("a", "b")]


def test_a_short_text_that_took_from_two_does_not_join_them() -> None:
    long = read(f"{words('a', 90)} {COPIED}", id="a")
    other = read(f"{words('b', 90)} {OTHER}", id="b")
    assert members(long, other, read(f"{COPIED} {OTHER}", id="c")) == [("a", "c")]


def test_copies_of_copies_are_one_cluster() -> None:
    readings = [read(f"{words(name, 5)} {COPIED}", id=name) for name in "cab"]
    assert members(*readings) == [("a", "b", "c")]


def test_posts_of_one_collection_that_carry_one_text_count_once() -> None:
    posts = read_posts([f"{words('a', 9)} {COPIED}", words("b", 40), f"{COPIED} {words('c', 9)}"])
    assert members(posts) == [("a#1", "a#3")]


def test_a_cluster_shows_what_its_first_member_shares() -> None:
    (cluster,) = compare_reuse([read(f"{words('a', 10)} {COPIED}", id="a"), read(COPIED, id="b")]).clusters
    assert [span.text for span in cluster.spans] == [COPIED.rstrip(".")]
    assert cluster.why == "shared text"


def test_copies_count_once() -> None:
    (cluster,) = compare_reuse([read(COPIED, id="a"), read(COPIED, id="b")]).clusters
    assert count_independent(reports("a", "b"), [cluster]) == 1
    assert count_independent(reports("a", "b", "c", "d#1"), [cluster]) == 3
    assert count_independent([], [cluster]) == 0
