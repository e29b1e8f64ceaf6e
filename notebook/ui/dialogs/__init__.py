"""Short questions that open above a page."""
