#pragma once

#include "domain/secretscan.h"

#include <QCoreApplication>
#include <QStringList>

namespace desk {

// What the guard found, in words that do not repeat it.
class GuardWords
{
    Q_DECLARE_TR_FUNCTIONS(desk::GuardWords)
public:
    static constexpr qsizetype mostLines = 4;

    [[nodiscard]] static QString kind(SecretScan::Kind kind);
    // One line each, masked; the last one counts the rest.
    [[nodiscard]] static QStringList lines(const QString &text, const QList<SecretScan::Finding> &findings);
};

} // namespace desk
