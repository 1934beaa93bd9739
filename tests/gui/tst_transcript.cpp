#include "gui/chat/transcript/messagedelegate.h"
#include "gui/chat/transcript/messagereader.h"
#include "gui/chat/transcript/rowgeometry.h"
#include "gui/chat/transcript/transcriptview.h"
#include "gui/text/safetextbrowser.h"
#include "gui/theme.h"
#include "state/models/transcriptmodel.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>
#include <QMenu>
#include <QPushButton>
#include <QRandomGenerator>
#include <QScreen>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace desk;
using Kind = MessagePart::Kind;

namespace {

Message message(Role role, const QString &text)
{
    Message m;
    m.role = role;
    m.content = text;
    m.createdAt = QDateTime(QDate(2026, 3, 1), QTime(10, 2), Qt::UTC);
    return m;
}

QString mixed(int i)
{
    QString text = u"Answer %1 with **bold** and some more words, so that it wraps in a narrow window.\n\n"_s.arg(i);
    for (int j = 0; j < i % 7; ++j)
        text += u"- point %1 of the list\n"_s.arg(j);
    if (i % 3 == 0)
        text += u"\n```cpp\nint x = %1;\nreturn x;\n```\n"_s.arg(i);
    if (i % 5 == 0)
        text += u"\n| a | b |\n|---|---|\n| 1 | %1 |\n| 2 | 3 |\n"_s.arg(i);
    return text;
}

struct Window {
    TranscriptModel model;
    TranscriptView view;
    Window()
    {
        view.setModel(&model);
        view.resize(700, 500);
        view.show();
    }
    void fill(int count)
    {
        QList<Message> older;
        for (int i = 0; i < count; ++i)
            older << message(i % 2 == 0 ? Role::User : Role::Assistant, mixed(i));
        model.prepend(older);
    }
    QScrollBar *bar() { return view.verticalScrollBar(); }
    // Content is where it should be when the picture of a row is: its top in the viewport.
    int top(int row) { return view.visualRect(model.index(row)).top(); }
    int lowestVisible() { return view.indexAt(QPoint(10, view.viewport()->height() - 2)).row(); }
    void click(int row, Kind kind, int index = 0)
    {
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.partRect(row, kind, index).center());
    }
};

Message richAnswer()
{
    Message m = message(Role::Assistant, u"See [the page](https://example.org/a).\n\n```sql\nSELECT 1;\n```\n\nDone."_s);
    RoutingDecision routing;
    routing.agents = {u"Table analyst"_s};
    routing.confidence = 0.92;
    routing.reasoning = u"the question is about a table"_s;
    m.routing = routing;
    m.thoughts = {{u"a"_s, u"First I look at the columns"_s, {}, false}, {u"a"_s, u"Then I count"_s, {}, false}};
    ToolCall call;
    call.callId = u"1"_s;
    call.tool = u"sql"_s;
    call.title = u"Querying sales.csv"_s;
    call.input = QJsonObject{{u"sql"_s, u"SELECT region, sum(amount) FROM sales GROUP BY region"_s}};
    call.output =
        QJsonObject{{u"columns"_s, QJsonArray{u"region"_s, u"sum"_s}}, {u"rows"_s, QJsonArray{QJsonValue(QJsonArray{u"North"_s, 12.5})}}};
    call.finished = true;
    call.durationMs = 1234;
    m.toolCalls = {call};
    m.citations = {{FileId(u"f1"_s), u"sales.csv"_s, 3, u"North,12.5"_s}, {FileId(u"f2"_s), u"notes.txt"_s, 0, u"x"_s}};
    return m;
}

} // namespace

