// The part of the source panel for the document itself: fetching it, and showing it where the quoted words stand.
#include "gui/chat/image/imagedecoder.h"
#include "gui/chat/source/sourcepanel.h"
#include "gui/chat/source/sourcestatus.h"
#include "gui/chat/source/sourceview.h"
#include "gui/text/textlimiter.h"
#include "state/chat/sourcefetch.h"
#include "state/chat/sourcefiles.h"
#include "state/chat/sourcetext.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int mostIndent = 4; // of headings

SourceView::Form formOf(const QString &filename)
{
    if (sourceKindOf(filename) == SourceKind::Markdown)
        return SourceView::Form::Markdown;
    static constexpr std::array prose{".txt"_L1, ".text"_L1, ".rst"_L1, ".adoc"_L1};
    const bool isProse = std::any_of(prose.begin(), prose.end(),
                                     [&filename](QLatin1StringView ending) { return filename.endsWith(ending, Qt::CaseInsensitive); });
    return isProse ? SourceView::Form::Plain : SourceView::Form::Code;
}

QString entryText(const SourceHeading &entry)
{
    if (entry.page > 0)
        return SourcePanel::tr("Page %1").arg(QLocale().toString(entry.page));
    return QString(2 * (std::min(entry.level, mostIndent) - 1), u' ') + displayLine(entry.title, 120);
}

} // namespace

QString SourcePanel::whyNotShown() const
{
    if (m_files == nullptr)
        return tr("The document cannot be shown here.");
    if (!isKnown())
        return tr("Only documents that came as sources of the answer can be shown.");
    return m_files->whyNotShown(citation());
}

void SourcePanel::wantDocument(bool wanted)
{
    m_wantsDocument = wanted;
    if (!wanted)
        dropDocument();
    if (m_passage < 0)
        return;
    updateDocument();
    updateAbilities();
}

// The document where it is wanted and can be had; until it is there, and else, the quote.
void SourcePanel::updateDocument()
{
    if (m_isShown)
        return goToPassage();
    if (m_isComing)
        return; // and will be shown there
    showQuote();
    if (m_wantsDocument && m_fetch.isNull() && whyNotShown().isEmpty() && !isSameDocument(m_loading, citation()))
        fetchDocument();
}

void SourcePanel::dropDocument()
{
    delete m_fetch.data();
    m_loading = {};
    m_isComing = false;
    m_isShown = false;
    m_cutNote.clear();
    m_status->clear();
    m_contents->clear();
    m_contents->hide();
    m_note->hide();
}

void SourcePanel::fetchDocument()
{
    const Citation of = citation();
    dropDocument();
    m_loading = of;
    m_fetch = m_files->fetch(of, this);
    connect(m_fetch, &SourceFetch::progressed, m_status, &SourceStatus::showProgress);
    connect(m_fetch, &SourceFetch::done, this, [this, of](const Result<SourceBytes> &outcome) {
        m_fetch->deleteLater();
        m_fetch = nullptr;
        outcome ? onFetched(of, *outcome) : onFailed(outcome.error());
    });
    m_status->showProgress(0, -1);
}

void SourcePanel::onFailed(const Error &error)
{
    if (error.kind == Error::Kind::Cancelled) // another server, or another account
        return wantDocument(false);
    m_status->showError(error.userText(), true);
}

void SourcePanel::onFetched(const Citation &of, const SourceBytes &document)
{
    if (sourceKindOf(of.filename) == SourceKind::Picture) {
        if (document.isCut)
            return m_status->showError(tr("The picture is too large to be shown here. It can be saved."), false);
        decodeImage(document.bytes, this, [this, of](const Result<QImage> &image) {
            if (m_loading != of || m_isShown)
                return; // by now something else is shown
            image ? onPicture(of, *image) : m_status->showError(image.error().userText(), false);
        });
        return;
    }
    const std::optional<QString> text = sourceText(document.bytes, document.isCut);
    if (!text)
        return m_status->showError(tr("This file is not text. It can be saved, but not shown here."), false);
    if (text->trimmed().isEmpty())
        return m_status->showError(tr("The document is empty."), false);
    if (document.isCut) {
        const QString shown = locale().formattedDataSize(document.bytes.size());
        m_cutNote = document.size > 0 ? tr("Only the first %1 of %2 are shown. Save the original to read the rest.")
                                            .arg(shown, locale().formattedDataSize(document.size))
                                      : tr("Only the first %1 are shown. Save the original to read the rest.").arg(shown);
    }
    m_isComing = true;
    m_view->showText(*text, formOf(of.filename));
}

void SourcePanel::onPicture(const Citation &of, const QImage &image)
{
    m_isComing = true;
    m_view->showPicture(image, displayLine(of.filename, 120));
}

void SourcePanel::onReady()
{
    if (!std::exchange(m_isComing, false))
        return;
    m_isShown = true;
    m_status->clear();
    if (m_view->isCut() && m_cutNote.isEmpty())
        m_cutNote = tr("The document has more lines than can be shown here. Save the original to read the rest.");
    fillContents();
    goToPassage();
    updateAbilities();
}

void SourcePanel::fillContents()
{
    m_contents->clear();
    for (const SourceHeading &entry : m_view->contents())
        m_contents->addItem(entryText(entry));
    m_contents->setCurrentIndex(-1);
    m_contents->setVisible(m_contents->count() > 1);
}

void SourcePanel::goToPassage()
{
    const bool isFound = m_view->goToPassage(citation().quote, citation().page);
    QString note = m_cutNote;
    if (!isFound) {
        const QString missing = m_cutNote.isEmpty() ? tr("The quoted words are not in the document as it is now.")
                                                    : tr("The quoted words are not in this part of the document.");
        note = note.isEmpty() ? missing : note + u'\n' + missing;
    }
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_view->keepInView();
    find(SourceView::Stay);
}

} // namespace desk
