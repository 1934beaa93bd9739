// Code and tables that are wider than the text, also inside lists and quotes: they scroll in place, and are hit where they are seen.
#include "gui/chat/transcript/messagedelegate.h"
#include "gui/chat/transcript/messagedocument.h"
#include "gui/chat/transcript/transcriptview.h"
#include "gui/testdialogs.h"
#include "gui/text/linkopener.h"
#include "gui/text/textmatcher.h"
#include "gui/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

using Kind = MessagePart::Kind;

constexpr qreal pageWidth = 400;

QString wideLine()
{
    return u"SELECT region, quarter, sum(units), avg(price), min(day), max(day) FROM sales_of_all_regions WHERE needle = 1"_s;
}

QString tableLines(const QString &indent)
{
    QString head = indent + u'|';
    QString rule = indent + u'|';
    QString row = indent + u'|';
    for (int i = 0; i < 14; ++i) {
        head += u" column number %1 |"_s.arg(i);
        rule += u"---|"_s;
        row += u" some value %1 |"_s.arg(i);
    }
    return head + u'\n' + rule + u'\n' + row;
}

QString listCode(const QString &word = u"Before"_s)
{
    return u"- %1:\n\n  ```sql\n  %2\n  LIMIT 10\n  ```\n\n- After"_s.arg(word, wideLine());
}

struct Page {
    MarkdownStyle style = MarkdownStyle::from(QApplication::palette(), QApplication::font());
    MessageDocument document{style};

    explicit Page(const QString &text)
    {
        document.setWidth(pageWidth);
        document.setText(text, MessageDocument::Mode::Markdown, true);
        measure();
    }
    void measure()
    {
        for (int i = 0; i < 3; ++i)
            document.measure(0, 1e6);
    }
    [[nodiscard]] MessageDocument::BlockScroll scroll(int index = 0) { return document.blockScrolls().at(index); }
    [[nodiscard]] QImage picture()
    {
        QImage image(static_cast<int>(pageWidth), static_cast<int>(document.height()) + 1, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        document.paint(painter, QRectF(QPointF(), QSizeF(image.size())), QApplication::palette());
        return image;
    }
};

const QString hebrew = u"\u05E9\u05DC\u05D5\u05DD"_s;

QString address(int number)
{
    return u"https://example.org/place/%1"_s.arg(number);
}

QString linkLabel(int number)
{
    return u"to place no %1"_s.arg(number);
}

QString linkTable(const QString &indent)
{
    QString row = u'\n' + indent + u'|';
    for (int i = 0; i < 14; ++i)
        row += u" [%1](%2) |"_s.arg(linkLabel(i), address(i));
    return tableLines(indent) + row;
}

QString linksInAList(const QString &word = u"Before"_s)
{
    return u"- %1:\n\n"_s.arg(word) + linkTable(u"  "_s) + u"\n\n- After"_s;
}

// An answer in a real view, under a real mouse.
struct Chat {
    TranscriptModel model;
    TranscriptView view;
    int row = -1;

    explicit Chat(const QString &answer)
    {
        Message message;
        message.role = Role::Assistant;
        message.content = answer;
        message.createdAt = QDateTime(QDate(2026, 3, 1), QTime(10, 2));
        row = model.append(message);
        view.setModel(&model);
        view.resize(520, 420);
        view.show();
    }
    // Call inside QVERIFY.
    [[nodiscard]] bool isShown()
    {
        return QTest::qWaitForWindowExposed(&view) && QTest::qWaitFor([this] { return body().blockScrolls().size() == 1; }, 5000);
    }
    [[nodiscard]] MessageItem &item()
    {
        return static_cast<MessageDelegate *>(view.itemDelegate())->item(model.index(row), view.viewport()->width());
    }
    [[nodiscard]] MessageDocument &body() { return item().body(); }
    [[nodiscard]] MessageDocument::BlockScroll scroll() { return body().blockScrolls().constFirst(); }
    [[nodiscard]] QPointF origin() { return QPointF(view.visualRect(model.index(row)).topLeft() + item().bodyTopLeft()); }
    [[nodiscard]] QPoint at(const QPointF &inBody) { return (origin() + inBody).toPoint(); }
    void click(const QPointF &inBody) { QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, at(inBody)); }
    void clickPart(Kind kind) { QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.partRect(row, kind).center()); }
    void move(const QPoint &to)
    {
        QMouseEvent event(QEvent::MouseMove, to, view.viewport()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(view.viewport(), &event);
    }
    void turnWheel(int notches) // sideways, over the block
    {
        const QPoint place = at(scroll().track.center() - QPointF(0, 14));
        QWheelEvent event(place, view.viewport()->mapToGlobal(QPointF(place)), {}, {0, -120 * notches}, Qt::NoButton, Qt::ShiftModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(view.viewport(), &event);
    }
    [[nodiscard]] QRectF showNeedle() // where it is then
    {
        const MessageDocument::Range hit = body().findMatch(TextMatcher(u"needle"_s), 0);
        static_cast<void>(body().reveal(hit));
        return body().rectOf(hit);
    }
};

void addWideCode()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    const QString both = wideLine() + u"\nLIMIT 10"_s;
    QTest::newRow("alone") << u"Before:\n\n```sql\n%1\n```\n\nAfter"_s.arg(both) << both;
    QTest::newRow("in a list") << listCode() << both;
    QTest::newRow("in a list from the right") << listCode(hebrew) << both;
    QTest::newRow("in a quote") << u"> Before:\n>\n> ```\n> %1\n> ```\n>\n> After"_s.arg(wideLine()) << wideLine();
}

} // namespace