class TestTranscript : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void FI_11_hostileTextsAreLaidOutWhereTheyAreLookedAt_data();
    void FI_11_hostileTextsAreLaidOutWhereTheyAreLookedAt();
    void FI_11_textsOfMegabytesComePageByPage();
    void FI_11_theReaderShowsThemPageByPage();
    void geometryAnswersLikeASum();
    void opensAtTheEnd();
    void scrollingUpNeverMovesTheText();
    void prependKeepsTheAnchor();
    void followsTheEndOnlyWhenAtTheEnd();
    void streamingAboveDoesNotMoveTheText();
    void streamedTextIsShownOncePerFrame();
    void streamedPictureEqualsAFreshOne();
    void resizeKeepsTheEnd();
    void partsAreLaidOutInOrder();
    void CH_40_anAnswerNamesItsAgent();
    void CH_40_initialsAreReadableOnEveryColour();
    void toolCardOpensWithReadableContent();
    void keyboardWalksRowsAndParts();
    void enterOpensTheReader();
    void copyTakesMarkdownCodeAndSelection();
    void retryAndCitationByMouse();
    void tallRowScrollsByKey();
    void hugeMessagesOpenQuickly();
    void hugeMessageKeepsItsPlace();
    void switchingModelsAndDeletingThem();
    void paintsInEveryDirectionAndPalette();
    void accessibleRows();
    void readerGuardsLinks();
};

void TestTranscript::geometryAnswersLikeASum()
{
    QRandomGenerator random(7);
    RowGeometry geometry;
    std::vector<int> plain;
    for (int step = 0; step < 400; ++step) {
        const int at = plain.empty() ? 0 : random.bounded(static_cast<int>(plain.size()) + 1);
        if (step % 3 == 0 || plain.empty()) {
            const std::vector<int> more{random.bounded(1, 90), random.bounded(1, 90)};
            plain.insert(plain.begin() + at, more.begin(), more.end());
            geometry.insert(at, more);
        } else if (step % 3 == 1) {
            const int row = qMin(at, static_cast<int>(plain.size()) - 1);
            plain[static_cast<size_t>(row)] = random.bounded(1, 200);
            geometry.setHeight(row, plain[static_cast<size_t>(row)]);
        } else if (plain.size() > 30) {
            const int row = qMin(at, static_cast<int>(plain.size()) - 2);
            plain.erase(plain.begin() + row, plain.begin() + row + 2);
            geometry.remove(row, row + 1);
        }
        qint64 sum = 0;
        for (size_t i = 0; i < plain.size(); ++i) {
            QCOMPARE(geometry.top(static_cast<int>(i)), sum);
            QCOMPARE(geometry.rowAt(sum), static_cast<int>(i));
            sum += plain[i];
            QCOMPARE(geometry.rowAt(sum - 1), static_cast<int>(i));
        }
        QCOMPARE(geometry.total(), sum);
    }
}

void TestTranscript::opensAtTheEnd()
{
    Window w;
    w.fill(300);
    QVERIFY(w.view.isAtEnd());
    QCOMPARE(w.bar()->value(), w.bar()->maximum());
    QCOMPARE(w.lowestVisible(), 299);
    QVERIFY(qAbs(w.view.visualRect(w.model.index(299)).bottom() - (w.view.viewport()->height() - 1)) <= 1);
    QVERIFY(!w.view.findChild<QPushButton *>(u"jumpToNewest"_s)->isVisible());
}

// Design 3.9: estimates alone moved the text by 33 pixels a step. The bar is nought.
void TestTranscript::scrollingUpNeverMovesTheText()
{
    Window w;
    w.fill(400);
    int worst = 0;
    for (int step = 0; step < 200; ++step) {
        const int row = w.lowestVisible();
        const int before = w.top(row);
        const int wanted = 40;
        w.bar()->setValue(w.bar()->value() - wanted);
        worst = qMax(worst, qAbs(w.top(row) - before - wanted));
    }
    QCOMPARE(worst, 0);
    for (int step = 0; step < 50; ++step) {
        const int row = w.view.indexAt({10, 5}).row();
        const int before = w.top(row);
        w.bar()->setValue(w.bar()->value() + 40);
        worst = qMax(worst, qAbs(w.top(row) - before + 40));
    }
    QCOMPARE(worst, 0);
}

void TestTranscript::prependKeepsTheAnchor()
{
    Window w;
    w.fill(100);
    w.bar()->setValue(w.bar()->maximum() / 2);
    const QSignalSpy near(&w.view, &TranscriptView::nearTop);
    w.bar()->setValue(10);
    QTRY_VERIFY(near.count() > 0);
    const int row = w.lowestVisible();
    const int before = w.top(row);
    w.fill(100);
    QCOMPARE(w.top(row + 100), before);
    QCOMPARE(w.model.rowCount(), 200);
}

