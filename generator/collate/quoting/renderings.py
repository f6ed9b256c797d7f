"""Renderings: the quotations that give the words of one utterance, around the longest of them.

In: annotated sources, quotes with their speakers, actors. Out: bases with their members. Never: joins what different
people said, or what one witness says twice; a group grows around its longest reading and never along a chain.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from generator.collate.quoting.denials import is_denied
from generator.collate.quoting.likeness import compare_words
from generator.collate.quoting.sameness import (
    RENDERED_WORDS,
    compare_occasions,
    compare_speakers,
    is_echo,
    is_one_utterance,
)
from generator.collate.quoting.settings import Setting, read_settings
from generator.collate.quoting.wordings import Wording, join_wordings, read_wording
from generator.family_ids import VERBATIM
from generator.model import Actor, AnnotatedSource, Quote, Record
from generator.spans import witness

FEWEST_WORDS = 4  # fewer words are anybody's
MOST_WORDS = 2000  # a longer "quotation" is a mark that was never closed, and slow to compare
GRAM = 3  # words in a row that two readings must share to be compared
COMMON = 200  # wordings that share three words in a row: more, and they are a phrase of the language
HALF = 0.5  # of a piece must stand in the base, where all pieces of an utterance together match it

Gram = tuple[str, ...]
Kind = tuple[Wording, str, str | None, str | None, Setting, int]
Groups = dict[Quote, tuple[Quote, ...]]  # by base the other quotes that render its utterance


class Unit(Record, frozen=True, kw_only=True):
    """What is compared with a base: one quote, or all pieces of an utterance joined."""

    quotes: tuple[Quote, ...]
    wording: Wording

    @property
    def words(self) -> tuple[str, ...]:
        """Its words in order."""
        return self.wording.words


class Field(Record, frozen=True, kw_only=True):
    """All that can be compared: wordings by quote id, units, which of them hold three words in a row, settings."""

    wordings: Mapping[str, Wording]
    units: tuple[Unit, ...]
    grams: Mapping[Gram, tuple[int, ...]]
    settings: Mapping[str, Setting]


def group_renderings(field: Field) -> Groups:
    """The quotes that render the words of each base, the longest base first."""
    groups: Groups = {}
    taken: set[str] = set()
    told: dict[str, set[str]] = defaultdict(set)  # by witness: the bases of the utterances that it renders
    alone: set[Kind] = set()  # of bases that nobody else renders: a text may repeat one quotation without end
    for base in sorted(field.units, key=order_of_bases):
        own = base.quotes[0]
        if len(base.quotes) > 1 or len(base.words) < FEWEST_WORDS or own.id in taken:
            continue
        kind = kind_of(base, field, told)
        found = find_alike(base, field, taken, told) if kind not in alone else ()
        if all(witness(quote) == witness(own) for quote in found):
            alone.add(kind)
            continue
        members = with_one_speaker(own, found, field.settings)
        if any(witness(quote) != witness(own) for quote in members):
            groups[own] = members
            taken.update(quote.id for quote in (own, *members))
            for quote in (own, *members):
                told[witness(quote)].add(own.id)
    return groups


def kind_of(base: Unit, field: Field, told: Mapping[str, set[str]]) -> Kind:
    """All of a base that decides whether another witness renders it.

    While its own witness tells no further utterance, a second one of its kind finds nobody where the first did not:
    quotes are only ever taken.
    """
    own = base.quotes[0]
    wording = replace(base.wording, places=())
    return wording, witness(own), own.speaker, own.speaker_text, field.settings[own.id], len(told.get(witness(own), ()))


def order_of_bases(unit: Unit) -> tuple[int, int, str, int]:
    """The longest first, of equally long ones that with the fewest marks of an editor, then by source and start."""
    return *rank_of_base(unit.wording), unit.quotes[0].source, unit.quotes[0].start


def rank_of_base(wording: Wording) -> tuple[int, int]:
    """What makes a wording a base: many words, few marks of an editor."""
    return -len(wording.words), len(wording.added) + len(wording.gaps)


def make_field(readings: Sequence[AnnotatedSource], quotes: Sequence[Quote], actors: Sequence[Actor]) -> Field:
    """The quotes, ready to be compared; the units are of those in quotation marks."""
    direct = sorted(
        (quote for quote in quotes if quote.kind in VERBATIM), key=lambda quote: (quote.source, quote.start)
    )
    wordings = {quote.id: read_wording(quote.text, quote.start) for quote in quotes}
    units = list_units(direct, wordings)
    settings = read_settings(readings, quotes, actors)
    return Field(wordings=wordings, units=units, grams=index_grams(units), settings=settings)


def list_units(quotes: Sequence[Quote], wordings: Mapping[str, Wording]) -> tuple[Unit, ...]:
    """Each quote that is not too long as a unit, and each utterance of several pieces."""
    utterances: dict[str, list[Quote]] = defaultdict(list)
    for quote in quotes:
        utterances[quote.utterance].append(quote)
    groups = [(quote,) for quote in quotes] + [tuple(pieces) for pieces in utterances.values() if len(pieces) > 1]
    units = (Unit(quotes=group, wording=join_wordings([wordings[quote.id] for quote in group])) for group in groups)
    return tuple(unit for unit in units if len(unit.words) <= MOST_WORDS)


def grams_of(words: Sequence[str]) -> Iterator[Gram]:
    """Every three words in a row."""
    return (tuple(words[index : index + GRAM]) for index in range(len(words) - GRAM + 1))


def index_grams(units: Sequence[Unit]) -> dict[Gram, tuple[int, ...]]:
    """The units in which each three words in a row stand, left out those that too many different wordings share."""
    holders: dict[Gram, dict[int, None]] = defaultdict(dict)
    for index, unit in enumerate(units):
        for gram in grams_of(unit.words):
            holders[gram][index] = None
    return {
        gram: tuple(indexes)
        for gram, indexes in holders.items()
        if len(indexes) <= COMMON or len({units[index].words for index in indexes}) <= COMMON
    }


def find_alike(base: Unit, field: Field, taken: set[str], told: Mapping[str, set[str]]) -> Sequence[Quote]:
    """The quotes that render the base's utterance, whoever speaks, sorted.

    The base's own witness may echo it, too. A quote of another family is left there. Where the same was said again on
    another occasion, a witness of which no day is known may mean either, and is left out.
    """
    own = base.quotes[0]
    near = Counter(index for gram in set(grams_of(base.words)) for index in field.grams.get(gram, ()))
    found: dict[str, Quote] = {}
    again = False
    for index in sorted(near):
        unit = field.units[index]
        if not is_worth_comparing(unit, base, near[index], field):
            continue
        again = again or is_said_again(unit, base, field)
        free = [quote for quote in unit.quotes if quote.id not in taken and quote.id != own.id]
        if free and renders(unit, base, field, told):
            found |= {quote.id: quote for quote in free if len(unit.quotes) == 1 or stands_in(quote, base, field)}
    again = again or is_parted([field.settings[id] for id in found])
    if again and field.settings[own.id].day is None:
        return ()
    certain = (quote for quote in found.values() if not again or field.settings[quote.id].day)
    return sorted(certain, key=lambda quote: (quote.source, quote.start))


def is_worth_comparing(unit: Unit, base: Unit, shared: int, field: Field) -> bool:
    """Whether two wordings that share so many stretches of three words can be one utterance at all.

    What one person said, told in other words, may share one stretch only.
    """
    speakers = compare_speakers(unit.quotes[0], base.quotes[0], field.settings)
    retold = speakers == "same" and min(len(unit.words), len(base.words)) >= RENDERED_WORDS
    return speakers != "different" and (shared > 1 or retold)


def renders(unit: Unit, base: Unit, field: Field, told: Mapping[str, set[str]]) -> bool:
    """Whether a unit is the base's utterance. Two witnesses that share another utterance report one occasion."""
    own, other = base.quotes[0], unit.quotes[0]
    likeness = compare_words(unit.wording, base.wording)
    if witness(own) == witness(other):
        return len(unit.quotes) == 1 and is_echo(likeness)
    met = told.get(witness(own), set()) & told.get(witness(other), set())
    occasion = compare_occasions(field.settings[own.id], field.settings[other.id])
    occasion = "shared" if met and occasion != "apart" else occasion
    speakers = compare_speakers(own, other, field.settings)
    if speakers != "same" and is_denied(unit.wording, base.wording, field.settings[own.id].language):
        return False
    return is_one_utterance(likeness, speakers, occasion)


