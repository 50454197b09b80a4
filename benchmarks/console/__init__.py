"""How fast the pages of the console are with many texts: in the service, and in a real browser."""
