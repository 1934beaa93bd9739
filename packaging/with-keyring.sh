#!/bin/bash
# with-keyring.sh COMMAND…: runs a command with a private session bus, an unlocked keyring that is thrown away
# afterwards, and an empty home folder, so that nothing touches the user's own.
# It stands in memory where there is room, with the temporary files in it: a shared machine's disk may make a test wait for half
# a minute, and then it fails for nothing the program did. TMPDIR says otherwise.
# Without dbus or gnome-keyring the command runs with the empty home alone; tests that need a keyring then say so and fail.
set -euo pipefail

roomy=$((4 * 1024 * 1024)) # KiB
free=$(df -k --output=avail /dev/shm 2>/dev/null | tail -n 1 || true)
if [[ -z ${TMPDIR-} && -w /dev/shm && ${free:-0} -ge $roomy ]]; then
    home=$(mktemp -d /dev/shm/agentdesk-test.XXXXXX)
else
    home=$(mktemp -d -t agentdesk-test.XXXXXX)
fi
trap 'rm -rf "$home"' EXIT
mkdir -p "$home/tmp"
chmod 711 "$home" "$home/tmp" # one test comes as another person, who must get as far as its socket
export TMPDIR=$home/tmp
mkdir -p "$home/run" "$home/.config" "$home/.cache" "$home/.local/share"
chmod 700 "$home/run"
unset XDG_CURRENT_DESKTOP DESKTOP_SESSION DBUS_SESSION_BUS_ADDRESS GNOME_KEYRING_CONTROL
export HOME=$home XDG_RUNTIME_DIR=$home/run XDG_CONFIG_HOME=$home/.config XDG_CACHE_HOME=$home/.cache XDG_DATA_HOME=$home/.local/share

if ! command -v dbus-run-session >/dev/null || ! command -v gnome-keyring-daemon >/dev/null; then
    "$@"
    exit
fi

# The daemon stays a child of the inner shell (--foreground), so that it is ended by its own id and nothing is searched for.
# It reads the password of its new keyring from standard input.
# shellcheck disable=SC2016
dbus-run-session -- bash -c '
    gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 < <(printf throw-away) &
    daemon=$!
    for _ in $(seq 100); do
        dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \
            string:org.freedesktop.secrets 2>/dev/null | grep -q "boolean true" && export DESK_TEST_KEYRING=1 && break
        sleep 0.05
    done
    status=0
    "$@" || status=$?
    kill "$daemon" 2>/dev/null || true
    exit "$status"' with-keyring "$@"
