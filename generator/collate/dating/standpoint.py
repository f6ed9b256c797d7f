"""From where a text speaks, and what one of its date expressions then means.

In: nothing. Out: records. Never: resolves anything.
"""

from generator.model import DateBasis, Record


class Standpoint(Record, frozen=True, kw_only=True):
    """From where a text speaks.

    `published` is when it appeared, an EDTF of any basis. `shared_day` is the day of one of its weekdays, as another
    source gives it. `story` is the date told last, in the paragraph `story_line`: "the next day" counts from it, and
    in a `narrative`, told long after, everything without a year does. `leap` is a date too far from the story to go on
    with it unless another follows there, or what counts from it in the same paragraph, `leap_line`. `told` is the last
    date of any kind: "that year" is its.
    `quarter` is the quarter of a year told last, `quarter_end` where its words end.
    """

    published: str | None = None
    shared_day: str | None = None
    story: str | None = None
    story_line: int | None = None
    leap: str | None = None
    leap_line: int | None = None
    narrative: bool = False
    told: str | None = None
    quarter: str | None = None
    quarter_end: int = 0


class Resolved(Record, frozen=True, kw_only=True):
    """What an expression means: `edtf` and `basis` are None where it gives no date; `anchor` is what it counts from."""

    value: str | None
    edtf: str | None
    anchor: str | None
    basis: DateBasis | None
    why: str
