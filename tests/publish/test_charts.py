"""Charts: a day is a bar, a range is a bracket, and the table says the same."""

import pytest

from generator.publish.charts import Chart, Mark, draw_days, draw_strip, draw_years


def marks(*dates: str, side: int = 0) -> list[Mark]:
    """Marks at the dates; the first `side` of them folded."""
    return [Mark(edtf=date, side=number < side, href=f"#e-{number}") for number, date in enumerate(dates)]


def years(*dates: str, side: int = 0) -> Chart:
    chart = draw_years(marks(*dates, side=side))
    assert chart is not None
    return chart


def days(*dates: str) -> Chart:
    chart = draw_days(marks(*dates))
    assert chart is not None
    return chart


def rows(chart: Chart) -> list[tuple[str, int, int]]:
    return [(row.label, row.main, row.side) for row in chart.rows]


def test_each_year_has_its_bar_and_leads_to_its_first_entry() -> None:
    chart = years("2019", "2021-03-01", "2021-04")
    assert [(bar.number, bar.href, bar.label) for bar in chart.bars] == [
        (1, "#e-0", "2019: 1 entry"),
        (2, "#e-1", "2021: 2 entries"),
    ]
    assert rows(chart) == [("2019", 1, 0), ("2021", 2, 0)]


def test_what_is_folded_is_hatched_above_the_rest() -> None:
    bar = years("2021", "2021", "2021", "2019", side=1).bars[-1]
    assert bar.main_height == pytest.approx(2 * bar.side_height, abs=0.2)
    assert bar.side_y + bar.side_height == pytest.approx(bar.main_y)


def test_a_range_over_years_is_a_bracket_and_no_bar() -> None:
    chart = years("2017/2019", "2021")
    assert [bar.number for bar in chart.bars] == [1]
    assert [(one.text, len(one.caps)) for one in chart.brackets] == [("1 entry", 2)]
    assert rows(chart) == [("2017 to 2019", 1, 0), ("2021", 1, 0)]


@pytest.mark.parametrize(("date", "label"), [("2020/..", "2020 or later"), ("../2020", "2020 or earlier")])
def test_an_open_end_has_no_cap(date: str, label: str) -> None:
    chart = years(date, "2018", "2022")
    assert [len(one.caps) for one in chart.brackets] == [1]
    assert (label, 1, 0) in rows(chart)


def test_equal_ranges_share_a_bracket() -> None:
    assert [one.text for one in years("2017/2018", "2017/2018", "2021").brackets] == ["2 entries"]


def test_one_year_needs_no_chart_by_year() -> None:
    assert draw_years(marks("2021-01-01", "2021-02-01")) is None


@pytest.mark.parametrize("dates", [(), ("XXXX-01-08",)])
def test_no_year_no_chart(dates: tuple[str, ...]) -> None:
    assert draw_years(marks(*dates)) is None
    assert draw_days(marks(*dates)) is None


def test_many_years_are_drawn_as_decades_and_centuries() -> None:
    assert years("1880", "2021").title == "Entries by decade"
    assert years("-0043", "2021").title == "Entries by century"
    assert len(years("-0043", "2021").ticks) <= 10


def test_years_before_our_era_have_a_name() -> None:
    assert rows(years("-0003", "0002")) == [("4 BC", 1, 0), ("2", 1, 0)]


def test_the_fullest_month_is_drawn_by_day() -> None:
    chart = days("2021-01-07", "2021-01-07", "2021-01-21", "2021-03-02", "2021-03-03")
    assert chart.title == "January 2021, day by day"
    assert [(bar.label, bar.number) for bar in chart.bars] == [("7 January: 2 entries", 2), ("21 January: 1 entry", 1)]


def test_a_month_is_a_bracket_over_all_its_days() -> None:
    chart = days("2021-01-07", "2021-01-08", "2021-01-09", "2021-01")
    assert [(one.text, len(one.caps), one.anchor) for one in chart.brackets] == [("1 entry", 2, "middle")]


def test_a_range_that_reaches_out_of_the_month_is_cut() -> None:
    chart = days("2021-01-07", "2021-01-08", "2021-01-09", "2020-12-20/2021-01-03")
    assert [(one.x1, len(one.caps)) for one in chart.brackets] == [("0.00%", 1)]


@pytest.mark.parametrize("date", ["2021", "2020/2022", "2021-02-01", "202X"])
def test_what_is_known_to_a_year_says_nothing_of_a_month(date: str) -> None:
    assert days("2021-01-07", "2021-01-08", "2021-01-09", date).brackets == ()


def test_few_days_need_no_chart() -> None:
    assert draw_days(marks("2021-01-07", "2021-01-08")) is None


def test_only_the_first_ranges_are_drawn_and_all_stand_in_the_table() -> None:
    chart = years(*(f"{year}/{year + 2}" for year in range(2000, 2010)))
    assert len(chart.brackets) < len(chart.rows) == 10


def test_every_place_is_within_the_chart() -> None:
    chart = days(*(f"2021-01-{day:02}" for day in range(1, 32)), "2021-01-30/2021-02-02", "2021-01")
    places = [bar.x for bar in chart.bars] + [one.x2 for one in chart.brackets] + [tick.x for tick in chart.ticks]
    assert all(0 <= float(place.rstrip("%")) <= 100 for place in places)


def test_the_strip_is_a_share_of_the_text() -> None:
    assert [(one.x, one.width) for one in draw_strip(200, [(0, 50), (150, 200)])] == [
        ("0.00%", "25.00%"),
        ("75.00%", "25.00%"),
    ]
    assert draw_strip(0, [(0, 0)]) == ()


def test_a_day_that_is_only_around_is_a_bracket_as_wide_as_the_day() -> None:
    chart = days("2021-01-05", "2021-01-12", "2021-01-21~")
    assert [row.label for row in chart.rows] == ["5 January", "12 January", "around 21 January"]
    (bracket,) = chart.brackets
    width = float(bracket.x2.rstrip("%")) - float(bracket.x1.rstrip("%"))
    assert width == pytest.approx(100 / 31, abs=0.02) and len(chart.bars) == 2


def test_a_day_that_is_only_around_is_in_the_bar_of_its_year_and_a_year_is_not() -> None:
    assert rows(years("2019", "2021-01-21~", "2021~")) == [("2019", 1, 0), ("2021", 1, 0), ("around 2021", 1, 0)]
