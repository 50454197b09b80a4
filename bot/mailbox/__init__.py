"""Step 2: strictly in order inside a conversation, conversations in parallel; nothing lost.

``Mailbox`` takes events in, ``Worker`` handles those of one conversation under its lease,
``Dispatcher`` finds conversations that are due and gives them to worker threads.
"""
