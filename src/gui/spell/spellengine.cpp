#include "gui/spell/spellengine.h"

#include <QFile>

#ifdef DESK_HAS_HUNSPELL
#include <QStringDecoder>
#include <QStringEncoder>

#include <hunspell.hxx>

#include <algorithm>
#endif

namespace desk {

#ifdef DESK_HAS_HUNSPELL

namespace {

constexpr size_t mostSuggestions = 7;

// Names as dictionaries write them; Qt 6.4 knows these two of them.
std::optional<QStringConverter::Encoding> encodingOf(const std::string &name)
{
    if (name == "UTF-8")
        return QStringConverter::Utf8;
    if (name == "ISO8859-1" || name == "ISO-8859-1")
        return QStringConverter::Latin1;
    return std::nullopt;
}

} // namespace

struct SpellEngine::Private {
    Hunspell hunspell;
    QStringEncoder encode = {};
    QStringDecoder decode = {};

    // Nothing: the dictionary cannot even write it.
    std::optional<std::string> bytes(const QString &word)
    {
        if (!encode.isValid())
            return std::nullopt;
        encode.resetState();
        const QByteArray encoded = encode(word);
        return encode.hasError() ? std::nullopt : std::optional(encoded.toStdString());
    }
};

SpellEngine::SpellEngine(const SpellDictionary &dictionary)
    : m_private(new Private{Hunspell(QFile::encodeName(dictionary.affixes).constData(), QFile::encodeName(dictionary.words).constData())})
{
    if (const auto encoding = encodingOf(m_private->hunspell.get_dict_encoding())) {
        m_private->encode = QStringEncoder(*encoding);
        m_private->decode = QStringDecoder(*encoding);
    }
}

SpellEngine::~SpellEngine() = default;

bool SpellEngine::isSupported()
{
    return true;
}

bool SpellEngine::isUsable() const
{
    return m_private->encode.isValid();
}

bool SpellEngine::isRight(const QString &word)
{
    const std::optional<std::string> bytes = m_private->bytes(word);
    return !bytes || m_private->hunspell.spell(*bytes);
}

QStringList SpellEngine::suggestions(const QString &word)
{
    QStringList out;
    const std::optional<std::string> bytes = m_private->bytes(word);
    const std::vector<std::string> found = bytes ? m_private->hunspell.suggest(*bytes) : std::vector<std::string>();
    for (size_t i = 0; i < std::min(found.size(), mostSuggestions); ++i)
        out.append(QString(m_private->decode(QByteArray::fromStdString(found.at(i)))));
    return out;
}

void SpellEngine::add(const QString &word)
{
    if (const std::optional<std::string> bytes = m_private->bytes(word))
        m_private->hunspell.add(*bytes);
}

#else

struct SpellEngine::Private {
};

SpellEngine::SpellEngine(const SpellDictionary &dictionary)
{
    Q_UNUSED(dictionary)
}
SpellEngine::~SpellEngine() = default;
bool SpellEngine::isSupported()
{
    return false;
}
bool SpellEngine::isUsable() const
{
    return false;
}
bool SpellEngine::isRight(const QString &word)
{
    Q_UNUSED(word)
    return true;
}
QStringList SpellEngine::suggestions(const QString &word)
{
    Q_UNUSED(word)
    return {};
}
void SpellEngine::add(const QString &word)
{
    Q_UNUSED(word)
}

#endif

} // namespace desk
