"""sources.yml: the cases of cases/sources_yml.txt, and what is kept."""

from pathlib import Path

import pytest
from cases import Case, read_cases
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.sources_yml import CHECKS, read_bibliography

CASES = read_cases(Path(__file__).parent / "cases" / "sources_yml.txt")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_case(case: Case) -> None:
    _, problems = read_bibliography(case.given, "sources.yml")
    shown = [str(problem).removeprefix("sources.yml:") for problem in problems]
    assert sorted(shown, key=lambda line: int(line.split(":")[0])) == case.expected, case.where


def test_syntax_errors_name_the_line_and_nothing_is_used() -> None:
    bibliography, (problem,) = read_bibliography("title: A\nsources: [\n", "seeds/sources.yml")
    assert str(problem).startswith("seeds/sources.yml:3: error: This is not YAML: ")
    assert bibliography.title is None


def test_dates_numbers_and_truth_values_stay_text() -> None:
    text = "sources:\n  a.txt: {published: 2021-01-21, updated: 2021, language: no, title: 1984, label: yes}\n"
    bibliography, problems = read_bibliography(text, "sources.yml")
    assert not problems
    assert bibliography.entries["a.txt"].fields == {
        "published": "2021-01-21",
        "updated": "2021",
        "language": "no",
        "title": "1984",
        "label": "yes",
    }


def test_a_faulty_field_is_dropped_and_the_rest_applies() -> None:
    text = "sources:\n  a.txt:\n    published: 12/03\n    label: A\n    url:\n    title: ' '\n"
    bibliography, _ = read_bibliography(text, "sources.yml")
    assert bibliography.entries["a.txt"].fields == {"label": "A"}
    assert bibliography.entries["a.txt"].line == 2


def test_paths_are_compared_in_one_form() -> None:
    bibliography, _ = read_bibliography("sources:\n  ./Stra\u0308nge.txt: {label: A}\n", "sources.yml")
    assert list(bibliography.entries) == ["Stränge.txt"]


@given(st.sampled_from(sorted(CHECKS)), st.text(max_size=30))
def test_every_check_answers_any_text(name: str, value: str) -> None:
    assert CHECKS[name](value) is None or CHECKS[name](value)
