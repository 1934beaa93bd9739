// Conversations as HTML, PDF, OpenDocument and on paper, and the dialog that makes them.
#include "gui/accessibility.h"
#include "gui/export/conversationexport.h"
#include "gui/export/documentbuilder.h"
#include "gui/export/exportdialog.h"
#include "gui/export/formattedcopy.h"
#include "gui/export/htmlwriter.h"
#include "gui/export/markdownhtml.h"
#include "gui/nativedialogs.h"
#include "gui/testdialogs.h"
#include "gui/text/safetextdocument.h"
#include "gui/theme.h"
#include "gui/widgets/errorbanner.h"
#include "gui/zipreader.h"
#include "state/export/conversationfile.h"
#include "state/export/evidencecheck.h"
#include "state/export/exportwords.h"
#include "state/exportsample.h"

#include <QApplication>
#include <QBuffer>
#include <QCheckBox>
#include <QComboBox>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFuture>
#include <QLabel>
#include <QPdfWriter>
#include <QPointer>
#include <QPrintDialog>
#include <QPrinter>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class TestExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void markdownBecomesHtml_data();
    void markdownBecomesHtml();
    void REND_01_htmlHasAFixedSetOfElements();
    void REND_01_everyElementThatOpensCloses();
    void htmlAllowsItsOwnStyleAndNothingElse();
    void htmlSaysEverything();
    void documentsSayEverything();
    void onlyACompleteAnswerLooksComplete();
    void REND_02_aDocumentLoadsNothing();
    void pdfPagesFollowEachOther();
    void openDocumentIsWellFormed();
    void aLongConversationIsNoTextDocument();
    void DATA_08_aFormatThatFailsKeepsTheOldFile();
    void theDialogWritesEveryFormat_data();
    void theDialogWritesEveryFormat();
    void theDialogWritesOneAnswer();
    void evidenceIsOfOneAnswer();
    void aFailureIsShown();
    void cancellingAFileDialogDoesNothing();
    void cancellingEndsTheWork();
    void theWindowGoesOnMeanwhile();
    void printingPrints();
    void theRealPrinterDialogAsks();
    void REND_16_aFormattedCopyHasBothForms();
    void anEndlessMessageEndsOnPaper();
    void theDialogIsAccessible();
    void pictures();

private:
    QTemporaryDir m_dir;
};

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString html(const ExportContent &content)
{
    HtmlWriter writer;
    QByteArray out = writer.head(content);
    for (qsizetype i = 0; i < content.messages.size(); ++i)
        out += writer.message(content, i);
    return QString::fromUtf8(out + writer.tail(content));
}

const QString hostile =
    u"<script>alert(1)</script> <img src=x onerror=alert(1)>\n\n![p](https://evil.example/p.png?q=1)\n\n[a](javascript:alert(1)) "
    "[b](file:///etc/passwd) [c](https://good.example/x?a=1&b=\"2\") <https://good.example>\n\n```\n</pre></code><b>x\n```\n\n"
    "<style>*{}</style>\n\n| <i>a</i> | b |\n|---|---|\n| </table> | &lt;svg&gt; |\n\n- [x] done\n  1. <form>\n> <iframe>\n\n<!-- open"_s;

ExportContent hostileContent()
{
    ExportContent content = sampleContent();
    content.options.thoughts = true;
    content.conversation.title = hostile;
    for (Message &message : content.messages) {
        message.content = hostile;
        message.errorText = hostile;
        for (ToolCall &call : message.toolCalls) {
            call.tool = call.title = hostile;
            call.output = hostile;
        }
        for (Thought &thought : message.thoughts)
            thought.source = thought.text = hostile;
        for (Citation &citation : message.citations)
            citation.filename = citation.quote = hostile;
        for (StoredFile &file : message.attachments)
            file.filename = hostile;
    }
    content.facts.server = content.facts.agent = hostile;
    return content;
}

struct Opened {
    TestDialogs dialogs;
    QPointer<ExportDialog> dialog;

