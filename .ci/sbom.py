"""Put a list of what broadcast is made of (SBOM, CycloneDX 1.6) into a wheel, where PEP 770 says it lies.

The same source gives the same bytes.

    python .ci/sbom.py dist/broadcast-….whl

Versions are those of constraints.txt, which were tested together. Needs Python and nothing else.
"""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import os
import re
import sys
import time
import uuid
import zipfile
from email.parser import BytesParser
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_NEED = re.compile(r"(?P<name>[A-Za-z0-9._-]+)(\[[^]]*\])?(?P<bounds>[^;]*)(;(?P<marker>.*))?")


def main(path: Path) -> None:
    """Rewrite the wheel with the list in it, members in the order of their names, times from SOURCE_DATE_EPOCH."""
    with zipfile.ZipFile(path) as wheel:
        members = {info.filename: (wheel.read(info), info.external_attr) for info in wheel.infolist()}
    folder = next(name for name in members if name.endswith(".dist-info/METADATA")).rpartition("/")[0]
    listed = f"{folder}/sboms/broadcast.cdx.json"
    members[listed] = (sbom(members[f"{folder}/METADATA"][0]), 0o100644 << 16)
    members[f"{folder}/RECORD"] = (record(members, f"{folder}/RECORD"), 0o100644 << 16)
    date = time.gmtime(max(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), 315_532_800))[:6]  # ZIPs begin in 1980
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as wheel:
        for name in sorted(members, key=lambda each: (each.startswith(folder), each)):  # the metadata last (PEP 427)
            info = zipfile.ZipInfo(name, date)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, members[name][1]
            info.create_system = 3
            wheel.writestr(info, members[name][0])


def sbom(metadata: bytes) -> bytes:
    """Give the list for a wheel's METADATA."""
    said = BytesParser().parsebytes(metadata)
    name, version = said["Name"], said["Version"]
    own = f"pkg:pypi/{name}@{version}"
    needs = said.get_all("Requires-Dist", [])
    parts = [component(need) for need in needs if not need.startswith(f"{name}[")]  # an extra names its own package
    document = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, hashlib.sha256(metadata).hexdigest())}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application", "name": name, "version": version, "bom-ref": own, "purl": own,
                "licenses": [{"license": {"id": said["License-Expression"]}}],
            },
        },
        "components": parts,
        "dependencies": [
            {"ref": own, "dependsOn": sorted(part["bom-ref"] for part in parts)},
            *({"ref": part["bom-ref"]} for part in parts),
        ],
    }  # fmt: skip
    return json.dumps(document, indent=1, ensure_ascii=False).encode() + b"\n"


def component(need: str) -> dict[str, object]:
    """Describe one need of the wheel, at the version that was tested."""
    found = _NEED.fullmatch(need.strip())
    assert found, need
    name = re.sub(r"[-_.]+", "-", found["name"]).lower()
    marker = (found["marker"] or "").strip()
    version = tested().get(name, "")
    purl = f"pkg:pypi/{name}@{version}" if version else f"pkg:pypi/{name}"
    reference = f"{purl}#{hashlib.sha256(marker.encode()).hexdigest()[:8]}" if marker else purl
    told = {"type": "library", "name": name, "version": version, "bom-ref": reference, "purl": purl,
            "scope": "optional" if "extra ==" in marker else "required"}  # fmt: skip
    properties = [("bounds", found["bounds"].strip()), ("marker", marker)]
    return {**told, "properties": [{"name": f"python:{key}", "value": value} for key, value in properties if value]}


def tested() -> dict[str, str]:
    """Give the versions of constraints.txt by name; of several the last, which the newest Python gets."""
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    pairs = (line.partition(";")[0].strip().partition("==") for line in lines if "==" in line and line[0] != "#")
    return {re.sub(r"[-_.]+", "-", name).lower(): version for name, _sign, version in pairs}


def record(members: dict[str, tuple[bytes, int]], own: str) -> bytes:
    """Give the wheel's RECORD: sum and size of every member but itself."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    for name in sorted(members.keys() - {own}):
        data = members[name][0]
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        rows.writerow((name, f"sha256={digest}", len(data)))
    rows.writerow((own, "", ""))
    return text.getvalue().encode()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
