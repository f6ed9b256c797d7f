"""Figures that a source names and does not give: what it refuses or reports as denied, and what only looks so."""

from pathlib import Path

import pytest
from cases import Case, read_cases
from readings import read

from generator.collate.comparing.figure_refusals import is_given, list_denied
from generator.language.figures import figure_words
from generator.language.loader import languages

CASES = read_cases(Path(__file__).parent / "cases" / "figure_refusals.txt")
LANGUAGES = [language for language in languages("figures") if language != "und"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.where} {case.title}")
def test_cases(case: Case) -> None:
    reading = read(case.given, language=case.title[1:3])
    denied = list_denied(reading)
    aside = [
        figure.text
        for sentence in reading.sentences
        for figure in reading.figures
        if sentence.start <= figure.start < sentence.end and not is_given(sentence, figure, denied)
    ]
    assert aside == case.expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_refuses_and_has_near_misses(language: str) -> None:
    assert figure_words(language).refusals and figure_words(language).ifs
    assert {bool(case.expected) for case in CASES if case.title.startswith(f"[{language}]")} == {True, False}
