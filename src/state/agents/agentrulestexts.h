#pragma once

#include "state/export/exporttext.h"

#include <QCoreApplication>
#include <QStringList>

namespace desk {

// The translation context of what is said about an agent, and names in it: hostile, so cut and on one line.
class AgentRulesTexts
{
    Q_DECLARE_TR_FUNCTIONS(desk::AgentRulesTexts)
public:
    [[nodiscard]] static QString name(const QString &name) { return harmlessLine(name, longestName); }

    // “one”, “two”, “three” …
    [[nodiscard]] static QString names(const QStringList &names)
    {
        QStringList shown;
        for (qsizetype i = 0; i < names.size() && i < mostNames; ++i)
            shown.append(u'\u201C' + name(names.at(i)) + u'\u201D');
        return shown.join(QStringLiteral(", ")) + (names.size() > mostNames ? QStringLiteral(" \u2026") : QString());
    }

private:
    static constexpr qsizetype longestName = 60;
    static constexpr qsizetype mostNames = 3;
};

} // namespace desk