class TestWideBlocks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { initGuiResources(); }

    void anInnerBlockScrollsInPlace_data();
    void anInnerBlockScrollsInPlace();
    void theIndentationIsKept_data();
    void theIndentationIsKept();
    void aPlaceIsHitWhereItIsSeen();
    void aMatchIsRevealedAndCopiedWhole();
    void twoBlocksOfOneListScrollApart();
    void thePlaceOfABlockOutlivesTheEndOfTheAnswer();
    void theWheelMovesTheBlockAndNotTheConversation();
    void REND_06_aClickOpensTheLinkThatIsSeen_data();
    void REND_06_aClickOpensTheLinkThatIsSeen();
    void REND_06_aLinkThatIsScrolledAwayIsNotHit_data();
    void REND_06_aLinkThatIsScrolledAwayIsNotHit();
    void REND_06_ofTwoLinksToOnePlaceTheOneThatIsClickedIsShown();
    void REND_16_aScrolledBlockIsCopiedWhole_data();
    void REND_16_aScrolledBlockIsCopiedWhole();
    void aScrolledTableIsCopiedWhole();
    void draggingSelectsWhatIsUnderTheMouse_data();
    void draggingSelectsWhatIsUnderTheMouse();
    void draggingBeyondTheSideScrollsTheBlock_data();
    void draggingBeyondTheSideScrollsTheBlock();
    void aSelectionFromElsewhereScrollsNoBlock();
    void theFocusedLinkMovesWithItsBlock();
};

void TestWideBlocks::anInnerBlockScrollsInPlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("code in a list") << listCode();
    QTest::newRow("code in a quote") << u"> Before:\n>\n> ```\n> %1\n> ```\n>\n> After"_s.arg(wideLine());
    QTest::newRow("table in a list") << u"- Before:\n\n"_s + tableLines(u"  "_s) + u"\n\n- After"_s;
    QTest::newRow("code at the end of a list") << u"1. Before:\n\n   ```\n   %1\n   ```"_s.arg(wideLine());
}

void TestWideBlocks::anInnerBlockScrollsInPlace()
{
    QFETCH(QString, text);
    Page page(text);
    QCOMPARE(page.document.blockScrolls().size(), 1);
    const MessageDocument::BlockScroll bar = page.scroll();
    QVERIFY2(bar.maximum > 100, qPrintable(QString::number(bar.maximum)));
    QVERIFY(bar.block.inner >= 0);
    QVERIFY(bar.track.bottom() <= page.document.height() + 1);
    const qreal height = page.document.height();
    const QPointF inside(200, bar.track.top() - 12);
    QCOMPARE(page.document.scrollableAt(inside).inner, bar.block.inner);
    const QImage before = page.picture();
    QVERIFY(page.document.scrollBlock(bar.block, 80));
    const QImage after = page.picture();
    QVERIFY(before != after);
    QCOMPARE(page.scroll().value, 80.0);
    QCOMPARE(page.document.height(), height);
    QVERIFY(page.document.scrollBlock(bar.block, 1e9));
    QCOMPARE(page.scroll().value, bar.maximum);
    QVERIFY(!page.document.scrollBlock(bar.block, 1e9));
    // What is above the block is painted as before.
    const int above = static_cast<int>(bar.top) - 2;
    if (above > 0)
        QCOMPARE(before.copy(0, 0, before.width(), above), after.copy(0, 0, after.width(), above));
    page.document.setWidth(6000); // room for everything
    page.measure();
    QVERIFY(page.document.blockScrolls().isEmpty());
    page.document.setWidth(pageWidth);
    page.measure();
    QCOMPARE(page.document.height(), height); // the room for the bar comes and goes whole
}

