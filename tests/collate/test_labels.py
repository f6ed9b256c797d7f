"""Labels: where the terms for one thing stand, and where they do not."""

import hashlib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import make_source
from readings import read

from generator.annotate import annotate
from generator.collate.applied import Applied
from generator.collate.comparing.labels import list_labels
from generator.model import AnnotatedSource, Decisions, Furniture, Label, LabelDecision


def apply(readings: list[AnnotatedSource], **labels: list[str]) -> tuple[tuple[Label, ...], Applied]:
    """What comes of entries five lines apart: underscores in a label stand for spaces."""
    entries = (
        LabelDecision(line=2 + 5 * number, reason="We looked.", label=label.replace("_", " "), terms=tuple(terms))
        for number, (label, terms) in enumerate(labels.items())
    )
    return list_labels(readings, Decisions(file="curation.yml", labels=tuple(entries)))


def uses(text: str, *terms: str) -> list[str]:
    """The places of one label's terms in a text, in text order."""
    labels, _ = apply([read(text)], thing=list(terms))
    spans = [(span.start, f"{use.term}: {span.text}") for label in labels for use in label.uses for span in use.spans]
    return [shown for _, shown in sorted(spans)]


def shown(applied: Applied) -> list[str]:
    return [str(problem) for problem in applied.problems]


def test_without_decisions_there_are_none() -> None:
    assert apply([read("The old bridge.")]) == ((), Applied())


def test_each_source_and_term_is_counted() -> None:
    readings = [
        read("The crossing shook. The old bridge held; the old bridge always held.", id="b"),
        read("Nobody used the crossing.", id="a"),
        read("The bakery was closed.", id="c"),
    ]
    (label,), applied = apply(readings, where_carts_cross=["the old bridge", "the crossing"])
    assert (label.referent, label.curated) == ("where carts cross", "We looked.")
    assert label.id == "l-" + hashlib.sha256(b"where carts cross").hexdigest()[:12]
    assert [(use.source, use.term, use.count) for use in label.uses] == [
        ("a", "the crossing", 1),
        ("b", "the crossing", 1),
        ("b", "the old bridge", 2),
    ]
    assert [span.text for use in label.uses for span in use.spans] == [
        "the crossing",
        "The crossing",
        "The old bridge",
        "the old bridge",
    ]
    (decided,) = applied.decided
    assert (decided.what, decided.id, decided.reason) == ("label", label.id, "We looked.")
    assert (applied.problems, applied.anchors) == ((), ())


@pytest.mark.parametrize(
    ("text", "terms", "found"),
    [
        ("THE Old bridge", ["the old Bridge"], ["the old Bridge: THE Old bridge"]),
        ("the old\n bridge", ["the  old bridge"], ["the  old bridge: the old\n bridge"]),
        ("the baker’s oven", ["the baker's oven"], ["the baker's oven: the baker’s oven"]),
        ("the baker’s oven", ["the baker"], ["the baker: the baker"]),
        ("Straße, STRASSE", ["straße"], ["straße: Straße"]),
        ("大橋が古い", ["大橋"], ["大橋: 大橋"]),
        ("İ bridge", ["bridge"], ["bridge: bridge"]),
    ],
    ids=["capitals", "white space", "apostrophes", "possessive", "sharp s", "no spaces", "a long small letter"],
)
def test_a_term_is_found(text: str, terms: list[str], found: list[str]) -> None:
    assert uses(text, *terms) == found


@pytest.mark.parametrize(
    ("text", "term"),
    [("the bridges", "the bridge"), ("Cambridge", "bridge"), ("the bridge2", "bridge"), ("brïdge", "bridge")],
)
def test_a_part_of_a_word_is_no_term(text: str, term: str) -> None:
    assert uses(text, term) == []


def test_of_terms_that_overlap_the_longest_is_meant() -> None:
    assert uses("The old bridge and the bridge", "bridge", "the old bridge", "the old") == [
        "the old bridge: The old bridge",
        "bridge: bridge",
    ]
    assert uses("an old bridge of stone", "old bridge", "bridge of stone") == ["bridge of stone: bridge of stone"]
    assert uses("ha ha ha", "ha ha") == ["ha ha: ha ha"]


