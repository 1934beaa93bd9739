#include "gui/chat/options/toolwords.h"

#include "gui/text/textlimiter.h"

#include <QHash>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace desk {

QString ToolWords::of(const QString &tool)
{
    const QHash<QString, QString> known{{u"document_search"_s, tr("searching documents")},
                                        {u"rag"_s, tr("searching documents")},
                                        {u"web_search"_s, tr("searching the web")},
                                        {u"search"_s, tr("searching the web")},
                                        {u"web_scraper"_s, tr("reading web pages")},
                                        {u"table_query"_s, tr("asking tables")},
                                        {u"calculate"_s, tr("calculating")},
                                        {u"current_time"_s, tr("telling the time")},
                                        {u"read_file"_s, tr("reading attached files")},
                                        {u"get_weather"_s, tr("looking up the weather")},
                                        {u"transcribe_audio"_s, tr("writing down speech")}};
    const auto found = known.constFind(tool);
    return found == known.cend() ? displayLine(QString(tool).replace(u'_', u' '), 40) : *found;
}

QString ToolWords::list(const QStringList &tools)
{
    QStringList words;
    for (const QString &tool : tools) {
        const QString word = of(tool);
        if (!word.trimmed().isEmpty() && !words.contains(word))
            words << word;
    }
    const qsizetype rest = words.size() - mostNamed;
    if (rest > 0) {
        words = words.first(mostNamed);
        //: The last part of a list of tools that is too long to be named whole
        words << tr("%n more", nullptr, static_cast<int>(rest));
    }
    return QLocale().createSeparatedList(words);
}

} // namespace desk
