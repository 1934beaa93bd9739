#pragma once

#include "gui/spell/spelldictionaries.h"

#include <QObject>
#include <QPointer>
#include <QSet>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace desk {

class Settings;
class SpellEngine;

// Spelling in the language of the settings (CH-91), looked up in a thread of its own; nothing here blocks. Words that the person adds are
// kept in a file, one a line. Lives in the GUI thread.
class SpellChecker : public QObject
{
    Q_OBJECT
public:
    static constexpr QLatin1StringView off{"off"};

    // folders: where dictionaries are looked for; wordFile: where the person's words are kept.
    SpellChecker(Settings &settings, QStringList folders, QString wordFile, QObject *parent = nullptr);
    ~SpellChecker() override;

    [[nodiscard]] const QList<SpellDictionary> &dictionaries() const { return m_dictionaries; }
    [[nodiscard]] bool isActive() const { return m_engine != nullptr; }
    [[nodiscard]] QString dictionaryName() const; // empty: not active
    [[nodiscard]] QString state() const;          // what is checked, or why nothing is, for people

    // done(those that are wrong) unless context is gone or the language was changed meanwhile.
    void check(const QStringList &words, QObject *context, std::function<void(const QSet<QString> &wrong)> done);
    void suggest(const QString &word, QObject *context, std::function<void(const QStringList &words)> done);
    void addWord(const QString &word); // for good; when the file cannot be written, until the program ends
    void ignore(const QString &word);  // until the program ends

Q_SIGNALS:
    void changed(); // another language, or a word more: everything is to be checked again

private:
    void choose();
    void readWords();
    void add(const QString &word);

    Settings &m_settings;
    QString m_wordFile;
    QList<SpellDictionary> m_dictionaries;
    QString m_name;
    bool m_isUnreadable = false;
    QStringList m_words;                   // the person's
    std::shared_ptr<SpellEngine> m_engine; // used in the pool's one thread alone
    QThreadPool m_pool;
    quint64 m_generation = 0;
};

} // namespace desk
