"""The teaching of the assistant, with plain values."""
