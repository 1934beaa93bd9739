// Code and tables inside lists and quotes that are wider than the text: they scroll in place, as those on the top level do.
#include "gui/chat/transcript/messagedelegate.h"
#include "gui/chat/transcript/messagedocument.h"
#include "gui/chat/transcript/transcriptview.h"
#include "gui/text/textmatcher.h"
#include "gui/theme.h"

#include <QApplication>
#include <QPainter>
#include <QScrollBar>
#include <QTest>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

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

QTEST_MAIN(TestWideBlocks)
#include "tst_wideblocks.moc"
