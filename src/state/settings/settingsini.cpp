#include "state/settings/settingsini.h"

#include "state/settings/settingsdocument.h"
#include "state/settings/settingsentry.h"
#include "state/settings/settingsrepair.h"
#include "state/settings/settingsvalue.h"

#include <QFileInfo>
#include <QSettings>

#include <optional>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// An INI file knows texts alone, and writes a list of one text as that text.
std::optional<QVariant> typed(const QVariant &found, QMetaType type)
{
    QVariant value = found;
    if (type == QMetaType::fromType<bool>()) {
        const QString text = found.toString();
        return text == "true"_L1 || text == "false"_L1 ? std::optional<QVariant>(text == "true"_L1) : std::nullopt;
    }
    const bool isList = type == QMetaType::fromType<QStringList>() || type == QMetaType::fromType<QVariantList>();
    if (value.metaType() == type || (isList && value.isValid() && value.convert(type)))
        return value;
    return {};
}

} // namespace

QString SettingsIni::fileFor(const QString &path)
{
    const QFileInfo file(path);
    return file.path() + u'/' + file.completeBaseName() + u".ini"_s;
}

bool SettingsIni::isEmpty(const QString &file)
{
    return SettingsRepair::bytesOf(file).trimmed().isEmpty();
}

bool SettingsIni::isWhole(const QString &file)
{
    const QByteArray bytes = SettingsRepair::bytesOf(file);
    if (bytes.size() > SettingsDocument::maxBytes || bytes.contains('\0')) // what a power cut leaves; Qt reads around it
        return false;
    const QSettings settings(file, QSettings::IniFormat);
    (void)settings.allKeys(); // sections are read when somebody asks
    return settings.status() != QSettings::FormatError;
}

bool SettingsIni::isOne(const QString &file)
{
    return SettingsRepair::bytesOf(file).trimmed().startsWith('[') && !read(file).isEmpty();
}

SettingsIni::Values SettingsIni::read(const QString &file)
{
    Values values;
    if (!QFileInfo::exists(file) || !isWhole(file))
        return values;
    const QSettings settings(file, QSettings::IniFormat);
    for (const SettingsEntry &entry : SettingsEntry::all()) {
        if (const std::optional<QVariant> value = typed(settings.value(QString(entry.name)), entry.type()))
            values.append({entry.name, SettingsValue::toJson(*value, entry.type())});
    }
    return values;
}

} // namespace desk
