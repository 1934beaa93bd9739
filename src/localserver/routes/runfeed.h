#pragma once

#include "localserver/http/eventfeed.h"
#include "localserver/routes/runservice.h"
#include "localserver/store/store.h"

#include <QTimer>

namespace desk::server {

// The events of one run from its log, from a number on until its end. Reads in small pieces as the client takes them.
// Runs of this process announce their news; those of others are polled.
class RunFeed final : public EventFeed
{
    Q_OBJECT
public:
    RunFeed(Store &store, RunService &runs, const RunRecord &record, qint64 after, QObject *parent = nullptr);

    [[nodiscard]] QByteArray next() override;
    [[nodiscard]] bool atEnd() const override { return m_atEnd; }

private:
    void onLogged(const RunId &id);
    void poll();

    Store &m_store;
    RunService &m_runs;
    RunId m_id;
    qint64 m_seq;
    QTimer m_poll;
    int m_polls = 0;
    bool m_atEnd = false;
};

} // namespace desk::server
