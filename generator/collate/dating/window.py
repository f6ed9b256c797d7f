"""The years of which a dossier tells, and numbers that look like years and lie far outside of them.

"Near 2045 Elm Street", "a choir of 1812 voices": such a number counts as a year only where sure dates lie near it. One
absurd date does not widen the window, because two must; a history that reaches far back keeps its dates.

In: readings, publication dates. Out: the years of the sure dates; findings that are withheld, with the reason.
Never: doubts a date that is printed in words, drops a finding.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence

from generator import edtf
from generator.collate.dating.reasons import quoted
from generator.collate.dating.standpoint import Resolved
from generator.language.dates import IN_FIGURES, NUMBER_OR_YEAR
from generator.model import AnnotatedSource, DateExpression, PublicationDate

# Years by which a doubtful one may lie off the two nearest sure ones: a bare number means less than a date in figures.
REACH = {NUMBER_OR_YEAR: 20, IN_FIGURES: 100}
FEWEST_NEAR = 2
FEWEST_YEARS = 5  # under which a dossier tells too little of its time

Years = Sequence[int]


def find_years(readings: Iterable[AnnotatedSource], publications: Mapping[str, PublicationDate]) -> Years:
    """The years of all sure dates of the dossier, sorted, each as often as it is printed."""
    years = [expression.year for reading in readings for expression in reading.expressions if is_sure(expression)]
    days = [edtf.earliest(publication.edtf) for publication in publications.values() if publication.edtf]
    return sorted([year for year in years if year is not None] + [day.year for day in days if day])


def is_sure(expression: DateExpression) -> bool:
    """Whether an expression prints a year that is nothing else."""
    return expression.year is not None and expression.rule not in REACH


def is_far(expression: DateExpression, years: Years) -> bool:
    """Whether a doubtful year lies where fewer than two sure dates are."""
    reach = REACH.get(expression.rule)
    if reach is None or expression.year is None or len(years) < FEWEST_YEARS:
        return False
    near = bisect_right(years, expression.year + reach) - bisect_left(years, expression.year - reach)
    return near < FEWEST_NEAR


def withheld(expression: DateExpression) -> Resolved:
    """A finding that is kept without a date."""
    why = (
        f"The text prints {quoted(expression)}, which may be a number of something: the other dates of the dossier lie "
        f"more than {REACH[expression.rule]} years from it, so it is not taken for a date."
    )
    return Resolved(value=None, edtf=None, anchor=None, basis=None, why=why)
