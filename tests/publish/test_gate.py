"""What stands where it is said to stand, and what of it may be printed."""

from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup
from small_dossier import actor, at, dossier, event, family, quote, read, to

from generator.model import (
    ActorMention,
    AnnotatedSource,
    Caption,
    Cluster,
    Dossier,
    FirstReport,
    Furniture,
    NameForm,
    Overlap,
    Part,
    PublicationDate,
    Reading,
    Report,
    Span,
)
from generator.publish.gate import Gate, verify
from generator.publish.shares import SHORT_WORDS, find_words, join_ranges
from generator.spans import cut

TEXT = (
    "The new bakery on the old quay opened its doors on the first of March 2022.\n"
    "“Nobody here has smelled fresh bread in the morning for eleven years,” said Ida Moen, the baker.\n"
    "It sells rye bread, wheat bread and a small round loaf that has no name yet.\n"
    "The mayor, who lives across the water, came by boat and left with seven loaves.\n"
)
FIRST = "The new bakery on the old quay opened its doors on the first of March 2022."
SAID = "Nobody here has smelled fresh bread in the morning for eleven years,"
THIRD = "It sells rye bread, wheat bread and a small round loaf that has no name yet."


def messages(found: Dossier, *readings: AnnotatedSource) -> list[str]:
    return [str(problem) for problem in verify(found, readings)]


def replaced(record: msgspec.Struct, **fields: object) -> object:
    return msgspec.structs.replace(record, **fields)


def with_report(**fields: object) -> list[str]:
    """What is wrong with a dossier whose only report was changed so."""
    reading = read(TEXT)
    report = replaced(to(Report, at(reading, FIRST), id="r-1", date=None), **fields)
    return messages(dossier([reading], events=(event("e-1", at(reading, FIRST), reports=(report,)),)), reading)


def test_a_dossier_without_fault_is_proven() -> None:
    reading = read(TEXT)
    found = dossier(
        [reading],
        actors=(actor("ida-moen", names=(NameForm(text="Ida Moen", sources=("a",), count=1),)),),
        quotes=(
            quote("q-1", at(reading, SAID), speaker="ida-moen", family="f-1", speaker_span=at(reading, "Ida Moen")),
        ),
        families=(family("f-1", "q-1", aliases=("q-1",), readings=(Reading(quote="q-1", variants=()),)),),
        events=(event("e-1", at(reading, FIRST), aliases=("e-2",), actors=("ida-moen",)),),
        overlap=(Overlap(a="a", b="a", a_in_b=1.0, b_in_a=1.0),),
    )
    assert messages(found, reading) == []


def test_one_changed_character_is_named_with_its_line() -> None:
    reading = read(TEXT)
    found = dossier([reading], events=(event("e-1", at(reading, THIRD)),))
    changed = read(TEXT.replace("rye bread", "rye bretd"))
    assert messages(found, changed)[0] == (
        "a.txt:3: error: report “r-e-1-0”, characters 173–249, should read “It sells rye bread, wheat bread and…” "
        "but the stored text has “It sells rye bretd, wheat bread and…” there. "
        "Build again from the sources as they are."
    )


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"text": FIRST + " "}, "should read"),
        ({"start": 1}, "should read"),
        ({"end": 10_000}, "reaches out of the text"),
        ({"start": -3}, "reaches out of the text"),
        ({"start": 9, "end": 3}, "reaches out of the text"),
        ({"source": "b"}, "names the source “b”, which is not there"),
        ({"part": "7"}, "names the part “7”, which does not stand there"),
        ({"date": "d-1"}, "refers to the date “d-1”, which is not there"),
    ],
)
def test_a_false_report_is_found(fields: dict[str, object], wrong: str) -> None:
    assert [message for message in with_report(**fields) if wrong in message]


def test_a_span_of_a_part_that_stands_elsewhere_is_found() -> None:
    part = Part(
        id="1", start=0, end=75, language="en", title=None, author=None, published=None, posts_stated=None,
        posts_saved=None,
    )  # fmt: skip
    reading = read(TEXT, parts=(part,))
    assert messages(dossier([reading], events=(event("e-1", at(reading, FIRST)),)), reading) == []
    outside = replaced(at(reading, THIRD), part="1")
    assert isinstance(outside, Span)
    assert "names the part “1”" in messages(dossier([reading], events=(event("e-1", outside),)), reading)[0]


