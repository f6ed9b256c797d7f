"""Where a quotation stands in the writer's sentence: what leads to it is over, what follows goes on.

In: a line, a passage's token. Out: yes or no. Never: says who speaks.
"""

from collections.abc import Sequence

from generator.annotate.quoting.cues import Cue, between
from generator.annotate.quoting.lines import Line
from generator.annotate.quoting.participles import is_over

FAR = 60  # tokens between a verb and the quotation it leads to
MARKS = "\"”“»«'’‘」』 \u00a0"


def is_beyond(line: Line, place: int, cues: Sequence[Cue]) -> bool:
    """Whether the last verb before a quotation in its sentence is over."""
    last = between(cues, max(line.first(place), place - FAR), place)[-1:]
    return any(is_over(line, cue, place) for cue in last)


def is_left(line: Line, place: int) -> bool:
    """Whether a comma leads from a quotation to words that go on with its sentence."""
    return line.text(place + 1) == "," or (
        line.tokens[place].text.rstrip(MARKS).endswith(",") and line.within(place + 1, line.tokens[place].sentence)
    )
