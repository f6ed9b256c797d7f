"""Which capitalised words are names, and which are capitalised for their place in a sentence or headline.

In: the lines of one source. Out: evidence (how each word is written where its capital says something); truth values.
Never: trusts the first word of a sentence, a headline or a shouted line without other evidence.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from generator.annotate.naming.nouns import find_nouns, find_proper, has_noun_capitals
from generator.annotate.naming.tokens import HYPHENS, Line, Token
from generator.language.loader import primary
from generator.language.names import NameWords, name_words
from generator.language.places import country, inhabitants, international_body, is_adjective, is_city, is_region
from generator.language.speech import speech, verb_forms
from generator.model import Record

LEARNED = "en"  # the language whose common words are listed: only there an unknown word at a sentence's start is a name
LONG_ENOUGH = 6  # letters: below that an ending says little ("King", "Reed")
SHOUTED_WORD = 4  # letters: a common word in capitals ("FIRE") is shouted; shorter ones may be acronyms
REPEATED_WORD = 3  # letters: "ImageImage" is one word twice, "BBBB" none
TWICE = 2


class Evidence(Record, frozen=True, kw_only=True):
    """How often each word (lower-case) stands in small letters, and capitalised where no rule of spelling asks for it.

    `opening`: how often it is capitalised in other places, `alone`: where none asks for it and no hyphen is beside it.
    `pairs`: two words that stand side by side in capitals. `proper`: what grammar shows to be a name where all nouns
    have a capital.
    """

    small: dict[str, int]
    capital: dict[str, int]
    opening: dict[str, int]
    alone: dict[str, int]
    pairs: frozenset[tuple[str, str]]
    proper: frozenset[str] = frozenset()

    def is_name(self, lower: str) -> bool:
        """Whether the word is mostly a name in this source."""
        return self.capital.get(lower, 0) > self.small.get(lower, 0)

    def is_usual(self, lower: str) -> bool:
        """Whether the source always writes the word with a capital, often enough to show that it means a name."""
        inside = self.capital.get(lower, 0)
        often = inside >= TWICE or (inside > 0 and inside + self.opening.get(lower, 0) > TWICE)
        return often and not self.small.get(lower, 0)


def weigh(lines: Iterable[Line]) -> Evidence:
    """The evidence of a whole source."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    opening: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    pairs: set[tuple[str, str]] = set()
    proper: set[str] = set()
    nouns: set[str] = set()
    for line in lines:
        if has_noun_capitals(line.language):
            nouns.update(find_nouns(line))
            proper.update(line.tokens[index].lower for index in find_proper(line))
        if line.shouted:
            continue
        words = [token for token in line.tokens if token.kind == "word"]
        small.update(token.lower for token in words if not token.capital)
        opening.update(token.lower for token in words if token.capital and (token.fresh or line.headline))
        capital.update(token.lower for token in words if token.capital and not (token.fresh or line.headline))
        alone.update(token.lower for token in standing_alone(line) if token.capital and not token.fresh)
        if not line.headline:
            capital.update(opening_a_firm(line))
            pairs.update(pairs_of(line.tokens))
    return Evidence(
        small=dict(small),
        capital=dict(capital),
        opening=dict(opening),
        alone=dict(alone),
        pairs=frozenset(pairs),
        proper=frozenset(proper - nouns),
    )


def standing_alone(line: Line) -> Iterator[Token]:
    """The words of a line outside headlines that no hyphen joins to another."""
    if line.headline:
        return
    marks = [token.text for token in line.tokens] + [""]
    for index, token in enumerate(line.tokens):
        if token.kind == "word" and not token.hyphened and marks[index + 1] not in HYPHENS:
            yield token


def opening_a_firm(line: Line) -> Iterator[str]:
    """Common words at a sentence's start that a word for a firm follows: "Peach Computers makes"."""
    words = name_words(line.language)
    firms = words.droppable_heads | words.legal_endings
    for token, after in pairwise(line.tokens):
        name = token.fresh and token.capital and token.lower not in words.organisation_heads | words.function_words
        if name and after.capital and after.spaced and after.lower in firms:
            yield token.lower


