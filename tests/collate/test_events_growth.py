"""How the work of finding events grows with the length of a text: eight times the sentences, about that much work."""

import time

import pytest
from marked import read_marked
from test_events import events_of, stated

SHORT, TIMES, TRIALS, ALLOWED = 40, 8, 3, 3  # sentences; three times the growth is allowed for
NOISE = 0.05  # seconds: below it a measurement says nothing


def seconds(sentence: str, count: int) -> float:
    """The least processor time for the events of so many sentences, all of them different."""
    text = " ".join(sentence.format(number) for number in range(count))
    marked = [read_marked(text, id="a", published=stated("2021-01-06"))]
    found: list[float] = []
    for _ in range(TRIALS):
        start = time.process_time()
        events_of(marked, {"a": stated("2021-01-06")})
        found.append(time.process_time() - start)
    return min(found)


@pytest.mark.parametrize(
    "sentence",
    [
        "<Ann Lee> opened mill{0} on the river{0}.",
        "She opened mill{0}.",
        "<Ann Lee> was born [in 1955=1955] and founded mill{0} [in 1976=1976].",
        "The mill{0} built by the guild and closed by the guild and sold by the guild stood.",
    ],
)
def test_work_grows_with_the_sentences(sentence: str) -> None:
    assert seconds(sentence, SHORT * TIMES) <= seconds(sentence, SHORT) * TIMES * ALLOWED + NOISE
