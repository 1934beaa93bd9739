#include "gui/text/linkrule.h"

#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype maxUrl = 2048;
constexpr qsizetype maxSubject = 200;

bool hasForbiddenCharacter(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) {
        return c.isSpace() || c == u'\\' || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format || c.isSurrogate();
    });
}

bool isIpAddress(const QString &host)
{
    if (host.contains(u':'))
        return true;
    const bool numeric = std::all_of(host.cbegin(), host.cend(), [](QChar c) { return c.isDigit() || c == u'.'; });
    return numeric || host.startsWith("0x"_L1);
}

bool isHarmlessMail(const QUrl &url)
{
    const QString to = url.path(QUrl::FullyDecoded);
    if (!to.contains(u'@') || to.contains(u',') || to.contains(u';') || !url.authority().isEmpty() || url.hasFragment())
        return false;
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    return std::all_of(items.cbegin(), items.cend(), [](const auto &item) {
        const QString key = item.first.toLower();
        const bool known = key == "subject"_L1 || key == "body"_L1;
        return known && !item.second.contains(u'\n') && !item.second.contains(u'\r') &&
               (key != "subject"_L1 || item.second.size() <= maxSubject);
    });
}

// "https://bank.example" as the text of a link to another host is the oldest trick there is.
bool labelNamesOtherHost(const QString &label, const QString &host)
{
    const QString text = label.trimmed();
    if (text.contains(u' ') || !text.contains(u'.'))
        return false;
    const QUrl named(text.contains("://"_L1) ? text : "https://"_L1 + text, QUrl::StrictMode);
    const QString other = named.host(QUrl::FullyEncoded).toLower();
    return !other.isEmpty() && other.contains(u'.') && other != host && "www."_L1 + other != host && other != "www."_L1 + host;
}

QList<LinkTarget::Warning> warningsFor(const LinkTarget &target, const QString &label)
{
    using enum LinkTarget::Warning;
    QList<LinkTarget::Warning> warnings;
    if (labelNamesOtherHost(label, target.host))
        warnings << LabelDiffers;
    if (!target.url.userInfo().isEmpty())
        warnings << UserInfo;
    if (isIpAddress(target.host))
        warnings << IpAddress;
    if (target.url.port() != -1)
        warnings << Port;
    if (target.host.contains("xn--"_L1))
        warnings << International;
    if (target.url.scheme() == "http"_L1)
        warnings << Insecure;
    return warnings;
}

} // namespace

std::optional<LinkTarget> linkTarget(const QString &href, const QString &label)
{
    if (href.isEmpty() || href.size() > maxUrl || hasForbiddenCharacter(href))
        return std::nullopt;
    LinkTarget target;
    target.url = QUrl(href, QUrl::StrictMode);
    if (!target.url.isValid())
        return std::nullopt;
    target.shown = QString::fromLatin1(target.url.toEncoded());
    const QString scheme = target.url.scheme();
    if (scheme == "mailto"_L1)
        return isHarmlessMail(target.url) ? std::optional(target) : std::nullopt;
    target.host = target.url.host(QUrl::FullyEncoded).toLower();
    if ((scheme != "https"_L1 && scheme != "http"_L1) || target.host.isEmpty() || target.shown.size() > maxUrl)
        return std::nullopt;
    target.warnings = warningsFor(target, label);
    return target;
}

} // namespace desk
