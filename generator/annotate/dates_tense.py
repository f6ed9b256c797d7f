"""The tense of the verb nearest to a date expression.

In: the tokens of a sentence, the place of an expression. Out: a tense or None. Never: parses the sentence.
"""

from collections.abc import Sequence
from functools import lru_cache

from generator.annotate.dates_grammar import Grammar
from generator.annotate.dates_tokens import Token
from generator.annotate.dates_words import VOCABULARY
from generator.language.dates import date_words
from generator.model import Tense

REACH = 25  # tokens looked at on either side: a verb further off says nothing of the expression
AUXILIARIES = 3  # tokens before a verb in which its auxiliaries stand: "will be mended", "is expected to open"
SHORTEST_ENDING = 3  # letters before an ending: "need", "red" and "bed" are no past forms


def nearest_tense(tokens: Sequence[Token], start: int, end: int, grammar: Grammar) -> Tense | None:
    """The tense of the nearest verb that the language's lists know; of two equally near ones the left one counts."""
    if end < len(tokens) and tense_of(tokens[end].text, grammar.language) == "future":
        return "future"
    if is_told(tokens, start, grammar):
        return "past"
    possessive = is_possessive(tokens, end)
    for distance in range(1, REACH + 1):
        for place in (start - distance, end - 1 + distance):
            if 0 <= place < len(tokens) and (tense := tense_of(tokens[place].text, grammar.language)):
                return "future" if is_planned(tokens, place, grammar) else "past" if possessive else tense
    return "past" if possessive else None


def is_told(tokens: Sequence[Token], start: int, grammar: Grammar) -> bool:
    """Whether what surrounds the expression says that it is past: "predicted on Friday"."""
    before = start - 2 if start and "On" in tokens[start - 1].classes else start - 1
    return before >= 0 and tokens[before].text in grammar.settings.tenses.telling


def is_possessive(tokens: Sequence[Token], end: int) -> bool:
    """Whether the expression is a possessive, mostly of what is past: "Friday's vote"."""
    return end + 1 < len(tokens) and "Apostrophe" in tokens[end].classes and "S" in tokens[end + 1].classes


def is_planned(tokens: Sequence[Token], place: int, grammar: Grammar) -> bool:
    """Whether a verb stands in a plan: behind "will", as in "is expected", before "to"."""
    around = tokens[max(0, place - AUXILIARIES) : place + 2]
    if any(tense_of(token.text, grammar.language) == "future" for token in around):
        return True
    return " ".join(token.text for token in tokens[place : place + 2]) in grammar.settings.tenses.future


@lru_cache(maxsize=VOCABULARY)
def tense_of(word: str, language: str) -> Tense | None:
    """The tense that a verb form speaks of, None for any other word. Capitals count: "May" is no verb."""
    tenses = date_words(language).tenses
    if word in tenses.future:
        return "future"
    if word in tenses.present:
        return "present"
    ends_past = word[:1].islower() and any(
        len(word) >= len(end) + SHORTEST_ENDING and word.endswith(end) for end in tenses.past_endings
    )
    return "past" if ends_past or word in tenses.past else None
