"""The site in a real browser: nothing goes wrong, nothing runs off a small screen, search and filter answer."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

Scheme = Literal["light", "dark"]
SCREENS = [(width, scheme) for width in (390, 1440) for scheme in ("light", "dark")]
LEADS_ON = '<meta http-equiv="refresh"'
SCHEMES = {"light": "default", "dark": "slate"}  # as the theme calls them


class Watched:
    """A page in a browser, and everything that went wrong while it was open."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address, self.wrong = page, address, list[str]()
        page.on("console", lambda message: self.wrong.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        page.on("requestfailed", lambda request: self.wrong.append(f"failed: {request.url}"))
        page.on("request", lambda request: self._note(request.url))
        page.on("response", lambda response: self.wrong.extend([response.url] if response.status >= 400 else []))

    def open(self, path: str) -> Page:
        """The page once it asks for nothing more: leaving it earlier would count as a failed request."""
        self.page.goto(self.address + path, wait_until="networkidle")
        return self.page

    def overflow(self) -> int:
        """By how many pixels the page is wider than the screen, all disclosures open."""
        self.page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
        root = "document.documentElement"
        return int(self.page.evaluate(f"{root}.scrollWidth - {root}.clientWidth"))

    def _note(self, url: str) -> None:
        if urlsplit(url).netloc != urlsplit(self.address).netloc and not url.startswith(("data:", "blob:")):
            self.wrong.append(f"elsewhere: {url}")


@pytest.fixture
def open_at(browser: Browser, address: str) -> Iterator[Callable[[int, Scheme], Watched]]:
    """`open_at(width, scheme)` is a fresh browser window at that width and colour scheme."""
    contexts = []

    def window(width: int, scheme: Scheme) -> Watched:
        contexts.append(browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme))
        return Watched(contexts[-1].new_page(), address)

    yield window
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def moved(site: Path) -> list[str]:
    """The addresses of the pages that lead on to another, from the site's root."""
    files = (file for file in site.rglob("index.html") if LEADS_ON in file.read_text(encoding="utf-8"))
    return sorted(file.parent.relative_to(site).as_posix() + "/" for file in files)


@pytest.fixture(scope="module")
def paths(site: Path, moved: list[str]) -> list[str]:
    """The addresses of all other pages, from the site's root."""
    every = {file.parent.relative_to(site).as_posix() + "/" for file in site.rglob("index.html")}
    return sorted(every.difference(moved))


@pytest.fixture(scope="module")
def main_paths(paths: list[str]) -> list[str]:
    """Every page that is not about one actor, and of those the first."""
    actors = [path for path in paths if path.startswith("actors/") and path != "actors/"]
    return [path for path in paths if path not in actors[1:]]


def test_a_page_that_has_moved_leads_on(open_at: Callable[[int, Scheme], Watched], moved: list[str]) -> None:
    window = open_at(1440, "light")
    assert moved
    for path in moved[:3]:
        window.page.goto(window.address + path, wait_until="commit")
        window.page.wait_for_url(lambda url, left=path: url.startswith(window.address) and not url.endswith(left))
        assert window.page.locator("h1").inner_text() != "This page has moved"


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_pages_open_without_a_word_and_fit(
    open_at: Callable[[int, Scheme], Watched], main_paths: list[str], width: int, scheme: Scheme
) -> None:
    window, wide = open_at(width, scheme), {}
    for path in main_paths:
        page = window.open(path)
        assert page.locator("body").get_attribute("data-md-color-scheme") == SCHEMES[scheme]
        wide[path] = window.overflow()
    assert not window.wrong
    assert not {path: pixels for path, pixels in wide.items() if pixels > 0}


def test_every_page_opens_without_a_word_and_fits(open_at: Callable[[int, Scheme], Watched], paths: list[str]) -> None:
    window, wide = open_at(390, "light"), {}
    for path in paths:
        window.open(path)
        wide[path] = window.overflow()
    assert not window.wrong
    assert not {path: pixels for path, pixels in wide.items() if pixels > 0}


def test_search_answers(open_at: Callable[[int, Scheme], Watched], site: Path) -> None:
    dossier = json.loads((site / "data" / "dossier.json").read_bytes())
    actor = next(actor for actor in dossier["actors"] if actor["published"] and actor["kind"] == "person")
    window = open_at(1440, "light")
    page = window.open("")
    page.locator(".md-search__input").press_sequentially(actor["name"])
    first = page.locator(".md-search-result__item a").first
    first.wait_for()
    assert any(word in first.inner_text() for word in actor["name"].split())
    assert not window.wrong


