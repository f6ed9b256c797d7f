"""Who is who across sources: names joined into actors, with evidence, people's decisions, and who gets a page."""
