"""Step 3 of a text's way: is anybody in danger? Rules that see every text, without Rasa."""