def test_the_filter_of_the_timeline(open_at: Callable[[int, Scheme], Watched]) -> None:
    window = open_at(1440, "light")
    page = window.open("timeline/")
    entries = page.locator(".d-event")
    everything = entries.count()
    assert everything == page.locator(".d-event:not([hidden])").count() > 1
    bar = page.locator(".d-filter")
    bar.locator("select[name=source]").select_option(index=1)
    chosen = bar.locator("select[name=source]").input_value()
    left = page.locator(".d-event:not([hidden])")
    assert 0 < left.count() < everything
    assert all(chosen in (entry.get_attribute("data-src") or "").split() for entry in left.all())
    bar.locator("input[name=words]").fill("no entry holds these words")
    assert left.count() == 0
    bar.locator("[type=reset]").click()
    page.wait_for_function("() => !document.querySelector('.d-event[hidden]')")
    assert left.count() == everything
    assert not window.wrong


def test_without_script_every_entry_is_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "timeline/")
    assert page.locator(".d-event:visible").count() == page.locator(".d-event").count() > 1
    assert not page.locator(".d-filter").is_visible()
    context.close()


def test_a_letter_leads_to_its_passage(open_at: Callable[[int, Scheme], Watched]) -> None:
    page = open_at(1440, "light").open("")
    letter = page.locator("a.d-sig").first
    fragment = urlsplit(letter.get_attribute("href") or "").fragment
    letter.click()
    passage = page.locator(f"[id='{fragment}']")
    passage.wait_for()
    assert passage.is_visible()
    assert "/sources/" in page.url


COMPARISON = ["statements", "wordings", "copies", "words", "figures"]


def test_the_overview_leads_to_each_page_of_the_comparison(open_at: Callable[[int, Scheme], Watched]) -> None:
    window = open_at(1440, "light")
    for name in COMPARISON:
        page = window.open("comparison/")
        page.locator(f".d-pages a[href='{name}/']").click()
        page.wait_for_url(f"**/comparison/{name}/", wait_until="networkidle")
        assert page.locator(".d-pages [aria-current=page]").count() == 1
    assert not window.wrong


def test_the_filter_of_the_statements(open_at: Callable[[int, Scheme], Watched]) -> None:
    window = open_at(390, "dark")
    page = window.open("comparison/statements/")
    rows = page.locator("tr[data-row]")
    everything = rows.count()
    assert everything == page.locator("tr[data-row]:visible").count() > 1
    page.locator(".d-filter select[name=source]").select_option(index=1)
    chosen = page.locator(".d-filter select[name=source]").input_value()
    left = page.locator("tr[data-row]:visible")
    assert 0 < left.count() < everything
    assert all(chosen in (row.get_attribute("data-src") or "").split() for row in left.all())
    assert window.overflow() <= 0
    assert not window.wrong


def test_every_cell_of_the_statements_leads_to_a_passage(open_at: Callable[[int, Scheme], Watched]) -> None:
    page = open_at(1440, "light").open("comparison/statements/")
    assert page.locator("td[data-st='states'] .d-st a").count() > 1
    for link in page.locator("td[data-st='not found'] small a").all()[:2]:
        fragment = urlsplit(link.get_attribute("href") or "").fragment
        assert fragment.startswith("p-")
    page.locator("td[data-st='states'] .d-st a").first.click()
    assert "/sources/" in page.url


def test_an_older_address_of_an_utterance_leads_on(open_at: Callable[[int, Scheme], Watched], site: Path) -> None:
    dossier = json.loads((site / "data" / "dossier.json").read_bytes())
    id = dossier["families"][0]["id"]
    page = open_at(1440, "light").open(f"comparison/#{id}")
    moved = page.locator(f"li:has([id='{id}']) a")
    moved.wait_for()
    assert moved.is_visible()
    moved.click()
    page.wait_for_url(f"**/comparison/wordings/#{id}")
    assert page.locator(f"[id='{id}']").is_visible()


def test_without_script_every_statement_is_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "comparison/statements/")
    assert page.locator("tr[data-row]:visible").count() == page.locator("tr[data-row]").count() > 1
    assert not page.locator(".d-filter").is_visible()
    context.close()


@pytest.mark.parametrize("path", ["", "timeline/", "actors/", "comparison/", "comparison/words/", "sources/"])
def test_the_tab_of_a_page_and_of_those_below_it_is_marked(
    path: str, open_at: Callable[[int, Scheme], Watched]
) -> None:
    page = open_at(1440, "light").open(path)
    marked = page.locator(".md-tabs__item--active a")
    assert marked.count() == 1
    leads_to = str(marked.evaluate("link => link.href"))
    assert leads_to.rstrip("/") == page.url.removesuffix("words/").rstrip("/")
