#include "state/cache/insighttable.h"

#include "sqlite/statement.h"
#include "sqlite/transaction.h"
#include "state/cache/searchtext.h"
#include "state/insights/insighttexts.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype longestContent = 64 * 1024; // characters

QString filled(const QString &text)
{
    return text.isNull() ? u""_s : text; // a null one would be NULL
}

} // namespace

InsightTable::InsightTable(Database &database, QString account)
    : m_database(database)
    , m_account(std::move(account))
{
}

void InsightTable::put(const QList<Insight> &insights, qint64 readMs)
{
    Transaction transaction(m_database);
    for (const Insight &insight : insights) {
        if (insight.id.isEmpty())
            continue;
        const QString content = filled(insight.content.left(longestContent));
        const QString category = filled(insight.category.wire());
        const QString conversation = filled(insight.conversationId.value());
        const QString day = filled(insight.createdOn.toString(Qt::ISODate));
        qint64 key = 0;
        {
            Statement known(m_database,
                            "SELECT key, content, category, conversation, created_on FROM insights WHERE account = ? AND id = ?");
            known.bind(m_account, insight.id.value());
            if (known.next()) {
                key = known.integer(0);
                if (known.text(1) == content && known.text(2) == category && known.text(3) == conversation && known.text(4) == day) {
                    Statement(m_database, "UPDATE insights SET read_ms = max(read_ms, ?) WHERE key = ?").bind(readMs, key).run();
                    continue;
                }
            }
        }
        if (key != 0)
            drop(key);
        Statement(m_database, "INSERT INTO insights(account, id, content, category, kind, conversation, created_on, read_ms) "
                              "VALUES(?, ?, ?, ?, ?, ?, ?, ?)")
            .bind(m_account, insight.id.value(), content, category, filled(InsightTexts::title(insight.category)), conversation, day,
                  readMs)
            .run();
        index(m_database.lastRowId(), true);
    }
    transaction.commit();
}

void InsightTable::remove(const QList<InsightId> &ids)
{
    Transaction transaction(m_database);
    for (const InsightId &id : ids) {
        qint64 key = 0;
        {
            Statement row(m_database, "SELECT key FROM insights WHERE account = ? AND id = ?");
            row.bind(m_account, id.value());
            key = row.next() ? row.integer(0) : 0;
        }
        if (key != 0)
            drop(key);
    }
    transaction.commit();
}

void InsightTable::removeReadBefore(qint64 readMs)
{
    Transaction transaction(m_database);
    QList<qint64> gone;
    {
        Statement rows(m_database, "SELECT key FROM insights WHERE account = ? AND read_ms < ?");
        rows.bind(m_account, readMs);
        while (rows.next())
            gone.append(rows.integer(0));
    }
    for (const qint64 key : std::as_const(gone))
        drop(key);
    transaction.commit();
}

void InsightTable::removeAll()
{
    removeReadBefore(std::numeric_limits<qint64>::max());
}

void InsightTable::drop(qint64 key)
{
    index(key, false);
    Statement(m_database, "DELETE FROM insights WHERE key = ?").bind(key).run();
}

// Out of what stands in the table, so that an index entry goes with the words it came with: kind is in the language of that time.
void InsightTable::index(qint64 key, bool add)
{
    QByteArray text;
    {
        Statement row(m_database, "SELECT content, category, kind FROM insights WHERE key = ?");
        row.bind(key);
        if (!row.next())
            return;
        text = searchable(row.text(0)) + '\n' + searchable(row.text(1)) + ' ' + searchable(row.text(2)) + ' ' +
               SearchMarks::ofAccount(m_account);
    }
    Statement(m_database, add ? "INSERT INTO insight_words(rowid, text) VALUES(?, ?)"
                              : "INSERT INTO insight_words(insight_words, rowid, text) VALUES('delete', ?, ?)")
        .bind(key, text)
        .run();
}

} // namespace desk
