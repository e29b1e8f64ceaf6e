"""The relationship notebook: people, promises and agreements in one file of the user's own."""
