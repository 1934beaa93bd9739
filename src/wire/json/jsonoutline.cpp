#include "wire/json/jsonoutline.h"

#include "wire/json/jsonparser.h"
#include "wire/utf8.h"

#include <algorithm>

namespace desk::wire {

std::optional<JsonOutline> JsonOutline::of(const QByteArray &text)
{
    constexpr char leadOfByteOrderMark = '\xEF'; // QJsonDocument swallows one inside a string
    JsonOutline outline(text);
    if (text.contains(leadOfByteOrderMark) || !JsonChecker::isPlainObject(text, outline.m_members) || !isValidUtf8(text))
        return {};
    return outline;
}

QByteArrayView JsonOutline::valueOf(QByteArrayView key) const
{
    const auto found = std::find_if(m_members.crbegin(), m_members.crend(), [&](const JsonMember &member) {
        return QByteArrayView(m_text).sliced(member.key, member.keySize) == key;
    });
    return found == m_members.crend() ? QByteArrayView() : QByteArrayView(m_text).sliced(found->value, found->valueSize);
}

QString JsonOutline::string(QByteArrayView key) const
{
    const QByteArrayView value = valueOf(key);
    if (!value.startsWith('"'))
        return {};
    const QByteArrayView inner = value.sliced(1, value.size() - 2);
    if (!inner.contains('\\'))
        return textFromUtf8(inner);
    const Result<QJsonValue> decoded = parseJson(value.toByteArray());
    return decoded ? decoded->toString() : QString();
}

} // namespace desk::wire
