#pragma once

#include "gui/desktop/notifier.h"

#include <QPointer>

class QSystemTrayIcon;

namespace desk {

// Balloons of the tray icon, where there is nothing better. One at a time: a click opens what was shown last; none can be taken back.
class TrayNotifier final : public Notifier
{
    Q_OBJECT
public:
    explicit TrayNotifier(QSystemTrayIcon &icon, QObject *parent = nullptr);

    void show(const Notice &notice) override;
    void withdraw(const QString &key) override;

private:
    QPointer<QSystemTrayIcon> m_icon;
    QString m_last;
};

} // namespace desk
