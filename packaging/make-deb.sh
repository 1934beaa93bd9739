#!/bin/bash
# make-deb.sh BUILD OUTPUT: packs what BUILD has built into OUTPUT/agentdesk_*.deb and lets lintian look at it.
set -euo pipefail
build=$1 output=$2
mkdir -p "$output"
rm -f "$output"/agentdesk_*.deb
# The packed files must not depend on whoever runs this: umask, and names of users.
umask 022
log=$(mktemp)
trap 'rm -f "$log"' EXIT
fakeroot cpack --config "$build/CPackConfig.cmake" -G DEB -B "$output" >"$log" 2>&1 || { cat "$log"; exit 1; }
rm -rf "$output/_CPack_Packages"
package=$(ls "$output"/agentdesk_*.deb)
dpkg-deb --field "$package" Package Version Architecture Depends
# Scripts of a package run as root and could reach into homes; this one needs none, and has no files there (DATA-21).
scripts=$(dpkg-deb --ctrl-tarfile "$package" | tar -t | grep -E '/?((pre|post)(inst|rm)|config)$' || true)
[ -z "$scripts" ] || { echo "the package has maintainer scripts: $scripts" >&2; exit 1; }
homes=$(dpkg-deb --fsys-tarfile "$package" | tar -t | grep -E '^(\./)?(home|root)/' || true)
[ -z "$homes" ] || { echo "the package has files in homes: $homes" >&2; exit 1; }
# initial-upload-closes-no-bugs and the like concern uploads to Debian's own archive.
lintian --fail-on error,warning --suppress-tags initial-upload-closes-no-bugs --allow-root "$package"
echo "made $package ($(stat -c %s "$package") bytes), lintian found nothing"
