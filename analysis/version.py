"""The program's version, and the engine's: results made by another engine are made again."""

VERSION = "0.1.0"
