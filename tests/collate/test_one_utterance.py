"""One utterance or several: the cases of cases/one_utterance.txt, each rule with what it finds and a near miss."""

import random
from pathlib import Path

import pytest
from cases import Case, read_cases
from readings import read

from generator.collate import collate
from generator.model import AnnotatedSource, Family, PublicationDate

CASES = read_cases(Path(__file__).parent / "cases" / "one_utterance.txt")
RULES = {
    "same words", "one word changed", "cut", "ellipsis and brackets", "two cuts", "two renderings", "told later",
    "a voice", "an agency", "a denial", "own words", "scraps",
}  # fmt: skip
NEAR_MISS = ", near miss"


def read_sources(given: str) -> list[AnnotatedSource]:
    readings = []
    for block in given.split("== ")[1:]:
        head, _, text = block.partition("\n")
        id, _, day = head.partition(" ")
        published = PublicationDate(edtf=day, basis="stated", why="", span=None) if day else None
        readings.append(read(text.rstrip("\n"), id=id, published=published))
    return readings


def families_of(readings: list[AnnotatedSource]) -> list[str]:
    dossier, _ = collate(readings, title="")
    sources = {quote.id: quote.source for quote in dossier.quotes}

    def show(family: Family) -> str:
        return " ".join(sources[id] for id in family.quotes)

    return sorted(map(show, dossier.families))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    assert families_of(read_sources(case.given)) == case.expected, case.where


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_no_order_and_no_name_of_a_source_matters(case: Case) -> None:
    readings = read_sources(case.given)
    mixed = random.Random(1).sample(readings, len(readings))
    assert families_of(mixed) == case.expected
    turned = {reading.source.id: name for reading, name in zip(readings, "zyx", strict=False)}
    named = case.given
    for old, new in turned.items():
        named = named.replace(f"== {old} ", f"== {new} ")
    expected = sorted(" ".join(sorted(turned[id] for id in line.split())) for line in case.expected)
    assert families_of(read_sources(named)) == expected


@pytest.mark.parametrize("rule", sorted(RULES))
def test_each_rule_finds_something_and_has_a_near_miss(rule: str) -> None:
    own = [case for case in CASES if case.title.partition(":")[0].removesuffix(NEAR_MISS) == rule]
    assert any(case.expected for case in own if NEAR_MISS not in case.title.partition(":")[0])
    assert any(not case.expected for case in own if NEAR_MISS in case.title.partition(":")[0])


def test_each_case_belongs_to_a_rule() -> None:
    assert {case.title.partition(":")[0].removesuffix(NEAR_MISS) for case in CASES} == RULES
