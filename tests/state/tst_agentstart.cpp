// What a chat with one agent begins with: of its definition alone.
#include "state/chat/agentstart.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

Agent described(const QString &description, const QStringList &tools = {})
{
    Agent agent;
    agent.name = u"contracts"_s;
    agent.description = description;
    agent.instructions = u"Ask: \u201CWhich contract do you mean?\u201D"_s; // the agent's question, never the person's
    agent.model = u"large"_s;
    agent.tools = tools;
    return agent;
}

} // namespace

class TestAgentStart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void CA_20_questionsStandInTheDescription_data();
    void CA_20_questionsStandInTheDescription();
    void CA_20_aListInTheDefinitionGoesFirst();
    void CA_20_searchesAreOnWhereTheAgentOwnsThem();
    void CA_20_leavingAnAgentGivesTheSearchBack();
};

void TestAgentStart::CA_20_questionsStandInTheDescription_data()
{
    QTest::addColumn<QString>("description");
    QTest::addColumn<QStringList>("questions");
    QTest::newRow("none") << u"Sums up contracts."_s << QStringList();
    QTest::newRow("empty") << QString() << QStringList();
    QTest::newRow("a sentence") << u"Sums up contracts. When does a contract end?  Ask away."_s
                                << QStringList{u"When does a contract end?"_s};
    QTest::newRow("quoted") << u"Try \u201CWho signed it?\u201D or \"What does it cost?\" and see."_s
                            << QStringList{u"Who signed it?"_s, u"What does it cost?"_s};
    QTest::newRow("German") << u"Zum Beispiel \u201EWann endet er?\u201C und \u00BBWer haftet?\u00AB"_s
                            << QStringList{u"Wann endet er?"_s, u"Wer haftet?"_s};
    QTest::newRow("Arabic") << u"\u0645\u062A\u0649 \u064A\u0646\u062A\u0647\u064A\u061F"_s
                            << QStringList{u"\u0645\u062A\u0649 \u064A\u0646\u062A\u0647\u064A\u061F"_s};
    QTest::newRow("quoted, no question") << u"The \u201Cbest\u201D one."_s << QStringList();
    QTest::newRow("twice") << u"\"Why?\" \"Why?\""_s << QStringList{u"Why?"_s};
    QTest::newRow("a mark left open") << u"He said \"Why?"_s << QStringList{u"He said \"Why?"_s};
    QTest::newRow("over two lines") << u"\"Who\nsigned\tit?\""_s << QStringList{u"Who signed it?"_s};
    QTest::newRow("many") << u"\"A1?\" \"B2?\" \"C3?\" \"D4?\" \"E5?\""_s << QStringList{u"A1?"_s, u"B2?"_s, u"C3?"_s, u"D4?"_s};
    QTest::newRow("huge") << QString(QString(1'000'000, u'x') + u'?') << QStringList();
}

void TestAgentStart::CA_20_questionsStandInTheDescription()
{
    QFETCH(QString, description);
    QFETCH(QStringList, questions);
    QCOMPARE(AgentStart::starterQuestions(described(description)), questions);
}

void TestAgentStart::CA_20_aListInTheDefinitionGoesFirst()
{
    Agent agent = described(u"\"In the description?\""_s);
    agent.raw.insert("starter_questions"_L1, QJsonArray{u" Sum it\nup. "_s, 7, QString(), u"Who pays?"_s, u"Who pays?"_s});
    QCOMPARE(AgentStart::starterQuestions(agent), (QStringList{u"Sum it up."_s, u"Who pays?"_s}));
    agent.raw.insert("starter_questions"_L1, u"no list"_s);
    QCOMPARE(AgentStart::starterQuestions(agent), QStringList{u"In the description?"_s});
}

void TestAgentStart::CA_20_searchesAreOnWhereTheAgentOwnsThem()
{
    ChatOptions usual;
    usual.model = u"small"_s;
    usual.searchesWeb = true;
    usual.temperature = 0.2;
    const ChatOptions bare = AgentStart::options(described({}, {u"calculate"_s}), usual);
    QCOMPARE(bare.agents, QStringList{u"contracts"_s});
    QVERIFY(!bare.searchesWeb);
    QCOMPARE(bare.searchesDocuments, std::optional(false));
    QVERIFY(bare.model.isEmpty()); // the agent's own, wherever the server offers it
    QCOMPARE(bare.temperature, std::optional(0.2));
    for (const QString &tool : {u"document_search"_s, u"rag"_s})
        QCOMPARE(AgentStart::options(described({}, {tool}), usual).searchesDocuments, std::optional(true));
    for (const QString &tool : {u"web_search"_s, u"search"_s})
        QVERIFY(AgentStart::options(described({}, {tool}), {}).searchesWeb);
}

void TestAgentStart::CA_20_leavingAnAgentGivesTheSearchBack()
{
    const Agent calculator = described({}, {u"calculate"_s});
    ChatOptions options = AgentStart::options(calculator, {});
    AgentStart::leave(calculator, options);
    QVERIFY(!options.searchesDocuments);
    const Agent reader = described({}, {u"document_search"_s});
    options.searchesDocuments = false; // by the person
    AgentStart::leave(reader, options);
    QCOMPARE(options.searchesDocuments, std::optional(false));
}

QTEST_GUILESS_MAIN(TestAgentStart)
#include "tst_agentstart.moc"
