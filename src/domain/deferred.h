#pragma once

#include <QByteArray>

#include <utility>

namespace desk {

// A value that stays the text it came as until somebody looks: a run brings thousands of events, some of megabytes, and a page shows
// ten. Whoever makes one from text has checked it, so that looking cannot fail. value() decodes each time: keep what it gave.
template <typename T>
class Deferred
{
public:
    using Decode = T (*)(const QByteArray &text);

    Deferred(T value = T())
        : m_value(std::move(value))
    {
    }
    Deferred(QByteArray text, Decode decode)
        : m_text(std::move(text))
        , m_decode(decode)
    {
    }

    [[nodiscard]] T value() const { return m_decode ? m_decode(m_text) : m_value; }

private:
    T m_value;
    QByteArray m_text;
    Decode m_decode = nullptr;
};

} // namespace desk
