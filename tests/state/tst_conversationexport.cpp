// Conversations as Markdown, plain text and JSON: nothing is missing, nothing in them can pass for something else, and JSON comes back.
#include "state/export/conversationfile.h"
#include "state/export/conversationwriter.h"
#include "state/export/exporttext.h"
#include "state/export/exportwords.h"
#include "state/exportsample.h"
#include "wire/json/recordjson.h"
#include "wire/randomrecord.h"

#include <QFile>
#include <QFuture>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class TestConversationExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC"); }
    void everythingIsInTheText_data() { textFormats(); }
    void everythingIsInTheText();
    void whatIsNotWantedIsLeftOut_data() { textFormats(); }
    void whatIsNotWantedIsLeftOut();
    void onlyACompleteAnswerLooksComplete_data() { textFormats(); }
    void onlyACompleteAnswerLooksComplete();
    void REND_01_textCannotPassForAnotherMessage_data() { textFormats(); }
    void REND_01_textCannotPassForAnotherMessage();
    void REND_11_controlsAreNotObeyed_data() { textFormats(); }
    void REND_11_controlsAreNotObeyed();
    void markdownNamesMeanNothing_data();
    void markdownNamesMeanNothing();
    void markdownFencesAreLongerThanTheirText();
    void jsonComesBack();
    void jsonLeavesTheServersOwnWordsOut();
    void importIgnoresWhatItDoesNotKnow();
    void importRefuses_data();
    void importRefuses();
    void nothingIsStillBeingWrittenAfterImport();
    void aLongConversationIsWrittenPieceByPiece();
    void cancellingLeavesNothing();
    void REND_17_fileNamesAreSafe_data();
    void REND_17_fileNamesAreSafe();

private:
    static void textFormats();
};

namespace {

QString written(ExportFormat format, const ExportContent &content)
{
    const std::unique_ptr<ConversationWriter> writer = textWriter(format);
    QByteArray out = writer->head(content);
    for (qsizetype i = 0; i < content.messages.size(); ++i)
        out += writer->message(content, i);
    return QString::fromUtf8(out + writer->tail(content));
}

QByteArray json(const ExportContent &content)
{
    return written(ExportFormat::Json, content).toUtf8();
}

} // namespace

void TestConversationExport::textFormats()
{
    QTest::addColumn<ExportFormat>("format");
    QTest::newRow("markdown") << ExportFormat::Markdown;
    QTest::newRow("text") << ExportFormat::PlainText;
}

void TestConversationExport::everythingIsInTheText()
{
    QFETCH(ExportFormat, format);
    ExportContent content = sampleContent();
    content.options.thoughts = true;
    const QString text = written(format, content);
    const QStringList wanted{u"Sales of Q3"_s,
                             u"You \u00b7 2026-05-02 09:14:03 UTC"_s,
                             u"Agent \u00b7 2026-05-02 09:14:09 UTC"_s,
                             u"Which region sold most?"_s,
                             u"sales.csv (1.18 KiB)"_s,
                             u"1.2 s"_s,
                             u"Asking the table"_s,
                             u"select 1"_s,
                             u"\"rows\""_s,
                             u"sales.csv, line 3"_s,
                             u"North,1204"_s,
                             u"planner"_s,
                             u"The table has a column of regions."_s,
                             u"**North** sold most."_s,
                             u"Not complete: the answer was interrupted."_s,
                             u"The connection was lost."_s,
                             u"Table analyst"_s,
                             u"Agent Desk 0.1.0"_s,
                             u"3 message"_s};
    for (const QString &part : wanted)
        QVERIFY2(text.contains(part), qPrintable(part + u" is not in\n"_s + text));
}

void TestConversationExport::whatIsNotWantedIsLeftOut()
{
    QFETCH(ExportFormat, format);
    ExportContent content = sampleContent();
    content.options.toolDetails = false;
    const QString text = written(format, content);
    QVERIFY(!text.contains(u"planner"_s) && !text.contains(u"select 1"_s));
    QVERIFY(text.contains(u"Asking the table"_s)); // that there was one is always said
}