    explicit Opened(const ExportContent &content, const MessageId &answer = {})
        : dialog(new ExportDialog(content, answer, dialogs))
    {
        dialog->show();
    }
    ~Opened() { delete dialog; }
    Opened(const Opened &) = delete;
    Opened &operator=(const Opened &) = delete;

    template <typename T>
    [[nodiscard]] T *find(const char *name) const
    {
        return dialog->findChild<T *>(QLatin1StringView(name));
    }
    void choose(ExportFormat format) const
    {
        auto *box = find<QComboBox>("exportFormat");
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        while (box->currentData().toInt() != static_cast<int>(format) && box->currentIndex() < box->count() - 1)
            QTest::keyClick(box, Qt::Key_Down);
    }
    void press(const char *button) const
    {
        auto *found = find<QPushButton>(button);
        found->setFocus();
        QTest::keyClick(found, Qt::Key_Space);
    }
    [[nodiscard]] bool isDone() const { return find<QLabel>("exportResult")->isVisible(); }
};

} // namespace

void TestExport::initTestCase()
{
    qputenv("TZ", "UTC");
    initGuiResources();
    qApp->setPalette(qEnvironmentVariable("DESK_SHOTS_THEME") == u"dark"_s ? Theme::darkPalette() : Theme::lightPalette());
}

void TestExport::markdownBecomesHtml_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("expected");
    QTest::newRow("text") << u"a *b* **c** ~~d~~ `e<`"_s
                          << u"<p dir=\"auto\">a <em>b</em> <strong>c</strong> <del>d</del> <code>e&lt;</code></p>\n"_s;
    QTest::newRow("heading") << u"# A\n\n##### B"_s << u"<h3 dir=\"auto\">A</h3>\n<h6 dir=\"auto\">B</h6>\n"_s;
    QTest::newRow("list") << u"3. a\n4. b"_s << u"<ol start=\"3\"><li>a</li>\n<li>b</li>\n</ol>\n"_s;
    QTest::newRow("nested") << u"- a\n  - b"_s << u"<ul><li>a<ul><li>b</li>\n</ul>\n</li>\n</ul>\n"_s;
    QTest::newRow("table") << u"| a | b |\n|:-:|--:|\n| 1 | 2 |"_s
                           << u"<div class=\"t\"><table><tr><th class=\"c\" dir=\"auto\">a</th><th class=\"r\" dir=\"auto\">b</th></tr>\n"
                              "<tr><td class=\"c\" dir=\"auto\">1</td><td class=\"r\" dir=\"auto\">2</td></tr>\n</table></div>\n"_s;
    QTest::newRow("code") << u"```sql\na < b\n```"_s << u"<pre dir=\"ltr\"><code>a &lt; b\n</code></pre>\n"_s;
    QTest::newRow("open code") << u"```\na"_s << u"<pre dir=\"ltr\"><code>a</code></pre>\n"_s;
    QTest::newRow("link") << u"[x](https://good.example/a)"_s
                          << u"<p dir=\"auto\"><a href=\"https://good.example/a\" rel=\"noopener noreferrer nofollow\">x</a> "
                             "<span class=\"i\">good.example</span></p>\n"_s;
    QTest::newRow("bad link") << u"[x](javascript:alert)"_s << u"<p dir=\"auto\">x</p>\n"_s;
    QTest::newRow("reference") << u"[x][1]\n\ntext\n\n[1]: https://good.example/a"_s
                               << u"<p dir=\"auto\"><a href=\"https://good.example/a\" rel=\"noopener noreferrer nofollow\">x</a> "
                                  "<span class=\"i\">good.example</span></p>\n<p dir=\"auto\">text</p>\n"_s;
    QTest::newRow("image") << u"![a **b**](https://evil.example/x.png)"_s
                           << u"<p dir=\"auto\"><span class=\"i\">Image: a b (evil.example)</span></p>\n"_s;
    QTest::newRow("html") << u"<b onclick=\"x\">y</b>"_s << u"<p dir=\"auto\">&lt;b onclick=&quot;x&quot;&gt;y&lt;/b&gt;</p>\n"_s;
    QTest::newRow("hidden in code") << u"`a\u202eb`"_s << u"<p dir=\"auto\"><code>a\u27e8U+202E\u27e9b</code></p>\n"_s;
}

