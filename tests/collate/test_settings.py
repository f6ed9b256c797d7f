"""Settings: which sentence looks back, who is named beside a quotation, and what that does to families."""

import pytest
from msgspec.structs import replace
from readings import read

from generator.collate.casting.actors import group_actors
from generator.collate.quoting.families import group_families
from generator.collate.quoting.quotes import link_quotes
from generator.collate.quoting.settings import Setting, read_settings
from generator.model import AnnotatedSource, PublicationDate

SAID = "“The oven is cold”"


def published(day: str) -> PublicationDate:
    return PublicationDate(edtf=day, basis="stated", why="", span=None)


def setting_of(reading: AnnotatedSource) -> Setting:
    """The setting of the last quotation of a source that stands alone."""
    cast = group_actors([reading])
    quotes = [quote for quote in link_quotes([reading], cast) if quote.kind != "indirect"]
    return read_settings([reading], quotes, cast.actors)[quotes[-1].id]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (f"Last week the mayor said: {SAID}.", "en"),
        (f"In January the mayor said: {SAID}.", "en"),
        (f"{SAID}, the mayor said earlier this year.", "en"),
        (f"The mayor has said {SAID}.", "en"),
        (f"The mayor had also repeatedly said {SAID}.", "en"),
        (f"{SAID}, the mayor famously said.", "en"),
        (f"Der Bürgermeister hatte gesagt: {SAID}.", "de"),
        (f"Einst sagte der Bürgermeister: {SAID}.", "de"),
        (f"Le maire avait déclaré : {SAID}.", "fr"),
        (f"Il sindaco aveva detto: {SAID}.", "it"),
        (f"El alcalde había dicho: {SAID}.", "es"),
        (f"O prefeito havia dito: {SAID}.", "pt"),
    ],
)
def test_a_sentence_that_looks_back(text: str, language: str) -> None:
    assert setting_of(read(text, language=language, published=published("2022-06-15"))).recalls


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (f"The mayor said on Tuesday: {SAID}.", "en"),
        (f"The mayor said in June: {SAID}.", "en"),
        (f"The mayor, who has three ovens, said: {SAID}.", "en"),
        (f"This year the mayor said: {SAID}.", "en"),
        ("The mayor said: “The oven was cold once, last year”.", "en"),
        (f"Der Bürgermeister hat gesagt: {SAID}.", "de"),
        (f"Le maire a déclaré : {SAID}.", "fr"),
        (f"Il sindaco ha detto: {SAID}.", "it"),
        (f"El alcalde dijo ayer: {SAID}.", "es"),
        (f"O prefeito disse ontem: {SAID}.", "pt"),
    ],
)
def test_news_of_the_day_does_not_look_back(text: str, language: str) -> None:
    assert not setting_of(read(text, language=language, published=published("2022-06-15"))).recalls


def families_of(first: str, second: str, days: tuple[str, str] = ("2022-03-01", "2022-06-15")) -> int:
    readings = [
        read(text, id=id, published=published(day)) for id, text, day in zip("ab", (first, second), days, strict=True)
    ]
    cast = group_actors(readings)
    return len(group_families(readings, link_quotes(readings, cast), cast.actors))


def test_what_a_later_text_recalls_is_no_other_occasion() -> None:
    first = "“The oven is cold and the guild is slow,” Ann Lee said."
    assert families_of(first, "Ann Lee has said that “the oven is cold” there.") == 1
    assert families_of(first, "Ann Lee said that “the oven is cold” there.") == 0


def test_what_the_earlier_text_recalls_tells_nothing_of_the_later_one() -> None:
    first = "Ann Lee has said that “the oven is cold and the guild is slow” in winter."
    assert families_of(first, "“The oven is cold,” Ann Lee said.") == 0


def test_who_is_named_in_the_sentence_is_likely_the_speaker() -> None:
    first = "“The oven is cold and the guild is slow,” Ann Lee said."
    days = ("2022-03-01", "2022-03-02")
    second = "For somebody to whom “the oven is cold” is no news, Ann Lee bakes much."
    assert families_of(first, second, days) == 1
    assert families_of(first, second.replace("Ann Lee", "Bo Berg"), days) == 0


def test_a_pronoun_is_not_set_against_a_name() -> None:
    """Whoever is known by a pronoun alone may be a wrong one; so many words in a row weigh more."""
    text = "“We wait for wood and for the carter from Ulm, and nobody comes,” {} said."
    readings = [read(text.format("Ann Lee"), id="a"), read("Bo Berg came. " + text.format("he"), id="b")]
    cast = group_actors(readings)
    quotes = link_quotes(readings, cast)
    ours, theirs = quotes[0], replace(quotes[-1], speaker="bo-berg")
    assert len(group_families(readings, [ours, theirs], cast.actors)) == 1
    assert len(group_families(readings, [ours, replace(theirs, speaker_text="Bo Berg")], cast.actors)) == 0


@pytest.mark.parametrize(
    "text",
    [
        f"The mayor said on Tuesday: {SAID}.",
        f"{SAID}, the mayor said on Tuesday of the mill.",
        f"On Tuesday, the mayor said: {SAID}.",
        f"In June the mayor said: {SAID}.",
    ],
)
def test_a_date_beside_the_verb_of_saying_dates_it_to_the_day(text: str) -> None:
    assert setting_of(read(text, published=published("2022-06-15"))).dated


@pytest.mark.parametrize(
    "text",
    [
        f"The mayor said: {SAID}.",
        f"The mayor said in March: {SAID}.",
        f"Weeks after the mayor said that {SAID}, the guild, on Tuesday, bought wood.",
        "The mayor said: “The oven is cold on Tuesday”.",
        f"The mayor said this year: {SAID}.",
    ],
)
def test_another_date_does_not(text: str) -> None:
    assert not setting_of(read(text, published=published("2022-06-15"))).dated


def test_what_is_said_again_and_dated_anew_is_another_utterance() -> None:
    long = "“The oven is cold and the guild is slow, and nobody in this town will bake again,” Ann Lee said{}."
    assert families_of(long.format(""), long.format("")) == 1
    assert families_of(long.format(""), long.format(" on Tuesday")) == 0
    assert families_of(long.format(" on Tuesday"), long.format("")) == 1
