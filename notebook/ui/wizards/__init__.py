"""Longer conversations, one step at a time."""
