"""People's decisions on actors, applied to groups one after the other; what each did, in words of the site.

In: entries, their grouping, decisions. Out: who is who after the decisions, and acts. Never: undoes a split; names an
actor in what the site prints.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from generator.collate.applied import quoted, stale
from generator.collate.casting.chosen_names import is_split_off, split_key
from generator.collate.casting.entries import Entry
from generator.collate.casting.groups import Grouping
from generator.collate.casting.roll import (
    Roll,
    enter_names,
    enter_split,
    find_bearers,
    find_one,
    is_emptied,
    join_named,
    list_given,
    make_roll,
)
from generator.collate.unions import find
from generator.model import ActorDecision, Candidate, Decisions, Record
from generator.problems import Problem, Problems, error

SAID_ONCE = {  # what an actor can have one of, as messages call it
    "rename": "name",
    "id": "id",
    "kind": "kind",
    "describe": "description",
    "wikidata": "Wikidata item",
    "website": "website",
    "publish": "answer to whether it has a page",
}
LEADING = {"rename", "id"}  # of several actors put together, those of the one that leads them hold


class Act(Record, frozen=True, kw_only=True):
    """One entry that found its actor, named by one of its keys, and the keys that it split off.

    `lead` is the group that then named the actor. `merged` is how many others it merged, None where it merges nothing.
    """

    key: str
    lead: str
    decision: ActorDecision
    merged: int | None
    parted: tuple[str, ...]


class Settled(Record, frozen=True, kw_only=True):
    """For each candidate's key its actor's root; for each root the group that names the actor; acts in file order.

    `given`: for names (folded) and ids that people or candidates gave the roots of the actors that bear them.
    """

    roots: dict[str, str]
    given: dict[str, frozenset[str]]
    leads: dict[str, str]
    acts: tuple[Act, ...]
    problems: Problems


def settle(
    entries: Sequence[Entry], grouping: Grouping, decisions: Decisions, emptied: Sequence[Candidate] = ()
) -> Settled:
    """All decisions applied in the order of the file: each means the actors as those before it left them.

    `emptied` are candidates without a mention: splits took them all.
    """
    roll = make_roll(entries, grouping, emptied)
    split_off = {key for key in grouping.groups if is_split_off(key)}
    acts: list[Act] = []
    problems: Problems = ()
    for decision in decisions.actors:
        parted = tuple(key for split in decision.split if (key := split_key(split)) in split_off)
        act, found = apply(roll, decision, decisions, parted)
        acts.extend((act,) if act else ())
        problems += found
    roots = {key: find(roll.roots, key) for key in roll.roots}
    leads = {root: roll.leads.get(root, root) for root in roots.values()}
    agreed, clashes = drop_clashes(acts, roots, leads, decisions)
    return Settled(roots=roots, given=list_given(roll), leads=leads, acts=agreed, problems=problems + clashes)


def drop_clashes(
    acts: Sequence[Act], roots: Mapping[str, str], leads: Mapping[str, str], decisions: Decisions
) -> tuple[tuple[Act, ...], Problems]:
    """The acts without what an earlier entry says otherwise of the same actor, and these contradictions.

    Whom one entry hides no other one shows, whichever comes first.
    """
    hiding = [act for act in acts if act.decision.publish is False]
    said = {(roots[act.key], "publish"): act.decision for act in reversed(hiding)}
    agreed: list[Act] = []
    problems: Problems = ()
    for act in acts:
        root, kept = roots[act.key], act.decision
        for field in SAID_ONCE:
            value = getattr(act.decision, field)
            if value is None or (field in LEADING and act.lead != leads[root]):
                continue
            first = said.setdefault((root, field), act.decision)
            if getattr(first, field) != value:
                kept = replace(kept, **{field: None})
                problems += (contradiction(first, act.decision, field, decisions),)
        agreed.append(replace(act, decision=kept))
    return tuple(act for act in agreed if any(actions(act))), problems


def contradiction(first: ActorDecision, decision: ActorDecision, field: str, decisions: Decisions) -> Problem:
    """The error for an entry that says something else of an actor than an earlier one."""
    told = f"The actor has another {SAID_ONCE[field]} from the entry in line {first.line}, which counts."
    return error(decisions.file, f"{told} Take “{field}” out of one of the two.", decision.line)


def apply(
    roll: Roll, decision: ActorDecision, decisions: Decisions, parted: tuple[str, ...]
) -> tuple[Act | None, Problems]:
    """What one entry does to its actor; the roll is led on. None where it finds no actor."""
    root, problems = find_one(roll, decision.actor, decision, decisions)
    if root is None and not (parted and not find_bearers(roll, decision.actor)):
        return None, problems
    if root is None or is_emptied(roll, root):
        return nothing_left(roll, root, decision, decisions, parted)
    root, merged, problems = join_named(roll, root, decision, decisions)
    enter_splits(roll, root, decision, parted)
    enter_names(roll, root, decision)
    return Act(key=root, lead=roll.leads.get(root, root), decision=decision, merged=merged, parted=parted), problems


def nothing_left(
    roll: Roll, root: str | None, decision: ActorDecision, decisions: Decisions, parted: tuple[str, ...]
) -> tuple[Act | None, Problems]:
    """What an entry does of whose actor splits left nothing: no more than its own splits."""
    alone = ActorDecision(line=decision.line, reason=decision.reason, actor=decision.actor, split=decision.split)
    message = f"splits leave nothing of {quoted(decision.actor)} on which more could be decided."
    problems = () if alone == decision and parted else (stale(decisions, decision, message, part=bool(parted)),)
    if not parted:
        return None, problems
    for names in roll.given.values():
        names.discard(root or "")
    enter_splits(roll, parted[0], decision, parted)
    return Act(key=parted[0], lead=parted[0], decision=alone, merged=None, parted=parted), problems


def enter_splits(roll: Roll, root: str, decision: ActorDecision, parted: tuple[str, ...]) -> None:
    """Gives what the entry split off from an actor its names."""
    for split in decision.split:
        if split_key(split) in parted:
            enter_split(roll, root, split)


def reasons(acts: Iterable[Act]) -> str | None:
    """The reasons of several entries in the order of the file, each once; None where there is none."""
    in_order = sorted((act.decision for act in acts), key=lambda decision: decision.line)
    return "; ".join(dict.fromkeys(decision.reason for decision in in_order)) or None


def phrase(act: Act) -> str:
    """What an entry did to its actor: "merged with 2 others, renamed and given a description"."""
    *most, last = actions(act)
    return f"{', '.join(most)} and {last}" if most else last


def actions(act: Act) -> Iterator[str]:
    """What an entry did, one after the other."""
    decision = act.decision
    if act.merged is not None:
        yield f"merged with {counted(act.merged)}" if act.merged else "confirmed to be one"
    if act.parted:
        yield f"told apart from {counted(len(set(act.parted)))}"
    done = {
        "renamed": decision.rename,
        "given an address of its own": decision.id,
        "given its kind": decision.kind,
        "given a description": decision.describe,
        "linked to Wikidata": decision.wikidata,
        "linked to its website": decision.website,
        "given a page": decision.publish,
        "given no page": decision.publish is False,
    }
    yield from (words for words, decided in done.items() if decided)


def counted(number: int) -> str:
    """So many other actors."""
    return f"{number} {'other' if number == 1 else 'others'}"