void TestExport::markdownBecomesHtml()
{
    QFETCH(QString, markdown);
    QFETCH(QString, expected);
    QCOMPARE(markdownHtml(markdown), expected);
}

void TestExport::REND_01_htmlHasAFixedSetOfElements()
{
    const QString text = html(hostileContent());
    static const QStringList allowed{
        u"html"_s,    u"head"_s,    u"meta"_s, u"title"_s, u"style"_s,  u"body"_s, u"header"_s, u"main"_s,       u"article"_s,
        u"h1"_s,      u"h2"_s,      u"h3"_s,   u"ul"_s,    u"ol"_s,     u"li"_s,   u"bdi"_s,    u"p"_s,          u"b"_s,
        u"details"_s, u"summary"_s, u"pre"_s,  u"code"_s,  u"div"_s,    u"a"_s,    u"span"_s,   u"table"_s,      u"tr"_s,
        u"th"_s,      u"td"_s,      u"q"_s,    u"em"_s,    u"strong"_s, u"del"_s,  u"br"_s,     u"blockquote"_s, u"hr"_s};
    static const QRegularExpression tag(u"<([a-zA-Z!/][^>]*)>"_s);
    static const QRegularExpression attributes(
        u"^( (dir|lang|charset|http-equiv|content|name|class|rel|start)=\"[^\"<>]*\"| href=\"https://good\\.example[^\"<>]*\")*$"_s);
    QRegularExpressionMatchIterator found = tag.globalMatch(text);
    int count = 0;
    while (found.hasNext()) {
        const QString inner = found.next().captured(1);
        if (inner == u"!DOCTYPE html"_s)
            continue;
        const QString name = (inner.startsWith(u'/') ? inner.mid(1) : inner).section(u' ', 0, 0);
        QVERIFY2(allowed.contains(name), qPrintable(inner));
        QVERIFY2(attributes.match(inner.mid(inner.startsWith(u'/') ? name.size() + 1 : name.size())).hasMatch(), qPrintable(inner));
        ++count;
    }
    QVERIFY(count > 100);
    QCOMPARE(text.count(u"<style>"_s), 1);
    QCOMPARE(text.count(u"<h2>"_s), 3); // one a message
    QVERIFY(text.contains(u"&lt;script&gt;"_s));
}

void TestExport::REND_01_everyElementThatOpensCloses()
{
    // Deep and unbalanced Markdown included: an element left open would swallow what follows.
    ExportContent content = hostileContent();
    content.messages[1].content = QString(500, u'>') + u" a\n\n"_s + QString(200, u'*') + u"b"_s + QString(90, u'*') + u"\n\n"_s +
                                  u"- - - - - - - x\n"_s.repeated(3) + u"|a|\n|-|\n|**b|\n[x](<"_s;
    content.messages[2].content = u"- a\n  ```\n  open"_s;
    QString text = html(content);
    static const QRegularExpression empty(u"<(meta|br|hr)([^>]*)>"_s);
    text.replace(empty, u"<\\1\\2/>"_s).remove(u"<!DOCTYPE html>"_s);
    QXmlStreamReader xml(text);
    while (!xml.atEnd())
        xml.readNext();
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString() + u" at line "_s + QString::number(xml.lineNumber())));
}

