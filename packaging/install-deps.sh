#!/bin/bash
# install-deps.sh GROUP…: installs with apt what a group of make targets needs, and only what is missing.
# Groups: build test lint package fuzz. Debian 12 and Ubuntu 24.04.
# A stamp in build/, named after this script's checksum, makes the second call free. Delete build/ to check again.
# DESK_SKIP_DEPS=1 skips everything, for machines where the packages come from elsewhere.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# "program:package" is missing when the program is not on the PATH, a bare name when the package is not installed.
# "a|b" takes the first that apt knows.
declare -A wanted=(
    [build]="g++:g++ cmake:cmake ninja:ninja-build pkg-config:pkg-config ld.lld:lld ccache:ccache
             qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qtkeychain-qt6-dev
             libsecret-1-0 libmd4c-dev libmicrohttpd-dev libhttp-parser-dev libhunspell-dev libsqlite3-dev libyaml-cpp-dev zlib1g-dev qt6-translations-l10n fonts-dejavu-core"
    [test]="dbus-run-session:dbus-daemon gnome-keyring-daemon:gnome-keyring git:git"
    [lint]="clang-format-14:clang-format-14 cppcheck:cppcheck clang-tidy-19:clang-tidy-19|clang-tidy
            shellcheck:shellcheck desktop-file-validate:desktop-file-utils appstreamcli:appstream git:git"
    [package]="dpkg-shlibdeps:dpkg-dev fakeroot:fakeroot lintian:lintian debootstrap:debootstrap file:file
               desktop-file-validate:desktop-file-utils appstreamcli:appstream"
    [fuzz]="clang++-14:clang-14 libclang-rt-14-dev"
)
# On a Wayland session without X11 support Qt needs its plugin to show a window.
if [ -n "${WAYLAND_DISPLAY:-}" ] && [ -z "${DISPLAY:-}" ]; then
    wanted[build]+=" qt6-wayland"
fi

[ $# -gt 0 ] || { echo "usage: install-deps.sh GROUP…   groups: ${!wanted[*]}" >&2; exit 2; }
[ "${DESK_SKIP_DEPS:-0}" = 0 ] || exit 0

sum=$(sha256sum "${BASH_SOURCE[0]}")
sum=${sum:0:16}
groups=()
for group in "$@"; do
    [ -n "${wanted[$group]:-}" ] || { echo "install-deps.sh: no group \"$group\"; there are: ${!wanted[*]}" >&2; exit 2; }
    [ -e "build/.deps-$group-$sum" ] || groups+=("$group")
done
[ ${#groups[@]} -gt 0 ] || exit 0

installed() { [[ "$(dpkg-query -W -f '${db:Status-Abbrev}' "$1" 2>/dev/null)" == ii* ]]; }

missing=()
for group in "${groups[@]}"; do
    for entry in ${wanted[$group]}; do
        program=${entry%%:*} names=${entry#*:}
        if [ "$program" != "$entry" ]; then
            command -v "$program" >/dev/null && continue
            [[ "$program" != clang-tidy-19 ]] || ! command -v clang-tidy >/dev/null || continue
        elif command -v dpkg-query >/dev/null && installed "$names"; then
            continue
        fi
        missing+=("$names")
    done
done

if [ ${#missing[@]} -gt 0 ]; then
    if ! command -v apt-get >/dev/null; then
        echo "Missing: ${missing[*]}" >&2
        echo "This machine has no apt. Install what these Debian packages hold, then run the command again with DESK_SKIP_DEPS=1." >&2
        exit 1
    fi
    as_root=()
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || { echo "Missing: ${missing[*]}. Install them as root, or install sudo; then run the command again." >&2; exit 1; }
        as_root=(sudo)
    fi
    echo "Installing ${#missing[@]} packages: ${missing[*]}"
    apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3)
    # One unreachable third-party source must not stop us: what counts is that the install below works.
    "${apt[@]}" -q update </dev/null >/dev/null || echo "apt-get update reported a problem; going on with the lists there are." >&2
    packages=()
    for names in "${missing[@]}"; do
        chosen=${names%%|*}
        for name in ${names//|/ }; do
            if apt-cache policy "$name" 2>/dev/null | grep -c 'Candidate: [^(]' >/dev/null; then
                chosen=$name
                break
            fi
        done
        packages+=("$chosen")
    done
    if ! "${apt[@]}" -q install -y --no-install-recommends "${packages[@]}" </dev/null; then
        echo "apt could not install: ${packages[*]}. See its message above; tested are Debian 12 and Ubuntu 24.04." >&2
        exit 1
    fi
fi

mkdir -p build
for group in "${groups[@]}"; do
    rm -f "build/.deps-$group-"*
    : >"build/.deps-$group-$sum"
done
