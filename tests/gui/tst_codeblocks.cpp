// What a person may choose about code in messages (CH-42): wrapped lines, numbers beside them, and how a diff is marked.
#include "gui/chat/transcript/messagedelegate.h"
#include "gui/chat/transcript/messagedocument.h"
#include "gui/chat/transcript/transcriptview.h"
#include "gui/settings/chatsection.h"
#include "gui/text/textmatcher.h"
#include "state/settings.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

using Kind = MessagePart::Kind;

constexpr qreal pageWidth = 400;

QString wideLine()
{
    return u"SELECT region, quarter, sum(units), avg(price), min(day), max(day) FROM sales_of_all_regions WHERE needle = alpha"_s;
}

QString wideCode()
{
    return u"Before\n\n```sql\n"_s + wideLine() + u"\nLIMIT some\n```\n\nAfter"_s;
}

QString nestedCode()
{
    return u"- Before:\n\n  ```sql\n  "_s + wideLine() + u"\n  LIMIT some\n  ```\n\n- After"_s;
}

QString longCode()
{
    QString text = u"```cpp\n"_s;
    for (int i = 0; i < 300; ++i)
        text += u"call(alpha, beta, gamma, delta, epsilon, zeta);\n"_s;
    return text + u"last(needle);\n```\n"_s;
}

struct Page {
    MarkdownStyle style = MarkdownStyle::from(QApplication::palette(), QApplication::font());
    std::unique_ptr<MessageDocument> document;

    Page(const QString &text, bool wraps, bool numbers)
    {
        style.wrapsCode = wraps;
        style.numbersCode = numbers;
        document = std::make_unique<MessageDocument>(style);
        document->setWidth(pageWidth);
        document->setText(text, MessageDocument::Mode::Markdown, true);
        measure();
    }
    void measure() const
    {
        for (int i = 0; i < 3; ++i)
            document->measure(0, 1e6);
    }
    [[nodiscard]] QRectF rectOf(const QString &word) const { return document->rectOf(document->findMatch(TextMatcher(word), 0)); }
    [[nodiscard]] QImage picture() const
    {
        QImage image(static_cast<int>(pageWidth), static_cast<int>(document->height()) + 1, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        document->paint(painter, QRectF(QPointF(), QSizeF(image.size())), QApplication::palette());
        return image;
    }
};

// An answer in a real view, under real keys and a real mouse.
struct Chat {
    TranscriptModel model;
    TranscriptView view;

    explicit Chat(const QString &answer)
    {
        Message message;
        message.role = Role::Assistant;
        message.content = answer;
        message.createdAt = QDateTime(QDate(2026, 3, 1), QTime(10, 2));
        model.append(message);
        view.setModel(&model);
        view.resize(520, 420);
        view.show();
    }
    [[nodiscard]] bool isShown() // call inside QVERIFY
    {
        return QTest::qWaitForWindowExposed(&view) && QTest::qWaitFor([this] { return !body().codeBoxes().isEmpty(); }, 5000);
    }
    [[nodiscard]] MessageItem &item()
    {
        return static_cast<MessageDelegate *>(view.itemDelegate())->item(model.index(0), view.viewport()->width());
    }
    [[nodiscard]] MessageDocument &body() { return item().body(); }
    [[nodiscard]] qsizetype scrolls() { return body().blockScrolls().size(); }
    void click(Kind kind) { QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.partRect(0, kind).center()); }
};

} // namespace

class TestCodeBlocks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void CH_42_aBlockIsWrappedByItsButton_data();
    void CH_42_aBlockIsWrappedByItsButton();
    void CH_42_theButtonIsReachedByKeys();
    void CH_42_wrappingIsASettingAndABlockMayDiffer();
    void CH_42_shortCodeHasNothingToWrap();
    void CH_42_numbersAreNoPartOfTheText();
    void CH_42_longCodeHasOneGutter();
    void CH_42_aDiffKeepsItsSignsAndMarksItsLines();
    void CH_42_bothAreChosenInTheSettings();
};

void TestCodeBlocks::CH_42_aBlockIsWrappedByItsButton_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("by itself") << wideCode();
    QTest::newRow("in a list") << nestedCode();
}

