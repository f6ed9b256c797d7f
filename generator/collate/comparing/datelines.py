"""Agencies that stand where a text says from whom it is: in its dateline, before its first words, behind its last.

"ULM (Brotfunk) - The mill burned down." "Brotfunk - The mill burned down." "The mill burned down. (Brotfunk)"

In: a reading, where an organisation is named in it. Out: whether the text is its. Never: takes an abbreviation behind
the name that it stands for, or an apposition, for a dateline.
"""

import re
from bisect import bisect_left
from collections.abc import Set as AbstractSet

from generator.model import AnnotatedSource, Sentence, Span

BEHIND_BRACKET = re.compile(r"\)\s{0,3}[-–—]{1,2}\s")
BEHIND_NAME = re.compile(r"\s{1,3}[-–—]{1,2}\s{1,3}[^\w\s]?(?=[^\W\d_])")
DASH = re.compile(r"\s[-–—]{1,2}\s")
FIRST_WORD = re.compile(r"[^\W\d_]{2,40}\b")  # in capitals a place as datelines print it
LAST_SIGNS = re.compile(r"[).]{0,4}(?:\n|\Z)")  # behind an agency that ends a text or a paragraph
ENDS = (".", "!", "?", "”", "»", '"')  # before the bracket behind the last words of a text


def is_from(reading: AnnotatedSource, named: Span, sentence: Sentence, places: AbstractSet[int]) -> bool:
    """Whether the text is that of an organisation named here; at `places` names of places begin."""
    text = reading.source.text
    if text[max(0, named.start - 1) : named.start] == "(":
        opens = (sentence.start in places or is_in_capitals(sentence)) and is_edge(reading, sentence, -1)
        if opens and BEHIND_BRACKET.match(text, named.end):
            return True
        closes = LAST_SIGNS.match(text, named.end) and sign_before(text, named.start - 1) in ENDS
        return bool(closes) and is_edge(reading, sentence, 1)
    behind = BEHIND_NAME.match(text, named.end)
    opens = named.start == sentence.start and behind is not None and text[behind.end()].isupper()
    return opens and is_edge(reading, sentence, -1) and len(DASH.findall(sentence.text)) == 1


def is_in_capitals(sentence: Sentence) -> bool:
    """Whether a sentence opens with a word in capitals, in any alphabet that has them."""
    word = FIRST_WORD.match(sentence.text)
    return word is not None and word.group().isupper()


def sign_before(text: str, end: int) -> str:
    """The last sign before a place that is no white space, "" where there is none."""
    while end > 0 and text[end - 1].isspace():
        end -= 1
    return text[max(0, end - 1) : end]


def is_edge(reading: AnnotatedSource, sentence: Sentence, step: int) -> bool:
    """Whether no sentence of its witness's running text stands before it (step -1) or behind it (1)."""
    at = bisect_left(reading.sentences, sentence.start, key=lambda one: one.start) + step
    while 0 <= at < len(reading.sentences) and reading.sentences[at].part == sentence.part:
        if reading.sentences[at].role == "body":
            return False
        at += step
    return True
