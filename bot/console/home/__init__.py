"""What the home page is made of: periods, figures, what needs action first."""
