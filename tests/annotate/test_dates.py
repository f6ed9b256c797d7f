"""Date expressions: the cases of cases/dates*.txt, the tables of every language, what always holds."""

import re
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from cases import Case, read_cases
from hypothesis import given
from hypothesis import strategies as st
from making import make_source

from generator.annotate.dates import find_dates
from generator.annotate.dates_grammar import EDGES, ELEMENT, assign_characters, classify_words, grammar
from generator.annotate.sentences import find_sentences
from generator.language.dates import FROM_THEN, FROM_THEN_IN_HISTORIES, date_words, neutral_rules
from generator.language.loader import languages
from generator.model import DateExpression, Furniture, Part, Span

FOLDER = Path(__file__).parent / "cases"
FILES = ("dates", "dates_more", "dates_languages", "dates_order")
CASES = [case for name in FILES for case in read_cases(FOLDER / f"{name}.txt")]
NEAR_MISSES = read_cases(FOLDER / "dates_near_misses.txt")
TENSES = read_cases(FOLDER / "dates_tense.txt")
LANGUAGE = re.compile(r"\[([\w-]+)\]")
NOT_SHOWN = frozenset({*Span.__struct_fields__, "rule", "until", "tense"})
LANGUAGES = languages("dates")


def find(text: str, language: str = "en") -> tuple[DateExpression, ...]:
    source = make_source(text, language=language)
    return find_dates(source, find_sentences(source))


def shown(expression: DateExpression) -> str:
    """An expression as the case files write it: its words, then what they say; the end of a range behind "to"."""
    fields = {name: value for name, value in msgspec.structs.asdict(expression).items() if name not in NOT_SHOWN}
    said = [f"{name} {value}" for name, value in fields.items() if value is not None and name != "type"]
    kind = [] if expression.type == "DATE" else [expression.type]
    until = f" to {shown(expression.until)}" if expression.until else ""
    return f"{expression.text} = {', '.join(kind + said)}{until}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    found = find(case.given, language_of(case))
    assert [shown(expression) for expression in found] == case.expected, case.where


def language_of(case: Case) -> str:
    language = LANGUAGE.match(case.title)
    return language[1] if language else "en"


def rules_of(language: str) -> set[str]:
    """The names of the rules that find something."""
    return {rule.name for rule in date_words(language).rules if rule.type != "none"}


@pytest.mark.parametrize("case", NEAR_MISSES, ids=lambda case: case.title)
def test_near_misses(case: Case) -> None:
    for line in case.given.splitlines():
        rule, _, sentence = line.partition(": ")
        found = [expression.text for expression in find(sentence, language_of(case)) if expression.rule == rule]
        assert (rule, found) == (rule, []), case.where


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_a_near_miss(language: str) -> None:
    (case,) = [case for case in NEAR_MISSES if language_of(case) == language]
    assert rules_of(language) <= {line.partition(": ")[0] for line in case.given.splitlines()}


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "und"])
def test_every_rule_finds_something(language: str) -> None:
    cases = [case for case in CASES if language_of(case) == language]
    found = {expression.rule for case in cases for expression in find(case.given, language)}
    assert rules_of(language) <= found


@pytest.mark.parametrize("case", TENSES, ids=lambda case: case.title)
def test_tense(case: Case) -> None:
    assert [f"{found.text} = {found.tense}" for found in find(case.given)] == case.expected, case.where


@pytest.mark.parametrize("language", LANGUAGES)
def test_rules_name_classes_that_have_words(language: str) -> None:
    characters = assign_characters(classify_words(date_words(language), language))
    classes = {name for names in characters for name in names}
    for rule in date_words(language).rules if language != "und" else ():
        assert {match["name"] for match in ELEMENT.finditer(rule.pattern)} <= classes | {*EDGES}, rule


@pytest.mark.parametrize("language", LANGUAGES)
def test_patterns_hold_nothing_that_repeats(language: str) -> None:
    for rule in (*date_words(language).rules, *neutral_rules()):
        assert re.fullmatch(r"[A-Za-z ()?|<!&]+", rule.pattern), rule


@pytest.mark.parametrize("language", LANGUAGES)
def test_entries_are_in_lower_case(language: str) -> None:
    words = date_words(language)
    listed = [entry for entries in (*words.words.values(), *words.plain.values()) for entry in entries]
    entries = [*listed, *words.doubtful, *words.abbreviations]
    assert [entry for entry in entries if entry != entry.lower() or "’" in entry] == []


def test_rules_that_count_from_the_date_told_have_their_names() -> None:
    assert {*FROM_THEN, *FROM_THEN_IN_HISTORIES} <= {rule.name for rule in date_words("en").rules}


@pytest.mark.parametrize(("order", "month", "day"), [("dmy", 4, 3), ("mdy", 3, 4)])
def test_a_decided_order_counts_above_all(order: str, month: int, day: int) -> None:
    source = make_source("Opened 3/4/2021, closed 13/4/2021 and 4/13/2021.", language="fr", date_order=order)
    first, *others = find_dates(source, find_sentences(source))
    assert (first.month, first.day, first.order) == (month, day, None)
    assert {(date.month, date.day) for date in others} == {(4, 13)}


def test_a_decided_order_may_put_two_digits_of_the_year_first() -> None:
    source = make_source("Opened 21/04/03.", date_order="ymd")
    (date,) = find_dates(source, find_sentences(source))
    assert (date.year, date.month, date.day) == (2021, 4, 3)


def test_furniture_dates_nothing_and_an_item_keeps_its_dates() -> None:
    text = "It opened on 3 May 2019.\nMost read: 4 May 2020\nIt closed on 5 May 2021."
    start, end = text.index("Most"), text.index("It closed")
    furniture = (Furniture(start=start, end=end - 1, text=text[start : end - 1], rule="list of links"),)
    item = Part(
        id="1", start=end, end=len(text), language="en",
        title=None, author=None, published=None, posts_stated=None, posts_saved=None,
    )  # fmt: skip
    source = make_source(text, furniture=furniture, parts=(item,))
    found = find_dates(source, find_sentences(source))
    assert [(date.part, date.text) for date in found] == [(None, "3 May 2019"), ("1", "5 May 2021")]


def test_a_language_without_a_file_reads_full_dates() -> None:
    assert grammar("nl").settings.rules == neutral_rules()
    assert [date.text for date in find("Op 7 januari 2021 en 2021-01-08 ging de brug open.", "nl")] == [
        "7 januari 2021",
        "2021-01-08",
    ]


WORDS = """May March 3 31 2021 1 . , - – / : ( ) last next on Monday Jan. the of to and between year years ago days old
second $ % 10:30 a.m. 1970s twenty four every week 44 BC"""


DATE_LIKE = st.lists(st.sampled_from(re.split(r"[ \n]", WORDS)), max_size=40).map(" ".join)


@given(DATE_LIKE | st.text(max_size=80), st.sampled_from(LANGUAGES))
def test_expressions_stand_in_the_text_in_order(text: str, language: str) -> None:
    source = make_source(text, language=language)
    found = find_dates(source, find_sentences(source))
    ends = [end for expression in found for end in (expression, expression.until) if end]
    assert all(text[date.start : date.end] == date.text and date.text.strip() == date.text for date in ends)
    assert all(before.end <= after.start for before, after in pairwise(ends))


HOSTILE = [word * 20_000 for word in ("1 ", "May ", "9", "3-", "a.m.", "1:")]


@pytest.mark.parametrize("text", [*HOSTILE, "9" * 20_000 + "0s", "1" * 20_000 + "th"])
def test_hostile_text_is_read(text: str) -> None:
    assert isinstance(find(text), tuple)
