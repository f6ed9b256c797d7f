"""What a careful reader of the five example documents must find in their dossier."""

from pathlib import Path

import pytest

from generator.model import Event, Family, Quote, SourceEntry
from generator.pipeline import Edition, make_dossier
from generator.spans import overlap, witness

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(scope="module")
def example() -> Edition:
    return make_dossier(SEEDS)


def source(example: Edition, id: str) -> SourceEntry:
    return next(source for source in example.dossier.sources if source.id == id)


def quotes_with(example: Edition, words: str) -> list[Quote]:
    return [quote for quote in example.dossier.quotes if words in " ".join(quote.text.split())]


def events_on(example: Edition, day: str) -> list[Event]:
    return [event for event in example.dossier.events if event.edtf == day]


def test_letters_follow_the_files(example: Edition) -> None:
    letters = {source.siglum: source.id for source in example.dossier.sources}
    assert letters == {
        "A": "afp-report",
        "B": "21-january-report",
        "C": "undated-report",
        "D": "epoch-times-report",
        "E": "thread-page",
    }


def test_the_thread_page_is_24_witnesses(example: Edition) -> None:
    page = source(example, "thread-page")
    assert page.kind == "collection"
    assert len(page.parts) == 24
    assert [part.posts_stated for part in page.parts][:6] == [4, 9, 4, 4, 4, 9]
    assert {source.kind for source in example.dossier.sources if source.id != page.id} == {"article"}
    reading = next(reading for reading in example.readings if reading.source.id == page.id)
    assert len({witness(sentence) for sentence in reading.sentences}) == 24


def test_italian_and_french_parts_are_known_as_such(example: Edition) -> None:
    languages = {part.id: part.language for part in source(example, "thread-page").parts}
    assert {id: tag for id, tag in languages.items() if tag != "en"} == {"2": "it", "22": "fr"}


def test_no_furniture_feeds_a_finding(example: Edition) -> None:
    findings = [
        *(report for event in example.dossier.events for report in event.reports if event.kind != "publication"),
        *(mention for actor in example.dossier.actors for mention in actor.mentions),
        *example.dossier.quotes,
    ]
    for entry in example.dossier.sources:
        for piece in entry.furniture:
            touched = [f for f in findings if f.source == entry.id and f.start < piece.end and piece.start < f.end]
            assert not touched, (piece.text, touched)


@pytest.mark.parametrize(
    "words",
    [
        "Share this story",
        "Leave a Reply",
        "Join our WhatsApp Group",
        "Follow Tom on Twitter",
        "Did Thread Reader help you today?",
        "Become a Premium Member",
        "Read 4 tweets",
        "Do you have an important success story",
        "Related hashtags",
    ],
)
def test_page_furniture_is_set_aside(example: Edition, words: str) -> None:
    for reading in example.readings:
        at = reading.source.text.find(words)
        while at >= 0:
            assert any(piece.start <= at < piece.end for piece in reading.source.furniture), (reading.source.id, at)
            at = reading.source.text.find(words, at + 1)


def test_a_caption_dates_its_photograph_only(example: Edition) -> None:
    captions = [(entry.id, caption) for entry in example.dossier.sources for caption in entry.captions]
    assert len(captions) == 3
    for event in example.dossier.events:
        in_caption = [
            report
            for report in event.reports
            for id, caption in captions
            if report.source == id and report.start < caption.end and caption.start < report.end
        ]
        assert bool(in_caption) == (event.kind == "photograph")
    photographs = {event.edtf for event in example.dossier.events if event.kind == "photograph"}
    assert photographs == {"2018-09-04", "2020-11-24"}


def test_the_weekday_agrees_with_the_day(example: Edition) -> None:
    found = {date.source: date for date in example.dossier.dates if "January 21" in date.text}
    assert {id: date.edtf for id, date in found.items()} == {
        "21-january-report": "2021-01-21",
        "undated-report": "2021-01-21",
    }


def test_the_undated_agency_text_is_bounded_by_an_utterance(example: Edition) -> None:
    published = source(example, "afp-report").published
    assert (published.basis, published.edtf) == ("bounded", "2021-01-21/2021-01-27")
    thursdays = [date for date in example.dossier.dates if date.source == "afp-report" and date.text == "Thursday"]
    assert thursdays and {(date.edtf, date.basis) for date in thursdays} == {("2021-01-21", "inferred")}


