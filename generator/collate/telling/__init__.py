"""What happened: what each sentence reports, reports of one event joined, as people decided."""
