"""What a figure is the figure of, in a source's own words: those around the number, which itself is left out.

"The repair would cost 3.5 million crowns" is called "The repair would cost … crowns": so the name of a quantity gives
no one's number before another's.

In: a sentence, a quantity in it. Out: the words before and behind the number. Never: words of another clause, words
beside the source's own.
"""

import re
from collections.abc import Sequence

from generator.collate.parsing.clauses import divide
from generator.collate.shingles import WORD, fold
from generator.language.credits import credit_words
from generator.language.figures import figure_words
from generator.language.reports import function_words, report_words
from generator.language.speech import speech, verb_forms
from generator.model import FigureFrame, Quantity, Sentence, Span

BEFORE = 6  # words before the number: mostly a subject and its verb
BEHIND, ALONE = 3, 6  # words behind what is counted; more where nothing stands before the number
TORN = 2  # last words that may be the beginning of a phrase, where more of it was cut off
FEW = 2  # words before the number that say nothing of what is counted
LONG_NUMBER = 4  # letters of a number word that makes a longer word one that stands for a number: "zwanzigtausend"

Words = Sequence[re.Match[str]]


def find_frame(sentence: Sentence, first: Quantity, last: Quantity) -> FigureFrame:
    """The words of its clause around a quantity; `last` is the other end of a range, else the quantity itself."""
    start, end = first.start - sentence.start, last.end - sentence.start
    clause = next(piece for piece in divide(sentence.text, sentence.language, ()) if start < piece.end)
    before = list_before([*WORD.finditer(sentence.text, clause.start, start)], sentence.language)
    counted = list_counted([*WORD.finditer(sentence.text, last.start - sentence.start, end)], sentence.language)
    following = [*WORD.finditer(sentence.text, end, max(clause.end, end))]
    behind = trim(shorten(following, before, sentence.language), sentence.language)
    return FigureFrame(before=cut_words(sentence, before), behind=cut_words(sentence, [*counted, *behind]))


def list_before(words: Words, language: str) -> Words:
    """The words before a number behind the last verb of saying and what has another number.

    Where they do not begin with their clause, they begin with no small word but an article.
    """
    folded = [fold(word.group()) for word in words]
    said = max((number for number, word in enumerate(folded) if word in verb_forms(language)), default=-1)
    said = next((n for n in range(said + 1, len(words)) if said >= 0 and folded[n] in speech(language).that), said)
    other = max((number for number, word in enumerate(folded) if is_number(word, language)), default=-1)
    joins = speech(language).conjunctions
    behind = next((n for n in range(other + 1, len(words)) if folded[n] in joins), other) if other >= 0 else -1
    first = max(said + 1, behind + 1, len(words) - BEFORE)
    small = (function_words(language) if first else report_words(language).clauses) - credit_words(language).articles
    opens = (number for number in range(first, len(words)) if folded[number] not in small)
    return words[next(opens, len(words)) :]


def list_counted(words: Words, language: str) -> Words:
    """The words of a quantity behind its number: what is counted or measured."""
    number = (n for n, word in enumerate(words) if is_number(fold(word.group()), language))
    return words[max(number, default=-1) + 1 :]


def is_number(word: str, language: str) -> bool:
    """Whether a word is a number in digits or letters, or is put together from one."""
    known = figure_words(language)
    values = known.numbers.keys() | known.multipliers.keys() | known.magnitudes.keys()
    if word in values or any(letter.isdigit() for letter in word):
        return True
    return known.written_together and any(len(value) >= LONG_NUMBER and value in word for value in values)


def shorten(words: Words, before: Words, language: str) -> Words:
    """The words behind a number that belong to it, up to a second predicate where a first stands before the number.

    What is cut off within a phrase goes as a whole: "… sacks in recent years" is "… sacks", not "… sacks in recent".
    """
    limit, folded = ALONE, [fold(word.group()) for word in words]
    if len(before) > FEW:
        joins = speech(language).conjunctions
        words = words[: next((number for number, word in enumerate(folded) if word in joins), len(words))]
        limit = BEHIND
    if len(words) <= limit:
        return words
    small = function_words(language)
    last = next((number for number in range(limit - 1, 0, -1) if folded[number] in small), 0)
    return words[:last] if last >= limit - TORN else words[:limit]


def trim(words: Words, language: str) -> Words:
    """The words without small words and numbers at their end."""
    small = function_words(language)
    last = len(words)
    while last and (fold(words[last - 1].group()) in small or is_number(fold(words[last - 1].group()), language)):
        last -= 1
    return words[:last]


def cut_words(sentence: Sentence, words: Words) -> Span | None:
    """The passage from the first to the last of some words, None of none."""
    if not words:
        return None
    start, end = words[0].start(), words[-1].end()
    return Span(
        source=sentence.source, part=sentence.part, start=sentence.start + start, end=sentence.start + end,
        text=sentence.text[start:end],
    )  # fmt: skip


def in_words(frame: FigureFrame) -> str:
    """A frame as a phrase with a gap for the number.

    >>> in_words(FigureFrame(before=None, behind=Span(source="a", part=None, start=4, end=9, text="sacks")))
    '… sacks'
    """
    pieces = (frame.before.text if frame.before else "", "…", frame.behind.text if frame.behind else "")
    return " ".join(" ".join(pieces).split())
