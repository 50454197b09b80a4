"""What the coach pages are made of: who may see which case, the handoff card, answers to clicks."""