void TestWideBlocks::theIndentationIsKept_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("mirrored");
    QTest::newRow("left to right") << u"Before"_s << false;
    QTest::newRow("right to left") << hebrew << true;
}

void TestWideBlocks::theIndentationIsKept()
{
    QFETCH(QString, word);
    QFETCH(bool, mirrored);
    Page page(listCode(word));
    const QList<MessageDocument::CodeBox> boxes = page.document.codeBoxes();
    QCOMPARE(boxes.size(), 1);
    const QRectF box = boxes.first().box;
    QCOMPARE(box.left(), mirrored ? 0.0 : page.style.indent);
    QCOMPARE(box.right(), mirrored ? pageWidth - page.style.indent : pageWidth);
    const MessageDocument::BlockScroll bar = page.scroll();
    QVERIFY(bar.track.left() >= box.left() && bar.track.right() <= box.right());
    QVERIFY(bar.track.bottom() <= box.bottom() + 1);
    QVERIFY(page.document.scrollBlock(bar.block, 60));
    QCOMPARE(page.document.codeBoxes().first().box, box);
    QCOMPARE(page.document.codeText(boxes.first()), wideLine() + u"\nLIMIT 10"_s);
}

void TestWideBlocks::aPlaceIsHitWhereItIsSeen()
{
    for (const QString &word : {u"Before"_s, hebrew}) {
        Page page(listCode(word));
        const MessageDocument::Range hit = page.document.findMatch(TextMatcher(u"needle"_s), 0);
        QVERIFY(page.document.reveal(hit));
        QVERIFY(page.scroll().value > 0);
        const QRectF rect = page.document.rectOf(hit);
        const QRectF box = page.document.codeBoxes().first().box;
        QVERIFY2(rect.width() > 10 && rect.left() >= box.left() && rect.right() <= box.right(), qPrintable(QString::number(rect.left())));
        const auto [from, to] = page.document.wordAt(rect.center());
        QCOMPARE(page.document.selectedText(from, to), u"needle"_s);
        QCOMPARE(from, hit.from);
    }
}

void TestWideBlocks::aMatchIsRevealedAndCopiedWhole()
{
    Page page(u"- Before:\n\n"_s + tableLines(u"  "_s) + u"\n\n- After"_s);
    const MessageDocument::Range hit = page.document.findMatch(TextMatcher(u"some value 13"_s), 0);
    QVERIFY(page.document.reveal(hit));
    const QRectF rect = page.document.rectOf(hit);
    QVERIFY2(rect.width() > 10 && rect.left() >= page.style.indent - 1 && rect.right() <= pageWidth,
             qPrintable(QString::number(rect.left())));
    QCOMPARE(page.document.tableBoxes().size(), 1);
    const MessageDocument::TableBox box = page.document.tableBoxes().first();
    QVERIFY(box.box.left() >= page.style.indent - 1 && box.box.right() <= pageWidth + 1);
    QCOMPARE(page.document.tableData(box).head.size(), 14);
    QVERIFY(!page.document.plainText().contains(u"do not fit"_s)); // no column is left out
}

void TestWideBlocks::twoBlocksOfOneListScrollApart()
{
    Page page(listCode(u"First"_s) + u"\n"_s + listCode(u"Second"_s));
    QCOMPARE(page.document.blockScrolls().size(), 2);
    QVERIFY(page.document.scrollBlock(page.scroll(1).block, 50));
    QCOMPARE(page.scroll(0).value, 0.0);
    QCOMPARE(page.scroll(1).value, 50.0);
    QVERIFY(page.scroll(0).track.bottom() < page.scroll(1).top);
}

