#include "gui/tools/tooldetail.h"

#include "gui/chat/json/jsonpanel.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/tools/plainbuttons.h"
#include "gui/tools/toolfacts.h"
#include "gui/widgets/plainlabel.h"
#include "state/models/toollistmodel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

ToolDetail::ToolDetail(QWidget *parent)
    : QWidget(parent)
    , m_title(new PlainLabel(this))
    , m_description(new PlainLabel(this))
    , m_versions(new QPushButton(Theme::icon(u"clock"_s), tr("Versions\u2026"), this))
    , m_edit(new QPushButton(Theme::icon(u"edit"_s), tr("Edit\u2026"), this))
    , m_remove(new QPushButton(Theme::icon(u"delete"_s), tr("Delete\u2026"), this))
    , m_tabs(new QTabWidget(this))
    , m_facts(new ToolFacts(this))
    , m_schemaPage(new QWidget(this))
    , m_schemaBox(new QVBoxLayout(m_schemaPage))
    , m_noSchema(new PlainLabel(tr("The server does not tell what goes into this tool and what comes out."), m_schemaPage))
{
    for (QLabel *label : {m_title, m_description, m_noSchema})
        label->setWordWrap(true);
    for (QLabel *label : {m_title, m_description})
        label->setMinimumWidth(Theme::space(this, 8)); // a word without end is cut
    m_title->setObjectName(u"toolName"_s);
    m_title->setFont(Theme::heading(font()));
    m_versions->setObjectName(u"toolVersions"_s);
    m_versions->hide();
    m_edit->setObjectName(u"editTool"_s);
    m_remove->setObjectName(u"removeTool"_s);
    m_tabs->setObjectName(u"toolPageTabs"_s);
    m_tabs->setAccessibleName(tr("Parts of the tool"));
    m_tabs->setUsesScrollButtons(true);
    m_schemaBox->addWidget(m_noSchema);
    m_schemaBox->addStretch(0);
    addTab(m_facts, tr("Details"));
    addTab(m_schemaPage, tr("Schema"));

    auto *top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_versions, 0, Qt::AlignTop);
    top->addWidget(m_edit, 0, Qt::AlignTop);
    top->addWidget(m_remove, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    const int gap = Theme::space(this);
    column->setContentsMargins(gap * 2, 0, 0, 0);
    column->setSpacing(gap);
    column->addLayout(top);
    column->addWidget(m_description);
    column->addWidget(m_tabs, 1);
    connect(m_facts, &ToolFacts::agentRequested, this, &ToolDetail::agentRequested);
    connect(m_versions, &QPushButton::clicked, this, [this] { Q_EMIT versionsRequested(m_id); });
    connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT editRequested(m_id); });
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeRequested(m_id); });
}

void ToolDetail::addTab(QWidget *page, const QString &title)
{
    auto *room = qobject_cast<QScrollArea *>(page);
    if (room == nullptr) { // a page with a long row of buttons must not widen the window, at twice the size of letters above all
        room = new QScrollArea(m_tabs);
        room->setWidgetResizable(true);
        room->setFrameShape(QFrame::NoFrame);
        room->setFocusPolicy(Qt::NoFocus); // what is in it has the focus, and is scrolled to
        room->setWidget(page);
    }
    m_tabs->addTab(room, title);
}

void ToolDetail::setVersions(bool offered)
{
    m_versions->setVisible(offered);
}

void ToolDetail::setTool(const Tool &tool, const QList<ToolUser> &users)
{
    m_id = tool.id;
    m_title->setText(displayLine(tool.name));
    m_description->setText(displayText(tool.description.left(2000), TextUse::Prose));
    m_description->setVisible(!tool.description.isEmpty());
    const bool isCustom = toolCategory(tool) == ToolCategory::Custom;
    m_edit->setVisible(isCustom);
    m_remove->setVisible(isCustom);
    m_facts->setTool(tool, users);
    showSchema(tool.schema);
}

void ToolDetail::showSchema(const QJsonObject &schema)
{
    m_noSchema->setVisible(schema.isEmpty());
    if (m_schemaPanel != nullptr && schema == m_schema)
        return; // somebody may be looking into it
    m_schema = schema;
    if (m_schemaPanel != nullptr) {
        m_schemaPanel->hide();
        m_schemaPanel->setObjectName({}); // the next one has it
        m_schemaPanel->deleteLater();
        m_schemaPanel = nullptr;
    }
    if (schema.isEmpty())
        return;
    m_schemaPanel = new JsonPanel(schema, m_schemaPage);
    m_schemaPanel->setObjectName(u"toolSchema"_s);
    withoutLetters(*m_schemaPanel);
    connect(m_schemaPanel, &JsonPanel::tableRequested, this, &ToolDetail::tableRequested);
    connect(m_schemaPanel, &JsonPanel::saveRequested, this, &ToolDetail::saveRequested);
    m_schemaBox->insertWidget(0, m_schemaPanel, 1);
}

} // namespace desk
