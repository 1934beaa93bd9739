#include "gui/tools/toolplayground.h"

#include "gui/chat/json/toolrunpanel.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/tools/plainbuttons.h"
#include "gui/widgets/isolatingdelegate.h"
#include "gui/widgets/plainlabel.h"
#include "state/chat/toolrun.h"

#include <QHBoxLayout>
#include <QJsonDocument>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTime>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

ToolPlayground::ToolPlayground(NewToolRun newToolRun, QWidget *parent)
    : QWidget(parent)
    , m_newToolRun(std::move(newToolRun))
    , m_panels(new QStackedWidget(this))
    , m_past(new QWidget(this))
    , m_list(new QListWidget(m_past))
    , m_again(new QPushButton(tr("Use this input again"), m_past))
{
    setObjectName(u"toolPlayground"_s);
    build();
    connect(m_list, &QListWidget::itemActivated, this, &ToolPlayground::useAgain);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) { m_again->setEnabled(row >= 0); });
    connect(m_again, &QPushButton::clicked, this, &ToolPlayground::useAgain);
}

void ToolPlayground::build()
{
    m_list->setObjectName(u"toolPastRuns"_s);
    m_list->setAccessibleName(tr("Runs of this session"));
    m_list->setItemDelegate(new IsolatingDelegate(m_list));
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_again->setObjectName(u"toolUseAgain"_s);
    m_again->setAutoDefault(false);
    m_again->setEnabled(false);
    auto *row = new QHBoxLayout;
    row->addWidget(new PlainLabel(tr("Runs of this session"), m_past), 1);
    row->addWidget(m_again);
    auto *past = new QVBoxLayout(m_past);
    past->setContentsMargins(0, 0, 0, 0);
    past->addLayout(row);
    past->addWidget(m_list, 1);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_panels);
    splitter->addWidget(m_past);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 4);
    splitter->setStretchFactor(1, 1);
    auto *box = new QVBoxLayout(this);
    box->addWidget(splitter, 1);
    m_past->hide();
}

void ToolPlayground::setTool(const QString &name)
{
    if (name == m_tool)
        return;
    m_tool = name;
    if (isVisible())
        showPanel();
    showRuns();
}

void ToolPlayground::forget()
{
    for (ToolRunPanel *panel : std::as_const(m_panelOf)) {
        m_panels->removeWidget(panel);
        panel->deleteLater();
    }
    m_panelOf.clear();
    m_runs.clear();
    m_tool.clear();
    showRuns();
}

void ToolPlayground::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showPanel();
}

void ToolPlayground::showPanel()
{
    if (m_tool.isEmpty())
        return;
    ToolRunPanel *&panel = m_panelOf[m_tool];
    if (panel == nullptr) {
        panel = new ToolRunPanel(m_newToolRun(m_tool, this), QJsonObject(), m_panels);
        panel->startNew();
        withoutLetters(*panel);
        connect(panel, &ToolRunPanel::tableRequested, this, &ToolPlayground::tableRequested);
        connect(panel, &ToolRunPanel::saveRequested, this, &ToolPlayground::saveRequested);
        connect(panel, &ToolRunPanel::ran, this, [this, panel, tool = m_tool](const QJsonObject &input, const QString &words) {
            withoutLetters(*panel); // of the output
            keep(tool, {words, input});
        });
        m_panels->addWidget(panel);
    }
    m_panels->setCurrentWidget(panel);
}

void ToolPlayground::keep(const QString &tool, const Run &run)
{
    const QString input = QString::fromUtf8(QJsonDocument(run.input).toJson(QJsonDocument::Compact));
    const QString time = QLocale().toString(QTime::currentTime(), QLocale::ShortFormat);
    QList<Run> &runs = m_runs[tool];
    runs.prepend({displayLine(tr("%1, %2 With %3", "time, what came of it, input").arg(time, run.words, input), 400), run.input});
    if (runs.size() > mostRuns)
        runs.removeLast();
    if (tool == m_tool)
        showRuns();
}

void ToolPlayground::showRuns()
{
    const QList<Run> runs = m_runs.value(m_tool);
    m_list->clear();
    for (const Run &run : runs)
        m_list->addItem(run.words);
    m_list->setCurrentRow(runs.isEmpty() ? -1 : 0);
    m_past->setVisible(!runs.isEmpty());
}

void ToolPlayground::useAgain()
{
    const QList<Run> runs = m_runs.value(m_tool);
    ToolRunPanel *panel = m_panelOf.value(m_tool);
    const int row = m_list->currentRow();
    if (panel != nullptr && row >= 0 && row < runs.size())
        panel->setInput(runs.at(row).input);
}

} // namespace desk
