#pragma once

#include <QHash>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

namespace desk {

class ChatSession;
class ConversationStore;
class ConversationTotals;
class ElidedLabel;
struct Message;

// What a conversation is called, and a line of facts below it (CH-20): who answers, by which model, how many messages there are, and what
// they took where the server told. Nothing is shown that nobody said. The store outlives it.
class ConversationHead : public QWidget
{
    Q_OBJECT
public:
    ConversationHead(const ConversationStore &conversations, QWidget *parent = nullptr);
    ~ConversationHead() override;

    void setSession(ChatSession *session);                                            // null: none
    void setAgentNames(const QHash<QString, QString> &names);                         // what agents are called, by id and by name
    [[nodiscard]] const ConversationTotals *totals() const { return m_totals.get(); } // null: no session

private:
    void showTitle(const QString &title);
    void updateFacts();
    [[nodiscard]] const Message *newestAnswer() const; // that is known to be somebody's; null: none
    [[nodiscard]] QString agentText() const;
    [[nodiscard]] QString modelText() const;
    [[nodiscard]] QStringList facts() const;

    const ConversationStore &m_conversations;
    QPointer<ChatSession> m_session;
    QList<QMetaObject::Connection> m_connections;
    std::unique_ptr<ConversationTotals> m_totals;
    QHash<QString, QString> m_names;
    QTimer m_update; // once for the many changes of one event
    ElidedLabel *m_title;
    ElidedLabel *m_facts;
};

} // namespace desk
