#include "gui/chat/turns/messagecopy.h"
#include "gui/export/messagertf.h"
#include "gui/text/rtfwriter.h"
#include "gui/text/textlimiter.h"
#include "rtfreader.h"

#include <QMimeData>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

Message answer(const QString &markdown)
{
    Message message;
    message.role = Role::Assistant;
    message.content = markdown;
    return message;
}

Message question(const QString &text)
{
    Message message;
    message.role = Role::User;
    message.content = text;
    return message;
}

QByteArray rtfOf(const Message &message)
{
    RtfWriter rtf;
    return addToRtf(message, rtf) ? rtf.file() : QByteArray();
}

} // namespace

class TestRichCopy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void CH_61_looksOfAnAnswerAreInTheRtf();
    void CH_61_listsQuotesCodeAndTablesAreInTheRtf();
    void CH_61_linksLeadWhereTheProgramWouldLead();
    void CH_61_hostileTextStaysText_data();
    void CH_61_hostileTextStaysText();
    void CH_61_everyTextComesBack();
    void CH_61_textFromTheRightRunsFromTheRight();
    void CH_61_aFormulaIsCopiedAsItWasWritten();
    void CH_61_whatWouldBeCutIsNotOffered();
    void CH_61_threeFlavoursOfSeveralMessages();
};

void TestRichCopy::CH_61_looksOfAnAnswerAreInTheRtf()
{
    const RtfReader rtf(rtfOf(answer(u"# Head *one*\n\nPlain **bold** and *slanted*, ~~gone~~ and `code {x}`.\n"_s)));
    QCOMPARE(rtf.error(), QString());
    QCOMPARE(rtf.lines(), (QStringList{u"Head one"_s, u"Plain bold and slanted, gone and code {x}."_s}));
    QVERIFY(rtf.run(u"one"_s).italic && rtf.run(u"one"_s).heading && rtf.run(u"one"_s).bold);
    QVERIFY(rtf.run(u"bold"_s).bold && !rtf.run(u"bold"_s).italic && !rtf.run(u"bold"_s).heading);
    QVERIFY(rtf.run(u"slanted"_s).italic);
    QVERIFY(rtf.run(u"gone"_s).strike);
    QVERIFY(rtf.run(u"code {x}"_s).fixed);
}

void TestRichCopy::CH_61_listsQuotesCodeAndTablesAreInTheRtf()
{
    const RtfReader rtf(rtfOf(answer(u"- first\n  1. inner\n\n> quoted\n\n```cpp\nint a = 1; // \\ {}\n\n\tb();\n```\n\n"
                                     "| Name | Sum |\n|---|---:|\n| \u05E9\u05DC\u05D5\u05DD | \U0001F600 |\n\nEnd\n"_s)));
    QCOMPARE(rtf.error(), QString());
    QCOMPARE(rtf.lines(), (QStringList{u"\u2022\tfirst"_s, u"1.\tinner"_s, u"quoted"_s, u"int a = 1; // \\ {}"_s, u"\tb();"_s,
                                       u"Name\tSum\t"_s, u"\u05E9\u05DC\u05D5\u05DD\t\U0001F600\t"_s, u"End"_s}));
    QVERIFY(rtf.text().contains(u"{}\n\n\tb();"_s)); // the empty line of the code too
    const auto code = std::find_if(rtf.runs().cbegin(), rtf.runs().cend(), [](const auto &run) { return run.text.contains(u"int a"_s); });
    QVERIFY(code != rtf.runs().cend() && code->fixed && !code->italic);
    const RtfReader tables(rtfOf(answer(u"| a |\n|---|\n| b |\n\n| c |\n|---|\n| d |\n"_s)));
    QVERIFY(tables.text().contains(u"b\t\n\nc\t"_s)); // two, not one
    QVERIFY(rtf.words().contains("row") && rtf.words().contains("cellx") && rtf.words().contains("brdrl"));
}

void TestRichCopy::CH_61_linksLeadWhereTheProgramWouldLead()
{
    const RtfReader rtf(rtfOf(answer(u"[site](https://example.org/a?b=1&c=%22) [bad](javascript:alert(1)) [file](file:///etc/passwd) "
                                     "[odd](<https://example.org/\" \\\\l \"x>) ![picture](https://example.org/p.png)\n"_s)));
    QCOMPARE(rtf.error(), QString());
    QVERIFY(rtf.run(u"site"_s).link.startsWith(u"https://example.org/a?b=1&c="_s));
    QVERIFY(rtf.text().contains(u"bad"_s) && rtf.text().contains(u"file"_s));
    int links = 0;
    for (const RtfReader::Run &run : rtf.runs()) {
        links += run.link.isEmpty() ? 0 : 1;
        QVERIFY(run.link.isEmpty() || run.link.startsWith(u"https://example.org/"_s));
        QVERIFY(!run.link.contains(u'"') && !run.link.contains(u'\\') && !run.link.contains(u' '));
    }
    QVERIFY(links >= 1 && links <= 2);
    QVERIFY(rtf.text().contains(u"picture"_s)); // its description
}

void TestRichCopy::CH_61_hostileTextStaysText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("words") << uR"(\object\objdata 0105 {\*\generator x;} \pict)"_s;
    QTest::newRow("field") << uR"({\field{\*\fldinst{INCLUDEPICTURE "https://evil.example/x"}}{\fldrslt x}})"_s;
    QTest::newRow("braces") << u"}}}}}{{{{{"_s;
    QTest::newRow("backslashes") << uR"(\\\ \u-1? \' \bin99999999 )"_s;
    QTest::newRow("behind a character") << u"\u00e4?\u00e4123 \u00e4-5 \u00e4 x"_s;
    QTest::newRow("half characters") << u"a\xD83D b\xDE00 c"_s;
    QTest::newRow("controls") << u"a\u0001b\u001bc\u0085d\u007fe"_s;
}

