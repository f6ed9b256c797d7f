"""The timeline in a real browser: its filters work together, live in the address, and hide what was not yet known."""

import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from project import ROOT
from rendered import render
from small_dossier import event
from told_twice import DIVERS, POST, READINGS, TOWPATH, lock

from generator.model import Dossier
from generator.publish.gate import Gate
from generator.publish.links import Passages
from generator.publish.pages import render_pages

ASSETS = ROOT / "generator" / "publish" / "assets"
SHELL = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Timeline</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/assets/dossier.css"></head>
<body class="md-typeset" data-md-color-scheme="default">{}<script src="/assets/filter.js"></script></body></html>"""
VISIBLE = "li.d-event:visible, .d-side li[data-src]:visible"


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        pass


def write_pages(found: Dossier, folder: Path) -> None:
    """The pages of the timeline with the site's own style and script, without the theme."""
    (folder / "assets").symlink_to(ASSETS)
    for path, text in render_pages(found, Gate(found, READINGS), Passages(READINGS), None).items():
        if path.startswith("timeline"):
            file = folder / path.removesuffix(".md") / "index.html"
            file.parent.mkdir(parents=True)
            body = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
            file.write_text(SHELL.replace("{}", render(body)), encoding="utf-8")


def serve(found: Dossier, folder: Path) -> Iterator[str]:
    write_pages(found, folder)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/timeline/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from serve(lock(), tmp_path_factory.mktemp("short"))


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    days = (f"{2019 + n % 3}-{n % 12 + 1:02}-{n % 28 + 1:02}" for n in range(330))
    events = tuple(event(f"e-{n}", POST.sentences[n % 5], edtf=day) for n, day in enumerate(days))
    yield from serve(lock(events=(*events, DIVERS, TOWPATH)), tmp_path_factory.mktemp("long"))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def shown(page: Page) -> list[str]:
    return [item.get_attribute("id") or "" for item in page.locator(VISIBLE).all()]


def status(page: Page) -> str:
    return page.locator("[role=status]").inner_text()


def choose(page: Page, name: str, value: str) -> None:
    page.locator(f".d-filter [name={name}]").select_option(value)


def test_filters_work_together_and_say_how_many_are_left(page: Page, short: str) -> None:
    page.goto(short)
    assert status(page) == "All 8 entries shown"
    choose(page, "source", "A")
    assert status(page) == "5 of 8 entries shown"
    choose(page, "to", "2021-01")
    assert shown(page) == ["e-barge", "e-broke", "e-flood", "e-sacks"]
    page.locator("[name=words]").fill("  SACKS   lost ")
    assert status(page) == "1 of 8 entries shown"
    assert shown(page) == ["e-broke", "e-sacks"], "the entry whose account it goes on with stands above it"
    page.locator("[type=reset]").click()
    page.wait_for_function("() => !document.querySelector('[data-src][hidden]')")
    assert status(page) == "All 8 entries shown"
    assert "e-sacks" not in shown(page), "what the filter opened is closed again"


def test_a_period_holds_what_may_lie_in_it(page: Page, short: str) -> None:
    page.goto(short)
    choose(page, "from", "2021-02")
    assert shown(page) == ["e-weir"], "neither what is earlier nor what has no date"
    assert page.locator("h2:visible").all_inner_texts() == ["2021", "Downloads"]
    choose(page, "from", "")
    choose(page, "to", "2019")
    assert shown(page) == ["e-herons"], "its fold is open"


def test_the_view_is_in_the_address_and_comes_back(page: Page, short: str) -> None:
    page.goto(f"{short}?h=x")
    choose(page, "source", "B")
    choose(page, "from", "2021-02")
    assert page.url == f"{short}?h=x&source=B&from=2021-02", "what is not ours stays"
    page.locator("[name=words]").fill("weir")
    page.go_back()
    assert page.url == f"{short}?h=x&source=B"
    assert page.locator("[name=from]").input_value() == "" and status(page) == "3 of 8 entries shown"
    page.go_forward()
    assert page.url.endswith("from=2021-02&words=weir") and shown(page) == ["e-weir"]
    page.reload()
    assert page.locator("[name=words]").input_value() == "weir" and shown(page) == ["e-weir"]


def test_a_shared_address_gives_the_view_and_what_it_cannot_mean_is_passed_over(page: Page, short: str) -> None:
    page.goto(f"{short}?known=2021-01-05&from=1066&words=<script>")
    assert page.locator("[name=known]").input_value() == "2021-01-05"
    assert page.locator("[name=from]").input_value() == ""
    assert page.locator("[name=words]").input_value() == "<script>" and shown(page) == []


def test_an_address_of_an_entry_shows_it_whatever_is_chosen(page: Page, short: str) -> None:
    page.goto(f"{short}?source=B#e-herons")
    assert "e-herons" in shown(page) and page.locator("[name=source]").input_value() == ""
    page.goto(f"{short}?source=B#e-divers")
    assert page.locator("[name=source]").input_value() == "B" and "e-divers" in shown(page)
    page.goto(f"{short}#e-sacks")
    assert "e-sacks" in shown(page), "the fold that holds it is open"


