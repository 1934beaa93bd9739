// The sources of an answer in the real window (CH-56, CH-57): chips while the answer is written, passages, and the document itself.
#include "guifixture.h"

#include "gui/chat/chatpage.h"
#include "gui/chat/compose/composeredit.h"
#include "gui/chat/source/quotefinder.h"
#include "gui/chat/source/sourcelines.h"
#include "gui/chat/source/sourcepanel.h"
#include "gui/chat/source/sourcepicture.h"
#include "gui/chat/transcript/transcriptview.h"
#include "gui/text/markdownstyle.h"
#include "gui/text/safetextbrowser.h"
#include "gui/theme.h"
#include "state/chat/sourcefetch.h"

#include <QBuffer>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTextBlock>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using Kind = MessagePart::Kind;

namespace {

QByteArray frame(const QByteArray &type, const QByteArray &data)
{
    return "event: " + type + "\ndata: " + data + "\n\n";
}

QByteArray started()
{
    return frame(
        "tool_start",
        R"({"type":"tool_start","source":"document_search","message":"Looking","data":{"tool_name":"document_search","input":{"query":"x"}}})");
}

QByteArray found(const QByteArray &results)
{
    return frame("tool_result", R"({"type":"tool_result","source":"document_search","message":"Found","data":{"found":true,"results":[)" +
                                    results + "]}}");
}

QByteArray hit(const QByteArray &file, int page, double score, const QByteArray &quote)
{
    return R"({"file_id":")" + file + R"(","filename":")" + file + R"(","page_number":)" + QByteArray::number(page) + R"(,"text":")" +
           quote + R"(","score":)" + QByteArray::number(score) + "}";
}

QByteArray text(const QByteArray &words)
{
    return frame("content", R"({"type":"content","source":"agent","message":")" + words + R"(","data":{"streaming":true,"partial":true}})");
}

QByteArray ending()
{
    return frame("message_complete", R"({"message_id":"m2","conversation_id":"c9"})");
}

struct Desk : GuiFixture {
    QList<QByteArray> turn;
    Scripted::End end = Scripted::End::Close;
    QHash<QByteArray, QList<Scripted>> files; // answers by id, one after the other, the last one again and again

    Desk()
    {
        script = [this](const Received &request) {
            if (request.method == "POST" && request.target.contains("/chat/message"))
                return eventStream(turn, end);
            if (request.target.startsWith("/conversations/c9/messages"))
                return json(R"({"messages":[],"total":0})");
            if (request.target.startsWith("/conversations/c9"))
                return json(R"({"id":"c9","title":"Offers"})");
            if (request.target.startsWith("/files/")) {
                QList<Scripted> &answers = files[request.target.mid(7)];
                return answers.isEmpty() ? reply(404, R"({"detail":"no"})") : answers.size() > 1 ? answers.takeFirst() : answers.first();
            }
            return sample(request.target);
        };
    }
    void give(const QByteArray &id, const QByteArray &bytes) { files[id] << reply(200, bytes, "application/octet-stream"); }
    // Inside QVERIFY: the answer with these hits, whole, and its panel at the first chip.
    [[nodiscard]] bool openWith(const QByteArray &hits)
    {
        turn = {started(), found(hits), text("40 euros."), ending()};
        if (!show() || !openAndLoad())
            return false;
        ask();
        const auto isWhole = [this] { return rows().rowCount() == 2 && answer().state == MessageState::Complete; };
        if (!QTest::qWaitFor(isWhole, 5000))
            return false;
        click(0);
        return QTest::qWaitFor([this] { return panel().isVisible() && words()->hasFocus(); }, 5000);
    }
    void ask()
    {
        auto *edit = find<ComposerEdit>("composerText");
        edit->setFocus();
        QTest::keyClicks(edit, u"Price?"_s);
        QTest::keyClick(edit, Qt::Key_Return);
    }
    [[nodiscard]] TranscriptView &view() { return *window->chat().transcript(); }
    [[nodiscard]] TranscriptModel &rows() { return window->chat().session()->transcript(); }
    [[nodiscard]] const Message &answer() { return rows().messageAt(rows().rowCount() - 1); }
    [[nodiscard]] QStringList chips()
    {
        MessageItem item(MarkdownStyle::from(view().palette(), view().font()), view().font());
        item.setMessage(answer(), {});
        item.layout(view().viewport()->width(), Qt::LeftToRight);
        QStringList all;
        for (const MessagePart &part : item.parts()) {
            if (part.kind == Kind::Citation)
                all << part.text.simplified();
        }
        return all;
    }
    void click(int citation)
    {
        const int row = rows().rowCount() - 1;
        view().scrollTo(rows().index(row));
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, view().partRect(row, Kind::Citation, citation).center());
    }
    [[nodiscard]] SourcePanel &panel() { return *find<SourcePanel>("sourcePanel"); }
    template <typename T>
    [[nodiscard]] T *part(const char *name)
    {
        return panel().findChild<T *>(QLatin1StringView(name));
    }
    [[nodiscard]] SafeTextBrowser *words() { return part<SafeTextBrowser>("sourceQuote"); }
    [[nodiscard]] QPlainTextEdit *lines() { return part<QPlainTextEdit>("sourceLines"); }
    [[nodiscard]] QPushButton *showButton() { return part<QPushButton>("sourceShow"); }
    [[nodiscard]] QString status() { return part<QLabel>("sourceStatusText")->text(); }
    [[nodiscard]] QString note()
    {
        const auto *label = part<QLabel>("sourceNote");
        return label->isVisible() ? label->text() : QString();
    }
    [[nodiscard]] int fetched() const
    {
        int count = 0;
        for (const Received &request : server.received())
            count += request.target.startsWith("/files/") ? 1 : 0;
        return count;
    }
    [[nodiscard]] static QString marked(const QList<QTextEdit::ExtraSelection> &marks)
    {
        return marks.isEmpty() ? QString() : marks.first().cursor.selectedText().simplified();
    }
};

