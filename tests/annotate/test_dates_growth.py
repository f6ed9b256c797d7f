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
from generator.language.date_order import printed_order
from generator.language.loader import languages

SHORT, TIMES, TRIALS, ALLOWED = 8_000, 8, 3, 3
NOISE = 0.05  # seconds: below it a measurement says nothing
HOSTILE = [
    "1 ", "9", "3-", "1:", "1.", "a.m.", "a. ", "'", "May ", "May 3, ", "May 3-", "the last ", "early in the ",
    "two and two ", "nineteen ninety ", "1921, ", "twenty-", "(", "\u00a0", "Mo. ", "d'",
    "1-1-", "1/1/", "14 h ", "3/4/2021 ", "1.\u00ba", "of 1812 ", "last Oct. ",
]  # fmt: skip


def seconds(word: str, length: int, language: str) -> float:
    """The least processor time for one sentence of that many characters."""
    text = word * (length // len(word))
    source = make_source(text, language=language)
    sentence = msgspec.structs.replace(find_sentences(make_source("A", language=language))[0], text=text, end=len(text))
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
    words = "3 de mayo 2021 l'année 1970er Jahre 12/3/2020 il y a rue du 8 à 14 h 30 por la 80er los años '80 "
    short, long = seconds(words, SHORT, language), seconds(words, SHORT * TIMES, language)
    assert long <= short * TIMES * ALLOWED + NOISE


@pytest.mark.parametrize("text", ["1/1/", "3/4/2021 ", "1-1-2021", "13/4/21,", "/" * 4])
def test_the_order_of_dates_is_found_in_linear_time(text: str) -> None:
    def least(length: int) -> float:
        found: list[float] = []
        for _ in range(TRIALS):
            start = time.process_time()
            printed_order(text * (length // len(text)))
            found.append(time.process_time() - start)
        return min(found)

    assert least(SHORT * TIMES * TIMES) <= least(SHORT * TIMES) * TIMES * ALLOWED + NOISE
