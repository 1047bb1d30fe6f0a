"""The sound engine: numpy arrays in, MP3 frames out; every piece is made once and spliced everywhere.

Sounds are float32, (samples,), −1…1, mono, 44.1 kHz, unless a docstring says otherwise. Importing this
package loads nothing heavy; its modules load numpy and PyAV.
"""

from __future__ import annotations

REVISION = 3  # of the whole stage: raise it when the same samples and settings give other frames or figures
RATE = 44_100  # Hz, of everything that is mixed and aired
FRAME = 1_152  # samples in an MPEG-1 layer III frame
