"""Groups that grow by putting two members together; who stands for a group does not depend on the order of that.

In: a member's representative by member. Out: representatives. Never: knows what is grouped.
"""

from collections.abc import Mapping


def find(roots: Mapping[str, str], member: str) -> str:
    """The member that stands for the group of this one."""
    while roots[member] != member:
        member = roots[member]
    return member


def unite(roots: dict[str, str], a: str, b: str) -> None:
    """Puts the groups of two members together, under the one that sorts first."""
    first, second = sorted((find(roots, a), find(roots, b)))
    roots[second] = first
