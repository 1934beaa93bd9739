#pragma once

#include "domain/error.h"
#include "domain/provider.h"
#include "domain/providerreport.h"

#include <QHash>
#include <QList>
#include <QObject>

namespace desk {

class ApiClient;
class Workspace;

// The language models' endpoints that the server of the local workspace works with now, and what each was found to offer. Empty in any
// other workspace. What is set up is changed by Workspace::setProvider() alone. GUI thread.
class ServerProviders : public QObject
{
    Q_OBJECT
public:
    ServerProviders(ApiClient &api, Workspace &workspace, QObject *parent = nullptr); // both outlive it

    void refresh();
    void clear(); // another workspace: what is under way ends without a word
    void takeOffered(const ModelProvider &provider, const QList<OfferedModel> &models); // see ProviderCheck::listed()

    [[nodiscard]] const QList<ModelProvider> &providers() const { return m_providers; }
    [[nodiscard]] QList<OfferedModel> offeredBy(const ModelProvider &provider) const { return m_offered.value(placeOf(provider)); }
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }

Q_SIGNALS:
    void changed();
    void failed(const desk::Error &error);

private:
    [[nodiscard]] static QString placeOf(const ModelProvider &provider) { return provider.baseUrl.toString(QUrl::StripTrailingSlash); }

    ApiClient &m_api;
    Workspace &m_workspace;
    QList<ModelProvider> m_providers;
    QHash<QString, QList<OfferedModel>> m_offered; // by address
    quint64 m_generation = 0;
    bool m_loading = false;
    bool m_loaded = false;
};

} // namespace desk
