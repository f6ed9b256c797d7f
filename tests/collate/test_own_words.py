"""What a source tells beside the words that it quotes: the cases of cases/own_words.txt, and what always holds."""

from pathlib import Path

import pytest
from cases import Case, read_cases
from readings import read

from generator.collate import collate
from generator.collate.quoting.own_words import MOST_STRETCHES, Ground, Passage, find_stretches, signs_of
from generator.collate.quoting.wordings import read_wording
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


def test_the_bound_on_stretches_is_one_for_all_that_a_witness_lacks() -> None:
    words = read_wording(" ".join(f"{first}{second}k" for first in "bdfghjklmnprst" for second in "aeiouwxyz"), 0)
    passage = Passage(wording=words, signs=signs_of(words.words), names=False, opens=False, closes=False)
    stretches = [(start, start + 2) for start in range(0, len(words.words) - 2, 2)]
    assert len(stretches) > MOST_STRETCHES
    found = find_stretches(words, stretches, Ground(language="en", own=(passage,)))
    assert [(told.base_start, told.base_end) for told, _ in found] == stretches[:MOST_STRETCHES]