def test_spans_deep_in_readings_and_sources_are_found() -> None:
    false = Span(source="a", part=None, start=0, end=3, text="THE")
    reading = read(TEXT)
    sentence = replaced(reading.sentences[0], text="Other words")
    dated = PublicationDate(edtf="2022-03", basis="stated", why="The text says so.", span=false)
    for wrong in (
        replaced(reading, sentences=(sentence, *reading.sentences[1:])),
        replaced(reading, source=replaced(reading.source, title_span=false)),
        replaced(reading, source=replaced(reading.source, published=dated)),
        replaced(reading, source=replaced(reading.source, furniture=(Furniture(start=0, end=3, text="Th", rule="x"),))),
        replaced(reading, source=replaced(reading.source, captions=(Caption(start=0, end=3, text="Ths"),))),
    ):
        assert isinstance(wrong, AnnotatedSource)
        assert "should read" in messages(dossier([reading]), wrong)[0]


def test_the_furniture_of_the_dossier_is_held_against_the_text() -> None:
    reading = read(TEXT)
    false = read(TEXT, captions=(Caption(start=0, end=3, text="Ths"),))
    assert len(messages(dossier([false]), reading)) == 1


def test_sentences_have_addresses_of_their_own_and_stand_apart() -> None:
    reading = read(TEXT)
    twice = replaced(reading, sentences=tuple(replaced(s, id="p-1") for s in reading.sentences))
    assert isinstance(twice, AnnotatedSource)
    assert messages(dossier([reading]), twice) == ["a.txt: error: More than one sentence has the address “p-1”."]
    turned = replaced(reading, sentences=reading.sentences[::-1])
    assert isinstance(turned, AnnotatedSource)
    assert "begins before" in messages(dossier([reading]), turned)[0]


def test_ids_are_claimed_once() -> None:
    reading = read(TEXT)
    first, third = at(reading, FIRST), at(reading, THIRD)
    for fields, kind in (
        ({"events": (event("e-1", first), event("e-1", third))}, "event"),
        ({"events": (event("e-1", first), event("e-2", third, aliases=("e-1",)))}, "event"),
        ({"events": (event("e-1", first, aliases=("e-3",)), event("e-2", third, aliases=("e-3",)))}, "event"),
        ({"quotes": (quote("q-1", first), quote("q-1", third))}, "quotation"),
        ({"actors": (actor("ida"), actor("ida"))}, "actor"),
        ({"sources": dossier([reading]).sources * 2}, "source"),
    ):
        assert [m for m in messages(dossier([reading], **fields), reading) if f"More than one {kind} claims" in m], kind


@pytest.mark.parametrize("id", ["", "..", "index", "README", "a/b", "a\\b", "a\nb", "a:b", ".hidden"])
def test_an_id_that_is_no_page_name_is_refused(id: str) -> None:
    found = messages(dossier([], actors=(actor(id),)))
    assert "cannot be the name of a page" in found[0]


def test_every_reference_leads_somewhere() -> None:
    reading = read(TEXT)
    span = at(reading, FIRST)
    lost: list[dict[str, object]] = [
        {"actors": (actor("ida", possibly_same=("lost",)),)},
        {"actors": (actor("ida", names=(NameForm(text="Ida", sources=("lost",), count=1),)),)},
        {"quotes": (quote("q-1", span, speaker="lost"),)},
        {"quotes": (quote("q-1", span, via=("lost",)),)},
        {"quotes": (quote("q-1", span, family="lost"),)},
        {"families": (family("f-1", "lost"),)},
        {"events": (event("e-1", span, attributed_to="lost"),)},
        {"events": (event("e-1", span, places=("lost",)),)},
        {"events": (event("e-1", span, first_reported=FirstReport(witness="lost", edtf="2022")),)},
        {"clusters": (Cluster(id="c-1", members=("a", "a#lost"), why="credit", spans=(), curated=None),)},
        {"overlap": (Overlap(a="a", b="lost", a_in_b=0.0, b_in_a=0.0),)},
    ]
    for fields in lost:
        found = messages(dossier([reading], **fields), reading)
        assert len(found) >= 1 and all("lost”, which is not there" in message for message in found), fields


