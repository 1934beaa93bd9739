#include "gui/text/linkopener.h"

#include "domain/log.h"
#include "gui/dialogs.h"
#include "gui/text/linkrule.h"

#include <QWidget>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString warningText(LinkTarget::Warning warning)
{
    switch (warning) {
    case LinkTarget::Warning::LabelDiffers:
        return LinkOpener::tr("The text of the link names a different address.");
    case LinkTarget::Warning::UserInfo:
        return LinkOpener::tr("The address contains a user name; what stands before the @ is not the server.");
    case LinkTarget::Warning::IpAddress:
        return LinkOpener::tr("The server is a bare number, not a name.");
    case LinkTarget::Warning::Port:
        return LinkOpener::tr("The address names an unusual port.");
    case LinkTarget::Warning::International:
        return LinkOpener::tr("The server's name contains letters that may look like others.");
    case LinkTarget::Warning::Insecure:
        return LinkOpener::tr("The connection is not encrypted.");
    }
    return {};
}

} // namespace

LinkOpener::LinkOpener(Dialogs &dialogs, QWidget *window)
    : QObject(window)
    , m_dialogs(dialogs)
    , m_window(window)
{
}

void LinkOpener::open(const QString &href, const QString &label)
{
    const auto target = linkTarget(href, label);
    if (!target) {
        qCWarning(logGui) << "a link that is not allowed was not opened";
        return;
    }
    const bool mail = target->host.isEmpty();
    QString text = mail ? tr("Write to this address in your mail program?") : tr("Open a page of %1 in your browser?").arg(target->host);
    text += u"\n\n"_s + target->shown;
    for (const LinkTarget::Warning warning : target->warnings)
        text += u"\n\n"_s + warningText(warning);
    const QUrl url = QUrl::fromEncoded(target->shown.toLatin1(), QUrl::StrictMode);
    m_dialogs.confirm(m_window, tr("Open a link"), text, tr("Open"), [dialogs = &m_dialogs, url] { dialogs->openUrl(url); });
}

} // namespace desk
