#pragma once

#include <QString>

namespace desk::server {

// Separates <think>…</think> from the answer while it streams; tags may be split over pieces. Pure.
class ThinkFilter
{
public:
    struct Parts {
        QString answer;
        QString thought;
    };

    [[nodiscard]] Parts feed(const QString &piece);
    // What was held back as a possible tag.
    [[nodiscard]] Parts finish();

private:
    QString m_held;
    bool m_thinking = false;
    bool m_trimAnswer = false; // the blank lines after </think>
};

} // namespace desk::server
