"""Families: one utterance as several witnesses tell it.

In: annotated sources, quotes with their speakers, actors. Out: families, sorted. Never: compares words itself.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from generator.collate.quoting.renderings import Field, Groups, group_renderings, make_field, rank_of_base, stand_in
from generator.collate.quoting.retellings import Ground, Told, find_retellings, matter_of
from generator.collate.quoting.settings import Setting
from generator.collate.quoting.variants import compare_readings
from generator.collate.quoting.wordings import Wording, join_wordings, read_wording
from generator.family_ids import VERBATIM, family_id
from generator.model import Actor, AnnotatedSource, Family, Quote, Reading, Variant
from generator.spans import witness

Pieces = tuple[Quote, ...]  # of one utterance, in text order

PLAIN = Setting()
NONE: Mapping[str, Setting] = {}


def group_families(
    readings: Sequence[AnnotatedSource], quotes: Sequence[Quote], actors: Sequence[Actor] = ()
) -> tuple[Family, ...]:
    """The families of at least two witnesses, sorted by id. They do not depend on the order of readings and quotes.

    First those who quote an utterance at length; then those who quote scraps of it; then those who tell it in their
    own words, also where only one witness quotes it.
    """
    field = make_field(readings, quotes, actors)
    groups = dict(group_renderings(field))
    ground = Ground(settings=field.settings, told=list_told(groups))
    scraps = left_over(utterances_of(quotes, VERBATIM), groups)
    groups |= {quote: () for pieces in scraps for quote in pieces}
    groups = add(groups, find_retellings(tell(groups, field), [tell_of(one, field) for one in scraps], ground))
    reported = [tell_of(pieces, field) for pieces in utterances_of(quotes, ("indirect",))]
    groups = add(groups, find_retellings(tell(groups, field), reported, ground))
    families = (
        make_family(base, members, field.wordings, field.settings) for base, members in groups.items() if members
    )
    return tuple(sorted(families, key=lambda family: family.id))


def place(quote: Quote) -> tuple[str, int]:
    """Where a quote sorts."""
    return quote.source, quote.start


def utterances_of(quotes: Sequence[Quote], kinds: Sequence[str]) -> list[Pieces]:
    """The pieces of each utterance that are of these kinds, in text order."""
    found: dict[tuple[str, str], list[Quote]] = defaultdict(list)
    for quote in sorted(quotes, key=place):
        if quote.kind in kinds:
            found[quote.source, quote.utterance].append(quote)
    return [tuple(pieces) for pieces in found.values()]


def left_over(utterances: Sequence[Pieces], groups: Groups) -> list[Pieces]:
    """The utterances of which no piece stands in a group."""
    taken = {quote.id for base, members in groups.items() for quote in (base, *members)}
    return [pieces for pieces in utterances if not any(quote.id in taken for quote in pieces)]


def add(groups: Groups, found: Mapping[str, Sequence[Quote]]) -> Groups:
    """The groups with what was found for their bases. What joins another group is no base, and nothing joins it."""
    joined = {quote.id for retold in found.values() for quote in retold}
    return {
        base: tuple(sorted((*members, *found.get(base.id, ())), key=place))
        for base, members in groups.items()
        if base.id not in joined
    }


def tell(groups: Groups, field: Field) -> list[Told]:
    """The bases as retellings are held against them."""
    return [tell_of((base,), field) for base in groups]


def tell_of(quotes: Sequence[Quote], field: Field) -> Told:
    """Some quotes of one utterance as they are weighed."""
    wording = join_wordings([field.wordings[quote.id] for quote in quotes])
    matter = matter_of(wording, field.settings[quotes[0].id].language)
    return Told(quotes=tuple(quotes), matter=matter, words=wording.words)


def list_told(groups: Groups) -> dict[str, set[str]]:
    """By witness the bases of the utterances that it renders."""
    told: dict[str, set[str]] = defaultdict(set)
    for base, members in groups.items():
        for quote in (base, *members):
            told[witness(quote)].add(base.id)
    return told


def join_family(quotes: Sequence[Quote], pieces: Sequence[Quote], settings: Mapping[str, Setting] = NONE) -> Family:
    """The family of quotes that people joined, around the longest: of those in quotation marks, if there are.

    Of the other pieces of their utterances those follow that stand in it.
    """
    wordings = {quote.id: read_wording(quote.text, quote.start) for quote in (*quotes, *pieces)}
    verbatim = [quote for quote in quotes if quote.kind in VERBATIM]
    base = min(verbatim or quotes, key=lambda quote: (*rank_of_base(wordings[quote.id]), *place(quote)))
    own = wordings[base.id]
    following = [piece for piece in pieces if stand_in(wordings[piece.id], own)]
    members = (quote for quote in (*quotes, *following) if quote != base)
    return make_family(base, sorted(members, key=place), wordings, settings)


def make_family(
    base: Quote, members: Sequence[Quote], wordings: Mapping[str, Wording], settings: Mapping[str, Setting] = NONE
) -> Family:
    """The family of a base and its members. Its id is that of the first of those in quotation marks, if there are."""
    quotes = sorted((base, *members), key=place)
    known = [quote for quote in quotes if quote.kind in VERBATIM] or quotes
    first, *others = (family_id(quote.id) for quote in known)
    return Family(
        id=first,
        aliases=tuple(sorted(others)),
        speaker=one_speaker(quotes, settings),
        quotes=tuple(quote.id for quote in quotes),
        base=base.id,
        readings=tuple(
            Reading(quote=quote.id, variants=compare(base, quote, wordings, settings)) for quote in (base, *members)
        ),
        curated=None,
    )


def compare(
    base: Quote, quote: Quote, wordings: Mapping[str, Wording], settings: Mapping[str, Setting]
) -> tuple[Variant, ...]:
    """The variants of a quote against the base of its family."""
    language = settings.get(quote.id, PLAIN).language
    return compare_readings(base, quote, wordings[base.id], wordings[quote.id], language)


def one_speaker(quotes: Sequence[Quote], settings: Mapping[str, Setting]) -> str | None:
    """The speaker of those quotes that name one, None where they name several or none does.

    A body counts as named by whoever speaks for it, and a pronoun only where no quote has a name.
    """
    speaking = [quote for quote in quotes if quote.speaker]
    named = {quote.speaker for quote in speaking if settings.get(quote.id, PLAIN).by_name}
    bodies = {body for quote in speaking for body in settings.get(quote.id, PLAIN).bodies}
    found = named - bodies or named or {quote.speaker for quote in speaking}
    return found.pop() if len(found) == 1 else None
