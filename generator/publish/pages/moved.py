"""Addresses under which an actor's page may have stood with fewer sources: a small page at each that leads on.

In: the catalogue, the addresses that are taken. Out: Markdown. Never: names an actor that has no page; takes the
address of another page.
"""

from collections import defaultdict
from collections.abc import Iterable

from generator.model import Actor, Record
from generator.publish import links
from generator.publish.pages.catalogue import Catalogue
from generator.publish.pages.marks import Page, actor_link
from generator.publish.pages.render import render

RESERVED = ("index", "readme")  # the files that MkDocs takes for a folder's own page


class Claims(Record, frozen=True, kw_only=True):
    """Who may have stood under an alias: `actors` that have a page, by id; `open` says that it may have been another,
    which has none."""

    actors: dict[str, Actor]
    open: bool


def moved_pages(catalogue: Catalogue, taken: Iterable[str]) -> dict[str, str]:
    """A page for each alias, under its address: it leads to the one actor who claims it, or gives a choice.

    An alias of an actor that has no page any more leads to those that may be the same, as a choice even of one. None
    stands at an address of `taken`, nor where two addresses would differ by the case of letters alone.
    """
    closed = {address.casefold() for address in (*taken, *map(links.actor, RESERVED))}
    pages: dict[str, str] = {}
    for alias, claims in sorted(_list_claims(catalogue).items()):
        address = links.actor(alias)
        if address.casefold() not in closed:
            closed.add(address.casefold())
            pages[address] = _moved_page(catalogue, address, claims)
    return pages


def _list_claims(catalogue: Catalogue) -> dict[str, Claims]:
    """Who claims each alias."""
    actors: defaultdict[str, dict[str, Actor]] = defaultdict(dict)
    unclaimed: set[str] = set()
    for actor in catalogue.actors.values():
        same = [actor] if actor.published else [catalogue.actors[id] for id in actor.possibly_same]
        for alias in actor.aliases:
            actors[alias] |= {one.id: one for one in same if one.published}
        unclaimed.update(() if actor.published else actor.aliases)
    return {alias: Claims(actors=claims, open=alias in unclaimed) for alias, claims in actors.items()}


def _moved_page(catalogue: Catalogue, address: str, claims: Claims) -> str:
    page = Page(catalogue=catalogue, url=address)
    actors = sorted(claims.actors.values(), key=lambda one: (one.name.casefold(), one.id))
    return render(
        "moved.md.j2",
        targets=tuple(actor_link(page, actor) for actor in actors),
        moved_to=links.actor(actors[0].id) if len(actors) == 1 and not claims.open else "",
        index=page.href(links.actors()),
        corrections=page.href(links.corrections()),
    )
