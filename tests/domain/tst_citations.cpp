#include "domain/citations.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

Citation hit(const QString &id, int page, const QString &quote, std::optional<double> score = {})
{
    return {FileId(id), id.isEmpty() ? u"loose.txt"_s : id + u".pdf"_s, page, quote, score};
}

QStringList places(const QList<Citation> &citations)
{
    QStringList all;
    for (const Citation &citation : citations)
        all << u"%1:%2"_s.arg(citation.fileId.value()).arg(citation.page);
    return all;
}

} // namespace

class TestCitations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void CH_56_aDocumentHasOneChipWithItsBestPassage();
    void CH_56_withoutScoresTheFirstPassageStands();
    void CH_56_moreHitsNeverChangeTheOrderOfDocuments();
    void CH_56_theSamePassageAgainOnlyAddsWhatWasNotKnown();
    void CH_56_aServersListRulesAndOursAddsPassagesAndOrder();
    void CH_56_anEmptyListOfTheServerTakesNothingAway();
    void CH_56_endlessHitsAreBounded();
};

void TestCitations::CH_56_aDocumentHasOneChipWithItsBestPassage()
{
    const QList<Citation> citations{hit(u"a"_s, 1, u"x"_s, 0.2), hit(u"b"_s, 4, u"y"_s, 0.9), hit(u"a"_s, 7, u"z"_s, 0.8),
                                    hit({}, 2, u"loose"_s), hit(u"a"_s, 9, u"w"_s, 0.5)};
    const QList<CitedDocument> documents = citedDocuments(citations);
    QCOMPARE(documents.size(), 3);
    QCOMPARE(documents.at(0).first, 0);
    QCOMPARE(citations.at(documents.at(0).best).page, 7);
    QCOMPARE(documents.at(0).all, (QList<qsizetype>{0, 2, 4}));
    QCOMPARE(documents.at(1).best, 1);
    QCOMPARE(documents.at(2).first, 3);
}

void TestCitations::CH_56_withoutScoresTheFirstPassageStands()
{
    const QList<Citation> citations{hit(u"a"_s, 5, u"x"_s), hit(u"a"_s, 1, u"y"_s)};
    QCOMPARE(citedDocuments(citations).size(), 1);
    QCOMPARE(citedDocuments(citations).at(0).best, 0);
    QVERIFY(citedDocuments({}).isEmpty());
}

void TestCitations::CH_56_moreHitsNeverChangeTheOrderOfDocuments()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    for (int round = 0; round < 100; ++round) {
        QList<Citation> known;
        QStringList before;
        for (int step = 0; step < 20; ++step) {
            QList<Citation> more;
            for (int i = random.bounded(4); i >= 0; --i)
                more << hit(QString(QChar(u'a' + random.bounded(6))), random.bounded(5), u"q"_s, random.generateDouble());
            known = withMoreCitations(known, more);
            QStringList now;
            for (const CitedDocument &document : citedDocuments(known))
                now << known.at(document.first).fileId.value();
            QCOMPARE(now.first(before.size()), before);
            before = now;
        }
    }
}

void TestCitations::CH_56_theSamePassageAgainOnlyAddsWhatWasNotKnown()
{
    const QList<Citation> known = withMoreCitations({hit(u"a"_s, 3, {})}, {hit(u"a"_s, 3, u"The  price"_s, 0.7)});
    QCOMPARE(known.size(), 1);
    QCOMPARE(known.at(0).quote, u"The  price"_s);
    QCOMPARE(known.at(0).score, std::optional<double>(0.7));
    QCOMPARE(withMoreCitations(known, {hit(u"a"_s, 3, u"The price"_s, 0.1)}), known);
    QCOMPARE(withMoreCitations(known, {hit(u"a"_s, 3, u"Another"_s)}).size(), 2);
    QCOMPARE(withMoreCitations(known, {hit(u"a"_s, 4, u"The price"_s)}).size(), 2);
}

void TestCitations::CH_56_aServersListRulesAndOursAddsPassagesAndOrder()
{
    const QList<Citation> ours{hit(u"b"_s, 1, u"1"_s, 0.5), hit(u"a"_s, 2, u"2"_s, 0.9), hit(u"gone"_s, 1, u"3"_s, 0.8),
                               hit(u"b"_s, 6, u"4"_s, 0.4)};
    const QList<Citation> stored{hit(u"a"_s, 2, u"2"_s), hit(u"new"_s, 1, u"5"_s), hit(u"b"_s, 1, u"1"_s)};
    const QList<Citation> merged = mergedCitations(stored, ours);
    QCOMPARE(places(merged), (QStringList{u"b:1"_s, u"b:6"_s, u"a:2"_s, u"new:1"_s}));
    QCOMPARE(merged.at(2).score, std::optional<double>(0.9));
    QCOMPARE(mergedCitations(stored, merged), merged); // what a history read later does
    QCOMPARE(mergedCitations(merged, merged), merged);
}

void TestCitations::CH_56_anEmptyListOfTheServerTakesNothingAway()
{
    const QList<Citation> ours{hit(u"b"_s, 1, u"1"_s, 0.5)};
    QCOMPARE(mergedCitations({}, ours), ours);
    QCOMPARE(mergedCitations(ours, {}), ours);
    QVERIFY(mergedCitations({}, {}).isEmpty());
}

void TestCitations::CH_56_endlessHitsAreBounded()
{
    QList<Citation> endless;
    for (int i = 0; i < 50'000; ++i)
        endless << hit(QString::number(i), i, u"q"_s);
    QCOMPARE(withMoreCitations({}, endless).size(), maxCitations);
    QList<Citation> ofOnePage; // every pair of them is compared, by its words
    for (int i = 0; i < 2000; ++i)
        ofOnePage << hit(u"a"_s, 1, QString(2000, u'x') + u"  of  "_s + QString::number(i));
    const QList<Citation> bounded = withMoreCitations({}, ofOnePage);
    QCOMPARE(bounded, ofOnePage.first(maxCitations));
    QCOMPARE(withMoreCitations(bounded, bounded), bounded);
}

QTEST_GUILESS_MAIN(TestCitations)
#include "tst_citations.moc"
