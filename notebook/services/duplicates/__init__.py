"""People who are kept twice: found, compared, and made one."""