@settings(deadline=None)
@given(start=st.integers(0, len(TEXT)), length=st.integers(0, 60), text=st.text(max_size=3))
def test_a_span_is_proven_exactly_if_it_is_verbatim(start: int, length: int, text: str) -> None:
    reading = read(TEXT)
    end = min(len(TEXT), start + length)
    for claimed in (TEXT[start:end], text):
        span = Span(source="a", part=None, start=start, end=end, text=claimed)
        assert bool(messages(dossier([reading], events=(event("e-1", span),)), reading)) == (claimed != TEXT[start:end])


def test_full_prints_everything() -> None:
    reading = read(TEXT, mode="full")
    gate = Gate(dossier([reading]), [reading])
    assert gate.text(cut(reading.source, 0, len(TEXT))) == TEXT
    assert (gate.share_limit("a"), gate.with_shares().sources[0].shown) == (1.0, 1.0)


def test_an_excerpt_prints_what_findings_rest_on() -> None:
    reading = read(TEXT)
    gate = Gate(dossier([reading], events=(event("e-1", at(reading, FIRST)),)), [reading])
    assert gate.text(at(reading, FIRST)) == FIRST
    assert gate.text(at(reading, "quay opened its doors on the first of March 2022.")) is not None
    assert gate.text(at(reading, FIRST + "\n")) == FIRST + "\n"
    assert gate.text(at(reading, FIRST + "\n“Nobody here")) is None
    assert gate.text(at(reading, THIRD)) is None
    assert gate.plain(at(reading, THIRD)) == "place only: characters 173–249"
    assert gate.html(at(reading, THIRD)) == Markup("place only: characters 173–249")
    assert [sentence.text for sentence in gate.used_sentences("a")] == [FIRST]
    assert gate.with_shares().sources[0].shown == round(15 / 60, 4)


def test_short_pieces_are_printed_anyway_but_no_short_sentence() -> None:
    reading = read(TEXT + "They were warm.\n")
    gate = Gate(dossier([reading]), [reading])
    assert gate.text(at(reading, "The mayor, who lives across the water, came")) is not None
    assert gate.text(at(reading, "The mayor, who lives across the water, came by")) is None
    assert len(["The", "mayor,", "who", "lives", "across", "the", "water,", "came"]) == SHORT_WORDS
    assert gate.text(at(reading, "They were warm.")) is None
    assert gate.used_sentences("a") == ()


def test_a_span_that_lies_about_its_text_gets_through_no_more_than_its_place() -> None:
    reading = read(TEXT)
    gate = Gate(dossier([reading]), [reading])
    assert gate.text(Span(source="a", part=None, start=0, end=len(TEXT), text="short")) is None


def test_a_pointer_prints_nothing_but_its_title() -> None:
    reading = read("Bread again\n" + TEXT, mode="pointer")
    source = replaced(reading.source, title="Bread again", title_span=at(reading, "Bread again"))
    reading = replaced(reading, source=source)
    assert isinstance(reading, AnnotatedSource)
    gate = Gate(dossier([reading], events=(event("e-1", at(reading, FIRST)),)), [reading])
    assert gate.text(at(reading, "Bread again")) == "Bread again"
    for words in (FIRST, "bakery", "2022", "Ida Moen"):
        assert gate.text(at(reading, words)) is None
    assert [sentence.text for sentence in gate.used_sentences("a")] == [FIRST]
    assert (gate.share_limit("a"), gate.with_shares().sources[0].shown) == (0.0, 0.0)


def test_no_share_raises_a_pointer() -> None:
    reading = read(TEXT, mode="pointer", max_share=1.0)
    assert Gate(dossier([reading]), [reading]).share_limit("a") == 0.0


def test_quotations_and_descriptions_count_as_used_but_not_all_of_them() -> None:
    reading = read(TEXT)
    said, mayor = at(reading, SAID), at(reading, "who lives across the water")
    used = [
        ({"quotes": (quote("q-1", said),)}, 1),
        ({"quotes": (quote("q-1", said, kind="mixed"),)}, 1),
        ({"quotes": (quote("q-1", said, kind="indirect"),)}, 0),
        ({"quotes": (quote("q-1", said, kind="scare"),)}, 0),
        ({"quotes": (quote("q-1", said, kind="indirect", family="f-1"),), "families": (family("f-1", "q-1"),)}, 1),
        ({"quotes": (quote("q-1", said, speaker_span=mayor),)}, 2),
        ({"actors": (actor("mayor", descriptions=(mayor,)),)}, 1),
        ({"actors": (actor("mayor", descriptions=(mayor,), published=False),)}, 0),
        ({"actors": (actor("mayor", mentions=()),)}, 0),
    ]
    for fields, number in used:
        assert len(Gate(dossier([reading], **fields), [reading]).used_sentences("a")) == number, fields


