"""The notebook file: tables, migrations, journal, search index, backups."""
