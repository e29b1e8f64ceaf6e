"""The page on which people who are kept twice become one."""
