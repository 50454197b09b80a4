"""Where directory data comes from: files, folders, and the data that ships with Warmline."""
