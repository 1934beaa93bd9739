#include "state/tools/toolconfigs.h"

#include "api/apiclient.h"
#include "api/endpoints/toolsapi.h"
#include "domain/secretscan.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

using Level = ToolSettings::Level;

namespace {

constexpr QLatin1StringView enabledKey("enabled");

// Every text below a secret name.
void collectSecrets(const QJsonValue &value, bool isSecret, QStringList &out)
{
    constexpr qsizetype shortest = 4; // less is in every other word
    if (isSecret && value.isString() && value.toString().size() >= shortest)
        out.append(value.toString());
    const QJsonArray items = value.toArray();
    for (const QJsonValue &item : items)
        collectSecrets(item, isSecret, out);
    const QJsonObject members = value.toObject();
    for (auto member = members.begin(); member != members.end(); ++member)
        collectSecrets(member.value(), isSecret || ToolSettings::isSecretName(member.key()), out);
}

Error notKept()
{
    Error error;
    error.kind = Error::Kind::Conflict;
    error.message = ToolConfigs::tr("The server did not keep the change, or somebody changed the same settings at the same moment.");
    error.nextStep = ToolConfigs::tr("What is shown now is what the server holds.");
    return error;
}

} // namespace

ToolConfigs::ToolConfigs(ApiClient &api, QObject *parent)
    : QObject(parent)
    , m_api(api)
{
}

void ToolConfigs::open(const ToolId &tool, const AgentId &agent)
{
    close();
    m_tool = tool;
    m_agent = agent;
    reload();
}

void ToolConfigs::reload()
{
    if (m_tool.isEmpty() || isBusy())
        return;
    for (const Level level : {ToolSettings::System, ToolSettings::Agent, ToolSettings::User}) {
        if (level != ToolSettings::Agent || !m_agent.isEmpty())
            readForShow(level);
    }
    Q_EMIT changed();
}

void ToolConfigs::close()
{
    ++m_generation;
    m_tool = {};
    m_agent = {};
    m_stored = {};
    m_reading = 0;
    m_writing = false;
    Q_EMIT closed();
    Q_EMIT changed();
}

ToolConfigTarget ToolConfigs::target(Level level) const
{
    switch (level) {
    case ToolSettings::System:
        return {ToolConfigScope::System, {}};
    case ToolSettings::Agent:
        return {ToolConfigScope::Agent, m_agent};
    case ToolSettings::User:
        break;
    }
    return {ToolConfigScope::User, {}};
}

// What this level holds itself: an answer of another one means that it holds nothing.
void ToolConfigs::read(Level level, Taken taken)
{
    const ToolConfigTarget asked = target(level);
    m_api.tools()
        .config(m_tool, asked)
        ->then(this, [this, asked, generation = m_generation, taken = std::move(taken)](Result<ToolConfig> answer) {
            if (generation != m_generation)
                return; // of a tool that was left
            if (answer && answer->scope.wire() != asked.scope.wire()) {
                answer->providers = {};
                answer->settings = {};
                answer->scope = asked.scope;
            }
            taken(answer);
        });
}

void ToolConfigs::readForShow(Level level)
{
    ++m_reading;
    read(level, [this, level](const Result<ToolConfig> &own) {
        --m_reading;
        if (own)
            m_stored.at(level) = *own;
        else
            m_stored.at(level).reset();
        Q_EMIT changed();
        if (!own)
            Q_EMIT failed(level, own.error());
    });
}

bool ToolConfigs::isEmpty(Level level) const
{
    const std::optional<ToolConfig> &own = m_stored.at(level);
    return !own || ToolSettings::isEmpty(*own);
}

std::optional<bool> ToolConfigs::enabled(Level level) const
{
    const std::optional<ToolConfig> &own = m_stored.at(level);
    const QJsonValue value = own ? own->settings.value(enabledKey) : QJsonValue();
    return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
}

QList<ToolKeyPlace> ToolConfigs::keyPlaces() const
{
    QList<ToolKeyPlace> places;
    const int level = effectiveLevel();
    const QJsonObject providers = level < 0 ? QJsonObject() : m_stored.at(static_cast<size_t>(level))->providers;
    for (auto provider = providers.begin(); provider != providers.end(); ++provider) {
        const QJsonObject members = provider.value().toObject();
        for (auto member = members.begin(); member != members.end(); ++member) {
            if (!ToolSettings::isSecretName(member.key()) || !(member.value().isString() || member.value().isNull()))
                continue;
            places.append({provider.key(), member.key(), !member.value().toString().isEmpty()});
            break; // one key a provider
        }
    }
    return places;
}

QString ToolConfigs::withoutKeys(const QString &text) const
{
    const QString mask(8, u'\u2022');
    QStringList secrets;
    for (const std::optional<ToolConfig> &own : m_stored) {
        if (own)
            collectSecrets(QJsonArray{own->providers, own->settings}, false, secrets);
    }
    // The longest first: one may be in another.
    std::sort(secrets.begin(), secrets.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    QString out = text;
    for (const QString &secret : std::as_const(secrets))
        out.replace(secret, mask);
    return SecretScan::replaced(out, SecretScan::scan(out), mask);
}

void ToolConfigs::setEnabled(Level level, bool isEnabled)
{
    write(level, [isEnabled](ToolConfig &config) { config.settings.insert(enabledKey, isEnabled); });
}

void ToolConfigs::clear(Level level)
{
    if (level == ToolSettings::System)
        return;
    write(level, [](ToolConfig &config) {
        config.providers = {};
        config.settings = {};
    });
}

// A change of what is there now, not of what was shown: a PUT replaces all of it (contract 6.2 #27).
void ToolConfigs::write(Level level, const Change &change)
{
    if (m_tool.isEmpty() || isBusy() || (level == ToolSettings::Agent && m_agent.isEmpty()))
        return;
    m_writing = true;
    Q_EMIT changed();
    read(level, [this, level, change](const Result<ToolConfig> &own) {
        if (!own)
            return finish(level, own.error());
        ToolConfig next = *own;
        change(next);
        m_api.tools()
            .setConfig(m_tool, target(level), next)
            ->then(this, [this, level, next, generation = m_generation](const Result<ToolConfig> &answer) {
                if (generation != m_generation)
                    return;
                if (answer || answer.error().outcomeUnknown)
                    check(level, next);
                else
                    finish(level, answer.error());
            });
    });
}

void ToolConfigs::check(Level level, const ToolConfig &written)
{
    read(level, [this, level, written](const Result<ToolConfig> &own) {
        if (!own) {
            m_stored.at(level).reset();
            return finish(level, own.error());
        }
        m_stored.at(level) = *own;
        const bool isKept = own->providers == written.providers && own->settings == written.settings;
        finish(level, isKept ? std::optional<Error>() : notKept());
    });
}

void ToolConfigs::finish(Level level, const std::optional<Error> &error)
{
    m_writing = false;
    Q_EMIT changed();
    if (error)
        Q_EMIT failed(level, *error);
    else
        Q_EMIT saved(level);
}

} // namespace desk
