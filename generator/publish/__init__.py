"""The site from a dossier: pages, assets and exports, in memory.

In: a dossier, the readings it rests on, hand-written pages. Out: the files of content/, problems. Never: touches the
disk but for its own assets; lets a source's words pass but through the gate.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from generator.event_ids import report_ids
from generator.family_ids import family_ids
from generator.model import AnnotatedSource, Dossier, HandPage
from generator.problems import Problem, Problems, error, in_order
from generator.publish import links, tei
from generator.publish.addresses import check_addresses
from generator.publish.annotations import annotations_json
from generator.publish.export import published_json
from generator.publish.front_matter import split_front_matter, with_front_matter
from generator.publish.gate import Gate
from generator.publish.handpages import (
    HOME,
    ProvenPage,
    find_cited,
    find_compared,
    find_located,
    find_quoted,
    page_path,
    place_page,
    prove_page,
)
from generator.publish.leaks import find_leaks
from generator.publish.links import Passages
from generator.publish.pages import render_pages
from generator.publish.pages.catalogue import Catalogue, Cited, Frame, make_catalogue
from generator.publish.proofs import make_shelf
from generator.publish.references import sources_bib, sources_csl
from generator.publish.schema import schema_json
from generator.publish.site import Site
from generator.publish.tables import make_tables
from generator.publish.timeline_data import timeline_files

__all__ = ["Site", "publish"]

ASSETS = Path(__file__).parent / "assets"


def publish(
    dossier: Dossier, readings: Sequence[AnnotatedSource], pages: Sequence[HandPage], contact: str | None = None
) -> tuple[Site, Problems]:
    """The site of a dossier, and what is wrong with the hand-written pages and with any link.

    `contact` is the address for corrections (https://… or mailto:…).
    """
    passages = Passages(readings)
    shelf = make_shelf(readings)
    proven = tuple(prove_page(page, shelf) for page in pages)
    dossier = with_anchors(dossier, proven)
    gate = open_gate(dossier, readings, proven)
    dossier = gate.with_shares()
    frame = make_frame(readings, proven, contact)
    catalogue = make_catalogue(dossier, gate, passages, frame)
    exports = make_exports(catalogue) | make_tables(dossier, gate, passages)
    frame = replace(frame, sizes={name: len(data) for name, data in exports.items()})
    placed, problems = place_pages(proven, make_catalogue(dossier, gate, passages, frame))
    home_text = placed.pop(HOME, None)
    files = make_pages(dossier, gate, passages, home_text, frame)
    files, clashes = add_pages(files, placed)
    everything = {path: text.encode() for path, text in files.items()} | read_assets()
    everything |= {links.data(name): data for name, data in exports.items()}
    site = Site(files=dict(sorted(everything.items())))
    written = {page_path(page.file): page for page in pages}
    dead = () if clashes else check_addresses(site, written)  # links to a page that is left out would all be dead
    return site, in_order([*problems, *clashes, *dead, *find_leaks(site, dossier, readings, gate, written)])


def make_exports(catalogue: Catalogue) -> dict[str, bytes]:
    """The site's data, by the names of the files."""
    dossier, gate = catalogue.dossier, catalogue.gate
    return {
        "annotations.json": annotations_json(dossier, gate),
        "dossier.json": published_json(dossier, gate),
        "schema.json": schema_json(),
        "sources.bib": sources_bib(dossier),
        "sources.csl.json": sources_csl(dossier),
        **timeline_files(catalogue),
        tei.NAME: tei.tei_xml(dossier, gate, catalogue.passages),
    }


def with_anchors(dossier: Dossier, pages: Sequence[ProvenPage]) -> Dossier:
    """The dossier with the passages on which hand-written pages rely among its anchors."""
    anchors = {*dossier.anchors, *(anchor for page in pages for anchor in find_cited(page))}
    return replace(dossier, anchors=tuple(sorted(anchors, key=lambda one: (one.source, one.start, one.end, one.by))))


def open_gate(dossier: Dossier, readings: Sequence[AnnotatedSource], pages: Sequence[ProvenPage]) -> Gate:
    """The gate that counts what hand-written pages quote, and then what they lead to, among the findings."""
    quoted = tuple(span for page in pages for span in (*find_quoted(page), *find_compared(page, dossier)))
    located = tuple(span for page in pages for span in find_located(page))
    return Gate(dossier, readings, quoted, located)


def cited_by(pages: Sequence[ProvenPage]) -> tuple[Cited, ...]:
    """Each passage on which a hand-written page relies, with the page's title and address."""
    return tuple(
        Cited(span=anchor, title=page.title, url=links.page_url(page_path(page.page.file)))
        for page in pages
        for anchor in find_cited(page)
    )


def place_pages(pages: Sequence[ProvenPage], catalogue: Catalogue) -> tuple[dict[str, str], list[Problem]]:
    """The Markdown of each hand-written page, by its file in the seeds folder."""
    placed: dict[str, str] = {}
    problems: list[Problem] = []
    for page in pages:
        placed[page.page.file], found = place_page(page, catalogue)
        problems.extend(found)
    return placed, problems


def make_frame(readings: Sequence[AnnotatedSource], pages: Sequence[ProvenPage], contact: str | None) -> Frame:
    """What the pages need to know beside the dossier."""
    others = (page for page in pages if page.page.file != HOME)
    return Frame(
        contact=contact,
        written=tuple((page.title, links.page_url(page_path(page.page.file))) for page in others),
        cited=cited_by(pages),
        former_events=tuple(id for reading in readings for id in report_ids(reading)),
        former_families=tuple(id for reading in readings for id in family_ids(reading)),
    )


def make_pages(dossier: Dossier, gate: Gate, passages: Passages, home_text: str | None, frame: Frame) -> dict[str, str]:
    """The generated pages, the home page with its hand-written text and front matter."""
    front, body = split_front_matter(home_text) if home_text is not None else ("", None)
    files = render_pages(dossier, gate, passages, body, frame)
    home = links.page_file(links.home())
    return files if home_text is None else files | {home: with_front_matter(files[home], front, HOME)}


def add_pages(files: Mapping[str, str], placed: Mapping[str, str]) -> tuple[dict[str, str], list[Problem]]:
    """The generated pages with the hand-written ones; one that would stand at the address of another is left out."""
    taken = {address_of(path): "a page that the build makes" for path in files}
    added: dict[str, str] = {}
    problems: list[Problem] = []
    for file, text in placed.items():
        path = page_path(file)
        other = taken.setdefault(address_of(path), file)
        if other == file:
            added[path] = text
        else:
            problems.append(error(file, f"This page would have the address of {other}. Give it another name."))
    return {**files, **added}, problems


def address_of(path: str) -> str:
    """The address of a page as MkDocs gives it, in one case of letters: some disks do not tell two.

    >>> address_of("Method.md") == address_of("method/README.md")
    True
    """
    folder, _, name = path.rpartition("/")
    path = "/".join(filter(None, (folder, "index.md"))) if name == "README.md" else path
    return links.page_url(path).casefold()


def read_assets() -> dict[str, bytes]:
    """The stylesheet, the scripts and the pictures, as they are."""
    files = sorted(file for file in ASSETS.rglob("*") if file.is_file())
    return {f"assets/{file.relative_to(ASSETS).as_posix()}": file.read_bytes() for file in files}
