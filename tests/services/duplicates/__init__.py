"""Tests of people who are kept twice."""
