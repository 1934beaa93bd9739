#include "gui/chat/chatpage.h"
#include "gui/chat/compose/completionquery.h"
#include "gui/chat/composer.h"
#include "gui/chat/composeredit.h"
#include "gui/chat/transcriptview.h"
#include "gui/settings/chatsection.h"
#include "gui/theme.h"
#include "gui/widgets/errorbanner.h"
#include "state/agentstore.h"
#include "state/attachmentqueue.h"
#include "state/chatsessions.h"
#include "state/models/conversationlistmodel.h"
#include "state/settings.h"
#include "state/teamfixture.h"
#include "testdialogs.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QInputMethodEvent>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

QByteArray frame(const QByteArray &type, const QByteArray &data)
{
    static int id = 0;
    return "id: " + QByteArray::number(++id) + "\nevent: " + type + "\ndata: " + data + "\n\n";
}

QList<QByteArray> beginning()
{
    return {
        frame("run_created", "{\"run_id\":\"r1\",\"conversation_id\":\"c9\",\"message_id\":\"m1\"}"),
        frame("content", "{\"type\":\"content\",\"source\":\"x\",\"message\":\"Yes.\",\"data\":{\"streaming\":true,\"partial\":true}}")};
}

QList<QByteArray> ending()
{
    return {frame("message_complete", "{\"message_id\":\"m2\",\"conversation_id\":\"c9\",\"citations\":[]}")};
}

struct Fixture : TeamFixture {
    AgentStore agents{api};
    ConversationListModel list{conversations};
    ChatSessions sessions{api, workspace, conversations};
    AttachmentQueue attachments{api};
    QTemporaryDir dir;
    Settings settings{dir.filePath(u"settings.ini"_s)};
    TestDialogs dialogs;
    Scripted::End turnEnd = Scripted::End::Close;
    std::unique_ptr<ChatPage> page;

    Fixture()
    {
        initGuiResources();
        features = localFeatures;
        script = [this](const Received &request) { return scripted(request); };
    }

    Scripted scripted(const Received &request)
    {
        if (request.target == "/agents")
            return json("[{\"id\":\"a1\",\"name\":\"table\",\"display_name\":\"Sheet analyst\",\"description\":\"Answers questions on CSV "
                        "tables.\"},{\"id\":\"a2\",\"name\":\"document\",\"display_name\":\"<b>Document</b> reader\"},"
                        "{\"id\":\"a3\",\"name\":\"plain\"}]");
        if (request.target.startsWith("/conversations?"))
            return json("{\"total\":1,\"conversations\":[{\"id\":\"c1\",\"title\":\"Figures\",\"message_count\":2}]}");
        if (request.target.startsWith("/conversations/c1/messages"))
            return json("{\"total\":2,\"messages\":[{\"id\":\"m2\",\"role\":\"assistant\",\"content\":\"South.\"},"
                        "{\"id\":\"m1\",\"role\":\"user\",\"content\":\"Which region?\"}]}");
        if (request.target.startsWith("/conversations/c1"))
            return json("{\"id\":\"c1\",\"title\":\"Figures\"}");
        if (request.target.startsWith("/files"))
            return reply(201, "{\"id\":\"f1\",\"filename\":\"pasted-text-1.txt\",\"mime_type\":\"text/plain\",\"size\":12}");
        if (request.method == "POST" && request.target.contains("chat"))
            return eventStream(turnEnd == Scripted::End::Hold ? beginning() : beginning() + ending(), turnEnd);
        return {};
    }

