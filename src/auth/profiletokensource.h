#pragma once

#include "api/tokensource.h"

#include <QPointer>

namespace desk {

// What the transport holds on to while workspaces come and go: the local server's own token, or whatever the session of the open team
// profile says. Memory only; setBearer() registers its token with the log redaction.
class ProfileTokenSource : public TokenSource
{
    Q_OBJECT
public:
    using TokenSource::TokenSource;

    // From now on the tokens of this one, which may die before us; nullptr: our own again. A refresh under way ends without a token: its
    // requests belong to the profile before.
    void setSource(TokenSource *source);
    void setBearer(const QByteArray &token); // our own; empty: none
    void setAccount(const QString &account) { m_account = account; }

    [[nodiscard]] QByteArray bearer() const override { return m_source ? m_source->bearer() : m_token; }
    [[nodiscard]] QString account() const override { return m_source ? m_source->account() : m_account; }
    [[nodiscard]] quint64 generation() const override;
    [[nodiscard]] bool canRefresh() const override { return m_source && m_source->canRefresh(); }
    void refresh() override;
    [[nodiscard]] bool isFreshFor(qint64 ms) const override { return !m_source || m_source->isFreshFor(ms); }
    [[nodiscard]] std::optional<Error> whyNoToken() const override;

private:
    void finish(bool gotToken);

    QPointer<TokenSource> m_source;
    QByteArray m_token;
    QString m_account;
    quint64 m_switches = 0;
    quint64 m_generation = 0;
    bool m_isAsked = false;
};

} // namespace desk
