"""The ids that a source can give to families are all that it ever gives, whoever else is there."""

from itertools import combinations
from pathlib import Path

import pytest
from making import make_source
from project import BRIDGE, EXAMPLE

from generator.annotate import annotate
from generator.collate import collate
from generator.family_ids import family_ids
from generator.ingest import read_seeds
from generator.model import AnnotatedSource

MUSEUM = BRIDGE.parents[1] / "museum" / "seeds"


def read(text: str, id: str) -> AnnotatedSource:
    return annotate(make_source(text, id=id))[0]


def ids_of(*readings: AnnotatedSource) -> set[str]:
    """The ids of all families."""
    return {id for family in collate(readings, title="")[0].families for id in (family.id, *family.aliases)}


def test_a_family_that_a_longer_reading_takes_apart_was_foreseen() -> None:
    first = read("“I say that we will not sell the old mill to anybody, ever,” said Ann Lee.", "a")
    unsigned = read("A note hung there: “We will not sell the old mill to anybody, ever.”", "b")
    longer = read("“I told you all that we will not sell the old mill to anybody, ever,” said Bo Roe.", "c")
    lost = ids_of(first, unsigned) - ids_of(first, unsigned, longer)
    assert len(lost) == 1
    assert lost == set(family_ids(first))


def test_only_words_inside_quotation_marks_are_compared() -> None:
    reading = read("Ann Lee said that the mill is old. “We will not sell it,” she said. They call it “a ruin”.", "a")
    kinds = {f"f{quotation.id[1:]}": quotation.kind for quotation in reading.quotations}
    assert {"indirect", "direct"} <= set(kinds.values())
    assert family_ids(reading) == tuple(sorted(id for id, kind in kinds.items() if kind in {"direct", "mixed"}))


@pytest.mark.parametrize("folder", [BRIDGE, MUSEUM, EXAMPLE], ids=["bridge", "museum", "example"])
def test_no_company_of_sources_gives_a_family_another_address(folder: Path) -> None:
    readings = [annotate(source)[0] for source in read_seeds(folder)[0].sources]
    for size in range(2, len(readings) + 1):
        for company in combinations(readings, size):
            assert ids_of(*company) <= {id for reading in company for id in family_ids(reading)}
