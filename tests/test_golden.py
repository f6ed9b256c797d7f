"""A second dossier, of our own writing, about another matter: three articles and a page of posts on a harbour bridge.

The golden text is what is found in it, a line a finding, so that a change of an engine is a difference one can read.
`pytest tests/test_golden.py --snapshot-update` writes it anew. What must hold whatever else changes is asserted below.
"""

from pathlib import Path

import pytest
from summary import summary
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from generator.pipeline import Edition, make_dossier
from generator.problems import Severity

SEEDS = Path(__file__).parent / "golden" / "bridge" / "seeds"


class TextFile(SingleFileSnapshotExtension):
    """One plain text file a snapshot."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


@pytest.fixture(scope="module")
def bridge() -> Edition:
    return make_dossier(SEEDS)


def test_the_whole_dossier(bridge: Edition, snapshot: SnapshotAssertion) -> None:
    assert summary(bridge.dossier) == snapshot(extension_class=TextFile, name="bridge")


def test_no_problem_is_an_error(bridge: Edition) -> None:
    assert not [problem for problem in bridge.problems if problem.severity is Severity.ERROR]


def test_the_copied_article_counts_once(bridge: Edition) -> None:
    assert [cluster.members for cluster in bridge.dossier.clusters] == [("agency", "courier")]
    closures = [e for e in bridge.dossier.events if {r.source for r in e.reports} >= {"agency", "courier"}]
    assert closures and all(event.independent == event.witnesses - 1 for event in closures)


def test_the_director_has_one_utterance_in_two_wordings(bridge: Edition) -> None:
    utterances = [quote for quote in bridge.dossier.quotes if quote.text.startswith("We could not wait")]
    assert {quote.source for quote in utterances} == {"agency", "courier"}
    assert len({quote.family for quote in utterances}) == 1 and utterances[0].family
    assert {quote.speaker for quote in utterances} == {"ingrid-solvang"}


def test_a_child_named_in_a_post_has_no_page(bridge: Edition) -> None:
    assert not [actor for actor in bridge.dossier.actors if "Anni" in actor.name and actor.published]


def test_the_undated_agency_text_is_dated_by_nothing_it_does_not_say(bridge: Edition) -> None:
    agency = next(source for source in bridge.dossier.sources if source.id == "agency")
    assert agency.published.basis in ("bounded", "unknown")


def test_the_photograph_is_no_event(bridge: Edition) -> None:
    dated = {event.kind for event in bridge.dossier.events if event.edtf == "2022-02-27"}
    assert dated == {"photograph"}