def is_said_again(unit: Unit, base: Unit, field: Field) -> bool:
    """Whether a unit has the base's words, but dates them to another occasion."""
    own, other = base.quotes[0], unit.quotes[0]
    if compare_occasions(field.settings[own.id], field.settings[other.id]) != "apart":
        return False
    speakers = compare_speakers(own, other, field.settings)
    return is_one_utterance(compare_words(unit.wording, base.wording), speakers, "unknown")


def is_parted(settings: Sequence[Setting]) -> bool:
    """Whether one of several texts has another occasion in view than the first of them."""
    dated = sorted((setting for setting in settings if setting.day), key=lambda setting: (setting.day, setting.dated))
    return any(compare_occasions(dated[0], setting) == "apart" for setting in dated[1:])


def stands_in(quote: Quote, base: Unit, field: Field) -> bool:
    """Whether a piece of a matching utterance itself stands in the base."""
    return stand_in(field.wordings[quote.id], base.wording)


def stand_in(piece: Wording, base: Wording) -> bool:
    """Whether at least half of a piece stands in the base, and some of it in a row."""
    likeness = compare_words(piece, base)
    return likeness.containment >= HALF and likeness.run >= min(GRAM, likeness.shorter)


def with_one_speaker(base: Quote, members: Sequence[Quote], settings: Mapping[str, Setting]) -> tuple[Quote, ...]:
    """The members without those of another speaker than the base's, or than most members' where it names none.

    Whoever is known by a pronoun alone is not set against a name, nor a body against the one who speaks for it. Where
    several speak for the base's, the one whom most name is heard.
    """
    named = [quote for quote in (base, *members) if quote.speaker and settings[quote.id].by_name]
    voices = [quote for quote in named if base.speaker in settings[quote.id].bodies] if base in named else []
    speaker = most_named(voices) or (base.speaker if base in named else most_named(named))
    heard = next((quote for quote in named if quote.speaker == speaker), None)
    return tuple(quote for quote in members if heard is None or compare_speakers(quote, heard, settings) != "different")


def most_named(quotes: Sequence[Quote]) -> str | None:
    """The speaker that most of the quotes have; of equally many the first by id."""
    named = Counter(quote.speaker for quote in quotes if quote.speaker)
    return min(named, key=lambda speaker: (-named[speaker], speaker), default=None)
