"""Names where every noun has a capital letter, as in German: what stands beside them tells them from common nouns.

In: a line. Out: which of its tokens its grammar shows to be (parts of) names. Never: takes a noun for a name that has
an article of its own somewhere in the source; the caller looks at that.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.annotate.naming.tokens import Line, Token
from generator.language.names import NameWords, name_words
from generator.language.speech import speech

LONGEST_TITLE = 6  # tokens: "Herr Prof. Dr."
FROM_A_TOWN = "er"  # "Haldener"
LONGEST_NAME = 3  # words behind a role: "Botschafterin Ida de Wit"


def has_noun_capitals(language: str) -> bool:
    """Whether the language gives every noun a capital letter."""
    return speech(language).nouns_capital


def find_nouns(line: Line) -> frozenset[str]:
    """The words of the line, in small letters, that stand behind an article or the like: common nouns."""
    words = name_words(line.language)  # "die Brimco GmbH", "die Haldener Rundschau"
    bodies = {*before_endings(line.tokens, words), *towns_before_heads(line.tokens, words)}
    numbered = enumerate(pairwise(line.tokens), start=1)
    behind = (token for at, (before, token) in numbered if before.lower in words.noun_determiners and at not in bodies)
    return frozenset(token.lower for token in behind if token.capital)


def find_proper(line: Line) -> frozenset[int]:
    """The numbers of the tokens whose neighbours show them to be names."""
    words = name_words(line.language)
    return frozenset(
        index
        for rule in (behind_titles, behind_heads, towns_before_heads, before_endings, before_small_words)
        for index in rule(line.tokens, words)
    )


def is_open(tokens: Sequence[Token], index: int, words: NameWords) -> bool:
    """Whether a word with a capital stands there that no list has as another thing."""
    if index >= len(tokens) or not tokens[index].capital or not tokens[index].spaced or tokens[index].acronym:
        return False
    known = (words.function_words, words.roles, words.calendar, words.organisation_heads, words.no_actor_heads)
    return not any(tokens[index].lower in some for some in known)


def behind_titles(tokens: Sequence[Token], words: NameWords) -> Iterator[int]:
    """What stands directly behind a courtesy, a role or a given name: "Bürgermeisterin Vosk"."""
    for index, token in enumerate(tokens):
        title = token.lower in words.courtesy or token.lower in words.roles
        if not token.capital or not (title or words.is_given(token.lower)):
            continue
        start = index + 1
        while start < min(len(tokens), index + LONGEST_TITLE) and is_title(tokens[start], words):
            start += 1
        if start + 2 < len(tokens) and tokens[start].text == "(" and tokens[start + 2].text == ")":
            start += 3  # a nickname: "Robert (Bob) Lind"
        yield from chain(tokens, start, words)


def is_title(token: Token, words: NameWords) -> bool:
    """Whether the token goes on with a title: another one, or a full stop."""
    return token.text == "." or token.lower in words.courtesy


def chain(tokens: Sequence[Token], start: int, words: NameWords) -> Iterator[int]:
    """The words with a capital that follow each other from there on, particles between them passed over."""
    at = start
    while at < min(len(tokens), start + LONGEST_NAME):
        if is_open(tokens, at, words):
            yield at
        elif tokens[at].lower not in words.particles or not is_open(tokens, at + 1, words):
            return
        at += 1


def behind_heads(tokens: Sequence[Token], words: NameWords) -> Iterator[int]:
    """A head or a word for a settlement with the name that stands behind it: "Stiftung Halden", "die Stadt Grimby".

    In a clause whose verb stands at its end an object may follow a head: "weil die Bank Kredite vergab".
    """
    ending = False
    for index, token in enumerate(tokens):
        ending = (ending or token.lower in words.verb_last) and token.text != ","
        head = token.lower in words.organisation_heads or token.lower in words.place_heads
        noun = token.lower in words.bodies or token.lower in words.settlements or token.lower in words.things
        if token.capital and not ending and is_open(tokens, index + 1, words) and (head or noun):
            yield from (index,) if head else ()
            yield from chain(tokens, index + 1, words)


def towns_before_heads(tokens: Sequence[Token], words: NameWords) -> Iterator[int]:
    """A head with the town before it: "Haldener Rundschau"."""
    for index, (token, after) in enumerate(pairwise(tokens)):
        town = token.text.endswith(FROM_A_TOWN) and is_open(tokens, index, words)
        if town and after.capital and after.spaced and after.lower in words.organisation_heads:
            yield from (index, index + 1)


def before_endings(tokens: Sequence[Token], words: NameWords) -> Iterator[int]:
    """The words before a legal ending: "Brimco GmbH"."""
    for index, token in enumerate(tokens):
        if index > 0 and token.capital and token.lower in words.legal_endings and tokens[index - 1].capital:
            yield index
            at = index - 1
            while (
                at >= max(0, index - LONGEST_NAME)
                and tokens[at].capital
                and (at == index - 1 or is_open(tokens, at, words))
            ):
                yield at
                at -= 1


def before_small_words(tokens: Sequence[Token], words: NameWords) -> Iterator[int]:
    """A head with what it is for, "Amt für Statistik"; what a place has before its name, "Bewohner von Grimby"."""
    for index, (token, small, noun) in enumerate(zip(tokens, tokens[1:], tokens[2:], strict=False)):
        if token.capital and small.text in words.head_genitives and noun.capital:
            if token.lower in words.organisation_heads:
                yield from (index, index + 2)
            elif token.lower in words.civic | words.settlements and is_open(tokens, index + 2, words):
                yield index + 2
