"""The editor of a card: the page, and a module for each of its sections."""
