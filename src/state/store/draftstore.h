#pragma once

#include "domain/error.h"
#include "domain/ids.h"
#include "domain/result.h"
#include "state/store/accountdrafts.h"
#include "state/store/draft.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <utility>

namespace desk {

class StoreThread;
struct StoreReport;

// The drafts of one account, kept in memory and on disk (DATA-04): written one second after the last change, five after the first at the
// latest, and at once on flush(). What the disk does not take stays here and is tried again, also when another account is open meanwhile.
// Lives in the GUI thread.
class DraftStore : public QObject
{
    Q_OBJECT
public:
    explicit DraftStore(StoreThread &store, QObject *parent = nullptr);
    ~DraftStore() override; // flushes

    void open(const QString &account);   // AuthManager::account(); flushes what belonged to another, then loads
    void rename(const QString &account); // it has got its name: what is in memory stays, TurnJournal::adopt() moves the rows first
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }

    [[nodiscard]] Draft draft(const ConversationId &conversation) const; // an empty id: of the conversation that does not exist yet
    void set(const ConversationId &conversation, const Draft &draft);    // an empty one removes it
    void move(const ConversationId &from, const ConversationId &to);     // a new conversation got its id
    void forget(const QString &account);                                 // in memory; the rows go with TurnJournal::removeAccount
    void flush();                                                        // to the disk now: focus lost, window closing, session ending
    [[nodiscard]] bool isSaved() const;                                  // of every account that was open

Q_SIGNALS:
    void accountChanged();                  // another one: nothing that was written for the one before may be shown any more
    void loaded();                          // what set() gave meanwhile stands behind what was there
    void saved();                           // everything is on disk
    void notKept(const desk::Error &error); // the disk did not take it: once, until it does again

private:
    using Kept = std::shared_ptr<AccountDrafts>;
    using Changes = QHash<ConversationId, quint64>;

    void onOpened(const StoreReport &report);
    void load();
    void onLoaded(const Kept &kept, const Result<QList<std::pair<ConversationId, Draft>>> &entries);
    void takeEarly(AccountDrafts &kept);
    void show(const Kept &kept);
    [[nodiscard]] Kept find(const QString &account) const;
    void dropSaved();
    void write();
    void write(const Kept &kept);
    void writeEarly(const AccountDrafts &kept);
    void onWritten(const Kept &kept, const Changes &written, const std::optional<Error> &error);

    StoreThread &m_store;
    Kept m_now;         // of the account that is open
    QList<Kept> m_kept; // with those before it of which the disk has not taken everything
    QTimer m_idle;      // since the last change
    QTimer m_latest;    // since the first
    QTimer m_loadAgain; // after the disk failed
    quint64 m_change = 0;
    bool m_isLoaded = false;
    bool m_wasOpened = false;
    bool m_mustLoadAgain = false; // the database could not be opened or read then
    bool m_hasFailed = false;     // it was told
};

} // namespace desk
