#include "gui/chat/transcript/messagedocument.h"
#include "gui/text/linkrule.h"
#include "gui/text/markdownrenderer.h"
#include "gui/text/safetextdocument.h"
#include "gui/text/textlimiter.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QElapsedTimer>
#include <QFontMetricsF>
#include <QPainter>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextFrame>
#include <QTextList>
#include <QTextTable>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

MarkdownStyle style()
{
    return MarkdownStyle::from(QApplication::palette(), QApplication::font());
}

struct Rendered {
    SafeTextDocument document;
    explicit Rendered(const QString &source) { MarkdownRenderer(style()).render(source, document); }
    QTextBlock block(const QString &text) const
    {
        for (QTextBlock b = document.begin(); b.isValid(); b = b.next()) {
            if (b.text().contains(text))
                return b;
        }
        return {};
    }
    QTextCharFormat format(const QString &text) const
    {
        for (QTextBlock b = document.begin(); b.isValid(); b = b.next()) {
            for (auto run = b.begin(); !run.atEnd(); ++run) {
                if (run.fragment().text().contains(text))
                    return run.fragment().charFormat();
            }
        }
        return {};
    }
    QStringList anchors() const
    {
        QStringList found;
        for (QTextBlock b = document.begin(); b.isValid(); b = b.next()) {
            for (auto run = b.begin(); !run.atEnd(); ++run) {
                if (run.fragment().charFormat().isAnchor())
                    found << run.fragment().charFormat().anchorHref();
            }
        }
        return found;
    }
};

QString tortureText()
{
    return u"# Title *with* `code`\n\nText with **bold**, _em_, ~~gone~~ and [a link](https://example.org/a?b=c \"t\").\n"
           "Second line  \nhard break\\\nother &amp; &euro; &#x41;\n\n> quote\n> > deeper\n> - list in quote\n\n"
           "1. one\n2. two\n   - nested\n     1. deep\n   - [x] done\n   - [ ] open\n\n   paragraph in item\n\n7) other\n\n"
           "```cpp\nint main() { return 0; }\n\n\tconst char *s = \"``\";\n```\n\n~~~\nplain <b>\n~~~\n\n"
           "| a | b | c |\n|:--|:-:|--:|\n| 1 | **2** | `3` |\n| x | y \\| z | [l](http://h.example) |\n\n"
           "<script>alert(1)</script> text <b>bold</b>\n\n<div>\nblock\n</div>\n\n![alt *text*](https://img.example/a.png)\n\n"
           "[ref]: https://ref.example/x\nUse [the ref][ref] and [missing][nope].\n\n    indented code\n    "
           "more\n\n---\n\nSetext\n======\n\n"
           "* a\n\n* loose\n\n  ```\n  fence in item\n\n  more\n  ```\n\nEnd \U0001F600 of <https://auto.example> text"_s;
}

} // namespace

class TestMarkdown : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void inlineFormats();
    void headingsAreOutlined();
    void listsAreNestedNumberedAndTicked();
    void quotesAndRules();
    void codeKeepsItsExactText();
    void tablesAreGrids();
    void REND_01_htmlIsText();
    void REND_03_imagesAreCards();
    void codeAfterATableDoesNotCoverItsLastRow();
    void REND_05_onlyAllowedLinksAreAnchors_data();
    void REND_05_onlyAllowedLinksAreAnchors();
    void REND_05_REND_08_linkRule_data();
    void REND_05_REND_08_linkRule();
    void REND_07_shownUrlIsOpenedUrl();
    void REND_06_linkWarnings();
    void REND_02_nothingIsLoaded();
    void everyPrefixIsParsedSafely();
    void streamingEndsAsRenderedAtOnce_data();
    void streamingEndsAsRenderedAtOnce();
    void REND_14_streamingRendersOnlyTheTail();
    void definitionsReachAcrossSegments();
    void REND_10_invisibleCharactersAreShownInCode();
    void codeKeepsItsPaddingAtTheEdges();
    void REND_12_hugeLineIsBounded();
    void REND_13_zalgoIsBounded();
    void REND_15_deepNestingIsBounded();
    void REND_15_wideAndLongTablesAreBounded();
    void REND_14_longMessageIsLaidOutLazily();
    void longCodeIsCopiedExactly();
    void REND_11_REND_16_clipboardHasNoControls();
};

