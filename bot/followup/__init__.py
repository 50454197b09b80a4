"""After a case: the one question, the day after, whether it helped. Pure decisions."""
