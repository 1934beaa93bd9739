#include "support/teamstore.h"

#include "support/recording.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace desk::test {

namespace {

constexpr int maxListed = 100;
constexpr int maxMessages = 500;
constexpr int previewChars = 100;

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Scripted detail(int status, const QByteArray &text)
{
    return reply(status, R"({"detail":")" + text + R"("})");
}

Scripted invalid(const QString &name)
{
    const QJsonObject field{{u"type"_s, u"value_error"_s},
                            {u"loc"_s, QJsonArray{u"query"_s, name}},
                            {u"msg"_s, u"Input is out of its range"_s},
                            {u"input"_s, QJsonValue::Null}};
    return reply(422, compact({{u"detail"_s, QJsonArray{field}}}));
}

struct Slice {
    int limit = 0;
    int offset = 0;
    bool isDescending = false;
    QString wrong; // the argument that is none
};

Slice sliceOf(const QUrlQuery &query, const QString &prefix, int usual, int most, const QString &usualOrder)
{
    const auto number = [&query](const QString &name, int byDefault) {
        return query.hasQueryItem(name) ? query.queryItemValue(name).toInt() : byDefault;
    };
    Slice slice;
    slice.limit = number(prefix + u"limit"_s, usual);
    slice.offset = number(prefix + u"offset"_s, 0);
    const QString order = query.hasQueryItem(u"order"_s) ? query.queryItemValue(u"order"_s) : usualOrder;
    slice.isDescending = order == "desc"_L1;
    if (slice.limit < 1 || slice.limit > most)
        slice.wrong = prefix + u"limit"_s;
    else if (slice.offset < 0)
        slice.wrong = prefix + u"offset"_s;
    else if (order != "desc"_L1 && order != "asc"_L1)
        slice.wrong = u"order"_s;
    return slice;
}

// With the members that are null, which are not kept: there may be a hundred thousand messages.
QJsonArray arrayOf(const QList<QJsonObject> &messages)
{
    QJsonArray out;
    static const QJsonObject whole = Recording::object(u"message.json"_s);
    for (QJsonObject message : messages) {
        for (auto member = whole.constBegin(); member != whole.constEnd(); ++member) {
            if (!message.contains(member.key()))
                message.insert(member.key(), member.value());
        }
        out.append(message);
    }
    return out;
}

QJsonValue preview(const QList<QJsonObject> &messages)
{
    if (messages.isEmpty())
        return QJsonValue::Null;
    const QJsonObject &last = messages.constLast();
    return QJsonObject{{u"role"_s, last.value("role"_L1)},
                       {u"content"_s, last.value("content"_L1).toString().left(previewChars)},
                       {u"created_at"_s, last.value("created_at"_L1)}};
}

// Only lists tell how many messages there are, and the last of them; elsewhere these are not filled (3.10).
QJsonObject rowOf(const TeamStore::Entry &entry, bool isListed)
{
    static const QJsonObject whole = Recording::object(u"conversation.json"_s);
    QJsonObject row = whole;
    row.insert("id"_L1, entry.id);
    row.insert("title"_L1, entry.title);
    row.insert("created_at"_L1, entry.createdAt);
    row.insert("updated_at"_L1, entry.updatedAt);
    if (isListed) {
        row.insert("message_count"_L1, entry.messages.size());
        row.insert("last_message"_L1, preview(entry.messages));
    }
    return row;
}

} // namespace

QString TeamStore::timestamp(const QDateTime &time)
{
    const QDateTime utc = time.toUTC();
    return utc.toString(utc.time().msec() == 0 ? u"yyyy-MM-ddTHH:mm:ss"_s : u"yyyy-MM-ddTHH:mm:ss.zzz000"_s);
}

QJsonObject TeamStore::message(const QString &id, const QString &conversation, const QString &role, const QString &content,
                               const QString &createdAt)
{
    return {{u"id"_s, id}, {u"conversation_id"_s, conversation}, {u"role"_s, role}, {u"content"_s, content}, {u"created_at"_s, createdAt}};
}