void TestConversationExport::onlyACompleteAnswerLooksComplete()
{
    QFETCH(ExportFormat, format);
    ExportContent content = sampleContent();
    content.messages = {content.messages.at(1)};
    const QString complete = written(format, content);
    for (const MessageState state :
         {MessageState::Pending, MessageState::Streaming, MessageState::Stopped, MessageState::Interrupted, MessageState::Failed}) {
        content.messages[0].state = state;
        const QString note = ExportWords::state(content.messages.constFirst());
        QVERIFY(!note.isEmpty() && !complete.contains(note));
        const QString text = written(format, content);
        QVERIFY(text.contains(note));
        QVERIFY(text.indexOf(note) < text.indexOf(u"**North**"_s)); // before the text: it cannot be swallowed by it
    }
}

void TestConversationExport::REND_01_textCannotPassForAnotherMessage()
{
    QFETCH(ExportFormat, format);
    ExportContent content = sampleContent();
    const QString heading = ExportWords::heading(content.messages.constFirst());
    const QString attack = u"```\nopen\r## %1\r\n\r\n%1\u2028%1\n<!-- \n<script>\n    %1\n===\n"_s.arg(heading);
    Message &answer = content.messages[1];
    answer.content = attack;
    answer.toolCalls[0].output = attack;
    answer.toolCalls[0].title = attack;
    answer.thoughts[0].text = attack;
    answer.citations[0].quote = attack;
    answer.citations[0].filename = attack;
    content.messages[0].attachments[0].filename = attack;
    content.conversation.title = attack;
    content.options.thoughts = true;
    // A line of ours begins at the margin, and there is one for each message.
    const QString begin = format == ExportFormat::Markdown ? u"## "_s : QString();
    int headings = 0;
    bool isFenced = false;
    const QStringList lines = written(format, content).split(u'\n');
    for (const QString &line : lines) {
        QVERIFY(!line.contains(u'\r') && !line.contains(u'\u2028'));
        if (format == ExportFormat::Markdown && line.startsWith("````"_L1))
            isFenced = !isFenced; // ours is longer than the one in the text
        if (!isFenced && (line.startsWith(begin + u"You"_s) || line.startsWith(begin + u"Agent \u00b7"_s)))
            ++headings;
        if (!isFenced)
            QVERIFY2(!line.startsWith(u'<') && !line.startsWith("```\n"_L1), qPrintable(line));
    }
    QCOMPARE(headings, 3);
    QVERIFY(!isFenced);
}

void TestConversationExport::REND_11_controlsAreNotObeyed()
{
    QFETCH(ExportFormat, format);
    ExportContent content = sampleContent();
    const QString attack = u"a\u001b[31mb\u009b2Jc\u0007d\u0000e\u0008f"_s;
    for (Message &message : content.messages) {
        message.content = attack;
        message.errorText = attack;
    }
    content.messages[1].toolCalls[0].output = attack;
    content.messages[1].toolCalls[0].tool = attack;
    content.conversation.title = attack;
    content.facts.server = attack;
    const QString text = written(format, content);
    for (const QChar c : text)
        QVERIFY(c == u'\n' || c == u'\t' || c.category() != QChar::Other_Control);
    QVERIFY(text.contains(u"a\u241b[31mb"_s) || text.contains(u"a\u241b\\[31mb"_s));
}

void TestConversationExport::markdownNamesMeanNothing_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << u"sales_2026-q3 (new).csv"_s << u"- sales_2026-q3 (new).csv\n"_s;
    QTest::newRow("list") << u"- x"_s << u"- \\- x\n"_s;
    QTest::newRow("numbered") << u"1. x"_s << u"- 1\\. x\n"_s;
    QTest::newRow("heading") << u"# x #"_s << u"- \\# x \\#\n"_s;
    QTest::newRow("link") << u"[a](http://b)"_s << u"- \\[a\\](http://b)\n"_s;
    QTest::newRow("html") << u"<b>&amp;"_s << u"- \\<b\\>\\&amp;\n"_s;
    QTest::newRow("emphasis") << u"*a* _b_ ~~c~~ `d`"_s << u"- \\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\`d\\`\n"_s;
}

void TestConversationExport::markdownNamesMeanNothing()
{
    QFETCH(QString, name);
    QFETCH(QString, expected);
    ExportContent content = sampleContent();
    content.messages[0].attachments = {{FileId(u"f"_s), name, {}, 0, {}}};
    const QString text = written(ExportFormat::Markdown, content);
    QVERIFY2(text.contains(expected), qPrintable(text));
}