    // Call it inside QVERIFY.
    [[nodiscard]] bool show()
    {
        if (!open())
            return false;
        agents.refresh();
        conversations.refresh();
        page = std::make_unique<ChatPage>(
            ChatPage::Services{sessions, conversations, list, agents, attachments, workspace, dialogs, nullptr, &settings});
        page->resize(1100, 760);
        page->show();
        page->activateWindow();
        return QTest::qWaitForWindowActive(page.get()) &&
               QTest::qWaitFor([this] { return agents.isLoaded() && list.rowCount() == 1; }, 5000);
    }
    template <typename T>
    [[nodiscard]] T *find(const char *name) const
    {
        return page->findChild<T *>(QLatin1StringView(name));
    }
    [[nodiscard]] ComposerEdit *edit() const { return find<ComposerEdit>("composerText"); }
    [[nodiscard]] TranscriptModel &model() const { return page->session()->transcript(); }
    [[nodiscard]] ErrorBanner *banner() const { return page->findChild<ErrorBanner *>(); }
    [[nodiscard]] QListView *offers() const { return find<QListView>("completionList"); }
    [[nodiscard]] QByteArray chatRequest() const // the newest
    {
        const auto &received = server.received();
        const auto post = std::find_if(received.crbegin(), received.crend(),
                                       [](const Received &request) { return request.method == "POST" && request.target.contains("chat"); });
        return post == received.crend() ? QByteArray() : post->body;
    }
    void paste() const
    {
        edit()->setFocus();
        QTest::keySequence(edit(), QKeySequence::Paste);
    }
    void ask(const QString &text) const
    {
        edit()->setFocus();
        QTest::keyClicks(edit(), text);
        QTest::keyClick(edit(), Qt::Key_Return);
    }
    [[nodiscard]] bool answered(int rows) const
    {
        return model().rowCount() == rows && model().messageAt(rows - 1).state == MessageState::Complete && !page->session()->isBusy();
    }
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestComposer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void BUG_34_aLongPasteBecomesATextFile();
    void aLongLineBecomesATextFile();
    void aPastedPictureBecomesAnImageFile();
    void aTextIsMeantWhereAPictureOfItComesAlong();
    void aPasteThatCannotBeAttachedStaysInTheClipboard();
    void theKeyThatSendsIsChosenInTheSettings();
    void nothingIsSentWhileAnInputMethodComposesWhateverTheKey();
    void upAndDownGoThroughTheQuestionsAskedBefore();
    void editingLeavesTheHistory();
    void upMovesTheCaretUntilTheFirstLine();
    void aMessageThatWaitsIsTakenBackBeforeTheHistory();
    void whatIsNamedAtTheCaret_data();
    void whatIsNamedAtTheCaret();
    void anAgentIsNamedByAt();
    void escapeClosesTheListAndStopsNothingElse();
    void theListFollowsTheWordAndTheFocus();
    void nothingIsOfferedForARecalledQuestion();
    void theListTellsScreenReaders();
    void aNamedAgentIsForThisMessageOnly();
};

void TestComposer::BUG_34_aLongPasteBecomesATextFile()
{
    Fixture f;
    QVERIFY(f.show());
    QSignalSpy said(f.page.get(), &ChatPage::statusMessage);
    const QString fits = u"line\n"_s.repeated(2000); // 10 000
    QApplication::clipboard()->setText(fits);
    f.paste();
    QCOMPARE(f.edit()->toPlainText(), fits);
    QCOMPARE(f.attachments.rowCount(), 0);
    f.edit()->setPlainText(u"Sum this up:"_s);
    const QString tooLong = u"Zeile \u00e4\u20ac\U0001F600\r\n"_s.repeated(900) + u"\tend "_s;
    QVERIFY(tooLong.size() > ComposerEdit::maxPaste);
    QApplication::clipboard()->setText(tooLong);
    f.paste();
    QCOMPARE(f.edit()->toPlainText(), u"Sum this up:"_s);
    QCOMPARE(f.attachments.rowCount(), 1);
    const QString path = f.attachments.paths().constFirst();
    QCOMPARE(QFileInfo(path).fileName(), u"pasted-text-1.txt"_s);
    QCOMPARE(contentOf(path), tooLong.toUtf8());
    QCOMPARE(said.count(), 1);
    QVERIFY(said.constFirst().constFirst().toString().contains(u"pasted-text-1.txt"_s));
    QVERIFY(!f.banner()->isVisible());
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup | QFileDevice::ReadOther |
                        QFileDevice::WriteOther | QFileDevice::ExeOther;
    const QString folder = QFileInfo(path).path();
    QVERIFY(!(QFile::permissions(folder) & others));
    QVERIFY(!(QFile::permissions(path) & others));
    f.paste();
    QCOMPARE(QFileInfo(f.attachments.paths().constLast()).fileName(), u"pasted-text-2.txt"_s);
    QTRY_VERIFY(!f.attachments.isUploading());
    const auto &received = f.server.received();
    QVERIFY(std::any_of(received.cbegin(), received.cend(), [&tooLong](const Received &request) {
        return request.target.startsWith("/files") && request.body.contains(tooLong.toUtf8());
    }));
    QTest::keyClick(f.edit(), Qt::Key_Return);
    QCOMPARE(f.model().messageAt(0).attachments.size(), 2);
    QTRY_VERIFY(f.answered(2));
    f.page.reset();
    QVERIFY(!QFileInfo::exists(folder));
}

