#include "state/settings/settingsrepair.h"

#include "domain/log.h"
#include "state/atomicfile.h"
#include "state/settings/settingsdocument.h"

#include <QDateTime>
#include <QFile>

using namespace Qt::StringLiterals;

namespace desk {

QByteArray SettingsRepair::bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(SettingsDocument::maxBytes + 1) : QByteArray();
}

QString SettingsRepair::freeName(const QString &wanted)
{
    QString name = wanted;
    for (int i = 2; QFile::exists(name); ++i)
        name = wanted + u'-' + QString::number(i);
    return name;
}

QString SettingsRepair::setAside(const QString &path)
{
    const QString bad = freeName(path + u".bad-"_s + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s));
    if (QFile::rename(path, bad))
        return bad;
    qCWarning(logState) << "the damaged settings file cannot be renamed";
    return {};
}

std::optional<SettingsRepair> SettingsRepair::repair(const QString &path)
{
    if (!QFile::exists(path))
        return {};
    const QByteArray copy = SettingsDocument::isWhole(copyOf(path)) ? bytesOf(copyOf(path)) : QByteArray();
    const bool isEmpty = bytesOf(path).trimmed().isEmpty();
    if (isEmpty ? copy.isEmpty() : SettingsDocument::isWhole(path))
        return {};
    const SettingsRepair repair{setAside(path), !copy.isEmpty()};
    if (repair.badFile.isEmpty())
        return {};
    if (repair.hasCopy) {
        if (const Result<> written = AtomicFile::replace(path, copy); !written)
            qCWarning(logState) << "the copy of the settings cannot be written:" << written.error().detail;
    }
    return repair;
}

void SettingsRepair::keepCopy(const QString &path)
{
    const QByteArray bytes = bytesOf(path);
    if (bytes.trimmed().isEmpty() || !SettingsDocument::isWhole(path) || bytes == bytesOf(copyOf(path)))
        return;
    if (const Result<> written = AtomicFile::replace(copyOf(path), bytes); !written)
        qCWarning(logState) << "no copy of the settings could be written:" << written.error().detail;
}

} // namespace desk
