#include "gui/chat/guard/guardwords.h"

#include "gui/text/textlimiter.h"

namespace desk {

QString GuardWords::kind(SecretScan::Kind kind)
{
    switch (kind) {
    case SecretScan::Kind::PrivateKey:
        return tr("Private key");
    case SecretScan::Kind::AccessToken:
        return tr("Access token");
    case SecretScan::Kind::UrlPassword:
        return tr("Password in an address");
    case SecretScan::Kind::Password:
        return tr("Password or key");
    case SecretScan::Kind::CardNumber:
        return tr("Card number");
    case SecretScan::Kind::Iban:
        return tr("Bank account number");
    case SecretScan::Kind::EmailList:
        break;
    }
    return tr("E-mail address, one of many");
}

QStringList GuardWords::lines(const QString &text, const QList<SecretScan::Finding> &findings)
{
    QStringList lines;
    for (const SecretScan::Finding &one : findings) {
        if (lines.size() == mostLines) {
            lines.append(tr("and %n more", nullptr, static_cast<int>(findings.size() - mostLines)));
            break;
        }
        const QString shown = displayLine(SecretScan::masked(QStringView(text).mid(one.start, one.length)), 20);
        //: What was found, such as "Access token", and its masked form
        lines.append(tr("%1: %2").arg(kind(one.kind), QChar(0x2068) + shown + QChar(0x2069)));
    }
    return lines;
}

} // namespace desk
