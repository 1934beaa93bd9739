// Roles and scopes as labels (inventory S-040, S-041, S-047).
#include "domain/account.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

class TestAccount : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void S_040_rolesAreOneWhateverTheirCase();
    void S_041_scopesHaveWildcards_data();
    void S_041_scopesHaveWildcards();
    void S_047_whatIsMissingIsNamed();
    void theLabelIsWhatAPersonRecognises();
};

void TestAccount::S_040_rolesAreOneWhateverTheirCase()
{
    for (const QString &role : {u"Admin"_s, u"admin"_s, u"ADMIN"_s, u" administrator "_s, u"Administrator"_s}) {
        Account account;
        account.roles = {u"User"_s, role};
        QVERIFY2(account.isAdmin(), qPrintable(role));
        QVERIFY(account.hasRole(u"uSER"_s));
    }
    Account account;
    account.roles = {u"Administration"_s, u"adm"_s, u"not admin"_s};
    QVERIFY(!account.isAdmin());
    QVERIFY(!account.hasRole(u"User"_s));
    account.roles = {u"Straßenbau"_s};
    QVERIFY(account.hasRole(u"STRASSENBAU"_s) || account.hasRole(u"straßenbau"_s));
}

void TestAccount::S_041_scopesHaveWildcards_data()
{
    QTest::addColumn<QString>("granted");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<bool>("covers");
    QTest::addRow("same") << u"data.read"_s << u"data.read"_s << true;
    QTest::addRow("other") << u"data.read"_s << u"data.write"_s << false;
    QTest::addRow("area") << u"search.*"_s << u"search.read"_s << true;
    QTest::addRow("area, deeper") << u"search.*"_s << u"search.index.write"_s << true;
    QTest::addRow("area itself") << u"search.*"_s << u"search"_s << true;
    QTest::addRow("begins the same") << u"search.*"_s << u"searching.read"_s << false;
    QTest::addRow("everything") << u"*"_s << u"admin.users"_s << true;
    QTest::addRow("a star in the middle is no wildcard") << u"a.*.b"_s << u"a.x.b"_s << false;
    QTest::addRow("not the other way round") << u"search.read"_s << u"search.*"_s << false;
}

void TestAccount::S_041_scopesHaveWildcards()
{
    QFETCH(QString, granted);
    QFETCH(QString, wanted);
    QFETCH(bool, covers);
    Account account;
    account.scopes = {u"x.y"_s, granted};
    QCOMPARE(account.hasScope(wanted), covers);
}

void TestAccount::S_047_whatIsMissingIsNamed()
{
    Account account;
    account.scopes = {u"search.*"_s, u"data.read"_s};
    QCOMPARE(account.missingScopes({u"data.write"_s, u"search.read"_s, u"admin.x"_s}), (QStringList{u"data.write"_s, u"admin.x"_s}));
    QVERIFY(account.missingScopes({u"data.read"_s}).isEmpty());
    QVERIFY(account.missingScopes({}).isEmpty());
}

void TestAccount::theLabelIsWhatAPersonRecognises()
{
    Account account;
    QVERIFY(!account.isKnown() && account.label().isEmpty());
    account.id = u"u1"_s;
    QCOMPARE(account.label(), u"u1"_s);
    account.email = u"ana@example.org"_s;
    QCOMPARE(account.label(), u"ana@example.org"_s);
    account.displayName = u"Ana"_s;
    QCOMPARE(account.label(), u"Ana"_s);
}

QTEST_GUILESS_MAIN(TestAccount)
#include "tst_account.moc"
