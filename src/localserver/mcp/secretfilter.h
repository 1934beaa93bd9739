#pragma once

#include <QJsonValue>
#include <QMap>
#include <QString>
#include <QStringList>

namespace desk::server {

// Takes the values of a program's variables out of what it says: they may be secrets, and what it says is stored and goes to a language
// model. Also as they stand in JSON, in an address, and in base64. Values of less than four characters stay: without "1" and "en" nothing
// could be read any more.
class SecretFilter
{
public:
    explicit SecretFilter(const QMap<QString, QString> &environment);

    [[nodiscard]] QString filtered(QString text) const;
    [[nodiscard]] QJsonValue filtered(const QJsonValue &value) const; // all texts in it, keys included

private:
    QStringList m_forms; // longest first: one may hold another
};

} // namespace desk::server
