#!/bin/sh
# Builds both Python environments from their lock files; does nothing when they are up to date.
# Usage: set_up.sh PATH_OF_UV
set -eu
cd "$(dirname "$0")/.."
uv=$1
stamp=.tools/environments
made_of=$(cat .python-version pyproject.toml uv.lock assistant/pyproject.toml assistant/uv.lock | cksum)

if [ -x .venv/bin/python ] && [ -x assistant/.venv/bin/python ] && [ "$(cat "$stamp" 2>/dev/null)" = "$made_of" ]; then
    exit 0
fi

# A Python that is here, before one is fetched; $1 is what uv is asked for, in order.
find_python() {
    for wanted in "$@"; do
        if "$uv" python find --no-project --no-python-downloads "$wanted" 2>/dev/null; then return 0; fi
    done
    "$uv" python install --quiet "$1" >&2 && "$uv" python find --no-project --no-python-downloads "$1"
}

service=$(find_python 3.11 3.12 3.13) || {
    echo "There is no Python 3.11 or later to be had: install python3.11, or let uv reach the network." >&2
    exit 1
}
assistant=$(find_python 3.10) || {
    echo "There is no Python 3.10 to be had, which Rasa needs: install python3.10, or let uv reach the network." >&2
    exit 1
}
echo "Building the service's Python environment (.venv; the first time about a minute) ..."
"$uv" sync --frozen --python "$service"
echo "Building the assistant's Python environment (assistant/.venv with Rasa; 2.5 GB, the first time 1 to 5 minutes) ..."
"$uv" sync --project assistant --frozen --python "$assistant"
mkdir -p .tools
echo "$made_of" >"$stamp"
