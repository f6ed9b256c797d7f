"""The actor that people mean by a name: its id, a name that people gave it, or one that sources print.

In: a name, a cast. Out: an actor's id, problems. Never: chooses among several actors; knows what it was asked for.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from generator.collate.applied import name_one
from generator.collate.casting.actors import Cast
from generator.language.names import normal_form
from generator.model import Decision, Decisions, Record
from generator.problems import Problems

Bearers = Mapping[str, tuple[str, ...]]  # the ids of all actors called so, sorted


class Names(Record, frozen=True, kw_only=True):
    """Who is called what: by id, by former id, by name (folded) or an id that people gave.

    `known` are all names, as printed, sorted.
    """

    ids: frozenset[str]
    aliases: Bearers
    names: Bearers
    known: tuple[str, ...]


def list_names(cast: Cast) -> Names:
    """Every name of every actor. Capitals, accents, hyphens and articles do not matter in them."""
    printed = {(name, actor.id) for actor in cast.actors for name in (actor.name, *(form.text for form in actor.names))}
    return Names(
        ids=frozenset(actor.id for actor in cast.actors),
        aliases=by_name((alias, actor.id) for actor in cast.actors if actor.published for alias in actor.aliases),
        names=by_name(((normal_form(name), id) for name, id in printed), cast.given),
        known=tuple(sorted({name for name, _ in printed})),
    )


def by_name(pairs: Iterable[tuple[str, str]], given: Mapping[str, Iterable[str]] | None = None) -> Bearers:
    """The ids by name."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, id in pairs:
        found[name].add(id)
    for name, ids in (given or {}).items():
        found[name].update(ids)
    return {name: tuple(sorted(ids)) for name, ids in found.items()}


def find_actor(
    name: str, names: Names, decision: Decision, decisions: Decisions, *, part: bool = False
) -> tuple[str | None, Problems]:
    """The id of the actor called so; None, with the problem, where there is none or more than one.

    An id comes first, then former ids, then all names. `part` says that the entry does something without this name.
    """
    return name_one(name, find_called(name, names), names.known, decision, decisions, part=part)


def find_called(name: str, names: Names) -> tuple[str, ...]:
    """The ids of all actors called so, sorted."""
    id = name.strip()
    if id in names.ids:
        return (id,)
    return names.aliases.get(id) or names.names.get(id) or names.names.get(normal_form(name), ())
