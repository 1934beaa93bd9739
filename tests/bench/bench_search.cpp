// P9: full text over DESK_MESSAGES messages (a million unless it says otherwise) while a stream is kept beside it: how long until the
// first 50 hits with their snippets are there, and how large the index is beside its text. Prints JSON lines.
#include "sqlite/statement.h"
#include "sqlite/transaction.h"
#include "state/cache/cacheschema.h"
#include "state/cache/cachetable.h"
#include "state/cache/messagesearch.h"
#include "state/store/storethread.h"
#include "state/store/turnjournal.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

constexpr int perConversation = 500;
constexpr int vocabulary = 60'000;
constexpr int bar = 50;

void line(const char *name, double value, const char *unit, double limit)
{
    std::printf("{\"name\":\"%s\",\"value\":%.3f,\"unit\":\"%s\",\"baseline\":0,\"ratio\":0,\"bar\":%.3f,\"ok\":%s}\n", name, value, unit,
                limit, limit <= 0 || value <= limit ? "true" : "false");
}

// Words as often as in a language (Zipf), the frequent ones short.
class Language
{
public:
    Language()
    {
        const QString letters = u"etaoinshrdlucmfwypvbgk"_s;
        double sum = 0;
        for (int i = 0; i < vocabulary; ++i) {
            const int length = std::clamp(int(2 + std::log(i + 1.0) * 0.75 + m_random.generateDouble() * 2), 2, 14);
            QString word;
            for (int n = 0; n < length; ++n)
                word += letters.at(m_random.bounded(int(letters.size())));
            m_words.append(word);
            m_until.push_back(sum += 1 / (i + 2.7));
        }
    }

    QString word()
    {
        return at(static_cast<int>(std::lower_bound(m_until.begin(), m_until.end(), m_random.generateDouble() * m_until.back()) -
                                   m_until.begin()));
    }
    [[nodiscard]] QString at(int rank) const { return m_words.at(std::min(rank, vocabulary - 1)); }
    QString text()
    {
        const double spread = std::sqrt(-2 * std::log(1 - m_random.generateDouble())) * std::cos(6.2831853 * m_random.generateDouble());
        const int count = std::clamp(int(std::exp(3.4 + 0.9 * spread)), 3, 600);
        QString text;
        for (int i = 0; i < count; ++i)
            text += (i > 0 ? u" "_s : QString()) + word();
        return text;
    }

private:
    QRandomGenerator m_random{7};
    QStringList m_words;
    std::vector<double> m_until;
};

double fill(StoreThread &store, Language &language, int count, double &textBytes)
{
    QElapsedTimer clock;
    clock.start();
    const QDateTime start(QDate(2024, 1, 1), QTime(0, 0), Qt::UTC);
    const int conversations = std::max(1, count / perConversation);
    for (int c = 0; c < conversations; ++c) {
        Conversation conversation;
        conversation.id = ConversationId(u"c%1"_s.arg(c));
        conversation.title = language.word() + u' ' + language.word() + u' ' + language.word();
        QList<Message> messages;
        for (int i = 0; i < perConversation; ++i) {
            Message message;
            message.id = MessageId(u"%1-%2"_s.arg(c).arg(i));
            message.role = i % 2 == 0 ? Role::User : Role::Assistant;
            message.content = language.text();
            message.createdAt = start.addSecs(qint64(c) * 63'000'000 / conversations + i * 40); // two years
            textBytes += double(message.content.toUtf8().size());
            messages.append(message);
        }
        store.run(
            qApp,
            [conversation, messages](Database &database) {
                return CacheTable(database, u"a"_s).putMessages(conversation, messages, {0, messages.size(), true});
            },
            [](const Result<int> &) {});
        if (c % 20 == 19 || c + 1 == conversations) { // not all texts at once in memory
            store.run(
                qApp, [](Database &) {}, [](const Result<> &) { QCoreApplication::quit(); });
            QCoreApplication::exec();
        }
    }
    const double seconds = double(clock.elapsed()) / 1000;
    store.run( // as CacheFiller does in the end
        qApp,
        [](Database &database) {
            CacheTable table(database, u"a"_s);
            for (bool isFirst = true; table.purge(isFirst) == CacheTable::Purge::Part && !database.hasFailed();)
                isFirst = false;
        },
        [](const Result<> &) { QCoreApplication::quit(); });
    QCoreApplication::exec();
    return seconds;
}

