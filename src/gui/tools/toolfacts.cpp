#include "gui/tools/toolfacts.h"

#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/factview.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/plainlabel.h"
#include "state/models/toollistmodel.h"

#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype mostUsers = 50; // each is a button

} // namespace

ToolFacts::ToolFacts(QWidget *parent)
    : QScrollArea(parent)
    , m_facts(new FactView(this))
    , m_usersLabel(new PlainLabel(this))
{
    setObjectName(u"toolFacts"_s);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // what is in it has the focus, and is scrolled to
    m_usersLabel->setObjectName(u"toolUsersLabel"_s);
    m_usersLabel->setWordWrap(true);
    auto *inside = new QWidget(this);
    auto *column = new QVBoxLayout(inside);
    column->setSpacing(Theme::space(this));
    column->addWidget(m_facts);
    column->addWidget(m_usersLabel);
    column->addStretch(1);
    setWidget(inside);
}

QString ToolFacts::scopeText(const QString &scope)
{
    const QString resource = scope.section(u':', 0, 0);
    const QString action = scope.section(u':', 1);
    QString what;
    if (resource == "data"_L1)
        what = tr("data documents and their records");
    else if (resource == "search"_L1)
        what = tr("the documents that are searched");
    else if (resource == "graph"_L1)
        what = tr("the knowledge graph");
    else if (resource == "media"_L1)
        what = tr("pictures and sound");
    if (!what.isEmpty() && action == "read"_L1)
        return tr("%1: the tool reads %2").arg(scope, what);
    if (!what.isEmpty() && action == "write"_L1)
        return tr("%1: the tool makes or changes %2").arg(scope, what);
    return tr("%1: not explained by the server", "a scope").arg(scope);
}

void ToolFacts::setTool(const Tool &tool, const QList<ToolUser> &users)
{
    QStringList scopes;
    for (const QString &scope : tool.scopes)
        scopes << displayLine(scopeText(scope), 300);
    const ToolCategory category = toolCategory(tool);
    // Built-ins report the time of the request as their date (contract 3.3): that would be a lie on screen.
    const bool isDated = tool.createdAt.isValid() && category == ToolCategory::Custom;
    m_facts->setFact(tr("Kind"), ToolListModel::categoryText(category));
    m_facts->setFact(tr("State"), tool.isActive ? tr("Active") : tr("Inactive"));
    m_facts->setFact(tr("MCP server"), displayLine(tool.raw.value("mcp_server"_L1).toString()));
    m_facts->setFact(tr("Entrypoint"), displayLine(tool.entrypoint, 500));
    m_facts->setFact(tr("Scopes"), scopes.isEmpty() ? tr("None: the tool needs no permission of its own") : scopes.join(u'\n'));
    m_facts->setFact(tr("Version"), tool.version > 0 ? QLocale().toString(tool.version) : QString());
    m_facts->setFact(tr("Made"), isDated ? QLocale().toString(tool.createdAt.toLocalTime(), QLocale::ShortFormat) : QString());
    m_facts->setFact(tr("Id"), displayLine(tool.id.value()));
    showUsers(users);
}

void ToolFacts::showUsers(const QList<ToolUser> &users)
{
    if (users.isEmpty())
        m_usersLabel->setText(tr("No agent that you can see uses this tool."));
    else if (users.size() > mostUsers)
        m_usersLabel->setText(tr("Used by %L1 agents. The first %L2 of them:").arg(users.size()).arg(mostUsers));
    else
        m_usersLabel->setText(tr("Used by %n agent(s):", nullptr, static_cast<int>(users.size())));
    QList<AgentId> ids;
    QStringList names;
    const QList<ToolUser> first = users.first(qMin(users.size(), mostUsers));
    for (const ToolUser &user : first) {
        ids << user.id;
        names << displayLine(user.name, 80).replace(u'&', u"&&"_s);
    }
    if (m_users != nullptr && ids == m_shown && names == m_names)
        return; // a button in use stays
    m_shown = ids;
    m_names = names;
    if (m_users != nullptr) {
        m_users->hide();
        m_users->deleteLater();
    }
    m_users = new QWidget(widget());
    auto *flow = new FlowLayout(m_users);
    for (qsizetype i = 0; i < ids.size(); ++i) {
        auto *button = new QPushButton(Theme::icon(u"agents"_s), names.at(i), m_users);
        button->setObjectName(u"toolUser"_s);
        button->setAutoDefault(false);
        button->setToolTip(tr("Show this agent"));
        connect(button, &QPushButton::clicked, this, [this, id = ids.at(i)] { Q_EMIT agentRequested(id); });
        flow->addWidget(button);
    }
    auto *column = static_cast<QVBoxLayout *>(widget()->layout());
    column->insertWidget(column->count() - 1, m_users);
    m_users->setVisible(!ids.isEmpty());
}

} // namespace desk
