#!/bin/bash
# test-lint.sh: plants one fault after the other in a copy of the sources and checks that lint names it and fails.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
copy=$(mktemp -d -t agentdesk-lint.XXXXXX)
trap 'rm -rf "$copy"' EXIT
# The copy is a repository of one commit, so that "changed files" are those of the fault.
git ls-files -co --exclude-standard -z | while IFS= read -r -d '' file; do [ ! -e "$file" ] || printf '%s\0' "$file"; done \
    | tar -c --null -T - | tar -x -C "$copy"
cd "$copy" || exit 1
git init -q -b main && git add -A && git -c user.name=lint -c user.email=lint@localhost commit -q -m sources
bad=0
declare -A clean

# fault CHECK FILE TEXT: with TEXT at the end of FILE (which may be new), lint CHECK must fail; afterwards all is as before.
fault() {
    local name=$1 file=$2 text=$3 output
    if [ -z "${clean[$name]:-}" ]; then
        # A check that already fails without the fault would prove nothing.
        packaging/lint.sh "$name" >/dev/null 2>&1 || { echo "FAIL  $name does not pass without the fault"; bad=1; return; }
        clean[$name]=1
    fi
    mkdir -p "$(dirname "$file")"
    printf '%b\n' "$text" >>"$file"
    if output=$(packaging/lint.sh "$name" 2>&1); then
        printf 'FAIL  %s did not see: %s\n%s\n' "$name" "$text" "$output"
        bad=1
    else
        printf 'ok    %-20s sees %s: %s\n' "$name" "$file" "${text:0:60}"
    fi
    git clean -qfd && git checkout -q .
}

fault formatting src/domain/fault.cpp 'int   f( ){return 1;}'
fault forbidden-patterns src/domain/fault.cpp 'void f() { reply->ignoreSslErrors(); }'
fault forbidden-patterns src/domain/fault.cpp 'void f() { job.setInsecureFallback(true); }'
fault forbidden-patterns src/domain/fault.cpp 'void f() { QCoreApplication::processEvents(); }'
fault forbidden-patterns src/domain/fault.cpp 'void f() { qDebug() << 1; }'
fault forbidden-patterns src/domain/fault.cpp 'void f() { document->setMarkdown(text); }'
fault forbidden-patterns src/domain/fault.cpp 'void f() { QSaveFile file(path); }'
fault forbidden-patterns src/gui/fault.cpp 'void f() { new QLabel(text, parent); }'
fault file-rules ui/fault.ui '<widget class="QLabel"></widget>'
fault forbidden-patterns src/domain/fault.cpp 'void f() { QSettings settings; }'
fault forbidden-patterns tests/domain/fault.cpp 'void f() { QSKIP("later"); }'
fault forbidden-patterns tests/domain/fault.cpp 'void f() { QTest::qWait(100); }'
fault file-rules src/domain/Fault.h '#pragma once'
fault file-rules src/domain/fault.h 'int f();'
fault file-rules src/gui/fault.h '#pragma once\nclass Transport : public QObject\n{\n};'
fault file-rules docs/fault.md 'text'
fault file-rules packaging/fault.sh '#!/bin/bash'
fault layers src/domain/fault.h '#pragma once\n#include "api/apicall.h"'
fault layers src/localserver/fault.h '#pragma once\n#include "state/profile.h"'
fault layers src/wire/fault.h '#pragma once\n#include <QNetworkReply>'

fault versions CMakeLists.txt 'project(AgentDesk VERSION 7.0.0)'
fault translations src/domain/fault.cpp 'QString f() { return QCoreApplication::translate("Fault", "A new text"); }'
# shellcheck disable=SC2016
fault shellcheck packaging/fault.sh '#!/bin/bash\nrm -rf $1/*'
fault desktop-file packaging/linux/agentdesk.desktop 'Terminal=perhaps'
fault appstream packaging/linux/agentdesk.metainfo.xml '<more/>'
fault cppcheck src/domain/fault.cpp 'int f()\n{\n    int a[2] = {0, 1};\n    return a[3];\n}'
exit $bad
