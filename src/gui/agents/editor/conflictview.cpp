#include "gui/agents/editor/conflictview.h"

#include "gui/agents/editor/agentwords.h"
#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"
#include "gui/widgets/remarklabel.h"

#include <QButtonGroup>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostLines = 8;

// As much room as the longest side takes, roughly: a side is narrow.
int linesOf(const wire::MergeConflict &conflict)
{
    constexpr qsizetype lettersInALine = 28;
    qsizetype lines = 1;
    for (const QJsonValue &value : {conflict.mine, conflict.server, conflict.base}) {
        const QString text = AgentWords::value(value);
        lines = qMax(lines, text.count(u'\n') + 1 + text.size() / lettersInALine);
    }
    return static_cast<int>(qMin<qsizetype>(lines, mostLines));
}

} // namespace

ConflictView::ConflictView(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QWidget(this))
    , m_column(new QVBoxLayout(m_rows))
    , m_kept(new RemarkLabel(RemarkLabel::Tone::Hint, u"conflictKept"_s, this))
{
    setObjectName(u"agentConflict"_s);
    build();
}

void ConflictView::build()
{
    auto *title = new PlainLabel(tr("Somebody else has changed the same"), this);
    title->setFont(Theme::heading(font()));
    title->setWordWrap(true);
    auto *text = new PlainLabel(tr("Nothing has been saved. Choose for each field which version counts."), this);
    text->setWordWrap(true);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("Fields that both have changed"));
    scroll->setWidget(m_rows);
    m_column->setContentsMargins({});
    m_column->setSpacing(Theme::space(this, 2));
    auto *save = new QPushButton(tr("Save the choice"), this);
    auto *giveUp = new QPushButton(tr("Take the server\u2019s version"), this);
    auto *back = new QPushButton(tr("Write on"), this);
    save->setObjectName(u"conflictSave"_s);
    save->setDefault(true);
    giveUp->setObjectName(u"conflictGiveUp"_s);
    back->setObjectName(u"conflictBack"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(giveUp);
    buttons->addStretch(1);
    buttons->addWidget(back);
    buttons->addWidget(save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::space(this));
    column->addWidget(title);
    column->addWidget(text);
    column->addWidget(m_kept);
    column->addWidget(scroll, 1);
    column->addLayout(buttons);
    connect(save, &QPushButton::clicked, this, &ConflictView::saveRequested);
    connect(giveUp, &QPushButton::clicked, this, &ConflictView::giveUpRequested);
    connect(back, &QPushButton::clicked, this, &ConflictView::backRequested);
}

void ConflictView::setConflict(const wire::ThreeWay &merge)
{
    qDeleteAll(m_rows->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    m_choices.clear();
    delete m_column;
    m_column = new QVBoxLayout(m_rows);
    m_column->setContentsMargins({});
    m_column->setSpacing(Theme::space(this, 2));
    for (const wire::MergeConflict &conflict : merge.conflicts)
        addConflict(conflict);
    m_column->addStretch(1);
    QStringList kept;
    if (!merge.onlyMine.isEmpty())
        kept.append(tr("Changed by you alone, and kept: %1.").arg(AgentWords::titles(merge.onlyMine)));
    if (const QStringList others = merge.onlyServer + merge.combined; !others.isEmpty())
        kept.append(tr("Also changed on the server, and kept: %1.").arg(AgentWords::titles(others)));
    m_kept->say(kept.join(u'\n'));
}

void ConflictView::addConflict(const wire::MergeConflict &conflict)
{
    const QString field = AgentWords::title(conflict.member);
    auto *block = new QWidget(m_rows);
    auto *title = new PlainLabel(field, block);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(Theme::space(this));
    const int lines = linesOf(conflict);
    const bool looksTheSame = AgentWords::value(conflict.mine) == AgentWords::value(conflict.server);
    sides->addWidget(side(tr("Yours"), conflict.mine, field, lines));
    sides->addWidget(side(tr("On the server"), conflict.server, field, lines));
    sides->addWidget(side(tr("Before"), conflict.base, field, lines));
    auto *mine = new QRadioButton(tr("Keep yours"), block);
    auto *server = new QRadioButton(tr("Take the server\u2019s"), block);
    mine->setObjectName(u"conflictMine-"_s + conflict.member);
    server->setObjectName(u"conflictServer-"_s + conflict.member);
    for (QRadioButton *choice : {mine, server})
        choice->setAccessibleDescription(field);
    auto *group = new QButtonGroup(block);
    group->addButton(mine, static_cast<int>(wire::Side::Mine));
    group->addButton(server, static_cast<int>(wire::Side::Server));
    mine->setChecked(true);
    m_choices.insert(conflict.member, group);
    auto *row = new QHBoxLayout;
    row->addWidget(mine);
    row->addWidget(server);
    row->addStretch(1);
    auto *column = new QVBoxLayout(block);
    column->setContentsMargins({});
    column->setSpacing(Theme::space(this, 0.5));
    column->addWidget(title);
    column->addLayout(sides);
    if (looksTheSame) // the dots of hidden values do
        addHiddenNote(*column, block);
    column->addLayout(row);
    m_column->addWidget(block);
}

void ConflictView::addHiddenNote(QBoxLayout &column, QWidget *block)
{
    auto *note = new PlainLabel(tr("What differs are values that are hidden."), block);
    note->setObjectName(u"conflictHidden"_s);
    note->setWordWrap(true);
    column.addWidget(note);
}

QWidget *ConflictView::side(const QString &title, const QJsonValue &value, const QString &member, int lines)
{
    auto *box = new QWidget(m_rows);
    auto *label = new PlainLabel(title, box);
    label->setFont(Theme::small(font()));
    auto *text = new QPlainTextEdit(AgentWords::value(value), box);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setAccessibleName(tr("%1, %2", "a field, whose version").arg(member, title));
    text->setFixedHeight(QFontMetrics(text->font()).lineSpacing() * lines + Theme::space(this, 2));
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins({});
    column->setSpacing(Theme::space(this, 0.25));
    column->addWidget(label);
    column->addWidget(text);
    return box;
}

QHash<QString, wire::Side> ConflictView::choices() const
{
    QHash<QString, wire::Side> out;
    for (auto group = m_choices.cbegin(); group != m_choices.cend(); ++group)
        out.insert(group.key(), static_cast<wire::Side>(group.value()->checkedId()));
    return out;
}

void ConflictView::focusFirst()
{
    if (auto *first = m_rows->findChild<QRadioButton *>())
        first->setFocus(Qt::OtherFocusReason);
}

} // namespace desk