void TestTranscript::followsTheEndOnlyWhenAtTheEnd()
{
    Window w;
    w.fill(60);
    Message answer = message(Role::Assistant, {});
    answer.state = MessageState::Streaming;
    const int row = w.model.append(answer);
    w.model.appendText(row, u"Some words. "_s.repeated(200));
    QTRY_VERIFY(w.view.visualRect(w.model.index(row)).height() > 100);
    QCOMPARE(w.bar()->value(), w.bar()->maximum());
    w.bar()->setValue(w.bar()->maximum() - 900);
    QVERIFY(!w.view.isAtEnd());
    auto *jump = w.view.findChild<QPushButton *>(u"jumpToNewest"_s);
    QVERIFY(jump->isVisible());
    const int seen = w.lowestVisible();
    const int before = w.top(seen);
    const int height = w.view.visualRect(w.model.index(row)).height();
    w.model.appendText(row, u"\n\nMore words. "_s.repeated(200));
    QTRY_VERIFY(w.view.visualRect(w.model.index(row)).height() > height);
    QCOMPARE(w.top(seen), before);
    QTest::mouseClick(jump, Qt::LeftButton);
    QVERIFY(w.view.isAtEnd());
    QCOMPARE(w.bar()->value(), w.bar()->maximum());
    QVERIFY(!jump->isVisible());
}

void TestTranscript::streamingAboveDoesNotMoveTheText()
{
    Window w;
    w.fill(40);
    w.bar()->setValue(w.bar()->maximum() - 700);
    const int seen = w.lowestVisible();
    const int before = w.top(seen);
    w.model.setText(2, u"Changed far above.\n\n"_s.repeated(40)); // a canonical copy replaces a row
    QCOMPARE(w.top(seen), before);
    w.model.removeRow(0);
    QCOMPARE(w.top(seen - 1), before);
}

void TestTranscript::streamedTextIsShownOncePerFrame()
{
    Window w;
    Message answer = message(Role::Assistant, {});
    answer.state = MessageState::Streaming;
    const int row = w.model.append(answer);
    QVERIFY(QTest::qWaitForWindowExposed(&w.view));
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < 2000; ++i)
        w.model.appendText(row, u"word "_s);
    QVERIFY2(clock.elapsed() < 400, "every delta was laid out");
    QTRY_VERIFY(w.view.visualRect(w.model.index(row)).height() > 300);
    w.model.setState(row, MessageState::Complete);
    QVERIFY(w.view.partRect(row, Kind::Typing).isEmpty());
}

// While streaming only the tail is painted and the rest is scrolled: the pixels must be those of painting everything.
void TestTranscript::streamedPictureEqualsAFreshOne()
{
    Window w;
    w.fill(6);
    Message answer = message(Role::Assistant, {});
    answer.state = MessageState::Streaming;
    const int row = w.model.append(answer);
    QVERIFY(QTest::qWaitForWindowExposed(&w.view));
    const auto onScreen = [&] { return w.view.screen()->grabWindow(w.view.winId()).toImage().convertToFormat(QImage::Format_RGB32); };
    const auto painted = [&] { return w.view.grab().toImage().convertToFormat(QImage::Format_RGB32); };
    QTRY_COMPARE(onScreen(), painted());
    const QString text = mixed(15).repeated(3);
    for (qsizetype at = 0; at < text.size(); at += 61) {
        w.model.appendText(row, text.mid(at, 61));
        QTRY_COMPARE(onScreen(), painted());
    }
}

void TestTranscript::resizeKeepsTheEnd()
{
    Window w;
    w.fill(200);
    w.view.resize(420, 400);
    QTRY_COMPARE(w.bar()->value(), w.bar()->maximum());
    QVERIFY(w.view.isAtEnd());
    w.bar()->setValue(w.bar()->maximum() / 2);
    const int row = w.lowestVisible();
    const int before = w.top(row);
    w.view.resize(640, 400);
    QCOMPARE(w.top(row), before);
}

