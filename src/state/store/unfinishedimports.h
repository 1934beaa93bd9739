#pragma once

#include "domain/ids.h"

#include <QList>
#include <QObject>
#include <QSet>
#include <QString>

namespace desk {

class StoreThread;
struct Conversation;

// Conversations that an import was making when the program ended: what had arrived is on the server and looks like the whole. Noted in
// user.db from the server's first answer until the import is whole or gone again, so that the next start can say so. Lives in the GUI
// thread.
class UnfinishedImports : public QObject
{
    Q_OBJECT
public:
    struct Part {
        ConversationId conversation;
        QString title; // of a file: hostile text
    };

    explicit UnfinishedImports(StoreThread &store, QObject *parent = nullptr);

    void open(const QString &account); // AuthManager::account(); reads, changed() follows when there is something to say
    void begin(const Conversation &made);
    void end(const ConversationId &conversation);                      // it is whole, or nothing of it is left, or the person has decided
    [[nodiscard]] const QList<Part> &parts() const { return m_parts; } // of earlier starts, oldest first

Q_SIGNALS:
    void changed();

private:
    StoreThread &m_store;
    QString m_account = QLatin1String(""); // never null, which would be SQL's NULL
    QList<Part> m_parts;
    QSet<ConversationId> m_running; // of this start
};

} // namespace desk