void TestRichCopy::CH_61_hostileTextStaysText()
{
    QFETCH(QString, text);
    const RtfReader typed(rtfOf(question(text)));
    QCOMPARE(typed.error(), QString());
    QString expected = clipboardText(text);
    expected.replace(QChar(0xD83D), QChar(0xFFFD)).replace(QChar(0xDE00), QChar(0xFFFD));
    QCOMPARE(typed.text(), expected + u'\n');
    for (const QString &markdown :
         {text, u"```\n"_s + text + u"\n```\n"_s, u"`` "_s + text + u" ``"_s, u"| a |\n|---|\n| "_s + text + u" |\n"_s, u"# "_s + text,
          u"- "_s + text, u"```"_s + text + u"\nx\n```\n"_s}) {
        const RtfReader rtf(rtfOf(answer(markdown)));
        QCOMPARE(rtf.error(), QString());
        for (const RtfReader::Run &run : rtf.runs())
            QVERIFY(run.link.isEmpty());
    }
}

void TestRichCopy::CH_61_everyTextComesBack()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const QString signs = u"\\{}*'?;-0123456789 ubrtfpar\n\t\u00e9\u2028\u05D0\u3042"_s;
    for (int round = 0; round < 300; ++round) {
        QString text;
        for (int i = random.bounded(80); i > 0; --i) {
            if (random.bounded(6) == 0)
                text += QStringView(QChar::fromUcs4(0x10000 + random.bounded(0xFFFFU)));
            else if (random.bounded(6) == 0)
                text += QChar(static_cast<char16_t>(0xA0 + random.bounded(0xD7FFU - 0xA0U)));
            else
                text += signs.at(random.bounded(static_cast<int>(signs.size())));
        }
        const RtfReader rtf(rtfOf(question(text)));
        QCOMPARE(rtf.error(), QString());
        text.replace(QChar(QChar::LineSeparator), u'\n').replace(QChar(QChar::ParagraphSeparator), u'\n');
        QCOMPARE(rtf.text(), text + u'\n');
    }
}

void TestRichCopy::CH_61_textFromTheRightRunsFromTheRight()
{
    const QByteArray file = rtfOf(answer(u"\u05E9\u05DC\u05D5\u05DD **\u05E2\u05D5\u05DC\u05DD** `code`\n\nLeft\n"_s));
    const RtfReader rtf(file);
    QCOMPARE(rtf.error(), QString());
    QCOMPARE(rtf.lines(), (QStringList{u"\u05E9\u05DC\u05D5\u05DD \u05E2\u05D5\u05DC\u05DD code"_s, u"Left"_s}));
    QVERIFY(rtf.words().contains("rtlpar") && rtf.words().contains("rtlch") && rtf.words().contains("ltrpar"));
    QCOMPARE(file.count("\\rtlpar"), 1);
}

void TestRichCopy::CH_61_aFormulaIsCopiedAsItWasWritten()
{
    const RtfReader rtf(rtfOf(answer(u"It is \\(x^2 + \\alpha\\) here."_s)));
    QCOMPARE(rtf.error(), QString());
    QVERIFY2(rtf.text().contains(u"x^2 + \\alpha"_s), qPrintable(rtf.text()));
}

void TestRichCopy::CH_61_whatWouldBeCutIsNotOffered()
{
    const Message rows = answer(u"| a |\n|---|\n"_s + u"| b |\n"_s.repeated(600));
    QVERIFY(rtfOf(rows).isEmpty());
    QVERIFY(rtfOf(answer(u"word "_s.repeated(200'000))).isEmpty());
    QVERIFY(!rtfOf(answer(u"word\n\n"_s.repeated(5000))).isEmpty());
    const auto data = messagesCopy({answer(u"small"_s), rows}, MessageCommand::CopyFormatted);
    QVERIFY(data->hasHtml() && !data->hasFormat(u"text/rtf"_s)); // half of it would be worse than none
    QCOMPARE(data->text().count(u'b'), 600);                     // words are whole
    QCOMPARE(plainWords(answer(u"| a | b |\n|---|---|\n| c | d |\n"_s)), u"a\tb\nc\td"_s);
}

void TestRichCopy::CH_61_threeFlavoursOfSeveralMessages()
{
    const auto data = messagesCopy({question(u"Which **one**?\nTell."_s), answer(u"The **South**."_s)}, MessageCommand::CopyFormatted);
    QCOMPARE(data->text(), u"Which **one**?\nTell.\n\nThe South."_s); // what a person typed is as it was typed
    QVERIFY(data->html().contains(u"<strong>South</strong>"_s));
    for (const QString &type : {u"text/rtf"_s, u"application/rtf"_s}) {
        const RtfReader rtf(data->data(type));
        QCOMPARE(rtf.error(), QString());
        QCOMPARE(rtf.text(), u"Which **one**?\nTell.\nThe South.\n"_s);
        QVERIFY(rtf.run(u"South"_s).bold);
    }
    QVERIFY(!messagesCopy({answer(u"**x**"_s)}, MessageCommand::CopyPlain)->hasFormat(u"text/rtf"_s));
}

QTEST_MAIN(TestRichCopy)
#include "tst_richcopy.moc"
