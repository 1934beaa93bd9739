#include "state/agents/mcpserverrules.h"

#include "domain/secretscan.h"
#include "state/agents/agentlimits.h"
#include "state/agents/agentrulestexts.h"
#include "state/definitions/keptsecrets.h"

#include <QSet>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype longestScanned = 20'000; // characters of one value
constexpr qsizetype longestKey = 200;

bool isBlank(const QString &text)
{
    return text.trimmed().isEmpty();
}

bool isWebAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
}

bool hasSecret(const QString &text)
{
    const QList<SecretScan::Finding> found = SecretScan::scan(text.left(longestScanned));
    return std::any_of(found.cbegin(), found.cend(), [](const SecretScan::Finding &one) { return !SecretScan::isPersonal(one.kind); });
}

// What holds a secret. The name stands before the value, as it tells what the value is.
QStringList secretNames(const QMap<QString, QString> &values, const QString &separator)
{
    QStringList out;
    for (auto value = values.begin(); value != values.end(); ++value) {
        if (hasSecret(value.key().right(longestKey) + separator + value.value()))
            out.append(value.key());
    }
    return out;
}

QStringList missingNames(const QMap<QString, QString> &values)
{
    QStringList out;
    for (auto value = values.begin(); value != values.end(); ++value) {
        if (isKeptMark(value.value()))
            out.append(value.key());
    }
    return out;
}

class ServerCheck
{
public:
    ServerCheck(const McpServer &server, int item, QList<AgentRemark> &out)
        : m_server(server)
        , m_item(item)
        , m_out(out)
    {
    }

    void name(QSet<QString> &names)
    {
        const QString name = m_server.name.trimmed();
        if (name.isEmpty())
            fault("name"_L1, AgentRulesTexts::tr("A tool server needs a name."));
        else if (names.contains(name))
            fault("name"_L1, AgentRulesTexts::tr("There is another tool server with the name “%1”.").arg(AgentRulesTexts::name(name)));
        names.insert(name);
    }

    void place()
    {
        const McpTransport transport = m_server.transport.value();
        if (transport == McpTransport::Stdio && isBlank(m_server.command))
            fault("command"_L1, AgentRulesTexts::tr("A tool server that runs as a program needs a command."));
        if (transport == McpTransport::Sse && isBlank(m_server.url))
            fault("url"_L1, AgentRulesTexts::tr("A tool server on the network needs an address."));
        else if (transport == McpTransport::Sse && !isWebAddress(m_server.url))
            fault("url"_L1, AgentRulesTexts::tr("This address cannot be used. It must begin with http:// or https:// and name a host."));
        if (!agentlimit::timeoutSeconds.has(m_server.timeoutSeconds))
            fault("timeout_seconds"_L1, AgentRulesTexts::tr("The time-out must be from %L1 to %L2 seconds.")
                                            .arg(agentlimit::timeoutSeconds.least)
                                            .arg(agentlimit::timeoutSeconds.most));
    }

    // Drafts, versions, copies and files have none (withoutServerSecrets()).
    void missing()
    {
        if (const QStringList names = missingNames(m_server.environment); !names.isEmpty())
            fault("env"_L1, AgentRulesTexts::tr("The values of these variables are not known here and must be entered: %1.")
                                .arg(AgentRulesTexts::names(names)));
        if (const QStringList names = missingNames(m_server.headers); !names.isEmpty())
            fault("headers"_L1, AgentRulesTexts::tr("The values of these headers are not known here and must be entered: %1.")
                                    .arg(AgentRulesTexts::names(names)));
    }

    void secrets()
    {
        if (const QStringList names = secretNames(m_server.environment, u"="_s); !names.isEmpty())
            advise("env"_L1, AgentRulesTexts::tr("These variables seem to hold a secret that everyone who may read the agent can read: %1.")
                                 .arg(AgentRulesTexts::names(names)));
        if (const QStringList names = secretNames(m_server.headers, u": "_s); !names.isEmpty())
            advise("headers"_L1,
                   AgentRulesTexts::tr("These headers seem to hold a secret that everyone who may read the agent can read: %1.")
                       .arg(AgentRulesTexts::names(names)));
        if (hasSecret(m_server.url))
            advise("url"_L1, AgentRulesTexts::tr("The address seems to hold a secret that everyone who may read the agent can read."));
        if (hasSecret(m_server.arguments.join(u' ')))
            advise("args"_L1, AgentRulesTexts::tr("The arguments seem to hold a secret that everyone who may read the agent can read."));
    }

private:
    void fault(QLatin1StringView part, const QString &text)
    {
        m_out.append({AgentField::McpServers, AgentRemark::Fault, text, m_item, part});
    }
    void advise(QLatin1StringView part, const QString &text)
    {
        m_out.append({AgentField::McpServers, AgentRemark::Advice, text, m_item, part});
    }

    const McpServer &m_server;
    int m_item;
    QList<AgentRemark> &m_out;
};

} // namespace

QList<AgentRemark> mcpServerRemarks(const QList<McpServer> &servers)
{
    QList<AgentRemark> out;
    QSet<QString> names;
    for (int i = 0; i < static_cast<int>(servers.size()); ++i) {
        ServerCheck check(servers.at(i), i, out);
        check.name(names);
        check.place();
        check.missing();
        check.secrets();
    }
    return out;
}

} // namespace desk