void TestTranscript::partsAreLaidOutInOrder()
{
    Window w;
    const int row = w.model.append(richAnswer());
    w.click(row, Kind::Steps);
    int y = -1;
    for (const Kind kind : {Kind::Header, Kind::Routing, Kind::Steps, Kind::Tool, Kind::Thoughts, Kind::Body, Kind::Citation}) {
        const QRect rect = w.view.partRect(row, kind);
        QVERIFY2(rect.isValid(), qPrintable(QString::number(static_cast<int>(kind))));
        QVERIFY(rect.top() > y);
        QVERIFY(rect.left() >= 0 && rect.right() < w.view.viewport()->width());
        y = rect.top();
    }
    QVERIFY(w.view.partRect(row, Kind::Citation, 1).left() > w.view.partRect(row, Kind::Citation, 0).right());
    QVERIFY(w.view.partRect(row, Kind::Retry).isEmpty());
    Message user = message(Role::User, u"Hello"_s);
    user.attachments = {{FileId(u"f"_s), u"a\u202Egnp.exe"_s, {}, 3, {}}};
    const int mine = w.model.append(user);
    QVERIFY(w.view.partRect(mine, Kind::Body).left() > w.view.viewport()->width() / 2);
    QVERIFY(w.view.partRect(mine, Kind::Attachment).isValid());
    w.model.setState(row, MessageState::Interrupted, u"The connection broke."_s);
    QVERIFY(w.view.partRect(row, Kind::Retry).isValid());
    QVERIFY(w.view.partRect(row, Kind::Status).isValid());
}

void TestTranscript::CH_40_anAnswerNamesItsAgent()
{
    Window w;
    const auto header = [&w](int row) {
        auto *delegate = static_cast<MessageDelegate *>(w.view.itemDelegate());
        for (const MessagePart &part : delegate->item(w.model.index(row), w.view.viewport()->width()).parts()) {
            if (part.kind == Kind::Header)
                return part.text;
        }
        return QString();
    };
    const auto spoken = [&w](int row) { return w.model.index(row).data(Qt::AccessibleTextRole).toString(); };
    Message named = message(Role::Assistant, u"South."_s);
    named.routing = RoutingDecision{};
    named.routing->agents = {u"table"_s};
    Message hostile = named;
    hostile.routing->agents = {u"evil\u202Egnp\nagent"_s};
    const int plain = w.model.append(message(Role::Assistant, u"Hello."_s));
    const int row = w.model.append(named);
    const int evil = w.model.append(hostile);
    QVERIFY(header(plain).startsWith(u"Assistant"_s) && spoken(plain).startsWith(u"Assistant, "_s));
    QVERIFY(header(row).startsWith(u"table"_s));
    w.view.setAgentNames({{u"table"_s, u"Table analyst"_s}});
    QVERIFY2(header(row).startsWith(u"Table analyst"_s), qPrintable(header(row)));
    QVERIFY2(spoken(row).startsWith(u"Table analyst, "_s), qPrintable(spoken(row)));
    for (const QString &text : {header(evil), spoken(evil).section(u", "_s, 0, 0)})
        QVERIFY2(!text.contains(u'\u202E') && !text.contains(u'\n'), qPrintable(text));
    w.model.setAgent(plain, u"dispatcher"_s); // a part of the server that is no agent
    QVERIFY(header(plain).startsWith(u"Assistant"_s));
    w.model.setAgent(plain, u"table"_s); // as its stream says
    QVERIFY(header(plain).startsWith(u"Table analyst"_s) && spoken(plain).startsWith(u"Table analyst, "_s));
    const QHash<QString, QString> names{{u"table"_s, u"Table analyst"_s}, {u"34f0"_s, u"Table analyst"_s}};
    Message byId = named;
    byId.routing->agents = {u"34f0"_s};
    QCOMPARE(AnswerAuthor::of(named, &names).initials, u"TA"_s);
    QCOMPARE(AnswerAuthor::of(named, &names).color, AnswerAuthor::of(byId, &names).color);
}

