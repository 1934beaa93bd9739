#include "state/definitions/begundefinitions.h"

#include "state/definitions/definitiondrafts.h"

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype most = 20;

QString titleOf(const QJsonObject &definition)
{
    const QString title = definition.value("display_name"_L1).toString().trimmed();
    return title.isEmpty() ? definition.value("name"_L1).toString().trimmed() : title;
}

} // namespace

BegunDefinitions::BegunDefinitions(DefinitionDrafts &drafts, DefinitionKind kind, const QString &prefix, QObject *parent)
    : QObject(parent)
    , m_drafts(drafts)
    , m_kind(kind)
    , m_prefix(prefix)
{
}

void BegunDefinitions::clear()
{
    ++m_generation;
    m_entries.clear();
    Q_EMIT changed();
}

void BegunDefinitions::load()
{
    m_drafts.keys(m_kind, this, [this, generation = ++m_generation](const Result<QList<DefinitionKey>> &kept) {
        if (generation == m_generation)
            take(kept ? *kept : QList<DefinitionKey>());
    });
}

void BegunDefinitions::take(const QList<DefinitionKey> &keys)
{
    m_found.clear();
    QList<DefinitionKey> begun = keys;
    begun.removeIf([this](const DefinitionKey &key) { return !key.id.startsWith(m_prefix); });
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

void BegunDefinitions::finish()
{
    std::stable_sort(m_found.begin(), m_found.end(), [](const Entry &a, const Entry &b) { return a.at > b.at; });
    m_entries = m_found;
    Q_EMIT changed();
}

} // namespace desk
