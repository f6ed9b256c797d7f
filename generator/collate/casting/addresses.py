"""Under which address each actor stands, and under which others its page may have stood.

In: groups of entries, what people decided of them. Out: groups with ids, aliases, problems. Never: makes an id unique
by a suffix; takes an address from the actor that has it without a decision.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from msgspec.structs import replace

from generator.collate.applied import quoted
from generator.collate.casting.chosen_names import UNNAMED, is_split_off, main_kind, main_name, slug_of, slugs_in
from generator.collate.casting.decisions import Act, Settled
from generator.collate.casting.entries import Entry
from generator.collate.casting.groups import Grouping
from generator.collate.casting.published import PROTECTING
from generator.model import Actor, Decisions, Record
from generator.problems import Problem, Problems, error

Value = TypeVar("Value")


class Group(Record, frozen=True, kw_only=True):
    """All entries of one actor. `slug` is what its own name gives, `id` what people made of that.

    `line` is that of the entry which decided the id, None where nobody did. `acts` are the entries on it in the order
    of the file; `made` are those by which it was split off.
    """

    entries: tuple[Entry, ...]
    name: str
    slug: str
    id: str
    line: int | None
    acts: tuple[Act, ...]
    made: tuple[Act, ...]


def list_groups(entries: Iterable[Entry], grouping: Grouping, settled: Settled) -> tuple[Group, ...]:
    """The actors' groups as people's decisions leave them, by their roots; two of them may have one id."""
    members: dict[str, list[Entry]] = defaultdict(list)
    acts: dict[str, list[Act]] = defaultdict(list)
    made: dict[str, list[Act]] = defaultdict(list)
    for entry in entries:
        members[settled.roots[entry.candidate.key]].append(entry)
    for act in settled.acts:
        acts[settled.roots[act.key]].append(act)
        for root in sorted({settled.roots[key] for key in act.parted} - {settled.roots[act.key]}):
            made[root].append(act)
    return tuple(
        make_group(members[root], settled.leads[root], grouping, acts[root], made[root]) for root in sorted(members)
    )


def make_group(
    entries: Sequence[Entry], lead: str, grouping: Grouping, acts: Sequence[Act], made: Sequence[Act]
) -> Group:
    """A group with its name and id: those that people decided of the group which leads it, or that group's own."""
    leading = [entry for entry in entries if grouping.groups[entry.candidate.key] == lead]
    own = [act.decision for act in acts if act.lead == lead]
    rename, id = last(one.rename for one in own), last(one.id for one in own)
    slug = grouping.slugs[lead]
    return Group(
        entries=tuple(entries),
        name=rename or main_name(leading),
        slug=slug,
        id=id or ((slug_of(rename) or UNNAMED) if rename else slug),
        line=last(one.line for one in own if one.rename or one.id)
        or (last(act.decision.line for act in made) if is_split_off(lead) else None),
        acts=tuple(acts),
        made=tuple(made),
    )


def last(values: Iterable[Value | None]) -> Value | None:
    """The last of the values that is there."""
    return next((value for value in reversed(tuple(values)) if value is not None), None)


def settle_ids(groups: Sequence[Group], decisions: Decisions) -> tuple[dict[str, Group], Problems]:
    """The groups by their ids, sorted. Of two that want one id, the one without a decision keeps it, then the earlier.

    The other one falls back on its own slug or, where that is taken too, goes with the first: an error either way.
    """
    found: dict[str, Group] = {}
    problems: Problems = ()
    for group in sorted(groups, key=lambda group: (group.line or 0, group.id, group.slug)):
        id = group.id
        if id in found:
            problems += (clash(group, found[id], decisions),)
            id = group.slug if group.slug not in found else id
        taken = found.get(id)
        found[id] = replace(taken, entries=taken.entries + group.entries) if taken else replace(group, id=id)
    return {id: found[id] for id in sorted(found)}, problems


def clash(group: Group, other: Group, decisions: Decisions) -> Problem:
    """The error for two actors that want one address."""
    message = f"{quoted(group.name)} and {quoted(other.name)} would both stand at actors/{group.id}."
    return error(decisions.file, f"{message} Give this one an `id` of its own.", group.line)


def find_clashes(entries: Iterable[Entry], grouping: Grouping, settled: Settled, decisions: Decisions) -> Problems:
    """Groups that are one actor because they have one slug, though they are not the same kind of thing."""
    decided = {settled.roots[act.key] for act in settled.acts if act.decision.kind}
    members: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        members[entry.candidate.key].append(entry)
    return tuple(
        error(decisions.file, two_of_one_slug(members[left], members[right], grouping.slugs[grouping.groups[left]]))
        for left, right in grouping.clashes
        if settled.roots[left] not in decided
    )


def two_of_one_slug(left: Sequence[Entry], right: Sequence[Entry], slug: str) -> str:
    """What is wrong where two actors found in the sources have one slug, and what to do."""
    first, second = (f"{quoted(main_name(some))} ({main_kind(some)})" for some in (left, right))
    both = f"{first} and {second} would both stand at actors/{slug}."
    return f"{both} Give one of them an `id` of its own by `split`, or say by `kind` that they are one."


def list_aliases(
    groups: Mapping[str, Group], actors: Mapping[str, Actor], kin: Collection[str]
) -> dict[str, tuple[str, ...]]:
    """For each actor the slugs under which it, or a part of it, may have stood; none at which a page stands now.

    Of actors without a page only those can have had one that had more names then: `kin` are the ids of those of which
    another actor's name may have been one. Who is protected by having no page keeps no address, which holds a name.
    """
    taken = {actor.id for actor in actors.values() if actor.published}
    aliases: dict[str, tuple[str, ...]] = {}
    for id, group in groups.items():
        slugs: set[str] = set()
        if id in taken:
            slugs = {*former_slugs(group)}
        elif actors[id].why not in PROTECTING and (id in kin or is_cut(group)):
            slugs = {id, *former_slugs(group)}
        aliases[id] = tuple(sorted(slugs - taken))
    return aliases


def is_cut(group: Group) -> bool:
    """Whether decisions parted the group from others, or made a place of it, which gets a page less easily."""
    return bool(group.made) or any(act.parted or act.decision.kind == "place" for act in group.acts)


def former_slugs(group: Group) -> Iterator[str]:
    """Every slug that the sources, or entries of curation.yml, may have given to a part of the group."""
    yield group.slug
    yield from slugs_in(group.entries)
    for act in group.acts:
        yield from filter(None, (act.decision.id, slug_of(act.decision.rename or "")))
