"""Everything SQL: tables, one repository per noun, migrations."""
