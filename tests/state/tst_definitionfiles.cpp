// Definitions as files (D-62): nothing is lost between JSON and YAML, the same definitions are the same bytes, secrets stay here, and what
// others wrote is read within limits.
#include "state/definitions/files/definitionfolder.h"
#include "state/definitions/files/yamltext.h"
#include "state/export/canonicaljson.h"
#include "wire/json/jsonparser.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <limits>
#include <random>
#include <utility>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

// JSON is easier to read here with the other quotes.
QJsonObject object(QByteArray text)
{
    return QJsonDocument::fromJson(text.replace('\'', '"')).object();
}

const QStringList &nastyTexts()
{
    static const QStringList texts{
        u"no"_s,
        u"yes"_s,
        u"on"_s,
        u"OFF"_s,
        u"y"_s,
        u"null"_s,
        u"~"_s,
        u"true"_s,
        u"False"_s,
        u"1e3"_s,
        u"0x1f"_s,
        u"0o17"_s,
        u"017"_s,
        u"1_000"_s,
        u"12:30:45"_s,
        u"2026-01-01"_s,
        u".inf"_s,
        u".NaN"_s,
        u"-1"_s,
        u"+1.5"_s,
        u""_s,
        u" "_s,
        u" leading"_s,
        u"trailing "_s,
        u"- item"_s,
        u"a: b"_s,
        u"a:"_s,
        u": b"_s,
        u"a #b"_s,
        u"#b"_s,
        u"@at"_s,
        u"%percent"_s,
        u"&anchor"_s,
        u"*alias"_s,
        u"!tag"_s,
        u"|"_s,
        u">"_s,
        u"?"_s,
        u"? key"_s,
        u"<<"_s,
        u"="_s,
        u"---"_s,
        u"..."_s,
        u"[a]"_s,
        u"{a: b}"_s,
        u"'single'"_s,
        u"\"double\""_s,
        u"back\\slash"_s,
        u"`tick"_s,
        u"a\nb"_s,
        u"a\nb\n"_s,
        u"a\nb\n\n"_s,
        u"\na"_s,
        u"\n"_s,
        u"  a\nb"_s,
        u"a \nb"_s,
        u"a\n  b\n\nc\n"_s,
        u"a\r\nb\r\n"_s,
        u"a\rb"_s,
        u"a\tb"_s,
        u"\ta\n\tb\n"_s,
        u"# a\n# b\n"_s,
        u"a\n---\nb"_s,
        u"a\n...\n"_s,
        u"- a\n- b: c"_s,
        u"\u0000"_s,
        u"a\u0004b"_s,
        u"\u001b[31m"_s,
        u"\u007f"_s,
        u"\u0085"_s,
        u"\u2028"_s,
        u"\ufeff"_s,
        u"\ufeffa\nb"_s,
        u"\u202e"_s,
        u"\uffff"_s,
        u"\u00a0"_s,
        u"Grüße"_s,
        u"中文: ja"_s,
        u"😀"_s,
        u"👩\u200d💻 a\nb 😀\n"_s,
        u"data:read"_s,
        u"it's"_s,
        u"a, b"_s,
        u"https://example.org/#a"_s,
    };
    return texts;
}

class Source
{
public:
    Source()
        : m_seed(std::random_device()())
        , m_engine(m_seed)
    {
        qInfo("seed %u", m_seed);
    }

    int below(int limit) { return static_cast<int>(m_engine() % static_cast<unsigned>(limit)); }
    QString text()
    {
        QString out = nastyTexts().at(below(static_cast<int>(nastyTexts().size())));
        if (below(3) == 0)
            out += nastyTexts().at(below(static_cast<int>(nastyTexts().size())));
        return out;
    }
    QJsonValue value(int depth = 0)
    {
        static const QList<QJsonValue> scalars{QJsonValue::Null,
                                               true,
                                               false,
                                               0,
                                               -1,
                                               9007199254740993LL,
                                               std::numeric_limits<qint64>::min(),
                                               std::numeric_limits<qint64>::max(),
                                               0.1,
                                               -2.5e-7,
                                               1e22,
                                               1e300,
                                               5e-324};
        const int kind = below(depth < 4 ? 8 : 5);
        if (kind < 3)
            return text();
        if (kind < 5)
            return scalars.at(below(static_cast<int>(scalars.size())));
        if (kind < 6) {
            QJsonArray out;
            for (int i = below(4); i > 0; --i)
                out.append(value(depth + 1));
            return out;
        }
        return members(depth + 1);
    }
    QJsonObject members(int depth = 0)
    {
        QJsonObject out;
        for (int i = below(6); i > 0; --i)
            out.insert(text(), value(depth));
        return out;
    }
    FileDefinition agent()
    {
        QJsonObject json = members();
        json.insert("name"_L1, u"agent-%1"_s.arg(below(1000)));
        json.insert("model"_L1, u"chat"_s);
        json.insert("instructions"_L1, text());
        json.insert("tools"_L1, QJsonObject{{u"names"_s, QJsonArray{text(), text()}}});
        return {DefinitionKind::Agent, json, {}};
    }

private:
    unsigned m_seed;
    std::mt19937 m_engine;
};

