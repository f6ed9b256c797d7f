"""Spelling variants of one name: transliterations that differ, letters that slipped.

In: forms with their kinds. Out: pairs of forms. Never: takes two given names, two common words or two countries for
one.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz.distance import Levenshtein

from generator.language.loader import languages
from generator.language.names import name_words
from generator.language.places import country, is_adjective
from generator.model import ActorKind

Block = tuple[str, int, str, str]  # the other words, the place of the differing one, its initial, its consonants

ONE_SLIP = 6  # letters of a word in which one may differ: shorter words are too often two names
TWO_SLIPS = 9  # letters of a word in which two may differ
SOFT = frozenset("aeiouyhw")  # letters in which transliterations differ
WRITTEN = str.maketrans({"y": "i", "j": "i", "o": "u", "w": "v", "h": None, "k": "c", "q": "c", "z": "s"})
PLAIN = name_words("en").given_names.union(*(name_words(language).common for language in languages("names")))


def spellings(kinds: Mapping[str, ActorKind]) -> Iterator[tuple[str, str]]:
    """Pairs of forms that are one name in two spellings: all words but one agree, and that one nearly does."""
    blocks: dict[Block, list[str]] = defaultdict(list)
    for form in sorted(kinds):
        if not form.startswith("@") and not country(form) and not is_adjective(form):
            for block in blocks_of(form):
                blocks[block].append(form)
    for (_, position, _, _), forms in blocks.items():
        yield from pairs_of(forms, position, kinds)


def blocks_of(form: str) -> Iterator[Block]:
    """Where a form is compared. A first or only word must keep its consonants; a later one only its initial."""
    words = form.split()
    for position, word in enumerate(words):
        rest = " ".join((*words[:position], "*", *words[position + 1 :]))
        yield rest, position, word[0], "" if position else consonants(word)


def pairs_of(forms: Sequence[str], position: int, kinds: Mapping[str, ActorKind]) -> Iterator[tuple[str, str]]:
    """The pairs of one block."""
    by_length = sorted(forms, key=lambda form: (len(form), form))
    for index, left in enumerate(by_length):
        for right in by_length[index + 1 :]:
            if len(right) - len(left) > len("xx"):
                break
            alike = kinds[left] == kinds[right] or {kinds[left], kinds[right]} == {"group", "organisation"}
            if alike and is_variant(left.split()[position], right.split()[position]):
                yield left, right


def is_variant(left: str, right: str) -> bool:
    """Whether two words are one in two spellings.

    >>> is_variant("tchaikovsky", "tchaykovsky"), is_variant("lind", "lund"), is_variant("miller", "millers")
    (True, False, False)
    """
    shorter = min(len(left), len(right))
    slips = 2 if shorter >= TWO_SLIPS else 1
    if shorter < ONE_SLIP or f"{left}s" == right or f"{right}s" == left or {left, right} <= PLAIN:
        return False
    return Levenshtein.distance(left, right, score_cutoff=slips) <= slips


def consonants(word: str) -> str:
    """What transliterations keep: the consonants, each once where doubled.

    >>> consonants("tchaikovsky"), consonants("lassen")
    ('tckvsk', 'lsn')
    """
    hard = [letter for letter in word if letter not in SOFT]
    return "".join(letter for index, letter in enumerate(hard) if index == 0 or hard[index - 1] != letter)


def sound_alike(left: str, right: str) -> bool:
    """Whether two words differ only in how sounds are written: a letter doubled, an h, y for i, o for u, w for v.

    >>> sound_alike("tehran", "teheran"), sound_alike("hamburg", "homburg")
    (True, False)
    """
    return sounds(left) == sounds(right)


def sounds(word: str) -> str:
    """A word with one letter for each sound that is written in several ways, and each letter once where doubled."""
    plain = word[0] + word[1:].translate(WRITTEN)
    return "".join(letter for index, letter in enumerate(plain) if index == 0 or plain[index - 1] != letter)
