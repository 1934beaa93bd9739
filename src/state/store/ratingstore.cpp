#include "state/store/ratingstore.h"

#include "sqlite/sqlvalues.h"
#include "sqlite/statement.h"
#include "state/store/storethread.h"
#include "state/store/turnjournal.h"
#include "wire/json/reader.h"

#include <QJsonArray>
#include <QJsonObject>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// A null string would bind NULL, which the table does not take.
QString text(const QString &value)
{
    return value.isNull() ? u""_s : value;
}

int numberOf(Rating rating)
{
    return rating == Rating::Up ? 1 : rating == Rating::Down ? -1 : 0;
}

Rating ratingOf(qint64 number)
{
    return number > 0 ? Rating::Up : number < 0 ? Rating::Down : Rating::None;
}

RatedAnswer answerOf(const Statement &row)
{
    RatedAnswer rated;
    rated.message = row.text(0);
    rated.conversation = ConversationId(row.text(1));
    rated.rating = ratingOf(row.integer(2));
    rated.note = row.text(3);
    rated.question = row.text(4);
    rated.answer = row.text(5);
    const QJsonObject more = row.json(6).toObject();
    rated.agent = more.value("agent"_L1).toString();
    rated.run = RunId(more.value("run"_L1).toString());
    const QJsonArray tools = more.value("tools"_L1).toArray();
    for (const QJsonValue &tool : tools)
        rated.tools.append(tool.toString());
    rated.model = more.value("model"_L1).toString();
    rated.ratedAt = fromMs(row.integer(7));
    return rated;
}

QList<RatedAnswer> readAll(Database &database, const QString &account)
{
    QList<RatedAnswer> rows;
    Statement select(database, "SELECT message, conversation, rating, note, question, answer, more, updated_ms FROM ratings "
                               "WHERE account = ? ORDER BY updated_ms, message");
    select.bind(account);
    while (select.next())
        rows.append(answerOf(select));
    return rows;
}

void write(Database &database, const QString &account, const RatedAnswer &answer)
{
    if (answer.rating == Rating::None) {
        Statement(database, "DELETE FROM ratings WHERE account = ? AND message = ?").bind(account, answer.message).run();
        return;
    }
    const QByteArray more = compact(QJsonObject{{u"agent"_s, answer.agent},
                                                {u"tools"_s, QJsonArray::fromStringList(answer.tools)},
                                                {u"run"_s, answer.run.value()},
                                                {u"model"_s, answer.model}});
    Statement(database, "INSERT OR REPLACE INTO ratings(account, message, conversation, rating, note, question, answer, more, updated_ms) "
                        "VALUES(?,?,?,?,?,?,?,?,?)")
        .bind(account, answer.message, text(answer.conversation.value()), numberOf(answer.rating), text(answer.note), text(answer.question),
              text(answer.answer), more, QDateTime::currentMSecsSinceEpoch())
        .run();
}

} // namespace

RatingStore::RatingStore(StoreThread &store, TurnJournal &journal, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_journal(journal)
{
}

void RatingStore::open()
{
    ++m_generation;
    m_marks.clear();
    m_notes.clear();
    Q_EMIT changed();
    all(this, [this, generation = m_generation](const Result<QList<RatedAnswer>> &rows) {
        if (generation != m_generation || !rows)
            return;
        for (const RatedAnswer &row : *rows) {
            if (!m_marks.contains(row.message)) // rated meanwhile
                show(row.message, row.rating, row.note);
        }
        Q_EMIT changed();
    });
}

void RatingStore::show(const QString &message, Rating rating, const QString &note)
{
    m_notes.remove(message);
    m_marks.remove(message);
    if (rating == Rating::None)
        return;
    m_marks.insert(message, {{}, rating, !note.isEmpty()});
    if (!note.isEmpty())
        m_notes.insert(message, note);
}

void RatingStore::rate(const RatedAnswer &answer)
{
    if (answer.message.isEmpty())
        return;
    const Rating before = rating(answer.message);
    const QString noteBefore = note(answer.message);
    show(answer.message, answer.rating, answer.note);
    Q_EMIT changed();
    m_store.run(
        this, [answer, account = m_journal.account()](Database &database) { write(database, account, answer); },
        [this, message = answer.message, before, noteBefore, generation = m_generation](const Result<> &outcome) {
            if (outcome || generation != m_generation)
                return;
            show(message, before, noteBefore);
            Q_EMIT changed();
            Q_EMIT notKept(outcome.error());
        });
}

void RatingStore::forget(const QStringList &messages)
{
    for (const QString &message : messages) {
        if (m_marks.contains(message))
            rate({message, {}, Rating::None, {}, {}, {}, {}, {}, {}, {}});
    }
}

void RatingStore::all(QObject *context, Rows done)
{
    m_store.run(
        context, [account = m_journal.account()](Database &database) { return readAll(database, account); }, std::move(done));
}

} // namespace desk
