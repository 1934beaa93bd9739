#include "domain/logfile.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace desk {

bool LogFile::open(const QString &folder)
{
    m_folder = folder;
    QDir().mkpath(folder);
    QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    return openNewest();
}

void LogFile::close()
{
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
    if (!m_file.isOpen())
        return;
    if (m_file.size() > 0 && m_file.size() + line.size() + 1 > m_limits.bytes)
        rotate();
    if (m_file.isOpen() && m_file.write(line + '\n') != line.size() + 1)
        fail(); // the file stays open: there may be room again
}

void LogFile::rotate()
{
    m_file.close();
    QFile::remove(pathOf(m_limits.files - 1));
    for (int number = m_limits.files - 2; number >= 0; --number)
        QFile::rename(pathOf(number), pathOf(number + 1));
    openNewest();
}

void LogFile::fail()
{
    if (m_problem.isEmpty())
        m_problem = m_file.errorString();
}

} // namespace desk