def test_as_known_on_a_day_nothing_later_is_read(page: Page, short: str) -> None:
    page.goto(short)
    choose(page, "known", "2021-01-05")
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
    assert sorted(shown(page)) == ["e-barge", "e-broke", "e-flood", "e-sacks", "e-weir"]
    text = page.locator("body").inner_text()
    for later in ("Harbour engineers", "Divers", "reopens on 3", "Written later", "The weir is to reopen", "herons",
                  "towpath", "gave way", "8 January 2021; 3 days", "2 independent", "Decided by"):  # fmt: skip
        assert later not in text.replace("8 January 2021\n", ""), later
    assert page.locator("#e-broke .d-asof").inner_text() == "The lock gate broke on Monday. A Weir Post"
    assert page.locator("#e-weir .d-asof q").inner_text() == "The weir reopens on 1 February."
    assert page.locator("#e-broke summary", has_text="own words").first.inner_text().endswith("1")
    page.locator("[name=words]").fill("harbour")
    assert shown(page) == [], "words that were not yet out are not found"
    page.locator("[name=words]").fill("")
    offered = "Array.from(document.querySelector('[name=source]').options).filter(o => !o.disabled).map(o => o.value)"
    assert page.evaluate(offered) == ["", "A"], "nor is a source offered that was not yet out"
    assert page.locator("#e-weir .d-when:visible").inner_text().split("\n")[0] == "1 February 2021"
    choose(page, "from", "2021-02")
    assert shown(page) == ["e-weir"]
    choose(page, "from", "")
    choose(page, "known", "2021-01-08")
    assert page.locator("#e-weir .d-when:visible").inner_text().startswith("between 1 and 3 February 2021")
    assert page.evaluate(offered) == ["", "A", "B"]
    choose(page, "known", "")
    assert page.locator("#e-broke h3").inner_text().startswith("Harbour engineers")
    assert page.locator(".d-asof").count() == 0 and page.locator("#e-broke .d-ownnote").is_visible()


def test_words_that_stand_in_a_fold_are_found_and_shown(page: Page, short: str) -> None:
    page.goto(short)
    page.locator("[name=words]").fill("gave way")
    assert shown(page) == ["e-broke"]
    assert page.locator("#e-broke").get_by_text("The gate gave way at night.").is_visible()


def test_the_lasting_address_of_an_entry_leads_to_its_page(page: Page, long: str) -> None:
    page.goto(f"{long}#e-7")
    page.wait_for_url(f"{long}2020/#e-7")
    assert "e-7" in shown(page)
    page.goto(f"{long}2019/#e-7")
    page.wait_for_url(f"{long}2020/#e-7")
    page.goto(f"{long}#e-towpath")
    page.wait_for_url(f"{long}undated/#e-towpath")
    assert "e-towpath" in shown(page)


def test_choices_go_along_to_the_next_page(page: Page, long: str) -> None:
    page.goto(f"{long}2020/")
    choose(page, "source", "A")
    page.locator(".d-ways a", has_text="2021").first.click()
    page.wait_for_url(f"{long}2021/?source=A")
    assert "e-divers" not in shown(page) and status(page) == "110 of 111 entries shown"


def test_a_page_offers_what_stands_on_it_and_keeps_what_was_chosen_elsewhere(page: Page, long: str) -> None:
    page.goto(f"{long}2020/")
    offered = "Array.from(document.querySelector('[name=source]').options).map(o => o.text)"
    assert page.evaluate(offered) == ["all", "A Weir Post"]
    page.goto(f"{long}2021/?source=B&known=2021-01-08")
    assert shown(page) == ["e-divers"]
    page.locator(".d-ways a", has_text="2020").first.click()
    page.wait_for_url(f"{long}2020/?source=B&known=2021-01-08")
    assert shown(page) == [] and page.evaluate(offered) == ["all", "A Weir Post", "B (not on this page)"]
    page.goto(f"{long}2020/?source=<b>&known=soon")
    assert page.evaluate(offered) == ["all", "A Weir Post"] and status(page) == "All 110 entries shown"


def test_without_script_all_is_there(browser: Browser, short: str, long: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(short)
    assert not page.locator(".d-filter").is_visible()
    assert page.locator("li.d-event:visible").count() == page.locator("li.d-event").count() == 4
    page.locator("summary", has_text="More of this account").click()
    assert page.locator("#e-flood").is_visible()
    page.goto(f"{long}#e-7")
    assert page.get_by_text("The entry that you look for stands on this page.").locator("visible=true").count() == 1
    context.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_what_is_pressed_is_large_enough_and_nothing_runs_off(browser: Browser, short: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(short)
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
    pressed = page.locator("summary:visible, .d-filter :is(input, select):visible, .d-ways a:visible").all()
    assert len(pressed) > 12
    assert all((box := one.bounding_box()) and box["height"] >= 24 for one in pressed)
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    context.close()
