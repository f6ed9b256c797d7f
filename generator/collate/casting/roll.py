"""Who bears which name while people's decisions on actors are applied, one after the other.

In: entries, their grouping, decisions. Out: actors, each named by one of its keys. Never: chooses among several actors
of one name; reads a text.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from generator.collate.applied import name_one, says_more
from generator.collate.casting.chosen_names import UNNAMED, is_split_off, slug_of, slug_or_key, split_key
from generator.collate.casting.entries import Entry
from generator.collate.casting.groups import Grouping
from generator.collate.unions import find, unite
from generator.language.names import normal_form
from generator.model import ActorDecision, Candidate, Decisions, Record, Split
from generator.problems import Problems


class Roll(Record, frozen=True, kw_only=True):
    """Candidates' keys, joined under `roots`; the dictionaries change with each decision.

    `leads`: the group from which a joined one has its name, where that is not its root. `printed`: for each name,
    folded, how many mentions of each key print it; `given`: names by candidates and people. `slugs`: who bears each.
    `known`: all names, as printed, sorted. `emptied`: keys of which splits left nothing.
    """

    roots: dict[str, str]
    leads: dict[str, str]
    printed: dict[str, Counter[str]]
    given: dict[str, set[str]]
    slugs: dict[str, set[str]]
    known: tuple[str, ...]
    emptied: frozenset[str]


def make_roll(entries: Iterable[Entry], grouping: Grouping, emptied: Iterable[Candidate] = ()) -> Roll:
    """The actors as they are before any decision. What people split off has no name before its entry is reached.

    `emptied` are candidates of which splits left nothing: they bear what names nobody else has, so that the entries of
    those splits find them.
    """
    entries = tuple(entries)
    printed: dict[str, Counter[str]] = defaultdict(Counter)
    given: dict[str, set[str]] = defaultdict(set)
    slugs: dict[str, set[str]] = defaultdict(set)
    for entry in (entry for entry in entries if not is_split_off(entry.candidate.key)):
        key, forms = entry.candidate.key, Counter(normal_form(mention.text) for mention in entry.mentions)
        for form, count in forms.items():
            printed[form][key] += count
        if normal_form(entry.candidate.name) not in forms:
            given[normal_form(entry.candidate.name)].add(key)
    for root, slug in grouping.slugs.items():
        if not is_split_off(root):
            slugs[slug].add(root)
    gone = {one.key: one for one in emptied if one.key not in grouping.groups}
    for key, one in gone.items():
        if normal_form(one.name) not in printed:
            given[normal_form(one.name)].add(key)
        slugs.setdefault(slug_or_key(one.name, key), {key})
    known = tuple(sorted({mention.text for entry in entries for mention in entry.mentions}))
    roots = grouping.groups | {key: key for key in gone}
    return Roll(roots=roots, leads={}, printed=printed, given=given, slugs=slugs, known=known, emptied=frozenset(gone))


def find_bearers(roll: Roll, name: str) -> tuple[str, ...]:
    """The roots of all actors of that id or, where there is none, of that name; sorted."""
    form = normal_form(name)
    keys = roll.slugs.get(name.strip(), ()) or {
        *(key for key, count in roll.printed.get(form, {}).items() if count),
        *roll.given.get(form, ()),
    }
    return tuple(sorted({find(roll.roots, key) for key in keys}))


def find_one(
    roll: Roll, name: str, decision: ActorDecision, decisions: Decisions, *, part: bool = False
) -> tuple[str | None, Problems]:
    """The root of the one actor of that id or name; None, with the problem, where there is none or more than one."""
    found = find_bearers(roll, name)
    ids = sorted(id_of(roll, root) for root in found) if len(found) > 1 else found
    id, problems = name_one(name, ids, roll.known, decision, decisions, part=part)
    return (None if id is None else found[0]), problems


def list_given(roll: Roll) -> dict[str, frozenset[str]]:
    """For each name (folded) that is not printed, and each id, the roots of the actors that bear it."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, keys in (*roll.given.items(), *roll.slugs.items()):
        found[name].update(find(roll.roots, key) for key in keys - roll.emptied)
    return {name: frozenset(roots) for name, roots in found.items() if roots}


def is_emptied(roll: Roll, root: str) -> bool:
    """Whether splits left nothing of the actor."""
    if not roll.emptied:
        return False
    return not any(find(roll.roots, key) == root for key in roll.roots.keys() - roll.emptied)


def id_of(roll: Roll, root: str) -> str:
    """The slug by which an entry can name the actor: the one given last."""
    return next(slug for slug, keys in reversed(roll.slugs.items()) if root in {find(roll.roots, k) for k in keys})


def join(roll: Roll, root: str, other: str) -> str:
    """Puts two actors together under the name of the first one; the root of both."""
    lead = roll.leads.get(root, root)
    unite(roll.roots, root, other)
    joined = find(roll.roots, root)
    roll.leads[joined] = lead
    return joined


def join_named(
    roll: Roll, root: str, decision: ActorDecision, decisions: Decisions
) -> tuple[str, int | None, Problems]:
    """The actor with those that the entry merges into it: its root, how many they were, None where it finds none."""
    problems: Problems = ()
    count: int | None = None
    for name in decision.merge:
        other, found = find_one(roll, name, decision, decisions, part=says_more(decision, "merge"))
        problems += found
        if other is not None:
            count = (count or 0) + (other != root)
            root = join(roll, root, other)
    return root, count, problems


def enter_split(roll: Roll, root: str, split: Split) -> None:
    """Gives what was split off from an actor its name, and joins it with another actor that has this name already."""
    key, slug = split_key(split), slug_of(split.name) or UNNAMED
    bearers = {find(roll.roots, other) for other in roll.slugs.get(slug, set()) - roll.emptied}
    others = bearers - {find(roll.roots, key), root}
    roll.given[normal_form(split.name)].add(key)
    roll.slugs[split.id or slug].add(key)
    if len(others) == 1 and split.id in {None, slug}:
        join(roll, others.pop(), key)


def enter_names(roll: Roll, root: str, decision: ActorDecision) -> None:
    """Gives an actor the name and the id that the entry decides."""
    if decision.rename:
        roll.given[normal_form(decision.rename)].add(root)
    if decision.id:
        roll.slugs[decision.id].add(root)
