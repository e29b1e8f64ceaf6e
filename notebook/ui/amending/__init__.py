"""Changing what was agreed."""
