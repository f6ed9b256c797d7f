"""The parts of a sentence as far as commas, small words and verb forms show them: clauses, main verbs, subjects."""
