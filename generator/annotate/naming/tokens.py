"""Words, tags, handles and marks of a sentence, with what decides whether a capital letter says anything.

In: a sentence. Out: tokens with offsets into the stored text. Never: looks beyond the sentence.
"""

import re
from collections.abc import Sequence
from typing import Literal

from msgspec import structs

from generator.language.names import NameWords, name_words
from generator.model import Record, Sentence

TokenKind = Literal["word", "tag", "handle", "number", "mark"]

COMBINING = r"[\u0300-\u036f]"  # an accent that stands behind its letter
GARBLED = r"(?<=[ÂÃ\u0302\u0303])[\u0080-\u00bf](?=[^\W\d_])"  # inside a word that was decoded wrongly: "JosÃ©"
LETTER = rf"(?:[^\W_]|{COMBINING}|{GARBLED})"
TOKEN = re.compile(
    r"(?P<handle>@\w{2,40})"
    r"|(?P<tag>\#{1,2}\w{2,60})"
    r"|(?P<address>(?:https?://|www\.)\S{1,200}|\S{1,60}@\S{1,60}\.\w{2,10})"
    r"|(?P<word>(?:[^\W\d_]\.){2,6}|[A-Z]{1,3}&[A-Z]{1,3}(?!\w)|[A-Z]\.(?=\s)"
    rf"|[^\W\d_]{LETTER}*(?:['’ʼ][^\W\d_]{LETTER}*)*)"
    r"|(?P<number>\d+(?:[.,:]\d+)*\w*)"
    r"|(?P<mark>\S)"
)
POSSESSIVE = re.compile(r"['’ʼ][sS]$")
ELIDED = re.compile(r"([^\W\d_]{1,8}['’ʼ])(?=[^\W\d_])")
OPENING = frozenset("“„«‹‘([{")
STRAIGHT = frozenset("\"'")
RESTARTING = frozenset(":•…!?–—;|")
HYPHENS = frozenset("-‐‑")
HEADLINE_SHARE = 0.8  # of the long words: a headline in capitals has more, a sentence with many names has fewer
HEADLINE_WORDS = 3
LONG_WORD = 4
SHOUTED_SHARE = 0.7  # of all letters: a line in capitals may hold a unit or a word in small letters


class Token(Record, frozen=True, kw_only=True):
    """A word without its possessive ending, a tag without its #, a handle, a number, a mark.

    `start` and `end` are of `text` in the stored text. `fresh`: it opens a sentence, a quotation or a clause after a
    colon, so that a capital says little. `spaced`: white space or a word cut short ("l'") stands before it; `hyphened`:
    a hyphen and no space.
    """

    start: int
    end: int
    text: str
    lower: str
    kind: TokenKind
    possessive: bool
    fresh: bool
    hyphened: bool
    spaced: bool

    @property
    def capital(self) -> bool:
        """Whether a word begins with a capital letter."""
        return self.kind == "word" and self.text[0].isupper()

    @property
    def acronym(self) -> bool:
        """Whether a word is all capitals (ABC, but not I, A or U.S.)."""
        return self.kind == "word" and len(self.text) > 1 and self.text.isupper() and not self.text.endswith(".")

    @property
    def initial(self) -> bool:
        """Whether a word is a single capital with its full stop (J.)."""
        return self.kind == "word" and self.text.endswith(".") and len(self.text) == len("J.")


class Line(Record, frozen=True, kw_only=True):
    """A sentence's tokens. `headline`: so many capitals that they say nothing; `shouted`: all of it is in capitals."""

    part: str | None
    language: str
    tokens: tuple[Token, ...]
    headline: bool
    shouted: bool


def read_line(sentence: Sentence) -> Line:
    """A sentence cut into tokens."""
    words = name_words(sentence.language)
    tokens = with_hyphens(split_words(sentence.text, sentence.start, words.elided), words.hyphenated)
    return Line(
        part=sentence.part,
        language=sentence.language,
        tokens=tokens,
        headline=in_title_case(tokens, words),
        shouted=in_capitals(tokens),
    )


