#include "state/optimistic.h"

#include <QRandomGenerator>
#include <QString>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

// A value of three letters; an edit sets some of them.
using Edit = QHash<int, QChar>;
using Edits = Optimistic<QString, QString, Edit>;

QString applied(const QString &base, const Edit &edit)
{
    QString out = base;
    for (auto letter = edit.begin(); letter != edit.end(); ++letter)
        out[letter.key()] = letter.value();
    return out;
}

Edit merged(const Edit &earlier, const Edit &later)
{
    Edit out = earlier;
    out.insert(later);
    return out;
}

const QString id = u"x"_s;

} // namespace

class TestOptimistic : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anEditShowsAtOnceAndIsSent();
    void laterEditsWaitAndMerge();
    void successTakesTheServersCopyAndReappliesWhatWaits();
    void failureTakesBackItsOwnEditOnly();
    void whatTheServerSaysMeanwhileIsTheNewBase();
    void idsDoNotWaitForEachOther();
    void answersAfterClearAreNotAwaited();
    void anyOrderEndsWithWhatTheServerHolds();
};

void TestOptimistic::anEditShowsAtOnceAndIsSent()
{
    Edits edits(applied, merged);
    QVERIFY(!edits.isPending(id));
    QCOMPARE(edits.shown(id, u"abc"_s), u"abc"_s);
    const auto request = edits.edit(id, u"abc"_s, {{0, u'A'}});
    QVERIFY(request);
    QCOMPARE(request->before, u"abc"_s);
    QCOMPARE(request->after, u"Abc"_s);
    QVERIFY(edits.isPending(id));
    QCOMPARE(edits.shown(id, u"abc"_s), u"Abc"_s);
    QVERIFY(!edits.settle(id, u"Abc"_s));
    QVERIFY(!edits.isPending(id));
}

void TestOptimistic::laterEditsWaitAndMerge()
{
    Edits edits(applied, merged);
    QVERIFY(edits.edit(id, u"abc"_s, {{0, u'A'}}));
    QVERIFY(!edits.edit(id, u"Abc"_s, {{1, u'1'}, {2, u'2'}}));
    QVERIFY(!edits.edit(id, u"A12"_s, {{1, u'B'}}));
    QCOMPARE(edits.shown(id, *edits.base(id)), u"AB2"_s);
    const auto next = edits.settle(id, u"Abc"_s);
    QVERIFY(next);
    QCOMPARE(next->before, u"Abc"_s);
    QCOMPARE(next->after, u"AB2"_s);
    QVERIFY(!edits.settle(id, u"AB2"_s));
}

void TestOptimistic::successTakesTheServersCopyAndReappliesWhatWaits()
{
    Edits edits(applied, merged);
    (void)edits.edit(id, u"abc"_s, {{0, u'A'}});
    (void)edits.edit(id, u"Abc"_s, {{2, u'C'}});
    const auto next = edits.settle(id, u"Xyz"_s); // the server made something else of it
    QCOMPARE(next->before, u"Xyz"_s);
    QCOMPARE(next->after, u"XyC"_s);
    QCOMPARE(edits.shown(id, u"Xyz"_s), u"XyC"_s);
}

void TestOptimistic::failureTakesBackItsOwnEditOnly()
{
    Edits edits(applied, merged);
    (void)edits.edit(id, u"abc"_s, {{0, u'A'}});
    (void)edits.edit(id, u"Abc"_s, {{1, u'B'}});
    QCOMPARE(*edits.underWay(id), Edit({{0, u'A'}}));
    const QString base = *edits.base(id);
    const auto next = edits.settle(id, base);
    QCOMPARE(next->before, u"abc"_s);
    QCOMPARE(next->after, u"aBc"_s);
    QCOMPARE(edits.shown(id, base), u"aBc"_s);
}

void TestOptimistic::whatTheServerSaysMeanwhileIsTheNewBase()
{
    Edits edits(applied, merged);
    edits.rebase(id, u"zzz"_s); // nothing pending, nothing to remember
    QVERIFY(!edits.isPending(id));
    (void)edits.edit(id, u"abc"_s, {{0, u'A'}});
    edits.rebase(id, u"abz"_s);
    QCOMPARE(edits.shown(id, *edits.base(id)), u"Abz"_s);
    QVERIFY(!edits.settle(id, *edits.base(id)));
}

void TestOptimistic::idsDoNotWaitForEachOther()
{
    Edits edits(applied, merged);
    const auto first = edits.edit(id, u"abc"_s, {{0, u'A'}});
    const auto second = edits.edit(u"y"_s, u"def"_s, {{0, u'D'}});
    QVERIFY(first && second);
    QVERIFY(!edits.isAwaited(id, second->ticket));
    QVERIFY(!edits.settle(id, u"Abc"_s));
    QVERIFY(edits.isPending(u"y"_s));
}

void TestOptimistic::answersAfterClearAreNotAwaited()
{
    Edits edits(applied, merged);
    const auto before = edits.edit(id, u"abc"_s, {{0, u'A'}});
    QVERIFY(edits.isAwaited(id, before->ticket));
    edits.clear();
    QVERIFY(!edits.isAwaited(id, before->ticket));
    const auto after = edits.edit(id, u"abc"_s, {{0, u'A'}});
    QVERIFY(!edits.isAwaited(id, before->ticket));
    QVERIFY(edits.isAwaited(id, after->ticket));
}

// A server that takes or refuses edits at random: what is shown in the end is what it holds, and it holds every edit it took.
void TestOptimistic::anyOrderEndsWithWhatTheServerHolds()
{
    bool given = false;
    const auto asked = static_cast<quint32>(qEnvironmentVariableIntValue("DESK_SEED", &given));
    const quint32 seed = given ? asked : QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    for (int round = 0; round < 500; ++round) {
        Edits edits(applied, merged);
        QString server = u"abc"_s;
        QString row = server;
        std::optional<Edits::Request> underWay;
        for (int step = 0; step < 30 || underWay; ++step) {
            if (step < 30 && random.bounded(2)) {
                const Edit edit{{random.bounded(3), QChar(u'a' + random.bounded(26))}};
                const auto request = edits.edit(id, row, edit);
                QCOMPARE(request.has_value(), !underWay.has_value());
                if (request)
                    underWay = request;
                row = applied(row, edit);
                QCOMPARE(edits.shown(id, *edits.base(id)), row);
            } else if (underWay) {
                QCOMPARE(underWay->before, server);
                if (random.bounded(3))
                    server = underWay->after;
                underWay = edits.settle(id, server);
                row = edits.shown(id, server);
            }
        }
        QVERIFY(!edits.isPending(id));
        QCOMPARE(row, server);
    }
}

QTEST_APPLESS_MAIN(TestOptimistic)
#include "tst_optimistic.moc"
