#!/bin/bash
# check-layers.sh [SOURCE FOLDER]: a file includes its own layer and those below it, never above.
# Prints every include that points upward (or sideways) and fails.
set -euo pipefail
cd "${1:-$(dirname "${BASH_SOURCE[0]}")/../src}"

declare -A below=(
    [domain]="domain"
    [wire]="domain wire"
    [sqlite]="domain wire sqlite"
    [api]="domain wire api"
    [auth]="domain wire api auth"
    [state]="domain wire sqlite api auth state"
    [gui]="domain wire api auth state gui"
    [app]="domain wire api auth state gui app"
    [localserver]="domain wire sqlite localserver"
    [tools]="domain wire tools"
)
# Qt modules a layer may use at all.
declare -A no_module=(
    [domain]="QtNetwork|QtWidgets|QtGui|QNetwork|QTcp|QWidget|QPainter|QImage|QPixmap"
    [wire]="QtNetwork|QtWidgets|QtGui|QNetwork|QTcp|QWidget|QPainter|QImage|QPixmap"
    [sqlite]="QtNetwork|QtWidgets|QtGui|QNetwork|QTcp|QWidget|QPainter|QImage|QPixmap"
    [api]="QtWidgets|QtGui|QWidget|QPainter|QImage|QPixmap"
    [auth]="QtWidgets|QtGui|QWidget|QPainter|QImage|QPixmap"
    [state]="QtWidgets|QtGui|QWidget|QPainter|QPixmap"
    [localserver]="QtWidgets|QtGui|QWidget|QPainter|QPixmap"
)
bad=0 files=0
for layer in */; do
    layer=${layer%/}
    if [ -z "${below[$layer]:-}" ]; then
        echo "src/$layer: not a layer"
        bad=1
        continue
    fi
    allowed=" ${below[$layer]} "
    while IFS=: read -r file line target; do
        first=${target%%/*}
        if [ "$first" != "$target" ] && [ -n "${below[$first]:-}" ] && [[ "$allowed" != *" $first "* ]]; then
            echo "src/$file:$line: $layer must not include \"$target\""
            bad=1
        elif [[ "$target" = ../* ]]; then
            echo "src/$file:$line: include \"layer/file.h\", not \"$target\""
            bad=1
        fi
    done < <(grep -rnE --include='*.h' --include='*.cpp' '^ *# *include *"' "$layer" | sed -E 's/^([^:]*:[0-9]+:) *# *include *"([^"]*)".*/\1\2/')
    if [ -n "${no_module[$layer]:-}" ] && hits=$(grep -rnE --include='*.h' --include='*.cpp' "^ *# *include *<(${no_module[$layer]})" "$layer"); then
        sed 's|^|src/|; s|$|  <- not in this layer|' <<<"$hits"
        bad=1
    fi
    files=$((files + $(find "$layer" -name '*.h' -o -name '*.cpp' | wc -l)))
done
[ $bad = 0 ] && echo "$files files"
exit $bad
