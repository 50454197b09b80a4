"""The web console: staff read conversations here. Pages are in ``pages/``, one file each."""
