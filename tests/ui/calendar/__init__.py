"""Tests of calendar files in the window."""
