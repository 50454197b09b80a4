"""What runs inside Rasa, in its own Python environment."""
