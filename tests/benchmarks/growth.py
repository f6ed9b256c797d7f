"""How the generator's work grows: with the length of a source, the number of sources, of events and of decisions.

In: a plan. Out: curves. Never: looks at what was found.
"""

import gc
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from making import make_source

from benchmarks.corpus import Knobs, make_text, write_matter
from benchmarks.decisions import make_decisions
from benchmarks.measuring import NOISE, Curve, make_curves, spent, watch
from benchmarks.plan import Plan
from generator import annotate, collate, pipeline

NAMES = ("find_names", "split_actors", "group_actors")
ROOMS = ("annotate", "collate")  # which hold all stages
ELSEWHERE = (  # what compares no sources, or has a curve of its own; any other stage counts as comparison
    *NAMES, "find_sentences", "find_dates", "find_quotations", "resolve_dates", "date_publications", "group_events",
    "read_seeds", "prove",
)  # fmt: skip
FOR_NAMES, COMPARING, WHOLE = SUMS = ("finding and merging names", "comparison", "whole dossier")
BARS = {FOR_NAMES: 1.15, COMPARING: 1.25, "find_dates": 1.1, "find_quotations": 1.1}
HOSTILE = [
    "a ", "A. ", "Ann ", "“a ", '"a" ', "“a” said Ann Lee. ", "Ann Lee said “", "Ann Lee, the mayor of Ulm, ", "said ",
    "’s ", "'", "(", "#", "@ann ", "1 ", "9", "May 3, ", "May 3-", "in the last ", "a\n\n", "\n", "12/3/20 ", "of the ",
]  # fmt: skip
STEEP = 1.5  # between linear and quadratic: small texts are measured roughly
WORST = 3  # of them are shown


def measure_lengths(plan: Plan) -> list[Curve]:
    """What is found in one source, by the characters of it."""
    text = make_text(0, Knobs(words=plan.lengths[-1] // 5, languages=("en",)))
    annotated(text[: plan.lengths[0]])  # word lists are loaded before anything is measured
    rounds = [{length: annotated(text[:length]) for length in plan.lengths} for _ in range(plan.trials)]
    found = {length: least([run[length] for run in rounds]) for length in plan.lengths}
    return make_curves(
        found, sorted(name for name in found[plan.lengths[0]] if name.startswith("find_")), "characters", BARS
    )


def annotated(text: str) -> Mapping[str, float]:
    """The seconds of each thing that is found in a text."""
    gc.collect()  # what was left over is not cleared away on this text's account
    with watch(annotate) as seconds:
        annotate.annotate(make_source(text))
    return seconds


def least(runs: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The least seconds of each thing; the runs lie apart in time, so that no size alone meets a busy machine."""
    return {name: min(run[name] for run in runs) for name in runs[0]}


def measure_hostile(plan: Plan) -> list[Curve]:
    """The worst growth of each thing that is found, over texts that repeat a few letters."""
    curves: list[Curve] = []
    for word in HOSTILE:
        found = {length: annotated(word * (length // len(word))) for length in plan.hostile}
        loud = [name for name, seconds in found[plan.hostile[-1]].items() if seconds > NOISE]
        made = make_curves(found, loud, "characters", dict.fromkeys(loud, STEEP))
        curves += [replace(curve, name=f"{curve.name} in {word!r} again and again") for curve in made]
    return sorted(curves, key=lambda curve: -curve.exponent)[:WORST]


def measure_sources(plan: Plan, folder: Path) -> list[Curve]:
    """Everything that makes a dossier, by the number of its sources."""
    make_dossier(folder, plan.sources[0])  # word lists are loaded before anything is measured
    found = {size: make_dossier(folder, size) for size in plan.sources}
    last = found[plan.sources[-1]]
    stages = sorted(name for name in last if last[name] > NOISE and name not in SUMS)
    named = {size: found[size] for size in found if size <= plan.named}
    return [
        *make_curves(named, [FOR_NAMES], "sources", BARS),
        *make_curves(found, [COMPARING, WHOLE, *stages], "sources", BARS),
    ]


def make_dossier(folder: Path, size: int) -> Counter[str]:
    """The seconds of each stage from a folder of so many sources to a proven dossier, and of stages together."""
    write_matter(folder, Knobs(sources=size))
    with watch(annotate, collate, pipeline) as seconds:
        whole = spent(lambda: pipeline.make_dossier(folder))
    for name in ROOMS:
        del seconds[name]
    compared = sum(one for name, one in seconds.items() if name not in ELSEWHERE)
    seconds.update({FOR_NAMES: sum(seconds[name] for name in NAMES), COMPARING: compared, WHOLE: whole})
    return seconds


def measure_publishing(plan: Plan, folder: Path) -> list[Curve]:
    """The pages, by the number of events."""
    seconds: dict[int, float] = {}
    for size in plan.published:
        write_matter(folder / str(size), Knobs(sources=size))
        edition = pipeline.make_dossier(folder / str(size))
        seconds[len(edition.dossier.events)] = spent(lambda edition=edition: pipeline.make_site(edition))
    return [Curve(name="publishing", unit="events", seconds=seconds)]


def measure_decisions(plan: Plan, folder: Path) -> list[Curve]:
    """What decisions add to the time of the comparison, by their number."""
    write_matter(folder, Knobs(sources=plan.decided_sources))
    seeds, _ = pipeline.read_seeds(folder)
    readings, _ = pipeline.read_sources(seeds.sources)
    dossier, _ = collate.collate(readings, title="An Invented Matter")

    def run(number: int) -> float:
        decisions = make_decisions(dossier, readings, number)
        return spent(lambda: collate.collate(readings, title="An Invented Matter", decisions=decisions), plan.trials)

    base = run(0)
    seconds = {number: max(0.0, run(number) - base) for number in plan.decisions}
    return [Curve(name="applying decisions", unit="decisions", seconds=seconds)]


def words_a_second(curves: Sequence[Curve], plan: Plan) -> float:
    """How many words of a long source are searched for quotations in a second of this run."""
    curve = next(curve for curve in curves if curve.name == "find_quotations")
    text = make_text(0, Knobs(words=plan.lengths[-1] // 5, languages=("en",)))[: plan.lengths[-1]]
    return len(text.split()) / max(curve.seconds[plan.lengths[-1]], 1e-9)
