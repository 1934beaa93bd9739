// A file of evidence shows every change of its content, and says honestly what it does not show.
#include "state/export/canonicaljson.h"
#include "state/export/evidence.h"
#include "state/export/evidencecheck.h"
#include "wire/json/jsonparser.h"
#include "wire/randomrecord.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace desk;

class TestEvidence : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theCanonicalFormIsAsItsHeaderSays_data();
    void theCanonicalFormIsAsItsHeaderSays();
    void theOrderDoesNotDependOnHowAnObjectCameAbout();
    void randomEvidenceIsWhole();
    void everyPartIsThere();
    void everyChangedByteIsNoticed();
    void everyChangedValueIsNamed();
    void nothingCanBeAddedOrTakenAway();
    void anotherLayoutIsTheSameContent();
    void whatIsNoEvidenceIsUnreadable_data();
    void whatIsNoEvidenceIsUnreadable();
    void foreignPartNamesStayOnOneLine();
    void aFolderOrPipeIsUnreadable();
};

namespace {

using Outcome = EvidenceCheck::Outcome;

unsigned seed()
{
    const unsigned chosen =
        qEnvironmentVariableIsSet("DESK_SEED") ? static_cast<unsigned>(qEnvironmentVariableIntValue("DESK_SEED")) : std::random_device{}();
    qInfo("DESK_SEED=%u", chosen);
    return chosen;
}

ExportContent sample()
{
    ExportContent content;
    content.conversation.id = ConversationId(u"c1"_s);
    content.conversation.title = u"Sales"_s;
    Message question;
    question.role = Role::User;
    question.content = u"Which region?"_s;
    question.createdAt = QDateTime(QDate(2026, 5, 2), QTime(9, 14, 3), Qt::UTC);
    question.attachments = {{FileId(u"f1"_s), u"sales.csv"_s, u"text/csv"_s, 1204, {}}, {FileId(u"f2"_s), u"b.csv"_s, {}, 0, {}}};
    Message answer;
    answer.role = Role::Assistant;
    answer.content = u"North."_s;
    answer.state = MessageState::Interrupted;
    ToolCall call;
    call.tool = u"table_query"_s;
    call.input = QJsonObject{{u"sql"_s, u"select 1"_s}};
    call.output = QJsonObject{{u"rows"_s, QJsonArray{1, 2.5, true, QJsonValue()}}};
    call.finished = true;
    call.durationMs = 1200;
    answer.toolCalls = {call};
    answer.citations = {{FileId(u"f1"_s), u"sales.csv"_s, 3, u"North,1204"_s}};
    answer.thoughts = {{u"planner"_s, u"hm"_s, {}, false}};
    content.messages = {question, answer};
    content.facts = {u"Agent Desk"_s, u"0.1.0"_s, u"local"_s, u"0.1.0"_s, {}, u"Table analyst"_s, u"auto"_s};
    content.writtenAt = QDateTime(QDate(2026, 5, 2), QTime(9, 20), Qt::UTC);
    content.fileHashes = {{u"f1"_s, QCryptographicHash::hash("North,1204", QCryptographicHash::Sha256)}};
    return content;
}

QJsonObject read(const QByteArray &bytes)
{
    const Result<QJsonValue> json = wire::parseJson(bytes);
    return json ? json->toObject() : QJsonObject();
}

} // namespace

