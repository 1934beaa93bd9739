#include "gui/workflows/studio/problemspanel.h"

#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/isolatingdelegate.h"
#include "gui/widgets/plainlabel.h"
#include "state/workflows/liveproblems.h"
#include "state/workflows/workflowediting.h"
#include "state/workflows/workflowgraph.h"

#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Severity = WorkflowProblem::Severity;

QString iconOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return u"error"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Hint:
        break;
    }
    return u"info"_s;
}

} // namespace

ProblemsPanel::ProblemsPanel(LiveProblems &problems, QWidget *parent)
    : QWidget(parent)
    , m_problems(problems)
    , m_summary(new PlainLabel(this))
    , m_list(new QListWidget(this))
    , m_fixes(new QWidget(this))
{
    setObjectName(u"problemsPanel"_s);
    build();
    connect(&m_problems, &LiveProblems::changed, this, &ProblemsPanel::update);
    connect(m_list, &QListWidget::itemActivated, this, &ProblemsPanel::activate);
    connect(m_list, &QListWidget::currentRowChanged, this, &ProblemsPanel::updateFixes);
    update();
}

void ProblemsPanel::build()
{
    m_summary->setObjectName(u"problemsSummary"_s);
    m_list->setObjectName(u"problemsList"_s);
    m_list->setAccessibleName(tr("Problems of the workflow"));
    m_list->setToolTip(tr("Enter goes to the step"));
    m_list->setItemDelegate(new IsolatingDelegate(m_list));
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto *flow = new FlowLayout(m_fixes);
    flow->setContentsMargins({});
    flow->setSpacing(Theme::space(this));
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins({});
    box->addWidget(m_summary);
    box->addWidget(m_list, 1);
    box->addWidget(m_fixes);
}

void ProblemsPanel::setReadOnly(bool readOnly)
{
    m_isReadOnly = readOnly;
    updateFixes();
}

QString ProblemsPanel::summary() const
{
    const int errors = m_problems.count(Severity::Error);
    const int warnings = m_problems.count(Severity::Warning);
    const int hints = m_problems.count(Severity::Hint);
    QStringList parts;
    if (errors > 0)
        parts.append(tr("%n error(s)", nullptr, errors));
    if (warnings > 0)
        parts.append(tr("%n warning(s)", nullptr, warnings));
    if (hints > 0)
        parts.append(tr("%n hint(s)", nullptr, hints));
    return parts.isEmpty() ? tr("No problems") : QLocale().createSeparatedList(parts);
}

// The rows stay while they say the same: somebody may be reading, or about to click.
void ProblemsPanel::update()
{
    QList<WorkflowProblem> next = m_problems.problems();
    std::stable_sort(next.begin(), next.end(), [](const auto &a, const auto &b) { return a.severity < b.severity; });
    m_summary->setText(summary());
    if (next == m_shown)
        return;
    const WorkflowProblem before = current() != nullptr ? *current() : WorkflowProblem();
    const int row = m_list->currentRow();
    m_shown = next;
    m_list->clear();
    for (const WorkflowProblem &problem : std::as_const(m_shown)) {
        const NodeId node = m_problems.nodeOf(problem);
        const WorkflowGraph &graph = m_problems.graph();
        const QString where = node == NodeId::Root ? QString() : displayLine(graph.title(node), 60);
        auto *item = new QListWidgetItem(Theme::icon(iconOf(problem.severity)),
                                         where.isEmpty() ? problem.text : tr("%1: %2", "step, problem").arg(where, problem.text), m_list);
        item->setData(Qt::AccessibleTextRole,
                      tr("%1: %2", "error, warning or hint; problem").arg(severityWord(problem.severity), item->text()));
    }
    const qsizetype known = m_shown.indexOf(before);
    m_list->setCurrentRow(m_shown.isEmpty() ? -1 : known >= 0 ? static_cast<int>(known) : std::clamp(row, 0, m_list->count() - 1));
    updateFixes();
}

QString ProblemsPanel::severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return tr("Error");
    case Severity::Warning:
        return tr("Warning");
    case Severity::Hint:
        break;
    }
    return tr("Hint");
}

const WorkflowProblem *ProblemsPanel::current() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_shown.size() ? &m_shown.at(row) : nullptr;
}

void ProblemsPanel::updateFixes()
{
    const bool hadFocus = std::any_of(m_buttons.cbegin(), m_buttons.cend(), [](const QPushButton *button) { return button->hasFocus(); });
    for (QPushButton *button : std::as_const(m_buttons))
        button->deleteLater(); // it may be the one that was clicked
    m_buttons.clear();
    const WorkflowProblem *problem = current();
    const QList<WorkflowFix> fixes = problem == nullptr || m_isReadOnly ? QList<WorkflowFix>() : problem->fixes;
    for (const WorkflowFix &fix : fixes) {
        auto *button = new QPushButton(QString(fix.text).replace(u'&', u"&&"_s), m_fixes);
        button->setObjectName(u"problemFix"_s);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, fix] { m_problems.apply(fix); });
        m_fixes->layout()->addWidget(button);
        m_buttons.append(button);
    }
    m_fixes->setVisible(!fixes.isEmpty());
    if (hadFocus)
        m_list->setFocus();
}

void ProblemsPanel::activate()
{
    if (const WorkflowProblem *problem = current())
        Q_EMIT problemActivated(m_problems.nodeOf(*problem), problem->member);
}

} // namespace desk
