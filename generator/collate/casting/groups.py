"""Candidates joined into groups without people's help: by the evidence of their names, then by their slugs.

In: entries. Out: a grouping. Never: joins what people split off; depends on the order of the sources.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from generator.collate.casting.chosen_names import is_split_off, main_kind, main_name, slug_or_key
from generator.collate.casting.entries import Entry
from generator.collate.casting.forms import Form, Pair
from generator.collate.casting.merging import Joined, merge
from generator.collate.unions import find, unite
from generator.language.names import comparison_form
from generator.model import Record
from generator.spans import witness


class Grouping(Record, frozen=True, kw_only=True):
    """For each candidate's key the first key of its group, and for each group's first key its slug.

    `uncertain` are pairs of keys that may be the same and are kept apart. `clashes` are the first keys of groups that
    have one slug and so are one, though they were told apart or are of two kinds. `joined`: by what keys are one.
    """

    groups: dict[str, str]
    slugs: dict[str, str]
    uncertain: tuple[Pair, ...]
    clashes: tuple[Pair, ...]
    joined: tuple[Joined, ...] = ()


def group_entries(entries: Sequence[Entry]) -> Grouping:
    """All entries grouped; what people split off is a group of its own."""
    merged = merge(list_forms([entry for entry in entries if not is_split_off(entry.candidate.key)]))
    roots = merged.groups | {e.candidate.key: e.candidate.key for e in entries if is_split_off(e.candidate.key)}
    members = members_of(entries, roots)
    slugs = {
        root: root[1:] if is_split_off(root) else slug_or_key(main_name(members[root]), root)
        for root in sorted(members)
    }
    homes, clashes, joined = dict(roots), [], list(merged.joined)
    for left, right in with_one_slug(slugs):
        if (left, right) in merged.uncertain or main_kind(members[left]) != main_kind(members[right]):
            clashes.append((left, right))
        joined.append(
            Joined(left=left, right=right, why="the same but for marks and letters that an address leaves out")
        )
        unite(homes, left, right)
    groups = {key: find(homes, key) for key in homes}
    return Grouping(
        groups=groups,
        slugs={root: slug for root, slug in slugs.items() if groups[root] == root},
        uncertain=merged.uncertain,
        clashes=tuple(clashes),
        joined=tuple(joined),
    )


def members_of(entries: Iterable[Entry], groups: dict[str, str]) -> dict[str, list[Entry]]:
    """The entries of each group, in the order given."""
    members: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        members[groups[entry.candidate.key]].append(entry)
    return members


def with_one_slug(slugs: dict[str, str]) -> list[Pair]:
    """Groups whose names differ in nothing that an address shows, the first with each other; none was split off."""
    first: dict[str, str] = {}
    found: list[Pair] = []
    for root in sorted(slugs):
        if not is_split_off(root) and first.setdefault(slugs[root], root) != root:
            found.append((first[slugs[root]], root))
    return found


def list_forms(entries: Sequence[Entry]) -> tuple[Form, ...]:
    """The candidates' keys over all sources, each with what the merging weighs."""
    members: dict[str, list[Entry]] = defaultdict(list)
    linked: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in entries:
        members[entry.candidate.key].append(entry)
        for form in sorted({comparison_form(mention.text) for mention in entry.mentions if mention.how == "short"}):
            linked[form][entry.candidate.key] += 1
    return tuple(make_form(key, members[key], linked[key]) for key in sorted(members))


def make_form(key: str, entries: Sequence[Entry], linked: Counter[str]) -> Form:
    """One key over all sources."""
    mentions = [mention for entry in entries for mention in entry.mentions]
    return Form(
        form=key,
        kind=main_kind(entries),
        count=len(mentions),
        acronym=all(entry.candidate.name.isupper() for entry in entries),
        described=any(entry.descriptions for entry in entries),
        witnesses=frozenset(witness(mention) for mention in mentions),
        short_of=tuple(sorted(linked.items())),
    )
