#include "wire/json/jsondiff.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

using Kind = JsonChange::Kind;

namespace {

QJsonValue parsed(const QByteArray &text)
{
    return QJsonDocument::fromJson('[' + text + ']').array().at(0);
}

QByteArray shown(const QJsonValue &value)
{
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
}

unsigned seed()
{
    const unsigned chosen =
        qEnvironmentVariableIsSet("DESK_SEED") ? static_cast<unsigned>(qEnvironmentVariableIntValue("DESK_SEED")) : std::random_device{}();
    qInfo("DESK_SEED=%u", chosen);
    return chosen;
}

// Values as definitions are made of: few words, so that lists share items and objects share keys.
class Generator
{
public:
    explicit Generator(unsigned seed)
        : m_engine(seed)
    {
    }

    int below(int limit) { return static_cast<int>(m_engine() % static_cast<unsigned>(limit)); }

    QString word()
    {
        static const QStringList words{u""_s,  u"a"_s,          u"b"_s,   u"no"_s,    u"1e3"_s,
                                       u"~"_s, u"two\nlines"_s, u"ä\t"_s, u"[0].x"_s, u"\u4e2d"_s};
        return words.at(below(static_cast<int>(words.size())));
    }

    QJsonValue value(int depth = 0)
    {
        switch (below(depth < 4 ? 8 : 4)) {
        case 0:
            return {};
        case 1:
            return below(2) == 0;
        case 2:
            return below(4);
        case 3:
            return word();
        case 4:
            return named(depth + 1);
        case 5:
            return list(depth + 1);
        default:
            return object(depth + 1);
        }
    }

    // The value with something done to it here and there.
    QJsonValue edited(const QJsonValue &value, int depth = 0)
    {
        if (below(8) == 0)
            return this->value(depth);
        if (value.isObject()) {
            QJsonObject object = value.toObject();
            for (const QString &key : object.keys())
                object.insert(key, edited(object.value(key), depth + 1));
            if (below(4) == 0)
                object.insert(word(), this->value(depth + 1));
            if (below(4) == 0)
                object.remove(word());
            return object;
        }
        return value.isArray() ? QJsonValue(editedList(value.toArray(), depth)) : value;
    }

private:
    QJsonArray editedList(QJsonArray items, int depth)
    {
        for (qsizetype i = 0; i < items.size(); ++i) {
            if (below(3) == 0)
                items.replace(i, edited(items.at(i), depth + 1));
        }
        for (int i = below(4); i > 0 && !items.isEmpty(); --i) {
            const QJsonValue item = items.takeAt(below(static_cast<int>(items.size())));
            if (below(3) > 0)
                items.insert(below(static_cast<int>(items.size()) + 1), item);
        }
        return items;
    }

    QJsonArray named(int depth)
    {
        const QString member = below(2) == 0 ? u"id"_s : u"name"_s;
        QJsonArray out;
        for (int i = below(7); i > 0; --i) {
            QJsonObject item = object(depth + 1);
            item.insert(member, QString::number(i));
            out.append(item);
        }
        return out;
    }

    QJsonArray list(int depth)
    {
        QJsonArray out;
        for (int i = below(7); i > 0; --i)
            out.append(value(depth + 1));
        return out;
    }

    QJsonObject object(int depth)
    {
        QJsonObject out;
        for (int i = below(4); i > 0; --i)
            out.insert(word(), value(depth + 1));
        return out;
    }

    std::mt19937 m_engine;
};

// "kind path" of each change.
QStringList told(const QList<JsonChange> &changes)
{
    static const QStringList kinds{u"added"_s, u"removed"_s, u"changed"_s, u"moved"_s};
    QStringList out;
    for (const JsonChange &change : changes)
        out.append(kinds.at(static_cast<int>(change.kind)) + u' ' + pathText(change.path));
    return out;
}

void verifyBothWays(const QJsonValue &before, const QJsonValue &after, const JsonDiffLimits &limits = {})
{
    const QList<JsonChange> changes = jsonDiff(before, after, limits);
    const Result<QJsonValue> there = applyChanges(before, changes);
    QVERIFY2(there, (shown(before) + " to " + shown(after)).constData());
    QCOMPARE(shown(*there), shown(after));
    const Result<QJsonValue> back = applyChanges(after, invertedChanges(changes));
    QVERIFY2(back, (shown(after) + " back to " + shown(before)).constData());
    QCOMPARE(shown(*back), shown(before));
}

} // namespace

class TestJsonDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void AG_26_aDifferenceIsToldInTheFewestWords_data();
    void AG_26_aDifferenceIsToldInTheFewestWords();
    void AG_26_aDifferenceLeadsThereAndBack();
    void aLimitMakesItCoarserAndKeepsItTrue();
    void hostileValuesEndInOneChange();
    void aChangeOfSomethingElseIsRefused_data();
    void aChangeOfSomethingElseIsRefused();
};