constexpr DefinitionFileOptions everything{true, true};

FileDefinition agentOf(const QByteArray &json)
{
    return {DefinitionKind::Agent, object(json), {}};
}

const QByteArray researcher = "{'name': 'researcher', 'display_name': 'Researcher', 'model': 'chat', 'is_active': true, 'scopes': ['no', "
                              "'data:read'], 'tools': {'names': ['web_search']}, 'instructions': 'Look it up.\\nName your sources.\\n', "
                              "'zeta': 1, 'alpha': {'name': 'x', 'b': [], 'a': {}}}";

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

class TestDefinitionFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void D_62_everyTextSurvivesYaml_data();
    void D_62_everyTextSurvivesYaml();
    void D_62_generatedDefinitionsAreTheSameAfterYamlAndJson();
    void D_62_theOrderIsForReaders();
    void D_62_theSameDefinitionIsTheSameBytes();
    void D_62_anEditChangesItsLinesOnly();
    void D_62_halfACharacterIsKeptInJsonAndRefusedInYaml();
    void plainWordsAreReadByTheCoreSchema_data();
    void plainWordsAreReadByTheCoreSchema();
    void whatIsOpenToTwoReadingsIsRefusedWithItsPlace_data();
    void whatIsOpenToTwoReadingsIsRefusedWithItsPlace();
    void aliasesAreFollowedWithinLimits();
    void depthAndLongNamesHaveLimits();
    void whatServersGiveIsRead_data();
    void whatServersGiveIsRead();
    void whatIsNoDefinitionIsRefused_data();
    void whatIsNoDefinitionIsRefused();
    void severalKindsShareAFile();
    void whatBelongsToOneServerStaysThere();
    void D_62_secretsAreNotWritten();
    void D_62_namesOfSecretsAreNeverShared();
    void D_62_aFolderIsWrittenAndReadAgain();
    void D_62_unchangedFilesAreNotTouched();
    void D_62_fileNamesAreSafeEverywhere();
    void D_62_linksOutOfTheFolderAreNotFollowed();
    void oneBrokenFileDoesNotKeepTheOthers();
};

void TestDefinitionFiles::D_62_everyTextSurvivesYaml_data()
{
    QTest::addColumn<QString>("text");
    for (qsizetype i = 0; i < nastyTexts().size(); ++i)
        QTest::addRow("%lld", static_cast<long long>(i)) << nastyTexts().at(i);
}

void TestDefinitionFiles::D_62_everyTextSurvivesYaml()
{
    QFETCH(QString, text);
    const QList<QJsonValue> values{text, QJsonArray{text, QJsonArray{text}}, QJsonObject{{text, text}, {u"next"_s, 1}},
                                   QJsonArray{QJsonObject{{u"a"_s, text}, {u"b"_s, QJsonObject{{text, QJsonArray{text}}}}}}};
    for (const QJsonValue &value : values) {
        const Result<QString> yaml = yamlOf(value);
        QVERIFY(yaml);
        const Result<QJsonValue> read = jsonOfYaml(yaml->toUtf8());
        QVERIFY2(read, qPrintable(read ? QString() : read.error().message + u'\n' + read.error().detail + u'\n' + *yaml));
        QVERIFY2(*read == value, qPrintable(*yaml));
    }
}

void TestDefinitionFiles::D_62_generatedDefinitionsAreTheSameAfterYamlAndJson()
{
    Source source;
    for (int round = 0; round < 300; ++round) {
        const FileDefinition agent = source.agent();
        const auto yaml = writeDefinitions({agent}, DefinitionFormat::Yaml, everything);
        QVERIFY(yaml);
        const auto fromYaml = readDefinitions(yaml->bytes);
        QVERIFY2(fromYaml, qPrintable(fromYaml ? QString() : fromYaml.error().message + u'\n' + QString::fromUtf8(yaml->bytes)));
        QCOMPARE(fromYaml->size(), 1);
        QCOMPARE(canonicalJson(fromYaml->constFirst().json), canonicalJson(agent.json)); // whatever order Qt keeps them in
        const auto json = writeDefinitions(*fromYaml, DefinitionFormat::Json, everything);
        QVERIFY(json);
        const auto fromJson = readDefinitions(json->bytes);
        QVERIFY(fromJson);
        QCOMPARE(canonicalJson(fromJson->constFirst().json), canonicalJson(agent.json));
        QCOMPARE(writeDefinitions(*fromJson, DefinitionFormat::Yaml, everything)->bytes, yaml->bytes);
    }
}

