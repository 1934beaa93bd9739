#include "gui/chat/source/sourcepanel.h"

#include "gui/chat/source/sourcestatus.h"
#include "gui/chat/source/sourceview.h"
#include "gui/dialogs.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/iconbutton.h"
#include "gui/widgets/plainlabel.h"
#include "state/chat/sourcefetch.h"
#include "state/chat/sourcefiles.h"
#include "state/export/exporttext.h"
#include "state/export/exportwords.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QKeySequence>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype maxQuote = 64 * 1024;
constexpr int mostRows = 4; // of passages, at once

QString nameOfUnknown(const Citation &citation)
{
    const QString id = displayLine(citation.fileId.value(), 120);
    if (citation.page <= 0)
        return SourcePanel::tr("Document %1").arg(id);
    //: The number of a document, and a page
    return SourcePanel::tr("Document %1, page %2").arg(id, QLocale().toString(citation.page));
}

// Where it stands and how it begins, in one line.
QString passageText(const Citation &citation)
{
    const QString number = QLocale().toString(citation.page);
    QString place = hasPages(citation.filename) ? SourcePanel::tr("Page %1").arg(number) : SourcePanel::tr("Line %1").arg(number);
    if (citation.page <= 0)
        place = SourcePanel::tr("Place unknown", "a passage of a document");
    const QString words = displayLine(citation.quote, 120);
    //: A passage of a document: its place, and how it begins
    return words.isEmpty() ? place : SourcePanel::tr("%1: %2").arg(place, words);
}

} // namespace

SourcePanel::SourcePanel(Dialogs &dialogs, SourceFiles *files, QWidget *parent)
    : QWidget(parent)
    , m_dialogs(dialogs)
    , m_files(files)
    , m_title(new PlainLabel(this))
    , m_name(new PlainLabel(this))
    , m_passages(new QListWidget(this))
    , m_contents(new QComboBox(this))
    , m_status(new SourceStatus(this))
    , m_view(new SourceView(this))
    , m_note(new PlainLabel(this))
    , m_find(new QLineEdit(this))
    , m_count(new PlainLabel(this))
    , m_show(new QPushButton(tr("Show the &Document"), this))
    , m_original(new QPushButton(tr("Save &Original\u2026"), this))
    , m_problem(new PlainLabel(this))
{
    setObjectName(u"sourcePanel"_s);
    setAccessibleName(tr("Source of the answer"));
    setFocusProxy(m_view);
    build();
    connectParts();
}

void SourcePanel::build()
{
    const int unit = Theme::space(this);
    m_passages->setObjectName(u"sourcePassages"_s);
    m_passages->setAccessibleName(tr("Passages of this document"));
    m_passages->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_passages->setTextElideMode(Qt::ElideRight);
    m_passages->setUniformItemSizes(true);
    m_contents->setObjectName(u"sourceContents"_s);
    m_contents->setAccessibleName(tr("Contents of the document"));
    m_contents->setPlaceholderText(tr("Contents"));
    m_contents->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_contents->setMinimumContentsLength(8);
    m_note->setObjectName(u"sourceNote"_s);
    m_find->setObjectName(u"sourceFind"_s);
    m_find->setPlaceholderText(tr("Find in this source"));
    m_find->setAccessibleName(tr("Find in this source"));
    m_find->setClearButtonEnabled(true);
    m_find->setMaxLength(1000);
    m_count->setObjectName(u"sourceFindCount"_s);
    m_show->setObjectName(u"sourceShow"_s);
    m_show->setCheckable(true);
    m_original->setObjectName(u"sourceOriginal"_s);
    m_problem->setObjectName(u"sourceProblem"_s);
    for (QLabel *label : {m_name, m_note, m_problem})
        label->setWordWrap(true);
    m_name->setFont(Theme::heading(font()));
    for (QLabel *label : {m_note, m_problem, m_count})
        label->setFont(Theme::small(font()));
    auto *search = new QHBoxLayout;
    search->addWidget(m_find, 1);
    search->addWidget(m_count);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(unit * 3 / 2, unit * 3 / 2, unit * 3 / 2, unit * 3 / 2);
    box->setSpacing(unit);
    buildHead(*box);
    box->addWidget(m_name);
    box->addWidget(m_passages);
    box->addWidget(m_contents);
    box->addWidget(m_status);
    box->addWidget(m_view, 1);
    box->addWidget(m_note);
    box->addLayout(search);
    box->addWidget(m_problem);
    box->addWidget(m_show, 0, Qt::AlignLeading);
    box->addWidget(m_original, 0, Qt::AlignLeading);
    for (QWidget *part : {static_cast<QWidget *>(m_passages), static_cast<QWidget *>(m_contents), static_cast<QWidget *>(m_note)})
        part->hide();
}

