"""Families: the cases of cases/families.txt, ids, and that no order matters."""

import random
from pathlib import Path

import msgspec
import pytest
from cases import Case, read_cases
from quoted import make_quotes, make_reading

from generator.collate.quoting.families import group_families
from generator.collate.quoting.quotes import with_families
from generator.collate.quoting.renderings import COMMON
from generator.model import AnnotatedSource, Family, Quote

CASES = read_cases(Path(__file__).parent / "cases" / "families.txt")


def read(given: str) -> tuple[list[AnnotatedSource], list[Quote]]:
    readings, quotes = [], []
    for block in given.split("== ")[1:]:
        head, *lines = block.splitlines()
        witness, _, day = head.partition(" ")
        readings.append(make_reading(witness, lines, day.strip() or None))
        quotes += make_quotes(witness, lines)
    return readings, quotes


def show(family: Family) -> str:
    return " ".join(id.removeprefix("q-") + ("*" if id == family.base else "") for id in family.quotes)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    assert sorted(map(show, group_families(*read(case.given)))) == case.expected, case.where


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_no_order_matters(case: Case) -> None:
    readings, quotes = read(case.given)
    families = group_families(readings, quotes)
    for seed in range(3):
        shuffled = random.Random(seed)
        mixed = shuffled.sample(readings, len(readings)), shuffled.sample(quotes, len(quotes))
        assert group_families(*mixed) == families


def test_a_family_takes_the_id_of_its_first_member_and_keeps_the_others() -> None:
    readings, quotes = read("== a\nAnn: wait for wood and a carter\n== b\nAnn: We wait for wood and a carter now")
    (family,) = group_families(readings, quotes)
    assert (family.id, family.aliases, family.base, family.speaker) == ("f-a1", ("f-b1",), "q-b1", "ann")
    assert [reading.quote for reading in family.readings] == ["q-b1", "q-a1"]
    assert family.readings[0].variants == ()
    assert [quote.family for quote in with_families(quotes, (family,))] == ["f-a1", "f-a1"]


def test_scare_quotes_and_reports_are_no_members() -> None:
    given = "\n".join(f"== {witness}\nAnn: We wait for wood and a carter." for witness in "ab")
    readings, (first, second) = read(given)
    assert len(group_families(readings, [first, second])) == 1
    for kind in ("scare", "indirect"):
        assert group_families(readings, [first, msgspec.structs.replace(second, kind=kind)]) == ()


def test_what_everybody_quotes_is_still_one_family() -> None:
    given = "\n".join(f"== w{n:03}\nAnn: We wait for wood and for the carter from Ulm." for n in range(COMMON + 20))
    (family,) = group_families(*read(given))
    assert len(family.quotes) == COMMON + 20
