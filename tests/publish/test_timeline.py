"""The timeline page: what stands in full, what is folded and where, what differs, what has no date, how it is cut."""

import re

from msgspec.structs import replace
from rendered import Reader, fold, render
from small_dossier import event
from told_twice import (
    BROKE,
    DIVERS,
    EVENTS,
    FLOOD,
    HERONS,
    POST,
    READINGS,
    SACKS,
    TOWPATH,
    catalogue_of,
    lock,
)

from generator.model import Event
from generator.publish.addresses import check_addresses
from generator.publish.gate import Gate
from generator.publish.links import Passages
from generator.publish.pages import render_pages
from generator.publish.pages.catalogue import Frame
from generator.publish.pages.downloads import MEANINGS
from generator.publish.pages.entries import find_tails
from generator.publish.pages.timeline import timeline_pages
from generator.publish.site import Site


def page_of(*events: Event) -> str:
    (page,) = timeline_pages(catalogue_of(lock(events=events or EVENTS))).values()
    return page


def seen(page: str) -> str:
    page = re.sub(r"<(p|span|small) [^>]*data-since[^>]*>.*?</\1>", "", page)
    html = render(re.sub(r"\A---\n.*?\n---\n", "", page, flags=re.DOTALL))
    return fold(Reader(re.sub(r"<(?=(?:d[dt]|t[dh]|li|p|summary|small|div|span)\b)", " <", html)).text)


def test_entries_are_items_of_ordered_lists_with_their_dates_for_machines() -> None:
    elements = Reader(render(page_of())).elements
    assert [attrs["id"] for tag, attrs in elements if tag == "li" and "d-event" in (attrs.get("class") or "")] == [
        "e-barge", "e-broke", "e-divers", "e-weir",
    ]  # fmt: skip
    assert ("time", {"datetime": "2021-01-06"}) in elements and ("time", {"datetime": "2019"}) in elements
    assert "article" not in {tag for tag, _ in elements}


def test_what_goes_on_with_an_account_is_folded_beneath_it() -> None:
    page = page_of()
    inside = page.partition('id="e-broke"')[2].partition('id="e-divers"')[0]
    assert "More of this account <small>2</small>" in inside
    assert 'id="e-flood"' in inside and 'id="e-sacks"' in inside
    assert "it goes on with an account that has one, and takes that date." in inside


def test_what_goes_on_with_an_account_stands_behind_it_in_text_order_whatever_its_id() -> None:
    lead, first, second = replace(BROKE, id="e-z"), replace(FLOOD, id="e-y"), replace(SACKS, id="e-a")
    told = replace(first, told_with="e-z"), replace(second, told_with="e-z")
    found = catalogue_of(lock(events=(*told, lead))).events
    assert [event.id for event in found] == ["e-z", "e-y", "e-a"]
    alone = catalogue_of(lock(events=(lead, replace(first, told_with=None)))).events
    assert [event.id for event in alone] == ["e-y", "e-z"]


def test_what_goes_on_with_an_account_stands_in_the_fold_of_its_period_where_that_has_no_entry_in_full() -> None:
    page = page_of(FLOOD, DIVERS)
    assert "More of this account" not in page
    assert 'id="e-flood"' in page.partition("Other entries")[2]


def test_what_is_pinned_or_told_twice_stands_in_full() -> None:
    pinned, twice = replace(FLOOD, key=True), replace(SACKS, witnesses=2)
    assert find_tails(catalogue_of(lock()), (BROKE, pinned, twice)) == {}


def test_accounts_that_go_round_in_a_circle_end() -> None:
    one, other = replace(FLOOD, told_with="e-sacks"), replace(SACKS, told_with="e-flood")
    assert find_tails(catalogue_of(lock()), (BROKE, one, other)) == {}
    assert 'id="e-flood"' in page_of(BROKE, one, other)


def test_a_day_that_is_only_around_has_no_weekday_no_machine_date_and_a_bracket() -> None:
    text = page_of()
    entry = text.partition('id="e-barge"')[2].partition("</p>")[0]
    assert "around 3 January 2021" in entry and "Sunday" not in entry and "<time" not in entry
    assert '<li class="d-event d-event--range" id="e-barge"' in text
    assert '<th scope="row">around 3 January</th><td>1</td><td>0</td>' in text


