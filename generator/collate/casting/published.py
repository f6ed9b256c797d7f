"""Which actors get a page, and why: one rule, in words that the site prints.

In: an actor's kind, mentions and descriptions, whether a source describes it as a child, what people decided. Out: yes
or no, and why. Never: by itself gives a page to a minor or to a person named only in posts, or to what may be one: a
single word of which nothing says what it names passes for an organisation.
"""

from collections.abc import Collection, Sequence

from generator.collate.casting.chosen_names import is_by_name
from generator.model import DECIDED, ActorKind, Mention, Span
from generator.spans import witness

MINOR = "named as a minor; gets no page unless the editor decides so"
ONLY_IN_POSTS = "named only in posts; private persons get no page"
FULL_IN_POSTS = "named in full only in posts; private persons get no page"
MAY_BE_A_PERSON = "named only in posts and by a single word; what it names is not known"
UNKNOWN = "named by one witness only and by a single word; what it names is not known"
PROTECTING = frozenset({MINOR, ONLY_IN_POSTS, FULL_IN_POSTS, MAY_BE_A_PERSON, DECIDED})  # such pages leave no trace

WITNESSES = 2
MENTIONS = 3  # in one article: more than passing


def decide_page(
    kind: ActorKind,
    mentions: Sequence[Mention],
    descriptions: Sequence[Span],
    articles: Collection[str],
    *,
    speaks: bool = False,
    minor: bool = False,
    decided: bool | None = None,
) -> tuple[bool, str]:
    """Whether the actor gets a page, and why. `articles`: the ids of its sources that are no collections of posts.

    `speaks`: an article gives its words. `minor`: a source describes it as a child. `decided`: what people said of its
    page, None where they did not.
    """
    if decided is not None:
        return decided, DECIDED
    if minor and may_be_a_person(kind, mentions):
        return False, MINOR
    return weigh_mentions(kind, mentions, descriptions, articles, speaks=speaks)


def weigh_mentions(
    kind: ActorKind,
    mentions: Sequence[Mention],
    descriptions: Sequence[Span],
    articles: Collection[str],
    *,
    speaks: bool,
) -> tuple[bool, str]:
    """Whether an actor of whom nothing else is known gets a page by how it is named, and why.

    More of the same never takes a page away: only another kind does, mentions that turn out to be another's, or posts
    that give a person's name in full where articles do not.
    """
    witnesses = len({witness(mention) for mention in mentions})
    private = find_privacy(kind, mentions, articles, witnesses)
    if private:
        return False, private
    if witnesses >= WITNESSES:
        return True, f"named by {witnesses} witnesses"
    return weigh_article(kind, mentions, descriptions, articles, speaks=speaks)


def weigh_article(
    kind: ActorKind,
    mentions: Sequence[Mention],
    descriptions: Sequence[Span],
    articles: Collection[str],
    *,
    speaks: bool,
) -> tuple[bool, str]:
    """The same for an actor that one witness alone names: what an article does more than name it in passing."""
    inside = [mention for mention in mentions if mention.source in articles and is_by_name(mention)]
    if len(inside) >= MENTIONS:
        unknown = kind == "organisation" and is_unknown(mentions) and not descriptions
        return (False, UNKNOWN) if unknown else (True, f"named {len(inside)} times in one article")
    if kind != "place" and any(span.source in articles for span in descriptions):
        return True, "named and described in one article"
    if kind != "place" and speaks and is_spelt_out(mentions):
        return True, "quoted in one article"
    return False, "named once" if len(mentions) == 1 else "named by one witness only"


def find_privacy(kind: ActorKind, mentions: Sequence[Mention], articles: Collection[str], witnesses: int) -> str | None:
    """Why an actor is, or may be, somebody private, None where it is not."""
    if kind == "person" and not articles:
        return ONLY_IN_POSTS
    if kind == "person" and is_full_in_posts(mentions, articles):
        return FULL_IN_POSTS
    if witnesses >= WITNESSES and kind == "organisation" and not articles and not is_spelt_out(mentions):
        return MAY_BE_A_PERSON
    return None


def is_full_in_posts(mentions: Sequence[Mention], articles: Collection[str]) -> bool:
    """Whether articles name somebody by one word alone, and posts by more: the two may be two people."""
    lengths: dict[bool, int] = {True: 0, False: 0}
    for mention in mentions:
        in_article = mention.source in articles
        lengths[in_article] = max(lengths[in_article], len(mention.text.split()))
    return lengths[True] == 1 < lengths[False]


def may_be_a_person(kind: ActorKind, mentions: Sequence[Mention]) -> bool:
    """Whether the actor is a person, or passes for an organisation only because nothing says what it is."""
    return kind == "person" or (kind == "organisation" and not is_spelt_out(mentions))


def is_unknown(mentions: Sequence[Mention]) -> bool:
    """Whether a single word with small letters is all that names the actor: capital letters are mostly a body's."""
    plain = any(mention.text[1:].islower() for mention in mentions if mention.how in {"name", "short"})
    return plain and not is_spelt_out(mentions)


def is_spelt_out(mentions: Sequence[Mention]) -> bool:
    """Whether the actor is somewhere named by more than one word.

    Such a name shows its kind by its own words (a head, a legal ending), and where it introduces an acronym or a short
    form this is a name of the same actor. The kind of a single word is mostly the default: the candidates do not say
    whether it is, so that a well-known firm named by one word in posts alone is left out with the rest.
    """
    return any(len(mention.text.split()) > 1 for mention in mentions if mention.how in {"name", "short"})
