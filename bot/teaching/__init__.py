"""What staff teach the assistant: corrections, rewritten texts, trainings and the way back."""
