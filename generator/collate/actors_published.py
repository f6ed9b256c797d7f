"""Which actors get a page, and why: one rule, in words that the site prints.

In: an actor's kind, mentions and descriptions. Out: yes or no, and why. Never: gives a page to a person named only in
posts, or to what may be one: a single word of which nothing says what it names passes for an organisation.
"""

from collections.abc import Collection, Sequence

from generator.model import ActorKind, Mention, Span
from generator.spans import witness

WITNESSES = 2
MENTIONS = 3  # in one article: more than passing


def decide_page(
    kind: ActorKind, mentions: Sequence[Mention], descriptions: Sequence[Span], articles: Collection[str]
) -> tuple[bool, str]:
    """Whether the actor gets a page, and why. `articles`: the ids of its sources that are no collections of posts."""
    witnesses = len({witness(mention) for mention in mentions})
    if kind == "person" and not articles:
        return False, "named only in posts; private persons get no page"
    if witnesses >= WITNESSES and kind == "organisation" and not articles and not is_spelt_out(mentions):
        return False, "named only in posts and by a single word; what it names is not known"
    if witnesses >= WITNESSES:
        return True, f"named by {witnesses} witnesses"
    inside = [mention for mention in mentions if mention.source in articles]
    if len(inside) >= MENTIONS:
        return True, f"named {len(inside)} times in one article"
    if kind != "place" and any(span.source in articles for span in descriptions):
        return True, "named and described in one article"
    return False, "named once" if len(mentions) == 1 else "named by one witness only"


def is_spelt_out(mentions: Sequence[Mention]) -> bool:
    """Whether the actor is somewhere named by more than one word.

    Such a name shows its kind by its own words (a head, a legal ending), and where it introduces an acronym or a short
    form this is a name of the same actor. The kind of a single word is mostly the default: the candidates do not say
    whether it is, so that a well-known firm named by one word in posts alone is left out with the rest.
    """
    return any(len(mention.text.split()) > 1 for mention in mentions if mention.how in {"name", "short"})
