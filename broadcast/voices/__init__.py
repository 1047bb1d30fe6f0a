"""Words → sound: one file per engine, found by the entry point `broadcast.voices`."""

from broadcast.voices.machine import MachineSettings
from broadcast.voices.night import Budget, Night
from broadcast.voices.registry import find, installed
from broadcast.voices.voice import Speech, Status, Voice, VoiceError

__all__ = ["Budget", "MachineSettings", "Night", "Speech", "Status", "Voice", "VoiceError", "find", "installed"]
