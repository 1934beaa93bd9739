#include "translations/catalogue.h"

#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include <utility>

using namespace Qt::StringLiterals;

static QStringList readTranslation(QXmlStreamReader &xml)
{
    QStringList forms;
    QString text;
    while (!xml.atEnd() && !(xml.readNext() == QXmlStreamReader::EndElement && xml.name() == "translation"_L1)) {
        if (xml.isStartElement() && xml.name() == "numerusform"_L1)
            forms.append(xml.readElementText());
        else if (xml.isCharacters())
            text += xml.text();
    }
    return forms.isEmpty() ? QStringList{text} : forms;
}

QList<CatalogueEntry> readCatalogue(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<CatalogueEntry> entries;
    QString context;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.name() == "message"_L1)
            entries.append({context, {}, {}, {}, xml.attributes().value("numerus"_L1) == "yes"_L1});
        else if (xml.name() == "source"_L1)
            entries.last().source = xml.readElementText();
        else if (xml.name() == "comment"_L1)
            entries.last().comment = xml.readElementText();
        else if (xml.name() == "translation"_L1)
            entries.last().translations = readTranslation(xml);
    }
    return xml.hasError() ? QList<CatalogueEntry>() : entries;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(u"%L?(?:[0-9]{1,2}|n)"_s);
    QStringList found;
    for (auto it = pattern.globalMatch(text); it.hasNext();)
        found.append(it.next().captured());
    found.sort();
    return found;
}
