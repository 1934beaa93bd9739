#include "gui/tools/toolplayground.h"

#include "gui/chat/json/toolrunpanel.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/tools/plainbuttons.h"
#include "gui/tools/toolcasespane.h"
#include "gui/tools/toolcomparison.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/isolatingdelegate.h"
#include "gui/widgets/plainlabel.h"
#include "state/chat/toolrun.h"
#include "state/tools/toolcase.h"

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

ToolPlayground::ToolPlayground(NewToolRun newToolRun, ToolCases *cases, Dialogs &dialogs, QWidget *parent)
    : QWidget(parent)
    , m_newToolRun(std::move(newToolRun))
    , m_panels(new QStackedWidget(this))
    , m_past(new QWidget(this))
    , m_list(new QListWidget(m_past))
    , m_again(new QPushButton(tr("Use this input again"), m_past))
    , m_compare(new QPushButton(tr("Compare\u2026"), m_past))
    , m_keep(new QPushButton(tr("Save as test case\u2026"), m_past))
{
    setObjectName(u"toolPlayground"_s);
    if (cases != nullptr)
        m_cases = new ToolCasesPane(*cases, dialogs, this);
    build();
    connect(m_list, &QListWidget::itemActivated, this, &ToolPlayground::useAgain);
    connect(m_list, &QListWidget::itemSelectionChanged, this, &ToolPlayground::updateButtons);
    connect(m_again, &QPushButton::clicked, this, &ToolPlayground::useAgain);
    connect(m_compare, &QPushButton::clicked, this, &ToolPlayground::compareRuns);
    connect(m_keep, &QPushButton::clicked, this, &ToolPlayground::keepAsCase);
    if (m_cases == nullptr)
        return;
    connect(m_cases, &ToolCasesPane::runRequested, this, &ToolPlayground::runCase);
    connect(m_cases, &ToolCasesPane::compared, this, &ToolPlayground::passOn);
    connect(m_cases, &ToolCasesPane::closed, m_list, qOverload<>(&QWidget::setFocus));
}

void ToolPlayground::build()
{
    m_list->setObjectName(u"toolPastRuns"_s);
    m_list->setAccessibleName(tr("Runs of this session"));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection); // two of them are compared
    m_list->setItemDelegate(new IsolatingDelegate(m_list));
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_again->setObjectName(u"toolUseAgain"_s);
    m_compare->setObjectName(u"toolCompareRuns"_s);
    m_keep->setObjectName(u"toolKeepCase"_s);
    m_keep->setVisible(m_cases != nullptr);
    auto *buttons = new QWidget(m_past);
    auto *flow = new FlowLayout(buttons);
    flow->setContentsMargins({});
    flow->setSpacing(Theme::space(this));
    for (QPushButton *button : {m_again, m_compare, m_keep}) {
        button->setAutoDefault(false);
        button->setEnabled(false);
        flow->addWidget(button);
    }
    auto *past = new QVBoxLayout(m_past);
    past->setContentsMargins(0, 0, 0, 0);
    past->addWidget(new PlainLabel(tr("Runs of this session"), m_past));
    past->addWidget(m_list, 1);
    past->addWidget(buttons);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_panels);
    splitter->addWidget(m_past);
    if (m_cases != nullptr)
        splitter->addWidget(m_cases);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 4);
    for (int i = 1; i < splitter->count(); ++i)
        splitter->setStretchFactor(i, 1);
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
    if (m_cases != nullptr)
        m_cases->setTool(name);
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
    if (m_cases != nullptr)
        m_cases->forget();
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
            keep(tool, {words, input, panel->result()});
        });
        m_panels->addWidget(panel);
    }
    m_panels->setCurrentWidget(panel);
}

void ToolPlayground::keep(const QString &tool, const Run &run)
{
    const QString input = QString::fromUtf8(QJsonDocument(run.input).toJson(QJsonDocument::Compact));
    const QString time = QLocale().toString(QTime::currentTime(), QLocale::ShortFormat);
    const QString words = displayLine(tr("%1, %2 With %3", "time, what came of it, input").arg(time, run.words, input), 400);
    QList<Run> &runs = m_runs[tool];
    runs.prepend({words, run.input, run.result});
    if (runs.size() > mostRuns)
        runs.removeLast();
    if (tool == m_tool)
        showRuns();
    if (m_cases != nullptr)
        m_cases->takeRun(tool, run.input, run.result);
}

void ToolPlayground::showRuns()
{
    const QList<Run> runs = m_runs.value(m_tool);
    m_list->clear();
    for (const Run &run : runs)
        m_list->addItem(run.words);
    m_list->setCurrentRow(runs.isEmpty() ? -1 : 0);
    m_past->setVisible(!runs.isEmpty());
    updateButtons();
}

void ToolPlayground::updateButtons()
{
    const qsizetype chosen = m_list->selectedItems().size();
    const Run *run = currentRun();
    m_again->setEnabled(chosen == 1);
    m_compare->setEnabled(chosen == 2);
    m_compare->setToolTip(chosen == 2 ? QString() : tr("Two runs are chosen in the list, with Shift or Ctrl"));
    m_keep->setEnabled(chosen == 1 && run != nullptr && run->result);
}

const ToolPlayground::Run *ToolPlayground::currentRun() const
{
    const auto runs = m_runs.constFind(m_tool);
    const int row = m_list->currentRow();
    return runs == m_runs.constEnd() || row < 0 || row >= runs->size() ? nullptr : &runs->at(row);
}

void ToolPlayground::useAgain()
{
    ToolRunPanel *panel = m_panelOf.value(m_tool);
    const Run *run = currentRun();
    if (panel != nullptr && run != nullptr)
        panel->setInput(run->input);
}

// The older one first.
void ToolPlayground::compareRuns()
{
    const QList<Run> runs = m_runs.value(m_tool);
    QList<ToolComparison::Side> sides;
    for (int row = m_list->count() - 1; row >= 0; --row) {
        const Run &run = runs.at(row);
        if (m_list->item(row)->isSelected())
            sides.append({run.words, run.input, run.result ? outcomeOf(*run.result) : QJsonObject()});
    }
    if (sides.size() != 2)
        return;
    auto *shown = new ToolComparison(tr("Two runs of %1", "a tool").arg(displayLine(m_tool, 80)), sides.at(0), sides.at(1), this);
    passOn(shown);
    shown->show();
}

void ToolPlayground::passOn(ToolComparison *window)
{
    connect(window, &ToolComparison::tableRequested, this, &ToolPlayground::tableRequested);
    connect(window, &ToolComparison::saveRequested, this, &ToolPlayground::saveRequested);
}

void ToolPlayground::keepAsCase()
{
    const Run *run = currentRun();
    if (m_cases != nullptr && run != nullptr && run->result)
        m_cases->propose(run->input, *run->result);
}

void ToolPlayground::runCase(const QJsonObject &input, bool isComplete)
{
    ToolRunPanel *panel = m_panelOf.value(m_tool);
    if (panel == nullptr || panel->isRunning())
        m_cases->noteNotStarted();
    else if (!isComplete)
        panel->setInput(input);
    else if (!panel->runNow(input))
        m_cases->noteNotStarted();
}

} // namespace desk