double indexBytes(const QString &path)
{
    const Result<std::unique_ptr<Database>> database = Database::openToRead(path);
    if (!database)
        return 0;
    Statement sum(**database, "SELECT sum(length(block)) FROM words_data");
    return sum.next() ? double(sum.integer(0)) : 0;
}

struct Wait {
    double ms = 0;
    qsizetype hits = 0;
};

Wait ask(MessageSearch &search, const QString &text)
{
    QElapsedTimer clock;
    Wait wait;
    QObject context;
    QObject::connect(&search, &MessageSearch::found, &context, [&](const QList<SearchHit> &hits) { wait.hits += hits.size(); });
    QObject::connect(&search, &MessageSearch::runningChanged, &context, [&] {
        if (!search.isRunning())
            QCoreApplication::quit();
    });
    clock.start();
    search.start(SearchQuery::parse(text));
    QCoreApplication::exec();
    wait.ms = double(clock.nsecsElapsed()) / 1e6;
    return wait;
}

QStringList queries(const Language &language)
{
    QStringList all;
    for (int i = 0; i < 30; ++i) {
        const auto at = [&language, i](int rank) { return language.at(rank * (i + 1)); };
        all << at(1) + u' ' << at(1) + u' ' + at(2) + u' ' << at(40) + u' ' + at(3) + u' ' << at(700) << at(900) + u' ' + at(5) + u' ';
        all << at(60).left(4) << at(300).left(5) << u"\"%1 %2\""_s.arg(at(1), at(2)) << at(2) + u" -"_s + at(1) + u' ';
        all << at(3) + u" before:2025-03-01 "_s << at(100) + u" after:2025-06 "_s << u"zzzunknown "_s;
    }
    return all;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const int count = qEnvironmentVariableIsSet("DESK_MESSAGES") ? qEnvironmentVariableIntValue("DESK_MESSAGES") : 1'000'000;
    const QTemporaryDir dir;
    const StoreFolder folder{dir.path()};
    const StoreKind kind = cacheStoreKind(folder);
    Language language;
    double textBytes = 0;
    StoreThread store(folder, kind);
    MessageSearch search(store, kind.path);
    search.open(u"a"_s);
    const double seconds = fill(store, language, count, textBytes);
    line("P9_fill_messages_per_second", count / seconds, "1/s", 0);
    line("P9_index_percent_of_text", indexBytes(kind.path) / textBytes * 100, "%", 35);

    // A stream beside it: 200 events a second on disk, as in bench_journal, and a turn's messages into the cache.
    StoreThread user(folder, userStoreKind(folder));
    TurnJournal journal(user);
    TurnRecord turn;
    turn.id = u"turn"_s;
    turn.createdAt = QDateTime::currentDateTimeUtc();
    journal.begin(turn, {}, {}, &journal, [](const Result<> &) {});
    QTimer stream;
    QObject::connect(&stream, &QTimer::timeout, &app, [&] {
        QList<wire::ServerEvent> events;
        for (int i = 0; i < 7; ++i)
            events.append({"content", R"({"type":"content","message":"word "})", "1"});
        journal.append(turn, events, &journal, [](const Result<> &) {});
    });
    stream.start(33);

    std::vector<double> waits;
    double worstPhrase = 0;
    for (const QString &query : queries(language)) {
        const Wait wait = ask(search, query);
        waits.push_back(wait.ms);
        if (query.startsWith(u'"'))
            worstPhrase = std::max(worstPhrase, wait.ms);
        if (qEnvironmentVariableIsSet("DESK_BENCH_EACH"))
            std::fprintf(stderr, "%8.1f ms %3lld  %s\n", wait.ms, static_cast<long long>(wait.hits), qPrintable(query));
    }
    std::sort(waits.begin(), waits.end());
    const auto part = [&waits](double p) { return waits.at(std::min(waits.size() - 1, static_cast<size_t>(double(waits.size()) * p))); };
    line("P9_search_median_ms", part(0.5), "ms", bar);
    line("P9_search_p95_ms", part(0.95), "ms", bar);
    line("P9_search_worst_ms", waits.back(), "ms", 0);
    line("P9_phrase_worst_ms", worstPhrase, "ms", 0);
    return 0;
}