// Numbered lines with one that is worth finding.
QByteArray handbook(int count, int at, const QByteArray &special)
{
    QByteArray all;
    for (int line = 1; line <= count; ++line)
        all += (line == at ? special : "Line " + QByteArray::number(line) + " says nothing of it.") + '\n';
    return all;
}

} // namespace

class TestSources : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup();

    void CH_56_chipsStandWhileTheAnswerIsWrittenOneForEachDocument();
    void CH_56_aPercentSignInANameIsOne();
    void CH_56_theOtherPassagesAreInThePanelByKeys();
    void CH_57_aDocumentIsFetchedOnlyWhenItIsAskedFor();
    void CH_57_thePassageIsMarkedAndSearchedInTheDocument();
    void CH_57_aSearchGoesOnInTheDocument();
    void CH_57_markdownHasItsHeadingsAsContents();
    void CH_57_aDocumentFollowsTheColoursOfTheDesktop();
    void CH_57_pagesOfAPlainTextAreItsContents();
    void CH_57_aLongDocumentIsCutAndSaysSo();
    void CH_57_wordsThatAreGoneAreSaid();
    void CH_57_fetchingIsCancelledByKeys();
    void CH_57_aClosedPanelFetchesNothingOn();
    void CH_57_aDocumentStillTakenInIsTriedAgainByKeys();
    void CH_57_whatCannotBeShownIsSaid_data();
    void CH_57_whatCannotBeShownIsSaid();
    void CH_57_onATeamServerItIsSaidWhy();
    void CH_57_aPictureIsShown();
    void REND_02_aHostileDocumentIsOnlyText();
    void CH_57_rightToLeftAndLargeLetters();

    void CH_57_aQuoteIsFoundWhateverItsSpaces_data();
    void CH_57_aQuoteIsFoundWhateverItsSpaces();
    void CH_57_aQuoteOfVeryManyLinesIsLookedForWithinBounds();
    void CH_57_theNearestOneIsTaken();
    void CH_57_linesKeepTheirNumbers();
};

void TestSources::cleanup()
{
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows)
        window->close();
}

// ------------------------------------------------------------------------------------------------ chips and passages

