"""The area of the organisations, and that of our own team."""
