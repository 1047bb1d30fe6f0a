"""Turn campaign messages, written as YAML, into finished Vietnamese loudspeaker programmes."""

__version__ = "0.1.0"
