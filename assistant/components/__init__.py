"""Our own parts of Rasa: the text reader, the channel, the memory, the names."""
