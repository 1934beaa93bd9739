#include "support/teamagents.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk::test {

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

bool isActive(const QJsonObject &row)
{
    return row.value("is_active"_L1).toBool();
}

QString now()
{
    return QDateTime::currentDateTimeUtc().toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s);
}

Scripted notFound()
{
    return reply(404, R"({"detail":"Agent not found"})");
}

} // namespace

TeamAgents::TeamAgents()
{
    m_rows.append({{u"id"_s, u"34f0bba5-0000-4000-8000-000000000001"_s},
                   {u"name"_s, u"chat"_s},
                   {u"display_name"_s, u"Chat"_s},
                   {u"is_builtin"_s, true},
                   {u"visibility"_s, u"builtin"_s},
                   {u"is_active"_s, true}});
}

QStringList TeamAgents::activeNames() const
{
    QStringList names;
    for (const QJsonObject &row : m_rows) {
        if (isActive(row))
            names.append(row.value("name"_L1).toString());
    }
    return names;
}

QJsonObject *TeamAgents::find(const QString &id)
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [&id](const QJsonObject &one) { return one.value("id"_L1) == id; });
    return row == m_rows.end() ? nullptr : &*row;
}

Scripted TeamAgents::list() const
{
    QJsonArray out;
    for (const QJsonObject &row : m_rows) {
        if (isActive(row))
            out.append(row);
    }
    return json(QJsonDocument(out).toJson(QJsonDocument::Compact));
}

std::optional<Scripted> TeamAgents::answer(const Received &request)
{
    const QString path = QUrl(QString::fromLatin1(request.target)).path();
    if (path == "/agents"_L1)
        return list();
    if (path == "/agents/models"_L1)
        return json(R"({"object":"list","data":[{"id":"agent","object":"model"},{"id":"fast","object":"model"}]})");
    if (path == "/agents/tools"_L1)
        return json(R"([{"id":"t1","name":"calculate","description":"Calculates","entrypoint":"a:b","is_builtin":true}])");
    if (path == "/agents/definitions"_L1 && request.method == "POST")
        return create(QJsonDocument::fromJson(request.body).object());
    QJsonObject *row = find(path.section(u'/', -1));
    if (request.method == "DELETE" && row) { // also when it was before
        row->insert("is_active"_L1, false);
        return reply(204, {});
    }
    const bool isDefinition = path.startsWith("/agents/definitions/"_L1);
    if (!isDefinition && (path.count(u'/') > 2 || request.method != "GET"))
        return std::nullopt;
    if (!row || !isActive(*row))
        return notFound();
    if (request.method == "PUT")
        return change(*row, QJsonDocument::fromJson(request.body).object());
    return json(compact(*row));
}

Scripted TeamAgents::create(const QJsonObject &body)
{
    const QString name = body.value("name"_L1).toString();
    const auto same = std::find_if(m_rows.begin(), m_rows.end(), [&name](const QJsonObject &row) { return row.value("name"_L1) == name; });
    if (same != m_rows.end() && !isActive(*same))
        return reply(500, "Internal Server Error", "text/plain");
    if (same != m_rows.end() && same->value("is_builtin"_L1).toBool())
        return reply(409, R"({"detail":"Agent name is reserved"})");
    if (same != m_rows.end()) {
        (void)change(*same, body);
        return reply(201, compact(*same));
    }
    QJsonObject row = body;
    row.remove("context_compression"_L1);
    row.insert("id"_L1, u"a9000000-0000-4000-8000-%1"_s.arg(++m_made, 12, 10, QChar(u'0')));
    row.insert("is_active"_L1, body.value("is_active"_L1).toBool(true));
    row.insert("is_builtin"_L1, false);
    row.insert("version"_L1, 1);
    row.insert("created_at"_L1, now());
    row.insert("updated_at"_L1, now());
    m_rows.append(row);
    return reply(201, compact(row));
}

Scripted TeamAgents::change(QJsonObject &row, const QJsonObject &body)
{
    if (row.value("is_builtin"_L1).toBool())
        return reply(403, R"({"detail":"Built-in agents cannot be modified"})");
    for (auto member = body.begin(); member != body.end(); ++member) {
        if (member.key() != "name"_L1 && member.key() != "context_compression"_L1)
            row.insert(member.key(), member.value());
    }
    row.insert("version"_L1, row.value("version"_L1).toInt() + 1);
    row.insert("updated_at"_L1, now());
    return json(compact(row));
}

} // namespace desk::test
