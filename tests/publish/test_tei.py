"""The apparatus in TEI: well-formed, its references resolve, its words are the sources', and none that is withheld."""

import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from msgspec.structs import replace
from small_dossier import actor, at, dossier, family, quote, read

from generator.collate.quoting.variants import compare_readings
from generator.collate.quoting.wordings import read_wording
from generator.model import AnnotatedSource, Dossier, Mode, Quote, Reading, Variant
from generator.publish.gate import Gate
from generator.publish.links import Passages
from generator.publish.tei import NAME, tei_xml

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
LONG = "“We bake our good bread for the whole of the old quay tonight,” she said."
SHORT = "“We bake bread for the quay tomorrow,” she said."
THIRD = "“We bake our good bread for the whole of the old quay tonight,” it said."


def quoted(reading: AnnotatedSource) -> Quote:
    words = reading.source.text.split("“")[1].split("”")[0]
    return quote(f"q-{reading.source.id}", at(reading, words), family="f-1", speaker="ann")


def make(readings: tuple[AnnotatedSource, ...]) -> Dossier:
    quotes = tuple(map(quoted, readings))
    base, wordings = quotes[0], [read_wording(one.text, one.start) for one in quotes]
    told = tuple(
        Reading(quote=one.id, variants=compare_readings(base, one, wordings[0], wording))
        for one, wording in zip(quotes, wordings, strict=True)
    )
    one_utterance = family("f-1", *(one.id for one in quotes), base=base.id, readings=told, speaker="ann")
    return dossier(readings, quotes=quotes, families=(one_utterance,), actors=(actor("ann"),))


def parse(readings: tuple[AnnotatedSource, ...], found: Dossier | None = None) -> tuple[str, ET.Element]:
    found = found or make(readings)
    text = tei_xml(found, Gate(found, readings), Passages(readings)).decode()
    return text, ET.fromstring(text)


def three(mode: Mode = "full") -> tuple[AnnotatedSource, ...]:
    return (read(LONG, id="a", mode=mode), read(SHORT, id="b", mode="full"), read(THIRD, id="c", mode="full"))


def test_each_place_has_the_words_of_the_base_and_those_of_others_with_their_witnesses() -> None:
    _, root = parse(three())
    shown = [
        (app.find(f"{TEI}lem").text, app.find(f"{TEI}lem").get("wit"), rdg.text or "", rdg.get("wit"), rdg.get("type"))
        for app in root.iter(f"{TEI}app")
        for rdg in app.iter(f"{TEI}rdg")
    ]
    assert shown == [
        ("our good", "#A #C", "", "#B", "elided"),
        ("whole of the old", "#A #C", "", "#B", "elided"),
        ("tonight", "#A #C", "tomorrow", "#B", "substituted"),
    ]


def test_it_has_a_header_and_each_reference_resolves() -> None:
    _, root = parse(three())
    for path in ("titleStmt/title", "publicationStmt/p", "sourceDesc/listWit/witness"):
        assert root.find(f"{TEI}teiHeader/{TEI}fileDesc/" + "/".join(TEI + one for one in path.split("/"))) is not None
    method = root.find(f".//{TEI}variantEncoding")
    assert method is not None and method.get("method") == "double-end-point"
    ids = [element.get(ID) for element in root.iter() if element.get(ID)]
    assert len(ids) == len(set(ids))
    pointing = [
        name
        for element in root.iter()
        for key in ("wit", "from", "to", "source")
        for name in element.get(key, "").split()
    ]
    assert pointing and all(name.removeprefix("#") in ids for name in pointing)


PIECES = "She said the whole quay had “our good bread” and would be fed “tonight”, when she bakes."


def told_without_marks() -> tuple[tuple[AnnotatedSource, ...], Dossier]:
    """A base, a shorter reading, and one in scraps with a part told in own words."""
    readings = (*three()[:2], read(PIECES, id="c", mode="full"))
    found = make((*three()[:2], read(LONG, id="c", mode="full")))
    base = found.quotes[0]
    scraps = tuple(
        quote(f"q-c{n}", at(readings[2], words), family="f-1", utterance="q-c1", speaker=speaker)
        for n, words, speaker in ((1, "our good bread", "guild"), (2, "tonight", "guild"))
    )
    whole = read_wording(base.text, base.start)
    own = Variant(
        kind="indirect", base=at(readings[0], "the whole of the old quay"), reading=at(readings[2], "the whole quay")
    )
    told = tuple(
        Reading(quote=one.id, variants=compare_readings(base, one, whole, read_wording(one.text, one.start)),
                beside=(own,) if one.id == "q-c1" else ())
        for one in (*found.quotes[:2], *scraps)
    )  # fmt: skip
    quotes = (*found.quotes[:2], *scraps)
    one_utterance = family("f-1", *(one.id for one in quotes), base=base.id, readings=told, speaker="ann")
    actors = (actor("ann"), actor("guild", kind="organisation"))
    return readings, dossier(readings, quotes=quotes, families=(one_utterance,), actors=actors)


def test_what_is_told_without_marks_is_a_reading_of_its_own_kind() -> None:
    _, root = parse(*told_without_marks())
    shown = [(rdg.get("wit"), rdg.text) for rdg in root.iter(f"{TEI}rdg") if rdg.get("type") == "indirect"]
    assert shown == [("#C", "the whole quay")]


def test_where_the_witnesses_name_two_speakers_both_are_told() -> None:
    _, root = parse(*told_without_marks())
    assert root.find(f".//{TEI}div/{TEI}p").text == "Ann (A, B); Guild (C)"


