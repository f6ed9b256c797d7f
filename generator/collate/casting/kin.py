"""Names that may have gone under one actor while fewer sources were there, whatever is known of them now.

In: entries. Out: pairs of keys. Never: says that two names are one actor's; depends on the order of the entries.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import product

from generator.collate.casting.chosen_names import is_split_off, slugs_in
from generator.collate.casting.entries import Entry
from generator.collate.casting.forms import Pair
from generator.collate.casting.spellings import spellings
from generator.language.short_forms import (
    index_forms,
    is_short_for,
    longer_forms,
    place_without_rank,
    without_adjective,
    without_ending,
)
from generator.model import ActorKind

Kinds = Mapping[str, Collection[ActorKind]]


def find_kin(entries: Iterable[Entry]) -> Iterator[Pair]:
    """Pairs of keys of which one may be a short form, a fuller form or a spelling of the other.

    As what kind of thing a name passes, and whether another one fits it as well, is left open: both change as sources
    come in.
    """
    entries = [entry for entry in entries if not is_split_off(entry.candidate.key)]
    kinds = list_kinds(entries)
    index = index_forms(kinds)
    for form in sorted(kinds):
        yield from ((form, longer) for longer in longer_forms(form, index) if may_be_short(form, longer, kinds))
        plainer: set[str | None] = {without_adjective(form), without_ending(form), place_without_rank(form)}
        yield from ((form, shorter) for shorter in sorted(kinds.keys() & plainer))
    yield from spellings(dict.fromkeys(kinds, "group"))
    yield from with_one_slug(entries)


def list_kinds(entries: Iterable[Entry]) -> Kinds:
    """The kinds of thing as which each key passes in some source; a name with its own plural may be a people's."""
    kinds: dict[str, set[ActorKind]] = defaultdict(set)
    for entry in entries:
        kinds[entry.candidate.key].add(entry.candidate.kind)
    return {key: {*found, "group"} if f"{key}s" in kinds else found for key, found in kinds.items()}


def may_be_short(short: str, full: str, kinds: Kinds) -> bool:
    """Whether one key may be short for the other, as any of the kinds that they have."""
    return any(is_short_for(short, left, full, right) for left, right in product(kinds[short], kinds[full]))


def with_one_slug(entries: Sequence[Entry]) -> Iterator[Pair]:
    """Each key with the first one of which a name differs in nothing that an address shows."""
    first: dict[str, str] = {}
    for entry in entries:
        for slug in slugs_in([entry]):
            if first.setdefault(slug, entry.candidate.key) != entry.candidate.key:
                yield first[slug], entry.candidate.key
