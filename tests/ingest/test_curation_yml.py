"""curation.yml: the cases of cases/curation_yml.txt, what is kept of an entry, ten faults at once, any text at all."""

from pathlib import Path

import pytest
from cases import Case, read_cases
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.curation_sections import SECTIONS
from generator.ingest.curation_yml import read_curation
from generator.ingest.places import says_nothing
from generator.model import (
    ActorDecision,
    Decisions,
    EventDecision,
    LabelDecision,
    QuotationDecision,
    SourceDecision,
    Split,
    Target,
)

CASES = read_cases(Path(__file__).parent / "cases" / "curation_yml.txt")
REASON = "Known."


def read(text: str) -> Decisions:
    return read_curation(text, "curation.yml")[0]


def sound(title: str) -> Decisions:
    (case,) = (case for case in CASES if case.title == title)
    decisions, problems = read_curation(case.given, "curation.yml")
    assert not problems
    return decisions


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_case(case: Case) -> None:
    _, problems = read_curation(case.given, "curation.yml")
    shown = [str(problem).removeprefix("curation.yml:") for problem in problems]
    assert sorted(shown, key=lambda line: int(line.split(":")[0])) == case.expected, case.where


def test_all_that_is_decided_of_actors() -> None:
    full, hidden = sound("everything that can be decided").actors
    assert full == ActorDecision(
        line=2,
        reason="Three spellings of one name.",
        actor="Ann Lee",
        merge=("A. Lee", "the mayor"),
        split=(
            Split(names=("Lee",), sources=("courier", "letters#3"), name="Bo Lee", id="bo-lee"),
            Split(names=("Ann L.",), sources=(), name="Anna Lund", id=None),
        ),
        rename="Ann Lee",
        id="ann-lee",
        kind="person",
        describe="Mayor of the town until 2022",
        wikidata="Q42",
        website="https://annlee.example/",
        publish=True,
    )
    assert hidden == ActorDecision(line=16, reason="Only a heading.", actor="bakers-guild", publish=False)


def test_all_that_is_decided_of_events() -> None:
    full, hidden, split = sound("everything that can be decided").events
    assert full == EventDecision(
        line=20,
        reason="Both tell of one day.",
        target=Target(source="courier", part=None, words="the bridge was closed"),
        retitle="The bridge is closed",
        date="2022-03-03",
        merge=(
            Target(source="herald", part=None, words="nobody may cross"),
            Target(source="letters", part="2", words="shut since March"),
        ),
        note="The council's own notice gives no day.",
        strand="The ferry",
        attribute="Ann Lee",
        pin=True,
    )
    assert (hidden.hide, hidden.split, split.hide, split.split) == (True, False, False, True)


def test_all_that_is_decided_of_quotations_sources_and_labels() -> None:
    decisions = sound("everything that can be decided")
    named, unknown = decisions.quotations
    assert named == QuotationDecision(
        line=35,
        reason="The line above names her.",
        target=Target(source="courier", part=None, words="“We will build it again”"),
        speaker="Ann Lee",
        merge=(Target(source="herald", part=None, words="build it again"),),
        translation="We will build it\nagain.",
    )
    assert (unknown.speaker, unknown.speaker_unknown, unknown.split) == (None, True, True)
    whole, item = decisions.sources
    assert whole == SourceDecision(
        line=45,
        reason="A headline, not a button.",
        source="courier",
        restore="Share of the bread",
        set_aside="Our bakery tour",
        language="fr",
    )
    assert (item.source, item.part, item.title, item.author) == ("letters", "3", "On the ferry", "Bo Lee")
    assert item.published == "2022-03"
    assert decisions.labels == (
        LabelDecision(
            line=56,
            reason="Two words for one thing.",
            label="what is in front of the market",
            terms=("the old bridge", "the crossing"),
        ),
    )


def test_a_faulty_field_is_dropped_and_the_rest_applies() -> None:
    (decision,) = read(
        "actors: [{actor: Ann Lee, id: A B, kind: baker, rename: Anne, merge: x, reason: Known.}]"
    ).actors
    assert decision == ActorDecision(line=1, reason=REASON, actor="Ann Lee", rename="Anne")


def test_faulty_passages_and_splits_are_dropped_one_by_one() -> None:
    (event,) = read("events: [{passage: a, in: x, merge: [{passage: b, in: y}, {in: z}], reason: Known.}]").events
    assert event.merge == (Target(source="y", part=None, words="b"),)
    splits = "[{names: [A], as: B}, {names: [C], in: [x, Y Z], as: D}, {names: [E], as: F, id: G H}]"
    (actor,) = read(f"actors: [{{actor: Ann Lee, split: {splits}, reason: Known.}}]").actors
    assert [split.name for split in actor.split] == ["B"]


@pytest.mark.parametrize(
    "entry",
    [
        "{actor: Ann Lee, hide: true}",
        "{actor: [Ann Lee], hide: true, reason: Known.}",
        "{hide: true, reason: Known.}",
        "{actor: Ann Lee, label: x, hide: true, reason: Known.}",
        "{actor: Ann Lee, kind: baker, reason: Known.}",
        "{actor: Ann Lee, reason: Known.}",
    ],
)
def test_an_entry_without_target_reason_or_action_is_dropped_whole(entry: str) -> None:
    decisions, problems = read_curation(f"actors:\n  - {entry}\n", "curation.yml")
    assert decisions == Decisions(file="curation.yml")
    assert len(problems) == 1


def test_of_two_entries_that_contradict_one_another_the_first_counts() -> None:
    first, second = read(
        "actors:\n- {actor: A, rename: B, reason: Known.}\n- {actor: A, rename: C, id: c, reason: Known.}"
    ).actors
    assert (first.rename, second.rename, second.id) == ("B", None, "c")


