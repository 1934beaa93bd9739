#include "gui/spell/spelldictionaries.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

QStringList SpellDictionaries::usualFolders()
{
    QStringList folders{QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/dictionaries"_s};
    folders += qEnvironmentVariable("DICPATH").split(QDir::listSeparator(), Qt::SkipEmptyParts);
    for (const QString &name : {u"hunspell"_s, u"myspell"_s, u"myspell/dicts"_s})
        folders += QStandardPaths::locateAll(QStandardPaths::GenericDataLocation, name, QStandardPaths::LocateDirectory);
    folders.removeDuplicates();
    return folders;
}

QList<SpellDictionary> SpellDictionaries::in(const QStringList &folders)
{
    QList<SpellDictionary> all;
    for (const QString &folder : folders) {
        const QFileInfoList files = QDir(folder).entryInfoList({u"*.dic"_s}, QDir::Files | QDir::Readable, QDir::Name);
        for (const QFileInfo &file : files) {
            const QString name = file.completeBaseName();
            const QString affixes = file.dir().filePath(name + u".aff"_s); // without one it is of hyphens or of synonyms
            const bool isThere = std::any_of(all.cbegin(), all.cend(), [&name](const SpellDictionary &one) { return one.name == name; });
            if (!isThere && QFileInfo(affixes).isReadable())
                all.append({name, affixes, file.filePath()});
        }
    }
    std::sort(all.begin(), all.end(), [](const SpellDictionary &a, const SpellDictionary &b) { return a.name < b.name; });
    return all;
}

std::optional<SpellDictionary> SpellDictionaries::fitting(const QList<SpellDictionary> &all, const QLocale &locale)
{
    const QString whole = locale.name();
    const QString language = whole.section(u'_', 0, 0);
    const auto has = [&all](const auto &accepts) -> std::optional<SpellDictionary> {
        const auto found = std::find_if(all.cbegin(), all.cend(), accepts);
        return found == all.cend() ? std::nullopt : std::optional(*found);
    };
    if (auto exact = has([&whole](const SpellDictionary &one) { return one.name == whole; }))
        return exact;
    return has([&language](const SpellDictionary &one) { return one.name == language || one.name.startsWith(language + u'_'); });
}

QString SpellDictionaries::title(const QString &name)
{
    const QLocale locale(name);
    if (locale.language() == QLocale::C)
        return name;
    const QString language = QLocale::languageToString(locale.language());
    return name.contains(u'_') ? tr("%1 (%2)", "language, country").arg(language, QLocale::territoryToString(locale.territory()))
                               : language;
}

} // namespace desk
