#include "gui/chat/sourcedialog.h"

#include "gui/chat/safetextbrowser.h"
#include "gui/chat/safetextdocument.h"
#include "gui/chat/textlimiter.h"
#include "gui/theme.h"

#include <QDialogButtonBox>
#include <QFontMetrics>
#include <QLabel>
#include <QTextCursor>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

SourceDialog::SourceDialog(const Citation &citation, int number, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"sourceDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(false);
    setWindowTitle(tr("Source %1").arg(number));
    const QString name = displayLine(citation.filename, 120);
    const bool paged = name.endsWith(".pdf"_L1, Qt::CaseInsensitive) || name.endsWith(".docx"_L1, Qt::CaseInsensitive);
    const QString place = paged ? tr("%1, page %2") : tr("%1, line %2");
    auto *where = new QLabel(citation.page > 0 ? place.arg(name).arg(citation.page) : name, this);
    where->setObjectName(u"sourceName"_s);
    where->setTextFormat(Qt::PlainText);
    where->setFont(Theme::heading(font()));
    where->setWordWrap(true);
    auto *quote = new SafeTextBrowser(this);
    quote->setObjectName(u"sourceQuote"_s);
    quote->setAccessibleName(tr("Words of the source"));
    auto *document = new SafeTextDocument(quote);
    document->setDefaultFont(font());
    document->setDocumentMargin(Theme::space(this, 1.5));
    const QString text = citation.quote.isEmpty() ? tr("The server gave no quote.") : citation.quote.left(64 * 1024);
    QTextCursor(document).insertText(displayText(text, TextUse::Code));
    quote->setDocument(document);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *box = new QVBoxLayout(this);
    box->addWidget(where);
    box->addWidget(quote, 1);
    box->addWidget(buttons);
    const QFontMetrics metrics(font());
    resize(metrics.averageCharWidth() * 70, metrics.height() * 16);
    quote->setFocus();
}

} // namespace desk
