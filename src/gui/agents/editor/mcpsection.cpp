#include "gui/agents/editor/mcpsection.h"

#include "gui/agents/editor/mcpserverform.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"
#include "gui/widgets/remarklabel.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

McpSection::McpSection(QWidget *parent)
    : AgentSection(parent)
    , m_list(new QListWidget(this))
    , m_add(new QPushButton(tr("Add a tool server"), this))
    , m_remove(new QPushButton(tr("Remove"), this))
    , m_form(new McpServerForm(this))
    , m_fault(new RemarkLabel(RemarkLabel::Tone::Problem, u"mcpFault"_s, this))
{
    auto *label = new PlainLabel(tr("Tool servers (MCP)"), this);
    label->setBuddy(m_list);
    m_list->setObjectName(u"mcpList"_s);
    m_list->setAccessibleName(tr("Tool servers"));
    m_list->setFixedHeight(QFontMetrics(font()).lineSpacing() * 5);
    m_add->setObjectName(u"mcpAdd"_s);
    m_remove->setObjectName(u"mcpRemove"_s);
    m_remove->setAccessibleName(tr("Remove the chosen tool server"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::space(this, 0.75));
    column->addWidget(label);
    column->addWidget(m_list);
    column->addLayout(buttons);
    column->addWidget(m_fault);
    column->addWidget(m_form);
    connect(m_add, &QPushButton::clicked, this, &McpSection::add);
    connect(m_remove, &QPushButton::clicked, this, &McpSection::remove);
    connect(m_list, &QListWidget::currentRowChanged, this, &McpSection::choose);
    connect(m_form, &McpServerForm::edited, this, &McpSection::takeForm);
    showRows();
}

void McpSection::show(const Agent &agent, bool)
{
    m_servers = agent.mcpServers;
    showRows();
}

void McpSection::apply(Agent &agent) const
{
    agent.mcpServers = m_servers;
}

void McpSection::showRows()
{
    const int chosen = qBound(0, m_list->currentRow(), qMax(0, static_cast<int>(m_servers.size()) - 1));
    {
        const QScopedValueRollback showing(m_isShowing, true);
        while (m_list->count() > m_servers.size())
            delete m_list->takeItem(m_list->count() - 1);
        for (int row = 0; row < m_servers.size(); ++row) {
            const QString name = displayLine(m_servers.at(row).name);
            const QString text = name.isEmpty() ? tr("Without a name") : name;
            if (row < m_list->count())
                m_list->item(row)->setText(text);
            else
                m_list->addItem(text);
        }
        m_list->setCurrentRow(m_servers.isEmpty() ? -1 : chosen);
    }
    m_list->setVisible(!m_servers.isEmpty());
    choose(m_list->currentRow());
}

void McpSection::choose(int row)
{
    if (m_isShowing)
        return;
    const bool has = row >= 0 && row < m_servers.size();
    m_form->setVisible(has);
    m_remove->setVisible(has);
    if (has)
        m_form->setServer(m_servers.at(row));
    showRemarks();
}

void McpSection::takeForm(const QString &field)
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_servers.size())
        return;
    m_servers[row] = m_form->server();
    Q_EMIT edited(field + QString::number(row));
}

void McpSection::add()
{
    m_servers.append(McpServer());
    {
        const QScopedValueRollback showing(m_isShowing, true);
        m_list->addItem(QString());
        m_list->setCurrentRow(static_cast<int>(m_servers.size()) - 1);
    }
    showRows();
    Q_EMIT edited(m_add->objectName());
    m_form->focusFirst();
}

void McpSection::remove()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_servers.size())
        return;
    m_servers.removeAt(row);
    showRows();
    Q_EMIT edited(m_remove->objectName());
    (m_servers.isEmpty() ? static_cast<QWidget *>(m_add) : m_list)->setFocus(Qt::OtherFocusReason);
}

void McpSection::setRemarks(const QList<AgentRemark> &remarks)
{
    m_remarks.clear();
    for (const AgentRemark &remark : remarks) {
        if (remark.field == AgentField::McpServers)
            m_remarks.append(remark);
    }
    showRemarks();
}

void McpSection::showRemarks()
{
    const int row = m_list->currentRow();
    QList<AgentRemark> chosen;
    QStringList others;
    for (const AgentRemark &remark : std::as_const(m_remarks)) {
        if (remark.item == row && row >= 0)
            chosen.append(remark);
        else if (remark.level == AgentRemark::Fault)
            others.append(remark.item < 0 ? displayLine(remark.text, 400)
                                          : tr("Tool server %L1: %2").arg(remark.item + 1).arg(displayLine(remark.text, 400)));
    }
    m_form->setRemarks(chosen);
    m_fault->say(others.join(u'\n'));
}

bool McpSection::focusField(AgentField field)
{
    if (field != AgentField::McpServers)
        return false;
    for (const AgentRemark &remark : std::as_const(m_remarks)) {
        if (remark.level == AgentRemark::Fault && remark.item >= 0 && remark.item < m_servers.size()) {
            m_list->setCurrentRow(remark.item);
            m_form->focusFirst();
            return true;
        }
    }
    m_add->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace desk
