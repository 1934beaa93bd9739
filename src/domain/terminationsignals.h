#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace desk {

// SIGTERM, SIGINT and SIGHUP as a Qt signal; where there are none, it never comes. One object per process.
class TerminationSignals : public QObject
{
    Q_OBJECT
public:
    explicit TerminationSignals(QObject *parent = nullptr);
    ~TerminationSignals() override;

Q_SIGNALS:
    void terminationRequested();

private:
    void onReadable();
    int m_readEnd = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace desk
