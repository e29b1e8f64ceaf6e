"""Tests of notebook/ui/models."""
