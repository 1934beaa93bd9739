#include "auth/keychain/secretchunks.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

namespace desk {

namespace {

constexpr QByteArrayView mark("agentdesk-chunks/1 ");
constexpr int maxChunks = 1000; // 2 MB: no secret is that long, and a damaged header must not keep us busy

QByteArray checksumOf(const QByteArray &secret)
{
    return QCryptographicHash::hash(secret, QCryptographicHash::Sha256).toHex();
}

} // namespace

SecretChunks SecretChunks::of(const QByteArray &secret)
{
    SecretChunks out;
    if (secret.size() <= maxBytes && !secret.startsWith(mark)) {
        out.entry = secret;
        return out;
    }
    for (qsizetype at = 0; at < secret.size(); at += maxBytes)
        out.chunks.append(secret.mid(at, maxBytes));
    out.generation = QString::number(QRandomGenerator::system()->generate64(), 36);
    out.entry = mark.toByteArray() + out.generation.toLatin1() + ' ' + QByteArray::number(out.chunks.size()) + ' ' +
                QByteArray::number(secret.size()) + ' ' + checksumOf(secret);
    return out;
}

std::optional<SecretChunks::Header> SecretChunks::header(const QByteArray &entry)
{
    if (!entry.startsWith(mark))
        return {};
    const QByteArrayList fields = entry.sliced(mark.size()).split(' ');
    Header out;
    if (fields.size() == 4) {
        out.generation = QString::fromLatin1(fields.at(0));
        out.count = fields.at(1).toInt();
        out.bytes = fields.at(2).toLongLong();
        out.checksum = fields.at(3);
    }
    if (out.count < 0 || out.count > maxChunks)
        out.count = 0; // whatever it was, joined() refuses it
    return out;
}

QString SecretChunks::chunkName(const QString &key, const QString &generation, int index)
{
    return QStringLiteral("%1#%2.%3").arg(key, generation, QString::number(index));
}

std::optional<QByteArray> SecretChunks::joined(const Header &header, const QList<QByteArray> &chunks)
{
    const QByteArray secret = chunks.join();
    if (chunks.size() != header.count || header.count == 0 || secret.size() != header.bytes || checksumOf(secret) != header.checksum)
        return {};
    return secret;
}

} // namespace desk
