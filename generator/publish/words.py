"""The words that the site uses of its own accord: counts, lists, dates of publication, the vocabulary of certainty.

In: numbers, names, records. Out: plain strings, not escaped. Never: prints a source's words, asserts, judges.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from babel import Locale, UnknownLocaleError

from generator.edtf import earliest, in_words, latest
from generator.model import (
    DECIDED,
    ActorKind,
    Basis,
    Cluster,
    DateBasis,
    MentionHow,
    Mode,
    Part,
    PublicationDate,
    SourceEntry,
)

NOT_STATED = "not stated"
PLACE_ONLY = "place only"
NOT_LISTED = "someone not listed here"
SEVERAL_NOT_LISTED = "several not listed here"
SPEAKER_UNKNOWN = "speaker not certain"
SPEAKER_UNNAMED = "speaker not named"
DENIES = "denies"
IN_A_DENIAL = "in a denial"
OUR_TRANSLATION = "Our translation"
UNDETERMINED = "und"  # the tag of a language that could not be made out

BASIS_MEANINGS: Mapping[DateBasis, str] = {
    "as written": "the source prints this date",
    "year worked out": "day and month are printed; the year follows from the date of a source",
    "worked out": "from a weekday or a word like “yesterday” and the date of the same source",
    "inferred": "from another source that dates the same words",
    "range only": "known to lie between two days",
    "year not known": "day and month are printed; no source gives the year",
    DECIDED: "a person set this date, and says why",
}
PUBLICATION_MEANINGS: Mapping[Basis, str] = {
    "curated": DECIDED,
    "stated": "as written",
    "inferred": "inferred",
    "bounded": "range only",
    "unknown": NOT_STATED,
}
MODE_MEANINGS: Mapping[Mode, str] = {
    "full": "its whole text may be shown",
    "excerpt": "only the passages that findings rest on are shown, never the running text",
    "pointer": "places are shown, not words",
}
SET_ASIDE_BY_EDITOR = "set aside by the editor"
FURNITURE_MEANINGS: Mapping[str, str] = {
    "advertisement": "a line that announces or labels an advertisement",
    "byline": "the line that names who wrote it; the name stands among the facts above",
    "call for contributions": "an invitation to send in pictures, tips or texts",
    "caption or link run into the sentence": "words that saving the page glued to the end of a sentence",
    "comment form": "labels, buttons and rules of the form for readers’ comments",
    "cookie notice": "a notice on cookies or consent",
    "copyright notice": "who holds the rights in the page",
    "counter": "a line that counts the posts of an item; the number stands beside the item’s heading",
    "date line": "the line that dates the document; the date stands among the facts above",
    "donation prompt": "a request for money",
    "front matter": "fields about the document that stand before its text",
    "masthead": "the name of the paper or site, or of one of its sections, above the headline",
    "navigation line": "a menu, or a trail of links",
    "page footer": "what stands below the last item of a page that lists items",
    "page heading": "what stands above the first item of a page that lists items",
    "photo label": "a word or name that stands above a photo caption",
    "picture placeholder": "a word that saving the page left in place of a picture",
    "publisher line": "the line that names the publisher; the name stands among the facts above",
    "read-more link": "a link to the rest of the text, or to another one",
    "reading time": "how many minutes the text takes",
    "related links": "links to other texts, or the line above them",
    "section label": "the name of the section that the text appeared in",
    SET_ASIDE_BY_EDITOR: "a person took these lines out, and says why",
    "share button": "a button to pass the page on",
    "social follow line": "an invitation to follow somebody elsewhere",
    "subscription prompt": "an invitation to subscribe or to sign in",
    "web address": "an address that fills a line",
}
KIND_HEADINGS: Mapping[ActorKind, str] = {
    "person": "People",
    "organisation": "Organisations",
    "group": "Groups",
    "place": "Places",
    "document": "Documents",
}
KIND_NAMES: Mapping[ActorKind, str] = {
    "person": "A person",
    "organisation": "An organisation",
    "group": "A group of people",
    "place": "A place",
    "document": "A document",
}
HOW_MEANT: Mapping[MentionHow, str] = {
    "name": "by name",
    "short": "by name",
    "pronoun": "by a pronoun",
    "description": "by a noun, or where the name only describes something else",
}


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun in the right form; `many` where it is not `one` with an s.

    >>> counted(1, "witness", "witnesses"), counted(1200, "source")
    ('1 witness', '1,200 sources')
    """
    return f"{number:,} {noun(number, one, many or one + 's')}"


