"""The words in which a reason is given: what a text prints or says, when it appeared, which day that makes.

In: an expression or a date. Out: words of the site. Never: decides which date is meant.
"""

import re

from generator import edtf
from generator.language.dates import IN_FIGURES
from generator.model import DateExpression

FIRST_NUMBER, LAST_MONTH = re.compile(r"(?<![0-9])[0-9]{1,2}(?=[/.-])"), 12


def says(expression: DateExpression) -> str:
    """How a reason begins."""
    if expression.month is not None:
        return f"The text prints {quoted(expression)} without a year"
    return f"The text says {quoted(expression)}"


def quoted(expression: DateExpression) -> str:
    """The words of the text in quotation marks."""
    return f"“{expression.text}”"


def when(date: str) -> str:
    """A date as an adverb: "on 21 January 2021", "between 21 and 27 January 2021"."""
    words = edtf.in_words(date)
    return f"on {words}" if edtf.precision(date) == "day" else words


def meant(date: str) -> str:
    """A date as a noun: "21 January 2021", "March 2023"."""
    return edtf.in_words(date).removeprefix("in ")


def order_of(expression: DateExpression) -> str:
    """How a date in figures was read that could be read in two ways, nothing for any other."""
    first = FIRST_NUMBER.search(expression.text) if expression.rule == IN_FIGURES else None
    day, month = expression.day or 0, expression.month or 0
    ends_with_year = expression.text.endswith(f"{(expression.year or 0) % 100:02}")
    if first is None or not ends_with_year or day == month or max(day, month) > LAST_MONTH:
        return ""
    return f", read with the {'day' if int(first[0]) == day else 'month'} first"
