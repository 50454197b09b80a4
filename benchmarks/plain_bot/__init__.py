"""What a user would pick instead: a `rasa init`-style bot on Rasa's own Twilio channel.

Its default pipeline and policies, a SQL tracker store, an action server that looks places up in
SQLite. It has no signatures, no de-duplication, no encryption, no danger screen and no desk.
"""
