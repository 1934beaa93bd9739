#include "localserver/routes/toolcatalog.h"

#include "localserver/engine/builtins.h"
#include "localserver/errors.h"
#include "localserver/routes/toolrules.h"
#include "localserver/store/values.h"
#include "localserver/texts.h"
#include "wire/json/reader.h"

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

QJsonObject builtinJson(const ToolDescription &tool)
{
    return {{"id"_L1, builtinToolId(tool.name)},
            {"name"_L1, tool.name},
            {"description"_L1, tool.description},
            {"schema"_L1, tool.schema},
            {"entrypoint"_L1, QString(u"builtin:"_s + tool.name)},
            {"scopes"_L1, QJsonArray()},
            {"is_active"_L1, true},
            {"is_builtin"_L1, true},
            {"version"_L1, 1}};
}

} // namespace

QJsonArray ToolCatalog::list() const
{
    QJsonArray out;
    const auto tools = m_source.builtinTools();
    for (const ToolDescription &tool : tools)
        out.append(builtinJson(tool));
    const auto documents = m_custom.list();
    for (const auto &document : documents)
        out.append(document.json);
    return out;
}

std::optional<QJsonObject> ToolCatalog::find(const QString &id) const
{
    if (const auto builtin = findBuiltin(id))
        return builtinJson(*builtin);
    return findCustom(id);
}

std::optional<ToolDescription> ToolCatalog::findBuiltin(const QString &id) const
{
    const auto tools = m_source.builtinTools();
    for (const ToolDescription &tool : tools) {
        if (builtinToolId(tool.name) == id)
            return tool;
    }
    return std::nullopt;
}

std::optional<QJsonObject> ToolCatalog::findCustom(const QString &id) const
{
    const auto document = m_custom.find(id);
    return document ? std::optional(document->json.toObject()) : std::nullopt;
}

std::optional<QJsonObject> ToolCatalog::findCustomByName(const QString &name) const
{
    const auto document = m_custom.findByName(name);
    return document ? std::optional(document->json.toObject()) : std::nullopt;
}

Result<> ToolCatalog::check(const QJsonObject &definition, const QString &id) const
{
    if (const QString fault = toolFault(definition); !fault.isEmpty())
        return Unexpected{refusal(Error::Kind::Invalid, 422, fault)};
    const QString name = definition.value("name"_L1).toString();
    const auto tools = m_source.builtinTools();
    for (const ToolDescription &tool : tools) {
        if (tool.name == name)
            return Unexpected{refusal(Error::Kind::Conflict, 409, LocalServer::tr("\"%1\" is the name of a built-in tool.").arg(name))};
    }
    if (const auto other = m_custom.findByName(name); other && other->id != id)
        return Unexpected{refusal(Error::Kind::Conflict, 409, LocalServer::tr("There is already a tool called \"%1\".").arg(name))};
    return {};
}

QJsonObject ToolCatalog::save(QJsonObject json, const QString &id, int version, const QString &createdAt)
{
    const QJsonObject own{{"id"_L1, id},
                          {"version"_L1, version},
                          {"created_at"_L1, createdAt},
                          {"updated_at"_L1, wire::formatTime(now())},
                          {"is_builtin"_L1, false},
                          {"created_by"_L1, u"local"_s}};
    for (auto it = own.begin(); it != own.end(); ++it)
        json.insert(it.key(), it.value());
    m_custom.put({id, json.value("name"_L1).toString(), json});
    return json;
}

Result<QJsonObject> ToolCatalog::create(const QJsonObject &definition)
{
    if (const Result<> checked = check(definition, {}); !checked)
        return Unexpected{checked.error()};
    QJsonObject json{{"description"_L1, QJsonValue()}, {"schema"_L1, QJsonObject()}, {"scopes"_L1, QJsonArray()}, {"is_active"_L1, true}};
    for (auto it = definition.begin(); it != definition.end(); ++it)
        json.insert(it.key(), it.value());
    return save(json, newId(), 1, wire::formatTime(now()));
}

Result<QJsonObject> ToolCatalog::update(const QString &id, const QJsonObject &patch)
{
    if (const Result<> allowed = mayChange(id); !allowed)
        return Unexpected{allowed.error()};
    const QJsonObject before = *findCustom(id);
    QJsonObject json = before;
    for (auto it = patch.begin(); it != patch.end(); ++it)
        json.insert(it.key(), it.value());
    if (const Result<> checked = check(json, id); !checked)
        return Unexpected{checked.error()};
    return save(json, id, before.value("version"_L1).toInt() + 1, before.value("created_at"_L1).toString());
}

Result<> ToolCatalog::mayChange(const QString &id) const
{
    if (findBuiltin(id))
        return Unexpected{refusal(Error::Kind::Forbidden, 403, LocalServer::tr("Built-in tools cannot be changed or deleted."))};
    if (!findCustom(id))
        return Unexpected{refusal(Error::Kind::NotFound, 404, LocalServer::tr("There is no such tool."))};
    return {};
}

void ToolCatalog::remove(const QString &id)
{
    m_custom.remove(id);
}

} // namespace desk::server
