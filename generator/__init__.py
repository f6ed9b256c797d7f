"""Turns a folder of sources into a research microsite: text in, findings with their passages, pages out."""

__version__ = "0.1.0"
