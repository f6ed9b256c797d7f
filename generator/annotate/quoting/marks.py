"""Quotation marks paired: which passages stand in marks, whatever the marks and however carelessly they were set.

Straight and curly double marks, two apostrophes, guillemets in either direction, low and corner marks. A closing mark
may be any of the opening one's kind. Apostrophes, inches and the attributes of HTML tags are no marks.

In: a text and a range of it. Out: passages in text order, never overlapping. Never: looks beyond the range, at words.
"""

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import Literal

from generator.model import Record

MARK = re.compile(r"[\"“”„‟«»「」『』]|(?<!['’‘])(?:''|’’|‘‘)(?!['’‘])|``")
TAG = re.compile(r"<[a-zA-Z/][^<>\n]{0,400}>")
BEFORE_OPENING = "([{—–-/'‘|>"
AFTER_CLOSING = ".,;:!?…)]}—–-/'’|<"
INNER_CLOSING = "'’"
SENTENCE_MARKS = ".,;:!?…)"
DEEPEST = 2  # marks in marks in marks are not set in running text: where a third one opens, a closing one is missing

Kind = Literal["double", "angle", "corner", "white corner"]
PAIRS: tuple[tuple[str, Kind], ...] = (("«»", "angle"), ("「」", "corner"), ("『』", "white corner"))
KINDS: dict[str, Kind] = {mark: kind for marks, kind in PAIRS for mark in marks}
OPENERS = frozenset("“„‟«「『") | {"``", "‘‘"}
CLOSERS = frozenset("”»」』") | {"’’"}


class Passage(Record, frozen=True, kw_only=True):
    """Text in quotation marks: from `opening` to `closing` with its marks, from `start` to `end` without them.

    All four are offsets in the stored text; `start < end`, and white space inside the marks is left out. `closed` is
    False where the closing mark is missing: it then runs to the end of what was looked at. `continues` says that it
    goes on with a passage that an earlier paragraph left open.
    """

    opening: int
    start: int
    end: int
    closing: int
    closed: bool
    continues: bool = False


class Mark(Record, frozen=True, kw_only=True):
    """One quotation mark with what its neighbours say of it."""

    start: int
    end: int
    text: str
    kind: Kind
    opens: bool
    closes: bool


def find_passages(text: str, start: int, end: int, *, left_open: bool = False) -> list[Passage]:
    """The passages in marks between two offsets. `left_open`: the paragraph before left a quotation open."""
    marks = find_marks(text, start, end)
    balance = closers_to_come(marks)
    found: list[Passage] = []
    opened: list[Mark] = []
    for index, mark in enumerate(marks):
        if not opened:
            if may_open(mark):
                opened.append(mark)
            elif left_open and not found and mark.closes:
                found += passage(text, (start, start), (mark.start, mark.end), closed=True, continues=True)
        elif mark.kind != opened[0].kind or is_inch(text, mark, balance[index]):
            continue
        elif ends(mark, opened[-1]):
            first = opened.pop()
            if not opened:
                found += passage(text, (first.start, first.end), (mark.start, mark.end), closed=True)
        elif len(opened) < DEEPEST and balance[index] >= DEEPEST:
            opened.append(mark)
        else:
            found += passage(text, (opened[0].start, opened[0].end), (mark.start, mark.start), closed=False)
            opened = [mark]
    if opened:
        found += passage(text, (opened[0].start, opened[0].end), (end, end), closed=False)
    return found


def passage(
    text: str, first: tuple[int, int], last: tuple[int, int], *, closed: bool, continues: bool = False
) -> list[Passage]:
    """The passage between two marks (start, end), in a list that is empty where no letter or digit is inside."""
    inner = text[first[1] : last[0]]
    if not any(character.isalnum() for character in inner):
        return []
    return [
        Passage(
            opening=first[0],
            start=first[1] + len(inner) - len(inner.lstrip()),
            end=first[1] + len(inner.rstrip()),
            closing=last[1],
            closed=closed,
            continues=continues,
        )
    ]


def find_marks(text: str, start: int, end: int) -> list[Mark]:
    """The quotation marks between two offsets, those inside HTML tags left out."""
    tags = [found.span() for found in TAG.finditer(text, start, end)]
    marks: list[Mark] = []
    tag = 0
    for found in MARK.finditer(text, start, end):
        while tag < len(tags) and tags[tag][1] <= found.start():
            tag += 1
        inside = tag < len(tags) and tags[tag][0] < found.start()
        if not inside and text[found.start() - 1 : found.start()] != "=":
            marks.append(read_mark(text, found.start(), found.end(), start, end))
    return marks


def read_mark(text: str, at: int, after: int, start: int, end: int) -> Mark:
    """A mark with its shape: what opens has a gap before it and text behind it, what closes has text before it.

    Guillemets may be set with spaces inside. What stands between an inner mark and a full stop closes: "'no'".
    """
    left = text[at - 1] if at > start else " "
    right = text[after] if after < end else " "
    gap_left, gap_right = left.isspace() or left in BEFORE_OPENING, right.isspace() or right in AFTER_CLOSING
    outer = left in INNER_CLOSING and right in SENTENCE_MARKS
    mark = text[at:after]
    kind = KINDS.get(mark, "double")
    return Mark(
        start=at,
        end=after,
        text=mark,
        kind=kind,
        opens=(gap_left or (left in AFTER_CLOSING and not gap_right)) and not right.isspace() and not outer,
        closes=not left.isspace() or (gap_right and kind == "double"),
    )


def may_open(mark: Mark) -> bool:
    """Whether a mark may open a passage where none is open: by its form, or by its place."""
    return mark.opens or (mark.text in OPENERS and not (mark.text == "«" and mark.closes))


def ends(mark: Mark, opening: Mark) -> bool:
    """Whether a mark closes the open passage: by its form, or because it has text before it and none behind it."""
    if opening.text in {"„", "‟"} or (opening.text == "»" and mark.text == "«"):
        return mark.text not in {"„", "‟"}
    if mark.text in CLOSERS and not (mark.text == opening.text and mark.opens):
        return True
    return mark.closes and not mark.opens


def closers_to_come(marks: Sequence[Mark]) -> list[int]:
    """For each mark, how many marks from it on can close a passage, less those behind it that can only open one."""
    worth = [0 if mark.opens and mark.closes else 1 if mark.closes else -1 for mark in marks]
    after = list(accumulate(reversed(worth)))[::-1]
    return [total - (own if own < 0 else 0) for total, own in zip(after, worth, strict=True)]


def is_inch(text: str, mark: Mark, to_come: int) -> bool:
    """Whether a straight mark behind a number is a unit: a word follows and another mark can close the passage."""
    behind = text[mark.start - 1].isdigit() and text[mark.end : mark.end + 1] == " "
    return mark.text == '"' and behind and text[mark.end + 1 : mark.end + 2].islower() and to_come >= DEEPEST
