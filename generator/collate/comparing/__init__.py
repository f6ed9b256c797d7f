"""What the sources have on one matter, side by side: statements, figures, credits, words for the same thing."""
