"""The published copy withholds what no page may print, and both copies are what the schema says."""

import json
from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_dossier import actor, at, dossier, event, family, quote, read, sha256, to

from generator.model import (
    ActorMention,
    Anchor,
    AnnotatedSource,
    Caption,
    Conflict,
    ConflictValue,
    DateFinding,
    Decided,
    Dossier,
    Furniture,
    Headline,
    HiddenEvent,
    Label,
    LabelUse,
    NameForm,
    PublicationDate,
    Reading,
    Reuse,
    Statement,
    Translation,
    Variant,
)
from generator.publish.export import dossier_json, published_json
from generator.publish.gate import Gate, verify
from generator.publish.schema import schema_json, validate

OPENED = "The new bakery on the old quay opened its doors on Tuesday at seven in the morning."
SAID = "Nobody here has smelled fresh bread in the morning for eleven years"
BOUGHT = "The mayor came by boat, bought seven loaves of rye bread and left without a word."
SPEAKER = "Ida Moen, a baker from the other side of the water, with flour on her hands"
TEXT = f"Share this\n{OPENED}\n“{SAID},” said {SPEAKER}.\n{BOUGHT}\n"


def make(mode: str) -> tuple[Dossier, Gate, AnnotatedSource]:
    """A dossier with findings of every kind, of which the excerpt prints the opening alone."""
    dated = PublicationDate(edtf="2022-03", basis="stated", why="It prints “Tuesday”.", span=None)
    piece, caption = Furniture(start=0, end=10, text="Share this", rule="share buttons"), BOUGHT
    reading = read(TEXT, mode=mode, max_share=0.5, furniture=(piece,), published=dated)
    start = TEXT.index(caption)
    source = msgspec.structs.replace(
        reading.source,
        captions=(Caption(start=start, end=start + len(caption), text=caption),),
        published=msgspec.structs.replace(dated, span=at(reading, "Tuesday")),
    )
    reading = msgspec.structs.replace(reading, source=source)
    said, opened, bought = at(reading, SAID), at(reading, OPENED), at(reading, BOUGHT)
    day = to(
        DateFinding, at(reading, "Tuesday"), id="d-1", type="DATE", value="2022-03-01", edtf="2022-03-01", anchor=None,
        rule="weekday", why="“Tuesday” before the day of publication.", basis="worked out", curated=None,
    )  # fmt: skip
    value = to(ConflictValue, bought, value="7")
    form = NameForm(text="Ida Moen", sources=("a",), count=1)
    found = dossier(
        [reading],
        dates=(day,),
        actors=(
            actor("ida", names=(form,), descriptions=(at(reading, "a baker"),)),
        ),
        quotes=(
            quote("q-1", said, kind="indirect", cue="said", cue_span=at(reading, "said"), speaker_text="Ida Moen",
                  speaker_span=at(reading, SPEAKER)),
        ),
        families=(family("f-1", "q-1", readings=(Reading(quote="q-1", variants=(
            Variant(kind="same", base=said, reading=said),)),)),),
        events=(
            event("e-1", opened, witnesses=2, conflicts=(Conflict(what="figure", values=(value,)),)),
            event("e-2", bought, headline=Headline(text=BOUGHT, span=bought, curated=None)),
            event("e-3", opened, headline=Headline(text="Our own words", span=bought, curated="shorter")),
        ),
        reuse=(Reuse(a=bought, b=bought, similarity=1.0),),
        statements=(Statement(id="s-1", text=BOUGHT, reports=(bought,), cells=(), curated=None),),
        labels=(Label(id="l-1", referent="bread", uses=(
            LabelUse(term="rye bread", source="a", count=1, spans=(at(reading, "rye bread"),)),), curated=None),),
    )  # fmt: skip
    gate = Gate(found, [reading])
    return gate.with_shares(), gate, reading


def spans(data: object) -> Iterator[dict[str, object]]:
    pending = [data]
    while pending:
        item = pending.pop()
        if isinstance(item, dict):
            if "text" in item and "start" in item:
                yield item
            pending.extend(item.values())
        elif isinstance(item, list):
            pending.extend(item)


