#include "state/adminstore.h"

#include "api/apiclient.h"
#include "api/endpoints/adminapi.h"

namespace desk {

AdminStore::AdminStore(ApiClient &api, QObject *parent)
    : QObject(parent)
    , m_api(api)
{
}

void AdminStore::refresh()
{
    if (m_open > 0)
        return;
    m_open = 2;
    Q_EMIT loadingChanged();
    const quint64 generation = m_generation;
    m_api.admin().usage(days)->then(this, [this, generation](Result<UsageStatistics> answer) {
        if (generation != m_generation)
            return; // of somebody else
        if (answer)
            m_usage = *std::move(answer);
        end(answer ? nullptr : &answer.error());
    });
    m_api.admin().system()->then(this, [this, generation](Result<SystemStatistics> answer) {
        if (generation != m_generation)
            return;
        if (answer)
            m_system = *std::move(answer);
        end(answer ? nullptr : &answer.error());
    });
}

void AdminStore::end(const Error *error)
{
    --m_open;
    if (!error) {
        m_loaded = true;
        Q_EMIT changed();
    }
    Q_EMIT loadingChanged();
    if (error)
        Q_EMIT failed(*error);
}

void AdminStore::clear()
{
    ++m_generation;
    m_usage = {};
    m_system = {};
    m_open = 0;
    m_loaded = false;
    Q_EMIT changed();
    Q_EMIT loadingChanged();
}

} // namespace desk
