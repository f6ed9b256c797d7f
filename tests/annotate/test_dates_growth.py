"""How the work of finding dates grows with the text: eight times the text, about eight times the work.

The least of several measurements of processor time counts, and three times the growth is allowed for: what is quadratic
would take sixty-four times as long.
"""

import time

import msgspec
import pytest
from making import make_source

from generator.annotate.dates import find_in_sentence
from generator.annotate.sentences import find_sentences
from generator.language.loader import languages

SHORT, TIMES, TRIALS, ALLOWED = 8_000, 8, 3, 3
NOISE = 0.05  # seconds: below it a measurement says nothing
HOSTILE = [
    "1 ", "9", "3-", "1:", "1.", "a.m.", "a. ", "'", "May ", "May 3, ", "May 3-", "the last ", "early in the ",
    "two and two ", "nineteen ninety ", "1921, ", "twenty-", "(", "\u00a0", "Mo. ", "d'",
]  # fmt: skip


def seconds(word: str, length: int, language: str) -> float:
    """The least processor time for one sentence of that many characters."""
    text = word * (length // len(word))
    source = make_source(text, language=language)
    sentence = msgspec.structs.replace(
        find_sentences(make_source("A", language=language))[0], text=text, end=len(text)
    )
    found: list[float] = []
    for _ in range(TRIALS):
        start = time.process_time()
        for _ in find_in_sentence(source, sentence):
            pass
        found.append(time.process_time() - start)
    return min(found)


@pytest.mark.parametrize("word", HOSTILE)
def test_work_grows_with_the_text(word: str) -> None:
    short, long = seconds(word, SHORT, "en"), seconds(word, SHORT * TIMES, "en")
    assert long <= short * TIMES * ALLOWED + NOISE


@pytest.mark.parametrize("language", languages("dates"))
def test_work_grows_with_the_text_in_every_language(language: str) -> None:
    words = "3 de mayo 2021 l'année 1970er Jahre 12/3/2020 il y a "
    short, long = seconds(words, SHORT, language), seconds(words, SHORT * TIMES, language)
    assert long <= short * TIMES * ALLOWED + NOISE
