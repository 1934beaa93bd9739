#pragma once

#include "domain/error.h"
#include "domain/result.h"
#include "state/tools/toolcase.h"

#include <QList>
#include <QObject>
#include <QSet>

namespace desk {

class StoreThread;
struct StoreReport;

// The test cases of one account's tools (TL-11), in memory and in user.db, where each change is written at once. Lives in the GUI thread.
class ToolCases : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype mostOfATool = 200;

    explicit ToolCases(StoreThread &store, QObject *parent = nullptr);

    void open(const QString &account);   // AuthManager::account(), after TurnJournal::adopt(); reads, changed() follows
    void forget(const QString &account); // in memory; the rows go with TurnJournal::removeAccount()
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    [[nodiscard]] QList<ToolCase> casesOf(const QString &tool) const; // by name
    [[nodiscard]] const ToolCase *find(const QString &id) const;      // valid until the next change
    [[nodiscard]] bool hasRoom(const QString &tool) const { return casesOf(tool).size() < mostOfATool; }

    QString add(const ToolCase &made, const QString &name);     // of caseOf(); returns its id, or nothing where there is no name or no room
    void rename(const QString &id, const QString &name);        // nothing for an unknown id or an empty name
    void expect(const QString &id, const QJsonObject &outcome); // from now on, as comparable() makes it
    void remove(const QString &id);

Q_SIGNALS:
    void changed();                         // loaded, or changed by somebody
    void notKept(const desk::Error &error); // the disk did not take it; it counts until the program ends

private:
    void onOpened(const StoreReport &report);
    void load();
    void put(const ToolCase &changed);

    StoreThread &m_store;
    QString m_account = QLatin1String(""); // never null, which would be SQL's NULL
    QList<ToolCase> m_cases;
    QSet<QString> m_removed; // before everything was read
    quint64 m_generation = 0;
    bool m_isLoaded = false;
    bool m_mustLoadAgain = false;
};

} // namespace desk
