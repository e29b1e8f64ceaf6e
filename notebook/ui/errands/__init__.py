"""What opens above the pages when one of them asks the navigator for it."""
