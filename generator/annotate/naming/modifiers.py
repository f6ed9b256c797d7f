"""Names that only say of what kind something else is: "an Acme plant", "the Ulm and Bremen harbours".

In: a line and the names in it. Out: which of them stand so. Never: takes the subject of a verb for one, or a name of
whose language no nouns are listed.
"""

from collections.abc import Sequence

from generator.annotate.naming.tokens import Line, Token
from generator.language.names import NameWords, name_words

Range = tuple[int, int]

DETERMINERS = frozenset({"a", "an"}) | {
    "the",
    "this",
    "that",
    "these",
    "those",
    "his",
    "her",
    "its",
    "their",
    "our",
    "my",
    "your",
}
BARE_VERB_MAY_FOLLOW = frozenset({"can", "could", "did", "do", "does", "had", "has", "have", "may", "might"}) | {
    *("let", "lets", "help", "helped", "made", "make", "makes", "saw", "see", "heard", "hear", "watch", "watched"),
    *("must", "should", "will", "would", "that"),
}  # "will Acme plant trees?", "they saw Acme plant trees"
NO_NOUN = ("ly", "ed")
NEAR = 3  # words before a name among which such a verb may stand
CONJUNCTIONS = frozenset({"and", "&", "or"})
LIST_MARKS = CONJUNCTIONS | {","}
LONGEST_LIST = 6  # names


def find_modifiers(line: Line, names: Sequence[Range]) -> frozenset[Range]:
    """Those of the names, given in order as half-open ranges of tokens, that modify a noun behind them."""
    words = name_words(line.language)
    found: set[Range] = set()
    if not words.nouns:
        return frozenset()
    for number, name in enumerate(names):
        if name not in found and modifies(line.tokens, name, words):
            found.add(name)
            found.update(listed_before(line.tokens, names[max(0, number - LONGEST_LIST) : number + 1]))
    return frozenset(found)


def modifies(tokens: Sequence[Token], name: Range, words: NameWords) -> bool:
    """Whether a noun in small letters stands directly behind the name, which is not its subject or possessor.

    "Ulm province" is Ulm: a word for a settlement says what the name itself names.
    """
    first, end = name
    if end >= len(tokens) or tokens[end - 1].possessive:
        return False
    after = tokens[end]
    if after.kind != "word" or after.capital or not after.spaced:
        return False
    if after.lower in words.function_words or after.lower in words.settlements:
        return False
    before = tokens[first - 1].lower if first > 0 else ""
    if before in words.indefinite:
        return True
    if after.lower not in words.verbs or after.lower in words.roles or after.lower in words.organisation_heads:
        return not after.lower.endswith(NO_NOUN)
    return after.lower in words.singular and not is_subject(tokens, name)


def is_subject(tokens: Sequence[Token], name: Range) -> bool:
    """Whether a verb in its bare form may follow: the name is a plural, or a verb before it asks for one."""
    first, end = name
    near = {token.lower for token in tokens[max(0, first - NEAR) : first]}
    return tokens[end - 1].lower.endswith("s") or bool(near & BARE_VERB_MAY_FOLLOW)


def listed_before(tokens: Sequence[Token], names: Sequence[Range]) -> Sequence[Range]:
    """The names that modify the same noun as the last one: one determiner stands before all of them."""
    start = len(names) - 1
    while start > 0 and len(names) - start < LONGEST_LIST:
        between = tokens[names[start - 1][1] : names[start][0]]
        if not between or any(token.lower not in LIST_MARKS for token in between):
            break
        start -= 1
    first, last = names[start][0], names[-1][0]
    joined = start < len(names) - 1 and tokens[last - 1].lower in CONJUNCTIONS
    return names[start:-1] if joined and first > 0 and tokens[first - 1].lower in DETERMINERS else ()
