"""Tests of what goes into calendar files and what comes out of them."""
