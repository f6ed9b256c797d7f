"""Lines and what can be said of one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.lines import find_lines, has_full_stop, is_running, separates_paragraphs


@given(st.text(alphabet="a \t\n\r\u00a0\u2028", max_size=80))
def test_lines_stand_in_the_text_and_hold_all_that_is_not_blank(text: str) -> None:
    lines = find_lines(text)
    assert all(text[line.start : line.end] == line.text == line.text.strip() != "" for line in lines)
    assert "".join("".join(line.text.split()) for line in lines) == "".join(text.split())


def test_only_a_line_feed_ends_a_line() -> None:
    assert [line.text for line in find_lines("a\rb\u2028c\n\n\nd")] == ["a\rb\u2028c", "d"]
    assert [line.blanks for line in find_lines("a\rb\u2028c\n\n\nd")] == [0, 2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("It is over.", True), ("“It is over.”", True), ("Is it over?)", True), ("Over", False), ("", False)],
)
def test_full_stops(text: str, expected: bool) -> None:
    assert has_full_stop(text) is expected


def test_running_text() -> None:
    sentence = "The old bridge over the river stays closed until spring, the council said"
    assert is_running(find_lines(sentence + " on Monday.")[0])
    assert not is_running(find_lines(sentence + " on Monday")[0])
    assert is_running(find_lines(" ".join([sentence] * 4))[0])


def test_blank_lines_between_paragraphs() -> None:
    assert separates_paragraphs(find_lines("a\n\nb\nc\n\nd"))
    assert not separates_paragraphs(find_lines("a\nb\nc\n\nd"))
