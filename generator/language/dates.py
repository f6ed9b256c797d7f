"""The words and rules of date expressions, per language: names of months and weekdays from CLDR, the rest from a file.

A rule is a pattern over classes of words ("Weekday Comma? Month Day"); a word belongs to one class or several and means
something in each. How patterns are read stands in generator/annotate/dates_grammar.py.

In: a BCP 47 tag. Out: words, classes, rules. Never: looks at a text.
"""

import re
from functools import cache
from typing import Literal

import msgspec
from babel import Locale, UnknownLocaleError
from babel.dates import get_day_names, get_month_names

from generator.language.loader import languages, load, primary
from generator.model import Record

# Rules of these names count from the date spoken of ("two days later", "the same year"), not from the day of writing.
FROM_THEN = (
    "unit from then", "units from then", "part of a day from then", "date from then", "season from then", "clock",
)  # fmt: skip
# Rules of these names find two dates, not the two ends of a time.
PAIRS = ("two dates",)
# Rules of these names do so only in a text that tells of times long past; else they count from the day of writing.
FROM_THEN_IN_HISTORIES = ("units earlier", "part of a unit")
# Rules of these names compare with the year before, in a report on a quarter with that quarter a year before.
COMPARED = ("units ago", "units earlier")
# Rules of these names speak of a quarter that was named before, or of the one a year before it.
OF_A_QUARTER = ("relative quarter", "period", "period of a year", "period a year before", "quarter a year before")
QUARTER_ITSELF = ("relative quarter", "quarter a year before")  # that name it, if only as "the quarter"
QUARTER_ONLY = ("period", "period a year before")  # that mean nothing where no quarter was named
ATTRIBUTE = "year as an attribute"  # "the 2030 plan": the year of a plan or law, not of what is told
NUMBER_OR_YEAR = "number or year"  # "of 1987 bricks": a year only where the dossier tells of such years
IN_FIGURES = "numeric date"
WORDS_BEFORE = 8  # words before a date in which what leads up to it may stand
NEUTRAL = "und"  # the language tag of what is written alike everywhere

Classes = dict[str, "Meaning"]


class Meaning(Record, frozen=True, kw_only=True):
    """What a word adds to a date expression: its fields, and what only counts together with other words.

    `sign` turns a number of units into a shift (-1 for "ago"). `tens` adds to a number ("twenty" before "four").
    `short_year` is a year of two digits, read with the century of the year before it. `noon` is added to an hour.
    `era` is -1 for years before Christ. `century` is what the first word of a year in words says ("nineteen" is 1900).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: str | None = None
    number: int | None = None
    shift: int | None = None
    modifier: str | None = None
    clock: str | None = None
    reference: str | None = None
    sign: int | None = None
    tens: int | None = None
    short_year: int | None = None
    hour: int | None = None
    minute: int | None = None
    noon: int | None = None
    era: int | None = None
    century: int | None = None
    order: Literal["open"] | None = None


class Rule(Record, frozen=True, kw_only=True):
    """A pattern with the type of what it finds: a date with a time of day is a TIME, and "none" marks what only looks
    like a date and is passed over.
    """

    name: str
    pattern: str
    type: Literal["DATE", "DURATION", "SET", "none"] = "DATE"
    means: Meaning = Meaning()


class Tenses(Record, frozen=True, kw_only=True):
    """Verb forms, in lower case, by the time they speak of; `past_endings` mark further ones.

    `telling` are those that date what someone says, whatever that is about: "predicted on Friday that it will rain".
    """

    past: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    future: tuple[str, ...] = ()
    past_endings: tuple[str, ...] = ()
    telling: tuple[str, ...] = ()


class DateWords(Record, frozen=True, kw_only=True):
    """A language's words for dates.

    `capitalised` says whether names of months and weekdays always have a capital. `doubtful` names are other words too.
    `plural_endings` are those of what a number counts. `words` maps class and word (lower case, several words allowed)
    to a meaning; `plain` lists those without one.
    """

    capitalised: bool = False
    doubtful: tuple[str, ...] = ()
    abbreviations: dict[str, Meaning] = msgspec.field(default_factory=dict)
    ordinal_endings: tuple[str, ...] = ()
    decade_endings: tuple[str, ...] = ()
    plural_endings: tuple[str, ...] = ()
    tenses: Tenses = Tenses()
    words: dict[str, Classes] = msgspec.field(default_factory=dict)
    plain: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    rules: tuple[Rule, ...] = ()


@cache
def date_words(language: str) -> DateWords:
    """The words of a language; where it has no file, only what is written alike everywhere."""
    words: DateWords = load("dates", language if primary(language) in languages("dates") else NEUTRAL, DateWords)
    return words


@cache
def neutral_rules() -> tuple[Rule, ...]:
    """The rules that hold in every language."""
    words: DateWords = load("dates", NEUTRAL, DateWords)
    return words.rules


@cache
def calendar_names(language: str) -> tuple[tuple[str, str, Meaning], ...]:
    """(name in lower case, "wide" or "abbreviated", meaning) of months and weekdays; a name's full stop is left off.

    >>> [name for name, width, meaning in calendar_names("fr") if meaning.month == 12]
    ['décembre', 'déc']
    """
    names: list[tuple[str, str, Meaning]] = []
    try:
        locale = Locale.parse(primary(language))
    except (UnknownLocaleError, ValueError):
        return ()
    for width in ("wide", "abbreviated"):
        months, days = get_month_names(width, locale=locale), get_day_names(width, locale=locale)
        names += [(name.lower().rstrip("."), width, Meaning(month=number)) for number, name in months.items()]
        names += [(name.lower().rstrip("."), width, Meaning(weekday=number + 1)) for number, name in days.items()]
    return tuple(names)


@cache
def planning_words(language: str) -> re.Pattern[str]:
    """Matches a verb form that speaks of plans and of the future, as a word of its own."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, date_words(language).tenses.future)) or '(?!)'})\b")


def speaks_of_future(text: str, language: str) -> bool:
    """Whether a verb form in the text speaks of plans or of the future.

    >>> speaks_of_future("The bridge was to open in May.", "en"), speaks_of_future("The bridge opened in May.", "en")
    (True, False)
    """
    return planning_words(language).search(text) is not None


def points_ahead(before: str, language: str) -> bool:
    """Whether one of the last words before a date leads up to it ("a decision to close it in", "the target for").

    >>> points_ahead("a decision to close the bridge in ", "en"), points_ahead("the bridge closed in ", "en")
    (True, False)
    """
    ahead = date_words(language).plain.get("Ahead", ())
    return not {word.lower() for word in before.split()[-WORDS_BEFORE:]}.isdisjoint(ahead)
