"""The site from a dossier: pages, assets and exports, in memory.

In: a dossier, the readings it rests on, hand-written pages. Out: the files of content/, problems. Never: touches the
disk but for its own assets; lets a source's words pass but through the gate.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.model import AnnotatedSource, Dossier, HandPage
from generator.problems import Problem, Problems, error, in_order
from generator.publish import links
from generator.publish.addresses import check_addresses
from generator.publish.export import published_json
from generator.publish.front_matter import split_front_matter, with_front_matter
from generator.publish.gate import Gate
from generator.publish.handpages import HOME, find_quoted, page_path, place_page
from generator.publish.links import Passages
from generator.publish.pages import render_pages
from generator.publish.schema import schema_json
from generator.publish.site import Site

__all__ = ["Site", "publish"]

ASSETS = Path(__file__).parent / "assets"


def publish(
    dossier: Dossier, readings: Sequence[AnnotatedSource], pages: Sequence[HandPage], contact: str | None = None
) -> tuple[Site, Problems]:
    """The site of a dossier, and what is wrong with the hand-written pages and with any link.

    `contact` is the address for corrections (https://… or mailto:…).
    """
    passages = Passages(readings)
    gate = open_gate(dossier, readings, pages)
    dossier = gate.with_shares()
    placed, problems = place_pages(pages, dossier, gate, passages)
    home_text = placed.pop(HOME, None)
    files = make_pages(dossier, gate, passages, home_text, contact)
    files, clashes = add_pages(files, placed)
    exports = {"dossier.json": published_json(dossier, gate), "schema.json": schema_json()}
    everything = {path: text.encode() for path, text in files.items()} | read_assets()
    everything |= {links.data(name): data for name, data in exports.items()}
    site = Site(files=dict(sorted(everything.items())))
    return site, in_order([*problems, *clashes, *check_addresses(site, {page_path(page.file): page for page in pages})])


def open_gate(dossier: Dossier, readings: Sequence[AnnotatedSource], pages: Sequence[HandPage]) -> Gate:
    """The gate that counts what hand-written pages quote among the findings."""
    gate = Gate(dossier, readings)
    quoted = tuple(span for page in pages for span in find_quoted(page, dossier, gate))
    return Gate(dossier, readings, quoted) if quoted else gate


def place_pages(
    pages: Sequence[HandPage], dossier: Dossier, gate: Gate, passages: Passages
) -> tuple[dict[str, str], list[Problem]]:
    """The Markdown of each hand-written page, by its file in the seeds folder."""
    placed: dict[str, str] = {}
    problems: list[Problem] = []
    for page in pages:
        placed[page.file], found = place_page(page, dossier, gate, passages)
        problems.extend(found)
    return placed, problems


def make_pages(
    dossier: Dossier, gate: Gate, passages: Passages, home_text: str | None, contact: str | None
) -> dict[str, str]:
    """The generated pages, the home page with its hand-written text and front matter."""
    if home_text is None:
        return render_pages(dossier, gate, passages, None, contact)
    front, body = split_front_matter(home_text)
    files = render_pages(dossier, gate, passages, body, contact)
    home = links.page_file(links.home())
    return files | {home: with_front_matter(files[home], front, HOME)}


def add_pages(files: Mapping[str, str], placed: Mapping[str, str]) -> tuple[dict[str, str], list[Problem]]:
    """The generated pages with the hand-written ones; one that has the name of a generated page is left out."""
    taken = {path.casefold() for path in files}
    clashes = [file for file in placed if page_path(file).casefold() in taken]
    problems = [error(file, "has the name of a page that the build makes. Give it another name.") for file in clashes]
    return {**files, **{page_path(file): text for file, text in placed.items() if file not in clashes}}, problems


def read_assets() -> dict[str, bytes]:
    """The stylesheet, the scripts and the pictures, as they are."""
    files = sorted(file for file in ASSETS.rglob("*") if file.is_file())
    return {f"assets/{file.relative_to(ASSETS).as_posix()}": file.read_bytes() for file in files}
