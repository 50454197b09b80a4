"""How well texts are understood: figures, bars that a model must pass, and a report of both."""
