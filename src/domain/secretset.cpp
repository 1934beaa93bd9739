#include "domain/secretset.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <algorithm>

namespace desk {

namespace {

constexpr qsizetype keyBytes = 32;

// Rabin and Karp's: of `size` units, each step in constant time. A mere sieve; the digest decides.
quint64 rolled(QStringView text, quint64 base)
{
    quint64 hash = 0;
    for (const QChar c : text)
        hash = hash * base + c.unicode() + 1;
    return hash;
}

} // namespace

SecretSet::SecretSet()
    : m_key(keyBytes, Qt::Uninitialized)
    , m_base(QRandomGenerator::system()->generate64() | 1)
{
    QRandomGenerator::system()->generate(m_key.begin(), m_key.end());
}

void SecretSet::add(QStringView secret)
{
    if (secret.size() < minimum)
        return;
    QList<QByteArray> &digests = m_sets[secret.size()][rolled(secret, m_base)];
    const QByteArray wanted = digest(secret);
    if (!digests.contains(wanted))
        digests.append(wanted);
}

QByteArray SecretSet::digest(QStringView text) const
{
    const QByteArray bytes = QByteArray::fromRawData(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    return QMessageAuthenticationCode::hash(bytes, m_key, QCryptographicHash::Sha256);
}

void SecretSet::find(QStringView text, qsizetype size, QList<Found> &found) const
{
    const QHash<quint64, QList<QByteArray>> &set = *m_sets.constFind(size);
    quint64 power = 1; // of the unit that leaves the window
    for (qsizetype i = 1; i < size; ++i)
        power *= m_base;
    quint64 hash = rolled(text.first(size), m_base);
    for (qsizetype at = 0;; ++at) {
        const auto candidates = set.constFind(hash);
        if (candidates != set.constEnd() && candidates->contains(digest(text.sliced(at, size))))
            found.append({at, size});
        if (at + size >= text.size())
            return;
        hash = (hash - power * (text.at(at).unicode() + 1ULL)) * m_base + text.at(at + size).unicode() + 1;
    }
}

QString SecretSet::replaced(const QString &text, const QString &mark) const
{
    QList<Found> found;
    for (auto set = m_sets.keyBegin(); set != m_sets.keyEnd(); ++set) {
        if (*set <= text.size())
            find(text, *set, found);
    }
    if (found.isEmpty())
        return text;
    std::sort(found.begin(), found.end(), [](const Found &a, const Found &b) { return a.at != b.at ? a.at < b.at : a.size > b.size; });
    QString out;
    qsizetype done = 0; // of the text
    for (const Found &one : std::as_const(found)) {
        if (one.at + one.size <= done)
            continue; // inside the one before
        if (one.at >= done) {
            out += QStringView(text).sliced(done, one.at - done);
            out += mark;
        }
        done = one.at + one.size; // one that begins in the one before goes on behind the same mark
    }
    out += QStringView(text).sliced(done);
    return out;
}

} // namespace desk
