"""The phone simulator: phones side by side on a page, for newcomers and for demonstrations."""
