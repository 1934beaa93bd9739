#pragma once

#include <QByteArray>

namespace desk {

// Proof key for code exchange, method S256 (RFC 7636; AUTH-02).
struct Pkce {
    QByteArray verifier; // 43 characters, from the system's generator; one per attempt
    QByteArray challenge;

    [[nodiscard]] static Pkce make();
    [[nodiscard]] static QByteArray challengeFor(const QByteArray &verifier);
};

// So many random bytes from the system's generator, as base64url without padding.
[[nodiscard]] QByteArray randomWord(qsizetype bytes);
// In the same time wherever they differ (AUTH-04).
[[nodiscard]] bool isSameSecret(const QByteArray &one, const QByteArray &other);

} // namespace desk
