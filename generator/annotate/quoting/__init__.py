"""How quotations are found, one step a module: blocks, marks, tokens, cues, speakers, indirect speech.

In: a source, its sentences and names. Out: passages and who says them. Never: sees another source.
"""
