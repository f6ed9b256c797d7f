"""Days that one source lends another: what is lent, and what must not be."""

import pytest
from dated_readings import family_of, item, quote_in, reading_of

from generator.collate.dating.shared_days import SharedDay, find_shared_days
from generator.model import AnnotatedSource

WORDS = "We hope the bridge will hold"
DATED = f"The mayor met bakers on Thursday, January 21.\n“{WORDS},” she said.\n"
UNDATED = f"On Thursday the mayor met bakers.\n“{WORDS},” said the mayor.\nOn Tuesday it rained.\n"


def shared(*readings: AnnotatedSource) -> tuple[SharedDay, ...]:
    quotes = [quote_in(reading, WORDS) for reading in readings]
    return find_shared_days(readings, quotes, [family_of(*quotes)])


def test_a_weekday_that_agrees_gets_the_day() -> None:
    (day,) = shared(reading_of(DATED, id="a", published="2021-01-22"), reading_of(UNDATED, id="b"))
    assert (day.source, day.expression.text, day.expression.start, day.day) == ("b", "Thursday", 3, "2021-01-21")
    assert (day.evidence.source, day.evidence.text, day.family) == ("a", "Thursday, January 21", "f-1")


def test_a_day_and_month_that_agree_get_the_year() -> None:
    undated = reading_of(f"On January 21, “{WORDS},” the mayor said.", id="b")
    (day,) = shared(reading_of(DATED, id="a", published="2021-01-22"), undated)
    assert (day.expression.text, day.day) == ("January 21", "2021-01-21")


def test_a_date_printed_in_full_needs_no_publication_date() -> None:
    dated = reading_of(f"On 21 January 2021 the mayor said: “{WORDS}.”", id="a")
    assert [day.day for day in shared(dated, reading_of(UNDATED, id="b"))] == ["2021-01-21"]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("another weekday", UNDATED.replace("Thursday", "Friday")),
        ("another day of the month", f"On January 22 she said: “{WORDS}.”"),
        ("the weekday of another week", f"Last Thursday she said: “{WORDS}.”"),
        ("a month only", f"In January she said: “{WORDS}.”"),
        ("no date", f"The mayor said: “{WORDS}.”"),
        ("a year closer by", f"On Thursday it snowed.\nIn 2019 she said: “{WORDS}.”"),
        ("too far back", f"On Thursday it snowed.\nIt did.\nIt still did.\nSnow lay.\n“{WORDS},” she said."),
        ("a date inside the quotation", f"She said: “{WORDS} until Thursday.”"),
    ],
)
def test_nothing_is_lent(title: str, text: str) -> None:
    words = WORDS + (" until Thursday" if "inside" in title else "")
    dated, undated = reading_of(DATED, id="a", published="2021-01-22"), reading_of(text, id="b")
    quotes = [quote_in(dated, WORDS), quote_in(undated, words)]
    assert find_shared_days([dated, undated], quotes, [family_of(*quotes)]) == (), title


def test_a_text_that_states_its_day_borrows_none() -> None:
    assert shared(
        reading_of(DATED, id="a", published="2021-01-22"), reading_of(UNDATED, id="b", published="2021-01-30")
    ) == ()  # fmt: skip


def test_dated_members_that_disagree_lend_nothing() -> None:
    assert shared(
        reading_of(DATED, id="a", published="2021-01-22"),
        reading_of(UNDATED, id="b"),
        reading_of(DATED.replace("Thursday, January 21", "January 14"), id="c", published="2021-01-22"),
    ) == ()  # fmt: skip


def test_families_that_give_one_weekday_two_days_lend_nothing() -> None:
    other = "Nobody knows"
    dated = reading_of(DATED + f"On January 14 he said: “{other}.”", id="a", published="2021-01-22")
    undated = reading_of(UNDATED + f"On Thursday he said: “{other}.”", id="b")
    pairs = [(quote_in(dated, words), quote_in(undated, words)) for words in (WORDS, other)]
    families = [family_of(*pair, id=f"f-{number}") for number, pair in enumerate(pairs)]
    assert find_shared_days([dated, undated], [quote for pair in pairs for quote in pair], families) == ()


def test_an_item_of_a_collection_borrows_for_itself() -> None:
    text = f"{UNDATED}On Thursday nothing happened.\n"
    parts = (item("1", 0, len(UNDATED)), item("2", len(UNDATED), len(text)))
    undated = reading_of(text, id="b", kind="collection", parts=parts)
    dated = reading_of(DATED, id="a", published="2021-01-22")
    quotes = [quote_in(dated, WORDS), quote_in(undated, WORDS, part="1")]
    (day,) = find_shared_days([dated, undated], quotes, [family_of(*quotes)])
    assert (day.part, day.day) == ("1", "2021-01-21")
