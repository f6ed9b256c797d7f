"""All that sentences tell, joined: dated reports by likeness, repetitions in one text, undated twins.

In: what sentences tell, shared passages, publication dates by witness. Out: groups of reports of one thing.
Never: a sentence without any day in a group of its own.
"""

from collections.abc import Iterable, Mapping, Sequence

from generator.collate.telling.joining import Weights, group_dated, weigh
from generator.collate.telling.reports import Told
from generator.collate.telling.twins import with_twins
from generator.model import PublicationDate, Reuse


def join_told(
    told: Sequence[Told], reuse: Sequence[Reuse], published: Mapping[str, PublicationDate]
) -> list[list[Told]]:
    """The reports in groups, one for each thing that has a date or takes a day from its account."""
    weights = weigh(told)
    groups, rest = with_repeated(group_dated([item for item in told if not item.again], weights), told)
    return join_loose(groups, rest, weights, reuse, published)


def with_repeated(groups: Iterable[Sequence[Told]], told: Iterable[Told]) -> tuple[list[list[Told]], list[Told]]:
    """The groups with the sentences that tell the same again in the same text, and those without a date in none."""
    joined = [list(group) for group in groups]
    homes = {item.sentence.id: group for group in joined for item in group if item.number is None}
    rest = []
    for item in told:
        home = homes.get(item.again or "")
        if home is not None:
            home.append(item)
        elif not item.date:
            rest.append(item)
    return joined, rest


def join_loose(
    groups: Sequence[Sequence[Told]],
    undated: Iterable[Told],
    weights: Weights,
    reuse: Sequence[Reuse],
    published: Mapping[str, PublicationDate],
) -> list[list[Told]]:
    """The groups with undated twins; an act with a carried day that stands alone may be a twin as well."""
    standing = [group for group in groups if len(group) > 1 or group[0].date]
    alone = {group[0].sentence.id: group[0] for group in groups if len(group) == 1 and not group[0].date}
    loose = [item for item in undated if not item.carried or item.sentence.id in alone]
    joined = with_twins(standing, loose, reuse, weights, published)
    taken = {item.sentence.id for group in joined for item in group}
    return [*joined, *([item] for id, item in alone.items() if id not in taken)]
