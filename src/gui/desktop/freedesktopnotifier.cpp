#include "gui/desktop/freedesktopnotifier.h"

#include "domain/log.h"
#include "gui/desktop/notificationservice.h"

#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QVariantMap>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

const QString serviceName = u"org.freedesktop.Notifications"_s;
const QString openAction = u"default"_s; // a click on the notification itself
const QString openButton = u"open"_s;
const QString replyButton = u"reply"_s;
const QString quitButton = u"quit"_s;
const QString choicePrefix = u"choice:"_s;
const QString inlineReply = u"inline-reply"_s;

} // namespace

FreedesktopNotifier::FreedesktopNotifier(const QDBusConnection &bus, QObject *parent)
    : Notifier(parent)
    , m_bus(bus)
{
    if (m_bus.isConnected()) // libdbus ends the program where a match is added to a bus that is gone
        connectService();
}

void FreedesktopNotifier::connectService()
{
    m_service = new NotificationService(m_bus, this);
    auto *watcher = new QDBusServiceWatcher(serviceName, m_bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this, &FreedesktopNotifier::forgetService);
    connect(m_service, &NotificationService::ActionInvoked, this, [this](uint id, const QString &action) {
        const QString key = keyOf(id);
        if (!key.isEmpty() && action == replyButton)
            Q_EMIT replyRequested(key, {});
        else if (!key.isEmpty() && action.startsWith(choicePrefix))
            Q_EMIT choiceRequested(key, action.sliced(choicePrefix.size()));
        else if (!key.isEmpty() && action == quitButton)
            Q_EMIT quitRequested(key);
        else if (!key.isEmpty() && (action == openAction || action == openButton))
            Q_EMIT openRequested(key);
    });
    connect(m_service, &NotificationService::NotificationReplied, this, [this](uint id, const QString &text) {
        if (const QString key = keyOf(id); !key.isEmpty())
            Q_EMIT replyRequested(key, text);
    });
    connect(m_service, &NotificationService::NotificationClosed, this, [this](uint id, uint) {
        if (const QString key = keyOf(id); !key.isEmpty() && !m_entries.value(key).asked)
            m_entries.remove(key);
    });
}

void FreedesktopNotifier::show(const Notice &notice)
{
    if (!m_service || !m_bus.isConnected()) {
        Q_EMIT failed(notice);
        return;
    }
    if (!m_capabilities) {
        m_waiting.removeIf([&notice](const Notice &other) { return other.key == notice.key; });
        m_waiting.append(notice);
        if (m_waiting.size() == 1)
            askCapabilities();
        return;
    }
    send(notice);
}

void FreedesktopNotifier::askCapabilities()
{
    auto *call = new QDBusPendingCallWatcher(m_service->asyncCall(u"GetCapabilities"_s), this);
    connect(call, &QDBusPendingCallWatcher::finished, this, [this, call] {
        call->deleteLater();
        const QDBusPendingReply<QStringList> reply = *call;
        const QList<Notice> waiting = std::exchange(m_waiting, {});
        if (reply.isError())
            qCInfo(logGui) << "no notifications over D-Bus:" << reply.error().name();
        else
            m_capabilities = reply.value();
        for (const Notice &notice : waiting)
            reply.isError() ? Q_EMIT failed(notice) : send(notice);
    });
}

QStringList FreedesktopNotifier::actions(const Notice &notice) const
{
    if (!m_capabilities->contains("actions"_L1))
        return {};
    QStringList out{openAction, tr("Open"), openButton, tr("Open")};
    for (const Notice::Choice &choice : notice.choices)
        out << choicePrefix + choice.id << choice.label;
    if (notice.actions == Notice::Actions::Open)
        return out;
    if (notice.actions == Notice::Actions::OpenAndQuit)
        out << quitButton << tr("Quit");
    else if (m_capabilities->contains(inlineReply))
        out << inlineReply << tr("Reply");
    else
        out << replyButton << tr("Reply");
    return out;
}

void FreedesktopNotifier::send(const Notice &notice)
{
    Entry &entry = m_entries[notice.key];
    entry.withdrawn = false;
    if (entry.asked) {
        entry.next = notice;
        return;
    }
    entry.asked = true;
    const bool markup = m_capabilities->contains("body-markup"_L1);
    const QVariantMap hints{{u"desktop-entry"_s, u"agentdesk"_s}, {u"category"_s, u"im.received"_s}};
    const QString text = markup ? notice.text.toHtmlEscaped() : notice.text;
    auto *call = new QDBusPendingCallWatcher(
        m_service->asyncCall(u"Notify"_s, tr("Agent Desk"), entry.id, u"agentdesk"_s, notice.title, text, actions(notice), hints, -1),
        this);
    connect(call, &QDBusPendingCallWatcher::finished, this, [this, notice, call] {
        call->deleteLater();
        take(notice, *call);
    });
}

void FreedesktopNotifier::take(const Notice &notice, const QDBusPendingCallWatcher &call)
{
    const QDBusPendingReply<uint> reply = call;
    Entry &entry = m_entries[notice.key];
    entry.asked = false;
    if (reply.isError()) {
        qCInfo(logGui) << "a notification was not shown:" << reply.error().name();
        m_entries.remove(notice.key);
        Q_EMIT failed(notice);
        return;
    }
    entry.id = reply.value();
    if (entry.withdrawn)
        withdraw(notice.key);
    else if (const std::optional<Notice> next = std::exchange(entry.next, std::nullopt))
        send(*next);
}

void FreedesktopNotifier::withdraw(const QString &key)
{
    m_waiting.removeIf([&key](const Notice &notice) { return notice.key == key; });
    const auto entry = m_entries.find(key);
    if (entry == m_entries.end())
        return;
    if (entry->asked) {
        entry->withdrawn = true;
        entry->next.reset();
        return;
    }
    close(entry->id);
    m_entries.erase(entry);
}

void FreedesktopNotifier::close(quint32 id)
{
    if (m_bus.isConnected())
        (void)m_service->asyncCall(u"CloseNotification"_s, id);
}

// Another one has other abilities, and knows none of the old ids.
void FreedesktopNotifier::forgetService()
{
    m_capabilities.reset();
    m_entries.clear();
}

QString FreedesktopNotifier::keyOf(quint32 id) const
{
    for (auto entry = m_entries.cbegin(); entry != m_entries.cend(); ++entry) {
        if (entry->id == id && id != 0)
            return entry.key();
    }
    return {};
}

} // namespace desk
