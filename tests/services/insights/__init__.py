"""Tests of what is counted for pictures."""
