"""What texts have in common word for word: shared passages, overlap, and witnesses that carry one text."""