void TestConversationExport::markdownFencesAreLongerThanTheirText()
{
    ExportContent content = sampleContent();
    content.messages[1].toolCalls[0].output = u"x\n``````\ny"_s;
    QVERIFY(written(ExportFormat::Markdown, content).contains(u"\n```````\nx\n``````\ny\n```````\n"_s));
}

void TestConversationExport::jsonComesBack()
{
    const unsigned seed =
        qEnvironmentVariableIsSet("DESK_SEED") ? static_cast<unsigned>(qEnvironmentVariableIntValue("DESK_SEED")) : std::random_device{}();
    qInfo("DESK_SEED=%u", seed);
    randomrecord::Source random(seed);
    for (int i = 0; i < 60; ++i) {
        ExportContent content;
        content.options.thoughts = true;
        content.conversation = random.conversation();
        for (int n = random.below(6); n > 0; --n)
            content.messages.append(random.message());
        const Result<ConversationFile> file = ConversationFile::parse(json(content));
        QVERIFY2(file.has_value(), qPrintable(file.has_value() ? QString() : file.error().detail));
        QCOMPARE(file->messages.size(), content.messages.size());
        for (qsizetype m = 0; m < file->messages.size(); ++m) {
            Message expected = content.messages.at(m);
            if (expected.state == MessageState::Pending || expected.state == MessageState::Streaming)
                expected.state = MessageState::Interrupted;
            QCOMPARE(randomrecord::describe(file->messages.at(m)), randomrecord::describe(expected));
        }
        QCOMPARE(file->conversation.title, content.conversation.title);
    }
}

void TestConversationExport::jsonLeavesTheServersOwnWordsOut()
{
    ExportContent content = sampleContent();
    content.conversation.raw = {{u"user_id"_s, u"canary-7"_s}};
    content.conversation.lastMessage = u"canary-8"_s;
    QVERIFY(!json(content).contains("canary"));
    content.options.thoughts = true;
    QVERIFY(json(content).contains("planner"));
    content.options.thoughts = false;
    const QByteArray less = json(content);
    QVERIFY(!less.contains("planner"));
    QVERIFY(less.contains("\"left_out\":[\"thoughts\"]"));
}

void TestConversationExport::importIgnoresWhatItDoesNotKnow()
{
    QByteArray bytes = json(sampleContent());
    bytes.replace("\"format\":", "\"mood\":\"good\",\"format\":");
    bytes.replace("\"role\":\"user\"", "\"role\":\"user\",\"mood\":[1]");
    QVERIFY(ConversationFile::parse(bytes).has_value());
}

void TestConversationExport::importRefuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Error::Kind>("kind");
    const QByteArray good = json(sampleContent());
    const auto with = [&good](const char *before, const char *after) {
        QByteArray bytes = good;
        bytes.replace(before, after);
        return bytes;
    };
    QTest::newRow("empty") << QByteArray() << Error::Kind::Protocol;
    QTest::newRow("no json") << QByteArray("# Markdown") << Error::Kind::Protocol;
    QTest::newRow("cut") << good.left(good.size() / 2) << Error::Kind::Protocol;
    QTest::newRow("a list") << QByteArray("[1]") << Error::Kind::Protocol;
    QTest::newRow("another format") << with("agentdesk.conversation", "agentdesk.evidence") << Error::Kind::Protocol;
    QTest::newRow("a newer version") << with("\"version\":1", "\"version\":2") << Error::Kind::Conflict;
    QTest::newRow("a huge version") << with("\"version\":1", "\"version\":1000000") << Error::Kind::Conflict;
    QTest::newRow("no version") << with("\"version\":1", "\"version\":\"1\"") << Error::Kind::Protocol;
    QTest::newRow("no messages") << with("\"messages\":[", "\"letters\":[") << Error::Kind::Protocol;
    QTest::newRow("a message that is none") << with("\"messages\":[", "\"messages\":[7,") << Error::Kind::Protocol;
    QTest::newRow("a key twice") << with("\"version\":1", "\"version\":1,\"version\":1") << Error::Kind::Protocol;
    QTest::newRow("deep") << with("\"messages\":[",
                                  QByteArray("\"x\":" + QByteArray(3000, '[') + QByteArray(3000, ']') + ",\"messages\":[").constData())
                          << Error::Kind::Protocol;
    QTest::newRow("not utf-8") << with("Sales", "S\xff\xfe") << Error::Kind::Protocol;
    QByteArray many = good.left(good.indexOf("\"messages\":[") + 12);
    for (int i = 0; i <= ConversationFile::maxMessages; ++i)
        many += "0,";
    many.chop(1);
    QTest::newRow("too many") << many + "]}" << Error::Kind::Protocol;
}

