#pragma once

#include <QCoreApplication>
#include <QString>

namespace desk {

// The kinds of steps for people.
class InspectorWords
{
    Q_DECLARE_TR_FUNCTIONS(InspectorWords)
public:
    [[nodiscard]] static QString kind(const QString &type); // one this version does not know is shown as it is
};

} // namespace desk
