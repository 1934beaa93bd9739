#include "state/settingsrepair.h"

#include "domain/log.h"
#include "state/atomicfile.h"

#include <QDateTime>
#include <QFile>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// A name that is free, also when two are damaged within a second.
QString badName(const QString &path)
{
    const QString base = path + u".bad-"_s + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s);
    QString name = base;
    for (int i = 2; QFile::exists(name); ++i)
        name = base + u'-' + QString::number(i);
    return name;
}

} // namespace

bool SettingsRepair::isWhole(const QString &path)
{
    const QByteArray bytes = bytesOf(path);
    if (bytes.contains('\0')) // what a power cut leaves; Qt reads around it
        return false;
    const QSettings settings(path, QSettings::IniFormat);
    (void)settings.allKeys(); // sections are read when somebody asks
    return settings.status() != QSettings::FormatError;
}

std::optional<SettingsRepair> SettingsRepair::repair(const QString &path)
{
    if (!QFile::exists(path))
        return {};
    const QByteArray copy = isWhole(copyOf(path)) ? bytesOf(copyOf(path)) : QByteArray();
    const bool isEmptied = !copy.isEmpty() && bytesOf(path).trimmed().isEmpty();
    if (isWhole(path) && !isEmptied)
        return {};
    SettingsRepair repair{badName(path), !copy.isEmpty()};
    if (!QFile::rename(path, repair.badFile)) {
        qCWarning(logState) << "the damaged settings file cannot be renamed";
        return {};
    }
    if (repair.hasCopy) {
        if (const Result<> written = AtomicFile::replace(path, copy); !written) {
            qCWarning(logState) << "the copy of the settings cannot be written:" << written.error().detail;
            repair.hasCopy = false;
        }
    }
    return repair;
}

void SettingsRepair::keepCopy(const QString &path)
{
    const QByteArray bytes = bytesOf(path);
    if (bytes.trimmed().isEmpty() || !isWhole(path) || bytes == bytesOf(copyOf(path)))
        return;
    if (const Result<> written = AtomicFile::replace(copyOf(path), bytes); !written)
        qCWarning(logState) << "no copy of the settings could be written:" << written.error().detail;
}

} // namespace desk
