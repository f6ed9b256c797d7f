"""The measurements as a table, as JSON and as the page of ratios that is committed.

In: measurements. Out: text. Never: seconds on the committed page, which would be a promise about one machine.
"""

import json
import os
import platform
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.measuring import Curve
from benchmarks.peers import BAR, Duel

GROUPS = {  # of curves, as headings
    "length": "One source, by its length",
    "hostile": "Texts that repeat a few letters: the three that grow most",
    "sources": "The whole matter, by the number of sources",
    "publishing": "The pages, by the number of events",
    "decisions": "Decisions, by their number",
}


@dataclass(frozen=True, kw_only=True)
class Measured:
    """All of one run; `words_a_second` is of the search for quotations."""

    day: str
    duel: Duel
    groups: dict[str, list[Curve]]
    words_a_second: float


def machine() -> str:
    """The machine in general terms."""
    return f"Python {platform.python_version()}, {os.cpu_count()} cores"


def as_json(measured: Measured) -> str:
    """Everything, with the seconds of this run."""
    duel = measured.duel
    return json.dumps(
        {
            "day": measured.day,
            "machine": machine(),
            "dates": {**vars(duel), "ratio": duel.ratio, "ratio_told": duel.ratio_told, "bar": BAR},
            "quotations": {"words_a_second": measured.words_a_second},
            "growth": {
                group: [
                    {
                        "name": curve.name,
                        "unit": curve.unit,
                        "seconds": {str(size): spent for size, spent in curve.seconds.items()},
                        "exponent": curve.exponent,
                        "bar": curve.bar,
                    }
                    for curve in curves
                ]
                for group, curves in measured.groups.items()
            },
        },
        indent=2,
        ensure_ascii=False,
    )


def as_table(measured: Measured) -> str:
    """What the terminal shows: ratios, exponents, and the seconds of this run."""
    duel = measured.duel
    lines = [
        f"{machine()}, {measured.day}",
        "",
        f"Dates of {duel.words:,} words, found and resolved: {duel.ratio:.0f} times faster than dateparser 1.5 "
        f"(at least {BAR:.0f} wanted; {duel.found_ours} found, {duel.found_theirs} by dateparser), "
        f"{duel.ratio_told:.1f} times where it is told the language ({duel.found_told} found)",
        f"Quotations: {measured.words_a_second:,.0f} words a second in this run",
    ]
    for group, curves in measured.groups.items():
        lines += ["", GROUPS[group]]
        lines += [
            f"  {curve.name:<58} {curve.exponent:>5.2f} {wanted(curve):<10} {seconds_of(curve)}" for curve in curves
        ]
    return "\n".join(lines)


def wanted(curve: Curve) -> str:
    """The exponent allowed, and whether it was kept."""
    if curve.bar is None:
        return ""
    return f"<= {curve.bar:g}" + ("" if curve.holds else " !")


def seconds_of(curve: Curve) -> str:
    """Seconds at each size."""
    return "  ".join(f"{size:,}: {spent:.2f} s" for size, spent in curve.seconds.items())


def as_page(measured: Measured) -> str:
    """The page that is committed."""
    duel = measured.duel
    rows = [
        "# Ratios and growth",
        "",
        f"Written by `make bench` on {measured.day} ({machine()}), on an invented matter of its own. What is compared",
        "ran side by side in one run, in processor time. An exponent says how time grows: with 1 twice the work takes",
        "twice the time, with 2 four times. It is fitted to the least times at the sizes given; a busy machine moves",
        "it by a tenth.",
        "",
        "| beside a peer | ratio | wanted |",
        "|---|---|---|",
        f"| dates found and resolved, times faster than `search_dates` of dateparser 1.5 | {duel.ratio:.0f} | "
        f"at least {BAR:.0f} |",
        f"| the same, where dateparser is told that all is English | {duel.ratio_told:.1f} | |",
    ]
    for group, curves in measured.groups.items():
        rows += ["", f"| {GROUPS[group]} | sizes | exponent | wanted |", "|---|---|---|---|", *map(row, shown(curves))]
    return "\n".join(rows) + "\n"


def shown(curves: Iterable[Curve]) -> Sequence[Curve]:
    """The curves by name, those with a bar first."""
    return sorted(curves, key=lambda curve: (curve.bar is None, curve.name))


def row(curve: Curve) -> str:
    """One curve as a row of a table in Markdown."""
    sizes = [f"{size:,}" for size in curve.seconds]
    bar = "" if curve.bar is None else f"at most {curve.bar:g}"
    name = curve.name.replace("|", "\\|")
    return f"| {name} | {sizes[0]} to {sizes[-1]} {curve.unit} | {curve.exponent:.2f} | {bar} |"
