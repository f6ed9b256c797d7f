"""Findings of a dossier held against the readings: what has no place of its own is told with its line."""

from msgspec.structs import replace
from small_dossier import at, dossier, entry, event, family, quote, read, to

from generator.model import (
    Conflict,
    ConflictValue,
    Dossier,
    Headline,
    PublicationDate,
    Quotation,
    Reading,
    Report,
    Span,
    Variant,
)
from generator.publish.findings import check_findings
from generator.spans import anchor_id

TEXT = (
    "The oven was lit at four, said Ida.\n"
    "Seven loaves were sold, and seven loaves were kept.\n"
    "The oven was lit at four, said Bo.\n"
)
READING = read(TEXT)
LIT, SOLD, AGAIN = READING.sentences


def report(number: int, **fields: object) -> Report:
    sentence = READING.sentences[number]
    return to(Report, sentence, **({"id": f"r{sentence.id[1:]}", "date": None} | fields))


def messages(found: Dossier) -> list[str]:
    return [f"{problem.where.line}: {problem.message}" for problem in check_findings(found, [READING])]


def reported(number: int, **fields: object) -> Dossier:
    one = event("e-1", READING.sentences[number], reports=(report(number),), **fields)
    return dossier([READING], events=(one,))


def test_a_report_has_the_id_of_its_sentence() -> None:
    assert messages(reported(0)) == []
    found = dossier([READING], events=(event("e-1", LIT, reports=(report(0, id="r-0"),)),))
    assert messages(found) == [
        "1: report “r-0” stands at characters 0–35, but none with this id was found. Build again.",
    ]


def test_a_publication_is_reported_where_the_page_is_dated() -> None:
    id = anchor_id("r", "a", f"published {LIT.text}", 0)
    assert messages(dossier([READING], events=(event("e-1", LIT, reports=(report(0, id=id),)),))) == []
    id = anchor_id("r", "a", f"published {SOLD.text}", 0)
    wrong = dossier([READING], events=(event("e-1", SOLD, reports=(report(1, id=id),)),))
    assert len(messages(wrong)) == 1


def test_a_headline_stands_in_a_report() -> None:
    inside, outside = at(READING, "oven was lit"), at(READING, "loaves were sold")
    assert messages(reported(0, headline=Headline(text="", span=inside, curated=None))) == []
    assert messages(reported(0, headline=Headline(text="", span=outside, curated=None))) == [
        "2: a headline of event “e-1” stands at characters 42–58, but no report of the event holds it. Build again."
    ]


def test_values_that_differ_stand_in_reports() -> None:
    def told(words: str) -> Dossier:
        values = (to(ConflictValue, at(READING, words), value="7"),)
        return reported(1, conflicts=(Conflict(what="figure", values=values),))

    assert messages(told("Seven loaves")) == []
    assert messages(told("four")) == [
        "1: a value of event “e-1” stands at characters 20–24, but no report of the event holds it. Build again."
    ]


def test_variants_stand_in_the_quotations_compared_and_each_at_a_place_of_its_own() -> None:
    first, second = at(READING, "The oven was lit at four"), replace(at(READING, "said Bo"))
    quotes = (quote("q-1", first), quote("q-2", second))
    own = [quotation_of(one) for one in quotes]
    reading = replace(READING, quotations=tuple(own))

    def compared(*places: tuple[str, str]) -> list[str]:
        variants = tuple(
            Variant(kind="substituted", base=at(READING, base), reading=at(READING, other)) for base, other in places
        )
        one = family("f-1", "q-1", "q-2", readings=(Reading(quote="q-2", variants=variants),))
        found = dossier([READING], quotes=quotes, families=(one,))
        return [problem.message for problem in check_findings(found, [reading])]

    assert compared(("oven", "Bo")) == []
    assert len(compared(("Seven", "Bo"))) == 1
    assert len(compared(("oven", "Bo"), ("lit", "Bo"))) == 1


def test_what_is_told_beside_a_quotation_stands_in_its_witness_and_in_no_quotation() -> None:
    first, second = at(READING, "The oven was lit at four"), replace(at(READING, "said Bo"))
    quotes = (quote("q-1", first), quote("q-2", second))
    reading = replace(READING, quotations=tuple(quotation_of(one) for one in quotes))

    def told(base: str, words: Span) -> list[str]:
        beside = (Variant(kind="indirect", base=at(READING, base), reading=words),)
        one = family("f-1", "q-1", "q-2", readings=(Reading(quote="q-2", variants=(), beside=beside),))
        return [
            problem.message for problem in check_findings(dossier([READING], quotes=quotes, families=(one,)), [reading])
        ]

    own = replace(second, start=second.end, end=second.end + 1, text=READING.source.text[second.end : second.end + 1])
    assert told("oven", own) == []
    assert len(told("Seven", own)) == 1
    assert len(told("oven", at(READING, "Bo"))) == 1


def quotation_of(one: object) -> Quotation:
    """The quotation that a reading would have for a quote."""
    fields = {name: getattr(one, name) for name in Quotation.__struct_fields__}
    return Quotation(**fields)


def test_sources_that_are_not_there_are_passed_over() -> None:
    assert list(check_findings(reported(0), [])) == []


def test_a_text_that_says_only_when_it_was_updated_is_bounded_by_that_passage() -> None:
    line, other = at(READING, "four"), at(READING, "Seven")
    updated = PublicationDate(edtf="2022-03-04", basis="stated", why="It says so.", span=line)
    reading = replace(READING, source=replace(READING.source, updated=updated))

    def bounded_by(span: Span) -> list[str]:
        published = PublicationDate(edtf="../2022-03-04", basis="bounded", why="It was updated then.", span=span)
        shown = replace(entry(reading, "A"), published=published, updated=updated)
        found = dossier([reading], sources=(shown,))
        return [problem.message for problem in check_findings(found, [reading])]

    assert bounded_by(line) == []
    assert bounded_by(other) == ["What shows when it was published is not what was read. Build again."]
