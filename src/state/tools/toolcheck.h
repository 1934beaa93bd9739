#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace desk {

// The server's rules for a custom tool, checked before it is asked (contract 3.3). Each answers with a sentence for people, or nothing
// where all is well. Pure.
class ToolCheck
{
    Q_DECLARE_TR_FUNCTIONS(ToolCheck)
public:
    [[nodiscard]] static QString nameProblem(const QString &name);
    [[nodiscard]] static QString entrypointProblem(const QString &entrypoint);
    [[nodiscard]] static QStringList scopes(const QString &text); // separated by commas or spaces, each once
};

} // namespace desk
