"""What a person puts back or sets aside in a text, as the rules about its layout see it.

In: lines, pieces of furniture. Out: those that are left. Never: looks for words, decides.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from generator.ingest.lines import Line
from generator.model import Furniture, Record


class Edits(Record, frozen=True, kw_only=True):
    """Furniture that belongs to the text after all, and text that is furniture; each sorted, none overlapping."""

    restored: tuple[Furniture, ...] = ()
    set_aside: tuple[Furniture, ...] = ()


NO_EDITS = Edits()


def in_order(pieces: Iterable[Furniture]) -> tuple[Furniture, ...]:
    """The pieces sorted by their start, each once."""
    return tuple(sorted(set(pieces), key=lambda piece: piece.start))


def touches(pieces: Sequence[Furniture], start: int, end: int) -> bool:
    """Whether one of the pieces (sorted, not overlapping) shares a character with the half-open range."""
    index = bisect_right(pieces, start, key=lambda piece: piece.end)
    return index < len(pieces) and pieces[index].start < end


def without(pieces: Iterable[Furniture], edits: Edits) -> tuple[Furniture, ...]:
    """The pieces but for those in which something was put back."""
    return tuple(piece for piece in pieces if not touches(edits.restored, piece.start, piece.end))


def cut_lines(lines: Sequence[Line], edits: Edits) -> tuple[Line, ...]:
    """The lines as they are where the text that was set aside is not there: a blank line stands in its place.

    A line in which words are set aside becomes as many lines as are left of it.
    """
    if not edits.set_aside:
        return tuple(lines)
    left: list[Line] = []
    blanks = 0
    for line in lines:
        pieces = _left_of(line, edits.set_aside)
        for place, piece in enumerate(pieces):
            left.append(replace(piece, blanks=1 if place else line.blanks + blanks))
        ends_whole = bool(pieces) and pieces[-1].end == line.end
        blanks = 0 if ends_whole else 1 + (0 if pieces else line.blanks + blanks)
    return tuple(left)


def _left_of(line: Line, pieces: Sequence[Furniture]) -> tuple[Line, ...]:
    """What is left of a line beside the pieces, without the white space at its ends."""
    index = bisect_right(pieces, line.start, key=lambda piece: piece.end)
    left: list[Line] = []
    start = line.start
    while start < line.end:
        inside = index < len(pieces) and pieces[index].start < line.end
        end = max(start, pieces[index].start) if inside else line.end
        raw = line.text[start - line.start : end - line.start]
        if raw.strip():
            at = start + len(raw) - len(raw.lstrip())
            left.append(Line(start=at, end=at + len(raw.strip()), text=raw.strip(), blanks=line.blanks))
        start = pieces[index].end if inside else line.end
        index += 1
    return tuple(left)
