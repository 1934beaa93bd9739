#include "state/export/evidencecheck.h"

#include "state/export/canonicaljson.h"
#include "state/export/evidence.h"
#include "state/export/exporttext.h"
#include "wire/json/jsonparser.h"
#include "wire/json/reader.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonObject>

namespace desk {

using namespace Qt::StringLiterals;

EvidenceCheck EvidenceCheck::ofFile(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) // a pipe or a device may never end
        return unreadable(tr("The file cannot be read."));
    const QByteArray bytes = file.read(Evidence::maxBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return unreadable(tr("The file cannot be read."));
    if (bytes.size() > Evidence::maxBytes)
        return unreadable(tr("The file is too large for evidence."));
    return of(bytes);
}

EvidenceCheck EvidenceCheck::of(const QByteArray &bytes)
{
    // A key given twice would be one value to us and another to somebody else.
    const Result<QJsonValue> json = wire::parseJson(bytes, {wire::JsonRules().maxDepth, true});
    if (!json || !json->isObject())
        return unreadable(tr("The file is no evidence of Agent Desk, or it is damaged."));
    const QJsonObject top = json->toObject();
    const wire::Reader reader(top);
    if (reader.string("format"_L1) != Evidence::format)
        return unreadable(tr("The file is no evidence of Agent Desk, or it is damaged."));
    const QJsonObject checksums = reader.object("checksums"_L1);
    const bool isOurs = checksums.value("algorithm"_L1) == QString(Evidence::algorithm) &&
                        checksums.value("form"_L1) == QString(Evidence::form) && reader.integer("version"_L1) == Evidence::version;
    if (!isOurs)
        return unreadable(tr("The file names a version or a way to compute checksums that this version of Agent Desk does not know."));

    EvidenceCheck check;
    check.checkParts(reader.object("parts"_L1), checksums.value("parts"_L1).toObject());
    check.m_whole = Evidence::wholeOf(top);
    const bool isWhole = checksums.value("whole"_L1).toString() == check.m_whole;
    check.add(u"whole"_s, isWhole, isWhole ? tr("The whole: unchanged, %1").arg(check.m_whole) : tr("The whole: CHANGED"));
    if (isWhole && bytes != canonicalJson(top, JsonLayout::LaidOut) + '\n')
        check.add(u"file"_s, true, tr("The file was laid out anew by another program; its content is the same."));
    return check;
}

void EvidenceCheck::checkParts(const QJsonObject &parts, const QJsonObject &hashes)
{
    for (auto part = parts.begin(); part != parts.end(); ++part) {
        const QString name = harmlessLine(part.key(), 60);
        const bool isGood = hashes.value(part.key()).toString() == canonicalHash(part.value());
        add(part.key(), isGood,
            isGood ? tr("%1: unchanged", "part of a file of evidence").arg(name)
                   : tr("%1: CHANGED", "part of a file of evidence").arg(name));
    }
    for (auto hash = hashes.begin(); hash != hashes.end(); ++hash) {
        if (!parts.contains(hash.key()))
            add(hash.key(), false, tr("%1: MISSING", "part of a file of evidence").arg(harmlessLine(hash.key(), 60)));
    }
    for (const QLatin1StringView needed : {"question"_L1, "answer"_L1, "origin"_L1}) {
        if (!parts.contains(needed) && !hashes.contains(needed))
            add(needed, false, tr("%1: MISSING", "part of a file of evidence").arg(needed));
    }
}

void EvidenceCheck::add(const QString &part, bool isGood, const QString &text)
{
    m_lines.append({part, isGood, text});
    if (!isGood)
        m_outcome = Outcome::Changed;
}

EvidenceCheck EvidenceCheck::unreadable(const QString &text)
{
    EvidenceCheck check;
    check.m_outcome = Outcome::Unreadable;
    check.m_lines.append({u"file"_s, false, text});
    return check;
}

QString EvidenceCheck::summary() const
{
    switch (m_outcome) {
    case Outcome::Whole:
        return tr("The content is unchanged since it was written. This does not show who wrote it: the file is not signed.");
    case Outcome::Changed:
        return tr("The file was CHANGED after it was written. Do not rely on it.");
    case Outcome::Unreadable:
        break;
    }
    return tr("Nothing could be checked.");
}

} // namespace desk
