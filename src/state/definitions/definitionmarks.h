#pragma once

#include "domain/definition.h"
#include "domain/error.h"
#include "domain/result.h"
#include "state/definitions/waitingchanges.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <optional>

namespace desk {

class Database;
class StoreThread;
struct StoreReport;

// What this computer notes about a definition.
struct DefinitionMark {
    bool favourite = false;
    QDateTime usedAt;   // UTC; invalid: never
    QJsonObject hidden; // the whole of one the server lists no more because it is inactive (AG-04); empty for all others

    bool operator==(const DefinitionMark &) const = default;
};

// Favourites, last use and inactive definitions of one account and kind (AG-04, AG-09), in memory and in user.db, where each change is
// written at once. What the disk does not take stays here and is tried again, also when something else is open meanwhile. Lives in the GUI
// thread.
class DefinitionMarks : public QObject
{
    Q_OBJECT
public:
    explicit DefinitionMarks(StoreThread &store, QObject *parent = nullptr);

    void open(const QString &account, DefinitionKind kind); // AuthManager::account(); reads, changed({}) follows
    void forget(const QString &account);                    // in memory; the rows go with TurnJournal::removeAccount
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    [[nodiscard]] bool isSaved() const { return m_waiting.isEmpty(); }
    [[nodiscard]] const QHash<QString, DefinitionMark> &marks() const { return m_marks; } // by id; only those with a mark

    void setFavourite(const QString &id, bool favourite);
    void setUsed(const QString &id, const QDateTime &at = QDateTime::currentDateTimeUtc());
    void hide(const QString &id, const QJsonObject &json); // its whole definition, kept withoutServerSecrets()
    void unhide(const QString &id);

Q_SIGNALS:
    void changed(const QString &id);        // empty: all of them
    void notKept(const desk::Error &error); // the disk did not take it: once, until it does again

private:
    // Only what was set: the rest may not have been read yet.
    struct Change {
        std::optional<bool> favourite;
        std::optional<qint64> usedMs;
        std::optional<QJsonObject> hidden;
    };
    using Waiting = WaitingChanges<Change>;

    static QHash<QString, DefinitionMark> readAll(Database &database, const QString &account, DefinitionKind kind);
    static void writeOne(Database &database, const DefinitionPlace &place, const Change &change);
    void onOpened(const StoreReport &report);
    void load();
    void onLoaded(const QHash<QString, DefinitionMark> &marks);
    void tryAgain();
    void apply(const QString &id, const Change &change);
    void change(const QString &id, const Change &change);
    void write();
    void onWritten(const Waiting::Batch &batch, const Result<> &outcome);

    StoreThread &m_store;
    QString m_account = QLatin1String(""); // never null, which would be SQL's NULL
    DefinitionKind m_kind = DefinitionKind::Unknown;
    QHash<QString, DefinitionMark> m_marks;
    Waiting m_waiting;
    QTimer m_again; // after the disk refused
    quint64 m_generation = 0;
    bool m_isLoaded = false;
    bool m_mustLoadAgain = false; // it could not be read
    bool m_hasFailed = false;     // it was told
};

} // namespace desk
