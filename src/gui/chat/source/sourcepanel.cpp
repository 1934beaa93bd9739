#include "gui/chat/source/sourcepanel.h"

#include "gui/dialogs.h"
#include "gui/text/safetextbrowser.h"
#include "gui/text/safetextdocument.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/iconbutton.h"
#include "gui/widgets/plainlabel.h"
#include "state/chat/sourcefiles.h"
#include "state/export/exporttext.h"
#include "state/export/exportwords.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTextCursor>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype maxQuote = 64 * 1024;

QString nameOfUnknown(const Citation &citation)
{
    const QString id = displayLine(citation.fileId.value(), 120);
    if (citation.page <= 0)
        return SourcePanel::tr("Document %1").arg(id);
    //: The number of a document, and a page
    return SourcePanel::tr("Document %1, page %2").arg(id, QLocale().toString(citation.page));
}

} // namespace

SourcePanel::SourcePanel(Dialogs &dialogs, SourceFiles *files, QWidget *parent)
    : QWidget(parent)
    , m_dialogs(dialogs)
    , m_files(files)
    , m_title(new PlainLabel(this))
    , m_name(new PlainLabel(this))
    , m_words(new SafeTextBrowser(this))
    , m_find(new QLineEdit(this))
    , m_count(new PlainLabel(this))
    , m_original(new QPushButton(tr("Save &Original\u2026"), this))
    , m_problem(new PlainLabel(this))
{
    setObjectName(u"sourcePanel"_s);
    setAccessibleName(tr("Source of the answer"));
    build();
    connect(m_find, &QLineEdit::textChanged, this, [this] { find(0); });
    connect(m_original, &QPushButton::clicked, this, &SourcePanel::askForOriginal);
    m_find->installEventFilter(this);
    m_words->installEventFilter(this);
}

void SourcePanel::build()
{
    const int unit = Theme::space(this);
    m_title->setObjectName(u"sourceTitle"_s);
    m_name->setObjectName(u"sourceName"_s);
    m_words->setObjectName(u"sourceQuote"_s);
    m_words->setAccessibleName(tr("Words of the source"));
    m_find->setObjectName(u"sourceFind"_s);
    m_find->setPlaceholderText(tr("Find in this source"));
    m_find->setAccessibleName(tr("Find in this source"));
    m_find->setClearButtonEnabled(true);
    m_find->setMaxLength(1000);
    m_count->setObjectName(u"sourceFindCount"_s);
    m_original->setObjectName(u"sourceOriginal"_s);
    m_problem->setObjectName(u"sourceProblem"_s);
    for (QLabel *label : {m_name, m_problem})
        label->setWordWrap(true);
    m_name->setFont(Theme::heading(font()));
    m_problem->setFont(Theme::small(font()));
    m_count->setFont(Theme::small(font()));
    const bool rtl = isRightToLeft();
    m_previous = iconButton(this, u"sourcePrevious"_s, rtl ? u"chevron-right"_s : u"chevron-left"_s, tr("Previous source (Alt+Left)"));
    m_next = iconButton(this, u"sourceNext"_s, rtl ? u"chevron-left"_s : u"chevron-right"_s, tr("Next source (Alt+Right)"));
    QToolButton *close = iconButton(this, u"sourceClose"_s, u"close"_s, tr("Close (Esc)"));
    connect(m_previous, &QToolButton::clicked, this, [this] { showSource(m_index - 1); });
    connect(m_next, &QToolButton::clicked, this, [this] { showSource(m_index + 1); });
    connect(close, &QToolButton::clicked, this, &SourcePanel::closeRequested);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    for (QToolButton *tool : {m_previous, m_next, close})
        head->addWidget(tool);
    auto *search = new QHBoxLayout;
    search->addWidget(m_find, 1);
    search->addWidget(m_count);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(unit * 3 / 2, unit * 3 / 2, unit * 3 / 2, unit * 3 / 2);
    box->setSpacing(unit);
    box->addLayout(head);
    box->addWidget(m_name);
    box->addWidget(m_words, 1);
    box->addLayout(search);
    box->addWidget(m_problem);
    box->addWidget(m_original, 0, Qt::AlignLeading);
}

void SourcePanel::open(const QList<Citation> &citations, int index)
{
    m_citations = citations;
    m_find->clear();
    showSource(index);
}

void SourcePanel::focusText()
{
    m_words->setFocus(Qt::OtherFocusReason);
}

