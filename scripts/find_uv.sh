#!/bin/sh
# Prints the path of uv, and gets uv into .tools/ if the machine has none.
# Needs nothing but a shell, or python3 when uv is missing.
set -eu
cd "$(dirname "$0")/.."
version=0.13.9
own=.tools/uv/bin/uv

if command -v uv >/dev/null 2>&1; then
    command -v uv
    exit 0
fi
if ! [ -x "$own" ]; then
    if ! command -v python3 >/dev/null 2>&1; then
        echo "Warmline needs uv or Python: install uv (https://docs.astral.sh/uv/) or python3, then try again." >&2
        exit 1
    fi
    echo "uv, which builds the Python environments, is not here: getting it into .tools/ (about 10 seconds) ..." >&2
    python3 -m pip install --quiet --disable-pip-version-check --no-deps --target .tools/uv "uv==$version" >&2 2>/dev/null ||
        python3 scripts/fetch_uv.py "$version" .tools/uv >&2
fi
echo "$PWD/$own"
