"""How full turns scale out over PostgreSQL: more workers, more Rasas, on one machine."""
