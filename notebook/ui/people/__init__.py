"""The list of people by groups and filters, and what is done to several of them at once."""
