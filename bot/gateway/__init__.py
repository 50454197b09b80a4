"""Step 1 and step 7 of a text's way: the house's door to the carrier, in and out."""