void TestWideBlocks::thePlaceOfABlockOutlivesTheEndOfTheAnswer()
{
    const MarkdownStyle style = MarkdownStyle::from(QApplication::palette(), QApplication::font());
    MessageDocument document(style);
    document.setWidth(pageWidth);
    document.setText(u"A word before.\n\n"_s + listCode(), MessageDocument::Mode::Markdown, false);
    document.measure(0, 1e6);
    QCOMPARE(document.blockScrolls().size(), 1);
    QVERIFY(document.scrollBlock(document.blockScrolls().first().block, 70));
    document.setText(u"A word before.\n\n"_s + listCode() + u"\n\nThe end."_s, MessageDocument::Mode::Markdown, true);
    document.measure(0, 1e6);
    QCOMPARE(document.blockScrolls().size(), 1);
    QCOMPARE(document.blockScrolls().first().value, 70.0);
}

void TestWideBlocks::theWheelMovesTheBlockAndNotTheConversation()
{
    TranscriptModel model;
    for (int i = 0; i < 8; ++i) {
        Message message;
        message.role = i % 2 == 0 ? Role::User : Role::Assistant;
        message.content = i == 7 ? listCode() : u"Message %1.\n\nWith a second paragraph."_s.arg(i);
        message.createdAt = QDateTime(QDate(2026, 3, 1), QTime(10, 2));
        model.append(message);
    }
    TranscriptView view;
    view.setModel(&model);
    view.resize(520, 420);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QScrollBar *bar = view.verticalScrollBar();
    QTRY_COMPARE(bar->value(), bar->maximum());
    const int bottom = bar->value();
    MessageItem &item = static_cast<MessageDelegate *>(view.itemDelegate())->item(model.index(7), view.viewport()->width());
    QCOMPARE(item.body().blockScrolls().size(), 1);
    const QPointF above = item.body().blockScrolls().first().track.center() - QPointF(0, 14);
    const QPoint at = (QPointF(view.visualRect(model.index(7)).topLeft() + item.bodyTopLeft()) + above).toPoint();
    QWheelEvent event(at, view.viewport()->mapToGlobal(QPointF(at)), {}, {0, -120}, Qt::NoButton, Qt::ShiftModifier, Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(view.viewport(), &event);
    QVERIFY(item.body().blockScrolls().first().value > 0);
    QCOMPARE(bar->value(), bottom);
    QCOMPARE(bar->value(), bar->maximum());
}

void TestWideBlocks::REND_06_aClickOpensTheLinkThatIsSeen_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("alone") << u"Before:\n\n"_s + linkTable({}) + u"\n\nAfter"_s;
    QTest::newRow("in a list") << linksInAList();
    QTest::newRow("in a list from the right") << linksInAList(hebrew);
    QTest::newRow("in a quote") << u"> Before:\n>\n"_s + linkTable(u"> "_s) + u"\n>\n> After"_s;
}

void TestWideBlocks::REND_06_aClickOpensTheLinkThatIsSeen()
{
    QFETCH(QString, text);
    TestDialogs dialogs;
    Chat chat(text);
    QVERIFY(chat.isShown());
    LinkOpener opener(dialogs, &chat.view);
    connect(&chat.view, &TranscriptView::linkActivated, &opener, &LinkOpener::open);
    QSet<int> opened;
    qreal before = -1;
    for (; chat.scroll().value > before; chat.turnWheel(4)) {
        before = chat.scroll().value;
        const QList<MessageDocument::Link> links = chat.body().links();
        QCOMPARE(links.size(), 14);
        for (int i = 0; i < 14; ++i) {
            const QRectF rect = chat.body().rectOf(links.at(i));
            if (rect.width() < 12)
                continue; // scrolled away
            dialogs.questions.clear();
            chat.click(rect.center());
            QCOMPARE(dialogs.questions.size(), 1);
            QVERIFY2(dialogs.questions.constFirst().text.contains(address(i) + u'\n') ||
                         dialogs.questions.constFirst().text.endsWith(address(i)),
                     qPrintable(dialogs.questions.constFirst().text));
            dialogs.questions.constFirst().yes();
            QCOMPARE(dialogs.opened.constLast(), QUrl(address(i)));
            opened += i;
        }
    }
    QVERIFY(before > 300);
    QCOMPARE(before, chat.scroll().maximum);
    QCOMPARE(opened.size(), 14); // all of them came by
}

