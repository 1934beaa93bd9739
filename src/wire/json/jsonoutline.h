#pragma once

#include "wire/json/jsonchecker.h"

#include <QByteArray>
#include <QString>
#include <QVarLengthArray>

#include <optional>

namespace desk::wire {

// The members of a JSON object, checked and found but not decoded: enough to sort an event, and cheaper than decoding it by far. A value
// object that shares the text's memory.
class JsonOutline
{
public:
    // Nothing for text that is bad, no object, or such that QJsonDocument may read it otherwise than the checker: whoever gets nothing
    // takes the general way, parseJson().
    [[nodiscard]] static std::optional<JsonOutline> of(const QByteArray &text);

    [[nodiscard]] const QByteArray &text() const { return m_text; }
    [[nodiscard]] bool contains(QByteArrayView key) const { return !valueOf(key).isEmpty(); }
    [[nodiscard]] QByteArrayView valueOf(QByteArrayView key) const; // its JSON text; empty when it is not there; of two the last
    [[nodiscard]] QString string(QByteArrayView key) const;         // empty for every other kind of value

private:
    explicit JsonOutline(QByteArray text)
        : m_text(std::move(text))
    {
    }

    QByteArray m_text;
    JsonMembers m_members;
};

} // namespace desk::wire
