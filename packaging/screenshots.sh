#!/bin/bash
# screenshots.sh BUILD FOLDER: pictures of every state of the window, light, dark and from right to left, as FOLDER/NAME-LOOK.png.
# A state that is not as it should be (words that are cut, a control without a name) is named and gets no picture, and the script fails.
# SCALE=2: at 200 %, in FOLDER/scale-2. The screen is larger than any: on a small one panels would have to scroll.
set -euo pipefail
here=$(dirname "$(realpath "${BASH_SOURCE[0]}")")
build=$(realpath "$1")
scale=${SCALE:-1}
folder=$2
[ "$scale" = 1 ] || folder+=/scale-$scale
mkdir -p "$folder"
folder=$(realpath "$folder")
screen=$(mktemp -t agentdesk-screen.XXXXXX)
trap 'rm -f "$screen"' EXIT
cat >"$screen" <<'END'
{"synchronousWindowSystemEvents": false, "windowFrameMargins": true,
 "screens": [{"name": "large", "x": 0, "y": 0, "width": 3840, "height": 2880, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]}
END

export DESK_SHOTS=$folder QT_SCALE_FACTOR=$scale QT_QPA_PLATFORM=offscreen:configfile=$screen LC_ALL=C.UTF-8
export QT_LOGGING_RULES='qt.qpa.*=false'
status=0
for gallery in chat sending agents agentwork workflows desk; do
    "$here/with-keyring.sh" "$build/tests/tst_gallery$gallery" -silent || status=1
done
printf '%s pictures in %s\n' "$(find "$folder" -maxdepth 1 -name '*.png' | wc -l)" "$folder"
exit $status
