"""What the pages of the words are made of."""
