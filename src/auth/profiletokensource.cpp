#include "auth/profiletokensource.h"

#include "domain/log.h"

#include <utility>

namespace desk {

namespace {

constexpr int switchBits = 40; // no source renews so often

} // namespace

void ProfileTokenSource::setSource(TokenSource *source)
{
    if (m_source == source)
        return;
    if (m_source)
        m_source->disconnect(this);
    m_source = source;
    ++m_switches;
    finish(false);
    if (source) {
        connect(source, &TokenSource::tokenChanged, this, &TokenSource::tokenChanged);
        connect(source, &TokenSource::refreshFinished, this, &ProfileTokenSource::finish);
    }
    Q_EMIT tokenChanged();
}

void ProfileTokenSource::setBearer(const QByteArray &token)
{
    if (m_token == token)
        return;
    m_token = token;
    ++m_generation;
    registerSecret(token);
    if (!m_source)
        Q_EMIT tokenChanged();
}

quint64 ProfileTokenSource::generation() const
{
    return (m_switches << switchBits) + (m_source ? m_source->generation() : m_generation);
}

void ProfileTokenSource::refresh()
{
    m_isAsked = true;
    if (m_source)
        m_source->refresh();
    else
        finish(false);
}

std::optional<Error> ProfileTokenSource::whyNoToken() const
{
    return m_source ? m_source->whyNoToken() : std::nullopt;
}

void ProfileTokenSource::finish(bool gotToken)
{
    if (std::exchange(m_isAsked, false))
        Q_EMIT refreshFinished(gotToken);
}

} // namespace desk
