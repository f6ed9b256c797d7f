"""The tense of the verb nearest to a date expression.

In: the tokens of a sentence, the place of an expression. Out: a tense or None. Never: parses the sentence.
"""

from bisect import bisect_left

from generator.annotate.dates_grammar import Grammar
from generator.annotate.dates_tokens import Tokens
from generator.annotate.dates_words import tense_of
from generator.model import Tense

REACH = 25  # tokens looked at on either side: a verb further off says nothing of the expression
BORDERS = frozenset(',;:"“”„«»')  # between two clauses
AUXILIARIES = 3  # tokens before a verb in which its auxiliaries stand: "will be mended", "is expected to open"


def nearest_tense(tokens: Tokens, start: int, end: int, grammar: Grammar) -> Tense | None:
    """The tense of the nearest verb that the language's lists know; of two equally near ones the left one counts."""
    if end < len(tokens.line) and tense_of(tokens.word(end), grammar.language) == "future":
        return "future"
    if leads_ahead(tokens, start, grammar):
        return "future"
    if is_told(tokens, start, grammar):
        return "past"
    possessive = is_possessive(tokens, end)
    place = nearest_verb(tokens, start, end)
    if place is None:
        return "past" if possessive else None
    if is_planned(tokens, place, grammar):
        return "future"
    return "past" if possessive else tense_of(tokens.word(place), grammar.language)


def nearest_verb(tokens: Tokens, start: int, end: int) -> int | None:
    """The place of the nearest verb before the start or from the end on; the left one of two that are equally near."""
    before, behind = bisect_left(tokens.verbs, start) - 1, bisect_left(tokens.verbs, end)
    near = [(start - tokens.verbs[before], tokens.verbs[before])] if before >= 0 else []
    if behind < len(tokens.verbs):
        near.append((tokens.verbs[behind] - end + 1, tokens.verbs[behind]))
    distance, place = min(near, default=(REACH + 1, None))
    return place if distance <= REACH else None


def leads_ahead(tokens: Tokens, start: int, grammar: Grammar) -> bool:
    """Whether two words that plan lead up to the expression, with or without an article: "prévue pour le"."""
    pairs = (f"{tokens.word(last - 1)} {tokens.word(last)}" for last in (start - 1, start - 2) if last > 0)
    return any(pair in grammar.settings.tenses.future for pair in pairs)


def is_told(tokens: Tokens, start: int, grammar: Grammar) -> bool:
    """Whether what surrounds the expression says that it is past: "predicted on Friday"."""
    before = start - 2 if start and "On" in tokens.classes[start - 1] else start - 1
    return before >= 0 and tokens.word(before) in grammar.settings.tenses.telling


def is_possessive(tokens: Tokens, end: int) -> bool:
    """Whether the expression is a possessive, mostly of what is past: "Friday's vote"."""
    return end + 1 < len(tokens.line) and "Apostrophe" in tokens.classes[end] and "S" in tokens.classes[end + 1]


def is_one_clause(tokens: Tokens, first: int, last: int) -> bool:
    """Whether no comma and no quotation mark stands between two tokens: “We must”, said Lee."""
    return all(tokens.word(at) not in BORDERS for at in range(min(first, last), max(first, last)))


def is_planned(tokens: Tokens, place: int, grammar: Grammar) -> bool:
    """Whether a verb stands in a plan: behind "will", as in "is expected", before "to"."""
    first, last = bisect_left(tokens.verbs, place - AUXILIARIES), bisect_left(tokens.verbs, place + 2)
    planning = (at for at in tokens.verbs[first:last] if tense_of(tokens.word(at), grammar.language) == "future")
    if any(is_one_clause(tokens, at, place) for at in planning):
        return True
    pair = [tokens.word(at) for at in range(place, min(place + 2, len(tokens.line)))]
    return " ".join(pair) in grammar.settings.tenses.future
