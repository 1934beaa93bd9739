#include "gui/spell/spellchecker.h"

#include "gui/spell/spellengine.h"
#include "state/settings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qint64 maxWordFile = 1024 * 1024;

} // namespace

SpellChecker::SpellChecker(Settings &settings, QStringList folders, QString wordFile, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_wordFile(std::move(wordFile))
    , m_dictionaries(SpellEngine::isSupported() ? SpellDictionaries::in(folders) : QList<SpellDictionary>())
{
    m_pool.setMaxThreadCount(1);
    connect(&settings, &Settings::changed, this, [this](Settings::Key key) {
        if (key == Settings::Key::SpellLanguage)
            choose();
    });
    readWords();
    choose();
}

SpellChecker::~SpellChecker()
{
    m_pool.waitForDone();
}

void SpellChecker::readWords()
{
    QFile file(m_wordFile);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QStringList lines = QString::fromUtf8(file.read(maxWordFile)).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines)
        m_words.append(line.trimmed());
}

void SpellChecker::choose()
{
    const QString wanted = m_settings.text(Settings::Key::SpellLanguage);
    std::optional<SpellDictionary> dictionary;
    if (wanted.isEmpty()) {
        dictionary = SpellDictionaries::fitting(m_dictionaries, QLocale());
    } else if (wanted != off) {
        const auto named =
            std::find_if(m_dictionaries.cbegin(), m_dictionaries.cend(), [&wanted](const auto &one) { return one.name == wanted; });
        if (named != m_dictionaries.cend())
            dictionary = *named;
    }
    ++m_generation;
    m_isUnreadable = false;
    m_name = dictionary ? dictionary->name : QString();
    m_engine.reset();
    if (!dictionary) {
        Q_EMIT changed();
        return;
    }
    m_pool.start([self = QPointer(this), generation = m_generation, dictionary = *dictionary, words = m_words] {
        auto engine = std::make_shared<SpellEngine>(dictionary);
        for (const QString &word : words)
            engine->add(word);
        QMetaObject::invokeMethod(qApp, [self, generation, engine] {
            if (!self || generation != self->m_generation)
                return;
            self->m_isUnreadable = !engine->isUsable();
            self->m_engine = engine->isUsable() ? engine : nullptr;
            Q_EMIT self->changed();
        });
    });
}

QString SpellChecker::dictionaryName() const
{
    return isActive() ? m_name : QString();
}

QString SpellChecker::state() const
{
    if (!SpellEngine::isSupported())
        return tr("This build of the program cannot check spelling.");
    if (m_settings.text(Settings::Key::SpellLanguage) == off)
        return tr("Spelling is not checked.");
    if (m_dictionaries.isEmpty())
        return tr("No dictionary is installed, so nothing is checked. On Debian and Ubuntu the packages are called hunspell-en-us, "
                  "hunspell-de-de "
                  "and so on.");
    if (m_isUnreadable)
        return tr("The dictionary %1 has an encoding that the program does not read.").arg(m_name);
    if (m_name.isEmpty())
        return tr("There is no dictionary for this language, so nothing is checked.");
    return tr("Spelling is checked in %1.").arg(SpellDictionaries::title(m_name));
}

void SpellChecker::check(const QStringList &words, QObject *context, std::function<void(const QSet<QString> &wrong)> done)
{
    if (!m_engine)
        return;
    m_pool.start([self = QPointer(this), context = QPointer(context), generation = m_generation, engine = m_engine, words, done] {
        QSet<QString> wrong;
        for (const QString &word : words) {
            if (!engine->isRight(word))
                wrong.insert(word);
        }
        QMetaObject::invokeMethod(qApp, [self, context, generation, wrong, done] {
            if (self && context && generation == self->m_generation)
                done(wrong);
        });
    });
}

void SpellChecker::suggest(const QString &word, QObject *context, std::function<void(const QStringList &words)> done)
{
    if (!m_engine)
        return;
    m_pool.start([self = QPointer(this), context = QPointer(context), engine = m_engine, word, done] {
        QMetaObject::invokeMethod(qApp, [self, context, words = engine->suggestions(word), done] {
            if (self && context)
                done(words);
        });
    });
}

void SpellChecker::add(const QString &word)
{
    if (m_engine)
        m_pool.start([engine = m_engine, word] { engine->add(word); });
    Q_EMIT changed();
}

void SpellChecker::addWord(const QString &word)
{
    if (!m_words.contains(word)) {
        m_words.append(word);
        QDir().mkpath(QFileInfo(m_wordFile).path());
        QFile file(m_wordFile);
        if (file.open(QIODevice::Append))
            file.write(word.toUtf8() + '\n');
    }
    add(word);
}

void SpellChecker::ignore(const QString &word)
{
    add(word);
}

} // namespace desk
