"""How the language model is made, from public data to the folder in data/models."""
