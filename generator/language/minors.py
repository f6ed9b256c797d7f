"""How a language describes somebody as a child beside the name: ages under 18, words for children.

In: a BCP 47 tag. Out: patterns and words. Never: reads a text, says of whom a word is meant.
"""

import re
from collections.abc import Iterable
from functools import cache

from generator.language.loader import load, primary
from generator.language.name_lists import words_of
from generator.language.names import name_words
from generator.language.speech import speech, verb_forms
from generator.model import Record

YEARS = ("1[0-7]", "[1-9]")  # ages under 18
SMALL = r"\d{1,2}"
NEVER = "(?!)"  # what no text holds
ALONE = r"(?<![\w.,‐‑-])"  # no part of a longer word or number: "twenty-nine", "1,012"
CLOSED = r"\s{0,2}(?:\Z|[;!?)\]»”\"—–]|[,:’'](?!\w)|\.(?![\w)]))"  # a number ends: not "9.5", "9:30", "(9.)"
BESIDE = r"\s{0,2}[,(–—]\s{0,2}"  # opens what is said of a name behind it
SIGNS = {"*": r"\w{0,3}", "-": r"[\s‐‑–-]{0,2}", " ": r"\s{1,3}"}


class MinorData(Record, frozen=True, kw_only=True):
    """A data file as it stands; en.toml explains its fields."""

    numbers: str = ""
    behind: tuple[str, ...] = ()
    both: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    children: str = ""
    weak: str = ""
    openings: str = ""
    several: str = ""
    named: tuple[str, ...] = ()
    not_behind: str = ""
    was: str = ""
    articles: str = ""
    kin: str = ""
    ends: str = ""
    stops: str = ""
    joins: str = ""
    verbs: str = ""


class MinorWords(Record, frozen=True, kw_only=True):
    """What a language says beside a name. Patterns of what stands behind it match at its end, the others up to it.

    `behind` is an age or a word for a child, `both` an age of several, `aged_behind` an age that goes on ("a
    nine-year-old ..."). `aged` is such an age before the name; in groups, the words between and a comma. `child` is a
    word for a child, `child_apart` one with a comma, `opening` one with which the name itself begins, `named` one with
    a word for naming, `several` one for more than one, `several_opening` one with which the first of their names
    begins. `stop` ends a description, `joint` joins two names. `not_behind` and `was` are words that turn the meaning
    of such a word or age behind them. `people` are nouns of people, `no_people` verbs, bodies and small words.
    """

    behind: re.Pattern[str]
    both: re.Pattern[str]
    aged_behind: re.Pattern[str]
    aged: re.Pattern[str]
    child: re.Pattern[str]
    child_apart: re.Pattern[str]
    opening: re.Pattern[str]
    named: re.Pattern[str]
    several: re.Pattern[str]
    several_opening: re.Pattern[str]
    stop: re.Pattern[str]
    joint: re.Pattern[str]
    not_behind: frozenset[str]
    was: frozenset[str]
    people: frozenset[str]
    no_people: frozenset[str]


@cache
def minor_words(language: str) -> MinorWords:
    """The patterns of a language, which match nothing where it has no file."""
    data = load("minors", primary(language), MinorData)
    numbers, names = data.numbers.split(), name_words(primary(language))
    any_of = [template(one, numbers[1:] if one == "#" else numbers) for one in data.behind]
    unmarked = [template(one, numbers) for one in data.behind if not one.startswith("#")]
    beside, children = either(template(one, numbers) for one in data.beside), words(f"{data.children} {data.weak}")
    firm = rf"{ALONE}{words(data.children)}"
    weak = rf"(?:\A|[^\w\s]\s{{0,2}}|{words(data.openings)}\s{{1,3}}){words(data.weak)}"
    article, end = words(data.articles), rf"(?={CLOSED}|\s{{1,3}}{words(data.ends)}(?!\w|\s{{1,3}}\d))"
    small = rf"(?:{words(f'{data.ends} {data.stops} {data.articles} {data.joins}')})(?!\w)"
    a_child = rf"(?:{article}\s{{1,3}}(?:(?!{small})[^\W\d_]{{1,20}}\s{{1,3}}){{0,3}})?{children}"
    naming = either(template(one, numbers) for one in data.named)
    both = either(template(one, numbers) for one in data.both)
    between = r"((?:\s{1,3}[^\W\d_][\w’'-]{0,30}){0,3})"
    return MinorWords(
        behind=compiled(rf"(?:{BESIDE}(?:{either(any_of)}|{a_child})|\s{{1,3}}{either(unmarked)}){end}"),
        both=compiled(rf"(?:{BESIDE}|\s{{1,3}}){both}{end}"),
        aged_behind=compiled(rf"{BESIDE}(?:{article}\s{{1,3}})?{beside}(?!\w)"),
        aged=compiled(rf"{ALONE}{beside}(?!\w){between}(,?)\s{{1,3}}\Z"),
        child=compiled(rf"(?:{firm}|(?<!\w){weak})\s{{1,3}}\Z"),
        child_apart=compiled(rf"{ALONE}{children},\s{{1,3}}\Z"),
        opening=compiled(rf"{firm}\s{{1,3}}\w"),
        named=compiled(rf"{ALONE}{children}\s{{1,3}}{naming}\s{{1,3}}\Z"),
        several=compiled(rf"{ALONE}{words(data.several)}\s{{1,3}}(?:{naming}\s{{1,3}})?\Z"),
        several_opening=compiled(rf"{ALONE}{words(data.several)}\s{{1,3}}\w"),
        stop=compiled(rf"[,.;:!?()–—]|(?<!\w)(?:{words(data.ends)}|{words(data.stops)})(?!\w)|\Z"),
        joint=compiled(rf"\s{{0,2}},\s{{0,2}}|\s{{0,2}},?\s{{1,3}}{words(data.joins)}\s{{1,3}}"),
        not_behind=words_of(data.not_behind),
        was=words_of(data.was),
        people=words_of(data.children) | words_of(data.weak) | words_of(data.kin) | names.roles | names.people_nouns,
        no_people=words_of(data.verbs)
        | names.verbs
        | speech(language).verbs
        | verb_forms(language).keys()
        | names.function_words
        | names.organisation_heads
        | names.place_heads
        | names.bodies,
    )


def template(pattern: str, numbers: Iterable[str]) -> str:
    """A pattern of a data file as a regular expression.

    >>> template("aged #", ["nine"])
    'aged\\\\s{1,3}(?:nine|1[0-7]|[1-9])'
    """
    ages = either((*sorted(map(re.escape, numbers), key=len, reverse=True), *YEARS))
    signs = SIGNS | {"##": either((SMALL, ages)), "#": ages}
    return "".join(signs.get(piece, re.escape(piece)) for piece in re.split(r"(##|[#* -])", pattern))


def words(text: str) -> str:
    """One of the words of a data field, the longer first, as a regular expression."""
    return either(sorted(map(re.escape, words_of(text)), key=lambda word: (-len(word), word)))


def either(patterns: Iterable[str]) -> str:
    """One of the patterns, in their order."""
    return f"(?:{'|'.join(patterns) or NEVER})"


def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern for texts of any case."""
    return re.compile(pattern, re.IGNORECASE)
