#pragma once

#include "domain/conversation.h"
#include "state/models/messagemarks.h"

#include <QAbstractListModel>
#include <QHash>
#include <QSet>
#include <QStringList>

#include <functional>

namespace desk {

// The rows of one conversation, oldest first. Emits the narrowest signal: an appended delta is one dataChanged with TextRole.
// Qt::AccessibleTextRole gives a whole sentence for screen readers ("Assistant, 10:02, still writing: …").
class TranscriptModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Roles {
        IdRole = Qt::UserRole + 1, // QString, stable for the life of the row: use it as a cache key, not the server's id
        RoleRole,                  // int of desk::Role
        TextRole,                  // QString, markdown, hostile
        StateRole,                 // int of desk::MessageState
        PartsRevisionRole,         // int, grows with each change of tools, thoughts, routing, plan, progress, citations, facts
        TimeRole,                  // QDateTime, UTC
        ErrorRole                  // QString for people, empty when fine
    };

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] const Message &messageAt(int row) const { return m_rows.at(row).message; }
    [[nodiscard]] int rowOfKey(const QString &key) const; // by IdRole, -1 if gone
    [[nodiscard]] int rowOf(const MessageId &id) const;   // by the server's id, -1 if unknown
    [[nodiscard]] QString keyAt(int row) const { return m_rows.at(row).key; }
    [[nodiscard]] MessageMarks marksAt(int row) const;
    [[nodiscard]] int streamingRow() const; // the newest row that is Streaming, else -1; messages that wait may follow it

    // A row and what it is called for its whole life, by whoever makes it; an empty key: the model makes one up.
    struct Entry {
        QString key;
        Message message;
    };

    void clear();
    void prepend(const QList<Message> &older);
    int append(const Message &message, const QString &key = {}); // returns the row
    void insert(int row, const Message &message, const QString &key = {});
    // Makes the rows these, with the fewest changes: rows whose key stays are kept where they are, and replaced only when their message
    // differs. Rows named in `live` are never replaced: something writes into them.
    void setRows(const QList<Entry> &entries, const QStringList &live = {});
    void appendText(int row, const QString &text);
    void setText(int row, const QString &text);
    void setState(int row, MessageState state, const QString &errorText = {});
    void setServerId(int row, const MessageId &id);
    void setStopping(int row); // until its state says how it ended
    void setRunId(int row, const RunId &id);
    void setAgent(int row, const QString &agent);
    void setRouting(int row, const RoutingDecision &routing);
    void setPlan(int row, const Plan &plan);             // another one replaces it
    void addPrompt(int row, const Prompt &prompt);       // the same one again changes nothing; no role shows it, so nothing is emitted
    void setProgress(int row, const Progress &progress); // ticks off the step it names
    void addThought(int row, const Thought &thought);    // replaces the previous partial of its source
    void startTool(int row, const ToolCall &call);
    // Pairs by call id, else by oldest open call of the source. Returns which of the row's calls it is.
    qsizetype finishTool(int row, const ToolFinished &result);
    void setElapsed(int row, qint64 ms); // of several that tell, the longest counts
    void setCitations(int row, const QList<Citation> &citations);
    void setFacts(int row, const AnswerFacts &facts);
    void replace(int row, const Message &message); // the server's canonical copy; key and row stay
    void removeRow(int row);
    void setVersions(const QHash<QString, VersionPlace> &versions); // by key; of those that are one of several
    // By the server's id, or the key of a row the server does not have; the version in them counts for nothing.
    void setRatings(const QHash<QString, MessageMarks> &ratings);

    // Who wrote an answer, for people, in what is read aloud (CH-40); empty: "Assistant" for all.
    void setAuthors(std::function<QString(const Message &)> authors);

private:
    struct Row {
        QString key;
        Message message;
        int partsRevision = 0;
    };
    void partsChanged(int row);
    [[nodiscard]] QString keyOr(const QString &key);
    [[nodiscard]] QSet<QString> inOrder(const QList<Entry> &entries) const;
    void removeOthers(const QSet<QString> &kept);
    [[nodiscard]] QString accessibleText(const Row &row) const;
    [[nodiscard]] QString accessibleMarks(const Row &row) const;
    [[nodiscard]] MessageMarks marksOf(const Row &row) const;
    void marksChanged(const QList<MessageMarks> &before);
    [[nodiscard]] QList<MessageMarks> allMarks() const;
    [[nodiscard]] static QString withWarnings(const QString &text, const Message &message);

    QList<Row> m_rows;
    QHash<QString, VersionPlace> m_versions;
    QHash<QString, MessageMarks> m_ratings;
    quint64 m_nextKey = 1;
    std::function<QString(const Message &)> m_authors;
};

} // namespace desk
