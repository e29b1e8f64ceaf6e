"""The large areas of the window."""