TeamStore::Entry *TeamStore::find(const QString &id)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&id](const Entry &entry) { return entry.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

Scripted TeamStore::answer(const Received &request)
{
    const QUrl url(QString::fromLatin1(request.target));
    const QStringList path = url.path().split(u'/', Qt::SkipEmptyParts);
    if (path.size() == 1 && request.method == "GET")
        return list(QUrlQuery(url));
    if (path.size() == 1)
        return request.method == "POST" ? create(QJsonDocument::fromJson(request.body).object()) : detail(405, "Method Not Allowed");
    Entry *entry = find(path.at(1));
    if (entry == nullptr)
        return detail(404, "Conversation not found");
    if (entry->access == Access::None)
        return detail(403, "Access denied");
    if (path.size() == 2)
        return one(*entry, request);
    if (path.size() != 3 || path.at(2) != "messages"_L1)
        return detail(404, "Not Found");
    return request.method == "GET" ? history(*entry, QUrlQuery(url)) : detail(405, "Method Not Allowed");
}

// Also those of others that are shared.
Scripted TeamStore::list(const QUrlQuery &query) const
{
    const Slice slice = sliceOf(query, {}, 50, maxListed, u"desc"_s);
    if (!slice.wrong.isEmpty())
        return invalid(slice.wrong);
    const bool byUpdate = query.queryItemValue(u"order_by"_s) == "updated_at"_L1; // anything else: the creation, silently
    QList<const Entry *> seen;
    for (const Entry &entry : m_entries) {
        if (entry.access != Access::None)
            seen.append(&entry);
    }
    std::stable_sort(seen.begin(), seen.end(), [&](const Entry *a, const Entry *b) {
        const QString &left = byUpdate ? a->updatedAt : a->createdAt;
        const QString &right = byUpdate ? b->updatedAt : b->createdAt;
        return slice.isDescending ? left > right : left < right;
    });
    QJsonArray rows;
    for (const Entry *entry : seen.mid(slice.offset, slice.limit))
        rows.append(rowOf(*entry, true));
    return json(compact({{u"conversations"_s, rows}, {u"total"_s, seen.size()}, {u"limit"_s, slice.limit}, {u"offset"_s, slice.offset}}));
}

Scripted TeamStore::create(const QJsonObject &body)
{
    const QString time = timestamp(QDateTime::currentDateTimeUtc());
    const QString title = body.value("title"_L1).toString(u"New Conversation"_s);
    add({u"c2d00000-0000-4000-9000-%1"_s.arg(++m_made, 12, 10, QChar(u'0')), title, time, time, {}});
    return reply(201, compact(rowOf(m_entries.constLast(), false)));
}

Scripted TeamStore::one(Entry &entry, const Received &request)
{
    if (request.method == "GET")
        return read(entry, QUrlQuery(QUrl(QString::fromLatin1(request.target))));
    if (request.method == "PATCH")
        return rename(entry, QJsonDocument::fromJson(request.body).object());
    if (request.method != "DELETE")
        return detail(405, "Method Not Allowed");
    m_entries.removeIf([id = entry.id](const Entry &one) { return one.id == id; });
    return {{"HTTP/1.1 204 No Content\r\n\r\n"}};
}

Scripted TeamStore::read(const Entry &entry, const QUrlQuery &query)
{
    QJsonObject row = rowOf(entry, false);
    if (query.queryItemValue(u"include_messages"_s) != "false"_L1) {
        const Slice slice = sliceOf(query, u"message_"_s, 100, maxMessages, u"asc"_s);
        if (!slice.wrong.isEmpty())
            return invalid(slice.wrong);
        row.insert("messages"_L1, arrayOf(entry.messages.mid(slice.offset, slice.limit)));
    }
    return json(compact(row));
}

Scripted TeamStore::rename(Entry &entry, const QJsonObject &body)
{
    if (entry.access != Access::Owner)
        return detail(403, "Access denied");
    entry.title = body.value("title"_L1).toString(entry.title);
    entry.updatedAt = timestamp(QDateTime::currentDateTimeUtc());
    return json(compact(rowOf(entry, false)));
}

Scripted TeamStore::history(const Entry &entry, const QUrlQuery &query)
{
    const Slice slice = sliceOf(query, {}, 100, maxMessages, u"asc"_s);
    if (!slice.wrong.isEmpty())
        return invalid(slice.wrong);
    QList<QJsonObject> page;
    const qsizetype count = entry.messages.size();
    for (qsizetype i = slice.offset; i < std::min<qsizetype>(count, slice.offset + slice.limit); ++i)
        page.append(entry.messages.at(slice.isDescending ? count - 1 - i : i));
    return json(compact({{u"messages"_s, arrayOf(page)}, {u"total"_s, count}, {u"limit"_s, slice.limit}, {u"offset"_s, slice.offset}}));
}

} // namespace desk::test
