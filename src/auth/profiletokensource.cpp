#include "auth/profiletokensource.h"

#include "domain/log.h"

namespace desk {

void ProfileTokenSource::setBearer(const QByteArray &token)
{
    if (m_token == token)
        return;
    m_token = token;
    ++m_generation;
    registerSecret(token);
    Q_EMIT tokenChanged();
}

} // namespace desk
