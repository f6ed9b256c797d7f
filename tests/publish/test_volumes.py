"""Volumes: a long timeline on pages of a readable size, by the unit of time that suits it."""

import pytest
from msgspec.structs import replace
from small_dossier import at, event, read

from generator.edtf import sort_key
from generator.model import Event
from generator.publish.pages.volumes import HEAVIEST, SPLIT_ABOVE, Volume, find_volumes, fits

READING = read("The bakery opened.")


def events(*dates: str) -> list[Event]:
    report = at(READING, "The bakery opened.")
    return [event(f"e-{number}", report, edtf=date) for number, date in enumerate(sorted(dates, key=sort_key))]


def keys(*dates: str) -> list[tuple[str, int]]:
    return [(one.key, len(one.events)) for one in find_volumes(events(*dates), ())]


def test_what_one_page_holds_is_not_cut() -> None:
    assert keys(*["2021-01-07"] * SPLIT_ABOVE) == []
    assert find_volumes((), ()) == ()


def test_a_long_timeline_is_cut_by_year() -> None:
    assert keys(*["2020"] * 200, *["2021-05"] * 101) == [("2020", 200), ("2021", 101)]


def test_a_full_year_is_cut_by_month_and_a_full_month_in_parts() -> None:
    assert keys("2020-06-01", *["2021-01-02"] * 290, *["2021-03"] * 301, "2021") == [
        ("2020", 1), ("2021-00", 1), ("2021-01", 290), ("2021-03-part-1", 300), ("2021-03-part-2", 1),
    ]  # fmt: skip


def test_many_years_are_taken_together_and_a_full_decade_is_cut_again() -> None:
    spread = [str(year) for year in range(1800, 2000)]
    assert keys(*spread, *["1914-08"] * 150)[10:14] == [
        ("1900-to-1909", 10), ("1910-to-1919", 160), ("1920-to-1929", 10), ("1930-to-1939", 10),
    ]  # fmt: skip
    assert ("1914", 300) in keys(*spread, *["1914-08"] * 299)


def test_years_before_our_era_have_addresses_too() -> None:
    assert keys(*["-0043"] * 200, *["2021"] * 200) == [("44-bc", 200), ("2021", 200)]


def test_what_has_no_year_or_no_date_has_pages_of_its_own() -> None:
    undated = [replace(one, edtf=None) for one in events(*["2021"] * 350)]
    found = find_volumes(events("2021", "XXXX-01-08"), undated)
    assert [(one.key, one.label, len(one.events)) for one in found] == [
        ("2021", "2021", 1), ("no-year", "Year not stated", 1),
        ("undated-part-1", "Without a date, part 1 of 2", 300), ("undated-part-2", "Without a date, part 2 of 2", 50),
    ]  # fmt: skip


def test_many_reports_make_a_page_heavy_sooner() -> None:
    heavy = [replace(one, reports=one.reports * 100) for one in events(*["2021-01"] * 6, *["2021-02"] * 6)]
    assert not fits(heavy[:12]) and fits(heavy[:11]) and HEAVIEST // 102 == 11
    assert [one.key for one in find_volumes(heavy, ())] == ["2021-01", "2021-02"]


@pytest.mark.parametrize("number", [301, 1500])
def test_no_entry_is_lost_and_no_address_is_given_twice(number: int) -> None:
    dates = [f"{1990 + n % 60}-{n % 12 + 1:02}-{n % 28 + 1:02}" for n in range(number)]
    volumes: tuple[Volume, ...] = find_volumes(events(*dates), ())
    assert sorted(one.id for volume in volumes for one in volume.events) == sorted(f"e-{n}" for n in range(number))
    assert len({volume.key for volume in volumes}) == len(volumes)
    assert all(fits(volume.events) for volume in volumes)
