"""Tests of the page of people who are kept twice."""