LINES = [f"Loaf number {number} was sold in the morning to one of the neighbours." for number in range(10)]


def granted(gate: Gate, reading: AnnotatedSource) -> list[int]:
    return [number for number, line in enumerate(LINES) if gate.allows(at(reading, line))]


def test_the_weightiest_findings_are_printed_first() -> None:
    reading = read("\n".join(LINES), max_share=0.1)
    other = read("\n".join(LINES), "b")

    def line(number: int) -> Span:
        return at(reading, LINES[number])

    findings: dict[str, object] = {
        "events": (
            event("e-1", line(1)),
            event("e-2", line(2), at(other, LINES[2])),
            event("e-3", line(3), at(other, LINES[3]), witnesses=3),
        ),
        "quotes": (quote("q-1", line(4)), quote("q-2", line(5), family="f-1")),
        "families": (family("f-1", "q-2"),),
        "actors": (actor("ida", descriptions=(line(6),)),),
    }
    order = []
    for tenths in range(1, 8):
        limited = replaced(reading, source=replaced(reading.source, max_share=tenths / 10))
        assert isinstance(limited, AnnotatedSource)
        gate = Gate(dossier([limited, other], **findings), [limited, other])
        assert gate.with_shares().sources[0].shown <= tenths / 10
        order += [number for number in granted(gate, limited) if number not in order]
    assert order == [3, 2, 1, 5, 4, 6]


def test_what_people_quote_comes_before_all_and_counts_as_used() -> None:
    reading = read("\n".join(LINES), max_share=0.1)
    found = dossier([reading], events=(event("e-1", at(reading, LINES[1])),))
    words = at(reading, "number 8 was sold in the morning to one of the neighbours")
    gate = Gate(found, [reading], quoted=[words])
    assert gate.text(words) == words.text
    assert granted(gate, reading) == [8]
    assert [sentence.text for sentence in gate.used_sentences("a")] == [LINES[1], LINES[8]]


def test_the_default_limit_of_an_excerpt_is_half() -> None:
    reading = read("\n".join(LINES))
    found = dossier([reading], events=tuple(event(f"e-{n}", at(reading, line)) for n, line in enumerate(LINES)))
    gate = Gate(found, [reading])
    assert granted(gate, reading) == [0, 1, 2, 3, 4]
    assert (gate.share_limit("a"), gate.with_shares().sources[0].shown) == (0.5, 0.5)


def test_a_limit_on_a_full_source_holds_and_prints_what_is_used_first() -> None:
    reading = read("\n".join(LINES), mode="full", max_share=0.3)
    gate = Gate(dossier([reading], events=(event("e-1", at(reading, LINES[7])),)), [reading])
    assert granted(gate, reading) == [0, 1, 7]


def test_short_pieces_count_against_the_limit() -> None:
    reading = read("\n".join(LINES), max_share=0.1)
    mention = at(reading, "the neighbours")
    said = quote("q-1", mention, kind="scare")
    gate = Gate(dossier([reading], events=(event("e-1", at(reading, LINES[5])),), quotes=(said,)), [reading])
    assert granted(gate, reading) == []
    assert gate.with_shares().sources[0].shown == round(2 / 130, 4)


def test_names_and_dates_do_not_count() -> None:
    reading = read("\n".join(LINES), max_share=0.1)
    named = actor("loaf", mentions=tuple(to(ActorMention, at(reading, f"number {n}"), how="name") for n in range(10)))
    gate = Gate(dossier([reading], events=(event("e-1", at(reading, LINES[5])),), actors=(named,)), [reading])
    assert granted(gate, reading) == [5]
    assert gate.with_shares().sources[0].shown == 0.1


