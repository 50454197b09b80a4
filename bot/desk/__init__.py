"""Step 6, the human side: cases, the alert ladder, coaches' commands. Pure decisions."""
