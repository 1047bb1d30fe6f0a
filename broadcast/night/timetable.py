"""The timetable: what starts a night on each kind of machine, as the files that its scheduler reads."""

from __future__ import annotations

import datetime
import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from xml.sax.saxutils import escape

Kind = Literal["systemd", "cron", "windows"]
KINDS: tuple[Kind, ...] = ("systemd", "cron", "windows")

# where each scheduler looks, below the root folder
PATHS: dict[Kind, tuple[str, ...]] = {
    "systemd": ("etc/systemd/system/broadcast-nightly.service", "etc/systemd/system/broadcast-nightly.timer"),
    "cron": ("etc/cron.d/broadcast-nightly",),
    "windows": ("broadcast-nightly.xml",),
}


_SERVICE = """\
# Made by `broadcast schedule install`; docs/nightly.md explains it.
[Unit]
Description=broadcast: programmes for tomorrow and the day after
Documentation=https://www.freedesktop.org/software/systemd/man/systemd.exec.html
Wants=network-online.target
After=network-online.target
# killed or out of memory: begun again, and it goes on from what is finished
StartLimitIntervalSec=6h
StartLimitBurst=4

[Service]
Type=oneshot
User={user}
WorkingDirectory={folder}
# the summary, and the reasons on the pages, are in the language of whoever installed this
Environment=LANGUAGE={language}
# plans and lengths that are remembered from night to night; the home is read-only
CacheDirectory=broadcast
Environment=BROADCAST_CACHE=%C/broadcast
ExecStart={command}
# 6: something went down the ladder, and every station has something fit to air; 130: it was told to stop
SuccessExitStatus=6 130
Restart=on-abnormal
RestartSec=60
TimeoutStartSec=8h
Nice=10
IOSchedulingClass=idle
UMask=0022
ReadWritePaths={folder}
ProtectSystem=strict
ProtectHome=read-only
PrivateTmp=yes
PrivateDevices=yes
PrivateUsers=yes
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectKernelLogs=yes
ProtectControlGroups=yes
ProtectClock=yes
ProtectHostname=yes
ProtectProc=invisible
ProcSubset=pid
NoNewPrivileges=yes
CapabilityBoundingSet=
AmbientCapabilities=
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
RemoveIPC=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged @resources
SystemCallErrorNumber=EPERM
"""

_TASK = """\
<?xml version="1.0" encoding="UTF-8"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>broadcast: programmes for tomorrow and the day after; docs/nightly.md explains it</Description>
  </RegistrationInfo>
  <Triggers>
    <CalendarTrigger>
      <Enabled>true</Enabled>
      <StartBoundary>2024-01-01T{at:%H:%M}:00</StartBoundary>
      <ScheduleByDay>
        <DaysInterval>1</DaysInterval>
      </ScheduleByDay>
    </CalendarTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <UserId>{user}</UserId>
      <LogonType>S4U</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <WakeToRun>true</WakeToRun>
    <ExecutionTimeLimit>PT8H</ExecutionTimeLimit>
    <Priority>7</Priority>
    <RestartOnFailure>
      <Interval>PT5M</Interval>
      <Count>3</Count>
    </RestartOnFailure>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>{program}</Command>
      <Arguments>{arguments}</Arguments>
      <WorkingDirectory>{folder}</WorkingDirectory>
    </Exec>
  </Actions>
</Task>
"""


@dataclass(frozen=True, slots=True)
class Timetable:
    """When a night starts, as whom, where, with what and in which language; `zone` is the campaign's."""

    at: datetime.time
    zone: str
    user: str
    folder: Path
    program: Path
    language: str = "vi"

    @property
    def words(self) -> tuple[str, ...]:
        """Give the command that is run in the folder."""
        return (str(self.program), "nightly", "--wait", "3600")


def files(kind: Kind, table: Timetable) -> dict[str, str]:
    """Give the files of a scheduler, by their paths below the root folder."""
    texts = {"systemd": (_service, _timer), "cron": (_crontab,), "windows": (_task,)}[kind]
    return {path: text(table) for path, text in zip(PATHS[kind], texts, strict=True)}


def _service(table: Timetable) -> str:
    command = " ".join(_quoted(word) for word in table.words)
    folder = _escaped(str(table.folder))
    return _SERVICE.format(user=table.user, folder=folder, command=command, language=table.language)


def _timer(table: Timetable) -> str:
    return f"""\
# Made by `broadcast schedule install`; docs/nightly.md explains it.
[Unit]
Description=broadcast: every night

[Timer]
OnCalendar=*-*-* {table.at:%H:%M}:00 {table.zone}
# a machine that was off at that hour does it when it is on again
Persistent=yes
AccuracySec=1min

[Install]
WantedBy=timers.target
"""


def _crontab(table: Timetable) -> str:
    # in crontabs a percent sign ends the command
    command = f"cd {shlex.quote(str(table.folder))} && {shlex.join(table.words)}".replace("%", "\\%")
    return f"""\
# Made by `broadcast schedule install`; docs/nightly.md explains it.
# The hour is this machine's; its zone should be {table.zone}.
LANGUAGE={table.language}
{table.at.minute} {table.at.hour} * * * {table.user} {command}
"""


def _task(table: Timetable) -> str:
    program, *arguments = table.words
    return _TASK.format(
        at=table.at,
        user=escape(table.user),
        program=escape(program),
        arguments=escape(" ".join(arguments)),
        folder=escape(str(table.folder)),
    )


def _escaped(text: str) -> str:
    """Keep systemd from reading a percent sign or a space of a path as its own."""
    return text.replace("\\", "\\\\").replace("%", "%%").replace(" ", "\\x20")


def _quoted(word: str) -> str:
    """Write a word for ExecStart: between quotation marks where it needs them."""
    plain = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{plain}"' if " " in plain else plain