def test_furniture_is_no_part_of_the_whole() -> None:
    text = "Share this with all of your friends and family and neighbours\n" + "\n".join(LINES)
    piece = Furniture(start=0, end=text.index("\n"), text=text.partition("\n")[0], rule="share buttons")
    reading = read(text, furniture=(piece,))
    gate = Gate(
        dossier([reading], events=tuple(event(f"e-{n}", at(reading, x)) for n, x in enumerate(LINES))), [reading]
    )
    assert len(find_words(reading.source)) == gate.count_words("a", 0, gate.length("a")) == 130
    assert gate.count_words("a", 0, text.index("neighbours")) == 0
    assert gate.count_words("a", 0, text.index("was sold")) == gate.count_words("a", 62, text.index("was sold")) == 3
    assert gate.length("a") == len(text)
    assert gate.with_shares().sources[0].shown == 0.5


def test_a_source_without_words_shows_nothing() -> None:
    reading = read(" \n ")
    assert Gate(dossier([reading]), [reading]).with_shares().sources[0].shown == 0.0


def test_the_printable_pieces_of_a_longer_passage() -> None:
    reading = read("\n".join(LINES))
    gate = Gate(dossier([reading], events=tuple(event(f"e-{n}", at(reading, LINES[n])) for n in (2, 3, 6))), [reading])
    whole = cut(reading.source, 10, len(reading.source.text))
    assert [piece.text for piece in gate.granted(whole)] == [f"{LINES[2]}\n{LINES[3]}", LINES[6]]
    assert [piece.text for piece in gate.granted(at(reading, "number 2 was"))] == ["number 2 was"]
    assert gate.granted(at(reading, LINES[8])) == ()


@settings(deadline=None)
@given(
    used=st.sets(st.integers(0, 9)),
    share=st.none() | st.integers(0, 100).map(lambda percent: percent / 100),
    start=st.integers(0, 500),
    length=st.integers(0, 400),
    mode=st.sampled_from(["full", "excerpt", "pointer"]),
)
def test_nothing_passes_that_is_not_granted(
    used: set[int], share: float | None, start: int, length: int, mode: str
) -> None:
    reading = read("\n".join(LINES), mode=mode, max_share=share)
    events = tuple(event(f"e-{n}", at(reading, LINES[n])) for n in sorted(used))
    gate = Gate(dossier([reading], events=events), [reading])
    span = cut(reading.source, min(start, 700), min(start + length, len(reading.source.text)))
    shown = gate.with_shares().sources[0].shown
    assert shown <= gate.share_limit("a")
    pieces = gate.granted(span)
    assert all(gate.allows(piece) for piece in pieces)
    text = gate.text(span)
    if text is None:
        assert gate.plain(span) == f"place only: characters {span.start}–{span.end}"
    else:
        assert text == span.text
        assert mode != "pointer"
        assert len(text.split()) <= SHORT_WORDS or "".join(p.text for p in pieces).split() == text.split()


def test_language_is_that_of_the_sentence_else_the_part_else_the_source() -> None:
    part = Part(
        id="1", start=0, end=20, language="fr", title=None, author=None, published=None, posts_stated=None,
        posts_saved=None,
    )  # fmt: skip
    reading = read("   Pain. Brot und Salz.", language="de", parts=(part,))
    sentence = replaced(reading.sentences[0], language="it")
    reading = replaced(reading, sentences=(sentence,))
    assert isinstance(reading, AnnotatedSource)
    gate = Gate(dossier([reading]), [reading])
    assert [gate.language(cut(reading.source, start, start + 1)) for start in (3, 0, 22)] == ["it", "fr", "de"]


def test_a_passage_is_printed_on_one_line_and_escaped() -> None:
    reading = read("The <b>loaf</b>\nof *bread*", mode="full")
    gate = Gate(dossier([reading]), [reading])
    span = cut(reading.source, 0, 26)
    assert gate.html(span) == "The &#60;b&#62;loaf&#60;/b&#62; of &#42;bread&#42;"
    assert gate.markdown(span) == "The &#60;b&#62;loaf&#60;/b&#62; of \\*bread\\*"
    assert gate.plain(span) == "The <b>loaf</b>\nof *bread*"


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 10)), max_size=6))
def test_joined_ranges_cover_the_same_words(places: list[tuple[int, int]]) -> None:
    text = "ab  cd e fgh  i jk lmnop  q rs t uvw xyz"
    ranges = sorted((start, start + length) for start, length in places)
    joined = join_ranges(text, ranges)

    def letters(places: object) -> set[int]:
        return {at for start, end in places for at in range(start, end) if text[at].strip()}

    assert letters(joined) == letters(ranges)
    assert all(end <= start for (_, end), (start, _) in pairwise(joined))
