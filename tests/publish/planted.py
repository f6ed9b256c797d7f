"""Two dossiers into which faults are planted: the golden one, and one in which everything is said twice."""

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from msgspec.structs import replace

from generator.model import AnnotatedSource, Mode, Source, Span
from generator.pipeline import Edition, make_dossier
from generator.spans import part_at

BRIDGE = Path(__file__).parent.parent / "golden" / "bridge" / "seeds"
TWENTY = 20
SAID = """\
On Monday the baker Ida Moen opened the bakery on the quay in Osterhaven.

“We baked all night and we shall bake again,” said Ida Moen, a baker from Orvel.

On March 3, 2022, Ida Moen told the mayor of Osterhaven that the bakery had run out of rye.

The mayor said the quay would close on Tuesday, and that nobody had asked Ida Moen.

"""

Item = TypeVar("Item")
AnySpan = TypeVar("AnySpan", bound=Span)


@cache
def bridge(mode: Mode | None = None) -> Edition:
    """The golden dossier, all of its sources in one mode if that is given."""
    return in_mode(make_dossier(BRIDGE), mode)


@cache
def said_twice() -> Edition:
    """A source whose every finding stands a second time."""
    with TemporaryDirectory() as folder:
        seeds = Path(folder)
        (seeds / "quay.txt").write_text("The bakery and the quay\n\n" + SAID * 2, encoding="utf-8")
        return make_dossier(seeds)


def in_mode(edition: Edition, mode: Mode | None) -> Edition:
    if mode is None:
        return edition
    readings = tuple(replace(one, source=replace(one.source, mode=mode, max_share=None)) for one in edition.readings)
    entries = tuple(replace(entry, mode=mode) for entry in edition.dossier.sources)
    return replace(edition, readings=readings, dossier=replace(edition.dossier, sources=entries))


def with_echo(edition: Edition) -> Edition:
    """The same findings in texts that say everything once more at their end, where nothing was found."""
    readings = tuple(replace(one, source=echoed(one.source)) for one in edition.readings)
    return replace(edition, readings=readings)


def echoed(source: Source) -> Source:
    return replace(source, text=f"{source.text}\n{source.text}")


def to_echo(span: AnySpan, readings: Sequence[AnnotatedSource]) -> AnySpan:
    """A span moved to the same words in the echo."""
    source = next(one.source for one in readings if one.source.id == span.source)
    shift = (len(source.text) + 1) // 2
    start = span.start + shift
    assert source.text[start : span.end + shift] == span.text
    return replace(span, start=start, end=span.end + shift, part=part_at(source, start))


def spread(items: Iterable[Item], most: int = TWENTY) -> list[Item]:
    """So many of the items, evenly over all of them."""
    items = list(items)
    return [items[at * len(items) // min(most, len(items))] for at in range(min(most, len(items)))]


def line_of(source: Source, at: int) -> int:
    return 1 + source.text.count("\n", 0, at)


def source_of(edition: Edition, id: str) -> Source:
    return next(one.source for one in edition.readings if one.source.id == id)