void TestDefinitionFiles::D_62_theOrderIsForReaders()
{
    const auto yaml = writeDefinitions({agentOf(researcher)}, DefinitionFormat::Yaml);
    QVERIFY(yaml);
    QCOMPARE(QString::fromUtf8(yaml->bytes), QString(uR"(agentdesk:
  format: 1
  kind: agent
agent:
  name: researcher
  display_name: Researcher
  model: chat
  is_active: true
  tools:
    names:
      - web_search
  scopes:
    - "no"
    - data:read
  instructions: |
    Look it up.
    Name your sources.
  alpha:
    name: x
    a: {}
    b: []
  zeta: 1
)"_s));
    QVERIFY(yaml->omitted.isEmpty());
}

void TestDefinitionFiles::D_62_theSameDefinitionIsTheSameBytes()
{
    const QJsonObject json = object(researcher);
    QStringList keys = json.keys();
    Source source;
    for (const DefinitionFormat format : {DefinitionFormat::Yaml, DefinitionFormat::Json}) {
        const QByteArray once = writeDefinitions({agentOf(researcher)}, format)->bytes;
        for (int round = 0; round < 20; ++round) {
            for (qsizetype i = keys.size() - 1; i > 0; --i)
                keys.swapItemsAt(i, source.below(static_cast<int>(i + 1)));
            QJsonObject shuffled;
            for (const QString &key : std::as_const(keys))
                shuffled.insert(key, json.value(key));
            QCOMPARE(writeDefinitions({{DefinitionKind::Agent, shuffled, {}}}, format)->bytes, once);
        }
    }
}

void TestDefinitionFiles::D_62_anEditChangesItsLinesOnly()
{
    QJsonObject json = object(researcher);
    const QList<QByteArray> before = writeDefinitions({agentOf(researcher)}, DefinitionFormat::Yaml)->bytes.split('\n');
    json.insert("instructions"_L1, u"Look it up.\nName two sources.\n"_s);
    const QList<QByteArray> after = writeDefinitions({{DefinitionKind::Agent, json, {}}}, DefinitionFormat::Yaml)->bytes.split('\n');
    QCOMPARE(after.size(), before.size());
    QList<QByteArray> changed;
    for (qsizetype i = 0; i < after.size(); ++i) {
        if (after.at(i) != before.at(i))
            changed.append(after.at(i));
    }
    QCOMPARE(changed, QList<QByteArray>{"    Name two sources."});
}

void TestDefinitionFiles::D_62_halfACharacterIsKeptInJsonAndRefusedInYaml()
{
    QJsonObject json = object(researcher);
    json.insert("instructions"_L1, u"a"_s + QChar(0xD83D) + u"b"_s);
    const FileDefinition agent{DefinitionKind::Agent, json, {}};
    const auto yaml = writeDefinitions({agent}, DefinitionFormat::Yaml);
    QVERIFY(!yaml);
    QCOMPARE(yaml.error().kind, Error::Kind::Invalid);
    QVERIFY(!yaml.error().message.isEmpty());
    const auto file = writeDefinitions({agent}, DefinitionFormat::Json);
    QVERIFY(file);
    const auto read = readDefinitions(file->bytes);
    QVERIFY(read);
    QCOMPARE(read->constFirst().json.value("instructions"_L1).toString(), json.value("instructions"_L1).toString());
}

void TestDefinitionFiles::plainWordsAreReadByTheCoreSchema_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("no") << QByteArray("no") << QJsonValue(u"no"_s);
    QTest::newRow("on") << QByteArray("on") << QJsonValue(u"on"_s);
    QTest::newRow("true") << QByteArray("True") << QJsonValue(true);
    QTest::newRow("quoted true") << QByteArray("\"true\"") << QJsonValue(u"true"_s);
    QTest::newRow("single quotes") << QByteArray("'12'") << QJsonValue(u"12"_s);
    QTest::newRow("null") << QByteArray("~") << QJsonValue(QJsonValue::Null);
    QTest::newRow("quoted nothing") << QByteArray("''") << QJsonValue(u""_s);
    QTest::newRow("hexadecimal") << QByteArray("0x1f") << QJsonValue(31);
    QTest::newRow("octal") << QByteArray("0o17") << QJsonValue(15);
    QTest::newRow("exponent") << QByteArray("1e3") << QJsonValue(1000);
    QTest::newRow("fraction") << QByteArray(".5") << QJsonValue(0.5);
    QTest::newRow("beyond a double") << QByteArray("9007199254740993") << QJsonValue(9007199254740993LL);
    QTest::newRow("underscore") << QByteArray("1_000") << QJsonValue(u"1_000"_s);
    QTest::newRow("time") << QByteArray("12:30:45") << QJsonValue(u"12:30:45"_s);
    QTest::newRow("date") << QByteArray("2026-01-01") << QJsonValue(u"2026-01-01"_s);
    QTest::newRow("text by its tag") << QByteArray("!!str 12") << QJsonValue(u"12"_s);
    QTest::newRow("names") << QByteArray("1: a\nyes: b\n") << QJsonValue(QJsonObject{{u"1"_s, u"a"_s}, {u"yes"_s, u"b"_s}});
    QTest::newRow("quoted merge") << QByteArray("\"<<\": a") << QJsonValue(QJsonObject{{u"<<"_s, u"a"_s}});
    QTest::newRow("folded") << QByteArray("a: >\r\n  b\r\n  c\r\n") << QJsonValue(QJsonObject{{u"a"_s, u"b c\n"_s}});
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "a: 1")
                                     << QJsonValue(QJsonObject{{u"a"_s, 1}});
    QTest::newRow("comments") << QByteArray("# first\na: 1 # second\n") << QJsonValue(QJsonObject{{u"a"_s, 1}});
}