def pairs_of(tokens: Sequence[Token]) -> Iterable[tuple[str, str]]:
    """Two capitalised words side by side, the first of which no rule of spelling capitalises."""
    both = ((left, right) for left, right in pairwise(tokens) if left.capital and right.capital)
    return ((left.lower, right.lower) for left, right in both if not left.fresh)


def find_capitals(line: Line, evidence: Evidence) -> tuple[bool, ...]:
    """For each token whether it may be part of a name."""
    words = name_words(line.language)
    flags = [may_be_name(token, line, evidence, words) for token in line.tokens]
    if has_noun_capitals(line.language):
        flags = with_proper(line, flags, evidence, words)
    if line.headline:
        flags = without_strangers(line, flags, evidence, words)
    for index, (token, after) in enumerate(pairwise(line.tokens)):
        if token.lower in words.place_abbreviations and after.text == "." and not after.spaced:
            flags[index] = False
        if not flags[index] and token.capital and flags[index + 1]:
            flags[index] = belongs_to(token, after, line, evidence)
        if not flags[index] and token.capital and token.fresh and after.lower in words.acting:
            flags[index] = is_subject(token, line, evidence, words)
        if not flags[index] and token.capital and token.fresh and after.lower in words.genitives:
            flags[index] = opens_body(line.tokens, flags, index, words)
        if after.capital and flags[index] and words.is_given(token.lower) and after.spaced:
            flags[index + 1] = after.lower not in words.function_words and not (
                index > 0 and flags[index - 1] and (line.headline or line.shouted) and after.lower in words.plain_verbs
            )
    return tuple(flags)


def with_proper(line: Line, flags: Sequence[bool], evidence: Evidence, words: NameWords) -> list[bool]:
    """The flags where all nouns have a capital, with what grammar shows to be a name, and acronyms."""
    shown = find_proper(line)
    heads = words.organisation_heads | words.place_heads | words.legal_endings
    return [
        flag
        or (index in shown and (token.lower in evidence.proper or token.lower in heads))
        or (
            token.capital
            and token.lower in evidence.proper
            and not (token.lower in heads or token.lower in words.common)
        )
        or (token.acronym and not line.shouted and token.lower not in words.function_words)
        for index, (token, flag) in enumerate(zip(line.tokens, flags, strict=True))
    ]


def without_strangers(line: Line, flags: Sequence[bool], evidence: Evidence, words: NameWords) -> list[bool]:
    """A headline's flags without unknown words that stand beside a word which the running text knows as a name."""
    attested = [flag and evidence.is_name(token.lower) for token, flag in zip(line.tokens, flags, strict=True)]
    kept = list(flags)
    for index, token in enumerate(line.tokens):
        beside = any(attested[max(0, index - 1) : index + 2])
        known = attested[index] or is_known(token, line.language, words) or token.lower in words.roles
        kept[index] = flags[index] and (known or not beside or token.initial or token.acronym)
    return kept


def may_be_name(token: Token, line: Line, evidence: Evidence, words: NameWords) -> bool:
    """Whether the token by itself may be (part of) a name."""
    if token.capital and token.acronym and token.lower == "us":
        return not line.shouted
    placed = token.fresh or line.headline or line.shouted
    ending = token.acronym and token.lower in words.legal_endings  # "Lind SA", where "sa" is a small word
    small = (
        token.lower in words.function_words and (placed or token.lower not in words.organisation_heads) and not ending
    )
    if not token.capital or small or token.lower in words.calendar:
        return False
    if placed:
        return token.initial or is_likely_name(token, line, evidence, words)
    return not has_noun_capitals(line.language) or is_known(token, line.language, words)


