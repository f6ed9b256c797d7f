"""How many witnesses report a thing independently, and which of them do not.

Who carries one text depends on the others in all that it tells; who credits another's report does so in the sentences
that say so.

In: reports as spans, clusters. Out: members of a cluster, a number. Never: decides what a cluster is.
"""

from collections.abc import Iterable, Sequence

from generator.model import Cluster, Span
from generator.spans import overlap, witness


def dependent_in(reports: Sequence[Span], cluster: Cluster) -> tuple[str, ...]:
    """The members of a cluster that count as one in these reports, sorted; fewer than two are no dependence.

    Of a cluster by credit, whoever has no sentence in it is the one who is credited; where no report credits them,
    nothing depends on them.
    """
    told = {witness(report) for report in reports}.intersection(cluster.members)
    if cluster.why == "shared text" or len(told) < 2:  # noqa: PLR2004
        return tuple(sorted(told))
    crediting = {witness(span) for span in cluster.spans}
    here = {witness(span) for span in cluster.spans if any(overlap(span, report) for report in reports)}
    return tuple(sorted(name for name in told if name in here or name not in crediting)) if here else ()


def count_independent(reports: Sequence[Span], clusters: Iterable[Cluster]) -> int:
    """How many witnesses are left after those that depend on one another count once."""
    groups = {name: frozenset((name,)) for name in {witness(report) for report in reports}}
    for cluster in clusters:
        if groups.keys().isdisjoint(cluster.members):
            continue
        joined = frozenset[str]().union(*(groups[name] for name in dependent_in(reports, cluster)))
        groups |= dict.fromkeys(joined, joined)
    return len(set(groups.values()))
