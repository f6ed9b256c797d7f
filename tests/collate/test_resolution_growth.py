"""How the work of resolving dates grows with their number: eight times the dates, about eight times the work."""

import time

import pytest
from dated_readings import reading_of

from generator.collate.dating.dates import resolve_dates
from generator.collate.dating.publication import date_publications

SHORT, TIMES, TRIALS, ALLOWED = 6_000, 8, 3, 3  # characters; three times the growth is allowed for
NOISE = 0.05  # seconds: below it a measurement says nothing


def seconds(word: str, length: int) -> float:
    """The least processor time for the dates of one sentence of that many characters."""
    reading = reading_of(word * (length // len(word)), published="2021-01-01")
    found: list[float] = []
    for _ in range(TRIALS):
        start = time.process_time()
        resolve_dates([reading], date_publications([reading], ()), ())
        found.append(time.process_time() - start)
    return min(found)


@pytest.mark.parametrize(
    "word", ["May 3, 1921 ", "May 3 ", "44 BC ", "in the third quarter a year ago ", "Monday ", "opened in 1921 "]
)
def test_work_grows_with_the_dates(word: str) -> None:
    assert seconds(word, SHORT * TIMES) <= seconds(word, SHORT) * TIMES * ALLOWED + NOISE
