#pragma once

#include <QCoreApplication>
#include <QList>
#include <QLocale>
#include <QString>

#include <optional>

namespace desk {

// A dictionary that is installed: two files, named after a language.
struct SpellDictionary {
    QString name; // "en_US"
    QString affixes;
    QString words;
};

// The Hunspell dictionaries of this computer.
class SpellDictionaries
{
    Q_DECLARE_TR_FUNCTIONS(desk::SpellDictionaries)
public:
    // Where they usually are, the person's own folder first.
    [[nodiscard]] static QStringList usualFolders();
    [[nodiscard]] static QList<SpellDictionary> in(const QStringList &folders); // by name; of two of one name the first folder's
    // That of the language and country, else of the language.
    [[nodiscard]] static std::optional<SpellDictionary> fitting(const QList<SpellDictionary> &all, const QLocale &locale);
    [[nodiscard]] static QString title(const QString &name); // "English (United States)", for people
};

} // namespace desk