void TestMarkdown::inlineFormats()
{
    const Rendered r(u"plain **bold** _em_ ~~gone~~ `code` &amp; &euro; a\nb  \nc"_s);
    QCOMPARE(r.format(u"bold"_s).fontWeight(), static_cast<int>(QFont::Bold));
    QVERIFY(r.format(u"em"_s).fontItalic());
    QVERIFY(r.format(u"gone"_s).fontStrikeOut());
    QVERIFY(r.format(u"code"_s).fontFixedPitch());
    QVERIFY(r.format(u"plain"_s).fontWeight() != QFont::Bold);
    QCOMPARE(r.document.toPlainText(), u"plain bold em gone code & € a b\nc"_s);
}

void TestMarkdown::headingsAreOutlined()
{
    const Rendered r(u"# One\n\ntext\n\n### Three\n"_s);
    QCOMPARE(r.block(u"One"_s).blockFormat().headingLevel(), 1);
    QCOMPARE(r.block(u"Three"_s).blockFormat().headingLevel(), 3);
    QCOMPARE(r.block(u"text"_s).blockFormat().headingLevel(), 0);
    QVERIFY(r.format(u"One"_s).fontPointSize() > r.format(u"Three"_s).fontPointSize());
}

void TestMarkdown::listsAreNestedNumberedAndTicked()
{
    const Rendered r(u"5. five\n6. six\n   - inner\n     - deep\n   - [x] done\n   - [ ] open\n\n   second paragraph\n"_s);
    const auto mark = [&](const QString &text) { return r.block(text).blockFormat().stringProperty(markdown::ListMark); };
    QCOMPARE(mark(u"five"_s), u"5."_s);
    QCOMPARE(mark(u"six"_s), u"6."_s);
    QCOMPARE(mark(u"inner"_s), u"\u25E6"_s);
    QCOMPARE(mark(u"done"_s), u"\u2611"_s);
    QCOMPARE(mark(u"open"_s), u"\u2610"_s);
    QCOMPARE(mark(u"second"_s), QString());
    QCOMPARE(r.block(u"five"_s).blockFormat().indent(), 1);
    QCOMPARE(r.block(u"inner"_s).blockFormat().indent(), 2);
    QCOMPARE(r.block(u"deep"_s).blockFormat().indent(), 3);
    QCOMPARE(r.block(u"second"_s).blockFormat().indent(), 1);
}

void TestMarkdown::quotesAndRules()
{
    const Rendered r(u"> one\n> > two\n\n---\n\nafter"_s);
    QCOMPARE(r.block(u"one"_s).blockFormat().intProperty(markdown::QuoteDepth), 1);
    QCOMPARE(r.block(u"two"_s).blockFormat().intProperty(markdown::QuoteDepth), 2);
    QVERIFY(r.block(u"two"_s).next().blockFormat().boolProperty(markdown::Rule));
    QCOMPARE(r.block(u"after"_s).blockFormat().intProperty(markdown::QuoteDepth), 0);
}

void TestMarkdown::codeKeepsItsExactText()
{
    const QString code = u"\tint a;\n\n  b <c> &amp; **d**\n"_s;
    MessageDocument document(style());
    document.setText(u"before\n\n```cpp\n"_s + code + u"```\nafter"_s, MessageDocument::Mode::Markdown, true);
    document.measure(0, 1000);
    QCOMPARE(document.codeBoxes().size(), 1);
    QCOMPARE(document.codeText(document.codeBoxes().first()), code.chopped(1));
    QCOMPARE(document.codeBoxes().first().language, u"cpp"_s);
    QVERIFY(document.plainText().startsWith(u"before"_s) && document.plainText().endsWith(u"after"_s));
    const Rendered inList(u"- item\n\n  ```py\n  x = 1\n  ```\n"_s);
    QCOMPARE(inList.block(u"x = 1"_s).blockFormat().stringProperty(markdown::CodeText), u"x = 1\n"_s);
    QVERIFY(inList.format(u"x"_s).fontFixedPitch());
}

