#pragma once

#include "support/scripted.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

class QUrlQuery;

namespace desk::test {

// The conversations of the team server, and the endpoints that list, read, make, rename and delete them, with the pages, limits and
// refusals of the contract (1.5 to 1.8, 3.10). Answers about messages carry every member of the contract; what no test asks for is null.
class TeamStore
{
public:
    enum class Access {
        Owner,
        Editor, // shared with the one who asks: may read, and add messages, but not ask an agent
        Viewer, // may read, and delete the whole conversation (1.8)
        None    // somebody else's
    };
    struct Entry {
        QString id;
        QString title;
        QString createdAt;
        QString updatedAt;
        QList<QJsonObject> messages; // oldest first
        Access access = Access::Owner;
    };

    // The server's way to write a time: UTC, and no zone (1.5).
    [[nodiscard]] static QString timestamp(const QDateTime &time);
    [[nodiscard]] static QJsonObject message(const QString &id, const QString &conversation, const QString &role, const QString &content,
                                             const QString &createdAt);

    [[nodiscard]] Entry *find(const QString &id);
    [[nodiscard]] const QList<Entry> &entries() const { return m_entries; } // in the order they were added
    void add(const Entry &entry) { m_entries.append(entry); }
    // To a path that begins with /conversations.
    [[nodiscard]] Scripted answer(const Received &request);

private:
    [[nodiscard]] Scripted list(const QUrlQuery &query) const;
    [[nodiscard]] Scripted create(const QJsonObject &body);
    [[nodiscard]] Scripted one(Entry &entry, const Received &request);
    [[nodiscard]] static Scripted read(const Entry &entry, const QUrlQuery &query);
    [[nodiscard]] static Scripted rename(Entry &entry, const QJsonObject &body);
    [[nodiscard]] static Scripted history(const Entry &entry, const QUrlQuery &query);

    QList<Entry> m_entries;
    int m_made = 0;
};

} // namespace desk::test
