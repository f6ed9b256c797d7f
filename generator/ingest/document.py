"""Makes one source: its stored text, what it states of itself, what a person knows of it, what is set aside.

What a person decided in sources.yml stands above what the text states, field by field, and what curation.yml decides
above both.

In: stored text, the fields of sources.yml, decisions. Out: a Source, problems. Never: reads files, sees another source.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import cast

from msgspec.structs import replace

from generator.ingest.captions import Captions, find_captions
from generator.ingest.collections import Item, Page, find_items, posts_saved
from generator.ingest.decided import describe_parts, find_edits, find_language, with_done
from generator.ingest.edits import NO_EDITS, Edits, cut_lines, without
from generator.ingest.front_matter import find_front_matter
from generator.ingest.furniture import find_furniture, is_address
from generator.ingest.header import Header, Stated, read_header
from generator.ingest.lines import Line, find_lines
from generator.language.identify import identify
from generator.model import (
    NO_DECISIONS,
    DateOrder,
    Decisions,
    Furniture,
    Mode,
    Part,
    PublicationDate,
    Record,
    Source,
    Span,
)
from generator.problems import Problem, Problems, warning

LANGUAGE_LEAST = 0.5  # probability under which a document's language is left open: short texts of clear words reach 0.6
PART_LEAST = 0.9  # and a part's, which else has that of its page: posts are short, mixed and full of names
PART_LETTERS = 30
UNDETERMINED = "und"
DEFAULT_MODE = "excerpt"
UNKNOWN_LANGUAGE = "Its language cannot be made out, so little will be found in it. Set `language:` in sources.yml."
NO_HEADER = Header(title=None, published=None, updated=None, byline=None, publisher=None, furniture=())
BY_EDITOR = "Decided by the editor (sources.yml)."


class Layout(Record, frozen=True, kw_only=True):
    """What a text shows of its page; `url` is an address that stands alone on its first line."""

    url: str | None
    title: Line | None
    header: Header
    page: Page | None
    furniture: tuple[Furniture, ...]
    captions: Captions


def read_document(
    text: str,
    fields: dict[str, str],
    *,
    id: str,
    file: str,
    sha256: str,
    shown: str,
    decisions: Decisions = NO_DECISIONS,
) -> tuple[Source, Problems]:
    """The source of one stored text. `fields` are those of its entry in sources.yml, `shown` its path in problems.

    Of the decisions those on this source are applied: what they set aside or put back before the title and the dates
    are looked for, because a line that is put back can be the title.
    """
    own = [decision for decision in decisions.sources if decision.source == id]
    problems: list[Problem] = []
    spoken = find_language(own, fields.get("language"), decisions.file, problems)
    decided = spoken[0].decision.language if spoken else fields.get("language")
    language = decided or identify(text, least=LANGUAGE_LEAST)
    if not language:
        problems.append(warning(shown, UNKNOWN_LANGUAGE))
    fields = {**fields, "language": language or UNDETERMINED}
    source = _make_source(text, fields, NO_EDITS, id=id, file=file, sha256=sha256)
    own = [decision for decision in own if decision.part in {None, *(part.id for part in source.parts)}]
    edits, edited = find_edits(source, own, decisions.file, problems)
    if edited:
        source = _make_source(text, fields, edits, id=id, file=file, sha256=sha256)
    parts, described = describe_parts(source.parts, own)
    return with_done(replace(source, parts=parts), (*spoken, *edited, *described)), tuple(problems)


def _make_source(text: str, fields: dict[str, str], edits: Edits, *, id: str, file: str, sha256: str) -> Source:
    """The source as its text and sources.yml give it; `fields` hold its language."""
    language = fields["language"]
    layout = read_layout(text, language, publisher=fields.get("publisher"), edits=edits)
    header, title = layout.header, layout.title
    return Source(
        id=id,
        file=file,
        sha256=sha256,
        text=text,
        kind="collection" if layout.page else "article",
        label=fields.get("label"),
        title=fields.get("title") or (title.text if title else None),
        title_span=_span(id, text, title.start, title.end) if title and "title" not in fields else None,
        publisher=fields.get("publisher") or header.publisher,
        byline=fields.get("byline") or header.byline,
        url=fields.get("url") or layout.url,
        language=language,
        added=fields.get("added"),
        published=_decided(fields.get("published")) or _stated(id, text, header.published),
        updated=_decided(fields.get("updated")) or _stated(id, text, header.updated),
        parts=_parts(layout.page.items, text, language) if layout.page else (),
        furniture=layout.furniture,
        captions=layout.captions.captions,
        mode=cast(Mode, fields.get("mode", DEFAULT_MODE)),
        date_order=cast(DateOrder | None, fields.get("date_order")),
        max_share=float(fields["max_share"]) if "max_share" in fields else None,
    )


def read_layout(text: str, language: str, *, publisher: str | None = None, edits: Edits = NO_EDITS) -> Layout:
    """Items, captions, furniture and header of a text. Where two claim one place, the earlier in this order has it.

    `publisher` is the name that a person gave of it, `edits` what a person set aside and put back. The items are those
    of the text without edits, because their ids are addresses.
    """
    all_lines = find_lines(text)
    page = find_items(all_lines)
    lines = cut_lines(all_lines, edits)
    captions = find_captions(text, lines)
    found = (*find_front_matter(lines, language), *find_furniture(lines, collection=page is not None))
    found = without((*(page.furniture if page else ()), *captions.labels, *found), edits)
    set_aside = _apart((*edits.set_aside, *found), captions)
    taken = {piece.start for piece in set_aside} | {caption.start for caption in captions.captions}
    kept = frozenset(piece.start for piece in edits.restored)
    header = NO_HEADER if page else read_header(lines, language, frozenset(taken), publisher=publisher, kept=kept)
    return Layout(
        url=all_lines[0].text if all_lines and is_address(all_lines[0].text) else None,
        title=page.title if page else header.title,
        header=header,
        page=page,
        furniture=_apart((*set_aside, *without(header.furniture, edits)), captions),
        captions=captions,
    )


def _apart(pieces: Iterable[Furniture], captions: Captions) -> tuple[Furniture, ...]:
    """The furniture that overlaps no caption and no piece given before it, sorted."""
    used = [(caption.start, caption.end) for caption in captions.captions]
    kept: dict[int, Furniture] = {}
    for piece in pieces:
        place = bisect_right(used, (piece.start, piece.start))
        before_ends = used[place - 1][1] if place else 0
        after_starts = used[place][0] if place < len(used) else piece.end
        if before_ends <= piece.start and piece.end <= after_starts:
            used.insert(place, (piece.start, piece.end))
            kept[piece.start] = piece
    return tuple(kept[start] for start in sorted(kept))


def _parts(items: Sequence[Item], text: str, language: str) -> tuple[Part, ...]:
    return tuple(_part(str(number), item, text, language) for number, item in enumerate(items, start=1))


def _part(name: str, item: Item, text: str, language: str) -> Part:
    start, end = item.lines[0].start, item.lines[-1].end
    return Part(
        id=name,
        start=start,
        end=end,
        language=identify(text[start:end], least=PART_LEAST, letters=PART_LETTERS) or language,
        title=None,
        author=None,
        published=None,
        posts_stated=item.posts_stated,
        posts_saved=posts_saved(item),
    )


def _decided(edtf: str | None) -> PublicationDate | None:
    return PublicationDate(edtf=edtf, basis="curated", why=BY_EDITOR, span=None) if edtf else None


def _stated(name: str, text: str, stated: Stated | None) -> PublicationDate | None:
    if not stated:
        return None
    span = _span(name, text, stated.start, stated.end)
    return PublicationDate(edtf=stated.edtf, basis="stated", why=stated.why, span=span)


def _span(name: str, text: str, start: int, end: int) -> Span:
    return Span(source=name, part=None, start=start, end=end, text=text[start:end])
