"""Quantities: the cases of cases/figures.txt, the words of every language, what always holds."""

import re
from itertools import pairwise
from math import isfinite
from pathlib import Path

import pytest
from cases import Case, read_cases
from hypothesis import given
from hypothesis import strategies as st
from making import make_source

from generator.annotate import annotate
from generator.annotate.figures import find_figures
from generator.annotate.sentences import find_sentences
from generator.language.figures import QUALIFIERS, figure_words
from generator.language.loader import languages
from generator.model import Quantity, Source

CASES = read_cases(Path(__file__).parent / "cases" / "figures.txt")
LANGUAGE = re.compile(r"\[(\w+)\]")
LANGUAGES = [language for language in languages("figures") if language != "und"]


def find(text: str, language: str = "en") -> tuple[Quantity, ...]:
    return annotate(make_source(text, language=language))[0].figures


def shown(figure: Quantity) -> str:
    hedge = f" | {figure.qualifier}" if figure.qualifier else ""
    return f"{figure.text} = {figure.number:.12g}, {figure.unit}{hedge}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.where} {case.title}")
def test_cases(case: Case) -> None:
    tagged = LANGUAGE.match(case.title)
    found = find(case.given, tagged[1] if tagged else "en")
    assert [shown(figure) for figure in found] == case.expected


def test_every_language_has_cases_that_find_and_cases_that_find_nothing() -> None:
    held = {((LANGUAGE.match(case.title) or ["", "en"])[1], bool(case.expected)) for case in CASES}
    assert all({(language, True), (language, False)} <= held for language in LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_hedges_and_units_have_one_name_in_all_languages(language: str) -> None:
    words, english = figure_words(language), figure_words("en")
    assert {*words.qualifiers.values(), *words.behind.values()} <= set(QUALIFIERS)
    assert {unit for unit in words.units.values() if unit != "real"} <= set(english.units.values())


def test_a_figure_in_the_furniture_or_in_a_caption_is_not_read() -> None:
    source = make_source("Twelve bakers came.")
    sentences = find_sentences(source)
    assert [one.text for one in find_figures(source, sentences, (), ())] == ["Twelve bakers"]
    assert find_figures(source, (), (), ()) == ()


PIECES = [
    "two",
    "hundred",
    "million",
    " ",
    " ",
    "5",
    "1,000",
    ".",
    "-",
    "–",
    "/",
    "$",
    "€",
    "and",
    "to",
    "of",
    "people",
]


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join), st.sampled_from(LANGUAGES))
def test_any_text_gives_spans_of_it_in_order(text: str, language: str) -> None:
    source: Source = make_source(text, language=language)
    found = find_figures(source, find_sentences(source), (), ())
    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(isfinite(one.number) for one in found)
