#!/bin/bash
# run.sh: starts the freshly built Agent Desk; without a usable display it asks one question on the command line instead.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

x11_usable() {
    [[ "${DISPLAY:-}" =~ ^([^:]*):([0-9]+) ]] || return 1
    local host=${BASH_REMATCH[1]} number=${BASH_REMATCH[2]}
    if [ -z "$host" ] || [ "$host" = unix ]; then
        [ -S "/tmp/.X11-unix/X$number" ] || grep -qs "@/tmp/.X11-unix/X$number\$" /proc/net/unix
    else
        timeout 2 bash -c ": </dev/tcp/$host/$((6000 + number))" 2>/dev/null
    fi
}

wayland_usable() {
    local socket=${WAYLAND_DISPLAY:-}
    [ -n "$socket" ] || return 1
    [[ "$socket" = /* ]] || socket=${XDG_RUNTIME_DIR:-/nonexistent}/$socket
    # Without its Wayland plugin Qt could not use the socket.
    [ -S "$socket" ] && compgen -G '/usr/lib/*/qt6/plugins/platforms/libqwayland*' >/dev/null
}

if [ -n "${QT_QPA_PLATFORM:-}" ] || x11_usable || wayland_usable; then
    exec build/bin/agentdesk "$@"
fi

question="Which region sold most in Q3?"
echo "No display here (DISPLAY and WAYLAND_DISPLAY lead nowhere), so no window. Asking on the command line instead:" >&2
echo "  build/bin/agentdesk --ask \"$question\" --attach tests/data/sales.csv" >&2
exec build/bin/agentdesk --ask "$question" --attach tests/data/sales.csv
