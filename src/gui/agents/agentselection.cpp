#include "gui/agents/agentselection.h"

#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

AgentSelection::AgentSelection(QWidget *parent)
    : QWidget(parent)
    , m_count(new PlainLabel(this))
    , m_deactivate(add(u"chosenDeactivate"_s, u"stop"_s, tr("Deactivate")))
    , m_reactivate(add(u"chosenReactivate"_s, u"play"_s, tr("Reactivate")))
    , m_favourite(add(u"chosenFavourite"_s, u"star"_s, tr("Add to favourites")))
    , m_export(add(u"chosenExport"_s, u"save"_s, tr("Export…")))
    , m_promote(add(u"chosenPromote"_s, u"server"_s, tr("Promote…")))
    , m_remove(add(u"chosenRemove"_s, u"delete"_s, tr("Delete…")))
{
    m_count->setObjectName(u"chosenCount"_s);
    m_count->setFont(Theme::heading(font()));
    m_count->setWordWrap(true);
    const int gap = Theme::space(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap * 2, 0, 0, 0);
    column->setSpacing(gap);
    column->addWidget(m_count);
    for (QPushButton *button : {m_deactivate, m_reactivate, m_favourite, m_export, m_promote, m_remove})
        column->addWidget(button, 0, Qt::AlignLeading);
    column->addStretch(1);
    connect(m_deactivate, &QPushButton::clicked, this, &AgentSelection::deactivateRequested);
    connect(m_reactivate, &QPushButton::clicked, this, &AgentSelection::reactivateRequested);
    connect(m_favourite, &QPushButton::clicked, this, &AgentSelection::favouriteRequested);
    connect(m_export, &QPushButton::clicked, this, &AgentSelection::exportRequested);
    connect(m_promote, &QPushButton::clicked, this, &AgentSelection::promoteRequested);
    connect(m_remove, &QPushButton::clicked, this, &AgentSelection::removeRequested);
}

void AgentSelection::setExchange(bool promotes)
{
    m_promote->setVisible(promotes);
}

QPushButton *AgentSelection::add(const QString &name, const QString &icon, const QString &text)
{
    auto *button = new QPushButton(Theme::icon(icon), text, this);
    button->setObjectName(name);
    return button;
}

void AgentSelection::setCount(int count, bool areFavourites, bool canMark)
{
    m_count->setText(tr("%n agent(s) chosen", nullptr, count));
    m_favourite->setVisible(canMark);
    m_favourite->setText(areFavourites ? tr("Remove from favourites") : tr("Add to favourites"));
}

} // namespace desk
