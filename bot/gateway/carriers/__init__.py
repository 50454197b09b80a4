"""The ways out of the house, one folder per carrier, all behind ``bot.ports.Carrier``."""
