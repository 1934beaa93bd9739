#include "state/export/ratingsfile.h"

#include "sqlite/sqlvalues.h"
#include "state/export/tablecsv.h"
#include "wire/json/reader.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString ratingWord(Rating rating)
{
    return rating == Rating::Up ? u"good"_s : rating == Rating::Down ? u"bad"_s : QString();
}

QString timeOf(const RatedAnswer &answer)
{
    return answer.ratedAt.isValid() ? wire::formatTime(answer.ratedAt) : QString();
}

// In the order of columns().
QStringList cells(const RatedAnswer &answer)
{
    return {answer.question,
            answer.answer,
            ratingWord(answer.rating),
            answer.note,
            answer.agent,
            answer.model,
            answer.tools.join(u", "_s),
            timeOf(answer),
            answer.message,
            answer.conversation.value(),
            answer.run.value()};
}

} // namespace

QStringList RatingsFile::columns()
{
    return {u"question"_s, u"answer"_s,     u"rating"_s,          u"note"_s,  u"agent"_s, u"model"_s, u"tools"_s,
            u"rated_at"_s, u"message_id"_s, u"conversation_id"_s, u"run_id"_s};
}

RatingsFile::Form RatingsFile::formOf(const QString &path)
{
    return path.endsWith(".csv"_L1, Qt::CaseInsensitive) ? Form::Csv : Form::Lines;
}

QByteArray RatingsFile::write(const QList<RatedAnswer> &answers, Form form)
{
    if (form == Form::Csv) {
        QList<QStringList> rows{columns()};
        rows.reserve(answers.size() + 1);
        for (const RatedAnswer &answer : answers)
            rows.append(cells(answer));
        return tableCsv(rows, {TableCsvOptions::Separator::Comma, true, true});
    }
    QByteArray out;
    const QStringList names = columns();
    for (const RatedAnswer &answer : answers) {
        const QStringList values = cells(answer);
        QJsonObject line;
        for (qsizetype i = 0; i < names.size(); ++i)
            line.insert(names.at(i), values.at(i));
        line.insert("tools"_L1, QJsonArray::fromStringList(answer.tools));
        out += compact(line) + '\n';
    }
    return out;
}

} // namespace desk
