#pragma once

#include "domain/error.h"

#include <QList>
#include <QNetworkReply>
#include <QSslError>
#include <QString>

#include <optional>

// What failed and what to do next, for people, by kind of failure. Translated in the context desk::Errors.
namespace desk {

struct Wording {
    Error::Kind kind;
    QString message;
    QString nextStep;
};

[[nodiscard]] Wording wordingForStatus(int status, const QString &host);
// proxy: its address, named where it is at fault (FI-25); empty: unknown.
[[nodiscard]] Wording wordingForNetwork(QNetworkReply::NetworkError code, const QString &host, const QString &proxy = {});
// The first thing that is wrong with a certificate, with its dates and issuer (FI-26).
[[nodiscard]] Wording wordingForTls(const QList<QSslError> &errors, const QString &host);

// A server that wants a certificate of the person's, or does not accept the one it was shown (TLS-04); nothing where what the library
// reports says neither. The library is OpenSSL; others say it in other words, and fall under the general ones.
[[nodiscard]] std::optional<Wording> wordingForTlsAlert(const QString &report, const QString &host);

} // namespace desk