void TestTranscript::CH_40_initialsAreReadableOnEveryColour()
{
    const auto light = [](const QColor &color) {
        const auto linear = [](double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
    };
    for (const QPalette &palette : {Theme::lightPalette(), Theme::darkPalette()}) {
        for (int number = 0; number < 8; ++number) {
            const double disc = light(Theme::avatar(number, palette));
            const double letters = light(Theme::avatarText(palette));
            QVERIFY2((std::max(disc, letters) + 0.05) / (std::min(disc, letters) + 0.05) >= 4.5, qPrintable(QString::number(number)));
        }
    }
}

void TestTranscript::toolCardOpensWithReadableContent()
{
    Window w;
    const int row = w.model.append(richAnswer());
    w.fill(40); // above
    const int now = row + 40;
    w.click(now, Kind::Steps);
    QVERIFY(w.view.partRect(now, Kind::ToolDetails).isEmpty());
    const int top = w.view.partRect(now, Kind::Tool).top();
    w.click(now, Kind::Tool);
    QVERIFY(w.view.partRect(now, Kind::ToolDetails).height() > 40);
    QCOMPARE(w.view.partRect(now, Kind::Tool).top(), top); // what was clicked stays under the pointer
    MessageItem item(MarkdownStyle::from(w.view.palette(), w.view.font()), w.view.font());
    item.setMessage(richAnswer(), {true, {0}, 1, false, true});
    item.layout(700, Qt::LeftToRight);
    const QString text = item.toolDocument(0)->toPlainText();
    QVERIFY(text.contains(u"SELECT region"_s));
    QVERIFY(text.contains(u"North"_s) && text.contains(u"12.5"_s));
    QVERIFY2(!text.contains(u'{') && !text.contains(u'['), qPrintable(text));
    QVERIFY(item.thoughtsDocument()->toPlainText().contains(u"Then I count"_s));
    w.click(now, Kind::Tool);
    QVERIFY(w.view.partRect(now, Kind::ToolDetails).isEmpty());
    w.click(now, Kind::Thoughts);
    QVERIFY(w.view.partRect(now, Kind::ThoughtsText).isValid());
}

void TestTranscript::keyboardWalksRowsAndParts()
{
    Window w;
    w.model.append(message(Role::User, u"one"_s));
    const int row = w.model.append(richAnswer());
    w.view.setFocus();
    QTRY_COMPARE(w.view.currentIndex().row(), row);
    QSignalSpy links(&w.view, &TranscriptView::linkActivated);
    QSignalSpy citations(&w.view, &TranscriptView::citationActivated);
    QList<Kind> walked;
    for (int i = 0; i < 20; ++i) {
        QTest::keyClick(&w.view, Qt::Key_Right);
        if (w.view.focusedPart() == nullptr)
            break;
        walked << w.view.focusedPart()->kind;
        QVERIFY(!w.view.focusedPart()->text.isEmpty());
        if (walked.last() == Kind::Link || walked.last() == Kind::Citation)
            QTest::keyClick(&w.view, Qt::Key_Return);
        if (walked.last() == Kind::Tool || walked.last() == Kind::Steps)
            QTest::keyClick(&w.view, Qt::Key_Space);
    }
    const QList<Kind> expected{Kind::Routing,        Kind::Steps,    Kind::Tool, Kind::ToolOpen, Kind::ToolCopyInput,
                               Kind::ToolCopyOutput, Kind::Thoughts, Kind::Link, Kind::CodeCopy, Kind::CodeSave,
                               Kind::Citation,       Kind::Citation, Kind::Copy};
    QCOMPARE(walked, expected);
    QCOMPARE(links.count(), 1);
    QCOMPARE(links.first().at(0).toString(), u"https://example.org/a"_s);
    QCOMPARE(links.first().at(1).toString(), u"the page"_s);
    QCOMPARE(citations.count(), 2);
    QVERIFY(w.view.partRect(row, Kind::ToolDetails).isValid());
    QTest::keyClick(&w.view, Qt::Key_Left);
    QCOMPARE(w.view.focusedPart()->kind, Kind::Copy);
    QTest::keyClick(&w.view, Qt::Key_Escape);
    QVERIFY(w.view.focusedPart() == nullptr);
    QTest::keyClick(&w.view, Qt::Key_Home);
    QCOMPARE(w.view.currentIndex().row(), 0);
    QTest::keyClick(&w.view, Qt::Key_End);
    QCOMPARE(w.view.currentIndex().row(), row);
}

void TestTranscript::enterOpensTheReader()
{
    Window w;
    const int row = w.model.append(richAnswer());
    w.view.setFocus();
    w.view.setCurrentIndex(w.model.index(row));
    QSignalSpy reader(&w.view, &TranscriptView::readerRequested);
    QTest::keyClick(&w.view, Qt::Key_Return);
    QCOMPARE(reader.count(), 1);
    QCOMPARE(reader.first().first().toInt(), row);
}

void TestTranscript::copyTakesMarkdownCodeAndSelection()
{
    Window w;
    const int row = w.model.append(richAnswer());
    w.view.setFocus();
    w.view.setCurrentIndex(w.model.index(row));
    QTest::keyClick(&w.view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), richAnswer().content);
    w.click(row, Kind::CodeCopy);
    QCOMPARE(QApplication::clipboard()->text(), u"SELECT 1;"_s);
    const QRect body = w.view.partRect(row, Kind::Body);
    QTest::mousePress(w.view.viewport(), Qt::LeftButton, {}, body.topLeft() + QPoint(1, 4));
    QTest::mouseMove(w.view.viewport(), body.topLeft() + QPoint(120, 6));
    QMouseEvent move(QEvent::MouseMove, body.topLeft() + QPoint(200, 6), w.view.viewport()->mapToGlobal(body.topLeft() + QPoint(200, 6)),
                     Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(w.view.viewport(), &move);
    QTest::mouseRelease(w.view.viewport(), Qt::LeftButton, {}, body.topLeft() + QPoint(200, 6));
    QVERIFY2(w.view.selectedText().startsWith(u"See the"_s), qPrintable(w.view.selectedText()));
    QTest::keyClick(&w.view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), w.view.selectedText());
}