void TestExport::htmlAllowsItsOwnStyleAndNothingElse()
{
    const QString text = html(sampleContent());
    const QString sheet = text.section(u"<style>"_s, 1).section(u"</style>"_s, 0, 0);
    const QByteArray hash = QCryptographicHash::hash(sheet.toUtf8(), QCryptographicHash::Sha256).toBase64();
    QVERIFY(text.contains(u"content=\"default-src 'none'; style-src 'sha256-"_s + QString::fromLatin1(hash) + u"'; base-uri 'none'"_s));
    QVERIFY(!sheet.contains(u"url("_s) && !sheet.contains(u"@import"_s) && !sheet.contains(u'<'));
    QVERIFY(text.indexOf(u"Content-Security-Policy"_s) < text.indexOf(u"<title>"_s)); // before anything foreign
}

void TestExport::htmlSaysEverything()
{
    ExportContent content = sampleContent();
    content.options.thoughts = true;
    const QString text = html(content);
    for (const QString &part : {u"You \u00b7 2026-05-02 09:14:03 UTC"_s, u"Which region sold most?"_s, u"sales.csv (1.18 KiB)"_s,
                                u"select 1"_s, u"1.2 s"_s, u"sales.csv, line 3"_s, u"planner"_s, u"<strong>North</strong>"_s,
                                u"Agent Desk 0.1.0"_s, u"Not complete: the answer was interrupted. Reason: The connection was lost."_s})
        QVERIFY2(text.contains(part), qPrintable(part));
    content.options = {false, false};
    QVERIFY(!html(content).contains(u"planner"_s) && !html(content).contains(u"select 1"_s));
}

void TestExport::documentsSayEverything()
{
    ExportContent content = sampleContent();
    content.options.thoughts = true;
    const ExportLook look = ExportLook::forPaper();
    SafeTextDocument document;
    DocumentBuilder builder(content, look, document);
    builder.addTitle();
    for (const Message &message : content.messages)
        builder.addMessage(message);
    const QString text = document.toPlainText();
    for (const QString &part :
         {u"Sales of Q3"_s, u"You \u00b7 2026-05-02 09:14:03 UTC"_s, u"Which region sold most?"_s, u"sales.csv (1.18 KiB)"_s, u"select 1"_s,
          u"1.2 s"_s, u"sales.csv, line 3"_s, u"planner: The table has"_s, u"North sold most."_s, u"1204"_s, u"Agent Desk 0.1.0"_s,
          u"Not complete: the answer was interrupted. Reason: The connection was lost."_s})
        QVERIFY2(text.contains(part), qPrintable(part + u" is not in "_s + text));
}

void TestExport::onlyACompleteAnswerLooksComplete()
{
    ExportContent content = sampleContent();
    content.messages = {content.messages.at(1)};
    for (const MessageState state :
         {MessageState::Pending, MessageState::Streaming, MessageState::Stopped, MessageState::Interrupted, MessageState::Failed}) {
        content.messages[0].state = state;
        const QString note = ExportWords::state(content.messages.constFirst());
        QVERIFY(!note.isEmpty() && html(content).contains(u"<p class=\"s\">"_s + note.toHtmlEscaped()));
        const ExportLook look = ExportLook::forPaper();
        SafeTextDocument document;
        DocumentBuilder(content, look, document).addMessage(content.messages.constFirst());
        QVERIFY(document.toPlainText().contains(note));
    }
}

void TestExport::REND_02_aDocumentLoadsNothing()
{
    const QString secret = m_dir.filePath(u"secret.png"_s);
    QImage(4, 4, QImage::Format_RGB32).save(secret);
    ExportContent content = hostileContent();
    content.messages[1].content += u"\n\n![x](file://%1) ![y](%1) <img src=\"%1\">"_s.arg(secret);
    const ExportLook look = ExportLook::forPaper();
    ExportProgress progress;
    const QString path = m_dir.filePath(u"hostile.odt"_s);
    QVERIFY(ConversationExport::write(content, ExportFormat::OpenDocument, path, look, progress).has_value());
    QVERIFY(!contentOf(path).contains("Pictures/"));
    SafeTextDocument document;
    DocumentBuilder builder(content, look, document);
    for (const Message &message : content.messages)
        builder.addMessage(message);
    (void)document.size();
    QCOMPARE(document.refusedResources(), 0); // nothing even asks
}

