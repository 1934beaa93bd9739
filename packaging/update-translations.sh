#!/bin/bash
# update-translations.sh [FOLDER]: brings desk_*.ts in translations/ (or FOLDER) up to date with the sources and forms.
# No source locations are stored, so that moving code changes nothing here; English holds plural forms only.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder=${1:-translations}

lupdate=
for candidate in "$(qtpaths6 --query QT_INSTALL_LIBEXECS 2>/dev/null || true)/lupdate" "$(qtpaths6 --query QT_HOST_BINS 2>/dev/null || true)/lupdate" \
    /usr/lib/qt6/bin/lupdate /usr/lib/qt6/libexec/lupdate lupdate-qt6 lupdate6; do
    if command -v "$candidate" >/dev/null; then
        lupdate=$candidate
        break
    fi
done
[ -n "$lupdate" ] || { echo "lupdate of Qt 6 was not found; install qt6-l10n-tools" >&2; exit 1; }

"$lupdate" -silent -locations none -no-obsolete -I src src ui -ts "$folder/desk_de.ts"
"$lupdate" -silent -locations none -no-obsolete -pluralonly -I src src ui -ts "$folder/desk_en.ts"
