"""Periods: five entries or five hundred, each under a heading that says what stands in view beneath it."""

from small_dossier import at, event, read

from generator.edtf import sort_key
from generator.publish.pages.periods import SCREENFUL, find_periods

READING = read("The bakery opened.")


def periods(*dates: str, folded: tuple[str, ...] = ()) -> list[tuple[str, str, int]]:
    """Anchor, heading and number of entries of each period; entries of the dates in `folded` are folded."""
    report = at(READING, "The bakery opened.")
    events = [event(f"e-{number}", report, edtf=date) for number, date in enumerate(sorted(dates, key=sort_key))]
    return [(one.id, one.label, len(one.events)) for one in find_periods(events, lambda one: one.edtf in folded)]


def test_nothing_has_no_periods() -> None:
    assert periods() == []


def test_each_year_with_an_entry_in_view_has_its_heading() -> None:
    assert periods("2010", "2017-03-02", "2019") == [("y2010", "2010", 1), ("y2017", "2017", 1), ("y2019", "2019", 1)]


def test_no_heading_names_a_year_of_which_all_is_folded_for_entries_of_another() -> None:
    assert periods("2018", "2020", "2021-01", "2022", folded=("2018", "2020", "2022")) == [
        ("y2018", "2018 to 2020", 2),
        ("y2021", "2021", 1),
        ("y2022", "2022", 1),
    ]


def test_where_the_years_are_many_decades_take_their_place() -> None:
    found = periods(*(str(year) for year in range(1900, 1990)), "1985-05-01")
    assert found[0] == ("y1900", "1900 to 1909", 10) and found[-1] == ("y1980", "1980 to 1989", 11)


def test_one_year_is_named_alone() -> None:
    assert periods("2021-01-02", "2021-05") == [("y2021", "2021", 2)]


def test_a_full_year_is_cut_into_months() -> None:
    full = [f"2021-03-{day:02}" for day in range(1, SCREENFUL + 1)]
    assert periods("2020", *full, "2021-05-01", "2021-06", "2022") == [
        ("y2020", "2020", 1),
        ("y2021-03", "March 2021", SCREENFUL),
        ("y2021-05", "May to June 2021", 2),
        ("y2022", "2022", 1),
    ]


def test_what_a_full_year_has_without_a_month_comes_first() -> None:
    full = [f"2021-03-{day:02}" for day in range(1, SCREENFUL + 1)]
    assert periods(*full, "2021")[0] == ("y2021-00", "2021, month not stated", 1)


def test_five_hundred_entries_make_no_period_of_a_thousand_lines() -> None:
    found = periods(
        *(f"{year}-{month:02}-{day:02}" for year in (2020, 2021) for month in range(1, 13) for day in range(1, 22))
    )
    assert len(found) == 24
    assert max(count for _, _, count in found) == 21


def test_dates_without_a_year_stand_at_the_end() -> None:
    assert periods("XXXX-01-08", "2021") == [("y2021", "2021", 1), ("no-year", "Year not stated", 1)]


def test_years_before_our_era_come_first() -> None:
    assert periods("2021", "-0043") == [("y-43", "44 BC", 1), ("y2021", "2021", 1)]


def test_an_open_start_stands_at_its_end() -> None:
    assert periods("../2019", "2019-05-01") == [("y2019", "2019", 2)]


def test_no_two_periods_have_one_anchor() -> None:
    dates = [f"{year}-{month:02}" for year in range(2010, 2015) for month in range(1, 13) for _ in range(3)]
    anchors = [anchor for anchor, _, _ in periods(*dates, "2012", "2013-05-01/2014-02-01")]
    assert len(anchors) == len(set(anchors))