void TestCodeBlocks::CH_42_aBlockIsWrappedByItsButton()
{
    QFETCH(QString, text);
    Chat chat(text);
    QVERIFY(chat.isShown());
    QTRY_COMPARE(chat.scrolls(), 1);
    const qreal height = chat.body().height();
    chat.click(Kind::CodeWrap);
    QCOMPARE(chat.scrolls(), 0);
    QVERIFY(chat.body().height() > height);
    chat.click(Kind::CodeCopy);
    QCOMPARE(QApplication::clipboard()->text(), wideLine() + u"\nLIMIT some"_s); // nothing is cut into the text
    chat.view.resize(500, 400);                                                  // laid out anew
    QTRY_COMPARE(chat.scrolls(), 0);
    chat.click(Kind::CodeWrap);
    QCOMPARE(chat.scrolls(), 1);
}

void TestCodeBlocks::CH_42_theButtonIsReachedByKeys()
{
    Chat chat(wideCode());
    QVERIFY(chat.isShown());
    QTRY_COMPARE(chat.scrolls(), 1);
    chat.view.setFocus();
    chat.view.setCurrentIndex(chat.model.index(0));
    QSignalSpy told(&chat.view, &TranscriptView::partFocused);
    for (int i = 0; i < 12 && !(chat.view.focusedPart() != nullptr && chat.view.focusedPart()->kind == Kind::CodeWrap); ++i)
        QTest::keyClick(&chat.view, Qt::Key_Right);
    QVERIFY(chat.view.focusedPart() != nullptr);
    QCOMPARE(chat.view.focusedPart()->kind, Kind::CodeWrap);
    QCOMPARE(told.constLast().at(0).toString(), u"Wrap long lines"_s);
    QTest::keyClick(&chat.view, Qt::Key_Return);
    QCOMPARE(chat.scrolls(), 0);
    QCOMPARE(told.constLast().at(0).toString(), u"Do not wrap long lines"_s); // what it does now
    QTest::keyClick(&chat.view, Qt::Key_Return);
    QCOMPARE(chat.scrolls(), 1);
    for (const Kind next : {Kind::CodeCopy, Kind::CodeSave}) { // as they stand beside each other
        QTest::keyClick(&chat.view, Qt::Key_Right);
        QVERIFY(chat.view.focusedPart() != nullptr && chat.view.focusedPart()->kind == next);
    }
}

void TestCodeBlocks::CH_42_wrappingIsASettingAndABlockMayDiffer()
{
    for (const QString &text : {wideCode(), nestedCode()}) {
        const Page page(text, true, false);
        QVERIFY(page.document->blockScrolls().isEmpty());
        const QRectF needle = page.rectOf(u"needle"_s);
        QVERIFY(needle.width() > 0 && needle.right() <= pageWidth); // to be seen without scrolling
        const auto boxes = page.document->codeBoxes();
        QCOMPARE(boxes.size(), 1);
        QVERIFY(boxes.constFirst().wraps && boxes.constFirst().canWrap);
        page.document->setTurnedWraps({boxes.constFirst().key});
        page.measure();
        QCOMPARE(page.document->blockScrolls().size(), 1);
        QVERIFY(!page.document->codeBoxes().constFirst().wraps);
    }
}

void TestCodeBlocks::CH_42_shortCodeHasNothingToWrap()
{
    Chat chat(u"```sql\nSELECT one\n```\n"_s);
    QVERIFY(chat.isShown());
    QVERIFY(chat.view.partRect(0, Kind::CodeCopy).isValid());
    QVERIFY(chat.view.partRect(0, Kind::CodeWrap).isEmpty());
}

void TestCodeBlocks::CH_42_numbersAreNoPartOfTheText()
{
    for (const QString &text : {wideCode(), nestedCode(), longCode(), u"```\nneedle\nalpha\n```\n"_s}) {
        const Page plain(text, false, false);
        const Page numbered(text, false, true);
        QCOMPARE(numbered.document->plainText(), plain.document->plainText());
        QCOMPARE(numbered.document->selectedText({0, 0}, numbered.document->endPlace()),
                 plain.document->selectedText({0, 0}, plain.document->endPlace()));
        QCOMPARE(numbered.document->findMatch(TextMatcher(u"1"_s), 0).from.segment, -1); // nothing of it is found
        QCOMPARE(numbered.document->codeText(numbered.document->codeBoxes().constFirst()),
                 plain.document->codeText(plain.document->codeBoxes().constFirst()));
        if (numbered.document->blockScrolls().size() == plain.document->blockScrolls().size())
            QCOMPARE(numbered.document->height(), plain.document->height());
        QVERIFY(numbered.picture() != plain.picture());
    }
    const QString code = u"```\nneedle\nalpha\n```\n"_s;
    const Page plain(code, false, false);
    const Page numbered(code, false, true);
    QVERIFY(numbered.rectOf(u"needle"_s).left() > plain.rectOf(u"needle"_s).left()); // room for them
    const QRectF line = numbered.rectOf(u"alpha"_s);
    const QImage picture = numbered.picture();
    const QRect strip(0, qRound(line.top()), qRound(line.left()) - 2, qRound(line.height()));
    bool isPainted = false;
    for (int y = strip.top(); y < strip.bottom(); ++y) {
        for (int x = strip.left(); x < strip.right(); ++x)
            isPainted = isPainted || picture.pixel(x, y) != picture.pixel(static_cast<int>(pageWidth) - 10, y);
    }
    QVERIFY(isPainted);
}

