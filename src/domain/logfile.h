#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

namespace desk {

// The log on disk: for this person alone (0600), five files of ten megabytes at most, the newest without a number (LOG-03). A disk that
// is full or read-only stops nothing and is told once. One thread at a time.
class LogFile
{
public:
    struct Limits {
        qint64 bytes = 10 * 1024 * 1024; // of one file
        int files = 5;
    };

    LogFile() = default;
    explicit LogFile(const Limits &limits)
        : m_limits(limits)
    {
    }

    // folder is made with 0700. False: it cannot be written; problem() says why.
    bool open(const QString &folder);
    void write(const QByteArray &line); // without its line end; nothing happens before open()
    void close();

    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] const QString &problem() const { return m_problem; } // of the system, for the log and diagnostics; empty: none

private:
    [[nodiscard]] QString pathOf(int number) const;
    bool openNewest();
    void rotate();
    void fail();

    Limits m_limits;
    QString m_folder;
    QFile m_file;
    QString m_problem;
    qint64 m_turnAt = 0; // bytes; grows where the file cannot be turned over
    int m_missed = 0;    // lines, since it could not be opened
};

} // namespace desk
