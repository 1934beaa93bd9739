#include "state/models/conversationtotals.h"
#include "state/models/transcriptmodel.h"
#include "wire/json/answerfactsjson.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

AnswerFacts facts(std::optional<qint64> tokens, std::optional<double> cost = {})
{
    AnswerFacts facts;
    facts.totalTokens = tokens.value_or(-1);
    facts.costDollars = cost;
    return facts;
}

Message answer(std::optional<qint64> tokens, std::optional<double> cost = {})
{
    Message message;
    message.role = Role::Assistant;
    message.content = u"answer"_s;
    message.facts = facts(tokens, cost);
    return message;
}

Message question()
{
    Message message;
    message.role = Role::User;
    message.content = u"question"_s;
    return message;
}

struct Sums {
    qint64 tokens = 0;
    double cost = 0;
    bool allTokens = true;
    bool allCosts = true;

    friend bool operator==(const Sums &a, const Sums &b)
    {
        return a.tokens == b.tokens && std::abs(a.cost - b.cost) < 1e-9 && a.allTokens == b.allTokens && a.allCosts == b.allCosts;
    }
};

// As somebody would who looks at everything.
Sums counted(const TranscriptModel &model)
{
    Sums sums;
    for (int row = 0; row < model.rowCount(); ++row) {
        const Message &message = model.messageAt(row);
        if (message.role != Role::Assistant || message.state == MessageState::Streaming || message.state == MessageState::Pending)
            continue;
        sums.tokens += message.facts.tokens().value_or(0);
        sums.cost += message.facts.costDollars.value_or(0);
        sums.allTokens = sums.allTokens && message.facts.tokens();
        sums.allCosts = sums.allCosts && message.facts.costDollars;
    }
    return sums;
}

Sums said(const ConversationTotals &totals)
{
    return {totals.tokens(), totals.costDollars(), totals.hasAllTokens(), totals.hasAllCosts()};
}

struct Told {
    std::optional<qint64> tokens;
    std::optional<double> costDollars;

    friend bool operator==(const Told &, const Told &) = default;
};

Told told(const QByteArray &json)
{
    const AnswerFacts facts = wire::factsFrom(QJsonDocument::fromJson(json).object());
    return {facts.tokens(), facts.costDollars};
}

} // namespace

class TestConversationTotals : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void CH_20_sumsFollowEveryChange();
    void CH_20_aTokenLooksAtNoRow();
    void CH_20_anAnswerThatSaysNothingMakesTheSumALeast();
    void CH_20_whatIsHalfSaidOrImpossibleIsNotSaid();
};

void TestConversationTotals::CH_20_sumsFollowEveryChange()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    TranscriptModel model;
    model.append(answer(5));
    ConversationTotals totals(model);
    QCOMPARE(said(totals), counted(model));
    const auto some = [&random]() -> Message {
        if (random.bounded(3) == 0)
            return question();
        const auto tokens = random.bounded(2) == 0 ? std::optional<qint64>() : std::optional<qint64>(random.bounded(1, 5000));
        const auto cost = random.bounded(2) == 0 ? std::optional<double>() : std::optional<double>(random.bounded(1, 64) / 1024.0);
        Message message = answer(tokens, cost);
        message.state = random.bounded(4) == 0 ? MessageState::Streaming : MessageState::Complete;
        return message;
    };
    for (int step = 0; step < 2000; ++step) {
        const int rows = model.rowCount();
        const int row = rows == 0 ? 0 : random.bounded(rows);
        switch (random.bounded(rows == 0 ? 3 : 8)) {
        case 0:
            model.append(some());
            break;
        case 1:
            model.insert(row, some());
            break;
        case 2:
            model.prepend({some(), some()});
            break;
        case 3:
            model.removeRow(row);
            break;
        case 4:
            model.replace(row, some());
            break;
        case 5:
            model.setState(row, random.bounded(2) == 0 ? MessageState::Complete : MessageState::Streaming);
            break;
        case 6:
            model.setFacts(row, facts(random.bounded(1, 9)));
            break;
        default:
            model.appendText(row, u"x"_s);
            break;
        }
        QVERIFY2(said(totals) == counted(model), qPrintable(u"step %1"_s.arg(step)));
    }
    QList<TranscriptModel::Entry> entries;
    for (int i = 0; i < 40; ++i)
        entries.append({u"k%1"_s.arg(i), some()});
    model.setRows(entries);
    QCOMPARE(said(totals), counted(model));
    std::reverse(entries.begin(), entries.end());
    model.setRows(entries.mid(3));
    QCOMPARE(said(totals), counted(model));
    model.clear();
    QCOMPARE(said(totals), Sums());
}

