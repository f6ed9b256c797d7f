"""The tense of the verb nearest to a date expression.

In: the tokens of a sentence, the place of an expression. Out: a tense or None. Never: parses the sentence.
"""

from collections.abc import Sequence

from generator.annotate.dates_grammar import Grammar
from generator.annotate.dates_tokens import Token
from generator.model import Tense

REACH = 25  # tokens looked at on either side: a verb further off says nothing of the expression
AUXILIARIES = 3  # tokens before a verb in which its auxiliaries stand: "will be mended", "is expected to open"
SHORTEST_ENDING = 3  # letters before an ending: "need", "red" and "bed" are no past forms


def nearest_tense(tokens: Sequence[Token], start: int, end: int, grammar: Grammar) -> Tense | None:
    """The tense of the nearest verb that the language's lists know; of two equally near ones the left one counts."""
    for distance in range(1, REACH + 1):
        for place in (start - distance, end - 1 + distance):
            if 0 <= place < len(tokens) and (tense := tense_of(tokens[place].text, grammar)):
                before = tokens[max(0, place - AUXILIARIES) : place]
                planned = any(tense_of(token.text, grammar) == "future" for token in before)
                return "future" if planned else tense
    return None


def tense_of(word: str, grammar: Grammar) -> Tense | None:
    """The tense that a verb form speaks of, None for any other word. Capitals count: "May" is no verb."""
    tenses = grammar.settings.tenses
    if word in tenses.future:
        return "future"
    if word in tenses.present:
        return "present"
    ends_past = any(len(word) >= len(end) + SHORTEST_ENDING and word.endswith(end) for end in tenses.past_endings)
    return "past" if ends_past or word in tenses.past else None
