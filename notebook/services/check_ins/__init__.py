"""Check-ins: planned, asked, compared with the first answers, and looked back on."""
