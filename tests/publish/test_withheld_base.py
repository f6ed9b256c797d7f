"""A reading is not compared with a longest reading that its source's mode withholds: the difference would tell it."""

from small_dossier import at, dossier, family, quote, read

from generator.collate.quoting.variants import compare_readings
from generator.collate.quoting.wordings import read_wording
from generator.model import AnnotatedSource, Dossier, Mode, Quote, Reading
from generator.publish.gate import Gate
from generator.publish.links import Passages
from generator.publish.pages.catalogue import make_catalogue
from generator.publish.pages.families import FamilyView, make_family
from generator.publish.pages.marks import Page

LONG = "“We bake our bread for the whole of the old quay tonight,” she said."
SHORT = "“We bake bread for the quay tonight,” she said."


def view(mode: Mode) -> FamilyView:
    """The family of both readings, the longer one in a source of this mode."""
    readings = (read(LONG, id="a", mode=mode), read(SHORT, id="b", mode="full"))
    base, other = (
        quote(f"q-{reading.source.id}", at(reading, reading.source.text.split("”")[0][1:]), family="f-1")
        for reading in readings
    )
    found = made(readings, base, other)
    catalogue = make_catalogue(found, Gate(found, readings), Passages(readings))
    return make_family(Page(catalogue=catalogue, url="comparison/"), found.families[0])


def made(readings: tuple[AnnotatedSource, ...], base: Quote, other: Quote) -> Dossier:
    wordings = {one.id: read_wording(one.text, one.start) for one in (base, other)}
    told = tuple(
        Reading(quote=one.id, variants=compare_readings(base, one, wordings[base.id], wordings[one.id]))
        for one in (base, other)
    )
    one_utterance = family("f-1", base.id, other.id, base=base.id, readings=told)
    return dossier(readings, quotes=(base, other), families=(one_utterance,))


def test_beside_a_printed_one_the_differences_are_marked() -> None:
    found = view("full")
    assert any("<del>" in reading.text for reading in found.readings)
    assert found.places


def test_beside_a_withheld_one_they_are_not() -> None:
    found = view("pointer")
    assert not found.places
    assert not any("<del>" in reading.text or "<ins>" in reading.text for reading in found.readings)
    assert any("bread for the quay" in reading.text for reading in found.readings)