def split_words(text: str, offset: int, elided: frozenset[str] = frozenset()) -> tuple[Token, ...]:
    """The tokens of a text that stands at the offset; web and mail addresses are left out.

    `elided`: words cut short before a vowel ("l'"), which are tokens of their own.
    """
    tokens: list[Token] = []
    fresh, after_hyphen, end = True, False, 0
    for match in TOKEN.finditer(text):
        kind, words = match.lastgroup, match.group()
        if kind == "address":
            fresh, after_hyphen, end = False, False, match.end()
            continue
        spaced = match.start() > end or end == 0
        start, hyphened = offset + match.start(), after_hyphen and not spaced
        if kind == "word" and (size := elision(words, elided, fresh=fresh)):
            tokens.append(make_token(words[:size], start, kind, fresh=fresh, hyphened=hyphened, spaced=spaced))
            tokens.append(make_token(words[size:], start + size, kind, fresh=False, hyphened=False, spaced=True))
        else:
            tokens.append(make_token(words, start, kind, fresh=fresh, hyphened=hyphened, spaced=spaced))
        after_hyphen = words in HYPHENS and not spaced
        fresh = starts_afresh(words, spaced, before=fresh) if kind == "mark" else False
        end = match.end()
    return tuple(tokens)


def with_hyphens(tokens: Sequence[Token], hyphenated: frozenset[str]) -> tuple[Token, ...]:
    """The tokens, the three of a word that is listed with its hyphen as one: "porta-voz"."""
    found: list[Token] = []
    for token in tokens:
        found.append(token)
        if len(found) >= len(("porta", "-", "voz")) and token.hyphened:
            first, hyphen, last = found[-3:]
            if hyphen.text in HYPHENS and f"{first.lower}-{last.lower}" in hyphenated:
                found[-3:] = [joined(first, last)]
    return tuple(found)


def joined(first: Token, last: Token) -> Token:
    """Two words and the hyphen between them as one token."""
    return structs.replace(
        first,
        end=last.end,
        text=f"{first.text}-{last.text}",
        lower=f"{first.lower}-{last.lower}",
        possessive=last.possessive,
    )


def elision(word: str, elided: frozenset[str], *, fresh: bool) -> int:
    """How many letters are those of a word cut short before a vowel; 0 for a name that begins so ("D'Amico")."""
    found = ELIDED.match(word) if elided else None
    if found is None or found[1].casefold().replace("’", "'").replace("ʼ", "'") not in elided:
        return 0
    return found.end() if word[0].islower() or fresh else 0


def make_token(words: str, start: int, kind: str | None, *, fresh: bool, hyphened: bool, spaced: bool) -> Token:
    """One token, its possessive ending or # cut off."""
    signs = len(words) - len(words.lstrip("#")) if kind == "tag" else 0
    bare = POSSESSIVE.sub("", words) if kind in {"word", "tag"} else words
    return Token(
        start=start + signs,
        end=start + len(bare),
        text=bare[signs:],
        lower=bare[signs:].casefold().replace("’", "'"),
        kind=kind,  # type: ignore[arg-type]
        possessive=bare != words,
        fresh=fresh,
        hyphened=hyphened,
        spaced=spaced,
    )


def starts_afresh(mark: str, spaced: bool, *, before: bool) -> bool:
    """Whether the word after this mark may be capitalised for its place alone."""
    if mark in OPENING or mark in RESTARTING:
        return mark not in {"(", "["} or before
    if mark in STRAIGHT:
        return spaced
    return before and mark not in {",", ")", "]"}


def in_title_case(tokens: Sequence[Token], words: NameWords) -> bool:
    """Whether nearly all longer words are capitalised, a verb or small word too: a headline, and no list of names."""
    long = [token for token in tokens if token.kind == "word" and len(token.text) >= LONG_WORD]
    capitals = sum(token.capital for token in long)
    small = any(
        token.capital and not token.fresh and (token.lower in words.function_words or token.lower in words.plain_verbs)
        for token in tokens
    )
    return small and len(long) >= HEADLINE_WORDS and capitals >= HEADLINE_SHARE * len(long)


def in_capitals(tokens: Sequence[Token]) -> bool:
    """Whether nearly all letters are capitals."""
    letters = [sign for token in tokens if token.kind == "word" for sign in token.text]
    words = sum(token.kind == "word" for token in tokens)
    return words >= HEADLINE_WORDS and sum(sign.isupper() for sign in letters) >= SHOUTED_SHARE * len(letters)