def strings(data: object) -> Iterator[str]:
    pending = [data]
    while pending:
        item = pending.pop()
        if isinstance(item, str):
            yield item
        elif isinstance(item, dict):
            pending.extend(item.values())
        elif isinstance(item, list):
            pending.extend(item)


@pytest.mark.parametrize("mode", ["full", "excerpt", "pointer"])
def test_both_copies_are_valid(mode: str) -> None:
    found, gate, _ = make(mode)
    assert validate(dossier_json(found)) == ()
    assert validate(published_json(found, gate)) == ()


def test_the_whole_dossier_withholds_nothing() -> None:
    found, _, reading = make("pointer")
    written = json.loads(dossier_json(found))
    assert all(span["text"] == reading.source.text[span["start"] : span["end"]] for span in spans(written))
    assert msgspec.json.decode(dossier_json(found), type=Dossier) == found


def test_a_full_source_is_published_whole() -> None:
    found, _, reading = make("full")
    reading = msgspec.structs.replace(reading, source=msgspec.structs.replace(reading.source, max_share=None))
    assert published_json(found, Gate(found, [reading])) == dossier_json(found)


def test_an_excerpt_withholds_what_the_gate_withholds() -> None:
    found, gate, _ = make("excerpt")
    published = json.loads(published_json(found, gate))
    event_1, event_2, event_3 = published["events"]
    assert event_1["reports"][0]["text"] == OPENED and "sha256" not in event_1["reports"][0]
    assert event_2["reports"][0]["text"] is None and event_2["reports"][0]["sha256"] == sha256(BOUGHT)
    assert (event_1["headline"]["text"], event_2["headline"]["text"]) == (OPENED, None)
    assert event_3["headline"]["text"] == "Our own words"
    assert event_1["conflicts"][0]["values"][0]["text"] is None
    assert published["quotes"][0]["cue"] == "said" and published["quotes"][0]["speaker_text"] is None
    assert published["actors"][0]["names"][0]["text"] == "Ida Moen"
    assert published["statements"][0]["text"] is None
    assert published["labels"][0]["uses"][0]["term"] == "rye bread"
    assert published["sources"][0]["captions"][0]["text"] is None
    assert published["sources"][0]["furniture"][0]["text"] == "Share this"
    assert published["dates"][0]["why"] == "“Tuesday” before the day of publication."


def test_a_pointer_is_published_without_a_word_of_its_text() -> None:
    found, gate, _ = make("pointer")
    published = json.loads(published_json(found, gate))
    assert all(span["text"] is None and len(str(span["sha256"])) == 64 for span in spans(published))
    assert published["actors"][0]["names"][0]["text"] is None
    assert published["labels"][0]["uses"][0]["term"] is None
    assert (published["quotes"][0]["cue"], published["quotes"][0]["speaker_text"]) == (None, None)
    assert published["dates"][0]["why"].startswith("place only: characters ")
    assert published["sources"][0]["published"]["why"].startswith("It prints place only: ")
    for words in (OPENED, SAID, BOUGHT, "Tuesday", "rye bread", "Share this", "Ida Moen"):
        assert not [text for text in strings(published) if words in text], words


def test_facts_stay_whatever_is_withheld() -> None:
    found, gate, _ = make("pointer")
    published, whole = json.loads(published_json(found, gate)), json.loads(dossier_json(found))
    assert published["events"][0]["conflicts"][0]["values"][0]["value"] == "7"
    assert published["dates"][0]["edtf"] == whole["dates"][0]["edtf"] == "2022-03-01"
    assert published["actors"][0]["name"] == "Ida"
    assert [(s["start"], s["end"]) for s in spans(published)] == [(s["start"], s["end"]) for s in spans(whole)]


