#include "gui/desktop/portalscreenshot.h"

#include "domain/log.h"
#include "gui/desktop/portalobjects.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QFileInfo>
#include <QUrl>
#include <QUuid>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

const QString service = u"org.freedesktop.portal.Desktop"_s;
const QString path = u"/org/freedesktop/portal/desktop"_s;
const QString portalInterface = u"org.freedesktop.portal.Screenshot"_s;

} // namespace

PortalScreenshot::PortalScreenshot(const QDBusConnection &bus, QObject *parent)
    : ScreenTaker(parent)
    , m_bus(bus)
{
    if (!m_bus.isConnected())
        return;
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    question << portalInterface << u"version"_s;
    auto *call = new QDBusPendingCallWatcher(m_bus.asyncCall(question), this);
    connect(call, &QDBusPendingCallWatcher::finished, this, [this, call] {
        call->deleteLater();
        m_isAvailable = !call->isError();
        if (m_isAvailable)
            Q_EMIT availableChanged();
    });
}

// The answer comes on an object whose path is known before the call, so that none is missed.
void PortalScreenshot::take()
{
    if (!m_isAvailable || m_isAsking)
        return;
    m_isAsking = true;
    const QString token = u"agentdesk_"_s + QUuid::createUuid().toString(QUuid::Id128);
    const QString sender = m_bus.baseService().mid(1).replace(u'.', u'_');
    auto *request = new PortalRequest(m_bus, u"/org/freedesktop/portal/desktop/request/%1/%2"_s.arg(sender, token), this);
    connect(request, &PortalRequest::Response, this, [this, request](uint response, const QVariantMap &results) {
        request->deleteLater();
        onAnswer(response, results);
    });
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, portalInterface, u"Screenshot"_s);
    question << QString() << QVariantMap{{u"handle_token"_s, token}, {u"interactive"_s, true}};
    auto *pending = new QDBusPendingCallWatcher(m_bus.asyncCall(question), this);
    connect(pending, &QDBusPendingCallWatcher::finished, this, [this, pending, request] {
        pending->deleteLater();
        if (!pending->isError())
            return; // the answer comes as a signal
        qCInfo(logGui) << "the desktop refused a screenshot" << pending->error().name();
        request->deleteLater();
        onAnswer(2, {});
    });
}

void PortalScreenshot::onAnswer(uint response, const QVariantMap &results)
{
    if (!std::exchange(m_isAsking, false))
        return;
    const QUrl url(results.value(u"uri"_s).toString());
    if (response == 0 && url.isLocalFile() && QFileInfo(url.toLocalFile()).isFile())
        Q_EMIT taken(url.toLocalFile());
    else
        Q_EMIT refused();
}

} // namespace desk
