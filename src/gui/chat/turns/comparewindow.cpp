#include "gui/chat/turns/comparewindow.h"

#include "gui/chat/turns/messagecopy.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/markdownview.h"
#include "gui/widgets/plainlabel.h"
#include "state/chat/worddiff.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFontMetrics>
#include <QGridLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype maxText = 500'000;
constexpr qsizetype maxMarks = 5000; // more than anybody reads, and each is painted

} // namespace

CompareWindow::CompareWindow(const QList<MessageVersion> &versions, bool ofQuestions, QWidget *parent)
    : QDialog(parent)
    , m_versions(versions)
    , m_ofQuestions(ofQuestions)
    , m_summary(new PlainLabel(this))
    , m_formatted(new QCheckBox(tr("Show &formatted text"), this))
{
    setObjectName(u"compareWindow"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(false);
    setWindowTitle(tr("Compare Versions"));
    build();
    const auto shown = std::find_if(m_versions.cbegin(), m_versions.cend(), [](const MessageVersion &v) { return v.isShown; });
    const int right = shown == m_versions.cend() ? 1 : static_cast<int>(shown - m_versions.cbegin());
    const int left = right > 0 ? right - 1 : 1;
    m_sides[0].choice->setCurrentIndex(left);
    m_sides[1].choice->setCurrentIndex(right);
    show(m_sides[0], left);
    show(m_sides[1], right);
    for (Side &side : m_sides)
        connect(side.choice, &QComboBox::currentIndexChanged, this, [this, &side](int version) { show(side, version); });
    const QFontMetrics metrics(font());
    resize(metrics.averageCharWidth() * 150, metrics.height() * 36);
    m_sides[0].text->setFocus();
}

void CompareWindow::build()
{
    buildSide(m_sides[0], u"left"_s);
    buildSide(m_sides[1], u"right"_s);
    m_summary->setObjectName(u"compareSummary"_s);
    m_summary->setWordWrap(true);
    m_formatted->setObjectName(u"compareFormatted"_s);
    m_formatted->setVisible(!m_ofQuestions); // those are never markup
    connect(m_formatted, &QCheckBox::toggled, this, &CompareWindow::setFormatted);
    auto *grid = new QGridLayout;
    for (int column = 0; column < 2; ++column) {
        const Side &side = m_sides[static_cast<std::size_t>(column)];
        grid->addWidget(side.choice, 0, column);
        grid->addWidget(side.pages, 1, column);
        grid->addWidget(side.keep, 2, column, Qt::AlignLeading);
        grid->setColumnStretch(column, 1);
    }
    grid->setRowStretch(1, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *box = new QVBoxLayout(this);
    box->addLayout(grid, 1);
    box->addWidget(m_summary);
    box->addWidget(m_formatted);
    box->addWidget(buttons);
}

void CompareWindow::buildSide(Side &side, const QString &name)
{
    const bool isLeft = name == "left"_L1;
    side.choice = new QComboBox(this);
    side.choice->setObjectName(name + u"Version"_s);
    side.choice->setAccessibleName(isLeft ? tr("First version") : tr("Second version"));
    const QLocale locale;
    for (qsizetype i = 0; i < m_versions.size(); ++i) {
        const MessageVersion &version = m_versions.at(i);
        const QDateTime time = m_ofQuestions || !version.answer.createdAt.isValid() ? version.question.createdAt : version.answer.createdAt;
        const QString when = locale.toString(time.toLocalTime(), QLocale::ShortFormat);
        //: Number of a version, its date and time
        const QString text = version.isShown ? tr("Version %1, %2 (shown in the conversation)") : tr("Version %1, %2");
        const QString model = m_ofQuestions ? QString() : displayLine(version.answer.facts.model, 60);
        //: %1 a version with its number and time, %2 the language model that wrote it
        side.choice->addItem(model.isEmpty() ? text.arg(i + 1).arg(when) : tr("%1, by %2").arg(text.arg(i + 1).arg(when), model));
    }
    side.pages = new QStackedWidget(this);
    side.text = new QPlainTextEdit(side.pages);
    side.text->setObjectName(name + u"Text"_s);
    side.text->setAccessibleName(isLeft ? tr("Text of the first version") : tr("Text of the second version"));
    side.text->setReadOnly(true);
    side.text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // it wraps, and both have to be equally high
    side.text->setTabChangesFocus(true);
    side.text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    side.formatted = new MarkdownView(side.pages);
    side.formatted->setObjectName(name + u"Formatted"_s);
    side.formatted->setAccessibleName(isLeft ? tr("Formatted text of the first version") : tr("Formatted text of the second version"));
    connect(side.formatted, &MarkdownView::linkActivated, this, [this](const QString &href) { Q_EMIT linkActivated(href, {}); });
    side.pages->addWidget(side.text);
    side.pages->addWidget(side.formatted);
    side.keep = new QPushButton(tr("Keep This One"), this);
    side.keep->setObjectName(name + u"Keep"_s);
    side.keep->setAutoDefault(false);
    side.keep->setToolTip(tr("Shows this version in the conversation. The others stay beside it."));
    side.keep->setAccessibleName(isLeft ? tr("Keep the first version") : tr("Keep the second version"));
    const Side *other = &side == m_sides.data() ? &m_sides[1] : m_sides.data();
    for (const QAbstractScrollArea *shown :
         {static_cast<QAbstractScrollArea *>(side.text), static_cast<QAbstractScrollArea *>(side.formatted)})
        connect(shown->verticalScrollBar(), &QScrollBar::valueChanged, this, [this, &side, other] { followScroll(side, *other); });
    connect(side.keep, &QPushButton::clicked, this, [this, &side] { keep(side); });
}

QString CompareWindow::textOf(const MessageVersion &version) const
{
    const Message &message = m_ofQuestions ? version.question : version.answer;
    const QString words = plainWords(message).left(maxText);
    return displayText(words.isEmpty() ? message.errorText : words, TextUse::Prose);
}

void CompareWindow::show(Side &side, int version)
{
    if (version < 0 || version >= m_versions.size())
        return;
    side.text->setPlainText(textOf(m_versions.at(version)));
    if (m_formatted->isChecked())
        showFormatted(side);
    if (m_sides[0].choice->currentIndex() >= 0 && m_sides[1].choice->currentIndex() >= 0)
        markDifferences();
}

void CompareWindow::setFormatted(bool formatted)
{
    for (const Side &side : m_sides) {
        if (formatted)
            showFormatted(side);
        side.pages->setCurrentWidget(formatted ? static_cast<QWidget *>(side.formatted) : side.text);
    }
    markDifferences();
}

void CompareWindow::showFormatted(const Side &side) const
{
    const int version = side.choice->currentIndex();
    if (version < 0)
        return;
    const Message &answer = m_versions.at(version).answer;
    side.formatted->showText(answer.content.isEmpty() ? answer.errorText : answer.content);
    side.formatted->moveCursor(QTextCursor::Start);
}

QScrollBar *CompareWindow::scrollBar(const Side &side)
{
    return side.pages->currentWidget() == side.text ? side.text->verticalScrollBar() : side.formatted->verticalScrollBar();
}

void CompareWindow::markDifferences()
{
    const QString left = m_sides[0].text->toPlainText();
    const QString right = m_sides[1].text->toPlainText();
    const WordDiff diff = wordDiff(left, right);
    const auto mark = [this](QPlainTextEdit &edit, const QList<TextSpan> &spans, const QColor &color,
                             QTextCharFormat::UnderlineStyle line) {
        QList<QTextEdit::ExtraSelection> marks;
        for (const TextSpan &span : spans.first(std::min(spans.size(), maxMarks))) {
            QTextEdit::ExtraSelection selection;
            selection.cursor = QTextCursor(edit.document());
            selection.cursor.setPosition(static_cast<int>(span.start));
            selection.cursor.setPosition(static_cast<int>(span.start + span.length), QTextCursor::KeepAnchor);
            selection.format.setBackground(Theme::tint(color, palette()));
            selection.format.setUnderlineStyle(line); // not by colour alone
            selection.format.setUnderlineColor(color);
            marks.append(selection);
        }
        edit.setExtraSelections(marks);
    };
    mark(*m_sides[0].text, diff.left, Theme::danger(palette()), QTextCharFormat::DashUnderline);
    mark(*m_sides[1].text, diff.right, Theme::success(palette()), QTextCharFormat::SingleUnderline);
    QString words = tr("What only one version says is underlined in it.");
    if (diff.left.isEmpty() && diff.right.isEmpty())
        words = tr("Both versions say the same.");
    else if (m_formatted->isChecked())
        words = tr("Differences are only underlined while the text is not formatted.");
    m_summary->setText(words);
}

// Both show the same part of their text, whatever their lengths.
void CompareWindow::followScroll(const Side &moved, const Side &other)
{
    if (m_isFollowing || other.pages == nullptr || other.pages->count() < 2)
        return;
    m_isFollowing = true;
    const QScrollBar *from = scrollBar(moved);
    QScrollBar *to = scrollBar(other);
    if (from->maximum() > 0)
        to->setValue(qRound(static_cast<double>(from->value()) * to->maximum() / from->maximum()));
    m_isFollowing = false;
}

void CompareWindow::keep(const Side &side)
{
    const int version = side.choice->currentIndex();
    if (version < 0)
        return;
    Q_EMIT keepRequested(m_versions.at(version).node);
    close();
}

} // namespace desk