void TestComposer::aLongLineBecomesATextFile()
{
    Fixture f;
    QVERIFY(f.show());
    const QString piece = QString(9000, u'x');
    QApplication::clipboard()->setText(piece);
    f.paste();
    f.paste();
    QCOMPARE(f.edit()->toPlainText(), piece + piece);
    QCOMPARE(f.attachments.rowCount(), 0);
    f.paste(); // would make a line that the layout takes seconds for
    QCOMPARE(f.edit()->toPlainText().size(), 18'000);
    QCOMPARE(f.attachments.rowCount(), 1);
    QCOMPARE(contentOf(f.attachments.paths().constFirst()), piece.toUtf8());
}

void TestComposer::aPastedPictureBecomesAnImageFile()
{
    Fixture f;
    QVERIFY(f.show());
    QImage picture(40, 30, QImage::Format_ARGB32);
    picture.fill(QColor(10, 200, 30));
    picture.setPixelColor(3, 4, Qt::red);
    QApplication::clipboard()->setImage(picture);
    f.paste();
    QCOMPARE(f.edit()->toPlainText(), QString());
    QCOMPARE(f.attachments.rowCount(), 1);
    const QString path = f.attachments.paths().constFirst();
    QCOMPARE(QFileInfo(path).fileName(), u"pasted-image-1.png"_s);
    QImage kept(path, "PNG");
    QCOMPARE(kept.convertToFormat(QImage::Format_ARGB32), picture);
}

void TestComposer::aTextIsMeantWhereAPictureOfItComesAlong()
{
    Fixture f;
    QVERIFY(f.show());
    auto *cells = new QMimeData; // as a spreadsheet copies
    cells->setText(u"a\tb"_s);
    cells->setImageData(QImage(4, 4, QImage::Format_RGB32));
    QApplication::clipboard()->setMimeData(cells);
    f.paste();
    QCOMPARE(f.edit()->toPlainText(), u"a\tb"_s);
    QCOMPARE(f.attachments.rowCount(), 0);
}

void TestComposer::aPasteThatCannotBeAttachedStaysInTheClipboard()
{
    Fixture f;
    QVERIFY(f.show());
    f.edit()->setPlainText(u"kept"_s);
    f.workspace.close();
    const QString text = QString(ComposerEdit::maxPaste + 1, u'y');
    QApplication::clipboard()->setText(text);
    f.paste();
    QCOMPARE(f.edit()->toPlainText(), u"kept"_s);
    QCOMPARE(f.attachments.rowCount(), 0);
    QVERIFY(f.banner()->isVisible());
    QVERIFY(f.banner()->text().contains(u"No workspace"_s));
    QCOMPARE(QApplication::clipboard()->text(), text);
}

void TestComposer::theKeyThatSendsIsChosenInTheSettings()
{
    Fixture f;
    QVERIFY(f.show());
    auto *send = f.find<QPushButton>("sendButton");
    f.edit()->setFocus();
    QCOMPARE(send->toolTip(), u"Send the message (Enter)"_s);
    ChatSection section(f.settings);
    section.show();
    auto *both = section.findChild<QRadioButton *>(u"sendByCtrlEnter"_s);
    auto *enter = section.findChild<QRadioButton *>(u"sendByEnter"_s);
    QVERIFY(enter->isChecked() && !both->isChecked());
    QTest::keyClick(enter, Qt::Key_Down);
    QVERIFY(both->isChecked());
    QVERIFY(!Settings(f.dir.filePath(u"settings.ini"_s)).value(Settings::Key::EnterSends).toBool());
    QCOMPARE(send->toolTip(), u"Send the message (Ctrl+Enter)"_s);
    QTest::keyClicks(f.edit(), u"one"_s);
    QTest::keyClick(f.edit(), Qt::Key_Return);
    QTest::keyClicks(f.edit(), u"two"_s);
    QTest::keyClick(f.edit(), Qt::Key_Enter, Qt::KeypadModifier);
    QTest::keyClicks(f.edit(), u"three"_s);
    QTest::keyClick(f.edit(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(f.edit()->toPlainText(), u"one\ntwo\nthree\n"_s);
    QCOMPARE(f.model().rowCount(), 0);
    QTest::keyClick(f.edit(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(f.model().messageAt(0).content, u"one\ntwo\nthree"_s);
    QTRY_VERIFY(f.answered(2));
    QTest::keyClick(both, Qt::Key_Up);
    QTest::keyClicks(f.edit(), u"four"_s);
    QTest::keyClick(f.edit(), Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClick(f.edit(), Qt::Key_Return);
    QCOMPARE(f.model().messageAt(2).content, u"four"_s);
    QTRY_VERIFY(f.answered(4));
}

void TestComposer::nothingIsSentWhileAnInputMethodComposesWhateverTheKey()
{
    Fixture f;
    QVERIFY(f.show());
    f.settings.set(Settings::Key::EnterSends, false);
    f.edit()->setFocus();
    QTest::keyClicks(f.edit(), u"a"_s);
    QInputMethodEvent composing(u"\u3042"_s, {});
    QApplication::sendEvent(f.edit(), &composing);
    QTest::keyClick(f.edit(), Qt::Key_Return, Qt::ControlModifier);
    QTest::keyClick(f.edit(), Qt::Key_Return);
    QCOMPARE(f.model().rowCount(), 0);
    QCOMPARE(f.edit()->toPlainText(), u"a"_s);
    QInputMethodEvent done;
    done.setCommitString(u"\u3042"_s);
    QApplication::sendEvent(f.edit(), &done);
    QTest::keyClick(f.edit(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(f.model().messageAt(0).content, u"a\u3042"_s);
    QTRY_VERIFY(f.answered(2));
}

void TestComposer::upAndDownGoThroughTheQuestionsAskedBefore()
{
    Fixture f;
    QVERIFY(f.show());
    f.edit()->setFocus();
    QTest::keyClick(f.edit(), Qt::Key_Up); // nothing was asked yet
    QCOMPARE(f.edit()->toPlainText(), QString());
    f.ask(u"first"_s);
    QTRY_VERIFY(f.answered(2));
    f.ask(u"second"_s);
    QTRY_VERIFY(f.answered(4));
    f.ask(u"second"_s); // the same again is one step
    QTRY_VERIFY(f.answered(6));
    QTest::keyClick(f.edit(), Qt::Key_Up);
    QCOMPARE(f.edit()->toPlainText(), u"second"_s);
    QTest::keyClick(f.edit(), Qt::Key_Up);
    QCOMPARE(f.edit()->toPlainText(), u"first"_s);
    QTest::keyClick(f.edit(), Qt::Key_Up);
    QCOMPARE(f.edit()->toPlainText(), u"first"_s);
    QTest::keyClick(f.edit(), Qt::Key_Down);
    QCOMPARE(f.edit()->toPlainText(), u"second"_s);
    QTest::keyClick(f.edit(), Qt::Key_Down);
    QCOMPARE(f.edit()->toPlainText(), QString());
    QTest::keyClick(f.edit(), Qt::Key_Down);
    QCOMPARE(f.edit()->toPlainText(), QString());
    QTest::keyClick(f.edit(), Qt::Key_Up);
    QTest::keyClick(f.edit(), Qt::Key_Up);
    QTest::keyClick(f.edit(), Qt::Key_Return); // what was recalled can be sent as it is
    QCOMPARE(f.model().messageAt(6).content, u"first"_s);
    QTRY_VERIFY(f.answered(8));
    f.page->openConversation(ConversationId(u"c1"_s));
    QTRY_COMPARE(f.model().rowCount(), 2);
    f.edit()->setFocus();
    QTest::keyClick(f.edit(), Qt::Key_Up);
    QCOMPARE(f.edit()->toPlainText(), u"Which region?"_s); // each conversation has its own
}

void TestComposer::editingLeavesTheHistory()
{
    Fixture f;
    QVERIFY(f.show());
    f.ask(u"first"_s);
    QTRY_VERIFY(f.answered(2));
    f.ask(u"second"_s);
    QTRY_VERIFY(f.answered(4));
    QTest::keyClick(f.edit(), Qt::Key_Up);
    QTest::keyClicks(f.edit(), u"!"_s);
    QTest::keyClick(f.edit(), Qt::Key_Up);
    QTest::keyClick(f.edit(), Qt::Key_Down);
    QCOMPARE(f.edit()->toPlainText(), u"second!"_s);
}

void TestComposer::upMovesTheCaretUntilTheFirstLine()
{
    Fixture f;
    QVERIFY(f.show());
    f.ask(u"older"_s);
    QTRY_VERIFY(f.answered(2));
    QTest::keyClicks(f.edit(), u"one"_s);
    QTest::keyClick(f.edit(), Qt::Key_Return, Qt::ShiftModifier);
    f.ask(u"two"_s);
    QTRY_VERIFY(f.answered(4));
    QTest::keyClick(f.edit(), Qt::Key_Up);
    QCOMPARE(f.edit()->toPlainText(), u"one\ntwo"_s);
    QTest::keyClick(f.edit(), Qt::Key_Up);
    QCOMPARE(f.edit()->toPlainText(), u"one\ntwo"_s);
    QCOMPARE(f.edit()->textCursor().blockNumber(), 0);
    QTest::keyClick(f.edit(), Qt::Key_Down);
    QCOMPARE(f.edit()->toPlainText(), u"one\ntwo"_s);
    QCOMPARE(f.edit()->textCursor().blockNumber(), 1);
    QTest::keyClick(f.edit(), Qt::Key_Up);
    QTest::keyClick(f.edit(), Qt::Key_Up);
    QCOMPARE(f.edit()->toPlainText(), u"older"_s);
}

void TestComposer::aMessageThatWaitsIsTakenBackBeforeTheHistory()
{
    Fixture f;
    QVERIFY(f.show());
    f.ask(u"sent"_s);
    QTRY_VERIFY(f.answered(2));
    f.turnEnd = Scripted::End::Hold;
    f.ask(u"running"_s);
    QTRY_VERIFY(f.model().rowCount() == 4 && f.page->session()->isBusy());
    f.ask(u"waits"_s);
    QTRY_COMPARE(f.model().rowCount(), 5);
    QTest::keyClick(f.edit(), Qt::Key_Up);
    QCOMPARE(f.edit()->toPlainText(), u"waits"_s);
    QCOMPARE(f.model().rowCount(), 4);
    f.edit()->clear();
    QTest::keyClick(f.edit(), Qt::Key_Up);
    QCOMPARE(f.edit()->toPlainText(), u"running"_s);
    QCOMPARE(f.model().rowCount(), 4);
    f.page->stop();
    f.server.closeHeld();
    QTRY_VERIFY(!f.page->session()->isBusy());
}

void TestComposer::whatIsNamedAtTheCaret_data()
{
    QTest::addColumn<QString>("text"); // the caret is at the bar
    QTest::addColumn<QString>("word"); // null: nothing is named
    QTest::addColumn<int>("start");
    QTest::addColumn<int>("length");
    QTest::newRow("alone") << u"@|"_s << u""_s << 0 << 1;
    QTest::newRow("begun") << u"ask @tab|"_s << u"tab"_s << 4 << 4;
    QTest::newRow("within") << u"ask @ta|ble now"_s << u"ta"_s << 4 << 6;
    QTest::newRow("after a line") << u"one\n@d|"_s << u"d"_s << 4 << 2;
    QTest::newRow("mail address") << u"me@exam|"_s << QString() << 0 << 0;
    QTest::newRow("before it") << u"|@tab"_s << QString() << 0 << 0;
    QTest::newRow("behind it") << u"@tab |"_s << QString() << 0 << 0;
    QTest::newRow("empty") << u"|"_s << QString() << 0 << 0;
    QTest::newRow("endless") << u"@"_s + QString(5000, u'x') + u"|"_s << QString() << 0 << 0;
}

void TestComposer::whatIsNamedAtTheCaret()
{
    QFETCH(QString, text);
    QFETCH(QString, word);
    QFETCH(int, start);
    QFETCH(int, length);
    const int caret = static_cast<int>(text.indexOf(u'|'));
    const CompletionQuery query = CompletionQuery::at(text.remove(u'|'), caret);
    QCOMPARE(query.kind == CompletionQuery::Kind::None, word.isNull());
    QCOMPARE(query.word, word);
    QCOMPARE(query.start, start);
    QCOMPARE(query.length, length);
}

void TestComposer::anAgentIsNamedByAt()
{
    Fixture f;
    QVERIFY(f.show());
    f.edit()->setFocus();
    QTest::keyClicks(f.edit(), u"How many rows, @"_s);
    QVERIFY(f.offers()->isVisible());
    QCOMPARE(f.offers()->model()->rowCount(), 3);
    QVERIFY(f.edit()->hasFocus());
    QTest::keyClicks(f.edit(), u"reader"_s); // by a word of its title
    QCOMPARE(f.offers()->model()->rowCount(), 1);
    QCOMPARE(f.offers()->currentIndex().data().toString(), u"<b>Document</b> reader"_s);
    for (int i = 0; i < 6; ++i)
        QTest::keyClick(f.edit(), Qt::Key_Backspace);
    QTest::keyClicks(f.edit(), u"TAB"_s); // by its name
    QCOMPARE(f.offers()->currentIndex().data().toString(), u"Sheet analyst"_s);
    QTest::keyClick(f.edit(), Qt::Key_Return);
    QVERIFY(!f.offers()->isVisible());
    QCOMPARE(f.edit()->toPlainText(), u"How many rows, "_s);
    QCOMPARE(f.model().rowCount(), 0); // Enter took the offer and sent nothing
    QCOMPARE(f.find<QComboBox>("agentSelector")->currentData().toString(), u"table"_s);
    QTest::keyClicks(f.edit(), u"please?"_s);
    QTest::keyClick(f.edit(), Qt::Key_Return);
    QTRY_VERIFY(f.answered(2));
    QCOMPARE(f.model().messageAt(0).content, u"How many rows, please?"_s);
    QVERIFY(f.chatRequest().contains("\"table\""));
}

void TestComposer::escapeClosesTheListAndStopsNothingElse()
{
    Fixture f;
    QVERIFY(f.show());
    f.turnEnd = Scripted::End::Hold;
    f.ask(u"running"_s);
    QTRY_VERIFY(f.model().rowCount() == 2 && !f.model().messageAt(1).content.isEmpty());
    QTest::keyClicks(f.edit(), u"@t"_s);
    QVERIFY(f.offers()->isVisible());
    QTest::keyClick(f.edit(), Qt::Key_Escape);
    QVERIFY(!f.offers()->isVisible());
    QVERIFY(f.page->session()->isBusy());
    QCOMPARE(f.edit()->toPlainText(), u"@t"_s);
    QTest::keyClicks(f.edit(), u"a"_s); // the same word stays as it is meant
    QVERIFY(!f.offers()->isVisible());
    QTest::keyClicks(f.edit(), u" @t"_s); // another one
    QVERIFY(f.offers()->isVisible());
    QTest::keyClick(f.edit(), Qt::Key_Escape);
    QVERIFY(f.page->session()->isBusy());
    QTest::keyClick(f.edit(), Qt::Key_Escape); // now it stops the answer
    f.server.closeHeld();
    QTRY_VERIFY(!f.page->session()->isBusy());
    QCOMPARE(f.edit()->toPlainText(), u"@ta @t"_s);
}

void TestComposer::theListFollowsTheWordAndTheFocus()
{
    Fixture f;
    QVERIFY(f.show());
    f.edit()->setFocus();
    QTest::keyClicks(f.edit(), u"@"_s);
    QCOMPARE(f.offers()->currentIndex().row(), 0);
    QTest::keyClick(f.edit(), Qt::Key_Up); // round to the last
    QCOMPARE(f.offers()->currentIndex().row(), 2);
    QTest::keyClick(f.edit(), Qt::Key_Down);
    QTest::keyClick(f.edit(), Qt::Key_Down);
    QCOMPARE(f.offers()->currentIndex().row(), 1);
    const QRect list(f.offers()->mapTo(f.page.get(), QPoint()), f.offers()->size());
    const QRect text(f.edit()->mapTo(f.page.get(), QPoint()), f.edit()->size());
    QVERIFY(f.page->rect().contains(list));
    QVERIFY(!list.intersects(text));
    QTest::keyClicks(f.edit(), u"zzz"_s);
    QVERIFY(!f.offers()->isVisible());
    f.edit()->clear();
    QTest::keyClicks(f.edit(), u"@pl"_s);
    QVERIFY(f.offers()->isVisible());
    f.page->resize(1000, 600);
    QTRY_VERIFY(f.offers()->mapTo(f.page.get(), QPoint(0, f.offers()->height())).y() <= f.edit()->mapTo(f.page.get(), QPoint()).y());
    f.find<QComboBox>("agentSelector")->setFocus();
    QVERIFY(!f.offers()->isVisible());
    f.edit()->setFocus();
    f.edit()->setPlainText(QString());
    QTest::keyClicks(f.edit(), u"@pl"_s);
    QTest::mouseClick(f.offers()->viewport(), Qt::LeftButton, {}, f.offers()->visualRect(f.offers()->model()->index(0, 0)).center());
    QCOMPARE(f.find<QComboBox>("agentSelector")->currentData().toString(), u"plain"_s);
    QVERIFY(f.edit()->hasFocus());
}

void TestComposer::nothingIsOfferedForARecalledQuestion()
{
    Fixture f;
    QVERIFY(f.show());
    f.ask(u"me@home and then @zzz"_s);
    QTRY_VERIFY(f.answered(2));
    QTest::keyClicks(f.edit(), u"ask @tab"_s);
    QTest::keyClick(f.edit(), Qt::Key_Escape);
    QTest::keyClick(f.edit(), Qt::Key_Return);
    QTRY_VERIFY(f.answered(4));
    QTest::keyClick(f.edit(), Qt::Key_Up);
    QCOMPARE(f.edit()->toPlainText(), u"ask @tab"_s);
    QVERIFY(!f.offers()->isVisible());
    QTest::keyClick(f.edit(), Qt::Key_Return);
    QCOMPARE(f.model().messageAt(4).content, u"ask @tab"_s);
    QTRY_VERIFY(f.answered(6));
}

void TestComposer::theListTellsScreenReaders()
{
    Fixture f;
    QVERIFY(f.show());
    f.edit()->setFocus();
    QTest::keyClicks(f.edit(), u"@"_s);
    QCOMPARE(f.offers()->accessibleName(), u"Agents"_s);
    static QStringList said;
    said.clear();
    QAccessible::setActive(true);
    const auto before = QAccessible::installUpdateHandler([](QAccessibleEvent *event) {
        if (event->type() == QAccessible::Focus && event->object() && event->object()->objectName() == u"completionList"_s) {
            if (QAccessibleInterface *row = event->accessibleInterface())
                said.append(row->text(QAccessible::Name));
        }
    });
    QTest::keyClick(f.edit(), Qt::Key_Down);
    QAccessible::installUpdateHandler(before);
    QCOMPARE(said.size(), 1);
    QVERIFY(said.constFirst().contains(f.offers()->currentIndex().data().toString()));
}

void TestComposer::aNamedAgentIsForThisMessageOnly()
{
    Fixture f;
    QVERIFY(f.show());
    auto *combo = f.find<QComboBox>("agentSelector");
    f.edit()->setFocus();
    QTest::keyClicks(f.edit(), u"@tab"_s);
    QTest::keyClick(f.edit(), Qt::Key_Tab);
    QCOMPARE(combo->currentData().toString(), u"table"_s);
    QVERIFY(f.edit()->hasFocus());
    QTest::keyClicks(f.edit(), u"@doc"_s); // changed one's mind
    QTest::keyClick(f.edit(), Qt::Key_Return);
    QCOMPARE(combo->currentData().toString(), u"document"_s);
    f.ask(u"Sum up"_s);
    QTRY_VERIFY(f.answered(2));
    QVERIFY(f.chatRequest().contains("\"document\""));
    QCOMPARE(combo->currentIndex(), 0); // the server chooses again
}

QTEST_MAIN(TestComposer)
#include "tst_composer.moc"
