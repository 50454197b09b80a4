"""The service's own trained opinion about danger, beside the rules of ``bot.safety`` (step 3).

``reader`` is what the line uses, ``train`` makes its files: ``python -m bot.danger_model``.
"""