void TestMarkdown::tablesAreGrids()
{
    const Rendered r(u"text\n\n| a | b |\n|:-:|--:|\n| 1 | **2** |\n| x \\| y | |\n\nafter"_s);
    const auto frames = r.document.rootFrame()->childFrames();
    QCOMPARE(frames.size(), 1);
    const auto *table = qobject_cast<QTextTable *>(frames.first());
    QVERIFY(table != nullptr);
    QCOMPARE(table->rows(), 3);
    QCOMPARE(table->columns(), 2);
    QCOMPARE(table->cellAt(1, 1).firstCursorPosition().block().text(), u"2"_s);
    QCOMPARE(table->cellAt(2, 0).firstCursorPosition().block().text(), u"x | y"_s);
    QCOMPARE(table->cellAt(1, 0).firstCursorPosition().blockFormat().alignment(), Qt::AlignHCenter);
    QVERIFY(r.block(u"after"_s).isValid());
    QVERIFY(r.document.toPlainText().endsWith(u"after"_s));
}

void TestMarkdown::REND_01_htmlIsText()
{
    const QString source = u"<script>alert(1)</script> <b onclick=x>hi</b> <img src=file:///etc/passwd>\n\n<iframe>\nx\n</iframe>"_s;
    const Rendered r(source);
    for (const auto &tag : {u"<script>alert(1)</script>"_s, u"<b onclick=x>"_s, u"<img src=file:///etc/passwd>"_s, u"<iframe>"_s})
        QVERIFY2(r.document.toPlainText().contains(tag), qPrintable(tag));
    QVERIFY(!r.format(u"hi"_s).isImageFormat());
    QCOMPARE(r.document.refusedResources(), 0);
}

void TestMarkdown::REND_03_imagesAreCards()
{
    const Rendered r(
        u"![A *chart*](https://img.example/x.png) ![](file:///etc/passwd) [![in](https://a.example/b.png)](https://c.example)"_s);
    const QString text = r.document.toPlainText();
    QVERIFY2(text.contains(u"Image: A chart (img.example)"_s), qPrintable(text));
    QVERIFY2(text.contains(u"not loaded"_s), qPrintable(text));
    QVERIFY(!text.contains(QChar(QChar::ObjectReplacementCharacter)));
    QCOMPARE(r.anchors(), QStringList{u"https://c.example"_s});
}

void TestMarkdown::codeAfterATableDoesNotCoverItsLastRow()
{
    const QString table = u"| region | units |\n| --- | ---: |\n| South | 573 |\n| West | 343 |\n"_s;
    MessageDocument alone(style());
    alone.setWidth(500);
    alone.setText(table, MessageDocument::Mode::Markdown, true);
    alone.measure(0, 1000);
    MessageDocument both(style());
    both.setWidth(500);
    both.setText(table + u"\n```sql\nSELECT 1\n```\n"_s, MessageDocument::Mode::Markdown, true);
    both.measure(0, 1000);
    QCOMPARE(both.codeBoxes().size(), 1);
    QTextDocument &document = both.document(0);
    const QTextTable *grid =
        document.rootFrame()->childFrames().isEmpty() ? nullptr : qobject_cast<QTextTable *>(document.rootFrame()->childFrames().first());
    QVERIFY(grid);
    const qreal tableBottom = both.segmentTop(0) + document.documentLayout()->frameBoundingRect(const_cast<QTextTable *>(grid)).bottom() -
                              grid->format().toTableFormat().bottomMargin();
    QVERIFY2(both.codeBoxes().first().box.top() >= tableBottom,
             qPrintable(u"code at %1, table ends at %2"_s.arg(both.codeBoxes().first().box.top()).arg(tableBottom)));
}

