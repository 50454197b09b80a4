"""Gets uv from PyPI without pip: ``python3 scripts/fetch_uv.py VERSION FOLDER``.

Standard library only, and old Pythons too. The hashes are of the wheels of that version; when you
change the version, take the new ones from https://pypi.org/simple/uv/.
"""

import hashlib
import io
import os
import platform
import re
import sys
import urllib.request
import zipfile

INDEX = "https://pypi.org/simple/uv/"
SECONDS = 60
GLIBC = "manylinux_2_17_{0}.manylinux2014_{0}"
HASHES = {
    ("Linux", "x86_64", "glibc"): (
        GLIBC.format("x86_64"),
        "d7f459fe4fd247d830351c75686d3996ace3c6f3f728eb0e85a30b7ada0cef19",
    ),
    ("Linux", "x86_64", "musl"): (
        "musllinux_1_1_x86_64",
        "2c45530751517d6c3bbc69a19473f6effe47cce047bede01ffd8af7ea7b36b25",
    ),
    ("Linux", "aarch64", "glibc"): (
        GLIBC.format("aarch64") + ".musllinux_1_1_aarch64",
        "5435c5ce14a56431208ca0996416d310f1598e8c2c8ba707688985a16bb82dbe",
    ),
    ("Linux", "aarch64", "musl"): (
        GLIBC.format("aarch64") + ".musllinux_1_1_aarch64",
        "5435c5ce14a56431208ca0996416d310f1598e8c2c8ba707688985a16bb82dbe",
    ),
    ("Darwin", "x86_64", ""): (
        "macosx_10_12_x86_64",
        "c16ed11e013557536b3e60065f1b912f6407bd6518e041b961e23ef9e6b4fbf5",
    ),
    ("Darwin", "arm64", ""): (
        "macosx_11_0_arm64",
        "66c512266d633bef48384a1f53003f41f2a8e7b36fe6e7fbfd3e0fd52d96fa63",
    ),
}
ELSEWHERE = "install uv by hand (https://docs.astral.sh/uv/) and try again."


def this_machine():
    """The key of HASHES for this machine."""
    system = platform.system()
    libc = ""
    if system == "Linux":
        libc = "glibc" if platform.libc_ver()[0] == "glibc" else "musl"
    return (system, platform.machine(), libc)


def wheel_url(index_page, name):
    """The address of the wheel ``name`` in PyPI's list of files."""
    for address in re.findall(r'href="([^"#]+)', index_page):
        if address.rsplit("/", 1)[-1] == name:
            return address
    return None


def read(address):
    """The bytes at ``address``; the program ends with a sentence when they cannot be had."""
    try:
        with urllib.request.urlopen(address, timeout=SECONDS) as answer:  # noqa: S310  # https, from the table below
            return answer.read()
    except OSError as error:
        sys.exit(f"uv cannot be fetched from PyPI ({error}); check the network, or {ELSEWHERE}")


def unpack(wheel, folder):
    """Put the programs of the wheel into ``folder``/bin."""
    os.makedirs(os.path.join(folder, "bin"), exist_ok=True)
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        for member in archive.namelist():
            if re.search(r"\.data/scripts/uvx?$", member):
                target = os.path.join(folder, "bin", os.path.basename(member))
                with open(target + ".new", "wb") as file:
                    file.write(archive.read(member))
                os.chmod(target + ".new", 0o755)  # noqa: S103  # a program
                os.replace(target + ".new", target)


def main(version, folder, index=INDEX):
    """Fetch, check and unpack."""
    system, machine, libc = this_machine()
    if (system, machine, libc) not in HASHES:
        sys.exit(f"There is no uv for this kind of machine ({system} {machine}) here; {ELSEWHERE}")
    tag, expected = HASHES[system, machine, libc]
    address = wheel_url(read(index).decode("utf-8", "replace"), f"uv-{version}-py3-none-{tag}.whl")
    if address is None:
        sys.exit(f"PyPI does not list uv {version} for this machine; {ELSEWHERE}")
    wheel = read(address)
    if hashlib.sha256(wheel).hexdigest() != expected:
        sys.exit("The uv that came from PyPI is not the one that was meant (its hash differs); nothing was installed.")
    unpack(wheel, folder)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
