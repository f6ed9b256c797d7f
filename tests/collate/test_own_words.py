"""What a source tells beside the words that it quotes: the cases of cases/own_words.txt, and what always holds."""

from pathlib import Path

import pytest
from cases import Case, read_cases
from readings import read

from generator.collate import collate
from generator.model import Dossier, PublicationDate

CASES = read_cases(Path(__file__).parent / "cases" / "own_words.txt")
DAY = PublicationDate(edtf="2022-03-02", basis="stated", why="", span=None)


def compare(given: str) -> Dossier:
    first, second = given.splitlines()
    return collate([read(first, id="a", published=DAY), read(second, id="b", published=DAY)], title="")[0]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    (family,) = [one for one in compare(case.given).families if len(one.quotes) > 1]
    beside = [one for reading in family.readings for one in reading.beside]
    assert [f"{one.base.text} | {one.reading.text}" for one in beside] == case.expected, case.where


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_it_lies_outside_of_all_quotations(case: Case) -> None:
    found = compare(case.given)
    marked = [quote for quote in found.quotes if quote.kind != "indirect"]
    for reading in (one for family in found.families for one in family.readings):
        for one in reading.beside:
            assert one.reading.text == case.given.splitlines()[1][one.reading.start : one.reading.end]
            assert not any(
                quote.source == one.reading.source and quote.start < one.reading.end and one.reading.start < quote.end
                for quote in marked
            )
