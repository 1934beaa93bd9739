#pragma once

#include "domain/conversation.h"
#include "state/models/conversationfilter.h"
#include "state/models/conversationgroups.h"

#include <QAbstractListModel>
#include <QHash>
#include <QTimer>

#include <functional>
#include <optional>

namespace desk {

class ConversationListModel;

// The conversations in groups, each under a header row: pinned ones, then by the day of their last activity, the newest first, then the
// archived ones, which are there only when asked for (CH-08). A header cannot be selected; that of the archived ones can be reached, to
// open and close it. Roles are ConversationListModel's, and those below.
//
// A change moves one row by a binary search, and never sorts the others. A new day gives new headers over the same rows.
class ConversationGroupModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Roles {
        HeaderRole = Qt::UserRole + 100, // true for the row of a group
        CountRole,                       // of a header: the conversations below it, also while it is closed
        OpenRole                         // of the archived ones' header: whether they are shown; of others nothing
    };
    using Now = std::function<QDateTime()>;

    // now: what time it is, for tests; empty: the clock's.
    explicit ConversationGroupModel(ConversationListModel &source, Now now = {}, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    void setFilter(const ConversationListFilter &filter);
    [[nodiscard]] const ConversationListFilter &filter() const { return m_filter; }
    void regroup(); // if it is another day; runs by itself twice a minute

    [[nodiscard]] bool isHeader(const QModelIndex &index) const;
    [[nodiscard]] ConversationId idAt(const QModelIndex &index) const; // empty: a header
    [[nodiscard]] QModelIndex indexOf(const ConversationId &id) const; // invalid: not shown
    [[nodiscard]] int shownCount() const;                              // conversations, without headers

private:
    struct Key {
        int group = 0;
        qint64 time = 0;
        bool operator==(const Key &) const = default;
    };
    struct Entry {
        Key key;
        ConversationId id; // empty: the header
    };
    using Keys = QHash<ConversationId, Key>;

    void sync();
    void rebuild(const Keys &keys);
    void place(const ConversationId &id, const std::optional<Key> &next);
    void enter(const ConversationId &id, const Key &key);
    void leave(const Key &key, const ConversationId &id);
    void changePlace(const ConversationId &id, const Key &from, const Key &to);
    void addHeader(int group);
    void dropHeader(int group);
    void headerChanged(int group);
    void removeRun(qsizetype first, qsizetype last);
    void onDataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles);
    [[nodiscard]] QVariant headerData(const Entry &entry, int role) const;
    [[nodiscard]] bool accepts(const Conversation &row) const;
    [[nodiscard]] Key keyOf(const Conversation &row) const;
    [[nodiscard]] bool isOpen(int group) const;
    [[nodiscard]] qsizetype position(const Entry &entry) const;
    [[nodiscard]] static bool isLess(const Entry &a, const Entry &b);

    ConversationListModel &m_source;
    Now m_now;
    ConversationGroups m_groups;
    ConversationListFilter m_filter;
    QList<Entry> m_entries; // what is shown, in order
    Keys m_keys;            // of all that are in a group, also a closed one
    QHash<int, int> m_counts;
    QTimer m_clock;
};

} // namespace desk