def test_a_name_that_another_source_prints_stays() -> None:
    reading, open_ = read("Ida Moen bakes.", mode="pointer"), read("Ida Moen bakes.", "b")
    form = NameForm(text="Ida Moen", sources=("a", "b"), count=2)
    found = dossier([reading, open_], actors=(actor("ida", names=(form,)),))
    published = json.loads(published_json(found, Gate(found, [reading, open_])))
    assert published["actors"][0]["names"][0]["text"] == "Ida Moen"


def test_people_without_a_page_have_no_entry_and_nothing_refers_to_them() -> None:
    reading = read(TEXT, mode="full")
    said, opened = at(reading, SAID), at(reading, OPENED)
    found = dossier(
        [reading],
        actors=(
            actor("child", published=False, mentions=(to(ActorMention, opened, how="name"),)),
            actor("ida", possibly_same=("child",)),
            actor("quay", kind="place", published=False),
        ),
        quotes=(quote("q-1", said, speaker="child", via=("child", "ida"), family="f-1"),),
        families=(family("f-1", "q-1", speaker="child"),),
        events=(event("e-1", opened, actors=("child", "ida"), places=("quay",), attributed_to="child"),),
    )
    assert verify(found, [reading]) == ()
    published = published_json(found, Gate(found, [reading]))
    assert b"child" not in published and b"Child" not in published
    copy = msgspec.json.decode(published, type=Dossier)
    assert verify(copy, [reading]) == ()
    assert [one.id for one in copy.actors] == ["ida", "quay"]
    assert (copy.events[0].actors, copy.events[0].places, copy.quotes[0].via) == (("ida",), ("quay",), ("ida",))


def decided(what: str, id: str | None) -> Decided:
    return Decided(what=what, id=id, did="given a name", reason="The editor says why.")


def test_what_was_decided_of_people_without_a_page_leads_nowhere() -> None:
    reading = read(TEXT, mode="full")
    found = dossier(
        [reading],
        actors=(actor("child", published=False, aliases=("kid",)), actor("ida", aliases=("moen",))),
        events=(event("child", at(reading, OPENED)),),
        decisions=tuple(decided(*one) for one in (("actor", "child"), ("actor", "ida"), ("event", "child"))),
    )
    copy = msgspec.json.decode(published_json(found, Gate(found, [reading])), type=Dossier)
    assert [one.id for one in copy.decisions] == [None, "ida", "child"]
    assert [one.aliases for one in copy.actors] == [("moen",)]


@pytest.mark.parametrize("mode", ["full", "excerpt", "pointer"])
def test_notes_and_reasons_are_published_in_every_mode_but_no_translation_of_what_is_withheld(mode: str) -> None:
    reading = read(TEXT, mode=mode, max_share=0.0)
    bought = at(reading, BOUGHT)
    found = dossier(
        [reading],
        translations=(to(Translation, bought, translation="Sieben Brote.", curated="For readers of German."),),
        anchors=(to(Anchor, bought, by="curation.yml"),),
        hidden=(HiddenEvent(ids=("e-9",), curated="Told twice."),),
        events=(event("e-1", bought, note="Rye, as it was then."),),
    )
    data = published_json(found, Gate(found, [reading]))
    assert validate(data) == ()
    copy = json.loads(data)
    (translation,), (anchor,) = copy["translations"], copy["anchors"]
    assert (translation["translation"], translation["curated"]) == (None, "For readers of German.")
    assert [one["text"] for one in (translation, anchor)] == [None, None]
    assert [one["sha256"] for one in (translation, anchor)] == [sha256(BOUGHT), sha256(BOUGHT)]
    assert copy["events"][0]["note"] == "Rye, as it was then."
    assert copy["hidden"] == [{"ids": ["e-9"], "curated": "Told twice."}]


@pytest.mark.parametrize(("what", "id"), [("actor", "bo"), ("event", "e-8"), ("label", "l-8"), ("quotation", "q-8")])
def test_a_decision_refers_to_what_is_there(what: str, id: str) -> None:
    reading = read(TEXT, mode="full")
    hidden = (HiddenEvent(ids=("e-9",), curated="Told twice."),)
    right = dossier([reading], hidden=hidden, decisions=(decided("event", "e-9"), decided("source", "a")))
    assert verify(right, [reading]) == ()
    wrong = msgspec.structs.replace(right, decisions=(decided(what, id),))
    assert [problem.message for problem in verify(wrong, [reading])] == [
        f"a decision refers to the {what} “{id}”, which is not there."
    ]


