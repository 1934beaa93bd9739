#pragma once

#include "localserver/http/eventfeed.h"

#include <QJsonObject>

namespace desk::server {

// One JSON object that takes a while. Its status is 200 before it is known, so what went wrong is part of it. The work begins when the
// answer is sent, and the object is deleted when it was, or when the client or the server goes before.
class LateAnswer : public EventFeed
{
    Q_OBJECT
public:
    using EventFeed::EventFeed;

    [[nodiscard]] QByteArray next() final;
    [[nodiscard]] bool atEnd() const final { return m_answered && m_body.isEmpty(); }
    [[nodiscard]] QByteArray opening() const final { return heartbeat(); }
    [[nodiscard]] QByteArray heartbeat() const final { return "\n"; } // white space before JSON

protected:
    virtual void begin() = 0;               // once
    void answer(const QJsonObject &object); // once

private:
    QByteArray m_body;
    bool m_begun = false;
    bool m_answered = false;
};

} // namespace desk::server