def noun(number: int, one: str, many: str) -> str:
    """The noun that goes with a number."""
    return one if number == 1 else many


def listed(items: Sequence[str]) -> str:
    """The items as a sentence lists them; "" where there is none.

    >>> listed(["A", "B", "C"]), listed(["A"])
    ('A, B and C', 'A')
    """
    *first, last = items or ("",)
    return f"{', '.join(first)} and {last}" if first else last


def capital(text: str) -> str:
    """The text with its first letter large, the others as they are."""
    return text[:1].upper() + text[1:]


def percent(share: float) -> int:
    """A share (0-1) in whole per cent; what is there at all is never rounded to 0, what lacks something never to 100.

    >>> percent(0.004), percent(0.999), percent(0.125), percent(0.0)
    (1, 99, 12, 0)
    """
    if share in (0, 1):
        return round(share) * 100
    return min(99, max(1, round(share * 100)))


def witnesses_in_words(witnesses: int, independent: int) -> str:
    """How many tell it.

    >>> witnesses_in_words(3, 2), witnesses_in_words(1, 1)
    ('3 witnesses, 2 independent', '1 witness')
    """
    told = counted(witnesses, "witness", "witnesses")
    return told if witnesses <= 1 else f"{told}, {independent:,} independent"


def why_counted_once(cluster: Cluster, names: Sequence[str]) -> str:
    """Why these members of a cluster count as one witness; at least two names."""
    verb = "carry one text" if cluster.why == "shared text" else "have this from one report, as they say,"
    return f"{listed(names)} {verb} and count once"


def published_in_words(published: PublicationDate, updated: PublicationDate | None = None) -> str:
    """When a source appeared; a bounded date is never printed as one."""
    if published.edtf is None or published.basis == "unknown":
        words = NOT_STATED
    elif published.basis == "bounded":
        words = f"{NOT_STATED}; {_bounds_in_words(published.edtf)}"
    else:
        words = in_words(published.edtf)
    if updated is None or updated.edtf is None or updated.edtf == published.edtf or updated.basis == "bounded":
        return words
    return f"{words}, updated {in_words(updated.edtf)}"


def _bounds_in_words(value: str) -> str:
    """An interval as what it excludes ("not before 21 January 2021")."""
    first, last = earliest(value), latest(value)
    if first and not last:
        return f"not before {in_words(first.isoformat())}"
    if last and not first:
        return f"not after {in_words(last.isoformat())}"
    return in_words(value)


@cache
def language_name(tag: str) -> str:
    """The English name of a BCP 47 tag, the tag itself where it has none.

    >>> language_name("pt-BR"), language_name("xx")
    ('Portuguese (Brazil)', 'xx')
    >>> language_name("und")
    'language not stated'
    """
    if tag == UNDETERMINED:
        return f"language {NOT_STATED}"
    try:
        return Locale.parse(tag, sep="-").get_display_name("en") or tag
    except (UnknownLocaleError, ValueError):
        return tag


@cache
def is_right_to_left(tag: str) -> bool:
    """Whether the language of a BCP 47 tag is written from right to left; an unknown one is not.

    >>> is_right_to_left("ar"), is_right_to_left("en"), is_right_to_left("xx")
    (True, False, False)
    """
    try:
        return Locale.parse(tag, sep="-").text_direction == "rtl"
    except (UnknownLocaleError, ValueError):
        return False


def part_noun(source: SourceEntry) -> str:
    """What the items of a collection are called: threads where the page counts their posts."""
    return "thread" if any(part.posts_saved is not None for part in source.parts) else "item"


def posts_in_words(part: Part) -> str:
    """How many of an item's posts were saved, "" where the page does not count them.

    >>> from generator.model import Part
    >>> part = Part(id="t1", start=0, end=9, language="en", title=None, author=None, published=None,
    ...             posts_stated=9, posts_saved=4)
    >>> posts_in_words(part)
    '4 of 9 posts saved'
    """
    if part.posts_stated is None or part.posts_saved is None:
        return ""
    return f"{part.posts_saved:,} of {counted(part.posts_stated, 'post')} saved"


def is_excerpt(source: SourceEntry) -> bool:
    """Whether less of the source was saved than it states: then it is never said not to have something."""
    return any((part.posts_saved or 0) < (part.posts_stated or 0) for part in source.parts)
