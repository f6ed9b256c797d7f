"""`python -m benchmarks`: measures, prints a table, writes the JSON and the page of ratios.

In: options. Out: two files. Never: writes a page from a tiny run over one from a whole one.
"""

import argparse
import tempfile
from datetime import date
from pathlib import Path

from benchmarks.growth import (
    measure_decisions,
    measure_hostile,
    measure_lengths,
    measure_publishing,
    measure_sources,
    words_a_second,
)
from benchmarks.peers import compare_dates
from benchmarks.plan import PLANS, Plan
from benchmarks.report import Measured, as_json, as_page, as_table

HERE = Path(__file__).parent


def measure(plan: Plan) -> Measured:
    """Everything that a plan asks for."""
    duel = compare_dates(plan.peer_sources, plan.rounds)
    lengths = measure_lengths(plan)
    with tempfile.TemporaryDirectory() as folder:
        groups = {
            "length": lengths,
            "hostile": measure_hostile(plan),
            "sources": measure_sources(plan, Path(folder) / "sources"),
            "publishing": measure_publishing(plan, Path(folder) / "published"),
            "decisions": measure_decisions(plan, Path(folder) / "decided"),
        }
    return Measured(
        day=date.today().isoformat(),
        duel=duel,
        groups=groups,
        words_a_second=words_a_second(lengths, plan),
    )


def write_json(measured: Measured, to: Path) -> None:
    """The JSON of a run."""
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_text(as_json(measured) + "\n", encoding="utf-8")


def main() -> None:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--json", type=Path, default=Path("build/bench.json"), help="where the JSON goes")
    parser.add_argument("--plan", choices=PLANS, default="whole", help="how large; a tiny run leaves the page as it is")
    options = parser.parse_args()
    measured = measure(PLANS[options.plan])
    write_json(measured, options.json)
    if options.plan != "tiny":
        (HERE / "RESULTS.md").write_text(as_page(measured), encoding="utf-8")
    print(as_table(measured))


if __name__ == "__main__":
    main()
