"""Tests of the load generator: figures are only worth as much as what takes them."""
