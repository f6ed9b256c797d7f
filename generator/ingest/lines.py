"""The lines of a stored text, as every rule about a page's layout sees them.

In: stored text. Out: lines with their offsets. Never: changes the text, judges a line.
"""

from collections.abc import Sequence

from generator.model import Record

FULL_STOPS = (".", "!", "?", "…", "。", "！", "？")
CLOSING = "\"'”’»)]*_›“"  # what may follow a full stop at a sentence's end (“ closes in German)
LONG_SENTENCE = 12  # words from which a line that ends in a full stop is running text and no heading or label
LONG_LINE = 40  # words from which a line is running text however it ends


class Line(Record, frozen=True, kw_only=True):
    """A line that is not blank, without the white space at its ends. `blanks` counts the blank lines directly above."""

    start: int
    end: int
    text: str
    blanks: int


def find_lines(text: str) -> tuple[Line, ...]:
    r"""The lines that are not blank, in order; only `\n` ends a line.

    >>> [(line.start, line.text, line.blanks) for line in find_lines(" A\n\nB ")]
    [(1, 'A', 0), (4, 'B', 1)]
    """
    lines: list[Line] = []
    offset = blanks = 0
    for raw in text.split("\n"):
        bare = raw.strip()
        if bare:
            start = offset + len(raw) - len(raw.lstrip())
            lines.append(Line(start=start, end=start + len(bare), text=bare, blanks=blanks))
        blanks = 0 if bare else blanks + 1
        offset += len(raw) + 1
    return tuple(lines)


def has_full_stop(text: str) -> bool:
    """Whether a line ends a sentence, closing quotation marks and brackets aside."""
    return text.rstrip(CLOSING).endswith(FULL_STOPS)


def is_running(line: Line) -> bool:
    """Whether a line is plainly running text: a long sentence, or longer than any heading."""
    words = count_words(line.text, LONG_LINE)
    return words >= LONG_LINE or (words >= LONG_SENTENCE and has_full_stop(line.text))


def count_words(text: str, most: int) -> int:
    """The number of words, counted no further than `most`.

    >>> count_words("one two three", 2)
    2
    """
    return min(len(text.split(maxsplit=most)), most)


def separates_paragraphs(lines: Sequence[Line]) -> bool:
    """Whether blank lines part the paragraphs: at least half of the lines below the first have one above."""
    return sum(1 for line in lines[1:] if line.blanks) * 2 >= max(len(lines) - 1, 1)
