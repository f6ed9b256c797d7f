"""The quarter of a year that a report speaks of, and what is compared with it ("a year earlier", "the latest period").

In: expressions, standpoints. Out: moments, standpoints. Never: takes a quarter ahead or a year back for the one told.
"""

import msgspec

from generator import edtf
from generator.collate.dating.standpoint import Resolved, Standpoint
from generator.collate.dating.timex import Moment, moment_of, moved
from generator.language.dates import COMPARED, OF_A_QUARTER, QUARTER_ITSELF
from generator.model import DateExpression

REACH = 400  # characters: further on a report speaks of another matter
QUARTERS_A_YEAR = 4
QUARTERS_REPORTED = 3  # the one in which a text appears and those before it that it may report on
LENGTHS = frozenset({"month", "year"})  # "in the first nine months": what follows is no longer about the quarter


def quarter_meant(expression: DateExpression, standpoint: Standpoint) -> Moment | None:
    """The quarter that an expression means because one is spoken of just before it; None where it means none."""
    spoken_of = told_before(expression, standpoint)
    if expression.rule in COMPARED:
        year_back = expression.unit == "year" and expression.shift == -1
        reported = spoken_of is not None and is_recent(spoken_of, standpoint.published)
        return moved(spoken_of, -QUARTERS_A_YEAR) if spoken_of and reported and year_back else None
    if expression.rule not in OF_A_QUARTER or expression.number is not None:
        return None
    if spoken_of is None and expression.rule in QUARTER_ITSELF:
        spoken_of = last_ended(standpoint.published)
    if spoken_of is None:
        return None
    years = expression.year - spoken_of.first.year if expression.year is not None else 0
    return moved(spoken_of, QUARTERS_A_YEAR * years + (expression.shift or 0))


def told_before(expression: DateExpression, standpoint: Standpoint) -> Moment | None:
    """The quarter spoken of, if that was just before the expression."""
    near = expression.start - standpoint.quarter_end <= REACH
    day = edtf.earliest(standpoint.quarter) if standpoint.quarter and near else None
    return moment_of("quarter", day) if day else None


def is_recent(quarter: Moment, published: str | None) -> bool:
    """Whether a text appeared so soon after a quarter that it may report on it: in it, or in one of the next two."""
    day = edtf.earliest(published) if published and edtf.precision(published) == "day" else None
    reported = [moved(quarter, count) for count in range(QUARTERS_REPORTED)]
    return day is not None and moment_of("quarter", day) in reported


def last_ended(published: str | None) -> Moment | None:
    """The quarter that had ended when a text appeared, where its day is known."""
    day = edtf.earliest(published) if published and edtf.precision(published) == "day" else None
    return moved(moment_of("quarter", day), -1) if day else None


def with_quarter(standpoint: Standpoint, expression: DateExpression, resolved: Resolved) -> Standpoint:
    """The standpoint after an expression: a quarter with its number is the one spoken of, until a longer time is."""
    if expression.type == "DURATION" and expression.unit in LENGTHS:
        return msgspec.structs.replace(standpoint, quarter=None)
    ahead_or_back = expression.tense == "future" or expression.shift
    if expression.unit != "quarter" or resolved.edtf is None or ahead_or_back:
        return standpoint
    return msgspec.structs.replace(standpoint, quarter=resolved.edtf, quarter_end=expression.end)
