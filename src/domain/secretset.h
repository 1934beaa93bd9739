#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringView>

namespace desk {

// Secrets that are looked for in texts without being kept: only their lengths and keyed digests are, so that the memory of the process
// does not hold what somebody has signed out of (KEY-12). One thread at a time.
class SecretSet
{
public:
    SecretSet(); // with a key of its own

    void add(QStringView secret); // shorter than minimum: ignored, replacing it would make texts unreadable
    // The text with every secret in it replaced; of two that overlap the longer one wins.
    [[nodiscard]] QString replaced(const QString &text, const QString &mark) const;

    static constexpr qsizetype minimum = 6; // UTF-16 units

private:
    struct Found {
        qsizetype at = 0;
        qsizetype size = 0;
    };
    void find(QStringView text, qsizetype size, QList<Found> &found) const;
    [[nodiscard]] QByteArray digest(QStringView text) const;

    QByteArray m_key;
    quint64 m_base;                                             // of the rolling hash
    QHash<qsizetype, QHash<quint64, QList<QByteArray>>> m_sets; // digests by length and rolling hash
};

} // namespace desk
