// CH-49: what a model thought aloud is no part of its answer, wherever the stream was cut; and what an answer says about tags is.
#include "wire/thinkfilter.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;
using namespace desk::wire;

namespace {

// As a reader of a stream puts them together.
struct Heard {
    QString answer;
    QString thought;

    void add(const ThinkFilter::Parts &parts)
    {
        if (parts.isRetracted)
            thought += std::exchange(answer, QString());
        answer += parts.answer;
        thought += parts.thought;
    }
};

} // namespace

class TestThinkFilter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void CH_49_thoughtsAreTakenOutWhereverTheStreamIsCut_data();
    void CH_49_thoughtsAreTakenOutWhereverTheStreamIsCut();
    void noLetterIsLost();
};

void TestThinkFilter::CH_49_thoughtsAreTakenOutWhereverTheStreamIsCut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("thought");
    const auto same = [](const char *name, const QString &text) { QTest::newRow(name) << text << text << QString(); };
    QTest::newRow("at the beginning") << u"<think>x <y </think>\n\nThe answer"_s << u"The answer"_s << u"x <y "_s;
    QTest::newRow("behind white space") << u" \n <THINK>x</Think> The answer"_s << u" \n The answer"_s << u"x"_s;
    QTest::newRow("the longer word") << u"<thinking>x</thinking>The answer"_s << u"The answer"_s << u"x"_s;
    QTest::newRow("between two parts") << u"a < b\n<think>x</think>\nc <thinker> d"_s << u"a < b\nc <thinker> d"_s << u"x"_s;
    QTest::newRow("behind a sentence of an earlier call")
        << u"Let me check.<think>x</think>\nDone."_s << u"Let me check.\nDone."_s << u"x"_s;
    QTest::newRow("twice") << u"<think>x</think>a\n<think>y</think>b"_s << u"a\nb"_s << u"xy"_s;
    QTest::newRow("never closed") << u"Well.\n<think>x </thin"_s << u"Well.\n"_s << u"x </thin"_s;
    QTest::newRow("never opened") << u"So I\nthink.\n</think>\n\nThe answer"_s << u"The answer"_s << u"So I\nthink.\n"_s;
    QTest::newRow("never opened, at an end of a line") << u"So I think.</think>\r\nThe answer"_s << u"The answer"_s << u"So I think."_s;
    QTest::newRow("closed twice") << u"<think>x</think>a\n</think>\nb"_s << u"a\nb"_s << u"x"_s;
    QTest::newRow("with code in the thought") << u"<think>\n```\n</think>\nThe answer"_s << u"The answer"_s << u"\n```\n"_s;
    QTest::newRow("behind code") << u"```\na\n```\n<think>x</think>b"_s << u"```\na\n```\nb"_s << u"x"_s;
    QTest::newRow("behind code within a line") << u"```a```\n<think>x</think>b"_s << u"```a```\nb"_s << u"x"_s;
    same("only the beginning of a tag", u"1 <thi"_s);
    same("told about", u"Models write <think> and </think> around it."_s);
    same("told about as code", u"Use `<think>` and\n`</think>` here."_s);
    same("in fenced code", u"So:\n```xml\n<think>\nx\n</think>\n```\nDone"_s);
    same("in a longer fence", u"~~~~\n~~~\n<think>\n~~~~ x\n</think>\n~~~~~ \nDone"_s);
    same("none", u"The answer, with 3 < 4."_s);
    same("nothing", u""_s);
}

void TestThinkFilter::CH_49_thoughtsAreTakenOutWhereverTheStreamIsCut()
{
    QFETCH(const QString, text);
    QFETCH(const QString, answer);
    QFETCH(const QString, thought);
    const ThinkFilter::Parts whole = ThinkFilter::split(text);
    QCOMPARE(whole.answer, answer);
    QCOMPARE(whole.thought, thought);
    for (qsizetype first = 0; first <= text.size(); ++first) {
        for (qsizetype second = first; second <= text.size(); ++second) {
            ThinkFilter filter;
            Heard heard;
            heard.add(filter.feed(QStringView(text).first(first)));
            heard.add(filter.feed(QStringView(text).sliced(first, second - first)));
            heard.add(filter.feed(QStringView(text).sliced(second)));
            heard.add(filter.finish());
            QCOMPARE(heard.answer, answer);
            QCOMPARE(heard.thought, thought);
        }
    }
}

// Of random texts of tags, fences and words every letter comes out, as an answer or as a thought; however they are cut it is the same.
void TestThinkFilter::noLetterIsLost()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const QStringList pieces{u"<think>"_s, u"</think>"_s, u"<thinking>"_s, u"</thinking>"_s, u"```"_s, u"~~~"_s, u"`"_s,
                             u"\n"_s,      u" "_s,        u"<"_s,          u"</th"_s,        u"a"_s,   u"b "_s,  u"\n\n"_s};
    const auto letters = [](QString text) {
        for (const QString &tag : {u"</thinking>"_s, u"<thinking>"_s, u"</think>"_s, u"<think>"_s})
            text.remove(tag);
        QString out;
        std::copy_if(text.cbegin(), text.cend(), std::back_inserter(out), [](QChar c) { return !c.isSpace(); });
        return out;
    };
    for (int round = 0; round < 5000; ++round) {
        QString text;
        for (int i = random.bounded(20); i >= 0; --i)
            text += pieces.at(random.bounded(static_cast<int>(pieces.size())));
        const ThinkFilter::Parts whole = ThinkFilter::split(text);
        ThinkFilter filter;
        Heard heard;
        for (qsizetype at = 0; at < text.size();) {
            const qsizetype length = qMin(text.size() - at, static_cast<qsizetype>(random.bounded(1, 9)));
            heard.add(filter.feed(QStringView(text).sliced(at, length)));
            at += length;
        }
        heard.add(filter.finish());
        QVERIFY2(heard.answer == whole.answer && heard.thought == whole.thought, qPrintable(text));
        QString both = letters(whole.answer) + letters(whole.thought);
        QString all = letters(text);
        std::sort(both.begin(), both.end());
        std::sort(all.begin(), all.end());
        QVERIFY2(both == all, qPrintable(text));
    }
}

QTEST_GUILESS_MAIN(TestThinkFilter)
#include "tst_thinkfilter.moc"