void TestWideBlocks::REND_06_aLinkThatIsScrolledAwayIsNotHit_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("mirrored");
    QTest::newRow("left to right") << u"Before"_s << false;
    QTest::newRow("right to left") << hebrew << true;
}

void TestWideBlocks::REND_06_aLinkThatIsScrolledAwayIsNotHit()
{
    QFETCH(QString, word);
    QFETCH(bool, mirrored);
    Chat chat(linksInAList(word));
    QVERIFY(chat.isShown());
    QSignalSpy activated(&chat.view, &TranscriptView::linkActivated);
    const qreal y = chat.body().rectOf(chat.body().links().constFirst()).center().y();
    const QRect area = chat.view.partRect(chat.row, Kind::Body);
    const qreal x = mirrored ? area.width() - 4 : 4; // the indentation, where the table would go on
    qreal before = -1;
    for (; chat.scroll().value > before; chat.turnWheel(1)) {
        before = chat.scroll().value;
        chat.click(QPointF(x, y));
        QCOMPARE(activated.count(), 0);
    }
    QCOMPARE(before, chat.scroll().maximum);
}

void TestWideBlocks::REND_06_ofTwoLinksToOnePlaceTheOneThatIsClickedIsShown()
{
    Chat chat(u"[here](https://evil.example/) and [https://bank.example](https://evil.example/) end\n\n"_s + listCode());
    QVERIFY(chat.isShown());
    QSignalSpy activated(&chat.view, &TranscriptView::linkActivated);
    const QList<MessageDocument::Link> links = chat.body().links();
    QCOMPARE(links.size(), 2);
    QVERIFY(links.at(0).label != links.at(1).label);
    for (const MessageDocument::Link &link : links) {
        const QRectF rect = chat.body().rectOf(link);
        for (const qreal x : {rect.left() + 1, rect.center().x(), rect.right() - 2}) { // to the end of the last letter
            chat.click(QPointF(x, rect.center().y()));
            QCOMPARE(activated.count(), 1);
            QCOMPARE(activated.takeFirst(), QVariantList({link.href, link.label}));
        }
        chat.click(QPointF(rect.right() + 2, rect.center().y()));
        QCOMPARE(activated.count(), 0);
    }
}

void TestWideBlocks::REND_16_aScrolledBlockIsCopiedWhole_data()
{
    addWideCode();
}

void TestWideBlocks::REND_16_aScrolledBlockIsCopiedWhole()
{
    QFETCH(QString, text);
    QFETCH(QString, code);
    Chat chat(text);
    QVERIFY(chat.isShown());
    const QRect button = chat.view.partRect(chat.row, Kind::CodeCopy);
    for (const int notches : {3, 100}) {
        chat.turnWheel(notches);
        QVERIFY(chat.scroll().value > 0);
        QCOMPARE(chat.view.partRect(chat.row, Kind::CodeCopy), button); // it stays in reach
        QApplication::clipboard()->setText(u"before"_s);
        chat.clickPart(Kind::CodeCopy);
        QCOMPARE(QApplication::clipboard()->text(), code);
    }
    QCOMPARE(chat.scroll().value, chat.scroll().maximum);
}

void TestWideBlocks::aScrolledTableIsCopiedWhole()
{
    Chat chat(linksInAList());
    QVERIFY(chat.isShown());
    chat.turnWheel(8);
    QVERIFY(chat.scroll().value > 0);
    chat.clickPart(Kind::TableCopy);
    const QString copied = QApplication::clipboard()->text();
    for (int i = 0; i < 14; ++i)
        QVERIFY2(copied.contains(u"some value %1"_s.arg(i)) && copied.contains(linkLabel(i)), qPrintable(copied));
}

void TestWideBlocks::draggingSelectsWhatIsUnderTheMouse_data()
{
    addWideCode();
}

void TestWideBlocks::draggingSelectsWhatIsUnderTheMouse()
{
    QFETCH(QString, text);
    Chat chat(text);
    QVERIFY(chat.isShown());
    const QRectF rect = chat.showNeedle();
    QVERIFY(chat.scroll().value > 0);
    QTest::mousePress(chat.view.viewport(), Qt::LeftButton, {}, chat.at({rect.left() + 1, rect.center().y()}));
    chat.move(chat.at(rect.center()));
    chat.move(chat.at({rect.right() - 1, rect.center().y()}));
    QTest::mouseRelease(chat.view.viewport(), Qt::LeftButton, {}, chat.at({rect.right() - 1, rect.center().y()}));
    QCOMPARE(chat.view.selectedText(), u"needle"_s);
    QTest::keyClick(&chat.view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"needle"_s);
    QTest::mouseDClick(chat.view.viewport(), Qt::LeftButton, {}, chat.at(rect.center()));
    QCOMPARE(chat.view.selectedText(), u"needle"_s);
}

