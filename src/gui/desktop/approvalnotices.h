#pragma once

#include "state/approvals/waitingapproval.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace desk {

class ApprovalInbox;
class Notifier;
class Settings;
struct Notice;

// Tells once of each step of an execution that begins to wait for the person (D-66), unless they are looking at the inbox. Calls of tools
// in conversations are told by AnswerNotices. A notice opens the inbox; it offers the answers themselves only to a plain question of a
// person's step that is told whole, on a server that goes on after them, and never to a tool (APPR-01).
class ApprovalNotices : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype maxText = 200; // characters
    static constexpr qsizetype mostChoices = 3;

    struct Context {
        ApprovalInbox &inbox;
        Settings &settings;
        std::function<bool()> isWatched; // the inbox is in a window that is active
    };

    explicit ApprovalNotices(Context context, QObject *parent = nullptr);

    void addNotifier(Notifier &notifier); // asked in their order, until one can show it

Q_SIGNALS:
    void openRequested(const QString &key); // of the inbox

private:
    void tell(const WaitingApproval &row);
    void withdraw(const QString &key);
    void choose(const QString &noticeKey, const QString &optionId);
    [[nodiscard]] static Notice noticeOf(const WaitingApproval &row);

    Context m_context;
    QList<Notifier *> m_notifiers;
    QHash<QString, QString> m_told; // key of the notice → of the inbox
};

} // namespace desk
