"""The index of actors in a real browser: rows in the order that a reader chooses, filters beside it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    opened = context.new_page()
    opened.goto(f"{address}actors/", wait_until="networkidle")
    yield opened
    context.close()


def column(page: Page, number: int) -> list[str]:
    """The visible cells of a column of the first table."""
    rows = page.locator(".d-table--index").first.locator("tbody tr:visible")
    return [row.locator("th, td").nth(number).inner_text() for row in rows.all()]


def test_rows_stand_in_the_order_chosen_and_go_back(page: Page) -> None:
    written = column(page, 0)
    page.select_option("[name=order]", "0")
    assert column(page, 0) == sorted(written, key=str.casefold)
    page.select_option("[name=order]", "3")
    mentions = [int(cell) for cell in column(page, 3)]
    assert mentions == sorted(mentions, reverse=True)
    page.select_option("[name=order]", "")
    assert column(page, 0) == written


def test_the_filter_by_source_leaves_those_that_it_names(page: Page) -> None:
    everyone = column(page, 0)
    page.select_option("[name=source]", "E")
    some = column(page, 0)
    assert set(some) < set(everyone)
    people = page.locator("#person small")
    assert people.inner_text() == f"{len(some)} of {len(everyone)}"
    assert "Antony Blinken" in some
    page.get_by_role("button", name="Show all").click()
    page.wait_for_function("document.querySelectorAll('tr[data-row][hidden]').length === 0")
    assert column(page, 0) == everyone