void TestWideBlocks::draggingBeyondTheSideScrollsTheBlock_data()
{
    addWideCode();
}

void TestWideBlocks::draggingBeyondTheSideScrollsTheBlock()
{
    QFETCH(QString, text);
    Chat chat(text);
    QVERIFY(chat.isShown());
    const MessageDocument::Range hit = chat.body().findMatch(TextMatcher(u"SELECT"_s), 0);
    const QRectF first = chat.body().rectOf(hit);
    const qreal y = first.center().y();
    QTest::mousePress(chat.view.viewport(), Qt::LeftButton, {}, chat.at({first.left() + 1, y}));
    chat.move(chat.at(first.center()));
    const QPoint beyond = chat.at({chat.body().codeBoxes().constFirst().box.right() + 55, y});
    chat.move(beyond);
    QTRY_COMPARE(chat.scroll().value, chat.scroll().maximum);
    QTRY_COMPARE(chat.view.selectedText().trimmed(), wideLine());
    const QPoint before = chat.at({chat.body().codeBoxes().constFirst().box.left() - 55, y});
    chat.move(before);
    QTRY_COMPARE(chat.scroll().value, 0.0);
    QTest::mouseRelease(chat.view.viewport(), Qt::LeftButton, {}, before);
    QVERIFY2(chat.view.selectedText().isEmpty(), qPrintable(chat.view.selectedText()));
}

void TestWideBlocks::aSelectionFromElsewhereScrollsNoBlock()
{
    Chat chat(listCode());
    QVERIFY(chat.isShown());
    const QRectF above = chat.body().rectOf(chat.body().findMatch(TextMatcher(u"Before"_s), 0));
    const QRectF code = chat.body().codeBoxes().constFirst().box;
    QTest::mousePress(chat.view.viewport(), Qt::LeftButton, {}, chat.at({above.left() + 1, above.center().y()}));
    chat.move(chat.at(above.center()));
    chat.move(chat.at({code.right() + 55, code.bottom() - 30}));
    bool later = false;
    QTimer::singleShot(200, &chat.view, [&later] { later = true; });
    QTRY_VERIFY(later);
    QCOMPARE(chat.scroll().value, 0.0);
    QTest::mouseRelease(chat.view.viewport(), Qt::LeftButton, {}, chat.at({code.right() + 55, code.bottom() - 30}));
    QVERIFY2(chat.view.selectedText().startsWith(u"• Before:\nSELECT"_s), qPrintable(chat.view.selectedText()));
}

void TestWideBlocks::theFocusedLinkMovesWithItsBlock()
{
    Chat chat(linksInAList());
    QVERIFY(chat.isShown());
    QSignalSpy activated(&chat.view, &TranscriptView::linkActivated);
    chat.view.setFocus();
    chat.view.setCurrentIndex(chat.model.index(chat.row));
    for (int i = 0; i < 30 && !(chat.view.focusedPart() && chat.view.focusedPart()->text.endsWith(linkLabel(9))); ++i)
        QTest::keyClick(&chat.view, Qt::Key_Right);
    QVERIFY(chat.view.focusedPart());
    QCOMPARE(chat.view.focusedPart()->kind, Kind::Link);
    const qreal value = chat.scroll().value;
    QVERIFY(value > 0);
    const int left = chat.view.focusedPart()->rect.left();
    QTest::keyClick(&chat.view, Qt::Key_Left, Qt::ShiftModifier);
    const qreal moved = value - chat.scroll().value;
    QVERIFY(moved > 0);
    QVERIFY2(qAbs(chat.view.focusedPart()->rect.left() - left - moved) <= 1.5,
             qPrintable(QString::number(chat.view.focusedPart()->rect.left() - left)));
    QTest::keyClick(&chat.view, Qt::Key_Return);
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.constFirst().constFirst().toString(), address(9));
}

QTEST_MAIN(TestWideBlocks)
#include "tst_wideblocks.moc"
