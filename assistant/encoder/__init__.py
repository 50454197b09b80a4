"""Building the sentence encoder's file from its published weights."""
