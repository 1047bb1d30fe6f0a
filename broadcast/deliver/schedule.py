"""A station's programmes as a Liquidsoap script, for stations whose computer plays by itself."""

from __future__ import annotations

import json
from collections.abc import Sequence

from broadcast.deliver.day import instant
from broadcast.deliver.record import DayRecord

HEAD = """\
# Airs each programme at its instant, silence in between; made by broadcast, do not edit.
# Run it in the site's folder:   liquidsoap stations/STATION/schedule.liq 'output(programmes)'
# BROADCAST_ROOT: where the site lies (a folder or an address); BROADCAST_AT: begin as if it were
# that instant (seconds since 1970), for trials.
root = list.assoc(default=".", "BROADCAST_ROOT", environment())
at = list.assoc(default="", "BROADCAST_AT", environment())
silence = blank()
def now() =
  if at == "" then time() else float_of_string(at) + source.time(silence) end
end
def programme(id, start, seconds, file) =
  ({now() >= start and now() < start + seconds}, once(single(id=id, fallible=true, root ^ "/" ^ file)))
end
"""


def liquidsoap(station: str, days: Sequence[DayRecord]) -> bytes:
    """Give the script for all days that are made: it defines the source `programmes`, and no output.

    Written for Liquidsoap 2.1 and later.
    """
    lines = []
    for day in days:
        for entry in day.stations[station].entries if station in day.stations else ():
            start = instant(day.date, entry.slot, day.zone).timestamp()
            name = json.dumps(entry.file)
            name_of = f"at_{day.date:%Y%m%d}_{entry.slot.replace(':', '')}"  # a path would be no valid id
            lines.append(f'  programme("{name_of}", {start:.0f}., {entry.seconds:.1f}, {name}),')
    body = "\n".join(("programmes = fallback(track_sensitive=false, [switch(track_sensitive=false, [", *lines))
    return f"{HEAD.replace('STATION', station)}{body}\n]), silence])\n".encode()
