#include "auth/profiletokensource.h"

#include "domain/log.h"

namespace desk {

void ProfileTokenSource::setBearer(const QByteArray &token)
{
    m_token = token;
    registerSecret(token);
}

} // namespace desk