void TestDefinitionFiles::plainWordsAreReadByTheCoreSchema()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QJsonValue, value);
    const Result<QJsonValue> read = jsonOfYaml(yaml);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    QCOMPARE(*read, value);
}

void TestDefinitionFiles::whatIsOpenToTwoReadingsIsRefusedWithItsPlace_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("place"); // empty: none can be told
    QTest::newRow("a name twice") << QByteArray("a: 1\nb: 2\na: 3\n") << u"Line 3, column 1:"_s;
    QTest::newRow("a name twice in JSON") << QByteArray("{\"a\": 1,\n \"a\": 2}") << u"Line 2, column 2:"_s;
    QTest::newRow("merge") << QByteArray("a: &x {b: 1}\nc:\n  <<: *x\n") << u"Line 3, column 3:"_s;
    QTest::newRow("foreign tag") << QByteArray("a: 1\nb: !python/object:os.system x\n") << u"Line 2,"_s;
    QTest::newRow("foreign tag of a list") << QByteArray("b: !set [x]\n") << u"Line 1,"_s;
    QTest::newRow("tag that does not fit") << QByteArray("b: !!int x\n") << u"Line 1,"_s;
    QTest::newRow("binary") << QByteArray("b: !!binary aGk=\n") << u"Line 1,"_s;
    QTest::newRow("infinity") << QByteArray("a: .inf\n") << u"Line 1, column 4:"_s;
    QTest::newRow("too large") << QByteArray("a: 1e999\n") << u"Line 1, column 4:"_s;
    QTest::newRow("a list as a name") << QByteArray("? [a]\n: b\n") << u"Line 1,"_s;
    QTest::newRow("into itself") << QByteArray("a: &x\n  b: *x\n") << u"Line 2,"_s;
    QTest::newRow("to nothing") << QByteArray("a: *x\n") << u"Line 1,"_s;
    QTest::newRow("second document") << QByteArray("a: 1\n---\nb: 2\n") << u"Line 2,"_s;
    QTest::newRow("open quotation") << QByteArray("a: \"b\n") << u"Line "_s;
    QTest::newRow("open bracket") << QByteArray("a: [b\n") << u"Line "_s;
    QTest::newRow("control character") << QByteArray("a: 1\nb: \x04\nc: 2\n") << u"Line 2, column 4:"_s;
    QTest::newRow("columns are characters") << QByteArray("\"\xC3\xA4\xC3\xA4\": .inf\n") << u"Line 1, column 7:"_s;
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("not UTF-8") << QByteArray("a: \xFF") << QString();
    QTest::newRow("too many bytes") << QByteArray(YamlLimits::bytes + 1, 'a') << QString();
}

void TestDefinitionFiles::whatIsOpenToTwoReadingsIsRefusedWithItsPlace()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QString, place);
    const Result<QJsonValue> read = jsonOfYaml(yaml);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Protocol);
    QVERIFY2(read.error().message.startsWith(place), qPrintable(read.error().message));
    QVERIFY(read.error().message.size() > place.size());
}

