"""Tests of notebook/ui."""
