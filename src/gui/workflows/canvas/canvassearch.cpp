#include "gui/workflows/canvas/canvassearch.h"

#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"
#include "gui/workflows/canvas/stepcommands.h"
#include "gui/workflows/canvas/stepselection.h"
#include "gui/workflows/canvas/workflowview.h"
#include "state/workflows/workflowgraph.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace desk {

CanvasSearch::CanvasSearch(WorkflowView &view)
    : QFrame(&view)
    , m_view(view)
    , m_edit(new QLineEdit)
    , m_count(new PlainLabel)
{
    setObjectName(QStringLiteral("canvasSearchBar"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_edit->setObjectName(QStringLiteral("canvasSearchText"));
    m_edit->setPlaceholderText(tr("Find a step"));
    m_edit->setAccessibleName(tr("Find a step"));
    m_edit->setClearButtonEnabled(true);
    m_edit->setMinimumWidth(Theme::space(this, 24));
    m_edit->installEventFilter(this);
    m_count->setObjectName(QStringLiteral("canvasSearchCount"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::space(this), Theme::space(this, 0.5), Theme::space(this), Theme::space(this, 0.5));
    row->addWidget(m_edit);
    row->addWidget(m_count);
    connect(m_edit, &QLineEdit::textChanged, this, &CanvasSearch::search);
    hide();
}

void CanvasSearch::open()
{
    show();
    raise();
    m_edit->selectAll();
    m_edit->setFocus();
    search();
}

void CanvasSearch::close()
{
    hide();
    m_view.setFocus();
}

void CanvasSearch::search()
{
    m_found.clear();
    const WorkflowGraph &graph = m_view.commands().graph();
    const QString text = m_edit->text().simplified();
    const auto has = [&](const QString &words) { return words.contains(text, Qt::CaseInsensitive); };
    for (const NodeId node : text.isEmpty() ? QList<NodeId>() : graph.nodes()) {
        if (has(graph.stepId(node)) || has(graph.title(node)) || has(graph.summary(node)))
            m_found.append(node);
    }
    if (!m_found.isEmpty() && !m_found.contains(m_view.commands().selection().current()))
        go(0);
    tell();
}

void CanvasSearch::go(int by)
{
    if (m_found.isEmpty())
        return;
    const qsizetype count = m_found.size();
    const qsizetype now = m_found.indexOf(m_view.commands().selection().current());
    const NodeId node = m_found.at(now < 0 ? 0 : (now + by + count) % count);
    m_view.commands().selection().choose(node);
    m_view.reveal(node);
    tell();
}

void CanvasSearch::tell()
{
    const qsizetype now = m_found.indexOf(m_view.commands().selection().current());
    if (m_edit->text().simplified().isEmpty())
        m_count->clear();
    else if (m_found.isEmpty())
        m_count->setText(tr("Nothing found"));
    else
        m_count->setText(tr("%1 of %2", "number of a found step, how many there are").arg(now + 1).arg(m_found.size()));
    adjustSize();
}

bool CanvasSearch::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_edit || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Escape) {
        close();
        return true;
    }
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        go(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace desk
