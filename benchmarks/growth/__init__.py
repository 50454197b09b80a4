"""What a text, a page and a chore cost as people, texts and rows grow, as a table and a picture."""
