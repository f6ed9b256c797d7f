"""Datelines and weekdays beside dates: what dates a text, and sentences that only look like it."""

import pytest

from generator.ingest.datelines import find_dateline, weekday_against


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("OSTERHAVEN, May 3, 2021 (Agency) -- The bridge closed.", "en"),
        ("OSTERHAVEN, May 3, 2021 - The bridge closed.", "en"),
        ("OSTERHAVEN/ULM, 3 May 2021 — The bridge closed.", "en"),
        ("Osterhaven, 3. Mai 2021 (Agentur) - Die Brücke ist zu.", "de"),
        ("OSTERHAVEN, 3 mai 2021 (Agence) – Le pont est fermé.", "fr"),
        ("OSTERHAVEN, 3 maggio 2021: il ponte è chiuso.", "it"),
        ("OSTERHAVEN, 3 de mayo de 2021 (Agencia) - El puente cerró.", "es"),
        ("OSTERHAVEN, 3 de maio de 2021 - A ponte fechou.", "pt"),
    ],
)
def test_a_dateline_dates_the_text(text: str, language: str) -> None:
    found = find_dateline(text, language)
    assert found and found.edtf == "2021-05-03"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("OSTERHAVEN, May 3 (Agency) -- The bridge closed.", "en"),  # no year is supplied
        ("OSTERHAVEN, May 2021 -- The bridge closed.", "en"),
        ("Osterhaven, May 3, 2021 - a good day for the bridge.", "en"),
        ("On Monday, May 3, 2021 - a good day - the bridge closed.", "en"),
        ("The bridge closed on May 3, 2021 - at last.", "en"),
        ("May 3, 2021 - The bridge closed.", "en"),
        ("OSTERHAVEN, May 3, 2021, saw the bridge close.", "en"),
        ("OSTERHAVEN, 03/04/2021 - The bridge closed.", "en"),
        ("Die Brücke wurde am 3. Mai 2021 (Montag) - endlich - geschlossen.", "de"),
        ("Le pont, 3 mai 2021 - enfin.", "fr"),
        ("Il ponte, 3 maggio 2021 - finalmente.", "it"),
        ("El puente, 3 de mayo de 2021 - por fin.", "es"),
        ("A ponte, 3 de maio de 2021 - enfim.", "pt"),
    ],
)
def test_a_sentence_with_a_date_is_no_dateline(text: str, language: str) -> None:
    assert find_dateline(text, language) is None


@pytest.mark.parametrize(
    ("before", "edtf", "weekday"),
    [
        ("Tuesday, ", "2021-05-03", "Tuesday"),
        ("Monday, ", "2021-05-03", None),
        ("Published ", "2021-05-03", None),
        ("Tuesday market, ", "2021-05-03", None),
        ("Tuesday, ", "2021-05", None),
        ("", "2021-05-03", None),
    ],
)
def test_a_weekday_that_disagrees_is_told(before: str, edtf: str, weekday: str | None) -> None:
    assert weekday_against(f"{before}May 3, 2021", len(before), edtf, "en") == weekday
