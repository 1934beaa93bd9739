// Secrets found in texts without being kept.
#include "domain/secretset.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

class TestSecretSet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void LOG_01_whatWasAddedIsReplacedWhereverItStands_data();
    void LOG_01_whatWasAddedIsReplacedWhereverItStands();
    void LOG_01_randomTextsAsAPlainSearchFindsThem();
    void shortOnesAreIgnored();
};

void TestSecretSet::LOG_01_whatWasAddedIsReplacedWhereverItStands_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, const QString &expected) { QTest::newRow(name) << text << expected; };
    row("nothing", {}, {});
    row("none", u"nothing to see"_s, u"nothing to see"_s);
    row("alone", u"secret-one"_s, u"#"_s);
    row("begin", u"secret-one, then"_s, u"#, then"_s);
    row("end", u"it is secret-one"_s, u"it is #"_s);
    row("twice", u"secret-onesecret-one"_s, u"##"_s);
    row("one in another", u"a secret-one-and-more b"_s, u"a # b"_s);
    row("overlapping", u"xx secret-oneABCDEF yy"_s, u"xx # yy"_s); // "oneABCDEF" begins in "secret-one"
    row("almost", u"secret-on"_s, u"secret-on"_s);
    row("beyond Latin", u"ключ-от-дома ♥"_s, u"# ♥"_s);
}

void TestSecretSet::LOG_01_whatWasAddedIsReplacedWhereverItStands()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    SecretSet set;
    for (const QString &secret : {u"secret-one"_s, u"secret-one-and-more"_s, u"oneABCDEF"_s, u"ключ-от-дома"_s, u"secret-one"_s})
        set.add(secret);
    QCOMPARE(set.replaced(text, u"#"_s), expected);
}

void TestSecretSet::LOG_01_randomTextsAsAPlainSearchFindsThem()
{
    const quint32 seed =
        qEnvironmentVariableIsSet("DESK_SEED") ? qEnvironmentVariable("DESK_SEED").toUInt() : QRandomGenerator::global()->generate();
    qInfo("DESK_SEED=%u", seed);
    QRandomGenerator random(seed);
    const auto word = [&random](int size) { // of two letters, so that much is alike
        QString out;
        for (int i = 0; i < size; ++i)
            out += random.bounded(2) ? u'a' : u'b';
        return out;
    };
    for (int round = 0; round < 300; ++round) {
        SecretSet set;
        const QString secret = word(6 + random.bounded(6));
        set.add(secret);
        const QString text = word(random.bounded(60));
        QVERIFY2(set.replaced(text, u"#"_s).contains(u'#') == text.contains(secret), qPrintable(text + u' ' + secret));
        QVERIFY(!set.replaced(text, u"#"_s).contains(secret));
    }
}

void TestSecretSet::shortOnesAreIgnored()
{
    SecretSet set;
    set.add(u"short");
    set.add(QString());
    QCOMPARE(set.replaced(u"a short text"_s, u"#"_s), u"a short text"_s);
}

QTEST_APPLESS_MAIN(TestSecretSet)
#include "tst_secretset.moc"