void TestExport::pdfPagesFollowEachOther()
{
    ExportContent content = sampleContent();
    const QList<Message> some = content.messages;
    for (int i = 0; i < 60; ++i)
        content.messages += some;
    const ExportLook look = ExportLook::forPaper();
    ExportProgress progress;
    const QString path = m_dir.filePath(u"long.pdf"_s);
    QVERIFY(ConversationExport::write(content, ExportFormat::Pdf, path, look, progress).has_value());
    const QByteArray pdf = contentOf(path);
    QVERIFY(pdf.startsWith("%PDF-") && pdf.trimmed().endsWith("%%EOF"));
    for (const char *active : {"/JavaScript", "/Launch", "/EmbeddedFile", "/URI"})
        QVERIFY2(!pdf.contains(active), active);
    static const QRegularExpression page(u"/Type */Page[^s]"_s);
    const qsizetype pages = QString::fromLatin1(pdf).count(page);
    // In several documents one after the other they fill about as many pages as in a single one.
    SafeTextDocument whole;
    DocumentBuilder builder(content, look, whole);
    builder.addTitle();
    for (const Message &message : content.messages)
        builder.addMessage(message);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter device(&buffer);
    device.setPageSize(look.pageSize);
    device.setPageMargins(QMarginsF(18, 18, 18, 18), QPageLayout::Millimeter);
    const qreal scale = device.logicalDpiY() / 96.0;
    whole.setPageSize(QSizeF(device.width() / scale, device.height() / scale - QFontMetricsF(look.style.font).height() * 2));
    QVERIFY2(qAbs(pages - whole.pageCount()) <= 2, qPrintable(u"%1 pages, as one %2"_s.arg(pages).arg(whole.pageCount())));
    QVERIFY(pages > 20);
}

void TestExport::openDocumentIsWellFormed()
{
    const ExportLook look = ExportLook::forPaper();
    ExportProgress progress;
    const QString path = m_dir.filePath(u"a.odt"_s);
    QVERIFY(ConversationExport::write(sampleContent(), ExportFormat::OpenDocument, path, look, progress).has_value());
    const QByteArray zip = contentOf(path);
    QCOMPARE(fromZip(zip, "mimetype"), QByteArray("application/vnd.oasis.opendocument.text"));
    const QByteArray content = fromZip(zip, "content.xml");
    QString text;
    QXmlStreamReader xml(content);
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::Characters)
            text += xml.text();
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY(text.contains(u"Which region sold most?"_s) && text.contains(u"North"_s));
    QVERIFY(text.contains(u"Not complete: the answer was interrupted."_s));
    QVERIFY(content.contains("table:table-cell"));
}

void TestExport::aLongConversationIsNoTextDocument()
{
    ExportContent content = sampleContent();
    const Message message = content.messages.constFirst();
    while (content.messages.size() <= ConversationExport::maxDocumentMessages)
        content.messages.append(message);
    ExportProgress progress;
    const QString path = m_dir.filePath(u"toolong.odt"_s);
    const Result<> outcome = ConversationExport::write(content, ExportFormat::OpenDocument, path, ExportLook::forPaper(), progress);
    QCOMPARE(outcome.error().kind, Error::Kind::Invalid);
    QVERIFY(outcome.error().nextStep.contains(u"PDF"_s)); // what to do instead
    QVERIFY(!QFile::exists(path));
}

