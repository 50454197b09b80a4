"""Rasa's custom actions: one file per topic. They read, and name what to say or do.

The service hosts them at ``/actions/webhook`` (``actions.executor``). They write
nothing: what shall happen comes back as a ``do`` and is carried out by the journey.
"""
