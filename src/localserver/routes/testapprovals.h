#pragma once

#include "localserver/engine/customtool.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>

namespace desk::server {

// What tests of tools that are programs were asked about (APPR-02): each question has a hash of its own, good for one start of exactly what
// was shown and for a while only. In memory: after a restart it is asked again.
class TestApprovals
{
public:
    static constexpr qsizetype mostOpen = 256; // then the oldest is forgotten, and asked again

    explicit TestApprovals(int validMs);

    [[nodiscard]] QString ask(const CustomTool &tool, const QJsonObject &input); // the hash; 64 hexadecimal digits
    // Whether this may start now. However it ends, the hash is good for nothing any more.
    [[nodiscard]] bool take(const QString &hash, const CustomTool &tool, const QJsonObject &input);

private:
    struct Question {
        QString hash;
        QString nonce; // in the hash as well: no two questions are alike
        QDateTime askedAt;
    };
    [[nodiscard]] static QString hashOf(const QString &nonce, const CustomTool &tool, const QJsonObject &input);

    int m_validMs;
    QList<Question> m_open; // the oldest first
};

} // namespace desk::server
