#pragma once

#include "domain/definition.h"
#include "domain/error.h"
#include "domain/result.h"
#include "state/definitions/waitingchanges.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <optional>

namespace desk {

class StoreThread;

// What somebody is writing in a definition and has not saved, of one account, in user.db: the last of each definition, written 250 ms after
// the first change, or when a slow disk is done with what it had before, and at once on flush(). What the disk does not take stays here and
// is tried again, also when another account is open meanwhile. `done` runs in the GUI thread, never after context is gone, and knows what
// put() and remove() gave before. Without what withoutServerSecrets() leaves out. Lives in the GUI thread.
class DefinitionDrafts : public QObject
{
    Q_OBJECT
public:
    using Found = std::function<void(const Result<std::optional<DefinitionDraft>> &draft)>;
    using Keys = std::function<void(const Result<QList<DefinitionKey>> &keys)>;

    explicit DefinitionDrafts(StoreThread &store, QObject *parent = nullptr);
    ~DefinitionDrafts() override; // flushes

    void open(const QString &account);   // AuthManager::account(); flushes what belonged to another
    void forget(const QString &account); // in memory; the rows go with TurnJournal::removeAccount

    void put(const DefinitionDraft &draft);                            // an invalid time means now
    void remove(const DefinitionKey &key);                             // saved or thrown away
    void flush();                                                      // to the disk now: also before TurnJournal::adopt()
    [[nodiscard]] bool isSaved() const { return m_waiting.isEmpty(); } // of every account that was open

    void find(const DefinitionKey &key, QObject *context, Found done);
    void keys(DefinitionKind kind, QObject *context, Keys done); // of which there is a draft, the latest first

Q_SIGNALS:
    void saved();                           // everything is on disk
    void notKept(const desk::Error &error); // the disk did not take it: once, until it does again

private:
    using Waiting = WaitingChanges<std::optional<DefinitionDraft>>; // nothing: removed

    void change(const DefinitionKey &key, const std::optional<DefinitionDraft> &draft);
    void onTimer();
    void onWritten(const Waiting::Batch &batch, const Result<> &outcome);

    StoreThread &m_store;
    QString m_account = QLatin1String(""); // never null, which would be SQL's NULL
    Waiting m_waiting;
    QTimer m_soon;
    QTimer m_again; // after the disk refused
    int m_writes = 0;
    bool m_hasFailed = false; // it was told
};

} // namespace desk