void TestDefinitionFiles::aliasesAreFollowedWithinLimits()
{
    const Result<QJsonValue> read = jsonOfYaml("a: &x [1, 2]\nb: *x\nc: &y no\nd: *y\n");
    QVERIFY(read);
    QCOMPARE(read->toObject(), object("{'a': [1, 2], 'b': [1, 2], 'c': 'no', 'd': 'no'}"));

    QByteArray bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 10; ++i) {
        const QByteArray last = " *a" + QByteArray::number(i - 1);
        const QByteArray name = "a" + QByteArray::number(i);
        bomb += name + ": &" + name + " [" + (last + ',').repeated(9) + last + "]\n";
    }
    const Result<QJsonValue> exploded = jsonOfYaml(bomb);
    QVERIFY(!exploded);
    QVERIFY2(exploded.error().message.startsWith(u"Line 5,"_s), qPrintable(exploded.error().message));

    QByteArray longText = "a: &a " + QByteArray(1024 * 1024, 'x') + "\nb: [";
    longText += QByteArray("*a, ").repeated(20) + "*a]\n";
    QVERIFY(!jsonOfYaml(longText));
}

void TestDefinitionFiles::depthAndLongNamesHaveLimits()
{
    const auto nested = [](int levels) { return QByteArray(levels, '[') + QByteArray(levels, ']'); };
    QVERIFY(jsonOfYaml(nested(64)));
    QVERIFY(!jsonOfYaml(nested(65)));
    QVERIFY(!jsonOfYaml(nested(100'000)));
    QVERIFY(!jsonOfYaml(QByteArray("- ").repeated(100'000)));
    QVERIFY(yamlOf(wire::parseJson(nested(64)).operator*()));
    QVERIFY(!yamlOf(wire::parseJson(nested(65)).operator*()));

    const QJsonObject longName{{QString(3000, u'a'), QJsonObject{{QString(2000, u' '), u"a\nb"_s}, {u"b"_s, 1}}}, {u"c"_s, 2}};
    const Result<QString> yaml = yamlOf(longName);
    QVERIFY(yaml);
    const Result<QJsonValue> read = jsonOfYaml(yaml->toUtf8());
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    QCOMPARE(read->toObject(), longName);
}

void TestDefinitionFiles::whatServersGiveIsRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QList<DefinitionKind>>("kinds");
    using Kinds = QList<DefinitionKind>;
    const QByteArray agent = R"({"id": "1", "name": "a", "model": "chat", "instructions": "x", "tools": {"names": []}})";
    const QByteArray tool = R"({"name": "t", "entrypoint": "a.b:c", "schema": {}})";
    const QByteArray workflow = R"({"name": "w", "steps": [{"id": "s", "type": "tool"}]})";
    QTest::newRow("agent") << agent << Kinds{DefinitionKind::Agent};
    QTest::newRow("tool") << tool << Kinds{DefinitionKind::Tool};
    QTest::newRow("workflow") << workflow << Kinds{DefinitionKind::Workflow};
    QTest::newRow("list") << QByteArray("\n [" + agent + ",\n" + tool + "," + workflow + "]\n")
                          << Kinds{DefinitionKind::Agent, DefinitionKind::Tool, DefinitionKind::Workflow};
    QTest::newRow("yaml") << QByteArray("name: a\nmodel: chat\ninstructions: |\n  x\n") << Kinds{DefinitionKind::Agent};
    QTest::newRow("yaml in brackets") << QByteArray("{name: a, model: chat}") << Kinds{DefinitionKind::Agent};
    QTest::newRow("empty list") << QByteArray("[]") << Kinds{};
}

void TestDefinitionFiles::whatServersGiveIsRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QList<DefinitionKind>, kinds);
    const auto read = readDefinitions(bytes);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    QList<DefinitionKind> found;
    for (const FileDefinition &definition : *read)
        found.append(definition.kind);
    QCOMPARE(found, kinds);
}

void TestDefinitionFiles::whatIsNoDefinitionIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("kind");
    const int protocol = static_cast<int>(Error::Kind::Protocol);
    QTest::newRow("text") << QByteArray("hello") << protocol;
    QTest::newRow("empty") << QByteArray() << protocol;
    QTest::newRow("something else") << QByteArray(R"({"name": "a"})") << protocol;
    QTest::newRow("no name") << QByteArray(R"({"model": "a", "instructions": ""})") << protocol;
    QTest::newRow("a list with a number") << QByteArray("[1]") << protocol;
    QTest::newRow("an agent that is none") << QByteArray(R"({"agentdesk": {"format": 1}, "agent": 5})") << protocol;
    QTest::newRow("no format") << QByteArray(R"({"agentdesk": {}, "agent": {"name": "a"}})") << protocol;
    QTest::newRow("unknown kind") << QByteArray(R"({"agentdesk": {"format": 1, "kind": "model"}, "model": {"name": "a"}})") << protocol;
    QTest::newRow("newer") << QByteArray("agentdesk: {format: 2}\nagent: {name: a}\n") << static_cast<int>(Error::Kind::Conflict);
}

void TestDefinitionFiles::whatIsNoDefinitionIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, kind);
    const auto read = readDefinitions(bytes);
    QVERIFY(!read);
    QCOMPARE(static_cast<int>(read.error().kind), kind);
    QVERIFY(!read.error().message.isEmpty());
}

