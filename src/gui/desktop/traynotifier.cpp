#include "gui/desktop/traynotifier.h"

#include <QSystemTrayIcon>

namespace desk {

TrayNotifier::TrayNotifier(QSystemTrayIcon &icon, QObject *parent)
    : Notifier(parent)
    , m_icon(&icon)
{
    connect(&icon, &QSystemTrayIcon::messageClicked, this, [this] {
        if (!m_last.isEmpty())
            Q_EMIT openRequested(m_last);
    });
}

void TrayNotifier::show(const Notice &notice)
{
    if (!m_icon || !m_icon->isVisible() || !QSystemTrayIcon::supportsMessages()) {
        Q_EMIT failed(notice);
        return;
    }
    m_last = notice.key;
    m_icon->showMessage(notice.title, notice.text, QSystemTrayIcon::NoIcon);
}

void TrayNotifier::withdraw(const QString &key)
{
    if (m_last == key)
        m_last.clear();
}

} // namespace desk
