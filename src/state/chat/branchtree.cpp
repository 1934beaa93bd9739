#include "state/chat/branchtree.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Entry = TranscriptModel::Entry;

QString turnRef(const Entry &entry)
{
    if (entry.key.startsWith("q:"_L1) || entry.key.startsWith("a:"_L1))
        return u"t:"_s + entry.key.sliced(2);
    return entry.message.id.isEmpty() ? entry.key : u"m:"_s + entry.message.id.value();
}

} // namespace

BranchTree::BranchTree(const QList<Entry> &entries, const QList<BranchRecord> &records, const QSet<QString> &gone)
    : m_entries(entries)
    , m_gone(gone)
{
    split(entries);
    link(records);
    walk();
}

void BranchTree::split(const QList<Entry> &entries)
{
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const Entry &entry = entries.at(i);
        if (m_nodes.isEmpty() || entry.message.role == Role::User) {
            Node node;
            node.name = turnRef(entry);
            node.first = i;
            node.isGone = true;
            m_nodes.append(node);
        }
        Node &node = m_nodes.last();
        ++node.count;
        node.isGone = node.isGone && m_gone.contains(entry.key);
        const qsizetype index = m_nodes.size() - 1;
        m_byKey.insert(entry.key, index);
        m_byRef.insert(turnRef(entry), index);
        m_byRef.insert(entry.key, index);
        if (!entry.message.id.isEmpty())
            m_byRef.insert(u"m:"_s + entry.message.id.value(), index);
    }
}

void BranchTree::link(const QList<BranchRecord> &records)
{
    QHash<qsizetype, const BranchRecord *> recordOf;
    for (const BranchRecord &record : records) {
        if (const qsizetype index = m_byRef.value(record.node, -1); index >= 0)
            recordOf.insert(index, &record);
    }
    // Versions of one that is here are elsewhere.
    m_needsOlder = std::any_of(records.cbegin(), records.cend(), [&](const BranchRecord &record) {
        return !m_byRef.contains(record.node) && std::any_of(recordOf.cbegin(), recordOf.cend(),
                                                             [&record](const BranchRecord *here) { return here->parent == record.parent; });
    });
    bool hasBranched = false;
    bool isAtTail = false; // the one before is what a new message continues
    for (qsizetype i = 0; i < m_nodes.size(); ++i) {
        Node &node = m_nodes[i];
        qsizetype parent = i - 1;
        if (const BranchRecord *record = recordOf.value(i)) {
            node.hasRecord = true;
            node.picked = record->picked;
            const qsizetype known = record->parent.isEmpty() ? -1 : m_byRef.value(record->parent, i);
            if (known < i)
                parent = known;
            else
                m_needsOlder = true;
            hasBranched = true;
            isAtTail = false;
        } else if (hasBranched && !isAtTail) {
            parent = tail();
            isAtTail = true;
        }
        node.parent = parent;
        (parent < 0 ? m_roots : m_nodes[parent].children).append(i);
    }
}

QList<qsizetype> BranchTree::continuations(qsizetype of) const
{
    QList<qsizetype> found;
    QList<qsizetype> open = of < 0 ? m_roots : m_nodes.at(of).children;
    while (!open.isEmpty()) {
        const qsizetype next = open.takeFirst();
        if (m_nodes.at(next).isGone)
            open = m_nodes.at(next).children + open;
        else
            found.append(next);
    }
    return found;
}

qsizetype BranchTree::chosen(const QList<qsizetype> &of) const
{
    qsizetype best = of.constFirst();
    for (const qsizetype index : of) {
        if (m_nodes.at(index).picked >= m_nodes.at(best).picked)
            best = index;
    }
    return best;
}

qsizetype BranchTree::tail() const
{
    qsizetype at = -1;
    for (QList<qsizetype> next = continuations(at); !next.isEmpty(); next = continuations(at))
        at = chosen(next);
    return at;
}

void BranchTree::walk()
{
    for (QList<qsizetype> next = continuations(-1); !next.isEmpty(); next = continuations(m_path.constLast()))
        m_path.append(chosen(next));
}

QList<Entry> BranchTree::shown() const
{
    QList<Entry> rows;
    for (const qsizetype index : m_path) {
        const Node &node = m_nodes.at(index);
        for (qsizetype i = node.first; i < node.first + node.count; ++i) {
            if (!m_gone.contains(m_entries.at(i).key))
                rows.append(m_entries.at(i));
        }
    }
    return rows;
}

// Of the turns that stand where this one stands: those before which the same one, or none, is shown.
QList<qsizetype> BranchTree::siblings(qsizetype of) const
{
    qsizetype parent = m_nodes.at(of).parent;
    while (parent >= 0 && m_nodes.at(parent).isGone)
        parent = m_nodes.at(parent).parent;
    return continuations(parent);
}

