"""Whether a plural behind its article is that of a family's name: "the Linds are a family of bakers".

In: a name's tokens, its sentence and the words beside it. Out: truth values. Never: takes the plural of an unknown word
for a family without a word for relatives in the sentence: teams are called so too.
"""

from collections.abc import Sequence

from generator.annotate.naming.tokens import Token
from generator.language.names import NameWords

ENGLISH = "en"
SINGULAR_VERBS = frozenset({"has", "is", "was"})
SHORTEST = 4  # letters
NO_PLURAL = ("ss", "us", "is")
RELATIVES = frozenset({"children", "couple", "family", "heirs", "parents"})  # with the nouns for several relatives


def is_family_plural(
    tokens: Sequence[Token], sentence: Sequence[Token], before: str, after: str, words: NameWords
) -> bool:
    """Whether it is an unknown word's plural with an article, relatives are spoken of, and no one body or shares."""
    word = tokens[0]
    if words.language != ENGLISH or len(tokens) > 1 or before != "the" or word.acronym or word.possessive:
        return False
    plural = word.lower.endswith("s") and not word.lower.endswith(NO_PLURAL) and len(word.lower) >= SHORTEST
    known = word.lower[:-1] in words.common or after in SINGULAR_VERBS | words.firm_nouns
    return plural and not known and any(token.lower in words.family_nouns | RELATIVES for token in sentence)
