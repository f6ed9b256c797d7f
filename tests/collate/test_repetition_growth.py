"""How the work of comparing grows where a text repeats one thing: four times as often, about four times the work.

Steps are counted and not seconds: the calls of functions, Python's own among them, are the same on every machine.
"""

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from making import make_source

from generator.annotate import annotate
from generator.collate import collate
from generator.model import AnnotatedSource

SHORT, TIMES = 30, 4  # repetitions
ALLOWED = 1.5  # times the growth: what is quadratic takes four times as much


def steps(work: Callable[[], object]) -> int:
    """How many calls some work makes."""
    count = 0

    def step(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(step)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def readings_of(text: str, number: int, sources: int) -> list[AnnotatedSource]:
    """So many sources of one outlet each, in which a text stands so many times."""
    names = [f"The {place} Courier" for place in ("Northern", "Southern")][:sources]
    texts = [make_source(text * number, id=name.split()[1].lower(), publisher=name) for name in names]
    return [annotate(source)[0] for source in texts]


@pytest.mark.parametrize("sources", [1, 2])
@pytest.mark.parametrize(
    "text",
    [
        "“We will never close the old bakery on the hill,” said Ann Lee. ",
        "Ann Lee said “we will never close the old bakery”. ",
        "“Never” is what Ann Lee said. ",
        "Ann Lee said that the old bakery on the hill would never close. ",
        "Ann Lee told the Northern Courier on 3 May 2021 that “the old bakery will never close again”. ",
        "The fire at the bakery on 3 May 2021 killed 12 people, the Northern Courier reported. ",
        "Ann Lee said “we will never close the old bakery” on 3 May 2021, ",
    ],
)
def test_work_grows_with_the_repetitions(text: str, sources: int) -> None:
    short, long = (readings_of(text, number, sources) for number in (SHORT, SHORT * TIMES))
    collate(readings_of(text, 2, sources), title="A Bakery")  # word lists are loaded before anything is counted
    counted = [steps(lambda found=found: collate(found, title="A Bakery")) for found in (short, long)]
    assert counted[1] <= counted[0] * TIMES * ALLOWED
