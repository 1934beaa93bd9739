#include "gui/agents/editor/toolssection.h"

#include "gui/agents/editor/fieldblock.h"
#include "gui/agents/editor/picklist.h"
#include "gui/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QMap>
#include <QPushButton>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

ToolsSection::ToolsSection(QWidget *parent)
    : AgentSection(parent)
    , m_tools(new PickList(u"agentTools"_s,
                           {tr("Tools"), tr("Search tools"), tr("Not offered by this server"), tr("No tool matches the search.")}, this))
    , m_scopes(new PickList(u"agentScopes"_s, {tr("Scopes"), tr("Search scopes"), tr("Added by hand"), tr("No scope matches the search.")},
                            this))
    , m_newScope(new QLineEdit(this))
    , m_addScope(new QPushButton(tr("Add"), this))
    , m_toolsBlock(new FieldBlock(tr("T&ools"), u"agentTools"_s, m_tools, this, m_tools->list()))
    , m_scopesBlock(
          new FieldBlock(tr("Scopes: what it ma&y reach in a person\u2019s name"), u"agentScopes"_s, m_scopes, this, m_scopes->list()))
{
    m_newScope->setObjectName(u"agentNewScope"_s);
    m_newScope->setPlaceholderText(tr("Another scope, for example data:read"));
    m_newScope->setAccessibleName(tr("Another scope"));
    m_addScope->setObjectName(u"agentAddScope"_s);
    m_addScope->setAccessibleName(tr("Add the scope"));
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins({});
    row->addWidget(m_newScope, 1);
    row->addWidget(m_addScope);
    m_scopesBlock->addBelow(line);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::space(this, 1.5));
    column->addWidget(m_toolsBlock);
    column->addWidget(m_scopesBlock);
    connect(m_tools, &PickList::changed, this, [this] { Q_EMIT edited(m_tools->objectName()); });
    connect(m_scopes, &PickList::changed, this, [this] { Q_EMIT edited(m_scopes->objectName()); });
    connect(m_addScope, &QPushButton::clicked, this, &ToolsSection::addScope);
    connect(m_newScope, &QLineEdit::returnPressed, this, &ToolsSection::addScope);
}

void ToolsSection::addScope()
{
    const QString scope = m_newScope->text().trimmed();
    if (scope.isEmpty())
        return;
    m_newScope->clear();
    QStringList scopes = m_scopes->chosen();
    if (scopes.contains(scope))
        return;
    scopes.append(scope);
    m_scopes->setChosen(scopes);
    Q_EMIT edited(m_scopes->objectName());
}

void ToolsSection::show(const Agent &agent, bool)
{
    m_tools->setChosen(agent.tools);
    m_scopes->setChosen(agent.scopes);
}

void ToolsSection::apply(Agent &agent) const
{
    agent.tools = m_tools->chosen();
    agent.scopes = m_scopes->chosen();
}

void ToolsSection::setRemarks(const QList<AgentRemark> &remarks)
{
    m_toolsBlock->setRemarks(remarks, AgentField::Tools);
    m_scopesBlock->setRemarks(remarks, AgentField::Scopes);
}

void ToolsSection::setSurroundings(const AgentSurroundings &known)
{
    m_known = known;
    QList<PickList::Choice> choices;
    const QList<Tool> tools = known.tools.value_or(QList<Tool>());
    for (const Tool &tool : tools) {
        QStringList detail;
        if (!tool.isActive)
            detail.append(tr("switched off"));
        if (!tool.description.isEmpty())
            detail.append(tool.description);
        if (!tool.scopes.isEmpty())
            detail.append(tr("needs %1", "scopes").arg(QLocale().createSeparatedList(tool.scopes)));
        choices.append({tool.name, tool.name, detail.join(u" \u00b7 "_s)});
    }
    m_tools->setChoices(choices);
    m_toolsBlock->setHint(known.tools ? QString() : tr("The server did not say which tools it has. What was chosen stays."));
    offerScopes();
}

void ToolsSection::offerScopes()
{
    QMap<QString, QStringList> needed;
    const QList<Tool> tools = m_known.tools.value_or(QList<Tool>());
    for (const Tool &tool : tools) {
        for (const QString &scope : tool.scopes)
            needed[scope].append(tool.name);
    }
    const QStringList granted = m_known.grantedScopes.value_or(QStringList());
    for (const QString &scope : granted)
        needed[scope];
    QList<PickList::Choice> choices;
    for (auto scope = needed.cbegin(); scope != needed.cend(); ++scope) {
        QStringList detail;
        if (!scope.value().isEmpty())
            detail.append(tr("For %1", "tools").arg(QLocale().createSeparatedList(scope.value())));
        if (granted.contains(scope.key()))
            detail.append(tr("you have it"));
        choices.append({scope.key(), scope.key(), detail.join(u" \u00b7 "_s)});
    }
    m_scopes->setChoices(choices);
}

bool ToolsSection::focusField(AgentField field)
{
    if (field != AgentField::Tools && field != AgentField::Scopes)
        return false;
    (field == AgentField::Tools ? m_tools : m_scopes)->list()->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace desk
