#include "gui/schemaform/schemanotes.h"

#include "gui/schemaform/schemachoicefield.h"
#include "gui/text/textlimiter.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

QString SchemaNotes::title(const QString &key, const wire::SchemaFacts &facts)
{
    constexpr qsizetype longest = 80;
    const QString title = displayLine(facts.title.trimmed().isEmpty() ? key : facts.title, longest);
    return title.isEmpty() ? tr("Field without a name") : title;
}

QString SchemaNotes::help(const wire::SchemaFacts &facts)
{
    constexpr qsizetype longest = 600;
    QString text = facts.description.trimmed();
    if (text.size() > longest)
        text = text.first(longest) + u'\u2026';
    return displayText(text, TextUse::Code);
}

QString SchemaNotes::remarks(const wire::SchemaFacts &facts, SchemaNeed need, const SchemaField::Value &value)
{
    constexpr qsizetype mostExamples = 3;
    QStringList lines;
    if (const QString words = defaultOf(facts, need, value); !words.isEmpty())
        lines.append(words);
    if (const QString hint = hintOf(facts.format); !hint.isEmpty())
        lines.append(hint);
    QStringList examples;
    for (const wire::JsonNode &example : facts.examples.first(std::min(facts.examples.size(), mostExamples)))
        examples.append(schemaValueText(example));
    if (!examples.isEmpty())
        lines.append(tr("For example: %1").arg(examples.join(u", "_s)));
    if (!facts.notUnderstood.isEmpty())
        lines.append(tr("Not checked here, only by the server: %1").arg(displayLine(facts.notUnderstood.join(u", "_s))));
    return lines.join(u'\n');
}

QString SchemaNotes::defaultOf(const wire::SchemaFacts &facts, SchemaNeed need, const SchemaField::Value &value)
{
    if (!facts.fallback || (facts.fallback->isNull() && !value))
        return {};
    if (value)
        return value->isSame(*facts.fallback) ? tr("This is the default.") : QString();
    return need == SchemaNeed::Optional ? tr("If not given: %1").arg(schemaValueText(*facts.fallback))
                                        : tr("The default is: %1").arg(schemaValueText(*facts.fallback));
}

QString SchemaNotes::hintOf(const QString &format)
{
    if (format == "date"_L1)
        return tr("A date, such as 2026-03-31.");
    if (format == "date-time"_L1)
        return tr("A date and a time, such as 2026-03-31T14:30:00Z.");
    if (format == "time"_L1)
        return tr("A time, such as 14:30:00Z.");
    if (format == "email"_L1)
        return tr("An e-mail address.");
    if (format == "uri"_L1 || format == "url"_L1)
        return tr("A web address, such as https://example.org/.");
    if (format == "uuid"_L1)
        return tr("An identifier such as 6f1c1a52-0b7e-4b3a-9a55-2f1d6c1e8b10.");
    return {};
}

} // namespace desk
