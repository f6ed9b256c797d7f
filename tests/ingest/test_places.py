"""Decisions that name sources and items which are not there: what is kept of them, and what is said."""

from making import make_source

from generator.ingest.curation_yml import read_curation
from generator.ingest.places import drop_stale
from generator.model import Decisions, Part

SOURCES = (
    make_source("The bridge was closed.", id="courier"),
    make_source(
        "One letter. Another.",
        id="letters",
        kind="collection",
        parts=tuple(
            Part(
                id=name,
                start=start,
                end=end,
                language="en",
                title=None,
                author=None,
                published=None,
                posts_stated=None,
                posts_saved=None,
            )
            for name, start, end in (("1", 0, 11), ("2", 12, 20))
        ),
    ),
)
STALE = "warning: This entry is stale and has no effect:"
PARTLY = "warning: A part of this entry is stale:"


def kept(text: str) -> tuple[Decisions, list[str]]:
    """What is left of a sound curation.yml, and what is said."""
    decisions, faults = read_curation(text, "c.yml")
    assert not faults
    left, problems = drop_stale(decisions, SOURCES)
    return left, [str(problem).removeprefix("c.yml:") for problem in problems]


def test_what_is_there_is_kept_as_it_is() -> None:
    text = """
actors:
  - {actor: Ann Lee, split: [{names: [Lee], in: [courier, "letters#1"], as: Bo Lee}], reason: Two people.}
events:
  - {passage: a, in: courier, merge: [{passage: b, in: "letters#2"}], reason: One day.}
quotations:
  - {passage: a, in: letters, speaker: unknown, reason: Not said.}
sources:
  - {source: letters#1, language: fr, reason: It is.}
labels:
  - {label: a, terms: [b], reason: One thing.}
"""
    assert kept(text) == (read_curation(text, "c.yml")[0], [])


def test_an_entry_on_what_is_not_there_is_stale() -> None:
    left, problems = kept(
        """
events:
  - {passage: a, in: couriers, hide: true, reason: Twice.}
quotations:
  - {passage: a, in: "letters#3", split: true, reason: Another.}
sources:
  - {source: "courier#1", language: fr, reason: It is.}
"""
    )
    assert left == Decisions(file="c.yml")
    assert problems == [
        f'3: {STALE} There is no source "couriers". Did you mean "courier"?',
        f'5: {STALE} There is no "letters#3": the items of letters are 1 to 2.',
        f'7: {STALE} There is no "courier#1": it has no items.',
    ]


def test_of_several_places_those_that_are_there_are_kept() -> None:
    left, problems = kept(
        """
actors:
  - {actor: Ann Lee, split: [{names: [Lee], in: [herald, courier], as: Bo Lee}], reason: Two people.}
events:
  - {passage: a, in: courier, merge: [{passage: b, in: herald}, {passage: c, in: letters}], reason: One day.}
quotations:
  - {passage: a, in: courier, merge: [{passage: b, in: herald}], speaker: Ann Lee, reason: One speech.}
"""
    )
    assert left.actors[0].split[0].sources == ("courier",)
    assert [target.source for target in left.events[0].merge] == ["letters"]
    assert (left.quotations[0].merge, left.quotations[0].speaker) == ((), "Ann Lee")
    assert problems == [f'{line}: {PARTLY} There is no source "herald".' for line in (3, 5, 7)]


def test_an_entry_of_which_nothing_is_left_is_stale() -> None:
    left, problems = kept(
        """
actors:
  - {actor: Ann Lee, split: [{names: [Lee], in: [herald], as: Bo Lee}], reason: Two people.}
events:
  - {passage: a, in: courier, merge: [{passage: b, in: herald}], reason: One day.}
"""
    )
    assert left == Decisions(file="c.yml")
    assert problems == [f'{line}: {STALE} There is no source "herald".' for line in (3, 5)]


def test_a_split_without_its_places_is_never_made_everywhere() -> None:
    left, _ = kept(
        """
actors:
  - actor: Ann Lee
    split: [{names: [Lee], in: [herald], as: Bo Lee}, {names: [A. L.], as: Al Lund}]
    reason: Three people.
"""
    )
    assert [split.names for split in left.actors[0].split] == [("A. L.",)]