void TestTranscript::retryAndCitationByMouse()
{
    Window w;
    Message failed = richAnswer();
    failed.state = MessageState::Interrupted;
    failed.errorText = u"The server went away."_s;
    const int row = w.model.append(failed);
    QSignalSpy retry(&w.view, &TranscriptView::retryRequested);
    QSignalSpy citations(&w.view, &TranscriptView::citationActivated);
    w.click(row, Kind::Retry);
    QCOMPARE(retry.count(), 1);
    w.click(row, Kind::Citation, 1);
    QCOMPARE(citations.count(), 1);
    QCOMPARE(citations.first().at(1).toInt(), 1);
    QContextMenuEvent menuEvent(QContextMenuEvent::Keyboard, {}, {});
    QApplication::sendEvent(w.view.viewport(), &menuEvent);
    auto *menu = w.view.findChild<QMenu *>(u"messageMenu"_s);
    QVERIFY(menu != nullptr);
    QVERIFY(menu->actions().size() >= 4);
    menu->close();
}

void TestTranscript::tallRowScrollsByKey()
{
    Window w;
    w.model.append(message(Role::User, u"q"_s));
    const int row = w.model.append(message(Role::Assistant, u"Paragraph of an answer.\n\n"_s.repeated(100)));
    w.view.setFocus();
    w.view.setCurrentIndex(w.model.index(row));
    w.view.jumpToEnd();
    const int before = w.bar()->value();
    QTest::keyClick(&w.view, Qt::Key_Up);
    QCOMPARE(w.view.currentIndex().row(), row);
    QVERIFY(w.bar()->value() < before);
}

