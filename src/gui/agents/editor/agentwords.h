#pragma once

#include <QCoreApplication>
#include <QJsonValue>
#include <QString>
#include <QStringList>

namespace desk {

// The members of an agent in words for people.
class AgentWords
{
    Q_DECLARE_TR_FUNCTIONS(desk::AgentWords)
public:
    [[nodiscard]] static QString title(const QString &member); // of a member of the contract; an unknown one is its name, as one safe line
    [[nodiscard]] static QString titles(const QStringList &members);
    [[nodiscard]] static bool holdsSecrets(const QString &member); // its values are never shown (contract 6.2 #41)
    // A value to compare with another: lists a line each, yes and no, nested values a line each with their path. Safe to show.
    [[nodiscard]] static QString value(const QJsonValue &value);
};

} // namespace desk
