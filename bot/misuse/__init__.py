"""What keeps the line usable for everybody: floods of texts, blocked numbers, numbers from abroad. Never danger."""
