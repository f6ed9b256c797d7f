"""Single marks paired, in a source that sets no double ones: ‘We wait,’ said the baker.

An apostrophe inside or behind a word closes nothing: a closing mark stands behind a comma or full stop, or behind a
word whose mark cannot be that of a plural ("the bakers' oven").

In: a text and a range of it. Out: passages in text order. Never: reads a source with double marks, crosses a line.
"""

import re

from generator.annotate.quoting.marks import MARK, Passage

LONGEST = 2000  # code points of a quotation in single marks
INSIDE = r"(?:[^‘’'\n]|(?<=\w)[’'](?=\w)|(?<=s)[’'](?=\s\w))"
SINGLE = re.compile(
    rf"(?<![\w’‘'])[‘'](?=[\w(\[])({INSIDE}{{2,{LONGEST}}}?)(?:(?<=[,.?!…])|(?<=[^\W\d_]))[’'](?!\w)(?!(?<=s[’'])\s\w)"
)


def sets_single_marks(text: str) -> bool:
    """Whether a text has no other quotation marks than single ones."""
    return MARK.search(text) is None


def find_single_passages(text: str, start: int, end: int) -> list[Passage]:
    """The passages in single marks between two offsets."""
    return [
        Passage(opening=found.start(), start=found.start(1), end=found.end(1), closing=found.end(), closed=True)
        for found in SINGLE.finditer(text, start, end)
    ]
