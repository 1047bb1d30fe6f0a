"""What is wrong with a campaign, before anything is made of it."""

from __future__ import annotations

from broadcast.check.checking import check

__all__ = ["check"]