void TestExport::DATA_08_aFormatThatFailsKeepsTheOldFile()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"missing/a"_s);
    ExportProgress progress;
    for (const ExportFormat format : {ExportFormat::Pdf, ExportFormat::OpenDocument, ExportFormat::Html, ExportFormat::Markdown,
                                      ExportFormat::Json, ExportFormat::PlainText, ExportFormat::Evidence})
        QCOMPARE(ConversationExport::write(sampleContent(), format, path, ExportLook::forPaper(), progress).error().kind,
                 Error::Kind::Storage);
    const QString old = dir.filePath(u"old.pdf"_s);
    QVERIFY(ConversationExport::write(sampleContent(), ExportFormat::Markdown, old, ExportLook::forPaper(), progress).has_value());
    const QByteArray before = contentOf(old);
    QPromise<void> promise;
    promise.start();
    promise.future().cancel();
    ExportProgress nobodyWantsIt(&promise);
    QCOMPARE(ConversationExport::write(sampleContent(), ExportFormat::Pdf, old, ExportLook::forPaper(), nobodyWantsIt).error().kind,
             Error::Kind::Cancelled);
    QCOMPARE(contentOf(old), before);
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files).size(), 1);
}

void TestExport::theDialogWritesEveryFormat_data()
{
    QTest::addColumn<ExportFormat>("format");
    QTest::addColumn<QByteArray>("beginning");
    QTest::newRow("pdf") << ExportFormat::Pdf << QByteArray("%PDF");
    QTest::newRow("odt") << ExportFormat::OpenDocument << QByteArray("PK\x03\x04");
    QTest::newRow("html") << ExportFormat::Html << QByteArray("<!DOCTYPE html>");
    QTest::newRow("markdown") << ExportFormat::Markdown << QByteArray("# Sales of Q3");
    QTest::newRow("text") << ExportFormat::PlainText << QByteArray("Sales of Q3\n===");
    QTest::newRow("json") << ExportFormat::Json << QByteArray("{\"conversation\":");
    QTest::newRow("evidence") << ExportFormat::Evidence << QByteArray("{\n  \"checksums\"");
}

void TestExport::theDialogWritesEveryFormat()
{
    QFETCH(ExportFormat, format);
    QFETCH(QByteArray, beginning);
    Opened opened(sampleContent());
    opened.choose(format);
    const QString path = m_dir.filePath(u"out"_s + ConversationExport::suffix(format));
    opened.dialogs.fileToSave = path;
    opened.press("exportButton");
    QTRY_VERIFY(opened.isDone());
    QVERIFY(opened.find<QLabel>("exportResult")->text().contains(path));
    QVERIFY2(contentOf(path).startsWith(beginning), contentOf(path).left(40).constData());
    QVERIFY(!opened.find<QProgressBar>("exportProgress")->isVisible());
    opened.press("exportFolder");
    QCOMPARE(opened.dialogs.opened, QList<QUrl>{QUrl::fromLocalFile(m_dir.path())});
    QTest::keyClick(opened.dialog, Qt::Key_Escape);
    QTRY_VERIFY(!opened.dialog);
}

void TestExport::theDialogWritesOneAnswer()
{
    ExportContent content = sampleContent();
    content.messages[2].content = u"other"_s;
    Opened opened(content, content.messages.at(1).id);
    QVERIFY(opened.find<QRadioButton>("exportSingle")->isChecked());
    auto *thoughts = opened.find<QCheckBox>("exportThoughts");
    thoughts->setFocus();
    QTest::keyClick(thoughts, Qt::Key_Space);
    opened.choose(ExportFormat::Json);
    opened.dialogs.fileToSave = m_dir.filePath(u"one.json"_s);
    opened.press("exportButton");
    QTRY_VERIFY(opened.isDone());
    const Result<ConversationFile> file = ConversationFile::read(opened.dialogs.fileToSave);
    QVERIFY(file.has_value());
    QCOMPARE(file->messages.size(), 2);
    QCOMPARE(file->messages.at(1).id, content.messages.at(1).id);
    QCOMPARE(file->messages.at(1).thoughts.size(), 1);
}

