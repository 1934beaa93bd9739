#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QMap>
#include <QString>
#include <QStringList>

namespace desk::server {

// Takes the secrets among a program's variables out of what it says, which is stored and goes to a language model; also as they stand in
// JSON, in an address, and in base64. A result that lost its ordinary words would be false, so a value is a secret only when
// - the variable's name says so: SecretScan knows it, or it ends in KEY, TOKEN, PASS, PASSPHRASE or CREDENTIAL(S), and the value has four
//   characters or more and is no "true", "false", "null" or "none"; or
// - SecretScan finds one in it; or
// - it has eight characters or more and is not plain: words, numbers of up to ten digits, and what blanks and the signs of paths and
//   addresses make of them, such as "/usr/lib/python3" or "http://localhost:8080/units".
// Pure; any thread.
class SecretFilter
{
public:
    explicit SecretFilter(const QMap<QString, QString> &environment);

    [[nodiscard]] QString filtered(QString text) const;
    [[nodiscard]] QJsonValue filtered(const QJsonValue &value) const; // all texts in it; names too, which stay apart and none is lost

private:
    [[nodiscard]] QJsonObject filteredObject(const QJsonObject &object) const;

    QStringList m_forms; // longest first: one may hold another
};

} // namespace desk::server
