"""Dates before Christ, which the calendar of the standard library does not reach.

Years are negative and count as written (-44 is 44 BC); EDTF counts them astronomically ("-0043").

In: expressions, EDTF. Out: TIMEX3 values with EDTF. Never: reckons with days.
"""

from generator.model import DateExpression

SEASON_CODES = ("SP", "SU", "FA", "WI")
FIRST_SEASON_EDTF = 21
DECADE, CENTURY = 10, 100
DIGITS = {"decade": 3, "century": 2}  # of four, in the value of a decade or century
YEAR_DIGITS = len("-0043")

Dates = tuple[str, str]


def year_value(year: int) -> str:
    """A year as TIMEX3 writes it: "2021", "BC0044"."""
    return f"{year:04}" if year > 0 else f"BC{-year:04}"


def year_edtf(year: int) -> str:
    """A year as EDTF writes it: "2021", "-0043" for 44 BC."""
    return f"{year:04}" if year > 0 else f"-{-year - 1:04}" if year < -1 else "0000"


def year_of(story: str) -> int | None:
    """The year of an EDTF date before Christ, as it is written; None for any other."""
    if not story.startswith(("-", "0000")) or "/" in story:
        return None
    return int(story[: YEAR_DIGITS if story[0] == "-" else YEAR_DIGITS - 1]) - 1


def before_christ(expression: DateExpression, story: str) -> Dates | None:
    """What an expression means that counts from a date told before it; None where it does not count in years."""
    year = year_of(story)
    if year is None:
        return None
    if expression.unit == "season" and expression.number and not expression.shift:
        return season_of(year, expression.number)
    if expression.month is not None and expression.shift is None:
        parts = "".join(f"-{part:02}" for part in (expression.month, expression.day) if part is not None)
        return year_value(year) + parts, year_edtf(year) + parts
    return counted_from(year, expression.unit, expression.shift)


def counted_from(year: int, unit: str | None, shift: int | None) -> Dates | None:
    """The year, decade or century that many of them later; None past the turn of the eras."""
    if shift is None or unit not in ("year", *DIGITS):
        return None
    if unit == "year":
        return (year_value(year + shift), year_edtf(year + shift)) if year + shift < 0 else None
    number = -year // DECADE * DECADE - DECADE * shift if unit == "decade" else (-year - 1) // CENTURY + 1 - shift
    return age_of(unit, number) if number > 0 else None


def season_of(year: int, number: int) -> Dates:
    """A season of a year."""
    return f"{year_value(year)}-{SEASON_CODES[number - 1]}", f"{year_edtf(year)}-{FIRST_SEASON_EDTF - 1 + number}"


def age_of(unit: str, number: int) -> Dates:
    """A decade by its last year or a century by its number, with the years that it holds.

    >>> age_of("century", 5), age_of("decade", 470)
    (('BC04', '-0499/-0400'), ('BC047', '-0478/-0469'))
    """
    nearest = number if unit == "decade" else (number - 1) * CENTURY + 1
    furthest = nearest + (DECADE if unit == "decade" else CENTURY) - 1
    value = f"BC{nearest:04}"[: len("BC") + DIGITS[unit]]
    return value, f"{year_edtf(-furthest)}/{year_edtf(-nearest)}"


def written_before_christ(expression: DateExpression) -> Dates | None:
    """A season, decade or century before Christ as a text prints it; None for anything else."""
    if expression.unit == "season" and expression.number and expression.year is not None and expression.year < 0:
        return season_of(expression.year, expression.number)
    if expression.unit in DIGITS and expression.number is not None and expression.number < 0:
        return age_of(expression.unit, -expression.number)
    return None
