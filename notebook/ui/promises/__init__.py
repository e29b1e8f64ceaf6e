"""The promise ledger: of all people, of one person, of one project."""