void TestCodeBlocks::CH_42_longCodeHasOneGutter()
{
    const Page page(longCode(), false, true);
    QVERIFY(page.document->segmentCount() > 3);
    const auto gutterOf = [&page](int segment) {
        return page.document->document(segment).lastBlock().blockFormat().doubleProperty(markdown::CodeGutter);
    };
    QVERIFY(gutterOf(0) > 0);
    for (int i = 1; i < page.document->segmentCount(); ++i)
        QCOMPARE(gutterOf(i), gutterOf(0));
    const int last = page.document->findMatch(TextMatcher(u"needle"_s), 0).from.segment;
    QCOMPARE(last, page.document->segmentCount() - 1);
    // What is scrolled sideways passes under no number.
    const auto scrolls = page.document->blockScrolls();
    for (const MessageDocument::BlockScroll &scroll : scrolls)
        QVERIFY(scroll.track.left() >= gutterOf(0));
}

void TestCodeBlocks::CH_42_aDiffKeepsItsSignsAndMarksItsLines()
{
    const Page page(u"```diff\n--- a/file\n+++ b/file\n-removed\n+added\n same\n```\n"_s, false, false);
    QVERIFY(page.document->plainText().contains(u"-removed"_s) && page.document->plainText().contains(u"+added"_s));
    const QImage picture = page.picture();
    const auto at = [&](const QString &word, int x) { return picture.pixel(x, qRound(page.rectOf(word).center().y())); };
    const int inside = static_cast<int>(pageWidth) - 10; // nothing but background
    QCOMPARE(at(u"removed"_s, 1), page.style.code.of(CodeToken::Removed).rgb());
    QCOMPARE(at(u"added"_s, 1), page.style.code.of(CodeToken::Added).rgb());
    QCOMPARE(at(u"same"_s, 1), at(u"same"_s, inside));
    QCOMPARE(at(u"b/file"_s, 1), at(u"b/file"_s, inside)); // the name of a file
    const Page numbered(u"```diff\n-removed\n+added\n```\n"_s, true, true);
    QVERIFY(!numbered.picture().isNull());
}

void TestCodeBlocks::CH_42_bothAreChosenInTheSettings()
{
    const QTemporaryDir dir;
    Settings settings(dir.filePath(u"settings.json"_s));
    ChatSection section(settings);
    section.show();
    auto *wraps = section.findChild<QCheckBox *>(u"codeWraps"_s);
    auto *numbers = section.findChild<QCheckBox *>(u"codeNumbers"_s);
    QVERIFY(wraps != nullptr && !wraps->isChecked() && numbers != nullptr && !numbers->isChecked());
    QTest::keyClick(wraps, Qt::Key_Space);
    QTest::keyClick(numbers, Qt::Key_Space);
    QVERIFY(settings.value(Settings::Key::CodeWraps).toBool() && settings.value(Settings::Key::CodeNumbers).toBool());
    Chat chat(wideCode());
    QVERIFY(chat.isShown());
    QTRY_COMPARE(chat.scrolls(), 1);
    chat.view.setCodeLook(true, true);
    QTRY_COMPARE(chat.scrolls(), 0);
    QVERIFY(chat.body().codeBoxes().constFirst().wraps);
    chat.view.setLayoutDirection(Qt::RightToLeft);
    QTRY_VERIFY(!chat.body().codeBoxes().isEmpty());
    QVERIFY(chat.body().codeBoxes().constFirst().wraps); // another look of everything keeps the choice
    QVERIFY(!chat.view.grab().isNull());
}

QTEST_MAIN(TestCodeBlocks)
#include "tst_codeblocks.moc"