void TestEvidence::theCanonicalFormIsAsItsHeaderSays_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("sorted") << QByteArray("{\"b\": 1, \"a\" : {\"z\":null,\"y\":[ ]}}")
                            << QByteArray("{\"a\":{\"y\":[],\"z\":null},\"b\":1}");
    QTest::newRow("code points") << QByteArray("{\"\\ud83d\\ude00\":1,\"\\uffee\":2}")
                                 << QByteArray("{\"\xEF\xBF\xAE\":2,\"\xF0\x9F\x98\x80\":1}");
    QTest::newRow("strings") << QByteArray("\"\\u0041\\/\\n\\\"\\\\\\u001F\\ud800\\u00e4\"")
                             << QByteArray("\"A/\\u000a\\\"\\\\\\u001f\\ud800\xC3\xA4\"");
    QTest::newRow("mark") << QByteArray("\"\\ufeffa\"")
                          << QByteArray("\"\xEF\xBB\xBF"
                                        "a\"");
    QTest::newRow("numbers") << QByteArray("[1.0, -0, 1e2, 0.10, 1E22, 2.5e-7, 9223372036854775807, 1e-7]")
                             << QByteArray("[1,0,100,0.1,1e+22,2.5e-07,9223372036854775807,1e-07]");
    QTest::newRow("words") << QByteArray("[true,false,null]") << QByteArray("[true,false,null]");
}

void TestEvidence::theCanonicalFormIsAsItsHeaderSays()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, expected);
    const Result<QJsonValue> value = wire::parseJson(json);
    QVERIFY(value.has_value());
    QCOMPARE(canonicalJson(*value), expected);
    const Result<QJsonValue> again = wire::parseJson(expected);
    QVERIFY(again.has_value());
    QCOMPARE(canonicalJson(*again), expected);
}

void TestEvidence::theOrderDoesNotDependOnHowAnObjectCameAbout()
{
    randomrecord::Source random(seed());
    for (int i = 0; i < 500; ++i) {
        const QJsonObject built = random.object();
        QCOMPARE(canonicalJson(read(QJsonDocument(built).toJson())), canonicalJson(built));
        QCOMPARE(canonicalJson(read(canonicalJson(built, JsonLayout::LaidOut))), canonicalJson(built));
    }
}

void TestEvidence::randomEvidenceIsWhole()
{
    randomrecord::Source random(seed());
    for (int i = 0; i < 200; ++i) {
        ExportContent content;
        content.conversation = random.conversation();
        for (int n = random.below(5); n > 0; --n)
            content.messages.append(random.message());
        content.options.thoughts = random.coin();
        const EvidenceCheck check = EvidenceCheck::of(Evidence::write(content));
        QCOMPARE(check.outcome(), Outcome::Whole);
        for (const EvidenceCheck::Line &line : check.lines())
            QVERIFY2(line.isGood && line.part != u"file"_s, qPrintable(line.text));
    }
}

void TestEvidence::everyPartIsThere()
{
    const QByteArray bytes = Evidence::write(sample());
    const QJsonObject parts = read(bytes).value("parts"_L1).toObject();
    QCOMPARE(parts.value("question"_L1).toObject().value("content"_L1).toString(), u"Which region?"_s);
    QCOMPARE(parts.value("answer"_L1).toObject().value("state"_L1).toString(), u"interrupted"_s);
    QCOMPARE(parts.value("tool_calls"_L1).toArray().at(0).toObject().value("tool"_L1).toString(), u"table_query"_s);
    QCOMPARE(parts.value("sources"_L1).toArray().at(0).toObject().value("quote"_L1).toString(), u"North,1204"_s);
    const QJsonArray files = parts.value("attachments"_L1).toArray();
    QCOMPARE(files.at(0).toObject().value("sha256"_L1).toString(),
             QString::fromLatin1(QCryptographicHash::hash("North,1204", QCryptographicHash::Sha256).toHex()));
    QVERIFY(!files.at(0).toObject().contains("sha256_missing"_L1));
    QVERIFY(!files.at(1).toObject().contains("sha256"_L1)); // not known is not made up
    QVERIFY(files.at(1).toObject().value("sha256_missing"_L1).toString().contains(u"not known here"_s));
    const QJsonObject origin = parts.value("origin"_L1).toObject();
    for (const QLatin1StringView key : {"program"_L1, "program_version"_L1, "server"_L1, "server_version"_L1, "agent"_L1, "model"_L1})
        QVERIFY2(!origin.value(key).toString().isEmpty(), key.data());
    QCOMPARE(origin.value("asked_at"_L1).toString(), u"2026-05-02T09:14:03.000Z"_s);
    QVERIFY(!parts.contains("thoughts"_L1));
    QVERIFY(read(bytes).value("notice"_L1).toString().contains(u"not signed"_s));
    ExportContent withThoughts = sample();
    withThoughts.options.thoughts = true;
    QVERIFY(read(Evidence::write(withThoughts)).value("parts"_L1).toObject().value("thoughts"_L1).isArray());
}

