"""Tests of changing what was agreed."""
