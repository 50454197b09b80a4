"""Reading a sentence by machine: normalising it and turning it into a vector.

Used on both sides of the house (the service and what runs inside Rasa), so this
package knows neither, and runs on every Python from 3.10 on.
"""
