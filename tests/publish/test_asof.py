"""What was known on a day: dates and names of the sources that were out by then, and of no other."""

from msgspec.structs import replace
from small_dossier import actor, at, to
from told_twice import BROKE, DATES, DIVERS, ECHO, FLOOD, POST, SOURCES, WEIR, catalogue_of, lock, stated

from generator.model import ActorMention, Event
from generator.publish.pages.asof import AsOf, days_of_change, list_states, named_in

LATER = AsOf(since="2021-01-05", before="2021-01-08", edtf=None, basis=None)


def states(event: Event, **fields: object) -> tuple[AsOf, ...]:
    return list_states(catalogue_of(lock(**fields)), event)


def test_a_date_is_that_of_the_sources_out_by_then() -> None:
    assert states(WEIR) == (replace(LATER, edtf="2021-02-01", basis="as written"),)


def test_a_date_that_all_who_tell_it_give_was_always_that() -> None:
    assert states(DIVERS) == () and states(FLOOD) == ()


def test_a_date_from_a_text_that_was_not_yet_out_was_not_known() -> None:
    (_, undated), (dated, _) = WEIR.reports, BROKE.reports[:2]
    late = replace(WEIR, reports=(replace(dated, date=None), undated), edtf="2021-02-03", conflicts=())
    assert states(late) == (LATER,)


def test_a_date_that_rests_on_another_text_or_on_an_editor_was_not_known() -> None:
    alone = replace(WEIR, reports=WEIR.reports[:1], conflicts=(), basis="inferred")
    inferred = tuple(replace(date, basis="inferred") for date in DATES)
    assert states(alone, dates=inferred) == (replace(LATER, before=""),)
    decided = replace(alone, basis="decided by the editor", edtf="2021-02-02")
    assert states(decided) == (replace(LATER, before="", edtf="2021-02-01", basis="as written"),)


def test_several_days_given_by_then_are_their_range() -> None:
    decided = replace(WEIR, basis="decided by the editor", edtf="2021-02-02", conflicts=())
    assert states(decided)[1] == AsOf(
        since="2021-01-08", before="", edtf="2021-02-01/2021-02-03", basis=None, differ=True
    )


def test_a_report_names_those_who_stand_in_it() -> None:
    mayor = actor("ann-lee", mentions=(to(ActorMention, at(ECHO, "Harbour engineers"), how="name"),))
    catalogue = catalogue_of(lock(actors=(mayor,)))
    named = replace(BROKE, actors=("ann-lee",))
    assert [named_in(catalogue, named, report) for report in named.reports] == ["", "ann-lee", ""]


def test_known_things_change_when_a_source_appears_and_when_it_is_updated() -> None:
    updated = tuple(replace(one, updated=stated("2021-01-20")) if one.id == "post" else one for one in SOURCES)
    catalogue = catalogue_of(lock(sources=updated))
    assert days_of_change(catalogue, BROKE.reports) == ["2021-01-05", "2021-01-08", "2021-01-20"]
    assert days_of_change(catalogue, (POST.sentences[0],)) == ["2021-01-05", "2021-01-20"]
