"""Passages in a real browser: their addresses and citations copied with the script, and all there without it."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

LEAST_TARGET = 24  # pixels, WCAG 2.2 AA


@pytest.fixture(scope="module")
def path(site: Path) -> str:
    """The address of the source with the most words."""
    dossier = json.loads((site / "data" / "dossier.json").read_bytes())
    longest = max(dossier["sources"], key=lambda source: source["words"])
    return f"sources/{longest['id']}/"


@pytest.fixture(params=[390, 1440])
def page(request: pytest.FixtureRequest, browser: Browser, address: str, path: str) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": request.param, "height": 900}, permissions=["clipboard-read", "clipboard-write"]
    )
    page = context.new_page()
    page.goto(address + path, wait_until="networkidle")
    yield page
    context.close()


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_a_passage_s_whole_address_is_copied(page: Page) -> None:
    passage = page.locator(".d-pass").nth(1)
    passage.get_by_role("button", name="Copy link").click()
    page.locator("[role=status]").get_by_text("Copied").wait_for()
    assert clipboard(page) == f"{page.url.partition('#')[0]}#{passage.get_attribute('id')}"


def test_the_forms_of_a_citation_are_those_of_its_passage(page: Page) -> None:
    passage = page.locator(".d-pass").nth(2)
    passage.locator("summary", has_text="Cite").click()
    passage.locator("pre").nth(1).wait_for()
    id, place = passage.get_attribute("id"), passage.locator(".d-at span").inner_text()
    plain = passage.locator("p.d-copy").inner_text()
    item = json.loads(passage.locator("pre").nth(1).inner_text())["citationItems"][0]
    assert item["suffix"].endswith(place) and place in plain and place in passage.locator("pre").first.inner_text()
    assert f"paragraph {int(item['locator']):,}, {place}" in plain
    assert item["id"].endswith(f":{id}") and "900" not in passage.locator(".d-cites").inner_text()
    passage.locator(".d-cites button").nth(1).click()
    page.locator("[role=status]").get_by_text("Copied").wait_for()
    assert clipboard(page).startswith("@") and f":{id},\n" in clipboard(page)


def test_what_is_pressed_is_large_enough(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
    page.locator(".d-cites pre").first.wait_for()
    heights = page.evaluate(
        "[...document.querySelectorAll('.d-btn, .d-cites summary, .d-at')].map(e => e.getBoundingClientRect().height)"
    )
    assert len(heights) > 10 and min(heights) >= LEAST_TARGET


def test_without_script_addresses_and_plain_citations_are_there(browser: Browser, address: str, path: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + path)
    passage = page.locator(".d-pass").first
    assert urlsplit(passage.locator(".d-at").get_attribute("href") or "").fragment == passage.get_attribute("id")
    passage.locator("summary", has_text="Cite").click()
    assert passage.locator("p.d-copy").is_visible()
    assert page.locator(".d-btn").count() == 0
    assert page.locator(".d-cite pre").count() == 2
    context.close()


def test_an_address_in_a_gap_leads_there(page: Page) -> None:
    anchor = page.locator(".d-gap span[id]").first.get_attribute("id")
    page.goto(f"{page.url}#{anchor}")
    assert page.locator(".d-gap").filter(has=page.locator(f"[id='{anchor}']")).is_visible()
    assert page.locator(f"[id='{anchor}']").evaluate("e => e.matches(':target')")
