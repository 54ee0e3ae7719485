"""Findings for people and for other programs: JSON, tables, dossier."""