void TestMarkdown::REND_05_onlyAllowedLinksAreAnchors_data()
{
    QTest::addColumn<QString>("href");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *href, bool allowed) { QTest::newRow(href) << QString::fromUtf8(href) << allowed; };
    row("https://example.org/a", true);
    row("http://example.org", true);
    row("mailto:a@example.org", true);
    row("javascript:alert(1)", false);
    row("file:///etc/passwd", false);
    row("data:text/html,x", false);
    row("//srv/share", false);
    row("relative/path", false);
    row("smb://srv/x", false);
}

void TestMarkdown::REND_05_onlyAllowedLinksAreAnchors()
{
    QFETCH(QString, href);
    QFETCH(bool, allowed);
    const Rendered r(u"see [label]("_s + href + u") end"_s);
    QCOMPARE(r.anchors().contains(href), allowed);
    QVERIFY(r.document.toPlainText().contains(u"see label end"_s));
}

void TestMarkdown::REND_05_REND_08_linkRule_data()
{
    QTest::addColumn<QString>("href");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *href, bool allowed) { QTest::newRow(href) << QString::fromUtf8(href) << allowed; };
    row("https://example.org", true);
    row("HTTPS://EXAMPLE.org/Path?q=1#f", true);
    row("https://m\xC3\xBCnchen.example/", true);
    row("https://user@evil.example/", true);
    row("http://127.1/", true);
    row("mailto:a@b.example?subject=Hi&body=x", true);
    row("mailto:a@b.example?cc=c@d.example", false);
    row("mailto:a@b.example?attach=/etc/passwd", false);
    row("mailto:a@b.example,c@d.example", false);
    row("mailto:nobody", false);
    row("https:", false);
    row("https:///x", false);
    row("http:example.org", false);
    row("http:\\\\evil.example", false);
    row("https://a b.example", false);
    row("https://exa\tmple.org", false);
    row("https://example.org/\n", false);
    row("https://exam\xE2\x80\xAEple.org", false);
    row(" https://example.org", false);
    row("javascript:alert(1)", false);
    row("JaVaScRiPt:alert(1)", false);
    row("vbscript:x", false);
    row("data:text/html;base64,AAAA", false);
    row("file:///etc/passwd", false);
    row("file://srv/share", false);
    row("smb://srv/share", false);
    row("\\\\srv\\share", false);
    row("//srv/share", false);
    row("/etc/passwd", false);
    row("C:\\Windows\\x.exe", false);
    row("c:/windows/x.exe", false);
    row("ms-msdt:/id", false);
    row("ms-word:ofe|u|https://x.example/a.doc", false);
    row("search-ms:query=x", false);
    row("ftp://example.org", false);
    row("ssh://example.org", false);
    row("tel:+1", false);
    row("steam://run/1", false);
    row("vscode://file/x", false);
    row("chrome://settings", false);
    row("about:blank", false);
    row("blob:https://example.org/x", false);
    row("view-source:https://example.org", false);
    row("jar:https://example.org!/x", false);
    row("x-apple.systempreferences:", false);
    row("?q", false);
    row("#anchor", false);
    row("", false);
}

void TestMarkdown::REND_05_REND_08_linkRule()
{
    QFETCH(QString, href);
    QFETCH(bool, allowed);
    QCOMPARE(linkTarget(href).has_value(), allowed);
}

void TestMarkdown::REND_07_shownUrlIsOpenedUrl()
{
    const auto target = linkTarget(u"https://m\u00FCnchen.example/\u00E4?x=\u4E2D"_s);
    QVERIFY(target);
    QCOMPARE(target->host, u"xn--mnchen-3ya.example"_s);
    QVERIFY(std::all_of(target->shown.cbegin(), target->shown.cend(), [](QChar c) { return c.unicode() > 32 && c.unicode() < 127; }));
    QCOMPARE(QString::fromLatin1(QUrl(target->shown, QUrl::StrictMode).toEncoded()), target->shown);
    QVERIFY(!linkTarget(u"https://example.org/"_s + QString(3000, u'a')));
}

