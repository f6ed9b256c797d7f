"""The last look at the finished site: whether a file of it holds words that the gate withholds.

Everything printed passes the gate. This does not trust that: it reads each file as a reader's program would, with its
escapes undone, and looks for runs of more words than a short piece has, as the sources print them.

In: the site in memory, readings, the gate. Out: problems. Never: repairs, looks for shorter pieces or for paraphrase.
"""

from collections.abc import Mapping, Sequence

from generator.model import AnnotatedSource, Dossier, HandPage, Record, Source
from generator.problems import Problem, Problems, error, in_order
from generator.publish.addresses import CONTENT
from generator.publish.gate import Gate
from generator.publish.readable import list_runs, list_texts, read_words
from generator.publish.site import Site
from generator.publish.withheld import RUN, Run, Withheld, gather_withheld

LINES_SEARCHED = 3  # together, for a run over which a line is broken
SIGNS_OF_ESCAPES = ("\\u", "&", "%", "<")


class Leak(Record, frozen=True, kw_only=True):
    """The first withheld run in a file: the run, the source and the offset where it stands."""

    run: Run
    source: str
    start: int


def find_leaks(
    site: Site,
    dossier: Dossier,
    readings: Sequence[AnnotatedSource],
    gate: Gate,
    written: Mapping[str, HandPage] | None = None,
) -> Problems:
    """For each file the first withheld run in it; `written` are the hand-written pages by their file in the site."""
    sources = {reading.source.id: reading.source for reading in readings}
    withheld = gather_withheld(dossier, readings, gate)
    if not withheld.runs:
        return ()
    problems = []
    for file, data in site.files.items():
        leak = find_leak(data, withheld)
        if leak is not None:
            problems.append(tell(leak, file, data, sources[leak.source], (written or {}).get(file)))
    return in_order(problems)


def find_leak(data: bytes, withheld: Withheld) -> Leak | None:
    """The first withheld run in a file, None where it has none."""
    for text in list_texts(data):
        words = read_words(text)
        pairs = zip(words, words[RUN - 1 :], strict=False)
        for at in (at for at, pair in enumerate(pairs) if pair in withheld.ends):
            run = tuple(words[at : at + RUN])
            if run in withheld.runs:
                source, start = withheld.runs[run]
                return Leak(run=run, source=source, start=start)
    return None


def tell(leak: Leak, file: str, data: bytes, source: Source, page: HandPage | None) -> Problem:
    """The problem of a file; where a person wrote the words, at their line."""
    line = 1 + source.text.count("\n", 0, leak.start)
    place = f"character {leak.start} of {source.file} (line {line})"
    what = f"the words at {place}, which its mode ({source.mode}) withholds"
    found = find_line(page.text, leak.run) if page else None
    if page and found:
        remedy = "Use other words, or quote these with a citation, as far as the mode allows."
        return error(page.file, f"holds {what}. {remedy}", line=found)
    message = (
        f"holds {what}. If an entry of curation.yml or a title repeats them, write it in other words; "
        "if none does, the generator is at fault: please report it."
    )
    return error(CONTENT + file, message, line=find_line(data.decode(errors="ignore"), leak.run))


def find_line(text: str, run: Run) -> int | None:
    """The line in which a run begins, None where it is broken up over more than a few."""
    lines = text.split("\n")
    for height in (1, LINES_SEARCHED):
        for number in range(len(lines)):
            piece = "\n".join(lines[number : number + height])
            may_hold = run[0] in piece.casefold() or any(sign in piece for sign in SIGNS_OF_ESCAPES)
            if may_hold and any(run in list_runs(read_words(form), RUN) for form in list_texts(piece.encode())):
                return number + 1
    return None
