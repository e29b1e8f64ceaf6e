"""Tests of organisations and the team in the window."""
