#include "wire/json/jsonparser.h"

#include "wire/protocolerror.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t'; // the grammar has no other
}

Unexpected<Error> failure(const QString &reason, qsizetype offset)
{
    return {protocolError(u"JSON: %1 at byte %2"_s.arg(reason).arg(offset))};
}

} // namespace

Result<QJsonValue> parseJson(const QByteArray &bytes, const JsonRules &rules)
{
    QByteArrayView text(bytes);
    if (text.startsWith(byteOrderMark))
        text = text.sliced(byteOrderMark.size());
    while (!text.isEmpty() && isSpace(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isSpace(text.back()))
        text.chop(1);
    const qsizetype start = text.data() - bytes.constData();
    if (text.isEmpty())
        return Unexpected{protocolError(u"JSON: empty"_s)};
    if (const std::optional<JsonChecker::Fault> fault = JsonChecker::check(text, rules))
        return failure(QString::fromLatin1(fault->reason), start + fault->offset);

    // QJsonDocument of Qt 6.4 takes only objects and arrays; a scalar travels inside an array.
    const bool scalar = text.front() != '{' && text.front() != '[';
    QByteArray body = scalar ? '[' + text.toByteArray() + ']' : QByteArray::fromRawData(text.data(), text.size());
    // It also swallows a U+FEFF at the start of a string, and of a key it loses track altogether; not so when it is escaped.
    if (body.contains(byteOrderMark.front())) // one letter is sought much faster than three
        body.replace(byteOrderMark, "\\ufeff");
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        return failure(error.errorString(), start + error.offset - (scalar ? 1 : 0));
    if (scalar)
        return document.array().at(0);
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

} // namespace desk::wire