void SourcePanel::buildHead(QVBoxLayout &box)
{
    m_title->setObjectName(u"sourceTitle"_s);
    m_name->setObjectName(u"sourceName"_s);
    const bool rtl = isRightToLeft();
    const auto walk = [this](const QString &name, bool isLeft, const QString &text) {
        const QKeySequence keys(Qt::ALT | (isLeft ? Qt::Key_Left : Qt::Key_Right));
        return iconButton(this, name, isLeft ? u"chevron-left"_s : u"chevron-right"_s, text.arg(keys.toString(QKeySequence::NativeText)));
    };
    //: %1: the keys for it
    m_previous = walk(u"sourcePrevious"_s, !rtl, tr("Previous source (%1)"));
    //: %1: the keys for it
    m_next = walk(u"sourceNext"_s, rtl, tr("Next source (%1)"));
    QToolButton *close = iconButton(this, u"sourceClose"_s, u"close"_s, tr("Close (Esc)"));
    connect(m_previous, &QToolButton::clicked, this, [this] { showSource(m_index - 1); });
    connect(m_next, &QToolButton::clicked, this, [this] { showSource(m_index + 1); });
    connect(close, &QToolButton::clicked, this, &SourcePanel::closeRequested);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    for (QToolButton *tool : {m_previous, m_next, close})
        head->addWidget(tool);
    box.addLayout(head);
}

void SourcePanel::connectParts()
{
    connect(m_find, &QLineEdit::textChanged, this, [this] { find(0); });
    connect(m_original, &QPushButton::clicked, this, &SourcePanel::askForOriginal);
    connect(m_show, &QPushButton::clicked, this, &SourcePanel::wantDocument);
    connect(m_passages, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0 && row < m_documents.at(m_index).all.size())
            showPassage(m_documents.at(m_index).all.at(row));
    });
    connect(m_contents, &QComboBox::activated, this, [this](int row) { m_view->goTo(m_view->contents().at(row).position); });
    connect(m_status, &SourceStatus::cancelRequested, this, [this] { wantDocument(false); });
    connect(m_status, &SourceStatus::retryRequested, this, &SourcePanel::fetchDocument);
    connect(m_view, &SourceView::ready, this, &SourcePanel::onReady);
    connect(m_view, &SourceView::linkActivated, this, &SourcePanel::linkActivated);
    if (m_files != nullptr)
        connect(m_files, &SourceFiles::changed, this, &SourcePanel::updateAbilities);
    QList<QWidget *> watched = m_view->pages();
    watched << m_find << m_passages << m_contents << m_show << m_original;
    for (QWidget *part : std::as_const(watched))
        part->installEventFilter(this);
}

void SourcePanel::open(const QList<Citation> &citations, int index)
{
    m_index = -1;
    m_passage = -1;
    m_citations = citations;
    m_documents = citedDocuments(m_citations);
    m_find->clear();
    for (int i = 0; i < static_cast<int>(m_documents.size()); ++i) {
        if (m_documents.at(i).all.contains(index))
            showSource(i, index);
    }
}

void SourcePanel::leave()
{
    hide();
    m_wantsDocument = false; // asking for documents counts until it is closed
    dropDocument();
    m_view->showQuote({});
}

void SourcePanel::focusText()
{
    m_view->focusTarget()->setFocus(Qt::OtherFocusReason);
}

// ------------------------------------------------------------------------------------------------ what is shown

void SourcePanel::showSource(int index, qsizetype passage)
{
    if (index < 0 || index >= m_documents.size())
        return;
    m_index = index;
    m_passage = passage < 0 ? m_documents.at(index).best : passage;
    m_title->setText(m_documents.size() > 1 ? tr("Source %1 of %2").arg(index + 1).arg(m_documents.size()) : tr("Source"));
    m_previous->setEnabled(index > 0);
    m_next->setEnabled(index + 1 < m_documents.size());
    fillPassages();
    showPassage(m_passage);
}

void SourcePanel::fillPassages()
{
    const QSignalBlocker quiet(m_passages);
    m_passages->clear();
    const QList<qsizetype> &all = m_documents.at(m_index).all;
    for (const qsizetype passage : all)
        m_passages->addItem(passageText(m_citations.at(passage)));
    m_passages->setCurrentRow(static_cast<int>(all.indexOf(m_passage)));
    m_passages->setVisible(all.size() > 1);
    fitPassages();
}

void SourcePanel::fitPassages()
{
    const int rows = std::min(m_passages->count(), mostRows);
    m_passages->setFixedHeight(m_passages->sizeHintForRow(0) * rows + 2 * m_passages->frameWidth());
}

void SourcePanel::showPassage(qsizetype passage)
{
    m_passage = passage;
    m_name->setText(isKnown() ? ExportWords::source(citation()) : nameOfUnknown(citation()));
    if (!isSameDocument(m_loading, citation()))
        dropDocument();
    updateDocument();
    updateAbilities();
}

void SourcePanel::showQuote()
{
    QString text = citation().quote.isEmpty() ? tr("The server gave no quote.") : citation().quote.left(maxQuote);
    if (!isKnown())
        text = tr(
            "The answer refers to this document, but it is not among the sources that the server sent with it. Only its number is known.");
    m_view->showQuote(text);
    find(0);
}

