#include "state/workflows/edithistory.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype mostText = 500;
constexpr qsizetype mostEdits = 100'000; // of one entry

QJsonArray editsToJson(const QList<GraphEdit> &edits)
{
    QJsonArray out;
    for (const GraphEdit &edit : edits)
        out.append(toJson(edit));
    return out;
}

QJsonObject entryToJson(const EditEntry &entry)
{
    QJsonObject out{{u"text"_s, entry.text}, {u"do"_s, editsToJson(entry.forward)}, {u"undo"_s, editsToJson(entry.backward)}};
    if (!entry.mergeKey.isEmpty())
        out.insert("key"_L1, entry.mergeKey);
    return out;
}

std::optional<QList<GraphEdit>> editsFrom(const QJsonValue &json)
{
    const QJsonArray list = json.toArray();
    if (list.isEmpty() || list.size() > mostEdits)
        return {};
    QList<GraphEdit> out;
    for (const QJsonValue &one : list) {
        const std::optional<GraphEdit> edit = graphEditFromJson(one);
        if (!edit)
            return {};
        out.append(*edit);
    }
    return out;
}

std::optional<EditEntry> entryFrom(const QJsonValue &json)
{
    const QJsonObject object = json.toObject();
    const std::optional<QList<GraphEdit>> forward = editsFrom(object.value("do"_L1));
    const std::optional<QList<GraphEdit>> backward = editsFrom(object.value("undo"_L1));
    const QString text = object.value("text"_L1).toString();
    const QString key = object.value("key"_L1).toString();
    if (!forward || !backward || text.size() > mostText || key.size() > mostText)
        return {};
    return EditEntry{text, key, *forward, *backward};
}

qsizetype bytesOf(const EditEntry &entry)
{
    return QJsonDocument(entryToJson(entry)).toJson(QJsonDocument::Compact).size();
}

bool isOneOf(const QList<GraphEdit> &a, const QList<GraphEdit> &b)
{
    if (a.size() != 1 || b.size() != 1 || a.constFirst().kind != b.constFirst().kind || a.constFirst().node != b.constFirst().node)
        return false;
    const GraphEdit::Kind kind = a.constFirst().kind;
    return kind == GraphEdit::Kind::Change || kind == GraphEdit::Kind::Fields || kind == GraphEdit::Kind::Notes;
}

} // namespace

void EditHistory::add(const EditEntry &entry)
{
    while (m_entries.size() > m_done)
        m_bytes -= m_entries.takeLast().bytes;
    if (m_clean > m_done)
        m_clean = -1;
    if (!merge(entry)) {
        m_entries.append({entry, bytesOf(entry)});
        m_bytes += m_entries.constLast().bytes;
        ++m_done;
    }
    m_isSealed = false;
    trim();
}

bool EditHistory::merge(const EditEntry &entry)
{
    if (m_isSealed || entry.mergeKey.isEmpty() || m_entries.isEmpty() || m_entries.constLast().entry.mergeKey != entry.mergeKey)
        return false;
    Kept &last = m_entries.last();
    if (isOneOf(last.entry.forward, entry.forward) && isOneOf(last.entry.backward, entry.backward)) {
        last.entry.forward = entry.forward; // whole values: what lies between counts for nothing
    } else {
        last.entry.forward += entry.forward;
        last.entry.backward = entry.backward + last.entry.backward;
    }
    m_bytes -= last.bytes;
    last.bytes = bytesOf(last.entry);
    m_bytes += last.bytes;
    return true;
}

void EditHistory::dropOldest()
{
    m_bytes -= m_entries.takeFirst().bytes;
    m_done = std::max<qsizetype>(m_done - 1, 0);
    m_clean = std::max<qsizetype>(m_clean - 1, -1);
}

void EditHistory::trim()
{
    while (m_entries.size() > 1 && (m_entries.size() > mostEntries || m_bytes > mostBytes))
        dropOldest();
}

void EditHistory::clear()
{
    *this = EditHistory();
}

const EditEntry *EditHistory::toUndo() const
{
    return m_done > 0 ? &m_entries.at(m_done - 1).entry : nullptr;
}

const EditEntry *EditHistory::toRedo() const
{
    return m_done < m_entries.size() ? &m_entries.at(m_done).entry : nullptr;
}

void EditHistory::stepBack()
{
    --m_done;
    m_isSealed = true;
}

void EditHistory::stepForward()
{
    ++m_done;
    m_isSealed = true;
}

void EditHistory::setClean()
{
    m_clean = m_done;
    m_isSealed = true;
}

QList<EditEntry> EditHistory::entries() const
{
    QList<EditEntry> out;
    for (const Kept &kept : m_entries)
        out.append(kept.entry);
    return out;
}

QJsonObject EditHistory::toJson() const
{
    EditHistory bounded = *this;
    if (bounded.m_bytes > mostBytes && bounded.m_done > 0)
        bounded.dropOldest();
    else if (bounded.m_bytes > mostBytes) { // it is undone: what lies before it stays as it is
        bounded.m_entries.clear();
        bounded.m_clean = bounded.isClean() ? 0 : -1;
    }
    QJsonArray list;
    for (const Kept &kept : std::as_const(bounded.m_entries))
        list.append(entryToJson(kept.entry));
    return {{u"entries"_s, list}, {u"done"_s, bounded.m_done}, {u"clean"_s, bounded.m_clean}};
}

std::optional<EditHistory> EditHistory::fromJson(const QJsonValue &json)
{
    const QJsonObject object = json.toObject();
    const QJsonArray list = object.value("entries"_L1).toArray();
    const qsizetype done = object.value("done"_L1).toInt(-1);
    const qsizetype clean = object.value("clean"_L1).toInt(-2);
    if (list.size() > mostEntries || done < 0 || done > list.size() || clean < -1 || clean > list.size())
        return {};
    EditHistory out;
    for (const QJsonValue &one : list) {
        const std::optional<EditEntry> entry = entryFrom(one);
        if (!entry)
            return {};
        out.m_entries.append({*entry, bytesOf(*entry)});
        out.m_bytes += out.m_entries.constLast().bytes;
    }
    out.m_done = done;
    out.m_clean = clean;
    return out.m_bytes > mostBytes ? std::nullopt : std::optional(out);
}

} // namespace desk