def is_likely_name(token: Token, line: Line, evidence: Evidence, words: NameWords) -> bool:
    """Whether a word that its place capitalises is a name all the same."""
    written = evidence.capital.get(token.lower, 0) or evidence.small.get(token.lower, 0)
    if written and not has_noun_capitals(line.language):
        return evidence.is_name(token.lower)
    known = is_known(token, line.language, words)
    if token.lower in words.roles or is_common(token, words) or known or line.shouted:
        return token.lower in words.roles or (known and not is_common(token, words))
    return primary(line.language) == LEARNED and not looks_like_word(token, words)


def belongs_to(token: Token, after: Token, line: Line, evidence: Evidence) -> bool:
    """Whether a common word at a sentence's start is the first of the name that follows ("Foreign Office")."""
    words = name_words(line.language)
    if not after.spaced or line.headline or line.shouted:
        return False
    if token.lower in words.function_words:
        article = token.lower in words.definite
        return not article and is_city(f"{token.text} {after.text}", words.language)  # "Little Rock"
    if has_noun_capitals(line.language):
        return False
    if token.lower in words.calendar:
        return after.lower in words.organisation_heads
    if (token.lower, after.lower) in evidence.pairs or is_listed(f"{token.text} {after.text}", words.language):
        return True
    given = words.is_given(token.lower) and not is_common(after, words)  # "Grant Lind", "Bill Lind"
    title = token.lower in words.role_modifiers and after.lower in words.roles
    return given or title or (token.fresh and after.lower in words.organisation_heads)


def opens_body(tokens: Sequence[Token], flags: Sequence[bool], index: int, words: NameWords) -> bool:
    """Whether a sentence opens with a body's head, of and a name: "Museu do Pão"."""
    at = index + 2
    while at < len(tokens) and tokens[at].lower in words.definite and not tokens[at].capital:
        at += 1
    name = at < len(tokens) and flags[at] and tokens[at].capital
    return name and words.language != LEARNED and tokens[index].lower in words.organisation_heads


def is_subject(token: Token, line: Line, evidence: Evidence, words: NameWords) -> bool:
    """Whether an unknown word that opens a sentence before what somebody does is a name: a noun has an article there.

    In the language whose common words are listed an unknown word is a name anyway.
    """
    if words.language == LEARNED or line.headline or line.shouted:
        return False
    said = speech(words.language)
    small = (words.function_words, words.calendar, said.adverbs, said.times, said.subordinators, said.determiners)
    known = any(token.lower in one for one in (*small, verb_forms(words.language))) or is_common(token, words)
    return not known and not evidence.small.get(token.lower) and not looks_like_word(token, words)


def is_listed(name: str, language: str) -> bool:
    """Whether a gazetteer knows the phrase ("New Zealand", "United Nations")."""
    known = country(name, language) or is_region(name) or is_city(name, language)
    return bool(known or international_body(name, language))


def is_known(token: Token, language: str, words: NameWords) -> bool:
    """Whether word lists know it as a name: of a person, a country, its inhabitants or adjective, a region."""
    if words.is_given(token.lower) or token.lower in words.courtesy:
        return True
    if token.acronym and token.lower in words.no_actor_acronyms:
        return False
    if primary(language) != LEARNED and is_city(token.text, language):
        return True
    return bool(country(token.text, language) or inhabitants(token.text, language)) or (
        is_adjective(token.text) or is_region(token.text)
    )


def is_common(token: Token, words: NameWords) -> bool:
    """Whether the word is a common word of the language, or one repeated without a space ("ImageImage")."""
    lower = token.lower
    if lower in words.common or (lower.rstrip("s") in words.common and len(lower) > LONG_ENOUGH):
        return not token.acronym or len(lower) >= SHOUTED_WORD or lower in words.no_actor_acronyms
    sizes = range(REPEATED_WORD, min(len(lower) // TWICE, SHOUTED_WORD * REPEATED_WORD) + 1)
    return any(lower == lower[:size] * (len(lower) // size) and lower[:size] in words.common for size in sizes)


def looks_like_word(token: Token, words: NameWords) -> bool:
    """Whether an unknown word ends as words of the language do rather than names."""
    return len(token.text) >= LONG_ENOUGH and token.lower.endswith(tuple(words.word_endings)) and not token.acronym
