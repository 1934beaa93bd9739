#include "domain/desklink.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr std::array<QLatin1StringView, 4> kinds{QLatin1StringView("conversation"), QLatin1StringView("run"), QLatin1StringView("agent"),
                                                 QLatin1StringView("workflow")};

} // namespace

std::optional<DeskLink> DeskLink::parse(const QString &text)
{
    if (text.size() > maxLength)
        return {};
    // Not QUrl: what it would put right, a link of ours does not have.
    static const QRegularExpression form(u"\\Aagentdesk://(conversation|run|agent|workflow)/([A-Za-z0-9][A-Za-z0-9._:-]{0,127})/?\\z"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return {};
    for (size_t i = 0; i < kinds.size(); ++i) {
        if (match.captured(1) == kinds.at(i))
            return DeskLink{static_cast<Kind>(i), match.captured(2)};
    }
    return {};
}

QString DeskLink::toString() const
{
    return u"agentdesk://%1/%2"_s.arg(kinds.at(static_cast<size_t>(kind)), id);
}

} // namespace desk
