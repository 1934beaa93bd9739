#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace desk {

// A secret as entries of a keychain that takes 2 560 bytes each at worst (KEY-06): a short one as it is, a longer one as chunks with names
// of their own and, under the secret's name, a header that counts and seals them. New chunks never take an old one's name, and the
// header is written last: a program that dies on the way leaves the old secret whole (AUTH-13). Pure.
struct SecretChunks {
    static constexpr qsizetype maxBytes = 2048;

    QByteArray entry; // under the secret's own name: the secret, or the header
    QString generation;
    QList<QByteArray> chunks;

    [[nodiscard]] static SecretChunks of(const QByteArray &secret);

    struct Header {
        QString generation;
        int count = 0;
        qsizetype bytes = 0;
        QByteArray checksum;
    };
    [[nodiscard]] static std::optional<Header> header(const QByteArray &entry); // nothing: the entry is the secret
    [[nodiscard]] static QString chunkName(const QString &key, const QString &generation, int index);
    // Nothing when a chunk is missing or not what was written.
    [[nodiscard]] static std::optional<QByteArray> joined(const Header &header, const QList<QByteArray> &chunks);
};

} // namespace desk
