#include "gui/chat/routing/routingmenu.h"

#include "gui/chat/transcript/turntexts.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"

#include <QFontMetrics>
#include <QWidgetAction>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype maxAgents = 12;

} // namespace

RoutingMenu::RoutingMenu(const RoutingDecision &routing, const QHash<QString, QString> &names, const QStringList &others, QWidget *parent)
    : QMenu(parent)
{
    setObjectName(u"routingMenu"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Why this agent answered"));
    QStringList chosen;
    for (const QString &agent : routing.agents)
        chosen << names.value(agent, agent);
    const QString sure = confidenceText(routing.confidence);
    if (!chosen.isEmpty())
        addLine(tr("Chosen: %1").arg(displayLine(chosen.join(u", "_s), 120)), true);
    if (!sure.isEmpty())
        addLine(tr("The server is %1.", "how sure it is of its choice").arg(sure), false);
    if (!routing.reasoning.isEmpty())
        addLine(displayText(QStringView(routing.reasoning).left(1000), TextUse::Prose), false);
    if (!routing.tools.isEmpty())
        addLine(tr("Tools: %1").arg(displayLine(routing.tools.join(u", "_s), 200)), false);
    addSeparator();
    QStringList agents;
    for (const QString &agent : routing.alternatives.isEmpty() ? others : routing.alternatives) {
        if (!routing.agents.contains(agent) && !agents.contains(agent) && !chosen.contains(names.value(agent, agent)))
            agents << agent;
    }
    addAgents(agents, names);
}

void RoutingMenu::addLine(const QString &text, bool strong)
{
    auto *label = new PlainLabel(text, this);
    label->setObjectName(u"routingLine"_s);
    label->setWordWrap(true);
    const int unit = Theme::space(this);
    label->setContentsMargins(unit * 2, unit / 2, unit * 2, unit / 2);
    QFont font = this->font();
    font.setBold(strong);
    label->setFont(font);
    QPalette colors = palette();
    colors.setColor(QPalette::Disabled, QPalette::WindowText, colors.color(QPalette::Active, QPalette::Text)); // to be read, not chosen
    label->setPalette(colors);
    const QFontMetrics metrics(font);
    const int width = metrics.averageCharWidth() * 46;
    const int needed = metrics.boundingRect(QRect(0, 0, width, 10000), Qt::TextWordWrap, text).height();
    label->setFixedSize(width + unit * 4, needed + unit);
    auto *line = new QWidgetAction(this);
    line->setDefaultWidget(label);
    line->setText(text); // for assistive technology
    line->setEnabled(false);
    addAction(line);
}

void RoutingMenu::addAgents(const QStringList &agents, const QHash<QString, QString> &names)
{
    if (agents.isEmpty()) {
        addLine(tr("There is no other agent to send this question to."), false);
        return;
    }
    for (const QString &agent : agents.mid(0, maxAgents)) {
        const QString shown = displayLine(names.value(agent, agent), 60).replace(u'&', u"&&"_s);
        QAction *action = addAction(tr("Send to %1 instead").arg(shown));
        action->setObjectName(u"routingInstead"_s);
        action->setData(agent);
        connect(action, &QAction::triggered, this, [this, agent] { Q_EMIT agentChosen(agent); });
    }
}

} // namespace desk
