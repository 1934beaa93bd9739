#include "gui/chat/messagereader.h"

#include "gui/chat/markdownrenderer.h"
#include "gui/chat/markdownsplitter.h"
#include "gui/chat/safetextbrowser.h"
#include "gui/chat/safetextdocument.h"
#include "gui/chat/textlimiter.h"
#include "gui/chat/textpage.h"

#include <QDialogButtonBox>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTextCursor>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype readerPage = 256 * 1024; // characters: unlike a transcript this lays out all it has

// Piece by piece, as in the transcript: the parser never sees more than its bound.
void append(QStringView page, const MarkdownStyle &style, QTextDocument &document)
{
    const MarkdownRenderer renderer(style);
    MarkdownSplitter splitter;
    splitter.feed(page, true);
    for (const MarkdownPiece &piece : splitter.pieces()) {
        const QStringView source = page.sliced(piece.start, piece.end - piece.start);
        if (piece.kind == MarkdownPiece::Kind::Code)
            renderer.renderCode(source, piece.language, document, piece.first, piece.last);
        else
            renderer.render(source, document);
    }
}

} // namespace

MessageReader::MessageReader(const Message &message, QWidget *parent)
    : QDialog(parent)
    , m_text(message.content)
    , m_isMarkdown(message.role != Role::User)
    , m_style(MarkdownStyle::from(palette(), font()))
    , m_browser(new SafeTextBrowser(this))
    , m_more(new QPushButton(tr("Show &More"), this))
{
    setObjectName(u"messageReader"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(false);
    setWindowTitle(message.role == Role::User ? tr("Your message") : tr("Answer"));
    m_browser->setObjectName(u"messageText"_s);
    m_browser->setAccessibleName(windowTitle());
    m_style.marks = MarkdownStyle::Marks::Inline;
    auto *document = new SafeTextDocument(m_browser);
    document->setDefaultFont(font());
    document->setIndentWidth(m_style.indent);
    document->setDocumentMargin(m_style.padding * 2);
    m_browser->setDocument(document);
    showMore();
    m_browser->moveCursor(QTextCursor::Start);
    connect(m_browser, &SafeTextBrowser::linkActivated, this, [this](const QString &href) { Q_EMIT linkActivated(href, {}); });
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_more->setObjectName(u"showMore"_s);
    m_more->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(m_more, &QPushButton::clicked, this, &MessageReader::showMore);
    auto *box = new QVBoxLayout(this);
    box->addWidget(m_browser);
    auto *row = new QHBoxLayout; // beside the box, not in it: see DiagnosticsDialog
    row->addWidget(m_more);
    row->addWidget(buttons, 1);
    box->addLayout(row);
    const QFontMetrics metrics(font());
    resize(metrics.averageCharWidth() * 90, metrics.height() * 32);
    m_browser->setFocus();
}

void MessageReader::showMore()
{
    const qsizetype end = pageEnd(m_text, m_shown, readerPage);
    const QStringView page = QStringView(m_text).sliced(m_shown, end - m_shown);
    QTextDocument &document = *m_browser->document();
    if (m_isMarkdown) {
        append(page, m_style, document);
    } else {
        QTextCursor cursor(&document);
        cursor.movePosition(QTextCursor::End);
        cursor.insertText(displayText(page, TextUse::Prose));
    }
    m_shown = end;
    const bool isWhole = m_shown == m_text.size();
    if (isWhole && m_more->hasFocus())
        m_browser->setFocus();
    m_more->setVisible(!isWhole);
}

} // namespace desk
