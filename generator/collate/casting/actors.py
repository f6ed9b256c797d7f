"""Who is who across sources: the candidates of every source joined into actors, as far as people did not decide it.

In: annotated sources, people's decisions. Out: a cast: actors, and under which of them each candidate went. Never:
reads files, depends on the order of the sources, merges where the evidence is uncertain (such actors name each other
in `possibly_same`).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec import field
from msgspec.structs import replace

from generator.collate.applied import NOTHING, Applied
from generator.collate.casting.addresses import Group, find_clashes, last, list_aliases, list_groups, settle_ids
from generator.collate.casting.chosen_names import count_names, main_kind, main_name
from generator.collate.casting.decisions import Settled, phrase, reasons, settle
from generator.collate.casting.entries import Entry, list_emptied, list_entries
from generator.collate.casting.groups import Grouping, group_entries
from generator.collate.casting.kin import find_kin
from generator.collate.casting.minors import find_minors
from generator.collate.casting.published import decide_page
from generator.model import (
    NO_DECISIONS,
    Actor,
    ActorKind,
    ActorMention,
    AnnotatedSource,
    Decided,
    Decisions,
    Evidence,
    Record,
    Span,
)
from generator.spans import within


class Cast(Record, frozen=True, kw_only=True):
    """The actors sorted by id, and the id of the actor under which each candidate (source id, key) went.

    `given`: by names (folded) that no source need print, and by ids that people gave, the ids of the actors that bear
    them. `applied` is what was done with people's decisions on actors.
    """

    actors: tuple[Actor, ...]
    ids: dict[tuple[str, str], str]
    given: dict[str, tuple[str, ...]] = field(default_factory=dict)
    applied: Applied = NOTHING


def group_actors(readings: Sequence[AnnotatedSource], decisions: Decisions = NO_DECISIONS) -> Cast:
    """All candidates joined into actors. The result does not depend on the order of the readings."""
    entries = list_entries(sorted(readings, key=lambda reading: reading.source.id), find_minors(readings))
    grouping = group_entries(entries)
    settled = settle(entries, grouping, decisions, list_emptied(readings))
    groups, clashes = settle_ids(list_groups(entries, grouping, settled), decisions)
    ids = {entry.candidate.key: id for id, group in groups.items() for entry in group.entries}
    same = list_uncertain(grouping, settled, ids)
    evidence = list_evidence(entries, grouping, ids)
    actors = {id: make_actor(id, group, same.get(id, ()), evidence.get(id, ())) for id, group in groups.items()}
    kin = {ids[key] for pair in find_kin(entries) if ids[pair[0]] != ids[pair[1]] for key in pair}
    aliases = list_aliases(groups, actors, kin)
    by_root = {settled.roots[key]: id for key, id in ids.items()}
    given = {name: {by_root[root] for root in roots if root in by_root} for name, roots in settled.given.items()}
    problems = settled.problems + clashes + find_clashes(entries, grouping, settled, decisions)
    return Cast(
        actors=tuple(replace(actor, aliases=aliases[actor.id]) for actor in actors.values()),
        ids={(entry.candidate.source, entry.candidate.key): ids[entry.candidate.key] for entry in entries},
        given={name: tuple(sorted(found)) for name, found in given.items()},
        applied=Applied(decided=list_decided(settled, actors, ids), problems=problems),
    )


def actors_within(cast: Cast, reading: AnnotatedSource, start: int, end: int) -> tuple[str, ...]:
    """The ids of the actors in the half-open range of the reading's text, sorted, each once: by name, by what describes
    them or by a pronoun."""
    found = within(reading.mentions, start, end)
    return tuple(sorted({cast.ids[mention.source, mention.candidate] for mention in found}))


def list_uncertain(grouping: Grouping, settled: Settled, ids: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """For each id those of actors that may be the same, and that nobody told apart."""
    apart = {frozenset((ids[act.key], ids[key])) for act in settled.acts for key in act.parted}
    pairs: dict[str, set[str]] = defaultdict(set)
    for left, right in ((ids[left], ids[right]) for left, right in grouping.uncertain):
        if left != right and {left, right} not in apart:
            pairs[left].add(right)
            pairs[right].add(left)
    return {id: tuple(sorted(others)) for id, others in pairs.items()}


def list_evidence(
    entries: Sequence[Entry], grouping: Grouping, ids: Mapping[str, str]
) -> dict[str, tuple[Evidence, ...]]:
    """For each id by what its names were joined, as its sources print them."""
    members: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        members[entry.candidate.key].append(entry)
    names = {key: main_name(found) for key, found in members.items()}
    found: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for one in grouping.joined:
        if ids[one.left] == ids[one.right]:
            found[ids[one.left]].add((names[one.left], names[one.right], one.why))
    return {
        id: tuple(Evidence(name=name, other=other, why=why) for name, other, why in sorted(some))
        for id, some in found.items()
    }


def list_decided(settled: Settled, actors: Mapping[str, Actor], ids: Mapping[str, str]) -> tuple[Decided, ...]:
    """What each entry did, in the order of the file; an actor without a page is not named."""
    found = ((act, actors[ids[act.key]]) for act in settled.acts)
    return tuple(
        Decided(what="actor", id=actor.id if actor.published else None, did=phrase(act), reason=act.decision.reason)
        for act, actor in found
    )


def make_actor(id: str, group: Group, possibly_same: tuple[str, ...], evidence: tuple[Evidence, ...]) -> Actor:
    """The actor of a group, without aliases."""
    entries, decisions = group.entries, [act.decision for act in group.acts]
    mentions = sorted((mention for entry in entries for mention in entry.mentions), key=place)
    descriptions = sorted((span for entry in entries for span in entry.descriptions), key=place)
    kind: ActorKind = last(one.kind for one in decisions) or main_kind(entries)
    published, why = decide_page(
        kind,
        mentions,
        descriptions,
        {entry.candidate.source for entry in entries if entry.articles},
        speaks=any(entry.speaks for entry in entries),
        minor=any(entry.minor for entry in entries),
        decided=last(one.publish for one in decisions),
    )
    return Actor(
        id=id,
        name=group.name,
        kind=kind,
        published=published,
        why=why,
        possibly_same=possibly_same,
        names=count_names(mentions),
        descriptions=tuple(descriptions),
        mentions=tuple(
            ActorMention(source=m.source, part=m.part, start=m.start, end=m.end, text=m.text, how=m.how)
            for m in mentions
        ),
        curated=reasons((*group.made, *group.acts)),
        description=last(one.describe for one in decisions),
        wikidata=last(one.wikidata for one in decisions),
        website=last(one.website for one in decisions),
        evidence=evidence,
    )


def place(span: Span) -> tuple[str, int, int]:
    """Where a span sorts."""
    return span.source, span.start, span.end
