"""Figures that a source names and does not give: one that it refuses for another, one in what someone denies.

"The bridge cost £6 million, not £4 million" gives six. "The guild denied that four ovens closed" gives none.

In: a reading, its figures. Out: what is denied in it, whether it gives a figure. Never: says which figure is right.
"""

import re
from collections.abc import Sequence
from functools import cache

from generator.collate.shingles import WORD, fold
from generator.language.credits import credit_words
from generator.language.figures import figure_words
from generator.language.reports import is_negation
from generator.language.speech import speech
from generator.model import AnnotatedSource, Quantity, Quotation, Sentence
from generator.spans import contains, sentence_at, within

REACH = 60  # characters before a figure in which a refusal and the small words behind it stand
SMALL = 2  # articles and prepositions between a refusal and the figure: "not for the £4 million"
NEAR = 2  # words before a verb of denial that may turn it: "has never denied"
NOTHING = r"(?!)"  # matches nowhere


def is_given(sentence: Sentence, figure: Quantity, denied: Sequence[Quotation]) -> bool:
    """Whether the source gives a figure that it names; `denied` is what it reports as denied."""
    inside = any(contains(quote, figure) for quote in within(denied, figure.start, figure.end))
    return not inside and not is_refused(sentence, figure)


def is_refused(sentence: Sentence, figure: Quantity) -> bool:
    """Whether a word that puts something aside stands before a figure ("not", "rather than"), and no "if" before that.

    A preposition between them is read only where a contrast opens ("for £6 million, not for £4 million"): elsewhere the
    word may turn the verb ("has not in two years").
    """
    end = figure.start - sentence.start
    found = refusal(sentence.language).search(fold(sentence.text[max(0, end - REACH) : end]))
    if found is None:
        return False
    small = found["small"].split()
    return bool(found["border"]) or all(word in credit_words(sentence.language).articles for word in small)


@cache
def refusal(language: str) -> re.Pattern[str]:
    """A word that puts aside what follows, with the mark or conjunction that opens a contrast before it."""
    words = speech(language)
    small = one_of(credit_words(language).articles | words.prepositions)
    joins, refusals = one_of(words.conjunctions), one_of(figure_words(language).refusals)
    no_if = "".join(rf"(?<!(?<!\w){re.escape(word)} )" for word in sorted(figure_words(language).ifs))
    return re.compile(
        rf"(?P<border>[,;:(–—-]\s*|(?<!\w){joins}\s+)?{no_if}(?<!\w){refusals}"
        rf"\s+(?P<small>(?:{small}\s+){{0,{SMALL}}})$"
    )


def one_of(words: frozenset[str]) -> str:
    """A pattern for any of some words, the longest first; one that matches nowhere of none."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, ordered))})" if ordered else NOTHING


def list_denied(reading: AnnotatedSource) -> list[Quotation]:
    """What a source reports as denied, in text order; what no one denies ("never denied") is none of it."""
    denials = (quote for quote in reading.quotations if quote.kind == "indirect" and quote.cue_class == "deny")
    return [quote for quote in denials if not is_turned(reading, quote)]


def is_turned(reading: AnnotatedSource, quote: Quotation) -> bool:
    """Whether a negation stands beside the verb of denial."""
    cue = quote.cue_span
    sentence = sentence_at(reading.sentences, cue.start) if cue else None
    if cue is None or sentence is None:
        return False
    before = [*WORD.finditer(sentence.text, 0, cue.start - sentence.start)][-NEAR:]
    behind = [*WORD.finditer(sentence.text, cue.end - sentence.start)][:1]
    return any(is_negation(fold(word.group()), sentence.language) for word in (*before, *behind))
