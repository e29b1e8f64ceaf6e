"""Tests of notebook/formats."""
