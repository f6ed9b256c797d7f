"""Reads the seeds: files and source-level decisions in, complete sources out.

In: the seeds folder. Out: Seeds. Never: compares sources, finds what a text says of its matter.
"""

from generator.ingest.seeds import Seeds, read_seeds

__all__ = ["Seeds", "read_seeds"]
