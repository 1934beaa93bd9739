#pragma once

#include "state/workflows/steppath.h"

#include <QJsonObject>
#include <QString>

namespace desk {

// The workflow with another id for one step (BUG-62): every reference follows, "$.old" and "$.old.member" in any text, then_step,
// else_step and next_step, in nested steps too. "$.older" is another name, a loop's variable of the same name hides the step, and names and
// descriptions are for people: they stay. Of two steps with one id the references belong to the first. "$.a-b" is no reference to servers,
// but where a step has that id it is what was meant. A path that leads nowhere changes nothing. Pure; linear; any thread.
[[nodiscard]] QJsonObject withRenamedStep(const QJsonObject &definition, const StepPath &path, const QString &newId);

// One text, whose references to a root become others.
[[nodiscard]] QString withRenamedRoot(const QString &text, const QString &oldRoot, const QString &newRoot);

} // namespace desk
