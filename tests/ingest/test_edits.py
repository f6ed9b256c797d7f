"""Lines without what was set aside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.edits import NO_EDITS, Edits, cut_lines, touches, without
from generator.ingest.lines import find_lines
from generator.model import Furniture


def piece(text: str, start: int, end: int) -> Furniture:
    return Furniture(start=start, end=end, text=text[start:end], rule="set aside")


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Bread and butter", [("and jam", 1), ("Next", 0)]),
        ("and jam", [("Bread and butter", 0), ("Next", 1)]),
        ("and", [("Bread", 0), ("butter", 1), ("and jam", 0), ("Next", 0)]),
        ("Bread", [("and butter", 0), ("and jam", 0), ("Next", 0)]),
        ("butter", [("Bread and", 0), ("and jam", 1), ("Next", 0)]),
        ("butter\nand", [("Bread and", 0), ("jam", 1), ("Next", 0)]),
        ("Bread and butter\nand jam\nNext", []),
    ],
)
def test_a_blank_line_stands_where_text_is_set_aside(words: str, left: list[tuple[str, int]]) -> None:
    text = "Bread and butter\nand jam\nNext"
    start = text.index(words)
    lines = cut_lines(find_lines(text), Edits(set_aside=(piece(text, start, start + len(words)),)))
    assert [(line.text, line.blanks) for line in lines] == left


def test_without_edits_all_stays() -> None:
    lines = find_lines("Bread\n\nbutter")
    assert cut_lines(lines, NO_EDITS) == lines
    pieces = (piece("Bread", 0, 5),)
    assert without(pieces, NO_EDITS) == pieces


def test_a_piece_in_which_something_is_put_back_is_no_furniture() -> None:
    text = "Share this story now"
    first, second = piece(text, 0, 10), piece(text, 11, 16)
    assert without((first, second), Edits(restored=(piece(text, 6, 10),))) == (second,)


@given(st.text(alphabet="ab \n", max_size=30), st.data())
def test_lines_and_what_is_set_aside_make_up_the_text(text: str, data: st.DataObject) -> None:
    offsets = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    pieces = tuple(
        piece(text, start, end) for start, end in zip(offsets[::2], offsets[1::2], strict=False) if start < end
    )
    lines = cut_lines(find_lines(text), Edits(set_aside=pieces))
    assert all(text[line.start : line.end] == line.text == line.text.strip() != "" for line in lines)
    assert not any(touches(pieces, line.start, line.end) for line in lines)
    covered = {at for one in (*lines, *pieces) for at in range(one.start, one.end)}
    assert all(text[at].isspace() for at in range(len(text)) if at not in covered)