def test_publication_dates(example: Edition) -> None:
    published = {entry.id: (entry.published.basis, entry.published.edtf) for entry in example.dossier.sources}
    assert published["21-january-report"] == ("stated", "2021-01-21")
    assert published["epoch-times-report"] == ("stated", "2021-01-15")
    assert source(example, "epoch-times-report").updated.edtf == "2021-01-17"
    assert published["thread-page"] == ("bounded", "2023-03/..")
    assert published["undated-report"][0] == "bounded"


def test_two_reports_are_largely_one_text(example: Edition) -> None:
    assert [cluster.members for cluster in example.dossier.clusters] == [("21-january-report", "undated-report")]
    pair = next(o for o in example.dossier.overlap if (o.a, o.b) == ("21-january-report", "undated-report"))
    assert pair.a_in_b > 0.6 and pair.b_in_a > 0.5


def test_the_hope_is_one_family_of_three(example: Edition) -> None:
    hopes = quotes_with(example, "We hope Twitter")
    assert sorted(quote.source for quote in hopes) == ["21-january-report", "afp-report", "undated-report"]
    assert len({quote.family for quote in hopes}) == 1 and hopes[0].family
    family = next(family for family in example.dossier.families if family.id == hopes[0].family)
    assert set(family.quotes) == {quote.id for quote in hopes}
    assert family.speaker == "hua-chunying"
    assert family.base != next(quote.id for quote in hopes if quote.source == "afp-report")


def family_with(example: Edition, words: str) -> Family:
    (quote,) = (quote for quote in quotes_with(example, words) if quote.kind != "indirect")
    return next(family for family in example.dossier.families if family.id == quote.family)


def substitutions(family: Family) -> set[tuple[str, str]]:
    return {
        (variant.base.text, variant.reading.text)
        for reading in family.readings
        for variant in reading.variants
        if variant.kind == "substituted"
    }


def test_the_statement_at_the_briefing_is_told_by_three_with_their_substitutions(example: Edition) -> None:
    hope, victim = family_with(example, "screen out what is actually"), family_with(example, "fake and ugly")
    for family in (hope, victim):
        assert family.speaker == "hua-chunying"
        sources = {quote.source for quote in example.dossier.quotes if quote.id in family.quotes}
        assert sources == {"21-january-report", "afp-report", "undated-report"}
    assert {("can", "will"), ("impartiality", "fairness"), ("false information", "actually disinformation")} <= (
        substitutions(hope)
    )
    assert ("false", "fake") in substitutions(victim)
    pieces = [v for reading in victim.readings for v in reading.variants if v.base.text == "pieces of"]
    assert [variant.kind for variant in pieces] == ["elided"]


def test_the_post_and_its_denial_are_two_utterances(example: Edition) -> None:
    post = family_with(example, "minds of [Uyghur] women")
    denials = [quote for quote in quotes_with(example, "emancipated") if quote.speaker == "mike-pompeo"]
    assert denials and all(quote.id not in post.quotes for quote in denials)
    assert {quote.source for quote in denials} == {"epoch-times-report"}


def test_unclosed_quotations_do_not_swallow_the_writer(example: Edition) -> None:
    for words in ("the tweet read", "Hua argued", "said in a statement"):
        assert not [q for q in quotes_with(example, words) if q.kind in ("direct", "mixed")], words


def test_the_lock_and_the_answer_are_joined_across_sources(example: Edition) -> None:
    joined = [{report.source for report in event.reports} for event in events_on(example, "2021-01-19")]
    assert {"afp-report", "21-january-report", "undated-report"} in joined
    answer = [event for event in events_on(example, "2021-01-21") if event.witnesses > 1]
    assert answer
    assert all(
        event.independent < event.witnesses
        for event in answer
        if {r.source for r in event.reports} >= {"21-january-report", "undated-report"}
    )


def test_quotations_of_one_speaker_lie_in_one_source_each(example: Edition) -> None:
    for quote in example.dossier.quotes:
        others = [
            q
            for q in example.dossier.quotes
            if q.id != quote.id and q.kind == quote.kind != "indirect" and overlap(q, quote)
        ]
        assert not others or quote.kind == "scare", (quote.text, [q.text for q in others])