def test_who_is_hidden_stays_hidden() -> None:
    (both,) = read("actors: [{actor: Ann Lee, publish: true, hide: true, reason: Known.}]").actors
    assert both.publish is False
    shown, hidden = read(
        "actors:\n- {actor: A, publish: true, reason: Known.}\n- {actor: A, hide: true, reason: Asked.}"
    ).actors
    assert (shown.publish, hidden.publish) == (True, False), "which counts is decided where it is known who is who"


def test_texts_are_folded_to_one_line() -> None:
    passage, note = '"the\n    bridge\xa0was\n\n    closed"', '"a  b\n\n\n    c"'
    (event,) = read(f"events:\n- passage: {passage}\n  in: courier\n  note: {note}\n  reason: x\n").events
    assert event.target.words == "the bridge was closed"
    assert event.note == "a b\nc"


def test_what_is_no_yaml_is_one_error_with_its_line() -> None:
    text = 'actors:\n  - actor: Ann Lee\n    hide: true\n    reason: "Both": she and he\n'
    decisions, (problem,) = read_curation(text, "seeds/curation.yml")
    assert decisions == Decisions(file="seeds/curation.yml")
    assert str(problem).startswith("seeds/curation.yml:4: error: This is not YAML: ")
    assert str(problem).endswith("write `>-` after the key and the text, indented, on the line below.")


TEN_FAULTS = """\
actors:
  - actor: Ann Lee
    renmae: Anne Lee
    kind: persn
    reason: Her own spelling.
  - actor: Bo Lee
    hide: true
  - actor: Cy Lund
    merge: C. Lund
    wikidata: 42
    reason: One baker.
events:
  - passage: the bridge was closed
    date: 3 March
    reason: The notice.
  - passage: the fair opened
    in: The Courier
    hide: maybe
    reason: An advertisement.
sources:
  - source: courier
    title: The bridge
    reason: Known.
"""


def test_ten_faults_give_ten_lines_each_with_its_place_and_a_remedy() -> None:
    _, problems = read_curation(TEN_FAULTS, "seeds/curation.yml")
    assert [str(problem) for problem in sorted(problems, key=lambda problem: problem.where.line or 0)] == [
        'seeds/curation.yml:3: error: "renmae" is not known in actors. Did you mean "rename"?'
        " Known: actor, merge, split, rename, id, kind, describe, wikidata, website, publish, hide, reason.",
        'seeds/curation.yml:4: error: kind "persn" is not a kind. Did you mean "person"?'
        " Write person, organisation, place, group or document.",
        "seeds/curation.yml:6: error: An entry of actors must have `reason:`"
        " (why, in a sentence that the site prints).",
        "seeds/curation.yml:9: error: merge must be a list, not plain text. Write `merge: [C. Lund]`.",
        'seeds/curation.yml:10: error: wikidata "42" is not a Wikidata id. Write Q and its digits, such as Q42.',
        "seeds/curation.yml:13: error: An entry of events must have `in:` (the id of that source).",
        'seeds/curation.yml:14: error: date "3 March" is not a date. Write YYYY-MM-DD.',
        'seeds/curation.yml:17: error: in "The Courier" is not a source.'
        " Write its id, or `id#3` for one item of a collection.",
        'seeds/curation.yml:18: error: hide "maybe" is neither true nor false. Write true, or leave it out.',
        "seeds/curation.yml:22: error: Write the `title:` of a whole source in sources.yml;"
        " here stands that of an item (`source: courier#3`).",
    ]


KEYS = sorted({"reason", "in", *SECTIONS, *(key for one in SECTIONS.values() for key in (*one.target, *one.fields))})
VALUES = st.one_of(
    st.sampled_from(["Ann Lee", "letters#3", "true", "2022-03-03", "~", "", "'x'", '"\\x07"', "Q42", "&a", "*a", "!t"]),
    st.text(alphabet="ab:-[]{}'\"#&*!|>?%@ \n\t~é\u00ad\u202e\x85", max_size=12),
)
NESTED = st.recursive(
    VALUES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.dictionaries(st.sampled_from(KEYS), inner, max_size=4).map(
            lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs.items()) + "}"
        ),
    ),
    max_leaves=8,
)


@given(st.lists(st.tuples(st.sampled_from(KEYS), NESTED), max_size=5))
def test_any_fields_give_decisions_or_problems_on_one_line_each(pairs: list[tuple[str, str]]) -> None:
    fields = "".join(f"    {key}: {value}\n" for key, value in pairs)
    for name in SECTIONS:
        decisions, problems = read_curation(f"{name}:\n  -\n{fields}", "curation.yml")
        assert all(str(problem).splitlines() == [str(problem)] for problem in problems)
        kept = getattr(decisions, name)
        assert kept or problems
        assert all(decision.reason and not says_nothing(decision) for decision in kept)
        assert all(split.names and split.name for decision in decisions.actors for split in decision.split)


@given(st.text(alphabet="ab:-[]{}'\"#&*!|> \n\t~é?\\\x07", max_size=60))
def test_any_text_is_read(text: str) -> None:
    decisions, problems = read_curation(text, "curation.yml")
    assert decisions == Decisions(file="curation.yml")
    assert all(problem.where.line for problem in problems)


def test_an_event_can_be_said_to_be_nobodys_statement() -> None:
    given = "events:\n  - {passage: the bridge was closed, in: courier, attribute: none, reason: It is so told.}\n"
    decisions, problems = read_curation(given, "curation.yml")
    assert not problems
    assert [(one.attribute, one.no_statement) for one in decisions.events] == [(None, True)]
