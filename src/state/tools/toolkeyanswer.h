#pragma once

#include "domain/tool.h"

#include <QStringList>

namespace desk {

// What the test of one provider's key says (TL-07).
struct ToolKeyAnswer {
    enum class Verdict {
        Works,    // this provider alone has answered
        NotAlone, // it has, and others as well: the server did not take it alone
        Untold,   // the tool answered, the server does not tell who did
        Another,  // others answered in its place: nothing is said of the key
        DoesNot   // the tool failed
    };
    Verdict verdict = Verdict::DoesNot;
    QStringList providers; // that answered, as the server names them: hostile text
};

// Pure.
[[nodiscard]] ToolKeyAnswer keyAnswer(const QString &provider, const ToolTestResult &result);

} // namespace desk
