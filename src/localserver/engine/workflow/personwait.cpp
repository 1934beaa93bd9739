#include "localserver/engine/workflow/personwait.h"

#include "wire/json/reader.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {
constexpr qint64 longestMs = 60'000; // then the clock of the day is looked at again
}

PersonWait::PersonWait(QJsonObject asked, QObject *parent)
    : QObject(parent)
    , m_asked(std::move(asked))
    , m_deadline(wire::parseTime(m_asked.value("expires_at"_L1).toString()))
{
    m_clock.setSingleShot(true);
    connect(&m_clock, &QTimer::timeout, this, &PersonWait::look);
}

QString PersonWait::hash() const
{
    return m_asked.value("arguments_hash"_L1).toString();
}

bool PersonWait::isProgram() const
{
    return m_asked.value("kind"_L1) == "tool"_L1;
}

bool PersonWait::offers(const QString &option) const
{
    const QJsonArray options = m_asked.value("options"_L1).toArray();
    return std::any_of(options.begin(), options.end(), [&option](const QJsonValue &one) { return one["id"_L1].toString() == option; });
}

QString PersonWait::labelOf(const QString &option) const
{
    const QJsonArray options = m_asked.value("options"_L1).toArray();
    for (const QJsonValue &one : options) {
        if (one["id"_L1].toString() == option)
            return one["label"_L1].toString();
    }
    return {};
}

bool PersonWait::isLate() const
{
    return m_deadline.isValid() && QDateTime::currentDateTimeUtc() >= m_deadline;
}

void PersonWait::startClock()
{
    if (!m_deadline.isValid())
        return;
    const qint64 left = QDateTime::currentDateTimeUtc().msecsTo(m_deadline);
    m_clock.start(static_cast<int>(std::clamp(left, qint64(0), longestMs)));
}

void PersonWait::look()
{
    if (isLate())
        Q_EMIT expired();
    else
        startClock();
}

} // namespace desk::server
