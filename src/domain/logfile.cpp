#include "domain/logfile.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int linesBetweenTries = 100;

} // namespace

bool LogFile::open(const QString &folder)
{
    m_folder = folder;
    QDir().mkpath(folder);
    QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    return openNewest();
}

void LogFile::close()
{
    m_folder.clear();
    m_file.close();
}

QString LogFile::pathOf(int number) const
{
    return number == 0 ? m_folder + u"/agentdesk.log"_s : m_folder + u"/agentdesk.%1.log"_s.arg(number);
}

bool LogFile::openNewest()
{
    m_file.close();
    m_file.setFileName(pathOf(0));
    // Unbuffered: what a crash leaves behind ends with the last line before it.
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered)) {
        fail();
        return false;
    }
    m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return true;
}

void LogFile::write(const QByteArray &line)
{
    if (m_folder.isEmpty())
        return;
    if (!m_file.isOpen() && (++m_missed % linesBetweenTries != 0 || !openNewest()))
        return; // it was lost when it was turned over: now and then it is tried again
    if (m_file.size() > 0 && m_file.size() + line.size() + 1 > std::max(m_limits.bytes, m_turnAt))
        rotate();
    if (m_file.isOpen() && m_file.write(line + '\n') != line.size() + 1)
        fail(); // the file stays open: there may be room again
}

void LogFile::rotate()
{
    m_file.close();
    // The newest first, and only then what must go: one that somebody holds open stays where it is, and grows, rather than cost the others.
    const QString aside = m_folder + u"/agentdesk.turning.log"_s;
    QFile::remove(aside);
    if (QFile::rename(pathOf(0), aside)) {
        QFile::remove(pathOf(m_limits.files - 1));
        for (int number = m_limits.files - 2; number >= 1; --number)
            QFile::rename(pathOf(number), pathOf(number + 1));
        QFile::rename(aside, pathOf(1));
        m_turnAt = 0;
    } else {
        m_turnAt = QFileInfo(pathOf(0)).size() + m_limits.bytes / 10;
    }
    openNewest();
}

void LogFile::fail()
{
    if (m_problem.isEmpty())
        m_problem = m_file.errorString();
}

} // namespace desk
