"""Dates with which running text begins ("OSTERHAVEN, May 3, 2021 (Agency) -- The bridge …"), and weekdays beside dates.

In: a line and its language. Out: the date of its dateline; what a weekday has against a date. Never: supplies a year,
takes the date of a sentence for that of a dateline.
"""

import re
from datetime import date

from generator.ingest.names import is_names
from generator.ingest.printed_dates import PrintedDate, find_dates
from generator.language.page import weekday_names

LONGEST_OPENING = 110  # characters from the line's start to the end of its dateline
PLACE_WORDS = 6
SMALL = frozenset({"de", "la", "le", "del", "di", "da", "of", "the", "and", "am", "an", "der"})
# Behind the date: an agency in brackets, then a dash or colon and white space.
BEHIND = re.compile(r"\s?(?:\([^()]{2,40}\)\s?)?(?:--|[-–—:])\s")
FULL_DAY = len("2021-05-03")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")


def find_dateline(text: str, language: str) -> PrintedDate | None:
    """The whole date of a line's dateline: a place, the date, perhaps an agency, a dash.

    A place that is not printed in capitals needs the agency: "Ulm, 3 May 2021 - a good day" may be anything.

    >>> find_dateline("ULM, May 3, 2021 (Agency) -- The oven broke.", "en").edtf
    '2021-05-03'
    """
    found = next(iter(find_dates(text[:LONGEST_OPENING], language)), None)
    if found is None or found.edtf is None or len(found.edtf) != FULL_DAY:
        return None
    place, behind = text[: found.start].strip(), BEHIND.match(text, found.end)
    named = is_names(place.replace(",", " "), SMALL, PLACE_WORDS)
    plain = place.isupper() or (place.endswith(",") and behind is not None and "(" in behind[0])
    return found if named and plain and behind else None


def weekday_against(text: str, start: int, edtf: str, language: str) -> str | None:
    """The weekday printed directly before a date on its line, where that day was another one."""
    words: list[str] = WORD.findall(text[max(0, start - LONGEST_OPENING) : start])
    names = weekday_names(language)
    printed = names.get(words[-1].lower()) if words else None
    if printed is None or len(edtf) != FULL_DAY or date.fromisoformat(edtf).isoweekday() == printed:
        return None
    return words[-1]