void TestEvidence::everyChangedByteIsNoticed()
{
    const QByteArray bytes = Evidence::write(sample());
    QCOMPARE(EvidenceCheck::of(bytes).outcome(), Outcome::Whole);
    const QByteArray canonical = canonicalJson(read(bytes));
    int same = 0;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        for (const int flip : {0x01, 0x02, 0x07, 0x20, 0x80}) {
            QByteArray changed = bytes;
            changed[i] = static_cast<char>(changed.at(i) ^ flip);
            if (EvidenceCheck::of(changed).outcome() != Outcome::Whole)
                continue;
            // Only where JSON itself says that nothing changed: a blank that became another.
            QCOMPARE(canonicalJson(read(changed)), canonical);
            QVERIFY2(QByteArray(" \n\r\t").contains(bytes.at(i)), qPrintable(u"byte %1"_s.arg(i)));
            ++same;
        }
    }
    QVERIFY(same > 0); // line feed and carriage return
    for (qsizetype length = 0; length < bytes.size() - 1; ++length)
        QVERIFY(EvidenceCheck::of(bytes.left(length)).outcome() != Outcome::Whole);
}

void TestEvidence::everyChangedValueIsNamed()
{
    const QJsonObject top = read(Evidence::write(sample()));
    const QJsonObject parts = top.value("parts"_L1).toObject();
    for (auto part = parts.begin(); part != parts.end(); ++part) {
        QJsonObject changedParts = parts;
        changedParts.insert(part.key(), u"something else"_s);
        QJsonObject changed = top;
        changed.insert("parts"_L1, changedParts);
        const EvidenceCheck check = EvidenceCheck::of(canonicalJson(changed));
        QCOMPARE(check.outcome(), Outcome::Changed);
        QStringList bad;
        for (const EvidenceCheck::Line &line : check.lines()) {
            if (!line.isGood)
                bad.append(line.part);
        }
        QCOMPARE(bad, (QStringList{part.key(), u"whole"_s}));
        QVERIFY(check.summary().contains(u"CHANGED"_s));
    }
}

void TestEvidence::nothingCanBeAddedOrTakenAway()
{
    const QJsonObject top = read(Evidence::write(sample()));
    const auto outcomeWith = [&top](const auto &change) {
        QJsonObject changed = top;
        change(changed);
        return EvidenceCheck::of(canonicalJson(changed)).outcome();
    };
    QCOMPARE(outcomeWith([](QJsonObject &) {}), Outcome::Whole);
    QCOMPARE(outcomeWith([](QJsonObject &o) { o.insert("remark"_L1, 1); }), Outcome::Changed);
    QCOMPARE(outcomeWith([](QJsonObject &o) { o.remove("notice"_L1); }), Outcome::Changed);
    QCOMPARE(outcomeWith([](QJsonObject &o) { o.insert("notice"_L1, u"This is signed."_s); }), Outcome::Changed);
    QCOMPARE(outcomeWith([](QJsonObject &o) { o.remove("parts"_L1); }), Outcome::Changed);
    QCOMPARE(outcomeWith([](QJsonObject &o) {
                 QJsonObject sums = o.value("checksums"_L1).toObject();
                 sums.insert("remark"_L1, 1);
                 o.insert("checksums"_L1, sums);
             }),
             Outcome::Changed);
    QCOMPARE(outcomeWith([](QJsonObject &o) {
                 QJsonObject parts = o.value("parts"_L1).toObject();
                 parts.remove("sources"_L1);
                 o.insert("parts"_L1, parts);
             }),
             Outcome::Changed);
    // Without parts and their checksums the whole may be right and it still is no evidence.
    QJsonObject bare{{u"format"_s, QString(Evidence::format)},
                     {u"version"_s, 1},
                     {u"parts"_s, QJsonObject()},
                     {u"checksums"_s, QJsonObject{{u"algorithm"_s, QString(Evidence::algorithm)}, {u"form"_s, QString(Evidence::form)}}}};
    QJsonObject sums = bare.value("checksums"_L1).toObject();
    sums.insert("whole"_L1, Evidence::wholeOf(bare));
    bare.insert("checksums"_L1, sums);
    QCOMPARE(EvidenceCheck::of(canonicalJson(bare)).outcome(), Outcome::Changed);
}

