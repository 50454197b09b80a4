"""Who may come in: passwords, sessions, forms that only our own pages can send."""
