#include "state/definitions/versionlist.h"

#include "api/apiclient.h"
#include "api/endpoints/agentsapi.h"
#include "state/definitions/definitioncontent.h"
#include "state/definitions/definitionhistory.h"
#include "state/workspace.h"
#include "wire/json/agentjson.h"

#include <QLocale>
#include <QPointer>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QList<DefinitionVersion> versionsOf(const QList<Agent> &agents)
{
    QList<DefinitionVersion> out;
    for (const Agent &agent : agents) {
        DefinitionVersion version;
        version.key = {DefinitionKind::Agent, agent.id.value()};
        version.name = agent.name;
        version.json = wire::toJson(agent);
        version.serverVersion = agent.version;
        version.at = agent.updatedAt;
        version.digest = definitionDigest(version.json);
        out.append(version);
    }
    return out;
}

Error notConnected()
{
    Error error;
    error.kind = Error::Kind::Offline;
    error.message = VersionList::tr("The server is not connected.");
    return error;
}

Error notKeptAnyMore()
{
    Error error;
    error.kind = Error::Kind::NotFound;
    error.message = VersionList::tr("This version is not kept any more.");
    return error;
}

} // namespace

VersionList::VersionList(DefinitionHistory &history, ApiClient &api, Workspace &workspace, QObject *parent)
    : DiffModel(parent)
    , m_history(history)
    , m_api(api)
    , m_workspace(workspace)
{
    connect(&history, &DefinitionHistory::added, this, [this](const DefinitionKey &key) {
        if (key == m_key)
            reload();
    });
    connect(&workspace, &Workspace::ready, this, [this] {
        if (isOpen())
            readServer();
    });
    connect(&workspace, &Workspace::accountChanged, this, &VersionList::leave);
    connect(&workspace, &Workspace::stateChanged, this, [this] {
        if (m_workspace.profile().name != m_profile)
            leave();
    });
}

void VersionList::leave()
{
    if (!isOpen())
        return;
    close();
    Q_EMIT closed();
}

void VersionList::open(const DefinitionKey &key)
{
    close();
    m_key = key;
    m_profile = m_workspace.profile().name;
    reload();
}

void VersionList::close()
{
    ++m_localReading;
    ++m_serverReading;
    m_readsLocal = m_readsServer = m_isLoaded = false;
    m_localError.reset();
    m_serverError.reset();
    m_key = {};
    m_local.clear();
    m_server.clear();
    merge();
}

void VersionList::reload()
{
    if (!isOpen())
        return;
    readLocal();
    readServer();
}

void VersionList::readLocal()
{
    m_readsLocal = true;
    m_history.list(m_key, this, [this, reading = ++m_localReading](const Result<QList<DefinitionVersion>> &versions) {
        if (reading != m_localReading)
            return;
        m_readsLocal = false;
        m_isLoaded = true;
        m_localError = versions ? std::nullopt : std::optional(versions.error());
        if (versions)
            m_local = *versions;
        merge();
    });
    Q_EMIT changed();
}

bool VersionList::asksServer() const
{
    return m_key.kind == DefinitionKind::Agent && m_workspace.state() == Workspace::State::Ready &&
           m_workspace.capabilities().has(feature::agentVersions);
}

void VersionList::readServer()
{
    const quint64 reading = ++m_serverReading;
    m_readsServer = asksServer();
    m_serverError.reset();
    if (m_key.kind == DefinitionKind::Agent && m_workspace.state() != Workspace::State::Ready)
        m_serverError = notConnected();
    Q_EMIT changed();
    if (!m_readsServer)
        return;
    m_api.agents().versions(AgentId(m_key.id))->then(this, [this, reading](const Result<QList<Agent>> &agents) {
        if (reading != m_serverReading)
            return;
        m_readsServer = false;
        if (agents)
            m_server = versionsOf(*agents);
        else if (agents.error().kind == Error::Kind::NotFound)
            m_server.clear(); // it was never saved, or is deleted: no version of it is there
        else
            m_serverError = agents.error();
        merge();
    });
}

void VersionList::merge()
{
    applyRows(
        m_rows, mergedVersions(m_local, m_server), [](const VersionRow &row) { return row.id(); },
        [](const VersionRow &a, const VersionRow &b) {
            return a.isOnServer == b.isOnServer && a.version.at == b.version.at && a.version.label == b.version.label &&
                   a.version.digest == b.version.digest;
        });
    Q_EMIT changed();
}

const VersionRow *VersionList::row(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr;
}

int VersionList::rowOf(qint64 id) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).id() == id)
            return static_cast<int>(i);
    }
    return -1;
}

void VersionList::json(int row, QObject *context, Json done) const
{
    const VersionRow *found = this->row(row);
    if (found && found->isHere()) {
        m_history.version(found->version.seq, context, [done = std::move(done)](const Result<std::optional<DefinitionVersion>> &version) {
            if (!version)
                done(Unexpected{version.error()});
            else if (!*version)
                done(Unexpected{notKeptAnyMore()});
            else
                done((*version)->json);
        });
        return;
    }
    const Result<QJsonObject> json = found ? Result<QJsonObject>(found->version.json) : Result<QJsonObject>(Unexpected{notKeptAnyMore()});
    QMetaObject::invokeMethod(
        context, [done = std::move(done), json] { done(json); }, Qt::QueuedConnection);
}

bool VersionList::setLabel(int row, const QString &label)
{
    const VersionRow *found = this->row(row);
    if (!found || !found->isHere())
        return false;
    m_history.setLabel(found->version.seq, label);
    readLocal(); // after it, as all calls go in their order
    return true;
}

int VersionList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString VersionList::originText(const VersionRow &row)
{
    if (!row.isHere())
        return tr("On the server");
    switch (row.version.origin.value()) {
    case VersionOrigin::Seen:
        return tr("Seen on the server");
    case VersionOrigin::Saved:
        return tr("Saved here");
    case VersionOrigin::Restored:
        return tr("Restored here");
    case VersionOrigin::Imported:
        return tr("Imported here");
    case VersionOrigin::Promoted:
        return tr("Taken over from another profile");
    case VersionOrigin::Deleted:
        return tr("Before it was deleted");
    case VersionOrigin::Unknown:
        break;
    }
    return tr("Kept on this computer");
}

QString VersionList::titleOf(const VersionRow &row)
{
    if (!row.version.label.isEmpty())
        return row.version.label;
    if (row.version.at.isValid())
        return QLocale().toString(row.version.at.toLocalTime(), QLocale::ShortFormat);
    return tr("Version %1").arg(QLocale().toString(row.version.serverVersion));
}

QString VersionList::summaryOf(const VersionRow &row)
{
    QStringList parts;
    if (!row.version.label.isEmpty() && row.version.at.isValid())
        parts << QLocale().toString(row.version.at.toLocalTime(), QLocale::ShortFormat);
    parts << originText(row);
    if (!row.version.author.isEmpty())
        parts << row.version.author;
    if (row.version.serverVersion > 0)
        parts << tr("version %1").arg(QLocale().toString(row.version.serverVersion));
    return parts.join(u" \u00b7 "_s);
}

QVariant VersionList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const VersionRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return titleOf(row);
    case SummaryRole:
        return summaryOf(row);
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "version: what it is").arg(titleOf(row), summaryOf(row));
    default:
        return {};
    }
}

} // namespace desk
