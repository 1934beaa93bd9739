#pragma once

#include "gui/desktop/notifier.h"

#include <QDBusConnection>
#include <QHash>
#include <QStringList>

#include <optional>

class QDBusPendingCallWatcher;

namespace desk {

class NotificationService;

// org.freedesktop.Notifications. Asks what the service can do once for each one that runs, and never waits for it.
class FreedesktopNotifier final : public Notifier
{
    Q_OBJECT
public:
    explicit FreedesktopNotifier(const QDBusConnection &bus, QObject *parent = nullptr);

    void show(const Notice &notice) override;
    void withdraw(const QString &key) override;

private:
    struct Entry {
        quint32 id = 0;             // of the service; 0: not known yet
        bool asked = false;         // the answer with the id is under way
        bool withdrawn = false;     // meanwhile
        std::optional<Notice> next; // meanwhile
    };

    void connectService();
    void askCapabilities();
    void send(const Notice &notice);
    void take(const Notice &notice, const QDBusPendingCallWatcher &call);
    void close(quint32 id);
    void forgetService();
    [[nodiscard]] QStringList actions(const Notice &notice) const;
    [[nodiscard]] QString keyOf(quint32 id) const;

    QDBusConnection m_bus;
    NotificationService *m_service = nullptr; // null: there is no bus
    std::optional<QStringList> m_capabilities;
    QList<Notice> m_waiting; // for the capabilities
    QHash<QString, Entry> m_entries;
};

} // namespace desk
