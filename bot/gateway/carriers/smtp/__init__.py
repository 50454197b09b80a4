"""E-mail, for alerts to coaches who have an address."""
