"""When: each date expression resolved from where its text speaks, and the day on which each source appeared."""