void TestExport::evidenceIsOfOneAnswer()
{
    Opened opened(sampleContent());
    QVERIFY(opened.find<QRadioButton>("exportWhole")->isChecked());
    opened.choose(ExportFormat::Evidence);
    QVERIFY(opened.find<QRadioButton>("exportSingle")->isChecked());
    QVERIFY(!opened.find<QRadioButton>("exportWhole")->isEnabled());
    QVERIFY(!opened.find<QPushButton>("exportPrint")->isEnabled());
    opened.dialogs.fileToSave = m_dir.filePath(u"one.evidence.json"_s);
    opened.press("exportButton");
    QTRY_VERIFY(opened.isDone());
    QCOMPARE(EvidenceCheck::ofFile(opened.dialogs.fileToSave).outcome(), EvidenceCheck::Outcome::Whole);
    QVERIFY(contentOf(opened.dialogs.fileToSave).contains("South sold")); // the last answer
    ExportContent noAnswer = sampleContent();
    noAnswer.messages = {noAnswer.messages.constFirst()};
    const Opened without(noAnswer);
    QCOMPARE(without.find<QComboBox>("exportFormat")->findData(static_cast<int>(ExportFormat::Evidence)), -1);
    QVERIFY(!without.find<QRadioButton>("exportSingle")->isEnabled());
}

void TestExport::aFailureIsShown()
{
    Opened opened(sampleContent());
    opened.choose(ExportFormat::Markdown);
    opened.dialogs.fileToSave = u"/nonexistent/folder/a.md"_s;
    opened.press("exportButton");
    auto *banner = opened.dialog->findChild<ErrorBanner *>();
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(banner->text().contains(u"a.md"_s));
    QVERIFY(!opened.isDone());
    opened.dialogs.fileToSave = m_dir.filePath(u"again.md"_s);
    opened.press("exportButton");
    QTRY_VERIFY(opened.isDone());
    QVERIFY(!banner->isVisible());
}

void TestExport::cancellingAFileDialogDoesNothing()
{
    Opened opened(sampleContent());
    opened.press("exportButton");
    opened.press("exportPrint");
    QVERIFY(!opened.isDone() && opened.find<QPushButton>("exportButton")->isEnabled());
}

