"""What the pages of the comparison have in common: the list of them, and what they can be filtered by.

In: a page. Out: Markup, choices. Never: a source's words.
"""

from collections import Counter
from collections.abc import Iterable

from markupsafe import Markup

from generator.model import Record
from generator.publish import links
from generator.publish.pages.catalogue import Catalogue
from generator.publish.pages.marks import Page, html

MAX_ACTORS = 60  # in a list to choose from

SECTIONS = (
    (links.comparison(), "Overview"),
    (links.statements(), "Who states what"),
    (links.wordings(), "Wordings"),
    (links.copies(), "Shared text"),
    (links.terms(), "Words for one thing"),
    (links.figures(), "Figures and dates"),
)


class Choice(Record, frozen=True, kw_only=True):
    """What a page can be filtered by."""

    value: str
    label: str


def compare_nav(page: Page) -> Markup:
    """The pages of the comparison, the one at hand marked."""
    items = (
        html('<a href="{}"{}>{}</a>', page.href(url), Markup(' aria-current="page"') if url == page.url else "", name)
        for url, name in SECTIONS
    )
    return html('<nav class="d-pages" aria-label="Comparison">{}</nav>', Markup(" ").join(items))


def source_choices(catalogue: Catalogue, ids: Iterable[str]) -> tuple[Choice, ...]:
    """The sources to choose from, in the order of letters."""
    wanted = set(ids)
    return tuple(
        Choice(value=source.id, label=f"{source.siglum} {source.label}")
        for source in catalogue.sources.values()
        if source.id in wanted
    )


def actor_choices(catalogue: Catalogue, ids: Iterable[str]) -> tuple[Choice, ...]:
    """The listed actors to choose from, by name; of many those that stand in most rows."""
    counts = Counter(id for id in ids if catalogue.actors[id].published)
    most = sorted(counts, key=lambda id: (-counts[id], id))[:MAX_ACTORS]
    actors = sorted((catalogue.actors[id] for id in most), key=lambda actor: (actor.name.casefold(), actor.id))
    return tuple(Choice(value=actor.id, label=actor.name) for actor in actors)