void TestConversationExport::importRefuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Error::Kind, kind);
    const Result<ConversationFile> file = ConversationFile::parse(bytes);
    QVERIFY(!file.has_value());
    QCOMPARE(file.error().kind, kind);
    QVERIFY(!file.error().message.isEmpty() && !file.error().nextStep.isEmpty());
    if (kind == Error::Kind::Conflict)
        QVERIFY(file.error().message.contains(u"newer version"_s));
}

void TestConversationExport::nothingIsStillBeingWrittenAfterImport()
{
    ExportContent content = sampleContent();
    content.messages[1].state = MessageState::Streaming;
    const Result<ConversationFile> file = ConversationFile::parse(json(content));
    QVERIFY(file.has_value());
    QCOMPARE(file->messages.at(1).state, MessageState::Interrupted);
    QCOMPARE(ConversationFile::read(u"/dev/zero"_s).error().kind, Error::Kind::Storage);
}

void TestConversationExport::aLongConversationIsWrittenPieceByPiece()
{
    const QTemporaryDir dir;
    ExportContent content = sampleContent();
    const Message message = content.messages.at(1);
    content.messages.clear();
    for (int i = 0; i < 30'000; ++i)
        content.messages.append(message);
    ExportProgress progress;
    for (const ExportFormat format : {ExportFormat::Markdown, ExportFormat::PlainText, ExportFormat::Json}) {
        const QString path = dir.filePath(u"long"_s);
        QVERIFY(writeConversation(*textWriter(format), content, path, progress).has_value());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count("table_query"), 30'000);
    }
    QCOMPARE(ConversationFile::read(dir.filePath(u"long"_s))->messages.size(), 30'000);
}

void TestConversationExport::cancellingLeavesNothing()
{
    const QTemporaryDir dir;
    QPromise<void> promise;
    promise.start();
    promise.future().cancel();
    ExportProgress progress(&promise);
    const Result<> outcome = writeConversation(*textWriter(ExportFormat::Markdown), sampleContent(), dir.filePath(u"x.md"_s), progress);
    QCOMPARE(outcome.error().kind, Error::Kind::Cancelled);
    QVERIFY(QDir(dir.path()).isEmpty());
}

void TestConversationExport::REND_17_fileNamesAreSafe_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << u"Sales of Q3"_s << u"Sales of Q3.md"_s;
    QTest::newRow("letters") << u"\u00dcbersicht \u65e5\u672c"_s << u"\u00dcbersicht \u65e5\u672c.md"_s;
    QTest::newRow("path") << u"../../etc/passwd"_s << u"etc-passwd.md"_s;
    QTest::newRow("drive") << u"C:\\x"_s << u"C--x.md"_s;
    QTest::newRow("dots") << u"..."_s << u"conversation.md"_s;
    QTest::newRow("hidden") << u".bashrc"_s << u"bashrc.md"_s;
    QTest::newRow("controls") << u"a\nb\u0000c\u202egnp.exe"_s << u"a b c gnp.exe.md"_s;
    QTest::newRow("device") << u"CON"_s << u"_CON.md"_s;
    QTest::newRow("device with suffix") << u"lpt1.txt"_s << u"_lpt1.txt.md"_s;
    QTest::newRow("empty") << QString() << u"conversation.md"_s;
    QTest::newRow("long") << QString(500, u'x') << QString(100, u'x') + u".md"_s;
    QTest::newRow("ends") << u"a. . ."_s << u"a.md"_s;
}

void TestConversationExport::REND_17_fileNamesAreSafe()
{
    QFETCH(QString, title);
    QFETCH(QString, expected);
    QCOMPARE(safeFileName(title, u"conversation"_s, u".md"_s), expected);
}

QTEST_GUILESS_MAIN(TestConversationExport)
#include "tst_conversationexport.moc"
