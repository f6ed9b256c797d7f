"""Reads dates that a page prints about itself: "15 January 2021", "January 15, 2021", "15.01.2021", "2021-01-15T10:00".

In: a line and its language. Out: the dates in it, with their year, as EDTF. Never: supplies a year, guesses whether day
or month comes first, reads dates of running text.
"""

import re
from datetime import date
from functools import cache

from generator.language.date_order import is_day_and_month, month_and_day, usual_order
from generator.language.loader import primary
from generator.language.page import month_names, weekday_names
from generator.model import Record

LONGEST = 200  # characters: a longer line is no date line
ENGLISH = "en"
# Zones as pages print them; in lower case most of them are words (et, est, ist).
ZONES = (
    "utc|gmt|UTC|GMT|BST|CET|CEST|EET|EST|EDT|CST|CDT|MST|MDT|PST|PDT|ET|CT|PT|MSK|IST|AEST|AEDT|NZST|NZDT|JST|HKT|SGT"
)
CLOCK = re.compile(
    r"\b\d{1,2}(?:[:.h]\d{2}(?::\d{2})?|(?=\s?[ap]\.?m\b))\s?(?:[ap]\.?m\b\.?|[ap]\b|uhr\b|hrs\b|h\b)?", re.IGNORECASE
)
ZONE = re.compile(rf"(?:\b\d{{4}}\s)?\b(?:{ZONES})\b(?:\s?[+-]\d{{1,2}}(?::\d{{1,2}})?)?")


class PrintedDate(Record, frozen=True, kw_only=True):
    """A date in a line: its place there, and its EDTF, None where the order of day and month is not settled."""

    start: int
    end: int
    edtf: str | None


def find_dates(text: str, language: str) -> tuple[PrintedDate, ...]:
    """Every whole date (day, month, year, or month and year) of a short line, in order.

    A year of two digits is seen and not read.

    >>> [found.edtf for found in find_dates("January 15, 2021 Updated: 17 January 2021", "en")]
    ['2021-01-15', '2021-01-17']
    """
    if len(text) > LONGEST:
        return ()
    found = []
    for match in _pattern(primary(language)).finditer(text):
        named = {name: value for name, value in match.groupdict().items() if value}
        found.append(PrintedDate(start=match.start(), end=match.end(), edtf=_edtf(named, language)))
    return tuple(found)


def without_times(text: str, language: str) -> str:
    """A line without times of day, zones and names of weekdays."""
    bare = CLOCK.sub(" ", ZONE.sub(" ", text))
    return _weekdays(primary(language)).sub(" ", bare)


def _edtf(named: dict[str, str], language: str) -> str | None:
    if "y6" in named:
        return None
    year = int(named.get("y1") or named.get("y2") or named.get("y3") or named.get("y4") or named["y5"])
    if "m1" in named:
        return _day(year, int(named["m1"]), int(named["d1"]))
    if "a4" in named:
        return _numeric(year, int(named["a4"]), int(named["b4"]), named["sign"], language)
    month = _months(primary(language))[(named.get("m2") or named.get("m3") or named["m5"]).lower()]
    day = named.get("d2") or named.get("d3")
    return _day(year, month, int(day)) if day else f"{year:04}-{month:02}"


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _numeric(year: int, first: int, second: int, sign: str, language: str) -> str | None:
    """A date in figures, where the language, its region, a full stop or a number over 12 settles which is the month."""
    settled = month_and_day(first, second, sign, usual_order(language)) if is_day_and_month(first, second) else None
    return _day(year, *settled) if settled else None


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """One pattern for all forms of a date; English names of months are read on pages of every language."""
    month = _either(_months(language))
    year = r"[12]\d{3}(?!\d)"
    join = r"\s?,?\s?(?:de\s|del\s|of\s)?"
    clock = r"(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?"
    forms = (
        rf"(?P<y1>{year})[-/](?P<m1>0\d|1[0-2])[-/](?P<d1>[0-3]\d){clock}(?!\d)",
        rf"(?P<d2>[0-3]?\d)(?:st|nd|rd|th|er|º|°|ª|\.)?\s?(?:de\s|of\s|d')?(?P<m2>{month})\b\.?{join}(?P<y2>{year})",
        rf"(?P<m3>{month})\b\.?\s(?P<d3>[0-3]?\d)(?:st|nd|rd|th)?,?\s(?P<y3>{year})",
        rf"(?P<a4>[0-3]?\d)(?P<sign>[./-])(?P<b4>[0-3]?\d)(?P=sign)(?P<y4>{year})",
        r"[0-3]?\d(?P<mark>[./-])[0-3]?\d(?P=mark)(?P<y6>\d{2})(?!\d)",
        rf"(?P<m5>{month})\b\.?{join}(?P<y5>{year})",
    )
    return re.compile(r"(?<![\w.])(?:" + "|".join(forms) + ")", re.IGNORECASE)


@cache
def _months(language: str) -> dict[str, int]:
    return month_names(ENGLISH) | month_names(language)


@cache
def _weekdays(language: str) -> re.Pattern[str]:
    names = {**weekday_names(ENGLISH), **weekday_names(language)}
    return re.compile(rf"(?<!\w)(?:{_either(names)})(?!\w)\.?", re.IGNORECASE)


def _either(names: dict[str, int]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
