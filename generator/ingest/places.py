"""Drops from the decisions what names a source or an item that is not there, and says so.

A source that was taken out, or an item that a newer capture lacks, makes an entry stale; it is no error.

In: decisions, all sources. Out: the decisions that can apply, problems. Never: looks for words in a source.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from msgspec import NODEFAULT
from msgspec.structs import fields, replace

from generator.ingest.curation_fields import witness
from generator.ingest.yaml_checks import did_you_mean, shown
from generator.model import (
    ActorDecision,
    Decision,
    Decisions,
    EventDecision,
    QuotationDecision,
    Source,
    SourceDecision,
    Split,
    Target,
)
from generator.problems import Problem, Problems, stale_entry, stale_part

Items = Mapping[str, tuple[str, ...]]  # the ids of each source's items
IsThere = Callable[[str], bool]  # takes a witness
AnyDecision = TypeVar("AnyDecision", bound=Decision)


def drop_stale(decisions: Decisions, sources: Iterable[Source]) -> tuple[Decisions, Problems]:
    """The decisions on what is there. Of an entry that names several places those that are there are kept."""
    items = {source.id: tuple(part.id for part in source.parts) for source in sources}
    problems: list[Problem] = []

    def left(section: Iterable[AnyDecision]) -> tuple[AnyDecision, ...]:
        kept = (_left_of(decision, items, decisions.file, problems) for decision in section)
        return tuple(decision for decision in kept if decision is not None)

    there = Decisions(
        file=decisions.file,
        actors=left(decisions.actors),
        events=left(decisions.events),
        quotations=left(decisions.quotations),
        sources=left(decisions.sources),
        labels=decisions.labels,
    )
    return there, tuple(problems)


def find_fault(place: str, items: Items) -> str | None:
    """What is wrong with a witness, as a sentence; None where it is there.

    >>> find_fault("harbor", {"harbour": ()})
    'There is no source "harbor". Did you mean "harbour"?'
    >>> find_fault("letters#9", {"letters": ("1", "2")})
    'There is no "letters#9": the items of letters are 1 to 2.'
    """
    source, _, part = place.partition("#")
    if source not in items:
        return f"There is no source {shown(source)}.{did_you_mean(source, items)}"
    if not part or part in items[source]:
        return None
    has = f"the items of {source} are {items[source][0]} to {items[source][-1]}" if items[source] else "it has no items"
    return f"There is no {shown(place)}: {has}."


def _left_of(decision: AnyDecision, items: Items, file: str, problems: list[Problem]) -> AnyDecision | None:
    """The decision on what is there; None where its target is not, or where nothing is left of what it says."""
    faults: list[str] = []

    def is_there(place: str) -> bool:
        fault = find_fault(place, items)
        faults.extend([fault] if fault else [])
        return fault is None

    left = _there(decision, is_there)
    if faults and (left is None or says_nothing(left)):
        problems.append(stale_entry(file, faults[0], decision.line))
        return None
    problems.extend(stale_part(file, fault, decision.line) for fault in faults)
    return left


def _there(decision: AnyDecision, is_there: IsThere) -> AnyDecision | None:
    """The decision without places that are not there, None where its target is one."""
    match decision:
        case ActorDecision():
            splits = (_split(split, is_there) for split in decision.split)
            return replace(decision, split=tuple(split for split in splits if split))
        case EventDecision() | QuotationDecision():
            if not is_there(_named(decision.target)):
                return None
            return replace(decision, merge=tuple(one for one in decision.merge if is_there(_named(one))))
        case SourceDecision():
            return decision if is_there(_named(decision)) else None
    return decision


def _split(split: Split, is_there: IsThere) -> Split | None:
    """The split in those places that are there; None if none is left, because without places it would be in all."""
    there = tuple(place for place in split.sources if is_there(place))
    return replace(split, sources=there) if there or not split.sources else None


def _named(place: Target | SourceDecision) -> str:
    return witness((place.source, place.part))


def says_nothing(decision: Decision) -> bool:
    """Whether a decision says no more than its target and its reason."""
    optional = [field for field in fields(decision) if field.default is not NODEFAULT]
    return all(getattr(decision, field.name) == field.default for field in optional)
