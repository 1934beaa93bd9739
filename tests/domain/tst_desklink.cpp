#include "domain/desklink.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

class TestDeskLink : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void linksAreReadAndWritten_data();
    void linksAreReadAndWritten();
    void IPC_03_everythingElseIsNoLink_data();
    void IPC_03_everythingElseIsNoLink();
};

void TestDeskLink::linksAreReadAndWritten_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("id");
    QTest::newRow("conversation") << u"agentdesk://conversation/6f1e-7"_s << int(DeskLink::Kind::Conversation) << u"6f1e-7"_s;
    QTest::newRow("run") << u"agentdesk://run/b6c00000-0000-4000-8000-000000000001"_s << int(DeskLink::Kind::Run)
                         << u"b6c00000-0000-4000-8000-000000000001"_s;
    QTest::newRow("agent") << u"agentdesk://agent/table.v2"_s << int(DeskLink::Kind::Agent) << u"table.v2"_s;
    QTest::newRow("workflow") << u"agentdesk://workflow/w:1"_s << int(DeskLink::Kind::Workflow) << u"w:1"_s;
}

void TestDeskLink::linksAreReadAndWritten()
{
    QFETCH(QString, text);
    const std::optional<DeskLink> link = DeskLink::parse(text);
    QVERIFY(link);
    QTEST(int(link->kind), "kind");
    QTEST(link->id, "id");
    QCOMPARE(link->toString(), text);
    QCOMPARE(DeskLink::parse(text + u'/')->id, link->id); // as browsers pass it on
}

void TestDeskLink::IPC_03_everythingElseIsNoLink_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : {u""_s,
                                u"--ask=x"_s,
                                u"agentdesk:"_s,
                                u"agentdesk://run"_s,
                                u"agentdesk://run/"_s,
                                u"agentdesk://run//x"_s,
                                u"agentdesk://run/a/b"_s,
                                u"agentdesk://run/--ask"_s,
                                u"agentdesk://run/.."_s,
                                u"agentdesk://run/a?delete=1"_s,
                                u"agentdesk://run/a#x"_s,
                                u"agentdesk://me:secret@run/a"_s,
                                u"agentdesk://run:80/a"_s,
                                u"AGENTDESK://run/a"_s,
                                u"agentdesk://settings/a"_s,
                                u"agentdesk://run/a b"_s,
                                u"agentdesk://run/%2e%2e"_s,
                                u"agentdesk://run/a\n"_s,
                                u"\nagentdesk://run/a"_s,
                                u"agentdesk://run/ä"_s,
                                u"https://run/a"_s,
                                u"file:///etc/passwd"_s,
                                u"agentdesk://run/"_s + QString(129, u'a'),
                                QString(100'000, u'a')})
        QTest::addRow("%s", qPrintable(text.left(40))) << text;
}

void TestDeskLink::IPC_03_everythingElseIsNoLink()
{
    QFETCH(QString, text);
    QVERIFY(!DeskLink::parse(text));
}

QTEST_GUILESS_MAIN(TestDeskLink)
#include "tst_desklink.moc"
