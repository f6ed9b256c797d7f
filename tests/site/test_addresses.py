"""Every address on the site leads to a page or a place that is there, and none leads a reader's browser to others."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

BASE = "http://site.test/sub/"
LOADED = {**dict.fromkeys(("script", "img", "iframe", "source", "video", "audio", "embed"), "src"), "object": "data"}
LINKS_THAT_LOAD = {"stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch", "modulepreload"}
CSS_ADDRESS = re.compile(r"url\(\s*[\"']?([^\"')]+)|@import\s+[\"']([^\"']+)")


class Page(HTMLParser):
    """The ids of a page, where its links lead, and what it makes a browser load."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.repeated: list[str] = []
        self._in_style = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._in_style = tag == "style"
        for id in filter(None, [values.get("id"), values.get("name") if tag == "a" else None]):
            self.repeated += [id] if id in self.ids else []
            self.ids.add(id)
        if tag == "link" and LINKS_THAT_LOAD & set(values.get("rel", "").split()):
            self.loads.append(values["href"])
        if tag in ("a", "area", "use", "link") and (href := values.get("href", values.get("xlink:href"))) is not None:
            self.links.append(href)
        if address := values.get(LOADED.get(tag, "")):
            self.loads.append(address)
        self.loads += [part.split()[0] for part in values.get("srcset", "").split(",") if part.strip()]
        self.loads += addresses_in_css(values.get("style", ""))

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self.loads += addresses_in_css(data)


def addresses_in_css(css: str) -> list[str]:
    return [first or second for first, second in CSS_ADDRESS.findall(css)]


def url_of(file: Path, site: Path) -> str:
    return BASE + file.relative_to(site).as_posix().removesuffix("index.html")


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Page]:
    """Each page by its address, but for 404.html, whose addresses start at the server's root."""
    files = sorted(site.rglob("*.html"))
    return {url_of(f, site): Page(f.read_text(encoding="utf-8")) for f in files if f.name != "404.html"}


def internal(pages: dict[str, Page]) -> Iterator[tuple[str, str]]:
    """Every address on every page that stays on the site, made absolute, with its page."""
    for url, page in pages.items():
        for address in page.links + page.loads:
            target = urljoin(url, address)
            if target.startswith(BASE) or urlsplit(address).scheme == "" == urlsplit(address).netloc:
                yield url, target


def test_every_internal_address_is_there(pages: dict[str, Page], site: Path) -> None:
    there = {BASE + file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()} | set(pages)
    dead = {(url, target) for url, target in internal(pages) if unquote(target.partition("#")[0]) not in there}
    assert not dead


def test_every_fragment_is_there(pages: dict[str, Page]) -> None:
    dead = set()
    for url, target in internal(pages):
        page, _, fragment = target.partition("#")
        if fragment and fragment != "__top" and page in pages and unquote(fragment) not in pages[page].ids:
            dead.add((url, target))
    assert not dead


def test_no_id_stands_twice_on_a_page(pages: dict[str, Page]) -> None:
    assert not {url: page.repeated for url, page in pages.items() if page.repeated}


def test_pages_load_nothing_from_elsewhere(pages: dict[str, Page]) -> None:
    loads = {(url, load) for url, page in pages.items() for load in page.loads if not load.startswith("data:")}
    assert loads
    assert not {(url, load) for url, load in loads if not urljoin(url, load).startswith(BASE)}


def test_stylesheets_load_nothing_from_elsewhere(site: Path) -> None:
    for file in site.rglob("*.css"):
        for address in addresses_in_css(file.read_text(encoding="utf-8")):
            assert address.startswith(("data:", "#")) or not urlsplit(address).netloc, (file.name, address)