void TestMarkdown::REND_06_linkWarnings()
{
    using enum LinkTarget::Warning;
    const auto has = [](const QString &href, const QString &label, LinkTarget::Warning w) {
        return linkTarget(href, label)->warnings.contains(w);
    };
    QVERIFY(has(u"https://evil.example/"_s, u"https://bank.example"_s, LabelDiffers));
    QVERIFY(!has(u"https://bank.example/x"_s, u"www.bank.example"_s, LabelDiffers));
    QVERIFY(!has(u"https://bank.example/x"_s, u"the bank"_s, LabelDiffers));
    QVERIFY(has(u"https://good@evil.example/"_s, {}, UserInfo));
    QVERIFY(has(u"https://127.0.0.1/"_s, {}, IpAddress));
    QVERIFY(has(u"https://[::1]/"_s, {}, IpAddress));
    QVERIFY(has(u"https://a.example:8443/"_s, {}, Port));
    QVERIFY(has(u"https://b\u00E4nk.example/"_s, {}, International));
    QVERIFY(has(u"http://a.example/"_s, {}, Insecure));
    QVERIFY(linkTarget(u"https://a.example/"_s, u"a"_s)->warnings.isEmpty());
}

// A pipe nobody writes to would block a reader for ever; a counted loader would show a request.
void TestMarkdown::REND_02_nothingIsLoaded()
{
    QTemporaryDir dir;
    const QString pipe = dir.filePath(u"pipe.png"_s);
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    const QString url = u"file://"_s + pipe;
    const QStringList corpus{u"![x](%1)"_s.arg(url),
                             u"![x](%1)"_s.arg(pipe),
                             u"![x][r]\n\n[r]: %1"_s.arg(url),
                             u"<img src=\"%1\">"_s.arg(url),
                             u"[![x](%1)](%1)"_s.arg(url),
                             u"<link rel=stylesheet href=\"%1\">"_s.arg(url),
                             u"<style>@import '%1'</style>"_s.arg(url),
                             u"![x](//srv/share/a.png)"_s,
                             u"| ![x](%1) |\n|-|\n| ![y](%1) |"_s.arg(url),
                             u"![x](qrc:/nothing.png)"_s,
                             u"\uFFFC ![x](data:image/png;base64,AAAA)"_s};
    QElapsedTimer clock;
    clock.start();
    for (const QString &source : corpus) {
        MessageDocument document(style());
        document.setText(source, MessageDocument::Mode::Markdown, true);
        document.measure(0, 10000);
        QImage image(400, 300, QImage::Format_ARGB32);
        QPainter painter(&image);
        document.paint(painter, QRectF(0, 0, 400, 300), QApplication::palette());
        for (int i = 0; i < document.segmentCount(); ++i)
            QCOMPARE(qobject_cast<SafeTextDocument *>(&document.document(i))->refusedResources(), 0);
    }
    QVERIFY2(clock.elapsed() < 2000, "something waited");
    SafeTextDocument direct;
    QVERIFY(!direct.resource(QTextDocument::ImageResource, QUrl(url)).isValid());
    QCOMPARE(direct.refusedResources(), 1);
}

// md4c 0.4.8 reads past its length on some prefixes when the input does not end with NUL.
void TestMarkdown::everyPrefixIsParsedSafely()
{
    const QString text = tortureText();
    const MarkdownRenderer renderer(style());
    for (qsizetype i = 0; i <= text.size(); ++i) {
        SafeTextDocument document;
        renderer.render(QStringView(text).left(i), document);
        if (i == text.size())
            QVERIFY(document.toPlainText().contains(u"End"_s));
    }
}

