"""What the pages of the comparison have in common: the list of them.

In: a page. Out: Markup. Never: a source's words.
"""

from markupsafe import Markup

from generator.publish import links
from generator.publish.pages.marks import Page, html

SECTIONS = (
    (links.comparison(), "Overview"),
    (links.statements(), "Who states what"),
    (links.wordings(), "Wordings"),
    (links.copies(), "Shared text"),
    (links.terms(), "Words for one thing"),
    (links.figures(), "Figures and dates"),
)


def compare_nav(page: Page) -> Markup:
    """The pages of the comparison, the one at hand marked."""
    items = (
        html('<a href="{}"{}>{}</a>', page.href(url), Markup(' aria-current="page"') if url == page.url else "", name)
        for url, name in SECTIONS
    )
    return html('<nav class="d-pages" aria-label="Comparison">{}</nav>', Markup(" ").join(items))
