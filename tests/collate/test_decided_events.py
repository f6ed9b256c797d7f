"""Decisions on events: what each does, what is wrong with one, and what no decision can do to an address."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked import Marked, make_cast, parse, read_marked

from generator.collate.copying.reuse import Sharing
from generator.collate.telling.events import Chronicle, group_events
from generator.model import Caption, Decisions, Event, EventDecision, PublicationDate, Target
from generator.problems import Severity

BRIDGE = "<Ann Lee> closed the old harbour bridge in <Ulm:place> [on Monday=2021-01-04] for repairs."
BRIDGE_TOO = "<Ann Lee> closed the old harbour bridge in <Ulm:place> [on Monday=2021-01-04] for long repairs."
LATER = "<Ann Lee> closed the old harbour bridge in <Ulm:place> [on Tuesday=2021-01-05] for repairs."
FERRY = "A ferry of the guild took the carts across the river [on January 6=2021-01-06]."
SAYING = "{“The bridge stays closed until spring,”|Ann Lee} <Ann Lee> said [on January 8=2021-01-08]."
MISSED = "Masons came from the hills and counted the stones."
ROY = "<Bo Roy> bakes bread."


def at(words: str, source: str, part: str | None = None) -> Target:
    return Target(source=source, part=part, words=words)


def entry(words: str, source: str, *, line: int = 1, reason: str = "It is so.", **fields: Any) -> EventDecision:
    return EventDecision(line=line, reason=reason, target=at(words, source), **fields)


def read_documents(*texts: str) -> list[Marked]:
    return [read_marked(text, id=id) for id, text in zip("abcdef", texts, strict=False)]


def chronicle_of(
    marked: Sequence[Marked], *entries: EventDecision, published: dict[str, PublicationDate] | None = None
) -> Chronicle:
    readings = [item.reading for item in marked]
    return group_events(
        readings,
        make_cast(readings),
        [date for item in marked for date in item.dates],
        [quote for item in marked for quote in item.quotes],
        Sharing(reuse=(), overlap=(), clusters=()),
        published or {},
        Decisions(file="curation.yml", events=tuple(entries)),
    )


def decide(texts: Sequence[str], *entries: EventDecision) -> Chronicle:
    return chronicle_of(read_documents(*texts), *entries)


def event_with(words: str, chronicle: Chronicle) -> Event:
    (event,) = [event for event in chronicle.events if any(words in report.text for report in event.reports)]
    return event


def sources_of(event: Event) -> str:
    return "".join(report.source if report.date else f"({report.source})" for report in event.reports)


def addresses(chronicle: Chronicle) -> list[str]:
    shown = [id for event in chronicle.events for id in (event.id, *event.aliases)]
    return shown + [id for event in chronicle.hidden for id in event.ids]


def did(chronicle: Chronicle) -> list[str]:
    return [decided.did for decided in chronicle.applied.decided]


def problems(chronicle: Chronicle) -> list[str]:
    return [str(problem) for problem in chronicle.applied.problems]


def test_a_title_is_the_editors_and_says_why() -> None:
    event = event_with("closed", chronicle := decide([BRIDGE], entry("the old harbour bridge", "a", retitle="Closed")))
    assert (event.headline.text, event.headline.span, event.headline.curated) == ("Closed", None, "It is so.")
    assert event.curated == "It is so."
    assert [(one.what, one.id, one.did, one.reason) for one in chronicle.applied.decided] == [
        ("event", event.id, "given a title", "It is so.")
    ]
    assert [(anchor.text, anchor.by) for anchor in chronicle.applied.anchors] == [
        ("the old harbour bridge", "curation.yml")
    ]
    assert not chronicle.applied.problems


def test_a_date_is_the_editors_and_what_sources_give_stays() -> None:
    event = event_with("for repairs", decide([BRIDGE, LATER], entry("bridge", "b", date="2021-01-04~")))
    assert (event.edtf, event.basis) == ("2021-01-04~", "decided by the editor")
    assert [value.value for value in event.conflicts[0].values] == ["2021-01-04", "2021-01-05"]


def test_key_strand_and_note() -> None:
    chronicle = decide([BRIDGE], entry("bridge", "a", pin=True, strand="Repairs", note="No report says who pays."))
    (event,) = chronicle.events
    assert (event.key, event.strand, event.note) == (True, "Repairs", "No report says who pays.")
    assert did(chronicle) == ["put on a strand, made a key event and given a note"]


@pytest.mark.parametrize("name", ["Ann Lee", "ann-lee"])
def test_what_somebody_says_is_that_persons_statement(name: str) -> None:
    chronicle = decide([BRIDGE], entry("bridge", "a", attribute=name))
    assert [(event.kind, event.attributed_to) for event in chronicle.events] == [("statement", "ann-lee")]
    assert did(chronicle) == ["attributed as a statement"]


def test_a_statement_can_be_another_actors() -> None:
    (event,) = decide([f"{SAYING} {ROY}"], entry("until spring", "a", attribute="Bo Roy")).events
    assert (event.kind, event.attributed_to) == ("statement", "bo-roy")


def test_a_statement_can_be_told_as_an_event() -> None:
    chronicle = decide([f"{SAYING} {ROY}"], entry("until spring", "a", no_statement=True))
    assert [(event.kind, event.attributed_to) for event in chronicle.events] == [("event", None)]
    assert did(chronicle) == ["told as an event"]


def test_that_it_is_a_statement_and_that_it_is_none_is_a_contradiction() -> None:
    hers, nobodys = entry("bridge", "a", attribute="Ann Lee"), entry("bridge", "a", line=9, no_statement=True)
    chronicle = decide([BRIDGE], hers, nobodys)
    assert [(event.kind, event.attributed_to) for event in chronicle.events] == [("statement", "ann-lee")]
    (problem,) = chronicle.applied.problems
    assert (problem.where.line, problem.severity.value) == (9, "error")


def test_a_hidden_event_leaves_its_addresses_and_the_reason_and_no_words() -> None:
    before = decide([BRIDGE, BRIDGE_TOO])
    chronicle = decide(
        [BRIDGE, BRIDGE_TOO],
        entry("long repairs", "b", hide=True, reason="Asked for."),
        entry("bridge", "a", line=5, retitle="Closed"),
    )
    assert chronicle.events == ()
    (hidden,) = chronicle.hidden
    assert sorted(hidden.ids) == sorted(addresses(before))
    assert hidden.curated == "Asked for."
    assert [(one.id, one.did) for one in chronicle.applied.decided] == [(None, "taken out"), (None, "given a title")]


def test_merged_events_are_one_with_all_reports_and_addresses() -> None:
    texts = [BRIDGE, FERRY]
    before = decide(texts)
    chronicle = decide(texts, entry("the carts", "b", merge=(at("the old harbour bridge", "a"),)))
    (event,) = chronicle.events
    assert sources_of(event) == "ab"
    assert event.id == event_with("bridge", before).id
    assert event.aliases == (event_with("ferry", before).id,)
    assert event.edtf == "2021-01-04/2021-01-06"
    assert [value.value for value in event.conflicts[0].values] == ["2021-01-04", "2021-01-06"]
    assert event.witnesses == 2
    assert did(chronicle) == ["merged with 1 other"]


def test_a_merged_event_that_is_dated_keeps_that_date() -> None:
    (event,) = decide([BRIDGE, FERRY], entry("ferry", "b", date="2021-01-05", merge=(at("old harbour", "a"),))).events
    assert (event.edtf, event.basis) == ("2021-01-05", "decided by the editor")


def test_what_is_merged_with_a_statement_is_a_statement() -> None:
    texts = [SAYING, BRIDGE, BRIDGE_TOO]
    (event,) = decide(texts, entry("until spring", "a", merge=(at("old harbour bridge", "b"),))).events
    assert (event.kind, event.attributed_to) == ("statement", "ann-lee")
    (event,) = decide(texts, entry("old harbour bridge", "b", merge=(at("until spring", "a"),))).events
    assert event.kind == "event"


def test_a_sentence_that_the_rules_missed_joins_without_a_date() -> None:
    chronicle = decide([BRIDGE, MISSED], entry("bridge", "a", merge=(at("the stones", "b"),)))
    (event,) = chronicle.events
    assert sources_of(event) == "a(b)"
    assert event.edtf == "2021-01-04"
    assert did(chronicle) == ["merged with 1 other"]


def test_a_sentence_that_the_rules_missed_is_an_event_once_it_has_a_date() -> None:
    chronicle = decide([BRIDGE, MISSED], entry("Masons came", "b", date="2021-01-09"))
    event = event_with("Masons", chronicle)
    assert (event.edtf, event.basis, event.kind) == ("2021-01-09", "decided by the editor", "event")
    assert event.headline.text == "Masons came from the hills and counted the stones"
    assert did(chronicle) == ["added and given a date"]


def test_without_a_date_it_is_none() -> None:
    chronicle = decide([BRIDGE, MISSED], entry("Masons came", "b", line=7, retitle="Masons come"))
    assert len(chronicle.events) == 1
    assert problems(chronicle) == [
        "curation.yml:7: warning: This entry is stale and has no effect: no event rests on “Masons came”. "
        "Give the date of one, or take the entry out."
    ]
    assert [anchor.text for anchor in chronicle.applied.anchors] == ["Masons came"]


def test_what_someone_says_stays_a_saying_when_it_is_added() -> None:
    undated = "{“The bridge stays closed until spring,”|Ann Lee} <Ann Lee> said."
    (event,) = decide([undated], entry("until spring", "a", date="2021-01")).events
    assert (event.kind, event.attributed_to) == ("statement", "ann-lee")


def test_a_split_report_is_an_event_of_its_own() -> None:
    texts = [BRIDGE, BRIDGE_TOO, LATER]
    before = decide(texts)
    chronicle = decide(texts, entry("for repairs", "c", split=True))
    assert sorted(sources_of(event) for event in chronicle.events) == ["ab", "c"]
    assert event_with("Tuesday", chronicle).edtf == "2021-01-05"
    assert all(event.curated == "It is so." for event in chronicle.events)
    assert sorted(addresses(chronicle)) == sorted(addresses(before))
    assert did(chronicle) == ["set apart as an event of its own"]


def test_a_split_report_without_a_date_has_none_unless_it_is_given_one() -> None:
    texts = ["Divers of the harbour guild found deep cracks in two stone piers [on Thursday=2021-01-07].",
             "Divers of the harbour guild found deep cracks in two stone piers on Thursday."]  # fmt: skip
    assert [sources_of(event) for event in decide(texts).events] == ["a(b)"]
    split = decide(texts, entry("deep cracks", "b", split=True)).events
    assert [(sources_of(event), event.edtf) for event in split] == [("a", "2021-01-07"), ("(b)", None)]
    split = decide(texts, entry("deep cracks", "b", split=True, date="2021-02")).events
    assert [(sources_of(event), event.edtf) for event in split] == [("a", "2021-01-07"), ("(b)", "2021-02")]


def test_a_report_moves_to_another_event_in_whatever_order_the_entries_stand() -> None:
    texts = [BRIDGE, BRIDGE_TOO, FERRY]
    split = entry("long repairs", "b", line=1, split=True)
    join = entry("ferry", "c", line=5, merge=(at("long repairs", "b"),))
    for entries in ([split, join], [join, split]):
        assert sorted(sources_of(event) for event in decide(texts, *entries).events) == ["a", "bc"]


def test_entries_on_one_event_all_apply() -> None:
    chronicle = decide(
        [BRIDGE, BRIDGE_TOO],
        entry("bridge", "a", line=1, reason="Clearer.", retitle="Closed"),
        entry("long repairs", "b", line=5, reason="It matters.", pin=True),
        entry("in Ulm", "a", line=9, reason="It matters.", retitle="Closed"),
    )
    (event,) = chronicle.events
    assert (event.headline.text, event.key, event.curated) == ("Closed", True, "Clearer.; It matters.")
    assert not problems(chronicle)


def test_of_two_titles_the_first_counts_and_the_second_is_an_error() -> None:
    chronicle = decide(
        [BRIDGE, BRIDGE_TOO],
        entry("bridge", "a", line=3, retitle="Closed"),
        entry("long repairs", "b", line=8, retitle="Shut", strand="Repairs"),
    )
    (event,) = chronicle.events
    assert (event.headline.text, event.strand) == ("Closed", "Repairs")
    assert did(chronicle) == ["given a title", "put on a strand"]
    assert problems(chronicle) == [
        "curation.yml:8: error: The event has another title from the entry in line 3, which counts. "
        "Take “retitle” out of one of the two."
    ]


def test_an_event_is_not_both_a_key_event_and_none() -> None:
    entries = entry("bridge", "a", line=1, pin=True), entry("Ulm", "a", line=2, pin=False)
    chronicle = decide([BRIDGE], *entries)
    assert [event.key for event in chronicle.events] == [True]
    assert did(chronicle) == ["made a key event"]
    assert [problem.severity for problem in chronicle.applied.problems] == [Severity.ERROR]


def test_events_that_are_merged_and_dated_differently_contradict_each_other() -> None:
    chronicle = decide(
        [BRIDGE, FERRY],
        entry("bridge", "a", line=1, date="2021-01-03"),
        entry("ferry", "b", line=5, date="2021-01-02", merge=(at("bridge", "a"),)),
    )
    assert [event.edtf for event in chronicle.events] == ["2021-01-03"]
    assert [problem.severity for problem in chronicle.applied.problems] == [Severity.ERROR]


def test_an_entry_with_a_fault_has_no_effect_and_tells_all_its_faults() -> None:
    chronicle = decide(
        [f"{BRIDGE} {FERRY}", MISSED],
        entry(
            "the", "a", line=4, retitle="Closed", attribute="Anne Lee", merge=(at("the stone wall", "b"), at("x", "z"))
        ),
    )
    assert all(event.curated is None for event in chronicle.events)
    assert not chronicle.applied.decided
    assert sorted(problems(chronicle)) == [
        "curation.yml:4: error: “the” stands 4 times in a: which is meant? Quote more words around it.",
        "curation.yml:4: warning: This entry is stale and has no effect: no actor is called “Anne Lee”. "
        'Did you mean "Ann Lee"?',
        "curation.yml:4: warning: This entry is stale and has no effect: “the stone wall” does not stand in b. "
        "Nearest: “the stones.”.",
        "curation.yml:4: warning: This entry is stale and has no effect: “x” does not stand in z.",
    ]


def test_a_passage_of_two_reports_must_say_which() -> None:
    passage = "repairs. A ferry"
    chronicle = decide([f"{BRIDGE} {FERRY}"], entry(passage, "a", line=2, hide=True))
    assert len(chronicle.events) == 2
    assert problems(chronicle) == [
        f"curation.yml:2: error: “{passage}” touches 2 reports: which is meant? Quote words of one sentence."
    ]


def test_a_passage_that_reaches_beyond_its_report_means_it() -> None:
    (event,) = decide([f"{MISSED} {BRIDGE}"], entry("the stones. Ann Lee closed", "a", pin=True)).events
    assert event.key


def test_a_photograph_is_found_by_its_caption() -> None:
    text = f"Ann Lee bakes bread.\n{parse(BRIDGE)[0]}"
    caption = Caption(start=21, end=len(text), text=text[21:])
    photographed = read_marked(f"<Ann Lee> bakes bread.\n{BRIDGE}", id="a", captions=(caption,))
    (event,) = chronicle_of([photographed], entry("harbour bridge", "a", strand="Pictures")).events
    assert (event.kind, event.strand) == ("photograph", "Pictures")


CURATED = PublicationDate(edtf="2021-01-05", basis="curated", why="", span=None)


def test_a_publication_without_a_date_line_is_found_by_its_first_sentence_if_that_reports_nothing() -> None:
    silent = [read_marked(f"{MISSED} {BRIDGE}", id="a", published=CURATED)]
    chronicle = chronicle_of(silent, entry("Masons", "a", retitle="First"), published={"a": CURATED})
    assert [(event.kind, event.headline.text) for event in chronicle.events if event.curated] == [
        ("publication", "First")
    ]
    telling = [read_marked(f"{BRIDGE} {MISSED}", id="a", published=CURATED)]
    chronicle = chronicle_of(telling, entry("bridge", "a", retitle="First"), published={"a": CURATED})
    assert [event.kind for event in chronicle.events if event.curated] == ["event"]


def test_a_first_sentence_that_is_dated_or_merged_is_a_report_and_no_publication() -> None:
    marked = [read_marked(f"{MISSED} {ROY}", id="a", published=CURATED), read_marked(BRIDGE, id="b")]
    for decided in (entry("Masons", "a", date="2021"), entry("bridge", "b", merge=(at("Masons", "a"),))):
        chronicle = chronicle_of(marked, decided, published={"a": CURATED})
        assert [event.kind for event in chronicle.events if event.curated] == ["event"]
        assert [sources_of(event) for event in chronicle.events if event.kind == "publication"] == ["(a)"]


@pytest.mark.parametrize("dated_first", [True, False])
def test_a_sentence_that_one_entry_adds_others_may_describe(dated_first: bool) -> None:
    dated, titled = entry("Masons came", "a", date="2021"), entry("the stones", "a", line=9, retitle="Masons")
    chronicle = decide([MISSED], *((dated, titled) if dated_first else (titled, dated)))
    assert [(event.edtf, event.headline.text) for event in chronicle.events] == [("2021", "Masons")]
    assert problems(chronicle) == []


def test_a_split_of_what_stands_alone_is_stale() -> None:
    chronicle = decide([BRIDGE], entry("bridge", "a", split=True), entry("bridge", "a", line=9, split=True, pin=True))
    assert did(chronicle) == ["made a key event"]
    assert problems(chronicle) == [
        "curation.yml:1: warning: This entry is stale and has no effect: "
        "the report stands in no event with others to be split from.",
        "curation.yml:9: warning: A part of this entry is stale: "
        "the report stands in no event with others to be split from.",
    ]


@pytest.mark.parametrize("pinned_first", [True, False])
def test_what_is_taken_out_is_no_key_event(pinned_first: bool) -> None:
    pinned, hidden = entry("bridge", "a", line=2, pin=True), entry("harbour", "a", line=4, hide=True)
    chronicle = decide([BRIDGE], *((pinned, hidden) if pinned_first else (hidden, pinned)))
    assert (chronicle.events, did(chronicle)) == ((), ["taken out"])
    assert problems(chronicle) == [
        "curation.yml:2: error: The entry in line 4 takes the event out, which counts. Take one of the two out."
    ]


def test_what_is_taken_out_and_merged_must_be_meant() -> None:
    joined = entry("bridge", "a", line=2, merge=(at("ferry", "b"),), retitle="Closed")
    chronicle = decide([BRIDGE, FERRY], entry("ferry", "b", line=7, hide=True), joined)
    assert chronicle.events == ()
    assert problems(chronicle) == [
        "curation.yml:7: error: This takes out all that line 2 merges. "
        "If so, write “hide: true” there; if not, take one of the two out."
    ]
    meant = entry("bridge", "a", line=2, merge=(at("ferry", "b"),), hide=True)
    assert problems(decide([BRIDGE, FERRY], entry("ferry", "b", line=7, hide=True), meant)) == []


TEXTS = (
    f"{BRIDGE} {MISSED} {SAYING}",
    f"{BRIDGE_TOO} {FERRY} Nobody paid the masons of the hills.",
    f"{LATER} {ROY} Divers found deep cracks in two stone piers.",
)
PASSAGES = [
    at(words, source)
    for source, several in {
        "a": ("for repairs", "Masons came", "until spring", "spring,” Ann", "gone"),
        "b": ("long repairs", "A ferry", "Nobody paid", "repairs. A ferry"),
        "c": ("harbour bridge", "bakes", "deep cracks"),
    }.items()
    for words in several
]
DECISIONS = st.builds(
    EventDecision,
    line=st.integers(1, 99),
    reason=st.sampled_from(["So it is.", "A reader wrote."]),
    target=st.sampled_from(PASSAGES),
    retitle=st.sampled_from([None, "One", "Two"]),
    date=st.sampled_from([None, None, "2021-01-09", "2021"]),
    merge=st.lists(st.sampled_from(PASSAGES), max_size=3).map(tuple),
    split=st.booleans(),
    hide=st.sampled_from([False, False, False, True]),
    pin=st.sampled_from([None, True, False]),
    attribute=st.sampled_from([None, None, "Ann Lee", "Bo Roy", "Nobody"]),
)


@settings(max_examples=150)
@given(st.lists(DECISIONS, max_size=6), st.permutations(TEXTS), st.randoms(use_true_random=False))
def test_no_decision_loses_an_address_or_makes_two_of_one(
    entries: list[EventDecision], texts: Sequence[str], shuffled: Any
) -> None:
    marked = [read_marked(text, id="abc"[TEXTS.index(text)]) for text in texts]
    chronicle = chronicle_of(marked, *entries)
    known = addresses(chronicle)
    assert len(known) == len(set(known))
    assert set(addresses(chronicle_of(marked))) <= set(known)
    reports = [(report.source, report.start) for event in chronicle.events for report in event.reports]
    assert len(reports) == len(set(reports))
    ids = {event.id for event in chronicle.events} | {None}
    assert {decided.id for decided in chronicle.applied.decided} <= ids
    shuffled.shuffle(marked)
    assert chronicle_of(marked, *entries) == chronicle


@settings(max_examples=60)
@given(st.lists(DECISIONS, max_size=4), st.lists(DECISIONS, max_size=1))
def test_one_more_merge_or_split_keeps_every_address(entries: list[EventDecision], more: list[EventDecision]) -> None:
    marked = [read_marked(text, id=id) for id, text in zip("abc", TEXTS, strict=True)]
    regrouping = [
        EventDecision(line=100, reason="Moved.", target=one.target, merge=one.merge, split=one.split) for one in more
    ]
    before, after = chronicle_of(marked, *entries), chronicle_of(marked, *entries, *regrouping)
    assert set(addresses(before)) <= set(addresses(after))
