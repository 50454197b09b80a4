"""Stories on both databases."""

from tests.lines import assistant_with_sample, line, line_without_rasa, sample_directory, sample_hints

__all__ = ["assistant_with_sample", "line", "line_without_rasa", "sample_directory", "sample_hints"]
