#include "gui/chat/json/toolinspector.h"

#include "gui/chat/json/jsonpanel.h"
#include "gui/chat/json/toolrunpanel.h"
#include "gui/chat/transcript/toolreport.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"
#include "state/chat/toolrun.h"

#include <QDialogButtonBox>
#include <QFontMetrics>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

ToolInspector::ToolInspector(const ToolCall &call, ToolRun *run, QWidget *parent)
    : QDialog(parent)
    , m_tabs(new QTabWidget(this))
{
    setObjectName(u"toolInspector"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(false);
    const QString name = displayLine(call.tool, 80);
    const QString title = displayLine(call.title.isEmpty() ? call.tool : call.title, 160);
    setWindowTitle(tr("Tool: %1").arg(name));
    auto *heading = new PlainLabel(title, this);
    heading->setObjectName(u"toolTitle"_s);
    heading->setWordWrap(true);
    heading->setFont(Theme::heading(font()));
    m_tabs->setObjectName(u"toolTabs"_s);
    addPanel(tr("&Input"), u"toolInput"_s, call.input);
    if (!call.error.isEmpty())
        addPanel(tr("P&roblem"), u"toolProblem"_s, call.error);
    if (call.finished)
        addPanel(tr("&Output"), u"toolOutput"_s, call.output);
    m_tabs->setCurrentIndex(m_tabs->count() - 1);
    if (run != nullptr)
        addRun(run, call.input);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Enter is for what is inside
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *box = new QVBoxLayout(this);
    box->addWidget(heading);
    box->addWidget(m_tabs, 1);
    box->addWidget(buttons);
    const QFontMetrics metrics(font());
    resize(metrics.averageCharWidth() * 100, metrics.height() * 34);
}

void ToolInspector::addPanel(const QString &title, const QString &name, const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return;
    auto *panel = new JsonPanel(value, m_tabs);
    panel->setObjectName(name);
    connect(panel, &JsonPanel::tableRequested, this, &ToolInspector::tableRequested);
    connect(panel, &JsonPanel::saveRequested, this, &ToolInspector::saveRequested);
    m_tabs->addTab(panel, title);
}

void ToolInspector::addRun(ToolRun *run, const QJsonValue &input)
{
    auto *panel = new ToolRunPanel(run, input, m_tabs);
    connect(panel, &ToolRunPanel::tableRequested, this, &ToolInspector::tableRequested);
    connect(panel, &ToolRunPanel::saveRequested, this, &ToolInspector::saveRequested);
    m_tabs->addTab(panel, tr("Run a&gain"));
}

} // namespace desk
