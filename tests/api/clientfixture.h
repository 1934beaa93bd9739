#pragma once

#include "api/apiclient.h"
#include "api/endpoints/agentsapi.h"
#include "api/endpoints/filesapi.h"
#include "api/endpoints/runsapi.h"
#include "api/endpoints/streamsapi.h"
#include "api/stream/eventstream.h"
#include "api/stream/livestream.h"
#include "api/stream/streamhub.h"
#include "api/tokensource.h"
#include "api/transport.h"
#include "support/faultserver.h"

#include <QTest>
#include <QTimer>

#include <memory>
#include <optional>

namespace desk::test {

// A token that can be made to expire, and a refresh whose outcome the test decides.
class ScriptedTokens : public TokenSource
{
    Q_OBJECT
public:
    using TokenSource::TokenSource;

    QByteArray token = "canary-token-123456";
    QString owner = QStringLiteral("ana");
    bool refreshable = false;
    bool refreshWorks = true;
    int refreshMs = 20;
    int refreshes = 0;

    [[nodiscard]] QByteArray bearer() const override { return token; }
    [[nodiscard]] quint64 generation() const override { return m_generation; }
    [[nodiscard]] QString account() const override { return owner; }
    [[nodiscard]] bool canRefresh() const override { return refreshable; }
    void refresh() override
    {
        ++refreshes;
        QTimer::singleShot(refreshMs, this, [this] {
            if (refreshWorks)
                renew();
            Q_EMIT refreshFinished(refreshWorks);
        });
    }
    void renew()
    {
        token = "renewed-token-" + QByteArray::number(++m_generation);
        Q_EMIT tokenChanged();
    }

private:
    quint64 m_generation = 0;
};

struct Client {
    ScriptedTokens tokens;
    Transport transport{tokens};
    ApiClient api{transport};
    explicit Client(const QUrl &url) { api.setBaseUrl(url); }
};

template <typename T>
std::optional<Result<T>> waitFor(ApiCall<T> *call, int ms = 15'000)
{
    QObject context;
    std::optional<Result<T>> outcome;
    call->then(&context, [&outcome](Result<T> result) { outcome.emplace(std::move(result)); });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(outcome.has_value(), ms); }();
    return outcome;
}

// What a live stream said, in order.
struct Watch {
    std::shared_ptr<LiveStream> stream;
    QObject context;
    QList<wire::ServerEvent> events;
    QList<LiveStream::State> states;
    int opened = 0;

    Watch(Client &client, const QString &path, const LiveStream::Options &options = {})
        : stream(client.transport.hub().watch(path, options))
    {
        QObject::connect(stream.get(), &LiveStream::received, &context, [this](const QList<wire::ServerEvent> &more) { events += more; });
        QObject::connect(stream.get(), &LiveStream::stateChanged, &context, [this] { states.append(stream->state()); });
        QObject::connect(stream.get(), &LiveStream::opened, &context, [this] { ++opened; });
    }

    [[nodiscard]] QByteArrayList data() const
    {
        QByteArrayList out;
        for (const wire::ServerEvent &event : events)
            out.append(event.data);
        return out;
    }
};

} // namespace desk::test
