"""Everything that is kept about one person: written out, or erased for good."""
