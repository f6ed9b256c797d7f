"""The pages a reader sees, one module for each: a dossier in, Markdown out.

In: a dossier, the gate, the addresses of its passages, the hand-written opening. Out: the text of each page under its
path below content/. Never: touches the disk, prints a source's words but through the gate.
"""

from generator.model import Dossier
from generator.publish import links
from generator.publish.gate import Gate
from generator.publish.links import Passages
from generator.publish.pages.about import about_page
from generator.publish.pages.actor import actor_pages
from generator.publish.pages.actors import actors_page, kind_pages
from generator.publish.pages.catalogue import BARE, Frame, make_catalogue
from generator.publish.pages.company import find_company
from generator.publish.pages.comparison import comparison_pages
from generator.publish.pages.corrections import corrections_page
from generator.publish.pages.home import home_page
from generator.publish.pages.moved import moved_pages
from generator.publish.pages.sources import source_pages, sources_page
from generator.publish.pages.timeline import timeline_pages

__all__ = ["render_pages"]


def render_pages(
    dossier: Dossier, gate: Gate, passages: Passages, home_text: str | None, frame: Frame = BARE
) -> dict[str, str]:
    """Every page under its path below content/. Without `home_text`, the home page opens with what can be counted."""
    catalogue = make_catalogue(dossier, gate, passages, frame)
    company = find_company(catalogue)
    pages = {
        links.home(): home_page(catalogue, home_text),
        links.actors(): actors_page(catalogue, company),
        links.sources(): sources_page(catalogue),
        links.about(): about_page(catalogue),
        links.corrections(): corrections_page(catalogue),
    }
    pages |= timeline_pages(catalogue) | comparison_pages(catalogue) | source_pages(catalogue)
    pages |= actor_pages(catalogue, company) | kind_pages(catalogue)
    pages |= moved_pages(catalogue, pages)
    return {links.page_file(url): text for url, text in sorted(pages.items())}
