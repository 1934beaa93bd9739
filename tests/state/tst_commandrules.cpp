#include "domain/account.h"
#include "domain/capabilities.h"
#include "state/commandrules.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using Command = CommandRules::Command;

class TestCommandRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void S_047_theMissingScopeIsNamed();
    void AUTH_10_whatIsNotKnownIsNeverInTheWay();
    void S_041_wildcardsCover();
    void S_046_administrationIsForTheRoleInAnySpelling_data();
    void S_046_administrationIsForTheRoleInAnySpelling();
    void whatTheServerCannotIsSaid();
};

void TestCommandRules::S_047_theMissingScopeIsNamed()
{
    Account account;
    account.scopes = QStringList{u"search.read"_s, u"data.read"_s};
    const std::optional<QString> chat = CommandRules::whyNot(Command::Chat, &account, {});
    QVERIFY(chat && chat->contains(u"agent.execute"_s));
    const std::optional<QString> attach = CommandRules::whyNot(Command::AttachFiles, &account, {});
    QVERIFY(attach && attach->contains(u"data.write"_s));
    account.scopes += {u"agent.execute"_s, u"data.write"_s};
    QVERIFY(!CommandRules::whyNot(Command::Chat, &account, {}));
    QVERIFY(!CommandRules::whyNot(Command::AttachFiles, &account, {}));
}

void TestCommandRules::AUTH_10_whatIsNotKnownIsNeverInTheWay()
{
    const Account opaque; // of a token that says nothing
    for (const Command command : {Command::Chat, Command::AttachFiles}) {
        QVERIFY(!CommandRules::whyNot(command, nullptr, {}));
        QVERIFY(!CommandRules::whyNot(command, &opaque, {}));
    }
}

void TestCommandRules::S_041_wildcardsCover()
{
    Account account;
    account.scopes = QStringList{u"agent.*"_s};
    QVERIFY(!CommandRules::whyNot(Command::Chat, &account, {}));
    QVERIFY(CommandRules::whyNot(Command::AttachFiles, &account, {}));
    account.scopes = QStringList{u"*"_s};
    QVERIFY(!CommandRules::whyNot(Command::AttachFiles, &account, {}));
}

void TestCommandRules::S_046_administrationIsForTheRoleInAnySpelling_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<bool>("offered");
    for (const QString &role : {u"Admin"_s, u"admin"_s, u"ADMINISTRATOR"_s})
        QTest::addRow("%s", qPrintable(role)) << role << true;
    for (const QString &role : {u"User"_s, u"administrators"_s, u""_s})
        QTest::addRow("not %s", qPrintable(role)) << role << false;
}

void TestCommandRules::S_046_administrationIsForTheRoleInAnySpelling()
{
    QFETCH(QString, role);
    Account account;
    account.roles = QStringList{role};
    QTEST(!CommandRules::whyNot(Command::Administer, &account, {}), "offered");
    QVERIFY(CommandRules::whyNot(Command::Administer, nullptr, {}));
}

void TestCommandRules::whatTheServerCannotIsSaid()
{
    Capabilities capabilities;
    QVERIFY(CommandRules::whyNot(Command::StopRun, nullptr, capabilities));
    capabilities.features.insert(QString(feature::runCancel));
    QVERIFY(!CommandRules::whyNot(Command::StopRun, nullptr, capabilities));
}

QTEST_GUILESS_MAIN(TestCommandRules)
#include "tst_commandrules.moc"