bool SourcePanel::isKnown() const
{
    return !citation().filename.isEmpty() || !citation().quote.isEmpty();
}

void SourcePanel::updateAbilities()
{
    if (m_passage < 0)
        return;
    QString problem = m_files == nullptr ? tr("The original cannot be saved here.") : m_files->whyNot(citation());
    if (!isKnown()) // an answer alone is no reason to fetch a file
        problem = tr("Only documents that came as sources of the answer can be saved.");
    m_original->setEnabled(problem.isEmpty());
    m_original->setToolTip(problem);
    m_original->setAccessibleDescription(problem);
    const QString notShown = whyNotShown();
    m_show->setEnabled(notShown.isEmpty() || m_isShown);
    m_show->setChecked(m_wantsDocument && m_show->isEnabled());
    m_show->setToolTip(notShown.isEmpty() ? tr("Show the document beside the conversation (Ctrl+Enter)") : notShown);
    m_show->setAccessibleDescription(notShown);
    const QString said = problem.isEmpty() ? notShown : problem;
    m_problem->setText(said);
    m_problem->setVisible(!said.isEmpty());
}

// ------------------------------------------------------------------------------------------------ finding

void SourcePanel::find(int by)
{
    const SourceView::Found found = m_view->find(m_find->text(), by);
    showCount(found.match, found.count);
}

void SourcePanel::showCount(qsizetype match, qsizetype count)
{
    QString text;
    if (!m_find->text().isEmpty())
        //: Which match of how many
        text = count == 0 ? tr("Not found") : tr("%1 of %2").arg(locale().toString(match + 1), locale().toString(count));
    m_count->setText(text);
    m_count->setVisible(!text.isEmpty());
    m_find->setAccessibleDescription(text);
}

// ------------------------------------------------------------------------------------------------ the original

void SourcePanel::askForOriginal()
{
    if (m_files == nullptr || m_passage < 0)
        return;
    const Citation citation = this->citation();
    const QString name = displayLine(citation.filename, 120);
    QString text = tr("Save \u201C%1\u201D from the server? It is not opened: whoever opens it trusts what is in it.").arg(name);
    if (SourceFiles::isProgram(citation.filename))
        text += u"\n\n"_s + tr("This is a program, or a document that can run one. It can do whatever you can do on this computer.");
    m_dialogs.confirm(window(), tr("Save the original"), text, tr("Save\u2026"), [self = QPointer(this), citation] {
        if (self)
            self->saveOriginal(citation);
    });
}

void SourcePanel::saveOriginal(const Citation &citation)
{
    const qsizetype dot = citation.filename.lastIndexOf(u'.');
    const QString name = dot <= 0 ? safeFileName(citation.filename, tr("source"), {})
                                  : safeFileName(citation.filename.left(dot), tr("source"),
                                                 u'.' + safeFileName(citation.filename.mid(dot + 1), u"bin"_s, {}));
    m_dialogs.saveFile(window(), tr("Save the original"), name, [self = QPointer(this), citation](const QString &path) {
        if (!self || self->m_files == nullptr)
            return;
        self->m_files->save(citation, path, self, [self, path](const Result<> &outcome) {
            if (outcome)
                Q_EMIT self->statusMessage(tr("Saved as %1").arg(path));
            else
                self->m_dialogs.inform(self->window(), tr("The original could not be saved"), outcome.error().userText());
        });
    });
}

// ------------------------------------------------------------------------------------------------ keys

namespace {

bool showsDocument(const QKeyEvent &key)
{
    return (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter) && key.modifiers().testFlag(Qt::ControlModifier);
}

} // namespace

bool SourcePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (event->type() == QEvent::ShortcutOverride) { // the window means its own search by these
        if (!key->matches(QKeySequence::Find) && key->key() != Qt::Key_F3 && !showsDocument(*key))
            return QWidget::eventFilter(watched, event);
        event->accept();
        return true;
    }
    const bool enter = (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && !showsDocument(*key);
    if ((watched == m_find && enter) || key->key() == Qt::Key_F3) {
        find(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        return true;
    }
    const bool walks = key->modifiers().testFlag(Qt::AltModifier) && (key->key() == Qt::Key_Left || key->key() == Qt::Key_Right);
    if (walks || key->key() == Qt::Key_Escape || key->matches(QKeySequence::Find) || showsDocument(*key)) {
        keyPressEvent(static_cast<QKeyEvent *>(event));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void SourcePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitPassages();
}

void SourcePanel::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers().testFlag(Qt::AltModifier);
    const int forward = isRightToLeft() ? -1 : 1;
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closeRequested();
    } else if (event->matches(QKeySequence::Find)) {
        m_find->setFocus(Qt::ShortcutFocusReason);
        m_find->selectAll();
    } else if (showsDocument(*event)) {
        m_show->click();
    } else if (alt && event->key() == Qt::Key_Left) {
        showSource(m_index - forward);
    } else if (alt && event->key() == Qt::Key_Right) {
        showSource(m_index + forward);
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace desk