void SourcePanel::showSource(int index)
{
    if (index < 0 || index >= m_citations.size())
        return;
    m_index = index;
    const Citation &citation = m_citations.at(index);
    m_title->setText(m_citations.size() > 1 ? tr("Source %1 of %2").arg(index + 1).arg(m_citations.size()) : tr("Source"));
    const bool known = !citation.filename.isEmpty() || !citation.quote.isEmpty();
    m_name->setText(known ? ExportWords::source(citation) : nameOfUnknown(citation));
    m_previous->setEnabled(index > 0);
    m_next->setEnabled(index + 1 < m_citations.size());
    auto *document = new SafeTextDocument(m_words);
    document->setDefaultFont(font());
    document->setDocumentMargin(Theme::space(this));
    QString text = citation.quote.isEmpty() ? tr("The server gave no quote.") : citation.quote.left(maxQuote);
    if (!known)
        text = tr(
            "The answer refers to this document, but it is not among the sources that the server sent with it. Only its number is known.");
    QTextCursor(document).insertText(displayText(text, TextUse::Code));
    const QPointer before(m_words->document());
    m_words->setDocument(document); // deletes the one it was made with, and no other
    if (before)
        before->deleteLater();
    QString problem = m_files == nullptr ? tr("The original cannot be saved here.") : m_files->whyNot(citation);
    if (!known) // an answer alone is no reason to fetch a file
        problem = tr("Only documents that came as sources of the answer can be saved.");
    m_original->setEnabled(problem.isEmpty());
    m_original->setToolTip(problem);
    m_original->setAccessibleDescription(problem);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    find(0);
    Q_EMIT sourceShown(index);
}

// ------------------------------------------------------------------------------------------------ finding

void SourcePanel::find(int by)
{
    const TextMatcher matcher(m_find->text());
    m_found = matcher.isEmpty() ? QList<TextMatcher::Found>() : matcher.inDocument(*m_words->document());
    const qsizetype count = m_found.size();
    m_match = count == 0 ? -1 : by == 0 ? 0 : (m_match + by + count) % count;
    QString text;
    if (!matcher.isEmpty())
        //: Which match of how many
        text = count == 0 ? tr("Not found") : tr("%1 of %2").arg(locale().toString(m_match + 1), locale().toString(count));
    m_count->setText(text);
    m_count->setVisible(!text.isEmpty());
    m_find->setAccessibleDescription(text);
    markMatches();
}

void SourcePanel::markMatches()
{
    QList<QTextEdit::ExtraSelection> marks;
    for (qsizetype i = 0; i < qMin<qsizetype>(m_found.size(), 2000); ++i) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(m_words->document());
        mark.cursor.setPosition(m_found.at(i).first);
        mark.cursor.setPosition(m_found.at(i).first + m_found.at(i).second, QTextCursor::KeepAnchor);
        mark.format.setBackground(i == m_match ? palette().highlight() : QBrush(Theme::searchMark(palette())));
        if (i == m_match)
            mark.format.setForeground(palette().highlightedText());
        marks << mark;
    }
    m_words->setExtraSelections(marks);
    if (m_match < 0)
        return;
    QTextCursor at(m_words->document());
    at.setPosition(m_found.at(m_match).first);
    m_words->setTextCursor(at);
    m_words->ensureCursorVisible();
}

// ------------------------------------------------------------------------------------------------ the original

void SourcePanel::askForOriginal()
{
    if (m_files == nullptr || m_index < 0)
        return;
    const Citation citation = m_citations.at(m_index);
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

bool SourcePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (event->type() == QEvent::ShortcutOverride) { // the window means its own search by these
        if (!key->matches(QKeySequence::Find) && key->key() != Qt::Key_F3)
            return QWidget::eventFilter(watched, event);
        event->accept();
        return true;
    }
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if ((watched == m_find && enter) || key->key() == Qt::Key_F3) {
        find(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        return true;
    }
    const bool walks = key->modifiers().testFlag(Qt::AltModifier) && (key->key() == Qt::Key_Left || key->key() == Qt::Key_Right);
    if (walks || key->key() == Qt::Key_Escape || key->matches(QKeySequence::Find)) {
        keyPressEvent(static_cast<QKeyEvent *>(event));
        return true;
    }
    return QWidget::eventFilter(watched, event);
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
    } else if (alt && event->key() == Qt::Key_Left) {
        showSource(m_index - forward);
    } else if (alt && event->key() == Qt::Key_Right) {
        showSource(m_index + forward);
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace desk
