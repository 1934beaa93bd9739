#include "state/tools/toolcheck.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace desk {

QString ToolCheck::nameProblem(const QString &name)
{
    static const QRegularExpression rule(u"\\A[a-zA-Z_][a-zA-Z0-9_]*\\z"_s);
    if (name.isEmpty())
        return tr("A tool needs a name.");
    if (!rule.match(name).hasMatch())
        return tr("Letters from a to z, digits and _ only, and no digit first.");
    return {};
}

QString ToolCheck::entrypointProblem(const QString &entrypoint)
{
    static const QRegularExpression rule(u"\\A[a-zA-Z_][a-zA-Z0-9_.]*:[a-zA-Z_][a-zA-Z0-9_]*\\z"_s);
    if (entrypoint.isEmpty())
        return tr("A tool needs an entrypoint.");
    if (!rule.match(entrypoint).hasMatch())
        return tr("It is written as module.path:function.");
    return {};
}

QStringList ToolCheck::scopes(const QString &text)
{
    static const QRegularExpression between(u"[,\\s]+"_s);
    QStringList scopes = text.split(between, Qt::SkipEmptyParts);
    scopes.removeDuplicates();
    return scopes;
}

} // namespace desk