void TestDefinitionFiles::severalKindsShareAFile()
{
    const QList<FileDefinition> all{{DefinitionKind::Agent, object(researcher), {}},
                                    {DefinitionKind::Agent, object("{'name': 'b', 'model': 'm'}"), {}},
                                    {DefinitionKind::Tool, object("{'name': 't', 'schema': {'input': {'type': 'object'}}}"), {}},
                                    {DefinitionKind::Workflow, object("{'name': 'w', 'steps': [{'type': 'tool', 'id': 's'}]}"), {}}};
    for (const DefinitionFormat format : {DefinitionFormat::Yaml, DefinitionFormat::Json}) {
        const auto file = writeDefinitions(all, format);
        QVERIFY(file);
        const auto read = readDefinitions(file->bytes);
        QVERIFY(read);
        QCOMPARE(*read, all);
    }
    QVERIFY(!writeDefinitions({{DefinitionKind::Unknown, object(researcher), {}}}, DefinitionFormat::Json));
    const auto none = writeDefinitions({}, DefinitionFormat::Yaml);
    QVERIFY(none);
    const auto readNone = readDefinitions(none->bytes);
    QVERIFY(readNone && readNone->isEmpty());
}

void TestDefinitionFiles::whatBelongsToOneServerStaysThere()
{
    const FileDefinition agent = agentOf("{'id': '7', 'name': 'a', 'model': 'm', 'version': 3, 'created_at': 'x', 'updated_at': 'y', "
                                         "'created_by': 'z', 'is_builtin': false, 'steps_of': [{'id': 'kept'}]}");
    const auto without = readDefinitions(writeDefinitions({agent}, DefinitionFormat::Yaml)->bytes);
    QVERIFY(without);
    QCOMPARE(without->constFirst().json, object("{'name': 'a', 'model': 'm', 'steps_of': [{'id': 'kept'}]}"));
    const auto with = readDefinitions(writeDefinitions({agent}, DefinitionFormat::Yaml, {true, false})->bytes);
    QVERIFY(with);
    QCOMPARE(with->constFirst().json, agent.json);
}

void TestDefinitionFiles::D_62_secretsAreNotWritten()
{
    const FileDefinition agent =
        agentOf("{'name': 'a', 'model': 'm', 'instructions': 'Use password=hunter2-9x and go.', 'api_key': 'plain words of mine', "
                "'mcp_servers': [{'name': 's', 'url': 'https://me:s3cretpw@example.org/x', 'env': {'GITHUB_TOKEN': 'first', 'EMPTY': '', "
                "'KNOWN': '${KNOWN}', 'PORT': 8080}, 'headers': {'X-Auth': 'second'}}]}");
    for (const DefinitionFormat format : {DefinitionFormat::Yaml, DefinitionFormat::Json}) {
        const auto file = writeDefinitions({agent}, format);
        QVERIFY(file);
        for (const char *secret : {"hunter2", "plain words", "s3cretpw", "first", "second", "8080"})
            QVERIFY2(!file->bytes.contains(secret), file->bytes.constData());
        QStringList paths;
        for (const OmittedSecret &one : file->omitted) {
            QCOMPARE(one.definition, u"a"_s);
            paths.append(one.path);
        }
        paths.sort();
        QCOMPARE(paths, (QStringList{u"api_key"_s, u"instructions"_s, u"mcp_servers.0.env.GITHUB_TOKEN"_s, u"mcp_servers.0.env.PORT"_s,
                                     u"mcp_servers.0.headers.X-Auth"_s, u"mcp_servers.0.url"_s}));
        const auto read = readDefinitions(file->bytes);
        QVERIFY(read);
        const FileDefinition &back = read->constFirst();
        QCOMPARE(back.json.value("instructions"_L1).toString(), u"Use password=${INSTRUCTIONS_SECRET} and go."_s);
        const QJsonObject server = back.json.value("mcp_servers"_L1).toArray().at(0).toObject();
        QCOMPARE(server.value("url"_L1).toString(), u"https://me:${URL_SECRET}@example.org/x"_s);
        QCOMPARE(server.value("env"_L1).toObject(),
                 object("{'GITHUB_TOKEN': '${GITHUB_TOKEN}', 'EMPTY': '', 'KNOWN': '${KNOWN}', 'PORT': '${PORT}'}"));
        QStringList names = back.placeholders;
        names.sort();
        QCOMPARE(names, (QStringList{u"API_KEY"_s, u"GITHUB_TOKEN"_s, u"INSTRUCTIONS_SECRET"_s, u"KNOWN"_s, u"PORT"_s, u"URL_SECRET"_s,
                                     u"X_AUTH"_s}));
        const auto again = writeDefinitions(*read, format);
        QCOMPARE(again->bytes, file->bytes);
        QVERIFY(again->omitted.isEmpty());
        QCOMPARE(readDefinitions(writeDefinitions({agent}, format, everything)->bytes)->constFirst().json, agent.json);
    }
}