void TestSources::CH_56_chipsStandWhileTheAnswerIsWrittenOneForEachDocument()
{
    Desk desk;
    desk.end = Scripted::End::Hold;
    desk.turn = {
        started(),
        found(hit("offer.pdf", 1, 0.2, "One.") + ',' + hit("notes.txt", 4, 0.9, "Four.") + ',' + hit("offer.pdf", 7, 0.8, "Seven.")),
        text("40 ")};
    QVERIFY(desk.show());
    QVERIFY(desk.openAndLoad());
    desk.ask();
    QTRY_VERIFY(desk.rows().rowCount() == 2 && desk.answer().content == u"40 "_s);
    QCOMPARE(desk.answer().state, MessageState::Streaming);
    QCOMPARE(desk.chips(), (QStringList{u"1 offer.pdf, page 7"_s, u"2 notes.txt, line 4"_s}));
    desk.click(0);
    QVERIFY(desk.panel().isVisible());
    QVERIFY(desk.part<QLabel>("sourceName")->text().contains(u"page 7"_s)); // the best one
    QCOMPARE(desk.words()->toPlainText(), u"Seven."_s);
    QCOMPARE(desk.part<QLabel>("sourceTitle")->text(), u"Source 1 of 2"_s);
    QTest::keyClick(desk.words(), Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(desk.words()->toPlainText(), u"Four."_s);
}

void TestSources::CH_56_aPercentSignInANameIsOne()
{
    Desk desk;
    QVERIFY(desk.openWith(hit("C%2B%2B.pdf", 7, 0.8, "Seven.") + ',' + hit("50%1.txt", 4, 0.9, "Four.")));
    QCOMPARE(desk.chips(), (QStringList{u"1 C%2B%2B.pdf, page 7"_s, u"2 50%1.txt, line 4"_s}));
}

void TestSources::CH_56_theOtherPassagesAreInThePanelByKeys()
{
    Desk desk;
    QVERIFY(desk.openWith(hit("offer.pdf", 1, 0.2, "One.") + ',' + hit("offer.pdf", 7, 0.8, "Seven.") + ',' +
                          hit("offer.pdf", 9, 0.5, "Nine.") + ',' + hit("notes.txt", 4, 0.9, "Four.")));
    auto *passages = desk.part<QListWidget>("sourcePassages");
    QVERIFY(passages->isVisible());
    QCOMPARE(passages->count(), 3);
    QCOMPARE(passages->currentRow(), 1);
    QVERIFY(passages->item(0)->text().contains(u"1"_s) && passages->item(0)->text().contains(u"One."_s));
    passages->setFocus();
    QTest::keyClick(passages, Qt::Key_Down);
    QCOMPARE(desk.words()->toPlainText(), u"Nine."_s);
    QVERIFY(desk.part<QLabel>("sourceName")->text().contains(u"page 9"_s));
    QVERIFY(passages->hasFocus());
    QTest::keyClick(passages, Qt::Key_Home);
    QCOMPARE(desk.words()->toPlainText(), u"One."_s);
    QTest::keyClick(passages, Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(desk.words()->toPlainText(), u"Four."_s);
    QVERIFY(!passages->isVisible()); // there is no other
    QCOMPARE(desk.fetched(), 0);
}

// ------------------------------------------------------------------------------------------------ the document

void TestSources::CH_57_aDocumentIsFetchedOnlyWhenItIsAskedFor()
{
    Desk desk;
    desk.give("notes.txt", handbook(40, 4, "The price is 40 euros."));
    desk.give("more.txt", "Only this.\n");
    QVERIFY(desk.openWith(hit("notes.txt", 4, 0.9, "The price is 40 euros.") + ',' + hit("more.txt", 1, 0.5, "Only this.")));
    QCOMPARE(desk.fetched(), 0);
    QVERIFY(desk.showButton()->isEnabled() && !desk.showButton()->isChecked());
    QTest::keyClick(desk.words(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.lines()->isVisible());
    QCOMPARE(desk.fetched(), 1);
    QVERIFY(desk.showButton()->isChecked());
    QVERIFY(desk.lines()->hasFocus());
    QVERIFY(desk.lines()->toPlainText().contains(u"Line 39 says nothing of it."_s));
    QTest::keyClick(desk.lines(), Qt::Key_Right, Qt::AltModifier); // the choice stays
    QTRY_VERIFY(desk.lines()->isVisible() && desk.lines()->toPlainText() == u"Only this."_s);
    QCOMPARE(desk.fetched(), 2);
    QTest::keyClick(desk.lines(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(desk.words()->isVisible() && desk.words()->hasFocus());
    QCOMPARE(desk.words()->toPlainText(), u"Only this."_s);
    QTest::keyClick(desk.words(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.lines()->isVisible());
    QCOMPARE(desk.fetched(), 3);
    QTest::keyClick(desk.lines(), Qt::Key_Escape);
    QVERIFY(!desk.panel().isVisible());
    desk.click(0); // and ends with the panel
    QVERIFY(desk.words()->isVisible() && !desk.showButton()->isChecked());
    QCOMPARE(desk.fetched(), 3);
    QVERIFY(desk.dialogs.questions.isEmpty() && desk.dialogs.opened.isEmpty());
}

void TestSources::CH_57_thePassageIsMarkedAndSearchedInTheDocument()
{
    Desk desk;
    desk.give("notes.txt", handbook(900, 700, "The   price is\n40 euros.") + "The price again.\n");
    QVERIFY(desk.openWith(hit("notes.txt", 700, 0.9, "The price is 40 euros.\u2026") + ',' +
                          hit("notes.txt", 20, 0.2, "Line 20 says nothing of it.")));
    QTest::mouseClick(desk.showButton(), Qt::LeftButton);
    QTRY_VERIFY(desk.lines()->isVisible());
    QCOMPARE(Desk::marked(desk.lines()->extraSelections()), u"The price is 40 euros."_s);
    QCOMPARE(desk.lines()->textCursor().blockNumber(), 699);
    QVERIFY(desk.lines()->viewport()->rect().intersects(desk.lines()->cursorRect()));
    QCOMPARE(desk.note(), QString());
    auto *passages = desk.part<QListWidget>("sourcePassages");
    passages->setFocus();
    QTest::keyClick(passages, Qt::Key_Down);
    QCOMPARE(Desk::marked(desk.lines()->extraSelections()), u"Line 20 says nothing of it."_s);
    QVERIFY(desk.lines()->viewport()->rect().intersects(desk.lines()->cursorRect()));
    QTest::keyClick(passages, Qt::Key_F, Qt::ControlModifier);
    auto *search = desk.part<QLineEdit>("sourceFind");
    QTRY_VERIFY(search->hasFocus());
    QTest::keyClicks(search, u"price"_s);
    QCOMPARE(desk.part<QLabel>("sourceFindCount")->text(), u"1 of 2"_s);
    QCOMPARE(desk.lines()->textCursor().blockNumber(), 699);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(desk.part<QLabel>("sourceFindCount")->text(), u"2 of 2"_s);
    QCOMPARE(desk.lines()->textCursor().blockNumber(), 901);
    QVERIFY(desk.lines()->viewport()->rect().intersects(desk.lines()->cursorRect()));
    QCOMPARE(desk.fetched(), 1); // one document, whichever of its passages
}

void TestSources::CH_57_aSearchGoesOnInTheDocument()
{
    Desk desk;
    desk.give("notes.txt", handbook(100, 50, "The price is 40 euros.") + "A price.\n");
    QVERIFY(desk.openWith(hit("notes.txt", 50, 0.9, "The price is 40 euros.")));
    auto *search = desk.part<QLineEdit>("sourceFind");
    search->setFocus();
    QTest::keyClicks(search, u"price"_s);
    QCOMPARE(desk.part<QLabel>("sourceFindCount")->text(), u"1 of 1"_s);
    QTest::keyClick(search, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.lines()->isVisible());
    QVERIFY(search->hasFocus()); // who is typing goes on typing
    QCOMPARE(desk.part<QLabel>("sourceFindCount")->text(), u"1 of 2"_s);
    QCOMPARE(desk.lines()->extraSelections().size(), 3); // the passage and both matches
    QCOMPARE(desk.lines()->textCursor().blockNumber(), 49);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(desk.lines()->textCursor().blockNumber(), 100);
}

void TestSources::CH_57_markdownHasItsHeadingsAsContents()
{
    Desk desk;
    QByteArray document = "# Offer\n\nWords.\n\n## Prices\n\nThe **price** is [40 euros](https://example.com/).\n\n";
    for (int i = 0; i < 200; ++i)
        document += "Paragraph " + QByteArray::number(i) + ".\n\n";
    document += "## Notice\n\nThree months. <img src=\"file:///etc/passwd\">\n";
    desk.give("offer.md", document);
    QVERIFY(desk.openWith(hit("offer.md", 7, 0.9, "The **price** is")));
    QTest::keyClick(desk.words(), Qt::Key_Return, Qt::ControlModifier);
    auto *contents = desk.part<QComboBox>("sourceContents");
    QTRY_VERIFY(contents->isVisible());
    QVERIFY(desk.words()->isVisible());
    QCOMPARE(contents->count(), 3);
    QCOMPARE(contents->itemText(1).trimmed(), u"Prices"_s);
    QCOMPARE(Desk::marked(desk.words()->extraSelections()), u"The price is"_s);
    contents->setFocus();
    QTest::keyClick(contents, Qt::Key_End);
    QCOMPARE(contents->currentText().trimmed(), u"Notice"_s);
    QCOMPARE(desk.words()->textCursor().block().text(), u"Notice"_s);
    QVERIFY(desk.words()->viewport()->rect().intersects(desk.words()->cursorRect()));
    QVERIFY(contents->hasFocus());
    QVERIFY(desk.words()->toPlainText().contains(u"<img"_s));
    QCOMPARE(desk.words()->refusedResources(), 0);
    QTest::keyClick(contents, Qt::Key_Escape);
    QVERIFY(!desk.panel().isVisible());
}

void TestSources::CH_57_aDocumentFollowsTheColoursOfTheDesktop()
{
    Desk desk;
    desk.give("offer.md", "# Offer\n\nThe **price** is [40 euros](https://example.com/).\n\n## Notice\n\nThree months.\n");
    QVERIFY(desk.openWith(hit("offer.md", 3, 0.9, "The **price** is")));
    desk.theme.apply(u"light"_s);
    QTest::keyClick(desk.words(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.part<QComboBox>("sourceContents")->isVisible());
    const auto linkColor = [&desk] {
        QTextCursor link = desk.words()->document()->find(u"40 euros"_s);
        return link.charFormat().foreground().color();
    };
    const auto colorOf = [&desk](const QPalette &palette) { return MarkdownStyle::from(palette, desk.words()->font()).link; };
    QVERIFY(colorOf(Theme::lightPalette()) != colorOf(Theme::darkPalette()));
    QCOMPARE(linkColor(), colorOf(Theme::lightPalette()));
    desk.theme.apply(u"dark"_s);
    QTRY_COMPARE(linkColor(), colorOf(Theme::darkPalette()));
    QCOMPARE(Desk::marked(desk.words()->extraSelections()), u"The price is"_s);
}

void TestSources::CH_57_pagesOfAPlainTextAreItsContents()
{
    Desk desk;
    desk.give("scan.txt", handbook(60, 1, "First page.") + '\f' + handbook(60, 1, "Second page.") + '\f' + handbook(60, 1, "Third page."));
    QVERIFY(desk.openWith(hit("scan.txt", 0, 0.9, "Second page.")));
    QTest::keyClick(desk.words(), Qt::Key_Return, Qt::ControlModifier);
    auto *contents = desk.part<QComboBox>("sourceContents");
    QTRY_VERIFY(contents->isVisible());
    QCOMPARE(contents->count(), 3);
    QCOMPARE(contents->itemText(2), u"Page 3"_s);
    QCOMPARE(desk.lines()->textCursor().block().text(), u"Second page."_s);
    contents->setFocus();
    QTest::keyClick(contents, Qt::Key_End);
    QCOMPARE(desk.lines()->textCursor().block().text(), u"Third page."_s);
}

void TestSources::CH_57_aLongDocumentIsCutAndSaysSo()
{
    Desk desk;
    desk.give("long.txt", handbook(150'000, 30'000, "The price is 40 euros."));
    QVERIFY(desk.openWith(hit("long.txt", 30'000, 0.9, "The price is 40 euros.") + ',' +
                          hit("long.txt", 149'000, 0.1, "Line 149000 says nothing of it.")));
    QTest::keyClick(desk.words(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(desk.lines()->isVisible(), 20'000);
    QVERIFY2(desk.note().contains(u"Only the first"_s), qPrintable(desk.note()));
    QVERIFY(!desk.note().contains(u"are not in"_s));
    QCOMPARE(desk.lines()->textCursor().blockNumber(), 29'999);
    auto *passages = desk.part<QListWidget>("sourcePassages");
    passages->setFocus();
    QTest::keyClick(passages, Qt::Key_Down);
    QVERIFY2(desk.note().contains(u"this part"_s), qPrintable(desk.note()));
}

void TestSources::CH_57_wordsThatAreGoneAreSaid()
{
    Desk desk;
    desk.give("notes.txt", handbook(40, 4, "The price is 50 euros."));
    QVERIFY(desk.openWith(hit("notes.txt", 4, 0.9, "The price is 40 euros.")));
    QTest::keyClick(desk.words(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.lines()->isVisible());
    QVERIFY(desk.note().contains(u"are not in"_s));
    QCOMPARE(desk.lines()->textCursor().blockNumber(), 3); // at least the line
    QVERIFY(desk.lines()->extraSelections().isEmpty());
}

void TestSources::CH_57_fetchingIsCancelledByKeys()
{
    Desk desk;
    Scripted slow = reply(200, QByteArray(100'000, 'x'), "application/octet-stream");
    slow.dripBytes = 2000; // progress is told ten times a second at most
    slow.dripMs = 50;
    desk.files["notes.txt"] << cut(slow, 60'000, Scripted::End::Hold) << reply(200, "The price is 40 euros.\n", "application/octet-stream");
    QVERIFY(desk.openWith(hit("notes.txt", 1, 0.9, "The price is 40 euros.")));
    QTest::keyClick(desk.words(), Qt::Key_Return, Qt::ControlModifier);
    auto *cancel = desk.part<QPushButton>("sourceCancel");
    QTRY_VERIFY(cancel->isVisible() && desk.part<QProgressBar>("sourceProgress")->value() > 0);
    QVERIFY(desk.words()->isVisible()); // the quote stays meanwhile
    cancel->setFocus();
    QTest::keyClick(cancel, Qt::Key_Space);
    QVERIFY(!cancel->isVisible() && !desk.showButton()->isChecked());
    QVERIFY(desk.words()->hasFocus());
    QTest::keyClick(desk.words(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.lines()->isVisible());
    QVERIFY(!desk.part<QWidget>("sourceStatus")->isVisible());
}

void TestSources::CH_57_aClosedPanelFetchesNothingOn()
{
    Desk desk;
    Scripted slow = reply(200, QByteArray(100'000, 'x'), "application/octet-stream");
    slow.dripBytes = 2000; // progress is told ten times a second at most
    slow.dripMs = 50;
    desk.files["notes.txt"] << cut(slow, 60'000, Scripted::End::Hold);
    QVERIFY(desk.openWith(hit("notes.txt", 1, 0.9, "The price is 40 euros.")));
    QTest::keyClick(desk.words(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.part<QProgressBar>("sourceProgress")->value() > 0);
    QVERIFY(desk.panel().findChild<SourceFetch *>() != nullptr);
    QTest::keyClick(desk.words(), Qt::Key_Escape);
    QVERIFY(!desk.panel().isVisible());
    QVERIFY(desk.panel().findChild<SourceFetch *>() == nullptr);
    QVERIFY(desk.words()->toPlainText().isEmpty());
    desk.click(0);
    QTRY_VERIFY(desk.panel().isVisible());
    QVERIFY(!desk.showButton()->isChecked());
    QCOMPARE(desk.words()->toPlainText(), u"The price is 40 euros."_s);
    QCOMPARE(desk.fetched(), 1);
}

void TestSources::CH_57_aDocumentStillTakenInIsTriedAgainByKeys()
{
    Desk desk;
    desk.files["notes.txt"] << reply(425, R"({"detail":"processing"})")
                            << reply(200, "The price is 40 euros.\n", "application/octet-stream");
    QVERIFY(desk.openWith(hit("notes.txt", 1, 0.9, "The price is 40 euros.")));
    QTest::keyClick(desk.words(), Qt::Key_Return, Qt::ControlModifier);
    auto *retry = desk.part<QPushButton>("sourceRetry");
    QTRY_VERIFY(retry->isVisible());
    QVERIFY2(desk.status().contains(u"still taking this document in"_s), qPrintable(desk.status()));
    QVERIFY(desk.words()->isVisible());
    retry->setFocus();
    QTest::keyClick(retry, Qt::Key_Space);
    QTRY_VERIFY(desk.lines()->isVisible());
    QCOMPARE(desk.fetched(), 2);
    QVERIFY(!retry->isVisible());
}

void TestSources::CH_57_whatCannotBeShownIsSaid_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("fetched");
    QTest::addColumn<QString>("words");
    QTest::newRow("PDF") << QByteArray("offer.pdf") << QByteArray("%PDF-1.7") << 0 << u"PDF documents can be saved, but not shown here."_s;
    QTest::newRow("office") << QByteArray("offer.docx") << QByteArray("PK") << 0 << u"can be saved, but not shown here"_s;
    QTest::newRow("no text") << QByteArray("offer.txt") << QByteArray(1000, '\0') << 1 << u"This file is not text"_s;
    QTest::newRow("no picture") << QByteArray("plan.png") << QByteArray("<svg/>") << 1 << u"This is not a picture"_s;
    QTest::newRow("empty") << QByteArray("offer.txt") << QByteArray("  \n") << 1 << u"The document is empty"_s;
}

void TestSources::CH_57_whatCannotBeShownIsSaid()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, bytes);
    QFETCH(int, fetched);
    QFETCH(QString, words);
    Desk desk;
    desk.give(name, bytes);
    QVERIFY(desk.openWith(hit(name, 1, 0.9, "The price is 40 euros.")));
    QTest::keyClick(desk.words(), Qt::Key_Return, Qt::ControlModifier);
    if (fetched == 0) {
        QVERIFY(!desk.showButton()->isEnabled() && !desk.showButton()->isChecked());
        QVERIFY2(desk.part<QLabel>("sourceProblem")->text().contains(words), qPrintable(desk.part<QLabel>("sourceProblem")->text()));
    } else {
        QTRY_VERIFY2(desk.status().contains(words), qPrintable(desk.status()));
        QVERIFY(!desk.part<QPushButton>("sourceRetry")->isVisible());
    }
    QCOMPARE(desk.fetched(), fetched);
    QCOMPARE(desk.words()->toPlainText(), u"The price is 40 euros."_s);
    QVERIFY(desk.words()->isVisible());
    QVERIFY(desk.part<QPushButton>("sourceOriginal")->isEnabled());
}

void TestSources::CH_57_onATeamServerItIsSaidWhy()
{
    Desk desk;
    desk.features.clear();
    QVERIFY(desk.openWith(hit("offer.txt", 1, 0.2, "One.") + ',' + hit("offer.txt", 7, 0.8, "Seven.")));
    QCOMPARE(desk.words()->toPlainText(), u"Seven."_s);
    QCOMPARE(desk.part<QListWidget>("sourcePassages")->count(), 2);
    QVERIFY(!desk.showButton()->isEnabled());
    QVERIFY(!desk.part<QPushButton>("sourceOriginal")->isEnabled());
    QVERIFY(desk.part<QLabel>("sourceProblem")->text().contains(u"another application"_s));
    QTest::keyClick(desk.words(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(desk.words()->toPlainText(), u"Seven."_s);
    QCOMPARE(desk.fetched(), 0);
}

void TestSources::CH_57_aPictureIsShown()
{
    QImage image(300, 200, QImage::Format_RGB32);
    image.fill(Qt::green);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QVERIFY(buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "PNG"));
    Desk desk;
    desk.give("plan.png", bytes);
    QVERIFY(desk.openWith(hit("plan.png", 0, 0.9, "Ground floor")));
    QTest::keyClick(desk.words(), Qt::Key_Return, Qt::ControlModifier);
    auto *picture = desk.part<SourcePicture>("sourcePicture");
    QTRY_VERIFY(picture->isVisible());
    QVERIFY(picture->hasFocus());
    QCOMPARE(picture->image().size(), QSize(300, 200));
    QVERIFY(picture->accessibleName().contains(u"plan.png"_s));
    const QImage seen = picture->grab().toImage();
    QCOMPARE(seen.pixelColor(seen.rect().center()), QColor(Qt::green));
    QVERIFY(desk.note().isEmpty());
    QTest::keyClick(picture, Qt::Key_Escape);
    QVERIFY(!desk.panel().isVisible());
}

void TestSources::REND_02_aHostileDocumentIsOnlyText()
{
    Desk desk;
    const QByteArray evil = "<html><img src=\"" + desk.server.url().toEncoded() +
                            "/beacon\"><script>alert(1)</script>\n\xe2\x80\xaegnp.exe\n\x1b[31mred\n" + QByteArray(1'500'000, 'x') +
                            "\nThe price is 40 euros.\n" + QByteArray(200'000, '\n');
    desk.give("page.html", evil);
    QVERIFY(desk.openWith(hit("page.html", 5, 0.9, "The price is 40 euros.")));
    QTest::keyClick(desk.words(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(desk.lines()->isVisible(), 20'000);
    const QString seen = desk.lines()->toPlainText();
    QVERIFY(seen.startsWith(u"<html><img src="_s));
    QVERIFY(!seen.contains(QChar(0x202e)) && !seen.contains(QChar(0x1b)));
    QVERIFY(desk.lines()->blockCount() <= SourceLines::mostLines);
    for (QTextBlock block = desk.lines()->document()->begin(); block.isValid(); block = block.next())
        QVERIFY(block.length() <= 5000);
    QCOMPARE(Desk::marked(desk.lines()->extraSelections()), u"The price is 40 euros."_s);
    QVERIFY(!desk.lines()->grab().isNull());
    for (const Received &request : desk.server.received())
        QVERIFY(!request.target.contains("beacon"));
}

void TestSources::CH_57_rightToLeftAndLargeLetters()
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    Desk desk;
    const QByteArray words = u"המחיר הוא 40 אירו."_s.toUtf8();
    desk.give("notes.txt", handbook(200, 150, words));
    QVERIFY(desk.openWith(hit("notes.txt", 150, 0.9, words) + ',' + hit("notes.txt", 2, 0.1, "Line 2 says nothing of it.")));
    QFont large = desk.panel().font();
    large.setPointSizeF(large.pointSizeF() * 2);
    desk.panel().setFont(large);
    QTest::keyClick(desk.words(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.lines()->isVisible());
    QCOMPARE(Desk::marked(desk.lines()->extraSelections()), QString::fromUtf8(words));
    QVERIFY(desk.lines()->viewport()->rect().intersects(desk.lines()->cursorRect()));
    for (const char *name : {"sourceShow", "sourceOriginal", "sourceFind", "sourcePassages"}) {
        const auto *part = desk.part<QWidget>(name);
        QVERIFY2(part->isVisible() && desk.panel().rect().contains(QRect(part->mapTo(&desk.panel(), QPoint()), part->size())), name);
    }
    const auto *next = desk.part<QToolButton>("sourceNext");
    QVERIFY2(next->accessibleName().contains(u"Left"_s), qPrintable(next->accessibleName())); // the arrow keys mirror
    QCOMPARE(next->toolTip(), next->accessibleName());
}

// ------------------------------------------------------------------------------------------------ finding the quote

void TestSources::CH_57_aQuoteIsFoundWhateverItsSpaces_data()
{
    QTest::addColumn<QString>("document");
    QTest::addColumn<QString>("quote");
    QTest::addColumn<bool>("isMarkdown");
    QTest::addColumn<QString>("marked");
    QTest::newRow("line ends") << u"a b\nc  d e"_s << u"b c d"_s << false << u"b c d"_s;
    QTest::newRow("an ellipsis at its ends") << u"one two three"_s << u"\u2026 two..."_s << false << u"two"_s;
    QTest::newRow("numbers are not mixed up") << u"North,1.25"_s << u"North,12.5"_s << false << QString();
    QTest::newRow("marks of Markdown") << u"The price is 40 euros."_s << u"## The **price** is `40 euros`"_s << true
                                       << u"The price is 40 euros"_s;
    QTest::newRow("its lines, where the whole is not there")
        << u"first of them\nother\nsecond of them"_s << u"first of them\nsecond of them"_s << false << u"first of them second of them"_s;
    QTest::newRow("nothing") << u"a b c"_s << u"  "_s << false << QString();
    QTest::newRow("an empty document") << QString() << u"words"_s << false << QString();
}

void TestSources::CH_57_aQuoteIsFoundWhateverItsSpaces()
{
    QFETCH(QString, document);
    QFETCH(QString, quote);
    QFETCH(bool, isMarkdown);
    QFETCH(QString, marked);
    QTextDocument shown(document);
    const QuoteFinder finder(shown, isMarkdown ? QuoteFinder::Match::Words : QuoteFinder::Match::Characters);
    QStringList found;
    for (const QuoteFinder::Range &range : finder.find(quote, 0)) {
        QTextCursor cursor(&shown);
        cursor.setPosition(range.first);
        cursor.setPosition(range.first + range.second, QTextCursor::KeepAnchor);
        found << cursor.selectedText().simplified();
    }
    QCOMPARE(found.join(u' '), marked);
}

void TestSources::CH_57_aQuoteOfVeryManyLinesIsLookedForWithinBounds()
{
    QString text;
    for (int i = 0; i < 3 * QuoteFinder::mostLines; ++i)
        text += u"line number %1 of the text\n"_s.arg(i);
    const QTextDocument document(text);
    const QuoteFinder finder(document, QuoteFinder::Match::Characters);
    QCOMPARE(finder.find(text, 0).size(), 1); // as a whole
    QCOMPARE(finder.find(u"These words are of nobody.\n"_s + text, 0).size(), QuoteFinder::mostLines - 1);
}

void TestSources::CH_57_theNearestOneIsTaken()
{
    const QTextDocument document(u"same\nother\nsame\nother\nsame"_s);
    const QuoteFinder finder(document, QuoteFinder::Match::Characters);
    QCOMPARE(finder.find(u"same"_s, 0).first().first, 0);
    QCOMPARE(finder.find(u"same"_s, 12).first().first, 11);
    QCOMPARE(finder.find(u"same"_s, 1000).first().first, 22);
    QCOMPARE(QuoteFinder().find(u"same"_s, 0).size(), 0);
}

void TestSources::CH_57_linesKeepTheirNumbers()
{
    QTextDocument document;
    SourceLines lines(QString(20'000, u'x') + u"\n\nthird\n"_s, false, TextUse::Code);
    while (lines.addSlice(document)) {
    }
    QCOMPARE(document.findBlockByNumber(lines.blockOf(3)).text(), u"third"_s);
    QCOMPARE(document.findBlockByNumber(lines.blockOf(1)).text().size(), 4096);
    QCOMPARE(lines.blockOf(99), lines.blockOf(3));
    QCOMPARE(lines.blockOf(0), 0);
    QVERIFY(!lines.isCut());
    QCOMPARE(SourceLines().blockOf(1), 0);
}

QTEST_MAIN(TestSources)
#include "tst_sources.moc"
