#include "localserver/mcp/secretfilter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

constexpr qsizetype shortest = 4;

QString asInJson(const QString &text)
{
    const QString array = QString::fromUtf8(QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact));
    return array.sliced(2, array.size() - 4);
}

} // namespace

SecretFilter::SecretFilter(const QMap<QString, QString> &environment)
{
    for (const QString &value : environment) {
        if (value.size() < shortest)
            continue;
        const QByteArray bytes = value.toUtf8();
        for (const QString &form : {value, asInJson(value), QString::fromLatin1(bytes.toPercentEncoding()),
                                    QString::fromLatin1(bytes.toBase64(QByteArray::OmitTrailingEquals)),
                                    QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals))}) {
            if (!m_forms.contains(form))
                m_forms.append(form);
        }
    }
    std::stable_sort(m_forms.begin(), m_forms.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
}

QString SecretFilter::filtered(QString text) const
{
    for (const QString &form : m_forms)
        text.replace(form, u"[redacted]"_s);
    return text;
}

QJsonValue SecretFilter::filtered(const QJsonValue &value) const
{
    if (m_forms.isEmpty())
        return value;
    if (value.isString())
        return filtered(value.toString());
    if (value.isArray()) {
        QJsonArray out;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array)
            out.append(filtered(item));
        return out;
    }
    if (!value.isObject())
        return value;
    QJsonObject out;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        out.insert(filtered(it.key()), filtered(it.value()));
    return out;
}

} // namespace desk::server