void TestTranscript::hugeMessagesOpenQuickly()
{
    for (const QString &text : {QString(1'000'000, u'x'), u"a"_s + QString(100'000, u'\u0301'), mixed(15).repeated(4000)}) {
        Window w;
        QElapsedTimer clock;
        clock.start();
        w.model.append(message(Role::Assistant, text));
        w.model.append(message(Role::User, text));
        w.view.grab();
        QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
    }
}

void TestTranscript::hugeMessageKeepsItsPlace()
{
    Window w;
    w.model.append(message(Role::Assistant, mixed(15).repeated(600)));
    QVERIFY(w.view.isAtEnd());
    int worst = 0;
    for (int step = 0; step < 100; ++step) {
        const int before = w.bar()->value();
        const int fromEnd = w.bar()->maximum() - before;
        w.bar()->setValue(before - 60);
        // What is below never changes here, so the distance to the end says whether the text moved.
        worst = qMax(worst, qAbs(w.bar()->maximum() - w.bar()->value() - fromEnd - 60));
    }
    QCOMPARE(worst, 0);
}

void TestTranscript::switchingModelsAndDeletingThem()
{
    Window w;
    w.fill(50);
    {
        TranscriptModel other;
        other.append(message(Role::User, u"x"_s));
        w.view.setModel(&other);
        w.view.grab();
    }
    w.view.grab();
    QTest::mouseMove(w.view.viewport(), QPoint(50, 50));
    QTest::keyClick(&w.view, Qt::Key_Up);
    w.view.setModel(&w.model);
    QVERIFY(w.view.isAtEnd());
    w.model.clear();
    w.view.grab();
    QCOMPARE(w.bar()->maximum(), 0);
}

void TestTranscript::paintsInEveryDirectionAndPalette()
{
    Window w;
    w.model.append(message(Role::User, u"\u05E9\u05DC\u05D5\u05DD hello"_s));
    Message answer = richAnswer();
    answer.state = MessageState::Streaming;
    const int row = w.model.append(answer);
    const QImage light = w.view.grab().toImage();
    QPalette dark;
    dark.setColor(QPalette::Base, Qt::black);
    dark.setColor(QPalette::Window, Qt::black);
    dark.setColor(QPalette::Text, Qt::white);
    dark.setColor(QPalette::WindowText, Qt::white);
    w.view.setPalette(dark);
    const QImage black = w.view.grab().toImage();
    QVERIFY(light != black);
    QCOMPARE(black.pixelColor(2, 2), QColor(Qt::black));
    const int left = w.view.partRect(row, Kind::Citation).left();
    w.view.setLayoutDirection(Qt::RightToLeft);
    w.view.grab();
    QVERIFY(w.view.partRect(row, Kind::Citation).left() > left);
    QVERIFY(w.view.partRect(0, Kind::Body).left() < w.view.viewport()->width() / 2);
}

void TestTranscript::accessibleRows()
{
    Window w;
    w.fill(10);
    QAccessibleInterface *view = QAccessible::queryAccessibleInterface(&w.view);
    QVERIFY(view != nullptr);
    QCOMPARE(view->role(), QAccessible::List);
    QCOMPARE(view->childCount(), 10);
    QVERIFY(view->child(3)->text(QAccessible::Name).contains(u"Answer 3"_s));
    QVERIFY(!w.view.accessibleName().isEmpty());
}

void TestTranscript::readerGuardsLinks()
{
    MessageReader reader(message(Role::Assistant, u"[x](https://example.org/) ![i](file:///etc/passwd) <b>t</b>\n\n- one\n- two"_s));
    reader.setAttribute(Qt::WA_DeleteOnClose, false);
    reader.show();
    QVERIFY(!reader.isModal());
    QSignalSpy links(&reader, &MessageReader::linkActivated);
    Q_EMIT reader.browser()->anchorClicked(QUrl(u"https://example.org/"_s));
    QCOMPARE(links.count(), 1);
    reader.browser()->setSource(QUrl(u"file:///etc/passwd"_s));
    QVERIFY(reader.browser()->toPlainText().contains(u"<b>t</b>"_s));
    QVERIFY(reader.browser()->toPlainText().contains(u"\u2022 one"_s));
    reader.grab();
    QVERIFY(!reader.browser()->loadResource(QTextDocument::ImageResource, QUrl(u"file:///etc/passwd"_s)).isValid());
}

void TestTranscript::FI_11_hostileTextsAreLaidOutWhereTheyAreLookedAt_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Role>("role");
    const QString lines = mixed(3).repeated(40'000'000 / mixed(3).size());
    for (const Role role : {Role::User, Role::Assistant}) {
        const char *who = role == Role::User ? "typed" : "answered";
        QTest::addRow("1 MB in one line, %s", who) << QString(1'000'000, u'x') << role;
        QTest::addRow("100 000 marks on one letter, %s", who) << u'e' + QString(100'000, QChar(0x301)) << role;
        QTest::addRow("40 MB in lines, %s", who) << lines << role;
        QTest::addRow("40 MB in one line, %s", who) << QString(40'000'000, u'x') << role;
    }
}

void TestTranscript::FI_11_hostileTextsAreLaidOutWhereTheyAreLookedAt()
{
    QFETCH(QString, text);
    QFETCH(Role, role);
    Window w;
    w.fill(20);
    QElapsedTimer clock;
    clock.start();
    const int row = w.model.append(message(role, text));
    w.view.jumpToEnd();
    w.view.viewport()->repaint();
    qInfo("%lld ms until it was painted", clock.elapsed());
    MessageDelegate &delegate = *static_cast<MessageDelegate *>(w.view.itemDelegate());
    MessageItem &item = delegate.item(w.model.index(row), w.view.viewport()->width());
    QVERIFY(item.body().liveDocuments() > 0);
    QVERIFY2(item.body().liveDocuments() < 64, qPrintable(QString::number(item.body().liveDocuments())));
    QVERIFY2(item.body().segmentCount() < 3000, qPrintable(QString::number(item.body().segmentCount())));
    QCOMPARE(w.view.partRect(row, Kind::More).isValid(), text.size() > 1'000'000);
    w.view.setCurrentIndex(w.model.index(row));
    w.view.copy();
    QCOMPARE(QApplication::clipboard()->text().size(), text.size()); // what is copied is never a page
}

void TestTranscript::FI_11_textsOfMegabytesComePageByPage()
{
    Window w;
    w.fill(4);
    QString text;
    while (text.size() < 2'500'000)
        text += u"line %1 \U0001F600\n\n"_s.arg(text.size());
    const int row = w.model.append(message(Role::Assistant, text));
    w.view.jumpToEnd();
    MessageDelegate &delegate = *static_cast<MessageDelegate *>(w.view.itemDelegate());
    const auto item = [&]() -> MessageItem & { return delegate.item(w.model.index(row), w.view.viewport()->width()); };
    const int one = item().body().segmentCount();
    QVERIFY(w.view.partRect(row, Kind::More).isValid());

    QVERIFY(w.view.viewport()->rect().contains(w.view.partRect(row, Kind::More)));
    w.click(row, Kind::More); // with the mouse
    QVERIFY(item().body().segmentCount() > one * 3 / 2);
    QVERIFY(w.view.partRect(row, Kind::More).isValid());

    w.view.setFocus(); // and by keyboard
    w.view.setCurrentIndex(w.model.index(row));
    for (int i = 0; i < 200 && (!w.view.focusedPart() || w.view.focusedPart()->kind != Kind::More); ++i)
        QTest::keyClick(&w.view, Qt::Key_Right);
    QVERIFY(w.view.focusedPart());
    QCOMPARE(w.view.focusedPart()->kind, Kind::More);
    QTest::keyClick(&w.view, Qt::Key_Return);
    QVERIFY(!w.view.partRect(row, Kind::More).isValid());
    w.view.jumpToEnd();
    const int last = item().body().segmentCount() - 1;
    QVERIFY(item().body().document(last).toPlainText().contains(text.trimmed().section(u'\n', -1)));
}

void TestTranscript::FI_11_theReaderShowsThemPageByPage()
{
    for (const Role role : {Role::User, Role::Assistant}) {
        QString text;
        while (text.size() < 600'000)
            text += u"line %1\n\n"_s.arg(text.size());
        auto *reader = new MessageReader(message(role, text));
        reader->show();
        auto *more = reader->findChild<QPushButton *>(u"showMore"_s);
        QVERIFY(more->isVisible());
        QVERIFY(reader->browser()->toPlainText().size() < 400'000);
        while (more->isVisible()) {
            more->setFocus();
            QTest::keyClick(more, Qt::Key_Space);
        }
        QVERIFY(reader->browser()->toPlainText().contains(text.trimmed().section(u'\n', -1)));
        QVERIFY(reader->browser()->toPlainText().contains(u"line 0"_s));
        reader->close();
    }
}

QTEST_MAIN(TestTranscript)
#include "tst_transcript.moc"