def test_a_longer_term_of_another_label_counts_there_alone() -> None:
    labels, applied = apply(
        [read("The Bridge Inn is closed. The bridge is not.")], crossing=["the bridge"], inn=["the Bridge Inn"]
    )
    assert sorted((one.referent, use.count) for one in labels for use in one.uses) == [("crossing", 1), ("inn", 1)]
    assert applied.problems == ()


def test_page_furniture_is_not_searched() -> None:
    text = "The bridge is old. Share the bridge. The bridge is closed."
    start = text.index("Share")
    piece = Furniture(start=start, end=start + 17, text=text[start : start + 17], rule="share")
    reading, _ = annotate(make_source(text, furniture=(piece,)))
    (label,), _ = apply([reading], thing=["the bridge"])
    assert [span.start for use in label.uses for span in use.spans] == [0, text.rindex("The")]


def test_a_term_that_stands_nowhere_is_told() -> None:
    (label,), applied = apply([read("The bridge.")], thing=["the bridge", "the ferry", "the ford"])
    assert [use.term for use in label.uses] == ["the bridge"]
    assert shown(applied) == [
        "curation.yml:2: warning: A part of this entry is stale: no source has the term “the ferry”.",
        "curation.yml:2: warning: A part of this entry is stale: no source has the term “the ford”.",
    ]


def test_a_label_that_nobody_uses_is_left_out() -> None:
    labels, applied = apply([read("The bridge.")], thing=["the ferry"])
    assert (labels, applied.decided, len(applied.problems)) == ((), (), 1)


def test_of_two_labels_for_one_term_the_first_counts() -> None:
    labels, applied = apply([read("The bridge. The inn.")], crossing=["the bridge"], inn=["The Bridge", "the inn"])
    assert sorted((label.referent, use.term) for label in labels for use in label.uses) == [
        ("crossing", "the bridge"),
        ("inn", "the inn"),
    ]
    assert shown(applied) == [
        "curation.yml:7: error: Line 2 has the term “The Bridge” already. A term names one thing."
    ]


def test_a_label_is_given_once() -> None:
    entries = [LabelDecision(line=line, reason="", label="thing", terms=("the bridge",)) for line in (2, 7)]
    labels, applied = list_labels([read("The bridge.")], Decisions(file="curation.yml", labels=tuple(entries)))
    assert (len(labels), len(applied.decided)) == (1, 1)
    assert shown(applied) == [
        "curation.yml:7: error: Line 2 has this label already. Put the terms of both into one entry."
    ]


def test_labels_are_sorted_by_id_and_do_not_depend_on_the_order_of_the_readings() -> None:
    readings = [read("The bridge. The inn. The mill.", id=id) for id in "abc"]
    labels, applied = apply(readings, crossing=["the bridge"], inn=["the inn"], mill=["the mill"])
    assert [label.id for label in labels] == sorted(label.id for label in labels)
    assert apply(readings[::-1], crossing=["the bridge"], inn=["the inn"], mill=["the mill"]) == (labels, applied)


@given(st.text("ab ’'\n", max_size=30), st.lists(st.text("ab '", min_size=1, max_size=5), min_size=1, max_size=4))
def test_spans_hold_their_text_and_never_overlap(text: str, terms: list[str]) -> None:
    reading = read(text)
    labels, _ = apply([reading], thing=terms)
    spans = sorted((span.start, span.end, span.text) for label in labels for use in label.uses for span in use.spans)
    assert all(text[start:end] == words for start, end, words in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "count", "quoted"),
    [
        ("“The old bridge must go,” said Ann Lee. Fishermen love the old bridge.", 2, 1),
        ("Ann Lee said that the mill, the old bridge and “the whole old bridge guild” must go.", 2, 1),
        ("Ann Lee said that the old bridge must go.", 1, 0),
        ("Fishermen of the harbour love the so-called “old bridge” of Ulm.", 1, 0),
    ],
    ids=["a sentence", "a phrase", "told", "scare quotes"],
)
def test_a_use_in_a_quotation_is_counted_apart(text: str, count: int, quoted: int) -> None:
    (label,), _ = apply([read(text)], thing=["old bridge"])
    (use,) = label.uses
    assert (use.count, use.quoted) == (count, quoted)
