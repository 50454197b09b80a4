"""Teaching the sentence encoder this project's texts: ``python -m assistant.tuning``.

The published encoder has read the web; it has not read people in trouble, nor much Spanish.
Its last four layers learn that from ``data/nlu``, and beside them questions that are asked of every text. It
takes half an hour, so it is done by hand when many texts have changed, and its result, the adapter,
is part of the repository; `warmline train` builds the encoder with it and learns the rest.
"""
