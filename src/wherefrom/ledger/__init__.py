"""The ledger: one file that holds documents, readings and what people did with them, and remembers every earlier state."""