void TestJsonDiff::AG_26_aDifferenceIsToldInTheFewestWords_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QStringList>("changes");
    QTest::newRow("nothing") << QByteArray(R"({"a":[1,{"b":null}]})") << QByteArray(R"({"a":[1,{"b":null}]})") << QStringList();
    QTest::newRow("the order of members") << QByteArray(R"({"a":1,"b":2})") << QByteArray(R"({"b":2,"a":1})") << QStringList();
    QTest::newRow("a member more") << QByteArray(R"({"a":1})") << QByteArray(R"({"a":1,"b":null})") << QStringList{u"added b"_s};
    QTest::newRow("a null member less") << QByteArray(R"({"a":null})") << QByteArray("{}") << QStringList{u"removed a"_s};
    QTest::newRow("another kind") << QByteArray(R"({"a":[]})") << QByteArray(R"({"a":{}})") << QStringList{u"changed a"_s};
    QTest::newRow("deep") << QByteArray(R"({"a":{"b":{"c":1}}})") << QByteArray(R"({"a":{"b":{"c":2}}})")
                          << QStringList{u"changed a.b.c"_s};
    QTest::newRow("a word between others") << QByteArray(R"(["a","b","c"])") << QByteArray(R"(["a","x","b","c"])")
                                           << QStringList{u"added [1]"_s};
    QTest::newRow("two words go") << QByteArray(R"(["a","b","c","d"])") << QByteArray(R"(["a","d"])")
                                  << QStringList{u"removed [1]"_s, u"removed [1]"_s};
    QTest::newRow("a word for another") << QByteArray(R"(["a","b"])") << QByteArray(R"(["a","c"])") << QStringList{u"changed [1]"_s};
    QTest::newRow("the first step becomes the last") << QByteArray(R"([{"id":"a"},{"id":"b"},{"id":"c"}])")
                                                     << QByteArray(R"([{"id":"b"},{"id":"c"},{"id":"a"}])") << QStringList{u"moved [a]"_s};
    QTest::newRow("a step that moved and changed")
        << QByteArray(R"({"steps":[{"id":"a","n":1},{"id":"b"},{"id":"c"}]})")
        << QByteArray(R"({"steps":[{"id":"b"},{"id":"c"},{"id":"a","n":2}]})") << QStringList{u"moved steps[a]"_s, u"changed steps[a].n"_s};
    QTest::newRow("by name, where there is no id")
        << QByteArray(R"([{"name":"a","n":1},{"name":"b"}])") << QByteArray(R"([{"name":"x"},{"name":"a","n":2}])")
        << QStringList{u"removed [b]"_s, u"added [x]"_s, u"changed [a].n"_s};
    QTest::newRow("a name given twice is none") << QByteArray(R"([{"id":"a","n":1},{"id":"a","n":2}])")
                                                << QByteArray(R"([{"id":"a","n":1},{"id":"a","n":3}])") << QStringList{u"changed [1].n"_s};
}

void TestJsonDiff::AG_26_aDifferenceIsToldInTheFewestWords()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QStringList, changes);
    QCOMPARE(told(jsonDiff(parsed(before), parsed(after))), changes);
    verifyBothWays(parsed(before), parsed(after));
}

void TestJsonDiff::AG_26_aDifferenceLeadsThereAndBack()
{
    Generator random(seed());
    for (int round = 0; round < 3000; ++round) {
        const QJsonValue before = random.value();
        const QJsonValue after = random.below(4) == 0 ? random.value() : random.edited(before);
        verifyBothWays(before, after);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(jsonDiff(before, before).isEmpty());
    }
}

void TestJsonDiff::aLimitMakesItCoarserAndKeepsItTrue()
{
    Generator random(seed());
    for (int round = 0; round < 1000; ++round) {
        const JsonDiffLimits limits{random.below(4), random.below(4), random.below(4), random.below(10)};
        const QJsonValue before = random.value();
        const QJsonValue after = random.edited(before);
        verifyBothWays(before, after, limits);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(jsonDiff(before, after, limits).size() <= std::max<qsizetype>(1, limits.maxChanges));
    }
}

void TestJsonDiff::hostileValuesEndInOneChange()
{
    QJsonValue deep = 1;
    QJsonValue otherDeep = 2;
    for (int i = 0; i < 500; ++i) {
        deep = QJsonArray{deep};
        otherDeep = QJsonArray{otherDeep};
    }
    const QList<JsonChange> deepChanges = jsonDiff(deep, otherDeep);
    QCOMPARE(deepChanges.size(), 1);
    QCOMPARE(deepChanges.constFirst().path.size(), JsonDiffLimits().maxDepth);
    verifyBothWays(deep, otherDeep);

    QJsonArray numbers;
    QJsonArray otherNumbers;
    QJsonArray steps;
    for (int i = 0; i < 20000; ++i) {
        numbers.append(i);
        otherNumbers.append(-1 - i);
        steps.append(QJsonObject{{u"id"_s, QString::number(i)}});
    }
    QCOMPARE(told(jsonDiff(QJsonObject{{u"n"_s, numbers}}, QJsonObject{{u"n"_s, otherNumbers}})), QStringList{u"changed n"_s});
    QCOMPARE(told(jsonDiff(numbers, QJsonArray())), QStringList{u"changed "_s});
    QCOMPARE(told(jsonDiff(QJsonArray{1}, steps)), QStringList{u"changed "_s});
}

void TestJsonDiff::aChangeOfSomethingElseIsRefused_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("another value") << QByteArray(R"({"list":["a","z"],"n":1})");
    QTest::newRow("a shorter list") << QByteArray(R"({"list":["a"],"n":1})");
    QTest::newRow("no list") << QByteArray(R"({"list":"ab","n":1})");
    QTest::newRow("nothing there") << QByteArray(R"({"n":1})");
    QTest::newRow("no object") << QByteArray("null");
}

void TestJsonDiff::aChangeOfSomethingElseIsRefused()
{
    QFETCH(QByteArray, value);
    const QList<JsonChange> changes = jsonDiff(parsed(R"({"list":["a","b"],"n":1})"), parsed(R"({"list":["a","c"],"n":1})"));
    const QJsonValue given = parsed(value);
    const Result<QJsonValue> outcome = applyChanges(given, changes);
    QCOMPARE(shown(given), shown(parsed(value)));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, Error::Kind::Conflict);
}

QTEST_APPLESS_MAIN(TestJsonDiff)
#include "tst_jsondiff.moc"
