#pragma once

#include <QObject>
#include <QTimer>

namespace desk {

class Settings;

// The detailed log: on for a day after somebody asked for it, across restarts, and then off by itself (LOG-02). GUI thread.
class DetailedLog : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 lastsMs = 24 * 60 * 60 * 1000;

    explicit DetailedLog(Settings &settings, QObject *parent = nullptr);

    [[nodiscard]] bool isOn() const;
    void setOn(bool on);

Q_SIGNALS:
    void changed();

private:
    void apply();

    Settings &m_settings;
    QTimer m_end;
};

} // namespace desk