def test_dates_that_differ_are_a_range_with_who_says_which() -> None:
    text = seen(page_of())
    assert "between 1 and 3 February 2021 sources differ The weir is to reopen" in text
    assert "Date differs 1 February 2021: 1 February A; 3 February 2021: 3 February B" in text
    assert 'data-first="20210201" data-last="20210203"' in page_of()


def test_headings_name_what_stands_in_view_beneath_them() -> None:
    headings = re.findall(r"^## (.*) \{", page_of(), re.MULTILINE)
    assert headings == ["2019", "2021", "Without a date", "Downloads"]
    assert "Folded entries <small>1</small>" in page_of(HERONS, DIVERS)


def test_entries_without_a_date_alone_are_a_timeline_too() -> None:
    assert 'id="e-towpath"' in page_of(TOWPATH) and "Entries without a date 1" in seen(page_of(TOWPATH))


def test_what_an_editor_wrote_is_known_by_no_day() -> None:
    page = page_of()
    assert '<p class="d-ownnote" data-known=""><b>Our note:</b>' in page
    assert '<span class="d-name" data-known="">The weir is to reopen</span>' in page
    assert '<span class="d-name" data-known="2021-01-08"><q lang="en">Harbour engineers' in page
    assert 'data-first="20210104" data-last="20210104" data-known="2021-01-05">' in page


def test_the_sizes_of_the_downloads_are_told_where_known() -> None:
    frame = Frame(sizes={"timeline.csv": 48_300})
    (page,) = timeline_pages(catalogue_of(lock(), frame)).values()
    assert '<a href="../data/timeline.csv">timeline.csv</a> 48 kB <small>' in page
    assert '<a href="../data/timeline.json">timeline.json</a> <small>' in page


# ------------------------------------------------------------------------------------------------- long timelines


def many(number: int) -> tuple[Event, ...]:
    days = (f"{2015 + n % 6}-{n % 12 + 1:02}-{n % 28 + 1:02}" for n in range(number))
    return tuple(
        event(f"e-{n}", POST.sentences[n % 5], edtf=day, aliases=(f"e-old-{n}",)) for n, day in enumerate(days)
    )


def test_a_long_timeline_is_cut_and_every_address_still_leads_to_its_entry() -> None:
    found = lock(events=(*many(400), TOWPATH))
    pages = render_pages(found, Gate(found, READINGS), Passages(READINGS), None)
    files = {path: text.encode() for path, text in pages.items()}
    assert check_addresses(Site(files=files | {f"data/{name}": b"" for name in MEANINGS})) == ()
    index = pages["timeline.md"]
    assert [path for path in pages if path.startswith("timeline/")] == [
        *(f"timeline/{year}.md" for year in range(2015, 2021)), "timeline/undated.md",
    ]  # fmt: skip
    assert 'id="e-7"' in pages["timeline/2016.md"] and '<span id="e-7"></span>' in index
    assert '<span id="e-old-7"></span>' in index
    assert 'href="../../timeline/2016/#e-7"' in pages["sources/post.md"]
    assert '<a href="2016/">2016</a> <small>67 entries</small>' in index
    assert "timeline/2015/#e-0" in pages["index.md"]


def test_pages_lead_to_the_one_before_the_one_after_and_all() -> None:
    pages = timeline_pages(catalogue_of(lock(events=many(400))))
    assert re.findall(r'<a href="([^"]+)" data-keep', pages["timeline/2016/"])[:3] == ["../2015/", "../", "../2017/"]
    assert re.findall(r'<a href="([^"]+)" data-keep', pages["timeline/2015/"])[:2] == ["../", "../2016/"]


def test_a_chart_of_the_index_leads_to_the_pages() -> None:
    index = timeline_pages(catalogue_of(lock(events=many(400))))["timeline/"]
    assert '<a href="2015/#e-0" aria-label="2015: 67 entries">' in index


def test_no_page_of_three_thousand_entries_is_heavier_than_a_megabyte() -> None:
    pages = timeline_pages(catalogue_of(lock(events=many(3000))))
    assert max(len(page.encode()) for page in pages.values()) < 1_000_000


def test_a_folder_without_entries_says_so() -> None:
    (page,) = timeline_pages(catalogue_of(lock(events=()))).values()
    assert "No dated entry was found in the sources." in page and "d-filter" not in page