void TestMarkdown::streamingEndsAsRenderedAtOnce_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 12; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestMarkdown::streamingEndsAsRenderedAtOnce()
{
    QFETCH(quint32, seed);
    const QString text = (tortureText() + u"\n\n"_s).repeated(3);
    MessageDocument whole(style());
    whole.setText(text, MessageDocument::Mode::Markdown, true);
    QRandomGenerator random(seed);
    MessageDocument streamed(style());
    for (qsizetype end = 0; end < text.size();) {
        end = qMin(text.size(), end + 1 + static_cast<qsizetype>(random.bounded(60)));
        streamed.setText(text.left(end), MessageDocument::Mode::Markdown, false);
        streamed.measure(0, 1e9);
    }
    // What was cut while streaming must not depend on the pieces either: compare with one hand-over of the same open text.
    MessageDocument open(style());
    open.setText(text, MessageDocument::Mode::Markdown, false);
    QCOMPARE(streamed.plainText(), open.plainText());
    streamed.setText(text, MessageDocument::Mode::Markdown, true);
    QCOMPARE(streamed.plainText(), whole.plainText());
    SafeTextDocument reference;
    MarkdownRenderer(style()).render(text, reference);
    QCOMPARE(whole.plainText().simplified(), reference.toPlainText().simplified());
}

void TestMarkdown::REND_14_streamingRendersOnlyTheTail()
{
    MessageDocument document(style());
    QString text;
    for (int i = 0; i < 200; ++i) {
        text += u"Paragraph %1 with some words.\n\n"_s.arg(i);
        document.setText(text, MessageDocument::Mode::Markdown, false);
        document.measure(document.height() - 400, document.height() + 400);
    }
    QVERIFY2(document.renderCount() < 200 * 3, qPrintable(QString::number(document.renderCount())));
    QVERIFY(document.liveDocuments() <= 64);
}

void TestMarkdown::definitionsReachAcrossSegments()
{
    QString text = u"See [the source][s].\n\n"_s;
    for (int i = 0; i < 400; ++i)
        text += u"Paragraph %1 of a long answer.\n\n"_s.arg(i);
    text += u"[s]: https://source.example/x\n"_s;
    MessageDocument document(style());
    document.setText(text, MessageDocument::Mode::Markdown, true);
    QVERIFY(document.segmentCount() > 1);
    document.measure(0, 100);
    QCOMPARE(document.links().size(), 1);
    QCOMPARE(document.links().first().href, u"https://source.example/x"_s);
    QVERIFY(document.rectOf(document.links().first()).width() > 10);
    QCOMPARE(document.links().first().label, u"the source"_s);
    QCOMPARE(document.linkAt(document.rectOf(document.links().first()).center()), 0);
}

void TestMarkdown::REND_10_invisibleCharactersAreShownInCode()
{
    const QString code = u"if (a\u202E) \u2066x\u200B"_s;
    const Rendered r(u"```\n"_s + code + u"\n```\n\n`a\u202Eb`\n\n"_s);
    const QString text = r.document.toPlainText();
    QVERIFY(text.contains(u"U+202E"_s) && text.contains(u"U+2066"_s) && text.contains(u"U+200B"_s));
    QVERIFY(!text.contains(u'\u202E'));
    QCOMPARE(displayLine(u"invoice\u202Efdp.exe"_s), u"invoice\u27E8U+202E\u27E9fdp.exe"_s);
    QCOMPARE(displayText(u"a\x1B[31mb"_s, TextUse::Code), u"a\u241B[31mb"_s);
}

// A document has no margin above its first and below its last block; a code background must not reach into its neighbours.
void TestMarkdown::codeKeepsItsPaddingAtTheEdges()
{
    const QString text = u"before\n\n```cpp\nint x;\n```\n\nafter"_s;
    for (const bool complete : {false, true}) {
        MessageDocument document(style());
        document.setText(text, MessageDocument::Mode::Markdown, complete);
        document.measure(0, 1000);
        QCOMPARE(document.segmentCount(), complete ? 1 : 3);
        QCOMPARE(document.codeBoxes().size(), 1);
        const QRectF box = document.codeBoxes().first().box;
        const qreal line = QFontMetricsF(style().font).height();
        QVERIFY(box.top() >= line);
        QVERIFY(box.height() > 2 * line);
        QVERIFY(document.height() - box.bottom() >= line);
    }
}

