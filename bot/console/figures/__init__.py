"""What the pages about the promise are made of: stretches of time, the checklist, coaches' load, the report."""
