#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace desk {

// What had better not be in a message (D-51): looked for on this computer, by form and, where there is one, by checksum. A hint for
// people, no promise: what has no form is not found. Linear in the length of the text. Pure, any thread.
class SecretScan
{
public:
    enum class Kind {
        PrivateKey,  // PEM
        AccessToken, // of a known service, or a JSON web token
        UrlPassword, // scheme://user:password@host
        Password,    // password=…, api_key: …
        CardNumber,  // personal data from here on
        Iban,
        EmailList // five addresses or more
    };
    struct Finding {
        Kind kind = Kind::AccessToken;
        qsizetype start = 0;
        qsizetype length = 0;
    };
    static constexpr qsizetype fewestAddresses = 5;

    [[nodiscard]] static QList<Finding> scan(const QString &text); // in the order of the text, none overlapping
    [[nodiscard]] static bool isPersonal(Kind kind) { return kind >= Kind::CardNumber; }
    // What was found as it may be shown: its first and last characters, none of a short one.
    [[nodiscard]] static QString masked(QStringView secret);
    [[nodiscard]] static QString replaced(const QString &text, const QList<Finding> &findings, const QString &mark);
};

} // namespace desk
