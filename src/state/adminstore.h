#pragma once

#include "domain/error.h"
#include "domain/statistics.h"

#include <QObject>

namespace desk {

class ApiClient;

// What the server tells its administrators of its use (contract 3.18, inventory AD-01). Nothing is computed here: what it does not say is
// missing. GUI thread.
class AdminStore : public QObject
{
    Q_OBJECT
public:
    static constexpr int days = 30; // that usage() is about

    explicit AdminStore(ApiClient &api, QObject *parent = nullptr);

    void refresh();
    void clear(); // another workspace or person
    [[nodiscard]] const UsageStatistics &usage() const { return m_usage; }
    [[nodiscard]] const SystemStatistics &system() const { return m_system; }
    [[nodiscard]] bool isLoading() const { return m_open > 0; }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }

Q_SIGNALS:
    void changed();
    void loadingChanged();
    void failed(const desk::Error &error);

private:
    void end(const Error *error);

    ApiClient &m_api;
    UsageStatistics m_usage;
    SystemStatistics m_system;
    quint64 m_generation = 0;
    int m_open = 0; // calls
    bool m_loaded = false;
};

} // namespace desk
