#include "wire/fixture.h"
#include "wire/json/mcpserverjson.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

class TestMcpServerJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothTransportsAreRead();
    void unknownTransportIsKept();
    void untouchedIsWrittenBackUnchanged();
    void anEditKeepsWhatItDoesNotUnderstand();
    void aNewServerIsShort();
    void noListIsNoServer_data();
    void noListIsNoServer();
};

namespace {

QJsonArray stored()
{
    return fixture::json(u"contract/agent_application.json"_s).toObject().value("mcp_servers"_L1).toArray();
}

} // namespace

void TestMcpServerJson::bothTransportsAreRead()
{
    const QList<McpServer> servers = mcpServersFromJson(stored());
    QCOMPARE(servers.size(), 3);
    const McpServer &ledger = servers.at(0);
    QCOMPARE(ledger.name, u"ledger"_s);
    QCOMPARE(ledger.transport, OpenEnum(McpTransport::Stdio));
    QCOMPARE(ledger.command, u"ledger-mcp"_s);
    QCOMPARE(ledger.arguments, QStringList(u"--read-only"_s));
    QCOMPARE(ledger.environment, (QMap<QString, QString>{{u"LEDGER_KEY"_s, u"k-123"_s}, {u"LEDGER_SITE"_s, u"north"_s}}));
    QVERIFY(ledger.headers.isEmpty());
    QCOMPARE(ledger.toolFilter.value_or(QStringList()), (QStringList{u"balance"_s, u"entries"_s}));
    QCOMPARE(ledger.timeoutSeconds, 45);
    const McpServer &orders = servers.at(1);
    QCOMPARE(orders.transport, OpenEnum(McpTransport::Sse));
    QCOMPARE(orders.url, u"https://orders.example/mcp"_s);
    QCOMPARE(orders.headers.value(u"X-Api-Key"_s), u"o-456"_s);
    QVERIFY(!orders.toolFilter);
}

void TestMcpServerJson::unknownTransportIsKept()
{
    const McpServer pigeons = mcpServersFromJson(stored()).at(2);
    QVERIFY(pigeons.transport.isUnknown());
    QCOMPARE(pigeons.transport.wire(), u"avian"_s);
    QCOMPARE(pigeons.timeoutSeconds, 30);
}

void TestMcpServerJson::untouchedIsWrittenBackUnchanged()
{
    QCOMPARE(toJson(mcpServersFromJson(stored())), stored());
}

void TestMcpServerJson::anEditKeepsWhatItDoesNotUnderstand()
{
    QList<McpServer> servers = mcpServersFromJson(stored());
    servers[0].environment.insert(u"LEDGER_SITE"_s, u"south"_s);
    servers[0].environment.remove(u"LEDGER_KEY"_s);
    servers[0].toolFilter.reset();
    servers[0].arguments.clear();
    servers[1].headers.insert(u"X-Site"_s, u"south"_s);
    servers[1].toolFilter = QStringList();
    servers[2].url = u"https://loft.example"_s;
    QJsonArray expected = stored();
    QJsonObject ledger = expected.at(0).toObject();
    ledger.insert("env"_L1, QJsonObject{{u"LEDGER_SITE"_s, u"south"_s}, {u"RETRIES"_s, 2}});
    ledger.insert("tool_filter"_L1, QJsonValue());
    ledger.insert("args"_L1, QJsonArray());
    QJsonObject orders = expected.at(1).toObject();
    orders.insert("headers"_L1, QJsonObject{{u"X-Api-Key"_s, u"o-456"_s}, {u"X-Site"_s, u"south"_s}});
    orders.insert("tool_filter"_L1, QJsonArray());
    QJsonObject pigeons = expected.at(2).toObject();
    pigeons.insert("url"_L1, u"https://loft.example"_s);
    QCOMPARE(toJson(servers), (QJsonArray{ledger, orders, pigeons}));
}

void TestMcpServerJson::aNewServerIsShort()
{
    McpServer server;
    server.name = u"notes"_s;
    server.command = u"notes-mcp"_s;
    const QJsonObject expected{{u"name"_s, u"notes"_s}, {u"transport"_s, u"stdio"_s}, {u"command"_s, u"notes-mcp"_s}};
    QCOMPARE(toJson(QList<McpServer>{server}), QJsonArray{expected});
}

void TestMcpServerJson::noListIsNoServer_data()
{
    QTest::addColumn<QJsonValue>("json");
    QTest::newRow("null") << QJsonValue();
    QTest::newRow("object") << QJsonValue(QJsonObject{{u"name"_s, u"a"_s}});
    QTest::newRow("list of texts") << QJsonValue(QJsonArray{u"a"_s, 1});
    QTest::newRow("missing") << QJsonValue(QJsonValue::Undefined);
}

void TestMcpServerJson::noListIsNoServer()
{
    QFETCH(QJsonValue, json);
    QVERIFY(mcpServersFromJson(json).isEmpty());
}

QTEST_APPLESS_MAIN(TestMcpServerJson)
#include "tst_mcpserverjson.moc"
