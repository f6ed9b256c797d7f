"""Words that tell one thing though no letter of them agrees: a post that is "removed" here is "hidden" there.

In: a BCP 47 tag, words. Out: the names of the groups that stand in them. Never: finds that two texts tell the same.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

import msgspec

from generator.language.loader import load
from generator.model import Record

Words = frozenset[str]


class AkinWords(Record, frozen=True, kw_only=True):
    """A data file: groups of words, each by a name, in all forms that are looked for, in lower case."""

    groups: Mapping[str, tuple[str, ...]] = msgspec.field(default_factory=dict)


class Lexicon(Record, frozen=True, kw_only=True):
    """The groups of a language by word, and an expression that finds their words, None where it has none."""

    group_of: dict[str, str]
    pattern: re.Pattern[str] | None


@cache
def lexicon(language: str) -> Lexicon:
    """The groups of a language, none where it has no file."""
    words: AkinWords = load("akin", language, AkinWords)
    group_of = {form: group for group, forms in words.groups.items() for form in forms}
    longest = sorted(group_of, key=lambda form: (-len(form), form))
    pattern = re.compile(rf"(?<![\w'])(?:{'|'.join(map(re.escape, longest))})(?![\w'])") if longest else None
    return Lexicon(group_of=group_of, pattern=pattern)


def find_akin(wording: str, language: str) -> Iterator[tuple[str, str]]:
    """The words of groups in some words in lower case, each with its group's name; of two that overlap the first.

    >>> list(find_akin("the tweet was taken down", "en"))
    [('tweet', 'post'), ('taken down', 'remove')]
    """
    known = lexicon(language)
    for found in known.pattern.finditer(wording) if known.pattern else ():
        yield found.group(), known.group_of[found.group()]
