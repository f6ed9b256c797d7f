"""Which number of a date in figures is the day: as a person says, as other dates of its text show, as is usual.

In: two numbers, a language tag, a text. Out: an order, a month and a day. Never: settles what nothing settles.
"""

import re
from functools import cache

from babel import Locale, UnknownLocaleError

from generator.model import DateOrder

LAST_MONTH, LAST_DAY = 12, 31
# Languages that are written where 3/4/2021 is April and where it is March: only a region says which.
DIVIDED = frozenset({"en"})
LETTERS = {"d": "d", "M": "m", "y": "y"}
FULL_STOP = "."
# Dates with full stops are read day first everywhere and tell nothing of the others.
TELLING = re.compile(r"(?<![\w./-])([0-9]{1,2})([/-])([0-9]{1,2})\2(?:[0-9]{4}|[0-9]{2})(?![\w/-])")


@cache
def usual_order(language: str) -> DateOrder | None:
    """The order of a date in figures where that language is written, as CLDR has it; None where both are usual.

    >>> usual_order("fr"), usual_order("en-US"), usual_order("en-GB"), usual_order("en")
    ('dmy', 'mdy', 'dmy', None)
    """
    if language.lower() in DIVIDED:
        return None
    try:
        pattern = Locale.parse(language, sep="-").date_formats["short"].pattern
    except (UnknownLocaleError, ValueError):
        return None
    letters = "".join(dict.fromkeys(LETTERS[letter] for letter in pattern if letter in LETTERS))
    order: dict[str, DateOrder] = {"dmy": "dmy", "mdy": "mdy"}  # a region that puts the year first settles no others
    return order.get(letters)


def printed_order(text: str) -> DateOrder | None:
    """The order of the dates of a text that can be read in one way only; None where there are none, or they differ.

    >>> printed_order("3/4/2021, 13/4/2021"), printed_order("3/4/2021"), printed_order("13/4/2021, 4/13/2021")
    ('dmy', None, None)
    """
    pairs = [(int(match[1]), int(match[3])) for match in TELLING.finditer(text)]
    day_first = any(LAST_MONTH < first <= LAST_DAY and 1 <= second <= LAST_MONTH for first, second in pairs)
    month_first = any(LAST_MONTH < second <= LAST_DAY and 1 <= first <= LAST_MONTH for first, second in pairs)
    if day_first == month_first:
        return None
    return "dmy" if day_first else "mdy"


def is_day_and_month(first: int, second: int) -> bool:
    """Whether two numbers can be a day and a month, in either order."""
    return 1 <= min(first, second) <= LAST_MONTH and max(first, second) <= LAST_DAY


def month_and_day(first: int, second: int, mark: str, order: DateOrder | None) -> tuple[int, int] | None:
    """The month and the day of two numbers that can be these; None where nothing settles which is which.

    >>> month_and_day(3, 4, "/", "dmy"), month_and_day(3, 14, "/", "dmy"), month_and_day(3, 4, "/", None)
    ((4, 3), (3, 14), None)
    """
    if first > LAST_MONTH or first == second:
        return second, first
    if second > LAST_MONTH:
        return first, second
    if mark == FULL_STOP or order == "dmy":
        return second, first
    return (first, second) if order == "mdy" else None
