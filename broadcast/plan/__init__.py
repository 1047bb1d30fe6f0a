"""Who hears what, when, and in which words: pure, and the same on any machine."""

from broadcast.plan.cue import Cue, Line
from broadcast.plan.pace import Lengths
from broadcast.plan.planning import plan
from broadcast.plan.reason import Reason, words
from broadcast.plan.rundown import Plan, Rundown

__all__ = ["Cue", "Lengths", "Line", "Plan", "Reason", "Rundown", "plan", "words"]
