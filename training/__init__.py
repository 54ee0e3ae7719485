"""How the encoder that ships with Wherefrom was made: data, network, training, export. Never needed at run time."""