bool BranchTree::asksTheSame(qsizetype a, qsizetype b) const
{
    const Message &one = m_entries.at(m_nodes.at(a).first).message;
    const Message &other = m_entries.at(m_nodes.at(b).first).message;
    const auto sameFile = [](const StoredFile &x, const StoredFile &y) { return x.id == y.id; };
    return one.role == other.role && one.content == other.content &&
           std::equal(one.attachments.cbegin(), one.attachments.cend(), other.attachments.cbegin(), other.attachments.cend(), sameFile);
}

QList<qsizetype> BranchTree::versions(qsizetype of, bool ofQuestion) const
{
    const QList<qsizetype> all = siblings(of);
    QList<qsizetype> found;
    if (!ofQuestion) {
        std::copy_if(all.cbegin(), all.cend(), std::back_inserter(found), [&](qsizetype i) { return asksTheSame(i, of); });
        return found;
    }
    QList<QList<qsizetype>> groups; // one for each wording
    for (const qsizetype index : all) {
        const auto group = std::find_if(groups.begin(), groups.end(), [&](const auto &g) { return asksTheSame(g.constFirst(), index); });
        if (group == groups.end())
            groups.append(QList<qsizetype>{index});
        else
            group->append(index);
    }
    for (const QList<qsizetype> &group : std::as_const(groups))
        found.append(group.contains(of) ? of : chosen(group));
    return found;
}

bool BranchTree::isQuestion(const QString &key) const
{
    const qsizetype index = indexOf(key);
    const Entry &first = m_entries.at(m_nodes.at(index).first);
    return first.key == key && first.message.role == Role::User;
}

QHash<QString, VersionPlace> BranchTree::places() const
{
    QHash<QString, VersionPlace> found;
    for (const qsizetype index : m_path) {
        if (siblings(index).size() < 2)
            continue;
        const Node &node = m_nodes.at(index);
        const QList<qsizetype> questions = versions(index, true);
        if (questions.size() > 1)
            found.insert(m_entries.at(node.first).key,
                         {static_cast<int>(questions.indexOf(index)) + 1, static_cast<int>(questions.size())});
        const QList<qsizetype> answers = versions(index, false);
        if (answers.size() > 1 && node.count > 1)
            found.insert(m_entries.at(node.first + node.count - 1).key,
                         {static_cast<int>(answers.indexOf(index)) + 1, static_cast<int>(answers.size())});
    }
    return found;
}

QList<MessageVersion> BranchTree::versionsOf(const QString &key) const
{
    const qsizetype index = indexOf(key);
    if (index < 0 || m_nodes.at(index).isGone)
        return {};
    const QList<qsizetype> all = versions(index, isQuestion(key));
    QList<MessageVersion> found;
    for (const qsizetype i : all) {
        const Node &node = m_nodes.at(i);
        MessageVersion version{node.name, {}, {}, m_path.contains(i)};
        for (qsizetype at = node.first; at < node.first + node.count; ++at)
            (m_entries.at(at).message.role == Role::User ? version.question : version.answer) = m_entries.at(at).message;
        found.append(version);
    }
    return found.size() > 1 ? found : QList<MessageVersion>();
}

QString BranchTree::nodeOf(const QString &key) const
{
    const qsizetype index = indexOf(key);
    return index < 0 ? QString() : m_nodes.at(index).name;
}

QString BranchTree::parentOf(const QString &key) const
{
    const qsizetype index = indexOf(key);
    return index < 0 || m_nodes.at(index).parent < 0 ? QString() : m_nodes.at(m_nodes.at(index).parent).name;
}

QStringList BranchTree::siblingsOf(const QString &key) const
{
    const qsizetype index = indexOf(key);
    QStringList names;
    for (const qsizetype i : index < 0 ? QList<qsizetype>() : siblings(index))
        names.append(m_nodes.at(i).name);
    return names;
}

QStringList BranchTree::wayTo(const QString &key) const
{
    QStringList names;
    for (qsizetype at = indexOf(key); at >= 0; at = m_nodes.at(at).parent) {
        if (!m_nodes.at(at).isGone && !m_path.contains(at) && siblings(at).size() > 1)
            names.prepend(m_nodes.at(at).name);
    }
    return names;
}

QString BranchTree::last() const
{
    return m_path.isEmpty() ? QString() : m_nodes.at(m_path.constLast()).name;
}

QList<MessageId> BranchTree::hidden() const
{
    QSet<QString> seen;
    const QList<Entry> rows = shown();
    for (const Entry &row : rows)
        seen.insert(row.key);
    QList<MessageId> ids;
    for (const Entry &entry : m_entries) {
        if (!entry.message.id.isEmpty() && !seen.contains(entry.key))
            ids.append(entry.message.id);
    }
    return ids;
}

} // namespace desk
