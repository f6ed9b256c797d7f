"""Who said what, in which words: quotations with their speakers, and families of those that render one utterance."""
