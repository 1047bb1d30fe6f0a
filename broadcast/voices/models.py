"""The public Vietnamese models of Piper, and what may be done with their sound."""

from __future__ import annotations

# As the model cards state it.
LICENCES = {
    "vi_VN-vais1000-medium": "CC BY 4.0",
    "vi_VN-vivos-x_low": "non-commercial",
    "vi_VN-25hours_single-low": "unknown",
}
