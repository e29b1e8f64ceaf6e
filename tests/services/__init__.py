"""Tests of notebook/services."""
