"""How a language writes quantities: number words, marks in numbers, hedges, units, and what only looks like one.

In: a BCP 47 tag. Out: words in lower case. Never: looks at a text.
"""

from functools import cache
from typing import Literal

import msgspec

from generator.language.loader import languages, load
from generator.model import Record

PEOPLE = "people"  # the unit of people who are called nothing else
NEUTRAL = "und"  # the language tag of what is written alike everywhere
# What hedges a figure, in English whatever the source's language; "from" and "to" are the two ends of a range.
QUALIFIERS = ("about", "at least", "from", "less than", "more than", "nearly", "to", "up to")

Head = Literal["plural", "first", "capital"]
Values = dict[str, float]


class FigureWords(Record, frozen=True, kw_only=True):
    """A data file. Entries may have several words, with one space between words and marks.

    `groups` and `decimal` are the marks inside a number. `head` says where the noun that is counted stands: "plural"
    the first plural of a phrase, "first" its first word but for `before_nouns` (which say nothing of it), "capital"
    the first with a capital.
    `plural_endings` are those of plurals, but for words with `not_plural` endings; `plurals` have no such ending.
    `joins` stand inside a number in words, behind at least `joins_from`; `links` between a number and its noun.
    `written_together` says that number words are one word. `multipliers` multiply what stands before them ("hundred"),
    `magnitudes` all of it; those `alone` need nothing before them. `suffixes` follow an amount of money. `rounds` are
    nouns for a number that is not exact ("une centaine"). `behind` are hedges after the noun. `units` have one name in
    all languages. `labels` before a number make it a name ("page 5"), `ages` an age, as `old` do behind it.
    `before_years` stand before a number that may be a year. `persons` are nouns for people, who may be called by one of
    them or by another. `refusals` put the figure behind them aside ("not", "instead of"), but not behind `ifs` ("if").
    `periods` are hedges that before a duration may name a period instead ("over"). They hedge behind `lasting` and
    before `gone` ("took over two years", "over two years ago"); in a language without these they name a period only
    beside a word of `spread`.
    """

    groups: str = ""
    decimal: str = ""
    head: Head | None = None
    plural_endings: tuple[str, ...] = ()
    not_plural: tuple[str, ...] = ()
    plurals: frozenset[str] = frozenset()
    before_nouns: frozenset[str] = frozenset()
    joins: frozenset[str] = frozenset()
    joins_from: float = 20
    links: frozenset[str] = frozenset()
    written_together: bool = False
    labels: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()
    old: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    between_and: frozenset[str] = frozenset()
    range_from: frozenset[str] = msgspec.field(name="from", default=frozenset())
    range_to: frozenset[str] = msgspec.field(name="to", default=frozenset())
    persons: frozenset[str] = frozenset()
    before_years: frozenset[str] = frozenset()
    refusals: frozenset[str] = frozenset()
    ifs: frozenset[str] = frozenset()
    periods: frozenset[str] = frozenset()
    lasting: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    spread: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()
    numbers: Values = msgspec.field(default_factory=dict)
    multipliers: Values = msgspec.field(default_factory=dict)
    magnitudes: Values = msgspec.field(default_factory=dict)
    suffixes: Values = msgspec.field(default_factory=dict)
    phrases: Values = msgspec.field(default_factory=dict)
    rounds: Values = msgspec.field(default_factory=dict)
    qualifiers: dict[str, str] = msgspec.field(default_factory=dict)
    behind: dict[str, str] = msgspec.field(default_factory=dict)
    units: dict[str, str] = msgspec.field(default_factory=dict)


@cache
def figure_words(language: str) -> FigureWords:
    """The words of a language with the units of all; where it has no file, these alone, and no number is read."""
    own: FigureWords = load("figures", language, FigureWords)
    shared: FigureWords = load("figures", NEUTRAL, FigureWords)
    return msgspec.structs.replace(own, units=shared.units | own.units)


@cache
def money() -> frozenset[str]:
    """The units that stand as a sign or code before or behind an amount."""
    shared: FigureWords = load("figures", NEUTRAL, FigureWords)
    return frozenset(shared.units.values()) - {"percent"}


@cache
def signs() -> frozenset[str]:
    """The signs and codes that may stand directly before an amount of money."""
    shared: FigureWords = load("figures", NEUTRAL, FigureWords)
    return frozenset(shared.units) - {"%"}


@cache
def measures() -> frozenset[str]:
    """The units that measure: an amount in one of them is never one in another, nor a count."""
    named = {unit for language in languages("figures") for unit in figure_words(language).units.values()}
    return frozenset(named - {PEOPLE})


@cache
def people() -> frozenset[str]:
    """What counts people: the unit of those who are called nothing else, and the nouns for people of all languages."""
    named = (figure_words(language).persons for language in languages("figures"))
    return frozenset({PEOPLE}).union(*named)
