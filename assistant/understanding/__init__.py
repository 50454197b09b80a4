"""What a text means: its act, its needs, its place. Plain values, no Rasa."""