void TestDefinitionFiles::D_62_namesOfSecretsAreNeverShared()
{
    QList<OmittedSecret> omitted;
    const QJsonObject json = withoutSecrets(object("{'name': 'a', 'mcp_servers': [{'env': {'KEY': 'one', 'OTHER': '${KEY_2}'}}, {'env': "
                                                   "{'KEY': 'two'}}, {'env': {'KEY': 'one'}}]}"),
                                            omitted);
    const QJsonArray servers = json.value("mcp_servers"_L1).toArray();
    QStringList values;
    for (const QJsonValue &server : servers)
        values.append(server.toObject().value("env"_L1).toObject().value("KEY"_L1).toString());
    QCOMPARE(values, (QStringList{u"${KEY}"_s, u"${KEY_3}"_s, u"${KEY}"_s}));
    QCOMPARE(omitted.size(), 3);
}

void TestDefinitionFiles::D_62_aFolderIsWrittenAndReadAgain()
{
    const QTemporaryDir temporary;
    const QString folder = temporary.filePath(u"new/agents"_s);
    QList<FileDefinition> all{{DefinitionKind::Agent, object(researcher), {}},
                              {DefinitionKind::Tool, object("{'name': 'researcher', 'schema': {}}"), {}},
                              {DefinitionKind::Workflow, object("{'name': 'w', 'steps': []}"), {}}};
    const auto written = DefinitionFolder::write(folder, all, DefinitionFormat::Yaml);
    QVERIFY(written);
    QCOMPARE(written->written, (QStringList{u"researcher.agent.yaml"_s, u"researcher.tool.yaml"_s, u"w.workflow.yaml"_s}));
    QVERIFY(written->faults.isEmpty());
    const auto read = DefinitionFolder::read(folder);
    QVERIFY(read);
    QCOMPARE(read->definitions, all);
    QCOMPARE(read->files, written->written);
    QVERIFY(!DefinitionFolder::read(temporary.filePath(u"nowhere"_s)));
}

void TestDefinitionFiles::D_62_unchangedFilesAreNotTouched()
{
    const QTemporaryDir folder;
    QList<FileDefinition> all{agentOf(researcher), agentOf("{'name': 'b', 'model': 'm'}")};
    QVERIFY(DefinitionFolder::write(folder.path(), all, DefinitionFormat::Yaml));
    const QString first = folder.filePath(u"researcher.agent.yaml"_s);
    const QByteArray windows = contentOf(first).replace("\n", "\r\n");
    QVERIFY(writeFile(first, windows));
    QVERIFY(writeFile(folder.filePath(u"README.md"_s), "mine"));

    all[1].json.insert("model"_L1, u"n"_s);
    const auto again = DefinitionFolder::write(folder.path(), all, DefinitionFormat::Yaml);
    QVERIFY(again);
    QCOMPARE(again->unchanged, QStringList{u"researcher.agent.yaml"_s});
    QCOMPARE(again->written, QStringList{u"b.agent.yaml"_s});
    QCOMPARE(contentOf(first), windows);
    QCOMPARE(contentOf(folder.filePath(u"README.md"_s)), QByteArray("mine"));
    QCOMPARE(DefinitionFolder::read(folder.path())->definitions.size(), 2);
}

