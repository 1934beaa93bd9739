#pragma once

#include "domain/conversation.h"
#include "state/models/diffmodel.h"

#include <QAbstractListModel>
#include <QHash>
#include <QSet>

#include <utility>

namespace desk {

class ChatSessions;
class ConversationMarks;
class ConversationStore;

// The store's conversations as rows, in the store's order, with what this computer alone knows of them; what was deleted here is not among
// them. Applies each answer as inserts, removals, moves and changes keyed by id, never a reset.
class ConversationListModel : public DiffModel<QAbstractListModel, Conversation>
{
    Q_OBJECT
public:
    enum Roles {
        IdRole = Qt::UserRole + 1,
        TitleRole,
        PreviewRole, // plain words, see previewText()
        UpdatedRole,
        RunningRole, // an answer is being written
        PinnedRole,
        ArchivedRole,
        UnreadRole,
        TagsRole,
        PrivateRole, // true only where the server says so
        SharedRole   // somebody else's, which they let this person see; only where the server names its owner
    };

    // Null: nobody marks anything; only the server tells what is running.
    explicit ConversationListModel(ConversationStore &store, ConversationMarks *marks = nullptr, ChatSessions *sessions = nullptr,
                                   QObject *parent = nullptr);

    void setPerson(const UserId &id); // who is signed in, as the server calls them; empty: not known

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    [[nodiscard]] ConversationId idAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const ConversationId &id) const;
    [[nodiscard]] const QList<Conversation> &rows() const { return m_rows; }
    [[nodiscard]] const ConversationMarks *marks() const { return m_marks; }

Q_SIGNALS:
    void settled(); // after rows came, went, moved or changed: once for all that one answer brought

private:
    void update();
    void onMarked(const QList<ConversationId> &ids);
    void onBusy();
    void changed(const ConversationId &id, const QList<int> &roles);
    [[nodiscard]] QString preview(const Conversation &row) const;
    [[nodiscard]] QString spoken(const Conversation &row) const;
    [[nodiscard]] bool isRunning(const Conversation &row) const;
    [[nodiscard]] bool isSomebodyElses(const Conversation &row) const;

    ConversationStore &m_store;
    ConversationMarks *m_marks;
    ChatSessions *m_sessions;
    UserId m_person;
    QList<Conversation> m_rows;
    QSet<ConversationId> m_hidden;
    QSet<ConversationId> m_busy;
    mutable QHash<ConversationId, int> m_index; // empty: to be made
    // Of those that were looked at: text, and what it was made of.
    mutable QHash<ConversationId, std::pair<QString, QString>> m_previews;
};

} // namespace desk