CONTENT = {  # which elements each may hold, as far as this file uses them
    "app": {"lem", "rdg", "witDetail"}, "lem": set(), "rdg": {"gap"}, "witDetail": {"gap"}, "listApp": {"app"},
    "div": {"p", "ab", "listApp", "cit"}, "ab": {"anchor", "gap"}, "cit": {"quote", "ptr"}, "quote": {"gap"},
    "listWit": {"witness"}, "witness": {"ref", "listWit"}, "body": {"div", "p"}, "text": {"body"},
    "TEI": {"teiHeader", "text"}, "teiHeader": {"fileDesc", "encodingDesc"},
    "fileDesc": {"titleStmt", "publicationStmt", "sourceDesc"}, "encodingDesc": {"variantEncoding", "editorialDecl"},
}  # fmt: skip
KINDS = {"truncated", "elided", "substituted", "inserted", "reordered", "indirect"}


@pytest.mark.parametrize(
    "made", [told_without_marks, lambda: (three(), make(three())), lambda: (three("pointer"), None)]
)
def test_the_elements_stand_where_tei_has_them(made: Callable[[], tuple[Any, Any]]) -> None:
    text, root = parse(*made())
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>')
    for element in root.iter():
        name = element.tag.removeprefix(TEI)
        assert {child.tag.removeprefix(TEI) for child in element} <= CONTENT.get(name, {"p", "title", "listWit"}), name
    ids = [element.get(ID) for element in root.iter() if element.get(ID)]
    assert len(ids) == len(set(ids)) and all(re.fullmatch(r"[A-Za-z_][\w.-]*", id) for id in ids)
    witnesses = {f"#{one.get(ID)}" for one in root.iter(f"{TEI}witness")}
    for app in root.iter(f"{TEI}app"):
        assert app[0].tag == f"{TEI}lem" and len(app) > 1
        told = [name for child in app for name in child.get("wit", "").split()]
        assert told and set(told) <= witnesses
        assert {rdg.get("type") for rdg in app.iter(f"{TEI}rdg")} <= KINDS
        assert {app.get("from"), app.get("to")} <= {f"#{id}" for id in ids}


def test_each_place_has_every_witness_once_as_having_it_or_not() -> None:
    _, root = parse(*told_without_marks())
    for app in root.iter(f"{TEI}app"):
        told = [name for child in app for name in child.get("wit", "").split()]
        assert sorted(told) == ["#A", "#B", "#C"]


def test_between_the_anchors_stands_the_lemma() -> None:
    _, root = parse(three())
    base = root.find(f".//{TEI}ab")
    assert base is not None
    assert "".join(base.itertext()) == LONG[1 : LONG.index("”")]
    offsets, length = {}, len(base.text or "")
    for mark in base:
        offsets[f"#{mark.get(ID)}"] = length
        length += len(mark.tail or "")
    for app in root.iter(f"{TEI}app"):
        words = "".join(base.itertext())[offsets[app.get("from", "")] : offsets[app.get("to", "")]]
        assert words.strip() == app.find(f"{TEI}lem").text


def test_nothing_is_compared_with_a_base_that_is_withheld() -> None:
    text, root = parse(three(mode="pointer"))
    assert not list(root.iter(f"{TEI}app"))
    assert [gap.get("quantity") for gap in root.iter(f"{TEI}gap")] == [str(LONG.index("”") - 1)] * 2
    readings = (read(LONG, id="a", mode="pointer"), read(SHORT, id="b", mode="full"))
    text, root = parse(readings)
    assert "good bread" not in text and "tomorrow" in text


def test_a_reading_that_is_withheld_is_a_gap() -> None:
    long = (
        "“We bake our bread for the whole of the old quay, for the mill, for the yard and for all of the town tonight,”"
    )
    other = long.replace("all of the town", "nobody there who has not seen how cold it is out here")
    readings = (read(f"{long} she said.", id="a", mode="full"), read(f"{other} she said.", id="b", mode="pointer"))
    text, root = parse(readings)
    assert "nobody" not in text
    assert root.find(f".//{TEI}rdg/{TEI}gap") is not None


HOSTILE = "“We </quote><b>bake</b> & \x0b\x00 <![CDATA[ ]]> &lt; \u202e our bread for the old quay,” she said."


def test_what_a_source_prints_stays_text() -> None:
    readings = (read(HOSTILE, id="a", mode="full", label='<A> & "B"'), read(SHORT, id="b", mode="full"))
    _, root = parse(readings)
    words = "".join(root.find(f".//{TEI}ab").itertext())
    assert words.startswith("We </quote><b>bake</b> & ") and "<![CDATA[ ]]> &lt;" in words
    assert not list(root.iter(f"{TEI}b"))
    assert root.find(f".//{TEI}witness/{TEI}ref").text == '<A> & "B"'


@pytest.mark.parametrize(("published", "name"), [(True, "Ann"), (False, "someone not listed here")])
def test_who_has_no_page_is_not_named(*, published: bool, name: str) -> None:
    readings = three()
    found = replace(make(readings), actors=(actor("ann", published=published),))
    _, root = parse(readings, found)
    assert root.find(f".//{TEI}div/{TEI}p").text == name


def test_a_dossier_without_families_is_valid_still() -> None:
    readings = (read(LONG, id="a"),)
    _, root = parse(readings, dossier(readings))
    body = root.find(f".//{TEI}body")
    assert body is not None and [child.tag for child in body] == [f"{TEI}p"]
    assert NAME.endswith(".xml")