void TestDefinitionFiles::D_62_fileNamesAreSafeEverywhere()
{
    QList<FileDefinition> all;
    const QStringList names{u"con"_s,
                            u"NUL.txt"_s,
                            u"../../etc/passwd"_s,
                            u"a/b"_s,
                            u"a\\b"_s,
                            u"a:b"_s,
                            u"Agent"_s,
                            u"agent"_s,
                            u"AGENT"_s,
                            QString(400, u'x'),
                            QString(400, u'中'),
                            u"..."_s,
                            u" "_s,
                            u"same"_s,
                            u"same"_s,
                            u"e\u0301"_s,
                            u"\u00e9"_s,
                            QString(QChar(0xD83D)),
                            u"end."_s,
                            u"a\nb"_s,
                            u"-rf"_s,
                            u"plain_name-1"_s};
    for (const QString &name : names)
        all.append({DefinitionKind::Agent, QJsonObject{{u"name"_s, name}, {u"model"_s, u"m"_s}}, {}});
    const QStringList files = DefinitionFolder::fileNames(all, DefinitionFormat::Json);
    QCOMPARE(files.size(), all.size());
    QSet<QString> folded;
    for (const QString &file : files) {
        QVERIFY2(!file.contains(QRegularExpression(u"[<>:\"/\\\\|?*\\x00-\\x1f]"_s)), qPrintable(file));
        QVERIFY2(!file.startsWith(u'.') && !file.startsWith(u'-') && !file.startsWith(u' '), qPrintable(file));
        QVERIFY2(file.toUtf8().size() <= 200, qPrintable(file));
        QVERIFY2(!file.startsWith("con."_L1) && !file.startsWith("NUL."_L1), qPrintable(file));
        folded.insert(file.normalized(QString::NormalizationForm_C).toCaseFolded());
    }
    QCOMPARE(folded.size(), files.size());
    QCOMPARE(files.constLast(), u"plain_name-1.agent.json"_s);
    QCOMPARE(DefinitionFolder::fileNames(all, DefinitionFormat::Json), files);

    const QTemporaryDir temporary;
    const QString folder = temporary.filePath(u"in"_s);
    const auto yaml = all.mid(0, 17); // without the half character
    const auto written = DefinitionFolder::write(folder, yaml, DefinitionFormat::Yaml);
    QVERIFY(written);
    QVERIFY(written->faults.isEmpty());
    QCOMPARE(QDir(temporary.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden), QStringList{u"in"_s});
    QCOMPARE(QDir(folder).entryList(QDir::Files | QDir::Hidden).size(), yaml.size());
}

void TestDefinitionFiles::D_62_linksOutOfTheFolderAreNotFollowed()
{
#ifdef Q_OS_UNIX
    const QTemporaryDir temporary;
    const QString folder = temporary.filePath(u"in"_s);
    const QString outside = temporary.filePath(u"outside.yaml"_s);
    QVERIFY(QDir().mkpath(folder));
    const QByteArray secret = "name: outside\nmodel: m\n";
    QVERIFY(writeFile(outside, secret));
    QVERIFY(QFile::link(outside, folder + u"/researcher.agent.yaml"_s));
    QVERIFY(QFile::link(temporary.filePath(u"missing"_s), folder + u"/b.agent.yaml"_s));

    const auto written =
        DefinitionFolder::write(folder, {agentOf(researcher), agentOf("{'name': 'b', 'model': 'm'}")}, DefinitionFormat::Yaml);
    QVERIFY(written);
    QVERIFY(written->written.isEmpty());
    QCOMPARE(written->faults.size(), 2);
    QCOMPARE(contentOf(outside), secret);
    QVERIFY(!QFileInfo::exists(temporary.filePath(u"missing"_s)));

    const auto read = DefinitionFolder::read(folder);
    QVERIFY(read);
    QVERIFY(read->definitions.isEmpty());
    QCOMPARE(read->faults.size(), 2);
#endif
}

void TestDefinitionFiles::oneBrokenFileDoesNotKeepTheOthers()
{
    const QTemporaryDir folder;
    QVERIFY(writeFile(folder.filePath(u"a.yaml"_s), "name: a\nmodel: m\n"));
    QVERIFY(writeFile(folder.filePath(u"b.yml"_s), "name: b\nname: c\nmodel: m\n"));
    QVERIFY(writeFile(folder.filePath(u"c.json"_s), R"([{"name": "c", "steps": []}, {"name": "d", "schema": {}}])"));
    QVERIFY(writeFile(folder.filePath(u"notes.txt"_s), "name: e\nmodel: m\n"));
    const auto read = DefinitionFolder::read(folder.path());
    QVERIFY(read);
    QCOMPARE(read->files, (QStringList{u"a.yaml"_s, u"c.json"_s, u"c.json"_s}));
    QCOMPARE(read->faults.size(), 1);
    QCOMPARE(read->faults.constFirst().file, u"b.yml"_s);
    QVERIFY(read->faults.constFirst().error.message.startsWith("Line 2,"_L1));
}

QTEST_GUILESS_MAIN(TestDefinitionFiles)
#include "tst_definitionfiles.moc"
