#include "gui/chat/messagereader.h"

#include "gui/chat/markdownrenderer.h"
#include "gui/chat/markdownsplitter.h"
#include "gui/chat/safetextbrowser.h"
#include "gui/chat/safetextdocument.h"
#include "gui/chat/textlimiter.h"

#include <QDialogButtonBox>
#include <QFontMetrics>
#include <QTextCursor>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// Piece by piece, as in the transcript: the parser never sees more than its bound.
void fill(const Message &message, const MarkdownStyle &style, QTextDocument &document)
{
    if (message.role == Role::User) {
        QTextCursor(&document).insertText(displayText(message.content, TextUse::Prose));
        return;
    }
    const MarkdownRenderer renderer(style);
    MarkdownSplitter splitter;
    splitter.feed(message.content, true);
    for (const MarkdownPiece &piece : splitter.pieces()) {
        const QStringView source = QStringView(message.content).mid(piece.start, piece.end - piece.start);
        if (piece.kind == MarkdownPiece::Kind::Code)
            renderer.renderCode(source, piece.language, document, piece.first, piece.last);
        else
            renderer.render(source, document);
    }
}

} // namespace

MessageReader::MessageReader(const Message &message, QWidget *parent)
    : QDialog(parent)
    , m_browser(new SafeTextBrowser(this))
{
    setObjectName(u"messageReader"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(false);
    setWindowTitle(message.role == Role::User ? tr("Your message") : tr("Answer"));
    m_browser->setObjectName(u"messageText"_s);
    m_browser->setAccessibleName(windowTitle());
    MarkdownStyle style = MarkdownStyle::from(palette(), font());
    style.marks = MarkdownStyle::Marks::Inline;
    auto *document = new SafeTextDocument(m_browser);
    document->setDefaultFont(font());
    document->setIndentWidth(style.indent);
    document->setDocumentMargin(style.padding * 2);
    fill(message, style, *document);
    m_browser->setDocument(document);
    m_browser->moveCursor(QTextCursor::Start);
    connect(m_browser, &SafeTextBrowser::linkActivated, this, [this](const QString &href) { Q_EMIT linkActivated(href, {}); });
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *box = new QVBoxLayout(this);
    box->addWidget(m_browser);
    box->addWidget(buttons);
    const QFontMetrics metrics(font());
    resize(metrics.averageCharWidth() * 90, metrics.height() * 32);
    m_browser->setFocus();
}

} // namespace desk
