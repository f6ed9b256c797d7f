"""Who tells of an utterance that another witness quotes, without quoting so much of it: in scraps, or in own words.

Little agrees there word for word, so what is weighed are the words that carry matter, and who speaks and on what
occasion must be plain: one speaker, or a body and whoever speaks for it; texts of one news, or texts that have another
utterance in common.

In: quotes, bases, settings, what each witness tells. Out: the base that each retelling belongs to. Never: joins what
one witness says twice, weighs articles and auxiliaries.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from generator.collate.quoting.denials import is_turning
from generator.collate.quoting.sameness import compare_occasions, compare_speakers
from generator.collate.quoting.settings import Setting
from generator.collate.quoting.told import find_told, stem
from generator.collate.quoting.wordings import Wording
from generator.family_ids import VERBATIM
from generator.language.reports import function_words, structure_words
from generator.model import Quote, Record
from generator.spans import witness

FEWEST = 4  # words that carry matter which must agree in order: fewer are a turn of phrase
QUOTED = 0.6  # of such words of scraps in quotation marks
TOLD = 0.7  # of such words of what a source tells in its own words
COMMON = 200  # quotes with the same two words in a row: more, and they tell nothing

Pair = tuple[str, str]


class Told(Record, frozen=True, kw_only=True):
    """Quotes of one utterance, its words, and those of them that carry matter, in order, as they are compared."""

    quotes: tuple[Quote, ...]
    matter: tuple[str, ...]
    words: tuple[str, ...] = ()


class Ground(Record, frozen=True, kw_only=True):
    """What retellings are weighed by: settings of quotes by id, by witness the utterances that it renders."""

    settings: Mapping[str, Setting]
    told: Mapping[str, Collection[str]]


def matter_of(wording: Wording, language: str) -> tuple[str, ...]:
    """The words that carry matter, cut to what their forms have in common."""
    small = function_words(language)
    return tuple(stem(word) for word in wording.words if word not in small)


def find_retellings(bases: Sequence[Told], retellings: Iterable[Told], ground: Ground) -> dict[str, list[Quote]]:
    """By the id of a base the quotes that retell it, each with the base that it agrees with most."""
    holders = index_pairs(bases)
    found: dict[str, list[Quote]] = defaultdict(list)
    for told in retellings:
        near = Counter(index for pair in set(pairwise(told.matter)) for index in holders.get(pair, ()))
        matches = [(agreement(told, bases[index]), -index) for index in near if is_retold(told, bases[index], ground)]
        if matches:
            found[bases[-max(matches)[1]].quotes[0].id] += told.quotes
    return found


def index_pairs(bases: Sequence[Told]) -> dict[Pair, list[int]]:
    """The bases in which each two words in a row stand, left out those that too many have."""
    holders: dict[Pair, list[int]] = defaultdict(list)
    for index, base in enumerate(bases):
        for pair in dict.fromkeys(pairwise(base.matter)):
            holders[pair].append(index)
    return {pair: indexes for pair, indexes in holders.items() if len(indexes) <= COMMON}


def agreement(told: Told, base: Told) -> int:
    """How many words that carry matter agree in order."""
    return int(LCSseq.similarity(told.matter, base.matter))


def is_retold(told: Told, base: Told, ground: Ground) -> bool:
    """Whether a retelling is of the base's utterance, as far as words, speakers and occasion tell."""
    own, other = base.quotes[0], told.quotes[0]
    if witness(own) == witness(other) or compare_speakers(own, other, ground.settings) not in ("same", "likely"):
        return False
    shared = bool(set(ground.told.get(witness(own), ())) & set(ground.told.get(witness(other), ())))
    verbatim = other.kind in VERBATIM
    occasion = compare_occasions(ground.settings[own.id], ground.settings[other.id])
    if occasion == "apart" or (not shared and (verbatim or occasion != "one")):
        return False
    if verbatim and len(told.matter) > len(base.matter):
        return False
    if agreement(told, base) < max(FEWEST, (QUOTED if verbatim else TOLD) * len(told.matter)):
        return False
    return verbatim or not is_contradicted(told, base, ground.settings[other.id].language)


def is_contradicted(told: Told, base: Told, language: str) -> bool:
    """Whether a retelling says or denies what the base, where it tells the same, denies or says."""
    found = find_told(base.words, told.words, structure_words(language))
    if found is None:
        return False
    said = is_turning(clause_from(base.words, found.base_start, found.base_end, language), language)
    retold = is_turning(clause_from(told.words, found.start, found.end, language), language)
    return said != (retold != (told.quotes[0].cue_class == "deny"))


def clause_from(words: Sequence[str], start: int, end: int, language: str) -> Sequence[str]:
    """Some words with the small ones that stand before them ("did not", "nobody")."""
    small = structure_words(language)
    while start and (words[start - 1] in small or is_turning(words[start - 1 : start], language)):
        start -= 1
    return words[start:end]