@pytest.mark.parametrize("mode", ["full", "excerpt", "pointer"])
def test_the_same_dossier_gives_the_same_bytes(mode: str) -> None:
    assert published_json(*make(mode)[:2]) == published_json(*make(mode)[:2])
    assert published_json(*make(mode)[:2]).endswith(b"}\n")


def test_letters_of_all_scripts_stay_readable() -> None:
    found = dossier([], title="Où est le pain ? 漢 😀 </script>")
    assert "Où est le pain ? 漢 😀 </script>" in dossier_json(found).decode()


@settings(deadline=None)
@given(
    text=st.text(st.characters(exclude_categories=("Cs",)), max_size=60), mode=st.sampled_from(["excerpt", "pointer"])
)
def test_no_withheld_words_are_left_over(text: str, mode: str) -> None:
    words = f"{BOUGHT} {text} {BOUGHT}"
    reading = read(f"{OPENED}\n{words}\n", mode=mode, max_share=0.0)
    span = at(reading, words)
    found = dossier([reading], events=(event("e-1", span, headline=Headline(text=words, span=span, curated=None)),))
    published = json.loads(published_json(found, Gate(found, [reading])))
    assert not [one for one in strings(published) if BOUGHT in one]


def spoil(data: bytes, path: str, value: object) -> bytes:
    document = json.loads(data)
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    item = document
    for step in way:
        item = item[step]
    item[last] = value
    return json.dumps(document).encode()


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        ("quotes.0.kind", "shouted", "quotes[0].kind: 'shouted' is not one of"),
        ("events.1.reports.0.start", "0", "events[1].reports[0].start: '0' is not of type 'integer'"),
        ("events.0.reports.0.text", None, "events[0].reports[0]: 'sha256' is a required property"),
        ("events.0.reports.0.sha256", "0" * 64, "events[0].reports[0]: "),
        ("sources.0.mode", None, "sources[0].mode: None is not one of"),
        ("schema", "2", "schema: '2' is not one of"),
        ("actors.0.nickname", "Ida", "actors[0]: Additional properties are not allowed"),
        ("title", None, "title: None is not of type 'string'"),
    ],
)
def test_a_departure_from_the_schema_is_named_with_its_path(path: str, value: object, where: str) -> None:
    found, _, _ = make("full")
    [problem] = validate(spoil(dossier_json(found), path, value))
    assert problem.message.startswith(where)


@pytest.mark.parametrize("data", [b"", b"{", b"\xff", b"nonsense"])
def test_what_is_no_json_is_said_to_be_none(data: bytes) -> None:
    [problem] = validate(data)
    assert problem.message.startswith("This is not JSON")


@pytest.mark.parametrize("data", [b"{}", b"[]", b"3"])
def test_what_is_no_dossier_is_refused(data: bytes) -> None:
    assert validate(data)


def test_the_schema_names_its_dialect_and_asks_nobody() -> None:
    schema = json.loads(schema_json())
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert {ref for ref in strings(schema) if ref.startswith("http")} == {schema["$schema"]}
    assert schema_json() == schema_json() and schema_json().endswith(b"}\n")


def test_words_by_which_a_decision_names_its_passage_stand_only_in_text_that_is_shown() -> None:
    reading = read(TEXT, mode="excerpt", max_share=0.0)
    short = at(reading, " ".join(BOUGHT.split()[:2]))
    gate = Gate(dossier([reading]), [reading])
    assert gate.allows(short), "of a finding these few words may be printed"
    copy = json.loads(published_json(dossier([reading], anchors=(to(Anchor, short, by="curation.yml"),)), gate))
    assert [one["text"] for one in copy["anchors"]] == [None]
    assert [one["sha256"] for one in copy["anchors"]] == [sha256(short.text)]
