#include "gui/agents/design/designfields.h"

#include "gui/agents/editor/agentwords.h"
#include "gui/definitions/linediff.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"
#include "gui/widgets/remarklabel.h"
#include "state/agents/agentrules.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostLines = 10;
constexpr qsizetype lettersInALine = 40;
constexpr qsizetype longestName = 120;

QString valueOf(AgentField field, const Agent &agent)
{
    switch (field) {
    case AgentField::Name:
        return agent.name;
    case AgentField::DisplayName:
        return agent.displayName;
    case AgentField::Description:
        return agent.description;
    case AgentField::Model:
        return agent.model;
    case AgentField::Instructions:
        return agent.instructions;
    case AgentField::Tools:
        return agent.tools.join(u'\n');
    default:
        return agent.scopes.join(u'\n');
    }
}

// What would stand there, of a field that cannot be taken as well.
QString proposedOf(const DesignField &field, const std::optional<Agent> &after)
{
    if (after)
        return valueOf(field.field, *after);
    QStringList names;
    for (const DesignItem &item : field.items)
        names.append(item.name);
    return field.items.isEmpty() ? field.text : names.join(u'\n');
}

bool isUnknown(const DesignField &field)
{
    return field.isUnknown || std::any_of(field.items.cbegin(), field.items.cend(), [](const DesignItem &item) { return item.isUnknown; });
}

int linesOf(const QString &text)
{
    qsizetype lines = 0;
    for (const QStringView line : QStringView(text).split(u'\n'))
        lines += 1 + line.size() / lettersInALine;
    return static_cast<int>(std::clamp<qsizetype>(lines, 1, mostLines));
}

// Everything that a row shows.
QString drawn(const DesignField &field, const QString &before, const QString &after)
{
    QStringList out{QString::number(static_cast<int>(field.field)), before, after, field.reason, QString::number(field.isCut)};
    for (const DesignItem &item : field.items)
        out.append(item.name + u'\n' + item.reason + u'\n' + QString::number(item.isUnknown));
    return out.join(u'\0');
}

} // namespace

QString DesignFields::memberOf(AgentField field)
{
    switch (field) {
    case AgentField::Name:
        return u"name"_s;
    case AgentField::DisplayName:
        return u"display_name"_s;
    case AgentField::Description:
        return u"description"_s;
    case AgentField::Model:
        return u"model"_s;
    case AgentField::Instructions:
        return u"instructions"_s;
    case AgentField::Tools:
        return u"tools"_s;
    default:
        return u"scopes"_s;
    }
}

