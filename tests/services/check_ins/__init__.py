"""Tests of what the customer got."""
