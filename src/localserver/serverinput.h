#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>

#include <memory>

class QSocketNotifier;

namespace desk::server {

// Standard input by lines: waits for the first one, then reports the others as they come.
class LineReader : public QObject
{
    Q_OBJECT
public:
    explicit LineReader(int descriptor, QObject *parent = nullptr);
    ~LineReader() override;

    // Before start(): the next line without its end; what there is when input ends or the time is up.
    [[nodiscard]] QByteArray waitForLine(int milliseconds);
    void start();

Q_SIGNALS:
    void line(const QByteArray &text);
    void closed(); // once

private:
    void onReadable();
    [[nodiscard]] bool readSome(); // false at the end
    [[nodiscard]] QByteArray takeLine();

    int m_descriptor;
    QByteArray m_buffer;
    bool m_atEnd = false;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace desk::server
