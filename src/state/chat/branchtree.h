#pragma once

#include "state/models/messagemarks.h"
#include "state/models/transcriptmodel.h"
#include "state/store/branchrecord.h"

#include <QHash>
#include <QSet>

namespace desk {

// A question and its answer as one of several.
struct MessageVersion {
    QString node;
    Message question; // of no role where there is none
    Message answer;   // of no role where there is none yet
    bool isShown = false;
};

// The versions of a conversation (D-42). Servers know one line of messages and never a tree: they get a regenerated or edited question as
// one more message at the end (contract 3.10, 3.11). Which message it stands beside is known here alone, and the transcript shows one way
// through the tree; the rest is hidden and not lost.
//
// What the server makes of it: a model sees the newest messages of the line, so also versions that are not shown, unless the server takes
// feature::hiddenMessages and is told which to leave out. Deleting the others there, or asking in a copy of the conversation, would make
// the context right everywhere, but the first destroys what the person wants to keep, and the second loses the answers' runs, files and
// tools, which a client cannot create. So it is said instead (ChatSession::seesOtherVersions).
//
// A turn is a question with what follows it until the next. Those without a record continue the one before; behind the first that has one
// they continue what is shown, so that what another program adds is never hidden. Pure, and made anew when something changes.
class BranchTree
{
public:
    // entries in the server's order; gone: keys of rows that are being deleted.
    BranchTree(const QList<TranscriptModel::Entry> &entries, const QList<BranchRecord> &records, const QSet<QString> &gone = {});

    [[nodiscard]] QList<TranscriptModel::Entry> shown() const;
    [[nodiscard]] QHash<QString, VersionPlace> places() const;     // of shown rows that are one of several, by key
    [[nodiscard]] bool needsOlder() const { return m_needsOlder; } // a turn continues one that is not among the entries

    // Questions have versions that say something else, answers those of the same question. In order; empty where there is one only.
    [[nodiscard]] QList<MessageVersion> versionsOf(const QString &key) const;
    [[nodiscard]] QString nodeOf(const QString &key) const;
    [[nodiscard]] QString parentOf(const QString &key) const;       // the turn it continues
    [[nodiscard]] QStringList siblingsOf(const QString &key) const; // nodes, itself among them
    [[nodiscard]] QStringList wayTo(const QString &key) const; // nodes that have to be chosen for it to be shown, the first of all first
    [[nodiscard]] QString last() const;                        // the turn that a new message continues
    [[nodiscard]] QList<MessageId> hidden() const;             // what the server has and is not shown

private:
    struct Node {
        QString name;
        QStringList refs; // every name it may be called by
        qsizetype first = 0;
        qsizetype count = 0;
        qsizetype parent = -1;
        qint64 picked = 0;
        bool hasRecord = false;
        bool isGone = false;
        QList<qsizetype> children;
    };
    void split(const QList<TranscriptModel::Entry> &entries);
    void link(const QList<BranchRecord> &records);
    void walk();
    [[nodiscard]] QList<qsizetype> continuations(qsizetype of) const; // without those that are gone
    [[nodiscard]] qsizetype chosen(const QList<qsizetype> &of) const;
    [[nodiscard]] qsizetype tail() const;
    [[nodiscard]] qsizetype indexOf(const QString &key) const { return m_byKey.value(key, -1); }
    [[nodiscard]] QList<qsizetype> siblings(qsizetype of) const;
    [[nodiscard]] bool asksTheSame(qsizetype a, qsizetype b) const;
    [[nodiscard]] QList<qsizetype> versions(qsizetype of, bool ofQuestion) const; // one for each group or each of the group
    [[nodiscard]] bool isQuestion(const QString &key) const;

    QList<TranscriptModel::Entry> m_entries;
    QSet<QString> m_gone;
    QList<Node> m_nodes;
    QList<qsizetype> m_roots;
    QList<qsizetype> m_path;
    QHash<QString, qsizetype> m_byKey; // of rows
    QHash<QString, qsizetype> m_byRef; // of turns
    bool m_needsOlder = false;
};

} // namespace desk
