"""What the pages about people, hours, settings and the audit are made of."""
