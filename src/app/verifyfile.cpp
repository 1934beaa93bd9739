#include "app/verifyfile.h"

#include "state/export/evidencecheck.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <cstdio>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

QString outcomeWord(EvidenceCheck::Outcome outcome)
{
    switch (outcome) {
    case EvidenceCheck::Outcome::Whole:
        return u"unchanged"_s;
    case EvidenceCheck::Outcome::Changed:
        return u"changed"_s;
    case EvidenceCheck::Outcome::Unreadable:
        break;
    }
    return u"unreadable"_s;
}

void printJson(const EvidenceCheck &check, QTextStream &out)
{
    const auto print = [&out](const QJsonObject &line) { out << QJsonDocument(line).toJson(QJsonDocument::Compact) << '\n'; };
    for (const EvidenceCheck::Line &line : check.lines())
        print({{u"part"_s, line.part}, {u"good"_s, line.isGood}, {u"text"_s, line.text}});
    print({{u"outcome"_s, outcomeWord(check.outcome())}, {u"checksum"_s, check.whole()}, {u"text"_s, check.summary()}});
}

} // namespace

int verifyFile(const QString &path, bool asJson)
{
    const EvidenceCheck check = EvidenceCheck::ofFile(path);
    const bool isError = check.outcome() == EvidenceCheck::Outcome::Unreadable && !asJson;
    QTextStream out(isError ? stderr : stdout);
    if (asJson) {
        printJson(check, out);
    } else {
        for (const EvidenceCheck::Line &line : check.lines())
            out << line.text << '\n';
        out << check.summary() << '\n';
    }
    out.flush();
    return static_cast<int>(check.outcome());
}

} // namespace desk
