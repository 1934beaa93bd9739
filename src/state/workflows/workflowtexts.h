#pragma once

#include "state/export/exporttext.h"

#include <QCoreApplication>
#include <QString>

namespace desk {

// The translation context of what is said about a workflow, and names in it: hostile, so cut and on one line.
class WorkflowTexts
{
    Q_DECLARE_TR_FUNCTIONS(desk::WorkflowTexts)
public:
    [[nodiscard]] static QString name(const QString &name) { return harmlessLine(name.left(10 * longestName), longestName); }

private:
    static constexpr qsizetype longestName = 60;
};

} // namespace desk