void TestEvidence::anotherLayoutIsTheSameContent()
{
    const QByteArray bytes = QJsonDocument(read(Evidence::write(sample()))).toJson(QJsonDocument::Compact);
    const EvidenceCheck check = EvidenceCheck::of(bytes);
    QCOMPARE(check.outcome(), Outcome::Whole);
    QCOMPARE(check.lines().constLast().part, u"file"_s);
}

void TestEvidence::whatIsNoEvidenceIsUnreadable_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("list") << QByteArray("[]");
    QTest::newRow("other") << QByteArray("{\"format\":\"agentdesk.conversation\",\"version\":1}");
    QByteArray newer = Evidence::write(sample());
    newer.replace("\"version\": 1", "\"version\": 2");
    QTest::newRow("newer") << newer;
    QByteArray weaker = Evidence::write(sample());
    weaker.replace("SHA-256", "MD5");
    QTest::newRow("other checksums") << weaker;
    QByteArray twice = Evidence::write(sample());
    twice.replace("\"format\":", "\"version\": 1,\n  \"format\":");
    QTest::newRow("a key twice") << twice;
    QTest::newRow("deep") << QByteArray(5000, '[');
}

void TestEvidence::whatIsNoEvidenceIsUnreadable()
{
    QFETCH(QByteArray, bytes);
    const EvidenceCheck check = EvidenceCheck::of(bytes);
    QCOMPARE(check.outcome(), Outcome::Unreadable);
    QVERIFY(!check.lines().isEmpty() && !check.lines().constFirst().text.isEmpty());
}

void TestEvidence::foreignPartNamesStayOnOneLine()
{
    QJsonObject top = read(Evidence::write(sample()));
    QJsonObject parts = top.value("parts"_L1).toObject();
    parts.insert(u"x\nwhole: unchanged\u001b[2J\u202e"_s, 1);
    top.insert("parts"_L1, parts);
    const EvidenceCheck check = EvidenceCheck::of(canonicalJson(top));
    QCOMPARE(check.outcome(), Outcome::Changed);
    for (const EvidenceCheck::Line &line : check.lines())
        QVERIFY(!line.text.contains(u'\n') && !line.text.contains(u'\u001b') && !line.text.contains(u'\u202e'));
}

void TestEvidence::aFolderOrPipeIsUnreadable()
{
    const QTemporaryDir dir;
    QCOMPARE(EvidenceCheck::ofFile(dir.path()).outcome(), Outcome::Unreadable);
    QCOMPARE(EvidenceCheck::ofFile(u"/dev/zero"_s).outcome(), Outcome::Unreadable);
    QCOMPARE(EvidenceCheck::ofFile(dir.filePath(u"none"_s)).outcome(), Outcome::Unreadable);
    const QString path = dir.filePath(u"e.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(Evidence::write(sample()));
    file.close();
    QCOMPARE(EvidenceCheck::ofFile(path).outcome(), Outcome::Whole);
}

QTEST_APPLESS_MAIN(TestEvidence)
#include "tst_evidence.moc"
