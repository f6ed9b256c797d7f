"""Proposals for curation.yml: what a person could decide, as entries to copy, all commented out.

In: a dossier, the readings it rests on. Out: YAML in which every line is a comment. Never: decides, writes files.
"""

from collections.abc import Iterable, Sequence

from generator.model import AnnotatedSource, Dossier
from generator.propose.actors import propose_merges, propose_spellings
from generator.propose.entries import Entry, write_entry
from generator.propose.events import (
    propose_dates,
    propose_event_merges,
    propose_speakers_of_statements,
    propose_titles,
)
from generator.propose.labels import propose_labels
from generator.propose.passages import Passages
from generator.propose.quotations import propose_speakers, propose_translations

__all__ = ["propose"]

HEADER = """\
# Proposals for seeds/curation.yml. Copy what you agree with, take the number sign and the space off the front of its
# lines, write your reason, and take out what you do not want. Nothing here has any effect as it stands.
"""
EMPTY = "\n# Nothing to propose.\n"


def propose(dossier: Dossier, readings: Sequence[AnnotatedSource]) -> str:
    """Every proposal, by section of curation.yml, each with the passages on which it rests."""
    passages = Passages(readings)
    sections = {
        "actors": (*propose_merges(dossier, passages), *propose_spellings(dossier, passages)),
        "events": (
            *propose_event_merges(dossier, passages),
            *propose_titles(dossier, passages),
            *propose_dates(dossier, passages),
            *propose_speakers_of_statements(dossier, passages),
        ),
        "quotations": (*propose_speakers(dossier, passages), *propose_translations(dossier, passages)),
        "labels": tuple(propose_labels(dossier, passages)),
    }
    written = [_section(name, entries) for name, entries in sections.items() if entries]
    return HEADER + ("".join(written) or EMPTY)


def _section(name: str, entries: Iterable[Entry]) -> str:
    """One section of the file: entries of one kind below a heading that says what they are."""
    lines = [f"\n# {name}:\n"]
    heading = ""
    for entry in entries:
        if entry.heading != heading:
            heading = entry.heading
            lines.append(f"#\n#   # {heading}\n")
        lines.append(write_entry(entry))
    return "".join(lines)
