"""Closing a project: how it ended, why, and what becomes of all that is still open."""