void TestExport::cancellingEndsTheWork()
{
    ExportContent content = sampleContent();
    const QList<Message> some = content.messages;
    for (int i = 0; i < 20'000; ++i)
        content.messages += some;
    Opened opened(content);
    opened.choose(ExportFormat::Pdf);
    opened.dialogs.fileToSave = m_dir.filePath(u"cancelled.pdf"_s);
    opened.press("exportButton");
    QVERIFY(opened.find<QProgressBar>("exportProgress")->isVisible());
    QVERIFY(!opened.find<QPushButton>("exportButton")->isEnabled());
    QTest::keyClick(opened.dialog, Qt::Key_Escape);
    QTRY_VERIFY(opened.find<QPushButton>("exportButton")->isEnabled());
    QVERIFY(opened.dialog->isVisible() && !opened.isDone());
    QTRY_VERIFY(!QFile::exists(opened.dialogs.fileToSave));
}

void TestExport::theWindowGoesOnMeanwhile()
{
    ExportContent content = sampleContent();
    const QList<Message> some = content.messages;
    for (int i = 0; i < 33'333; ++i)
        content.messages += some;
    Opened opened(content);
    opened.choose(ExportFormat::Html);
    opened.dialogs.fileToSave = m_dir.filePath(u"meanwhile.html"_s);
    opened.press("exportButton");
    QVERIFY(!opened.isDone()); // it came back at once
    auto *bar = opened.find<QProgressBar>("exportProgress");
    QTRY_VERIFY(bar->value() > 0 && bar->value() < bar->maximum()); // and is told on the way
    QTRY_VERIFY_WITH_TIMEOUT(opened.isDone(), 60'000);
    QCOMPARE(contentOf(opened.dialogs.fileToSave).count("<article"), content.messages.size());
}

void TestExport::printingPrints()
{
    Opened opened(sampleContent());
    const QString path = m_dir.filePath(u"printed.pdf"_s);
    opened.dialogs.printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    opened.dialogs.printer->setOutputFormat(QPrinter::PdfFormat);
    opened.dialogs.printer->setOutputFileName(path);
    opened.press("exportPrint");
    QTRY_VERIFY(opened.isDone());
    QVERIFY(contentOf(path).startsWith("%PDF"));
    QVERIFY(!opened.find<QPushButton>("exportFolder")->isVisible());
    opened.dialogs.printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    opened.dialogs.printer->setOutputFormat(QPrinter::PdfFormat);
    opened.dialogs.printer->setOutputFileName(u"/nonexistent/folder/a.pdf"_s);
    opened.press("exportPrint");
    QTRY_VERIFY(opened.dialog->findChild<ErrorBanner *>()->isVisible());
}

void TestExport::theRealPrinterDialogAsks()
{
    NativeDialogs dialogs;
    QWidget window;
    window.show();
    bool isAnswered = false;
    dialogs.choosePrinter(&window, u"Print"_s, [&isAnswered](const std::shared_ptr<QPrinter> &) { isAnswered = true; });
    const QPointer<QPrintDialog> dialog = window.findChild<QPrintDialog *>();
    QVERIFY(dialog && dialog->isVisible()); // opened, not executed: we are back
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!dialog);
    QVERIFY(!isAnswered);
}

void TestExport::REND_16_aFormattedCopyHasBothForms()
{
    Message message = sampleContent().messages.at(1);
    message.content = u"**North** \u001b<script>x</script> ![p](https://evil.example/p.png)"_s;
    const std::unique_ptr<QMimeData> data = formattedCopy(message);
    QCOMPARE(data->text(), u"**North** <script>x</script> ![p](https://evil.example/p.png)"_s);
    QVERIFY(data->html().contains(u"<strong>North</strong>"_s));
    QVERIFY(!data->html().contains(u"<script"_s) && !data->html().contains(u"<img"_s) && !data->html().contains(u"src="_s));
    message.role = Role::User;
    message.content = u"a < b\nc"_s;
    QVERIFY(formattedCopy(message)->html().contains(u"<p>a &lt; b<br>\nc</p>"_s));
}

void TestExport::anEndlessMessageEndsOnPaper()
{
    ExportContent content = sampleContent();
    content.messages = {content.messages.at(1)};
    content.messages[0].content = QString(5 * 1024 * 1024, u'x');
    const ExportLook look = ExportLook::forPaper();
    SafeTextDocument document;
    DocumentBuilder(content, look, document).addMessage(content.messages.constFirst());
    const QString text = document.toPlainText();
    QVERIFY(text.count(u'x') > 4'000'000 && text.count(u'x') < 4'300'000);
    QVERIFY(text.contains(u"The rest is left out here."_s)); // said, not hidden
}

void TestExport::theDialogIsAccessible()
{
    const Opened opened(sampleContent());
    opened.dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(opened.dialog));
    const QStringList problems = namingProblems(*opened.dialog) + tabbingProblems(*opened.dialog);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

void TestExport::pictures()
{
    const QString folder = qEnvironmentVariable("DESK_SHOTS");
    if (folder.isEmpty())
        return;
    Opened opened(sampleContent());
    opened.dialog->grab().save(folder + u"/export.png"_s);
    opened.dialogs.fileToSave = folder + u"/sample.pdf"_s;
    opened.choose(ExportFormat::Pdf);
    opened.press("exportButton");
    QTRY_VERIFY(opened.isDone());
    opened.dialog->grab().save(folder + u"/export-done.png"_s);
    opened.choose(ExportFormat::Html);
    opened.dialogs.fileToSave = folder + u"/sample.html"_s;
    opened.press("exportButton");
    QTRY_VERIFY(opened.isDone());
    opened.dialogs.fileToSave = u"/nonexistent/folder/a.html"_s;
    opened.press("exportButton");
    QTRY_VERIFY(opened.dialog->findChild<ErrorBanner *>()->isVisible());
    opened.dialog->grab().save(folder + u"/export-failed.png"_s);
}

QTEST_MAIN(TestExport)
#include "tst_export.moc"
