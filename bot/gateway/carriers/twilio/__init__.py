"""Twilio, and carriers and test servers that speak its language."""
