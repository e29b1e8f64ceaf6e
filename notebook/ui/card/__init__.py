"""A person's card: the page, and a module for each of its panels."""