DesignFields::DesignFields(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_same(new PlainLabel(this))
    , m_all(new QPushButton(tr("Use all"), this))
{
    setObjectName(u"designFields"_s);
    m_same->setObjectName(u"designSame"_s);
    m_same->setWordWrap(true);
    m_all->setObjectName(u"designUseAll"_s);
    m_all->setAccessibleDescription(tr("Takes every field that is proposed here"));
    m_column->setContentsMargins({});
    m_column->setSpacing(Theme::space(this, 1.5));
    m_column->addWidget(m_same);
    m_column->addWidget(m_all, 0, Qt::AlignLeading);
    m_same->hide();
    m_all->hide();
    connect(m_all, &QPushButton::clicked, this, &DesignFields::allTaken);
}

void DesignFields::setDesign(const DesignProposal &proposal, const Agent &current, const AgentSurroundings &known)
{
    QStringList same;
    QStringList now;
    QList<std::pair<DesignField, std::optional<Agent>>> rows;
    for (const DesignField &field : proposal.fields) {
        if (field.field == AgentField::Name && !known.isNew)
            continue; // it cannot change
        const std::optional<Agent> after = withDesign(current, field, known);
        if (after || isUnknown(field)) {
            rows.append({field, after});
            now.append(drawn(field, valueOf(field.field, current), proposedOf(field, after)));
        } else {
            same.append(memberOf(field.field));
        }
    }
    m_same->setVisible(!same.isEmpty() || rows.isEmpty());
    m_same->setText(rows.isEmpty() ? tr("Nothing to change: the agent is as proposed.")
                                   : tr("As it is: %1.").arg(AgentWords::titles(same)));
    if (now == std::exchange(m_drawn, now))
        return;
    const bool hadFocus = focusWidget() && focusWidget()->hasFocus();
    takeAwayRows();
    for (const auto &[field, after] : std::as_const(rows))
        addRow(field, current, after, known);
    m_all->setVisible(m_shown.size() > 1);
    if (hadFocus)
        focusNext();
}

// Later: one of their buttons may be what was pressed.
void DesignFields::takeAwayRows()
{
    for (QWidget *row : std::exchange(m_rows, {})) {
        row->hide();
        row->setObjectName({});
        for (QWidget *part : row->findChildren<QWidget *>())
            part->setObjectName({});
        m_column->removeWidget(row);
        row->deleteLater();
    }
    m_shown.clear();
}

void DesignFields::focusNext()
{
    for (const QWidget *row : std::as_const(m_rows)) {
        if (auto *use = row->findChild<QPushButton *>()) {
            use->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

void DesignFields::addRow(const DesignField &field, const Agent &current, const std::optional<Agent> &after, const AgentSurroundings &known)
{
    const QString member = memberOf(field.field);
    const QString title = AgentWords::title(member);
    auto *block = new QWidget(this);
    block->setObjectName(u"designRow-"_s + member);
    auto *name = new PlainLabel(title, block);
    QFont bold = name->font();
    bold.setBold(true);
    name->setFont(bold);
    auto *head = new QHBoxLayout;
    head->addWidget(name, 1);
    if (after) {
        auto *use = new QPushButton(tr("Use"), block);
        use->setObjectName(u"designUse-"_s + member);
        use->setAccessibleName(tr("Use: %1", "a field").arg(title));
        connect(use, &QPushButton::clicked, this, [this, which = field.field] { Q_EMIT taken(which); });
        head->addWidget(use);
        m_shown.append(field.field);
    }
    const QString before = valueOf(field.field, current);
    const QString proposed = proposedOf(field, after);
    const LineDiff diff = lineDiff(before, proposed);
    const int lines = std::max(linesOf(before), linesOf(proposed)) + 1;
    auto *sides = new QHBoxLayout;
    sides->setSpacing(Theme::space(this));
    sides->addWidget(side(title, tr("Now"), before.isEmpty() ? QString() : withSigns(diff.before), lines, block));
    sides->addWidget(side(title, tr("Proposed"), proposed.isEmpty() ? QString() : withSigns(diff.after), lines, block));
    auto *column = new QVBoxLayout(block);
    column->setContentsMargins({});
    column->setSpacing(Theme::space(this, 0.5));
    column->addLayout(head);
    column->addLayout(sides);
    addWords(field, after, known, column, block);
    m_column->insertWidget(static_cast<int>(m_rows.size()), block);
    m_rows.append(block);
    block->setVisible(true);
}

void DesignFields::addWords(const DesignField &field, const std::optional<Agent> &after, const AgentSurroundings &known,
                            QVBoxLayout *column, QWidget *block)
{
    QStringList hints;
    QStringList problems;
    if (!field.reason.isEmpty())
        hints.append(tr("Why: %1").arg(displayLine(field.reason, 400)));
    for (const DesignItem &item : field.items) {
        const QString name = displayLine(item.name, longestName);
        if (item.isUnknown)
            problems.append(tr("“%1” is not known on this server or not for agents, and is left out.").arg(name));
        else if (!item.reason.isEmpty())
            hints.append(tr("%1: %2", "a tool or scope, why it is proposed").arg(name, displayLine(item.reason, 400)));
    }
    if (field.isUnknown)
        problems.append(tr("This server does not list the model “%1”. It cannot be taken.").arg(displayLine(field.text, longestName)));
    if (field.isCut)
        problems.append(tr("It was longer than an agent may have, and has been cut."));
    for (const AgentRemark &remark : after ? agentRemarks(*after, known) : QList<AgentRemark>()) {
        if (remark.field == field.field && remark.level == AgentRemark::Fault)
            problems.append(displayLine(remark.text, 400));
    }
    auto *why = new RemarkLabel(RemarkLabel::Tone::Hint, u"designWhy-"_s + memberOf(field.field), block);
    auto *problem = new RemarkLabel(RemarkLabel::Tone::Problem, u"designProblem-"_s + memberOf(field.field), block);
    column->addWidget(why);
    column->addWidget(problem);
    why->say(hints.join(u'\n'));
    problem->say(problems.join(u'\n'));
}

QWidget *DesignFields::side(const QString &field, const QString &title, const QString &text, int lines, QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *label = new PlainLabel(title, box);
    label->setFont(Theme::small(font()));
    auto *view = new QPlainTextEdit(text, box);
    view->setReadOnly(true);
    view->setTabChangesFocus(true);
    view->setPlaceholderText(tr("Nothing"));
    view->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    view->setAccessibleName(tr("%1, %2", "a field, now or proposed").arg(field, title));
    view->setFixedHeight(QFontMetrics(view->font()).lineSpacing() * lines + Theme::space(this, 2));
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins({});
    column->setSpacing(Theme::space(this, 0.25));
    column->addWidget(label);
    column->addWidget(view);
    return box;
}

} // namespace desk
