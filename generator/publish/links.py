"""Every address of the site: where a thing stands, and how one page leads to another.

An address is relative to the site's root, in directory style ("timeline/#e-1f0c2a"; "" is the home page), so that
the site works under a sub-path.

In: ids, spans, readings. Out: addresses. Never: touches the disk, knows what a page says.
"""

from bisect import bisect_right
from collections.abc import Sequence
from urllib.parse import quote, unquote

from generator.model import AnnotatedSource, Span

HERE = "./"
INDEXES = ("", "actors", "sources")  # the folders whose own page is their index.md


def home() -> str:
    """The home page."""
    return ""


def timeline(volume: str = "") -> str:
    """The timeline, or one of the pages into which a long one is cut."""
    return f"timeline/{quote(volume, safe='')}/" if volume else "timeline/"


def event(id: str, volume: str = "") -> str:
    """An event's entry on a page of the timeline; an alias leads there as well.

    Without a volume it is the lasting address: it leads to the entry, or to the page that holds it, whatever comes in.
    """
    return _at(timeline(volume), id)


def actors() -> str:
    """The index of actors."""
    return "actors/"


def actors_of(kind: str) -> str:
    """All actors of a kind; no actor's page stands there, for a slug has no slash."""
    return f"actors/kinds/{kind}/"


def actor(id: str) -> str:
    """An actor's page."""
    return f"actors/{quote(id, safe='')}/"


def sources() -> str:
    """The index of sources."""
    return "sources/"


def source(id: str) -> str:
    """A source's page."""
    return f"sources/{quote(id, safe='')}/"


def passage(source_id: str, id: str) -> str:
    """A passage on its source's page."""
    return _at(source(source_id), id)


def comparison() -> str:
    """The comparison."""
    return "comparison/"


def statements() -> str:
    """What each source has on each statement."""
    return "comparison/statements/"


def wordings() -> str:
    """One utterance in several readings."""
    return "comparison/wordings/"


def copies() -> str:
    """The text that sources share."""
    return "comparison/copies/"


def copies_of(source_id: str) -> str:
    """The passages that one source shares with each of the others."""
    return f"comparison/copies/{quote(source_id, safe='')}/"


def copies_with(source_id: str, number: int) -> str:
    """What a source shares with one other, by that one's place on the page."""
    return _at(copies_of(source_id), f"with-{number}")


def terms() -> str:
    """Words used for the same thing."""
    return "comparison/words/"


def figures() -> str:
    """Figures and dates that differ."""
    return "comparison/figures/"


def family(id: str) -> str:
    """A quote family among the wordings; an alias leads there as well."""
    return _at(wordings(), id)


def label(id: str) -> str:
    """One thing with the terms that sources use for it."""
    return _at(terms(), id)


def about() -> str:
    """The page about the data."""
    return "about/"


def corrections() -> str:
    """The page on corrections and takedown."""
    return "corrections/"


def data(name: str) -> str:
    """An export."""
    return f"data/{quote(name, safe='')}"


def page_file(url: str) -> str:
    """The file below content/ that holds the page at an address.

    >>> page_file(timeline()), page_file(actors()), page_file(actor("ann-lee")), page_file(home())
    ('timeline.md', 'actors/index.md', 'actors/ann-lee.md', 'index.md')
    """
    path = unquote(url.partition("#")[0]).rstrip("/")
    return f"{path}/index.md".lstrip("/") if path in INDEXES else f"{path}.md"


def page_url(file: str) -> str:
    """The address of the page that a Markdown file below content/ holds.

    >>> page_url("actors/index.md"), page_url("timeline.md"), page_url("index.md")
    ('actors/', 'timeline/', '')
    """
    path = file.removesuffix(".md")
    path = "" if path == "index" else path.removesuffix("/index")
    return f"{quote(path)}/" if path else ""


def relative(to_url: str, from_url: str) -> str:
    """The href that leads from one page of the site to another address of it.

    >>> relative(source("a"), timeline()), relative(event("e-1"), timeline()), relative(home(), source("a"))
    ('../sources/a/', '#e-1', '../../')
    """
    path, mark, fragment = to_url.partition("#")
    here = from_url.partition("#")[0]
    if path == here:
        return mark + fragment or HERE
    there, base = path.split("/"), here.split("/")
    common = 0
    while common < min(len(there), len(base)) - 1 and there[common] == base[common]:
        common += 1
    way = "../" * (len(base) - 1 - common) + "/".join(there[common:])
    return (way or HERE) + mark + fragment


class Passages:
    """Where each passage of the sources stands on the site."""

    __slots__ = ("_ends", "_ids")

    def __init__(self, readings: Sequence[AnnotatedSource]) -> None:
        """Of the readings only the places and ids of their sentences are kept."""
        self._ends = {r.source.id: tuple(sentence.end for sentence in r.sentences) for r in readings}
        self._ids = {r.source.id: tuple(sentence.id for sentence in r.sentences) for r in readings}

    def url(self, span: Span) -> str:
        """The address of the sentence that holds the span's start, else of the next one, else of the last.

        A source without sentences has its page's address alone.
        """
        ids = self._ids[span.source]
        if not ids:
            return source(span.source)
        index = min(bisect_right(self._ends[span.source], span.start), len(ids) - 1)
        return passage(span.source, ids[index])


def _at(page: str, id: str) -> str:
    """A place on a page."""
    return f"{page}#{quote(id, safe='')}"
