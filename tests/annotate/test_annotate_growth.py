"""How the work of finding figures, names and quotations grows where a text repeats a few letters.

Steps are counted and not seconds: the calls of functions are the same on every machine.
"""

import sys
from types import FrameType

import pytest
from making import make_source

from generator.annotate import annotate

SHORT, TIMES = 1_000, 8  # characters
ALLOWED = 2  # times the growth: what is quadratic takes eight times as much
HOSTILE = [
    ("en", "Ann Lee said “"), ("en", "“"), ("en", '"a" said '), ("en", "Ann Lee, "), ("en", "("), ("en", "the "),
    ("en", "said that "), ("en", "5 of 6 "), ("en", "— "), ("en", "''"), ("de", "Anna Lee sagte: „"),
    ("de", "Anna Lee, "), ("de", "sagte, dass "), ("de", "5 von 6 "), ("fr", "Anne Lee a dit : « "),
    ("fr", "Anne Lee, "), ("fr", "a dit que "), ("fr", "5 sur 6 "), ("fr", "« "),
]  # fmt: skip


def steps(text: str, language: str) -> int:
    """How many calls it takes to annotate a text."""
    source, count = make_source(text, language=language), 0

    def step(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(step)
    try:
        annotate(source)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(("language", "word"), HOSTILE)
def test_work_grows_with_the_repetitions(language: str, word: str) -> None:
    steps(word, language)  # word lists are loaded before anything is counted
    short, long = (steps(word * (length // len(word)), language) for length in (SHORT, SHORT * TIMES))
    assert long <= short * TIMES * ALLOWED
