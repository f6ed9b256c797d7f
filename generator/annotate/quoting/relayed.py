"""Who passes on what someone else is quoted as saying: "the paper quoted Ann Lee as saying".

In: a line and a participle of saying. Out: the one whose words they are, the one who quotes. Never: knows who they are.
"""

from collections.abc import Sequence

from generator.annotate.quoting.cues import Cue, skip_left
from generator.annotate.quoting.lines import Line
from generator.annotate.quoting.phrases import Phrase, phrase_before
from generator.annotate.quoting.subjects import agent_after, subject_before
from generator.model import Record


class Relayed(Record, frozen=True, kw_only=True):
    """Whose words are passed on, and by whom, where that is said."""

    speaker: Phrase
    relay: Phrase | None


def find_relayed(line: Line, index: int, cues: Sequence[Cue]) -> Relayed | None:
    """Whose words the participle at `index` gives behind "as"; None where it does not stand so."""
    if not line.within(index - 2, line.tokens[index].sentence) or line.tokens[index - 1].word not in line.words.role:
        return None
    if skip_left(line, index - 2).passive:
        return in_passive(line, index - 2, agent_after(line, index + 1))
    named = phrase_before(line, index - 1, in_adjunct=True) if is_saying(line, index) else None
    if named is None or not line.within(named.start - 2, line.tokens[index].sentence):
        return None
    verb = named.start - 1
    if line.tokens[verb].word in line.words.agent and skip_left(line, verb - 1).passive:
        return in_passive(line, verb - 1, named)
    quoting = cues[-1] if cues and cues[-1].start == verb else None
    return Relayed(speaker=named, relay=quoting.speaker) if quoting else None


def is_saying(line: Line, index: int) -> bool:
    """Whether a verb gives words: "cast her as saying it", not "cast her as offering it"."""
    return line.forms[line.tokens[index].word].kind == "say"


def in_passive(line: Line, verb: int, relay: Phrase | None) -> Relayed | None:
    """The subject of a passive as the one quoted: "Ann Lee was quoted by the paper as saying"."""
    speaker = subject_before(line, verb, skip_left(line, verb).index)
    return Relayed(speaker=speaker, relay=relay) if speaker else None
