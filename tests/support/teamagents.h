#pragma once

#include "support/scripted.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace desk::test {

// The agents of the team server, and the endpoints that list, read, make, change and delete them, with the traps of the contract (3.1,
// 1.9): a creation is an update where the name is there, what is inactive or deleted is not there for anybody, keeps its name, and never
// comes back; nothing is known of what a change was made over.
class TeamAgents
{
public:
    TeamAgents();

    // To a path that begins with /agents; nothing: it is none of agents.
    [[nodiscard]] std::optional<Scripted> answer(const Received &request);
    [[nodiscard]] const QList<QJsonObject> &rows() const { return m_rows; } // deleted ones, too
    [[nodiscard]] QStringList activeNames() const;

private:
    [[nodiscard]] QJsonObject *find(const QString &id);
    [[nodiscard]] Scripted list() const;
    [[nodiscard]] Scripted create(const QJsonObject &body);
    [[nodiscard]] static Scripted change(QJsonObject &row, const QJsonObject &body);

    QList<QJsonObject> m_rows;
    int m_made = 0;
};

} // namespace desk::test
