"""Tests of needs, offerings and referrals."""
