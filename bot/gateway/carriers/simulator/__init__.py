"""A carrier without a phone network: for trying Warmline out, and for tests."""
