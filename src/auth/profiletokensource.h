#pragma once

#include "api/tokensource.h"

namespace desk {

// The bearer token of the open workspace: the local server's own, or the one the user entered for a team server. Memory only; the
// setter registers it with the log redaction.
class ProfileTokenSource : public TokenSource
{
    Q_OBJECT
public:
    using TokenSource::TokenSource;

    void setBearer(const QByteArray &token); // empty: signed out
    [[nodiscard]] QByteArray bearer() const override { return m_token; }
    void setAccount(const QString &account) { m_account = account; } // the profile's name
    [[nodiscard]] QString account() const override { return m_account; }
    [[nodiscard]] quint64 generation() const override { return m_generation; }

private:
    QByteArray m_token;
    QString m_account;
    quint64 m_generation = 0;
};

} // namespace desk
