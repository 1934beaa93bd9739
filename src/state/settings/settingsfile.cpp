#include "state/settings/settingsfile.h"

#include "domain/log.h"
#include "state/atomicfile.h"
#include "state/settings/settingsini.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// An INI file of the same name makes room, where it can; where it is now.
QString iniFor(const QString &path)
{
    if (!SettingsIni::isOne(path))
        return SettingsIni::fileFor(path);
    const QString old = SettingsRepair::freeName(path + u".old"_s);
    return QFile::rename(path, old) ? old : path;
}

} // namespace

SettingsFile::SettingsFile(const QString &path)
    : m_path(path)
{
    const QString ini = iniFor(path);
    m_repair = SettingsRepair::repair(path);
    const QByteArray found = SettingsRepair::bytesOf(path);
    std::optional<SettingsDocument> document = SettingsDocument::parse(found);
    if (document)
        m_onDisk = found;
    else if (m_repair || !found.trimmed().isEmpty()) // the copy could not be put there, or the damaged one not be renamed
        document = SettingsDocument::parse(SettingsRepair::bytesOf(SettingsRepair::copyOf(path)));
    if (document)
        m_document = *document;
    else if (!m_repair)
        takeOver(ini);
    if (!m_repair)
        SettingsRepair::keepCopy(path);
}

SettingsFile::~SettingsFile()
{
    write();
    SettingsRepair::keepCopy(m_path);
}

void SettingsFile::takeOver(const QString &ini)
{
    if (SettingsDocument::isWhole(SettingsRepair::copyOf(m_path)))
        return; // somebody removed the file, to begin anew
    const QString copy = SettingsRepair::copyOf(ini);
    const bool isDamaged = SettingsIni::isEmpty(ini) ? SettingsIni::isOne(copy) : !SettingsIni::isWhole(ini);
    if (isDamaged && QFile::exists(ini))
        m_repair = SettingsRepair{ini, SettingsIni::isOne(copy)};
    for (const auto &[name, value] : SettingsIni::read(m_repair ? copy : ini))
        set(name, value);
    write();
}

void SettingsFile::set(QLatin1StringView name, const QJsonValue &value)
{
    m_document.set(name, value);
    m_unwritten.insert(name);
}

void SettingsFile::write()
{
    if (m_unwritten.isEmpty())
        return;
    takeChangesOfOthers();
    const QByteArray bytes = m_document.compose();
    if (const QString problem = problemOfWriting(bytes); !problem.isEmpty()) {
        if (!m_isFailureTold)
            qCWarning(logState) << "the settings cannot be written:" << problem;
        m_isFailureTold = true;
        return;
    }
    m_onDisk = bytes;
    m_unwritten.clear();
    m_isFailureTold = false;
}

QString SettingsFile::problemOfWriting(const QByteArray &bytes) const
{
    if (!SettingsDocument::parse(bytes))
        return u"they could not be read again"_s; // too large, for instance
    QDir().mkpath(QFileInfo(m_path).path());
    const Result<> written = AtomicFile::replace(m_path, bytes);
    return written ? QString() : written.error().message;
}

void SettingsFile::takeChangesOfOthers()
{
    const QByteArray found = SettingsRepair::bytesOf(m_path);
    if (found == m_onDisk)
        return;
    std::optional<SettingsDocument> other = SettingsDocument::parse(found);
    if (!other) {
        if (!found.trimmed().isEmpty()) // somebody's slip while editing it, perhaps: it is kept
            (void)SettingsRepair::setAside(m_path);
        return;
    }
    for (const QLatin1StringView name : std::as_const(m_unwritten))
        other->set(name, m_document.value(name));
    m_document = *other;
    m_onDisk = found;
}

bool SettingsFile::isWritable() const
{
    const QFileInfo file(m_path);
    if (file.exists() && !(file.isFile() && file.isWritable()))
        return false;
    QFileInfo folder(file.absolutePath());
    while (!folder.exists() && folder.path() != folder.filePath())
        folder.setFile(folder.path());
    return folder.isDir() && folder.isWritable();
}

} // namespace desk
