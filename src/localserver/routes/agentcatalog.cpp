#include "localserver/routes/agentcatalog.h"

#include "localserver/errors.h"
#include "localserver/store/values.h"
#include "localserver/texts.h"
#include "wire/json/agentjson.h"
#include "wire/json/reader.h"

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

std::optional<Agent> decoded(const std::optional<DocumentTable::Document> &document)
{
    if (!document)
        return std::nullopt;
    Result<Agent> agent = wire::agentFromJson(document->json);
    return agent ? std::optional<Agent>(*std::move(agent)) : std::nullopt;
}

} // namespace

QList<Agent> AgentCatalog::list() const
{
    QList<Agent> out = m_source.builtinAgents();
    const auto documents = m_custom.list();
    for (const auto &document : documents) {
        if (auto agent = decoded(document))
            out.append(*std::move(agent));
    }
    return out;
}

std::optional<Agent> AgentCatalog::findBuiltin(const QString &idOrName) const
{
    const QList<Agent> all = m_source.builtinAgents();
    for (const Agent &agent : all) {
        if (agent.id.value() == idOrName || agent.name == idOrName)
            return agent;
    }
    return std::nullopt;
}

bool AgentCatalog::isBuiltin(const QString &idOrName) const
{
    return findBuiltin(idOrName).has_value();
}

std::optional<Agent> AgentCatalog::find(const QString &idOrName) const
{
    if (auto agent = findBuiltin(idOrName))
        return agent;
    if (auto agent = decoded(m_custom.find(idOrName)))
        return agent;
    return decoded(m_custom.findByName(idOrName));
}

Result<> AgentCatalog::check(const QJsonObject &definition) const
{
    for (const auto key : {"name"_L1, "model"_L1, "instructions"_L1}) {
        if (definition.value(key).toString().trimmed().isEmpty())
            return Unexpected{refusal(Error::Kind::Invalid, 422, LocalServer::tr("An agent needs \"%1\".").arg(key))};
    }
    QStringList known;
    const auto tools = m_source.builtinTools();
    for (const ToolDescription &tool : tools)
        known.append(tool.name);
    const QJsonArray names = definition.value("tools"_L1).toObject().value("names"_L1).toArray();
    for (const QJsonValue &name : names) {
        if (!known.contains(name.toString()))
            return Unexpected{refusal(Error::Kind::Invalid, 400, LocalServer::tr("There is no tool called \"%1\".").arg(name.toString()))};
    }
    return {};
}

Result<Agent> AgentCatalog::save(QJsonObject json, const QString &id, int version, const QString &createdAt)
{
    json.insert("id"_L1, id);
    json.insert("version"_L1, version);
    json.insert("created_at"_L1, createdAt);
    json.insert("updated_at"_L1, wire::formatTime(now()));
    json.insert("is_active"_L1, true);
    json.insert("is_builtin"_L1, false);
    json.insert("created_by"_L1, u"local"_s);
    if (!json.contains("visibility"_L1))
        json.insert("visibility"_L1, u"personal"_s);
    Result<Agent> agent = wire::agentFromJson(json);
    if (agent)
        m_custom.put({id, json.value("name"_L1).toString(), json});
    return agent;
}

Result<Agent> AgentCatalog::create(const QJsonObject &definition)
{
    if (const Result<> checked = check(definition); !checked)
        return Unexpected{checked.error()};
    const QString name = definition.value("name"_L1).toString();
    if (findBuiltin(name))
        return Unexpected{refusal(Error::Kind::Conflict, 409, LocalServer::tr("\"%1\" is the name of a built-in agent.").arg(name))};
    const auto existing = decoded(m_custom.findByName(name));
    if (existing)
        return save(definition, existing->id.value(), existing->version + 1, wire::formatTime(existing->createdAt));
    return save(definition, newId(), 1, wire::formatTime(now()));
}

Result<Agent> AgentCatalog::update(const QString &id, const QJsonObject &patch)
{
    if (isBuiltin(id))
        return Unexpected{refusal(Error::Kind::Forbidden, 403, LocalServer::tr("Built-in agents cannot be changed."))};
    const auto document = m_custom.find(id);
    const auto existing = decoded(document);
    if (!existing)
        return Unexpected{refusal(Error::Kind::NotFound, 404, LocalServer::tr("There is no such agent."))};
    QJsonObject json = document->json.toObject();
    for (auto it = patch.begin(); it != patch.end(); ++it) {
        if (it.key() != "name"_L1)
            json.insert(it.key(), it.value());
    }
    if (const Result<> checked = check(json); !checked)
        return Unexpected{checked.error()};
    return save(json, id, existing->version + 1, wire::formatTime(existing->createdAt));
}

Result<> AgentCatalog::remove(const QString &id)
{
    if (isBuiltin(id))
        return Unexpected{refusal(Error::Kind::Forbidden, 403, LocalServer::tr("Built-in agents cannot be deleted."))};
    if (!m_custom.remove(id))
        return Unexpected{refusal(Error::Kind::NotFound, 404, LocalServer::tr("There is no such agent."))};
    return {};
}

} // namespace desk::server