void TestConversationTotals::CH_20_aTokenLooksAtNoRow()
{
    TranscriptModel model;
    QList<TranscriptModel::Entry> entries;
    for (int i = 0; i < 100'000; ++i)
        entries.append({u"k%1"_s.arg(i), i % 2 == 0 ? question() : answer(3)});
    model.setRows(entries);
    ConversationTotals totals(model);
    QCOMPARE(totals.tokens(), 150'000);
    Message open = answer({});
    open.state = MessageState::Streaming;
    const int row = model.append(open);
    const int before = totals.looks();
    QSignalSpy changed(&totals, &ConversationTotals::changed);
    for (int i = 0; i < 1000; ++i)
        model.appendText(row, u"word "_s);
    QCOMPARE(totals.looks(), before);
    QVERIFY(changed.isEmpty());
    model.setAuthors([](const Message &) { return QString(); }); // what is read aloud of every row
    QCOMPARE(totals.looks(), before);
    model.setFacts(row, facts(7));
    model.setState(row, MessageState::Complete);
    QVERIFY(totals.looks() <= before + 2);
    QCOMPARE(totals.tokens(), 150'007);
    QVERIFY(totals.hasAllTokens());
}

void TestConversationTotals::CH_20_anAnswerThatSaysNothingMakesTheSumALeast()
{
    TranscriptModel model;
    ConversationTotals totals(model);
    model.append(question());
    model.append(answer(10, 0.5));
    QVERIFY(totals.hasAllTokens() && totals.hasAllCosts()); // a question takes nothing
    model.append(answer({}));
    QVERIFY(!totals.hasAllTokens() && !totals.hasAllCosts());
    QCOMPARE(totals.tokens(), 10);
    model.removeRow(2);
    QVERIFY(totals.hasAllTokens() && totals.hasAllCosts());
    model.removeRow(1);
    QCOMPARE(totals.costDollars(), 0.0);
}

void TestConversationTotals::CH_20_whatIsHalfSaidOrImpossibleIsNotSaid()
{
    QCOMPARE(told(R"({"usage":{"prompt_tokens":3,"completion_tokens":4,"total_tokens":7}})"), (Told{7, std::nullopt}));
    QCOMPARE(told(R"({"usage":{"prompt_tokens":3,"completion_tokens":4}})"), (Told{7, std::nullopt}));
    QCOMPARE(told(R"({"usage":{"total_tokens":7},"estimated_cost_dollars":0.25})"), (Told{7, 0.25}));
    QCOMPARE(told(R"({"usage":{"completion_tokens":4}})"), Told());
    QCOMPARE(told(R"({"usage":{"total_tokens":0}})"), Told()); // it did not count
    QCOMPARE(told(R"({"usage":{"total_tokens":-5}})"), Told());
    QCOMPARE(told(R"({"usage":{"total_tokens":9000000000000000000}})"), Told());
    QCOMPARE(told(R"({"usage":{"prompt_tokens":9000000000000000000,"completion_tokens":9000000000000000000}})"), Told());
    QCOMPARE(told(R"({"usage":"7","estimated_cost_dollars":"1"})"), Told());
    QCOMPARE(told(R"({"usage":[7],"estimated_cost_dollars":-1})"), Told());
    QCOMPARE(told(R"({})"), Told());
}

QTEST_APPLESS_MAIN(TestConversationTotals)
#include "tst_conversationtotals.moc"
