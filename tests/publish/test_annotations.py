"""Annotations: one a passage, found again by words and place, without a word that a mode withholds."""

import hashlib
import json
from pathlib import Path

import pytest
from making import make_source
from msgspec.structs import replace
from small_dossier import actor, dossier, entry, event, read_source, to

from generator.model import Anchor, AnnotatedSource, Dossier, Label, LabelUse, Mode, NameForm, Translation
from generator.pipeline import check_data, make_dossier, make_site
from generator.publish.annotations import annotations_json
from generator.publish.export import published_json
from generator.publish.exported import check_dossier, check_exports
from generator.publish.gate import Gate
from generator.spans import cut

BRIDGE = Path(__file__).parent.parent / "golden" / "bridge" / "seeds"
TEXT = (
    "Bread at last for the quay.\n"
    "The oven is lit at four in the morning. Nobody sleeps on the quay. The oven is lit at four in the morning.\n"
    "Everybody eats.\n"
)


def make(mode: Mode, share: float | None = None) -> tuple[Dossier, AnnotatedSource]:
    """A dossier whose findings rest on the second, third and fourth sentence, the weightiest on the third."""
    reading = read_source(make_source(TEXT, mode=mode, max_share=share))
    oven, nobody, again = reading.sentences[1:4]
    events = (event("e-1", nobody, witnesses=3), event("e-2", oven), event("e-3", again))
    return dossier([reading], events=events), reading


def items_of(found: Dossier, *readings: AnnotatedSource) -> list[dict[str, object]]:
    parsed = json.loads(annotations_json(found, Gate(found, readings)))
    assert parsed["type"] == "AnnotationCollection" and parsed["total"] == len(parsed["first"]["items"])
    return parsed["first"]["items"]


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def test_each_passage_has_its_address_its_words_and_its_place() -> None:
    found, reading = make("full")
    items = items_of(found, reading)
    assert [item["id"] for item in items] == [f"sources/a/#{sentence.id}" for sentence in reading.sentences[1:4]]
    target = items[1]["target"]
    assert target["source"] == {"id": "seeds/a.txt", "type": "Text", "microsite:sha256": reading.source.sha256}
    words, place = target["selector"]
    assert words == {
        "type": "TextQuoteSelector",
        "exact": "Nobody sleeps on the quay.",
        "prefix": "is lit at four in the morning. ",
        "suffix": " The oven is lit at four in the",
    }
    assert place == {"type": "TextPositionSelector", "start": 68, "end": 94}
    assert TEXT[68:94] == "Nobody sleeps on the quay."


def test_an_address_of_the_web_is_where_a_source_came_from() -> None:
    reading = read_source(make_source(TEXT, url="https://news.example.org/bread"))
    (item,) = items_of(dossier([reading], events=(event("e-1", reading.sentences[1]),)), reading)
    assert item["target"]["source"]["via"] == "https://news.example.org/bread"


def test_a_withheld_passage_has_hashes_for_words() -> None:
    found, reading = make("pointer")
    for item in items_of(found, reading):
        words, place = item["target"]["selector"]
        assert words.keys() == {"type", "microsite:withheld"}
        assert words["type"] == "microsite:WithheldQuoteSelector"
        assert words["microsite:withheld"]["exact"] == sha256(TEXT[place["start"] : place["end"]])


def test_words_around_a_passage_are_withheld_for_themselves() -> None:
    found, reading = make("excerpt", share=0.2)
    _, nobody, _ = items_of(found, reading)
    words = nobody["target"]["selector"][0]
    assert words["exact"] == "Nobody sleeps on the quay."
    assert words.keys() == {"type", "exact", "microsite:withheld"}, "few words before and after it are not granted"
    assert words["microsite:withheld"] == {
        "prefix": sha256("is lit at four in the morning. "),
        "suffix": sha256(" The oven is lit at four in the"),
    }


def test_annotations_follow_the_letters_and_the_text() -> None:
    readings = [read_source(make_source(TEXT, id=id)) for id in ("a", "b")]
    found = dossier(readings, events=(event("e-1", readings[0].sentences[1], readings[1].sentences[1]),))
    found = replace(found, sources=(entry(readings[0], "AA"), entry(readings[1], "B")))
    assert [item["id"].split("/")[1] for item in items_of(found, *readings)] == ["b", "a"]


@pytest.mark.parametrize("mode", ["full", "excerpt", "pointer"])
def test_a_dossier_with_all_that_is_withheld_is_proven(mode: Mode) -> None:
    """Names, terms and translations that repeat what is withheld are null; what else there is can be proven."""
    reading = read_source(make_source(TEXT, mode=mode))
    nobody = reading.sentences[2]
    found = dossier(
        [reading],
        actors=(actor("quay", kind="place", names=(NameForm(text="the quay", sources=("a",), count=2),)),),
        translations=(to(Translation, nobody, translation="Niemand schläft.", curated="For readers of German."),),
        anchors=(to(Anchor, nobody, by="pages/index.md"),),
        labels=(
            Label(id="l-1", referent="bread", curated=None, uses=(
                LabelUse(term="the oven", source="a", count=1, spans=(cut(reading.source, 28, 36),)),)),
        ),
    )  # fmt: skip
    data = published_json(found, Gate(found, [reading]))
    assert check_dossier(data, [reading]) == ()
    assert (b"Niemand" in data) == (mode != "pointer")


@pytest.mark.parametrize("mode", ["full", "excerpt", "pointer"])
def test_annotations_of_every_mode_are_proven(mode: Mode) -> None:
    edition = make_dossier(BRIDGE)
    readings = tuple(replace(r, source=replace(r.source, mode=mode)) for r in edition.readings)
    entries = tuple(replace(source, mode=mode) for source in edition.dossier.sources)
    edition = replace(edition, readings=readings, dossier=replace(edition.dossier, sources=entries))
    site, _ = make_site(edition)
    assert check_exports(site.files, readings) == ()
    assert check_data(edition, site) == ()
