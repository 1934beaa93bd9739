#include "gui/chat/transcript/messagereader.h"

#include "gui/chat/find/findbar.h"
#include "gui/text/markdownappend.h"
#include "gui/text/safetextbrowser.h"
#include "gui/text/safetextdocument.h"
#include "gui/text/textlimiter.h"
#include "gui/text/textpage.h"
#include "gui/theme.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QFontInfo>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QTextCursor>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype readerPage = 256 * 1024; // characters: unlike a transcript this lays out all it has

QFont scaled(const QFont &font, int percent)
{
    QFont larger = font;
    larger.setPointSizeF(QFontInfo(font).pointSizeF() * percent / 100.0);
    return larger;
}

} // namespace

MessageReader::MessageReader(const Message &message, QWidget *parent)
    : QDialog(parent)
    , m_text(message.content)
    , m_isMarkdown(message.role != Role::User)
    , m_style(MarkdownStyle::from(palette(), font()))
    , m_browser(new SafeTextBrowser(this))
    , m_more(new QPushButton(tr("Show &More"), this))
    , m_find(new FindBar(m_browser))
{
    setObjectName(u"messageReader"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(false);
    setWindowTitle(message.role == Role::User ? tr("Your message") : tr("Answer"));
    m_browser->setObjectName(u"messageText"_s);
    m_browser->setAccessibleName(windowTitle());
    auto *document = new SafeTextDocument(m_browser);
    m_browser->setDocument(document);
    m_browser->installEventFilter(this);
    m_browser->viewport()->installEventFilter(this);
    setZoom(100);
    showMore();
    addActions();
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

void MessageReader::addActions()
{
    const auto add = [this](const QString &name, const QString &text, const QList<QKeySequence> &keys, auto slot) {
        auto *action = new QAction(text, this);
        action->setObjectName(name);
        action->setShortcuts(keys);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
    };
    add(u"readerFind"_s, tr("Find"), {QKeySequence::Find}, [this] {
        placeFindBar();
        m_find->open();
        find(m_find->text());
    });
    add(u"readerLarger"_s, tr("Larger"), QKeySequence::keyBindings(QKeySequence::ZoomIn) << QKeySequence(Qt::CTRL | Qt::Key_Equal),
        [this] { setZoom(m_zoom + 10); });
    add(u"readerSmaller"_s, tr("Smaller"), QKeySequence::keyBindings(QKeySequence::ZoomOut), [this] { setZoom(m_zoom - 10); });
    add(u"readerNormal"_s, tr("Normal size"), {QKeySequence(Qt::CTRL | Qt::Key_0)}, [this] { setZoom(100); });
    connect(m_find, &FindBar::textChanged, this, &MessageReader::find);
    connect(m_find, &FindBar::stepRequested, this, &MessageReader::step);
    connect(m_find, &FindBar::closeRequested, this, &MessageReader::closeFind);
}

void MessageReader::setZoom(int percent)
{
    m_zoom = qBound(smallest, percent, largest);
    m_style = MarkdownStyle::from(palette(), scaled(font(), m_zoom));
    m_style.marks = MarkdownStyle::Marks::Inline;
    m_style.opensSources = true;
    QTextDocument &document = *m_browser->document();
    const int position = m_browser->textCursor().position();
    document.clear();
    document.setDefaultFont(m_style.font);
    document.setIndentWidth(m_style.indent);
    document.setDocumentMargin(m_style.padding * 2);
    append(0, m_shown);
    QTextCursor cursor(&document);
    cursor.setPosition(qMin(position, document.characterCount() - 1));
    m_browser->setTextCursor(cursor);
    find(m_find->isHidden() ? QString() : m_find->text());
}

void MessageReader::append(qsizetype from, qsizetype to)
{
    QTextDocument &document = *m_browser->document();
    for (qsizetype start = from; start < to;) {
        const qsizetype end = qMin(to, pageEnd(m_text, start, readerPage));
        const QStringView page = QStringView(m_text).sliced(start, end - start);
        if (m_isMarkdown) {
            appendMarkdown(page, m_style, document);
        } else {
            QTextCursor cursor(&document);
            cursor.movePosition(QTextCursor::End);
            cursor.insertText(displayText(page, TextUse::Prose));
        }
        start = end;
    }
}

void MessageReader::showMore()
{
    const qsizetype end = pageEnd(m_text, m_shown, readerPage);
    append(m_shown, end);
    m_shown = end;
    const bool isWhole = m_shown == m_text.size();
    if (isWhole && m_more->hasFocus())
        m_browser->setFocus();
    m_more->setVisible(!isWhole);
}

// ------------------------------------------------------------------------------------------------ finding

void MessageReader::find(const QString &words)
{
    m_matcher = TextMatcher(words);
    m_found = m_matcher.inDocument(*m_browser->document());
    m_match = -1;
    const int from = m_browser->textCursor().selectionStart();
    for (qsizetype i = 0; i < m_found.size() && m_match < 0; ++i) {
        if (m_found.at(i).first >= from)
            m_match = i;
    }
    if (m_match < 0 && !m_found.isEmpty())
        m_match = 0;
    showMatch();
}

void MessageReader::step(int by)
{
    if (m_found.isEmpty())
        return;
    m_match = (m_match + by + m_found.size()) % m_found.size();
    showMatch();
}

void MessageReader::showMatch()
{
    QList<QTextEdit::ExtraSelection> marks;
    const auto selections = m_matcher.selections(*m_browser->document(), palette());
    for (const QAbstractTextDocumentLayout::Selection &selection : selections)
        marks << QTextEdit::ExtraSelection{selection.cursor, selection.format};
    m_browser->setExtraSelections(marks);
    m_find->setState(static_cast<int>(m_match) + 1, static_cast<int>(m_found.size()), false);
    if (m_match < 0)
        return;
    QTextCursor cursor(m_browser->document());
    cursor.setPosition(m_found.at(m_match).first);
    cursor.setPosition(m_found.at(m_match).first + m_found.at(m_match).second, QTextCursor::KeepAnchor);
    m_browser->setTextCursor(cursor);
    m_browser->ensureCursorVisible();
}

void MessageReader::closeFind()
{
    m_find->hide();
    m_browser->setExtraSelections({});
    m_browser->setFocus();
}

void MessageReader::placeFindBar()
{
    const QRect area = m_browser->viewport()->geometry();
    const int margin = Theme::space(this);
    const int width = qMin(m_find->sizeHint().width(), area.width() - 2 * margin);
    const int x = layoutDirection() == Qt::RightToLeft ? area.left() + margin : area.right() - width - margin;
    m_find->setGeometry(x, area.top() + margin, width, m_find->sizeHint().height());
}

void MessageReader::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F3 && !m_find->isHidden())
        step(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
    else if (event->key() == Qt::Key_Escape && !m_find->isHidden())
        closeFind();
    else
        QDialog::keyPressEvent(event);
}

void MessageReader::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    placeFindBar();
}

// The browser would change the size of some of the text only.
bool MessageReader::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Wheel)
        return QDialog::eventFilter(watched, event);
    const auto *wheel = static_cast<QWheelEvent *>(event);
    if (!wheel->modifiers().testFlag(Qt::ControlModifier))
        return QDialog::eventFilter(watched, event);
    if (wheel->angleDelta().y() != 0)
        setZoom(m_zoom + (wheel->angleDelta().y() > 0 ? 10 : -10));
    return true;
}

} // namespace desk
