"""What administrators do about people who work on the line, by command or in the console: one way for both."""
