"""The words by which web pages show what is page and what is text: labels of dates, credits, buttons, prompts.

Phrases are written in a small notation, matched against a whole line, case and punctuation aside:

    share this {story|article|}     one of several words, or none
    read {number} {word}            a number ("1,200"); any one word
    follow {name} on {name} {handle}    up to four capitalised words; "@name"
    join our {any} group            up to four words, or none
    we use cookies {more}           all the words to the line's end, up to thirty, or none
    read more: {more}               a colon that must stand in the line
    write to {link}                 a web or mail address

In: a language. Out: its words, as written in `data/page/<language>.toml`. Never: matches them.
"""

from functools import cache
from typing import Literal

from babel import Locale, UnknownLocaleError
from msgspec import field

from generator.language.loader import load, primary
from generator.model import Record

Where = Literal["anywhere", "edge", "end"]


class Phrases(Record, frozen=True, kw_only=True):
    """Lines that are furniture. `rule` is the name readers see; `where` on the page they are taken for it.

    "edge" is near the first or the last line, "end" near the last: for lines that could be a sentence elsewhere.
    """

    rule: str
    where: Where = "anywhere"
    lines: tuple[str, ...]


class PageWords(Record, frozen=True, kw_only=True):
    """The words of one language, all in lower case.

    `published` and `updated` label a date; `markers` do so too, but on a page with a line that a word of `occasion`
    labels ("venue:") the date is that of the occasion. `between` may stand among a date, its label and a time. `by`
    opens a byline, `also` joins two names, `roles` are what writers are. `origin` labels the publisher. `credit` opens
    a photo credit with a colon, `credit_by` without; `credit_words` stand in one; `caption` opens a caption. `images`
    are words that saving a page leaves for its pictures. `posts` count an item's posts, `answers` those after the
    first. `listing` are lines above a list of items. `small` are words that a name holds in lower case. `months` are
    short names of months that CLDR does not list.
    """

    published: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    markers: tuple[str, ...] = ()
    occasion: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    origin: tuple[str, ...] = ()
    credit: tuple[str, ...] = ()
    credit_by: tuple[str, ...] = ()
    credit_words: tuple[str, ...] = ()
    caption: tuple[str, ...] = ()
    images: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    listing: tuple[str, ...] = ()
    small: tuple[str, ...] = ()
    months: dict[str, int] = field(default_factory=dict)
    furniture: tuple[Phrases, ...] = ()


def page_words(language: str) -> PageWords:
    """The words of a language, none where it has no data file."""
    words: PageWords = load("page", language, PageWords)
    return words


@cache
def month_names(language: str) -> dict[str, int]:
    """The months 1-12 by full and short name, lower case and without full stops; empty where CLDR has no such language.

    >>> month_names("fr")["janv"], month_names("en")["september"]
    (1, 9)
    """
    return _names(language, "months") | page_words(language).months


@cache
def weekday_names(language: str) -> dict[str, int]:
    """The days of the week, ISO 1-7, by full and short name, lower case and without full stops."""
    return {name: number + 1 for name, number in _names(language, "days").items()}


def _names(language: str, table: Literal["months", "days"]) -> dict[str, int]:
    try:
        locale = Locale.parse(primary(language))
    except (UnknownLocaleError, ValueError):
        return {}
    uses, widths = ("format", "stand-alone"), ("wide", "abbreviated")
    forms = [getattr(locale, table)[use][width] for use in uses for width in widths]
    names = {name.lower().rstrip("."): number for form in forms for number, name in form.items()}
    return {name: number for name, number in sorted(names.items()) if not name.isdigit()}
