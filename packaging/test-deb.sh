#!/bin/bash
# test-deb.sh FOLDER: installs FOLDER/agentdesk_*.deb with apt in a new, minimal system of this machine's release and starts
# both programs there as an ordinary user. Then upgrades, removes and purges it, with the data of that user watched. Needs root and the distribution's package mirror.
set -Eeuo pipefail
trap 'echo "test-deb.sh: line $LINENO failed" >&2' ERR
[ "$(id -u)" = 0 ] || { echo "test-deb.sh needs root, for debootstrap and chroot" >&2; exit 1; }
# An own mount namespace: whatever happens, no mount of ours stays behind.
if [ -z "${DESK_IN_NAMESPACE:-}" ]; then
    DESK_IN_NAMESPACE=1 exec unshare --mount --propagation private --fork "$0" "$@"
fi

package=$(realpath "$1"/agentdesk_*.deb)
here=$(realpath "$(dirname "${BASH_SOURCE[0]}")/..")
# shellcheck source=/dev/null
. /etc/os-release
root=$(mktemp -d -t agentdesk-chroot.XXXXXX)
chmod 755 "$root" # an ordinary user walks about in it
cleanup() {
    umount -l "$root/proc" "$root/dev/pts" "$root/dev/shm" 2>/dev/null || true
    rm -rf --one-file-system "$root"
}
trap cleanup EXIT

# The mirror and the package sources are the host's; other vendors' are left out.
mirror=$({ grep -rhoE 'https?://[^ ]*(debian\.org/debian|ubuntu\.com/ubuntu|/debian|/ubuntu)/?( |$)' \
    /etc/apt/sources.list /etc/apt/sources.list.d 2>/dev/null || true; } | grep -v security | sed -n '1{s/ //g;p}')
keyring=/usr/share/keyrings/$ID-archive-keyring.gpg
echo "== minimal $PRETTY_NAME from ${mirror:?no package mirror in /etc/apt}"
debootstrap --variant=minbase ${keyring:+--keyring="$keyring"} "$VERSION_CODENAME" "$root" "$mirror" >"$root.log" 2>&1 \
    || { tail -n 30 "$root.log"; rm -f "$root.log"; exit 1; }
rm -f "$root.log" "$root/etc/apt/sources.list"
for file in /etc/apt/sources.list /etc/apt/sources.list.d/*; do
    [ -f "$file" ] && grep -qE 'debian\.org|ubuntu\.com' "$file" && install -D -m 644 "$file" "$root$file"
done
[ "$ID" != ubuntu ] || sed -i 's/ main$/ main universe/' "$root"/etc/apt/sources.list 2>/dev/null || true
cp /etc/resolv.conf "$root/etc/" 2>/dev/null || true
mount -t proc proc "$root/proc"
mount -t devpts devpts "$root/dev/pts" 2>/dev/null || true
mkdir -p "$root/dev/shm" && mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"

inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
as_user() {
    chroot --userspec=1000:1000 "$root" env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 HOME=/home/tester QT_QPA_PLATFORM=offscreen "$@" </dev/null
}

echo "== installing $(basename "$package")"
cp "$package" "$root/tmp/"
inside apt-get -q update >/dev/null
inside apt-get -q install -y --no-install-recommends "/tmp/$(basename "$package")" >"$root/tmp/apt.log" 2>&1 \
    || { tail -n 40 "$root/tmp/apt.log"; exit 1; }
inside useradd --create-home --uid 1000 tester
cp "$here/tests/data/sales.csv" "$root/home/tester/"

echo "== starting"
for program in agentdesk agentdesk-localserver; do
    as_user $program --version
    as_user $program --help >/dev/null
    # A library that is only opened at run time would show here.
    if as_user ldd /usr/bin/$program | grep 'not found'; then
        exit 1
    fi
done
answer=$(as_user timeout 60 agentdesk --ask "Which region sold most in Q3?" --attach /home/tester/sales.csv)
echo "$answer"
[ -n "$answer" ] || { echo "--ask printed nothing"; exit 1; }
status=0
as_user timeout 4 agentdesk || status=$?
[ $status = 124 ] || { echo "the window did not stay open: exit $status"; exit 1; }
echo "the window stayed open"
inside test -s /usr/share/applications/agentdesk.desktop -a -s /usr/share/man/man1/agentdesk.1.gz

echo "== upgrading and removing, with data in a home"
# Nothing may be writing any more: a local server ends a moment after its program.
is_running() {
    local process
    for process in /proc/[0-9]*; do
        [ "$(readlink "$process/root" 2>/dev/null)" != "$root" ] || return 0
    done
    return 1
}
tries=0
while is_running; do
    tries=$((tries + 1))
    [ $tries -le 30 ] || { echo "programs of the package do not end"; exit 1; }
    sleep 1
done
database=$(find "$root/home/tester" -name user.db -print -quit)
[ -n "$database" ] || { echo "the window left no database: there is nothing to compare"; exit 1; }
head -c 300000 /dev/urandom >"$(dirname "$database")/kept.bin"
mkdir -p "$root/home/tester/.config" "$root/home/tester/.cache"
echo "kept" >"$root/home/tester/.config/agentdesk-kept.json"
echo "kept" >"$root/home/tester/.cache/agentdesk-kept"
chown -R 1000:1000 "$root/home/tester"
# Every name with its kind, rights, owner, size and target, and every byte.
state_of_home() {
    (
        cd "$root/home/tester"
        find . -printf '%p %y %m %U:%G %s %l\n' | sort
        find . -type f -print0 | sort -z | xargs -0 sha256sum
    )
}
before=$(state_of_home)
check_home() {
    local now
    now=$(state_of_home)
    [ "$now" = "$before" ] || { echo "$1 changed the data of a person:"; diff <(echo "$before") <(echo "$now") || true; exit 1; }
    echo "$1 left the home as it was"
}
apt() { inside apt-get -q -y --no-install-recommends "$@" >"$root/tmp/apt.log" 2>&1 || { tail -n 40 "$root/tmp/apt.log"; exit 1; }; }
version=$(dpkg-deb --field "$package" Version)
dpkg-deb -R "$package" "$root/tmp/newer"
sed -i "s/^Version: .*/Version: $version+newer/" "$root/tmp/newer/DEBIAN/control"
dpkg-deb --root-owner-group -b "$root/tmp/newer" "$root/tmp/newer.deb" >/dev/null
apt install --reinstall "/tmp/$(basename "$package")"
check_home "installing again"
apt install /tmp/newer.deb
[ "$(inside dpkg-query -W -f "\${Version}" agentdesk)" = "$version+newer" ] || { echo "it was not upgraded"; exit 1; }
check_home "upgrading"
apt install --allow-downgrades "/tmp/$(basename "$package")"
check_home "going back to the older version"
apt remove agentdesk
check_home "removing"
apt install "/tmp/$(basename "$package")"
apt purge agentdesk
check_home "purging"
rm -rf "$root/tmp/newer" "$root/tmp/newer.deb"
left=$(find "$root/usr" "$root/etc" "$root/var/lib" -iname '*agentdesk*' -not -path '*/apt/*' -not -path '*/dpkg/*')
[ -z "$left" ] || { echo "left behind: $left"; exit 1; }
echo "package test passed"
