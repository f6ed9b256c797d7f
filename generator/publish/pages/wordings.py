"""One utterance in several readings: the families of quotations with their apparatus; and the terms for one thing.

In: the catalogue. Out: Markdown. Never: says which reading is right; finds that two terms mean one thing.
"""

from generator.model import Family
from generator.publish import links
from generator.publish.pages.catalogue import Catalogue
from generator.publish.pages.choices import actor_choices, as_chosen, source_choices
from generator.publish.pages.comparing import compare_nav
from generator.publish.pages.families import FamilyView, make_family
from generator.publish.pages.labels import make_labels
from generator.publish.pages.marks import Page
from generator.publish.pages.render import render


def wordings_page(catalogue: Catalogue) -> str:
    """The quote families, those with most readings first."""
    page = Page(catalogue=catalogue, url=links.wordings())
    families = catalogue.dossier.families
    return render(
        "comparison_wordings.md.j2",
        nav=compare_nav(page),
        families=make_families(page),
        members={
            family.id: as_chosen(catalogue, (catalogue.quotes[id].source for id in family.quotes))
            for family in families
        },
        speakers={family.id: _speaker(catalogue, family) for family in families},
        sources=source_choices(catalogue, {catalogue.quotes[id].source for one in families for id in one.quotes}),
        actors=actor_choices(catalogue, (one.speaker for one in families if one.speaker)),
        former=former_families(catalogue),
        index=page.href(links.sources()),
        tei=page.href(links.data("utterances.tei.xml")),
        csv=page.href(links.data("wordings.csv")),
        json=page.href(links.data("wordings.json")),
    )


def _speaker(catalogue: Catalogue, family: Family) -> str:
    """The id of the speaker by which a family is found, "" where nobody listed is known."""
    return family.speaker if family.speaker and catalogue.actors[family.speaker].published else ""


def make_families(page: Page) -> tuple[FamilyView, ...]:
    """The quote families, those with most readings first; last those of which no two readings may be printed."""
    families = sorted(page.catalogue.dossier.families, key=lambda one: (-len(one.readings), one.id))
    views = [make_family(page, family) for family in families]
    return tuple(sorted(views, key=lambda view: (not view.compared, not view.shown)))


def former_families(catalogue: Catalogue) -> tuple[str, ...]:
    """The ids under which a family may have stood and none stands now, sorted."""
    taken = {id for family in catalogue.dossier.families for id in (family.id, *family.aliases)}
    return tuple(sorted(set(catalogue.frame.former_families) - taken))


def terms_page(catalogue: Catalogue) -> str:
    """The terms that a person put together, and who uses which how often."""
    page = Page(catalogue=catalogue, url=links.terms())
    labels = [label for label in catalogue.dossier.labels if label.uses]
    return render(
        "comparison_words.md.j2",
        nav=compare_nav(page),
        labels=make_labels(page),
        users={label.id: as_chosen(catalogue, (use.source for use in label.uses)) for label in labels},
        sources=source_choices(catalogue, {use.source for label in labels for use in label.uses}),
        csv=page.href(links.data("words.csv")),
        json=page.href(links.data("words.json")),
    )