void TestMarkdown::REND_12_hugeLineIsBounded()
{
    QElapsedTimer clock;
    for (const QString &text : {QString(1'000'000, u'x'), u"```\n"_s + QString(1'000'000, u'x') + u"\n```"_s, QString(1'000'000, u'[')}) {
        clock.start();
        MessageDocument document(style());
        document.setText(text, MessageDocument::Mode::Markdown, true);
        document.measure(0, 1000);
        QVERIFY2(clock.elapsed() < 1500, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(document.height() > 1000);
    }
}

void TestMarkdown::REND_13_zalgoIsBounded()
{
    QElapsedTimer clock;
    clock.start();
    MessageDocument document(style());
    document.setText(u"a"_s + QString(100'000, u'\u0301'), MessageDocument::Mode::Markdown, true);
    document.measure(0, 1000);
    QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
    const QString entities = u"a"_s + u"&#769;"_s.repeated(1000);
    QCOMPARE(Rendered(entities).document.toPlainText().count(u'\u0301'), TextLimiter::maxMarks);
}

void TestMarkdown::REND_15_deepNestingIsBounded()
{
    QElapsedTimer clock;
    clock.start();
    QString lists;
    for (int i = 0; i < 300; ++i)
        lists += QString(i * 2, u' ') + u"- level\n"_s;
    for (const QString &text : {QString(5000, u'>') + u"deep"_s, lists, u"*a **b "_s.repeated(2000), QString(5000, u'[')}) {
        MessageDocument document(style());
        document.setText(text, MessageDocument::Mode::Markdown, true);
        document.measure(0, 1e6);
    }
    QVERIFY2(clock.elapsed() < 4000, qPrintable(QString::number(clock.elapsed())));
}

void TestMarkdown::REND_15_wideAndLongTablesAreBounded()
{
    const QString wide = u"|"_s + u"a|"_s.repeated(100) + u"\n|"_s + u"---|"_s.repeated(100) + u"\n|"_s + u"1|"_s.repeated(100);
    const Rendered w(wide);
    QCOMPARE(qobject_cast<QTextTable *>(w.document.rootFrame()->childFrames().first())->columns(), MarkdownRenderer::maxColumns);
    const Rendered l(u"|a|\n|---|\n"_s + u"|1|\n"_s.repeated(MarkdownRenderer::maxRows + 100));
    QCOMPARE(qobject_cast<QTextTable *>(l.document.rootFrame()->childFrames().first())->rows(), MarkdownRenderer::maxRows);
    QVERIFY(l.document.toPlainText().contains(u"101"_s));
}

void TestMarkdown::REND_14_longMessageIsLaidOutLazily()
{
    const QString text = (tortureText() + u"\n\n"_s).repeated(400);
    QVERIFY(text.size() > 256 * 1024);
    QElapsedTimer clock;
    clock.start();
    MessageDocument document(style());
    document.setText(text, MessageDocument::Mode::Markdown, true);
    document.measure(0, 800);
    QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(document.segmentCount() > 20);
    QVERIFY(document.liveDocuments() < 10);
    document.measure(document.height() / 2, document.height() / 2 + 800);
    QVERIFY(document.liveDocuments() < 20);
}

void TestMarkdown::longCodeIsCopiedExactly()
{
    QString code;
    for (int i = 0; i < 2000; ++i)
        code += u"\tline %1\u202E\n"_s.arg(i);
    MessageDocument document(style());
    document.setText(u"Text\n\n```py\n"_s + code + u"```\n\nEnd"_s, MessageDocument::Mode::Markdown, true);
    document.measure(0, 1000);
    const auto boxes = document.codeBoxes();
    QVERIFY(!boxes.isEmpty());
    QCOMPARE(boxes.first().language, u"py"_s);
    QCOMPARE(document.codeText(boxes.first()), code.chopped(1));
}

void TestMarkdown::REND_11_REND_16_clipboardHasNoControls()
{
    QCOMPARE(clipboardText(u"a\x1B]52;c;x\x07\tb\nc\u0085"_s), u"a]52;c;x\tb\nc"_s);
}

QTEST_MAIN(TestMarkdown)
#include "tst_markdown.moc"
