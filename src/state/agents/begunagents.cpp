#include "state/agents/begunagents.h"

#include "state/definitions/definitiondrafts.h"

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype most = 20;

QString titleOf(const QJsonObject &agent)
{
    const QString title = agent.value("display_name"_L1).toString().trimmed();
    return title.isEmpty() ? agent.value("name"_L1).toString().trimmed() : title;
}

} // namespace

BegunAgents::BegunAgents(DefinitionDrafts &drafts, QObject *parent)
    : QObject(parent)
    , m_drafts(drafts)
{
}

void BegunAgents::load()
{
    m_drafts.keys(DefinitionKind::Agent, this, [this, generation = ++m_generation](const Result<QList<DefinitionKey>> &kept) {
        if (generation == m_generation)
            take(kept ? *kept : QList<DefinitionKey>());
    });
}

void BegunAgents::take(const QList<DefinitionKey> &keys)
{
    m_found.clear();
    QList<DefinitionKey> begun = keys;
    begun.removeIf([](const DefinitionKey &key) { return !key.id.startsWith(prefix); });
    begun = begun.first(qMin(begun.size(), most));
    m_open = static_cast<int>(begun.size());
    if (begun.isEmpty())
        finish();
    for (const DefinitionKey &key : std::as_const(begun)) {
        m_drafts.find(key, this, [this, generation = m_generation](const Result<std::optional<DefinitionDraft>> &draft) {
            if (generation != m_generation)
                return;
            if (draft && *draft)
                m_found.append({(*draft)->key.id, titleOf((*draft)->mine), (*draft)->at});
            if (--m_open == 0)
                finish();
        });
    }
}

void BegunAgents::finish()
{
    std::stable_sort(m_found.begin(), m_found.end(), [](const Entry &a, const Entry &b) { return a.at > b.at; });
    m_entries = m_found;
    Q_EMIT changed();
}

} // namespace desk
