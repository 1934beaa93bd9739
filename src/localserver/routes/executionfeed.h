#pragma once

#include "localserver/http/eventfeed.h"
#include "localserver/routes/executionservice.h"

#include <QTimer>

namespace desk::server {

// The events of one execution from its log, from a number on until its end (contract 4.3). Executions of this process announce their news;
// those of others are polled.
class ExecutionFeed final : public EventFeed
{
    Q_OBJECT
public:
    ExecutionFeed(Store &store, ExecutionService &executions, const ExecutionRecord &record, qint64 after, QObject *parent = nullptr);

    [[nodiscard]] QByteArray next() override;
    [[nodiscard]] bool atEnd() const override { return m_atEnd; }

private:
    void onLogged(const ExecutionId &id);
    void poll();

    Store &m_store;
    ExecutionService &m_executions;
    ExecutionId m_id;
    qint64 m_seq;
    QTimer m_poll;
    int m_polls = 0;
    bool m_atEnd = false;
};

} // namespace desk::server
