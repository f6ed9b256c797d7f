"""What each token does in or around a noun phrase, told by the small words of its language, not by a dictionary.

In: tokens, the words of a language. Out: one role a token. Never: looks further than one token to either side.
"""

from collections.abc import Sequence
from typing import Literal

from generator.annotate.quoting.tokens import Token
from generator.language.speech import Speech, VerbForm

Role = Literal["stop", "preposition", "and", "determiner", "noun", "pronoun", "time", "adverb", "joiner"]

JOINERS = frozenset("&/’'.#$£€%")
HYPHEN = "-"  # behind a word; behind a space it is a dash


def find_roles(tokens: Sequence[Token], words: Speech, forms: dict[str, VerbForm]) -> tuple[Role, ...]:
    """The role of each token. A word that no list knows is a noun: names, nouns and adjectives are not told apart."""
    befores = [None, *tokens]
    roles = [role_of(token, before, words, forms) for before, token in zip(befores, tokens, strict=False)]
    return tuple(without_verbs(tokens, roles) if words.nouns_capital else roles)


def without_verbs(tokens: Sequence[Token], roles: list[Role]) -> list[Role]:
    """The roles where all nouns have a capital: other unlisted words are adjectives before a noun or behind an article,
    but never behind a noun; else they are verbs or adverbs, which stop a noun phrase."""
    found = list(roles)
    for index in range(len(tokens) - 1, -1, -1):
        if roles[index] != "noun" or tokens[index].is_capital or not tokens[index].word.isalpha():
            continue
        behind_noun = index > 0 and roles[index - 1] == "noun" and tokens[index - 1].is_capital
        behind_article = index > 0 and roles[index - 1] == "determiner"
        before_noun = index + 1 < len(tokens) and found[index + 1] == "noun"
        if behind_noun or not (behind_article or before_noun):
            found[index] = "stop"
    return found


def role_of(token: Token, before: Token | None, words: Speech, forms: dict[str, VerbForm]) -> Role:
    """The role of one token, beside the one before it."""
    if not token.is_word:
        glued = token.text == HYPHEN and before is not None and before.is_word and before.end == token.start
        return "joiner" if token.text in JOINERS or glued else "stop"
    if token.word == "'s":
        return "joiner"
    return listed_role(token.word, words) or unlisted_role(token, before, words, forms)


def listed_role(word: str, words: Speech) -> Role | None:
    """The role of a small word, None where it is in no list."""
    lists: tuple[tuple[Role, frozenset[str]], ...] = (
        ("determiner", words.determiners),
        ("pronoun", words.pronouns),
        ("and", words.conjunctions),
        ("preposition", words.prepositions),
        ("stop", words.subordinators),
        ("stop", words.auxiliaries),
        ("stop", words.relatives),
        ("time", words.times),
    )
    return next((role for role, listed in lists if word in listed), None)


def unlisted_role(token: Token, before: Token | None, words: Speech, forms: dict[str, VerbForm]) -> Role:
    """The role of a word that is in no list of small words."""
    if token.is_capital and not opens_otherwise(token, before, words, forms):
        return "noun"
    described = before is not None and before.sentence == token.sentence and describes(before, words)
    if is_verbal(token.word, words, forms) and not described:
        return "stop"
    return "adverb" if token.word in words.adverbs or ends_in(token.word, words.adverb_endings) else "noun"


def opens_otherwise(token: Token, before: Token | None, words: Speech, forms: dict[str, VerbForm]) -> bool:
    """Whether a capital only opens a text or sentence: a verb's at the beginning of a line, an adverb's anywhere."""
    opens = before is None or before.sentence != token.sentence
    return (before is None and token.word in forms) or (opens and token.word in words.adverbs)


def is_verbal(word: str, words: Speech, forms: dict[str, VerbForm]) -> bool:
    """Whether a word in lower case is a verb, by list or by its ending."""
    form = forms.get(word)
    reports = form is not None and form.shape != "bare" and word not in words.also_nouns
    return word in words.verbs or reports or ends_in(word, words.verb_endings)


def ends_in(word: str, endings: tuple[str, ...]) -> bool:
    """Whether a word has one of the endings; no word has an empty one."""
    return bool(endings) and word.endswith(endings)


def describes(before: Token, words: Speech) -> bool:
    """Whether the word before a participle shows it to be an adjective: "a retired baker", "of unnamed officials"."""
    word = before.word
    explains = word in words.appositives and word not in words.relatives
    return word == "'s" or explains or word in words.determiners or word in words.prepositions
