#include "gui/chat/sidepanels.h"

#include <QDataStream>
#include <QEvent>
#include <QSplitter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr auto mark = "sides "_L1;
constexpr int splitterKind = 0xff; // QSplitter's own
constexpr int widest = 4000;

} // namespace

SidePanels::SidePanels(QSplitter &splitter, QWidget &middle)
    : QObject(&splitter)
    , m_splitter(splitter)
    , m_middle(middle)
{
    connect(&splitter, &QSplitter::splitterMoved, this, &SidePanels::remember);
}

void SidePanels::add(QWidget &panel, int width)
{
    m_panels.append({&panel, width});
    m_splitter.setStretchFactor(m_splitter.indexOf(&panel), 0);
    panel.installEventFilter(this);
    fit(&panel);
}

QByteArray SidePanels::state() const
{
    QStringList widths;
    for (const Panel &panel : m_panels)
        widths << QString::number(panel.width);
    return (mark + widths.join(u' ')).toLatin1();
}

void SidePanels::restore(const QByteArray &state)
{
    if (state.startsWith(QByteArrayView(mark.data(), mark.size()))) {
        const QList<QByteArray> widths = state.mid(mark.size()).split(' ');
        for (qsizetype i = 0; i < std::min(widths.size(), m_panels.size()); ++i) {
            const int width = widths.at(i).toInt();
            if (width > 0 && width <= widest)
                m_panels[i].width = width;
        }
    } else if (!state.isEmpty() && !m_panels.isEmpty()) {
        QDataStream stream(state); // of fewer panes than there are now
        stream.setVersion(QDataStream::Qt_5_0);
        qint32 kind = 0;
        qint32 version = 0;
        QList<int> widths;
        stream >> kind >> version >> widths;
        if (const int width = widths.value(0); kind == splitterKind && stream.status() == QDataStream::Ok && width > 0)
            m_panels[0].width = std::min(width, widest);
    }
    fit(nullptr);
}

bool SidePanels::eventFilter(QObject *watched, QEvent *event)
{
    if (m_splitter.isVisible() && (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent))
        fit(static_cast<QWidget *>(watched));
    return QObject::eventFilter(watched, event);
}

void SidePanels::remember()
{
    const QList<int> sizes = m_splitter.sizes();
    for (Panel &panel : m_panels) {
        if (const int size = sizes.value(m_splitter.indexOf(panel.widget)); !panel.widget->isHidden() && size > 0)
            panel.width = size;
    }
}

void SidePanels::fit(const QWidget *asked)
{
    QList<Panel *> shown;
    int middle = m_splitter.width();
    for (Panel &panel : m_panels) {
        if (panel.widget->isHidden())
            continue;
        middle -= panel.width + m_splitter.handleWidth();
        panel.widget == asked ? shown.append(&panel) : shown.prepend(&panel); // the last ones stand at the other side
    }
    QList<int> sizes(m_splitter.count(), 0);
    for (const Panel &panel : std::as_const(m_panels))
        sizes[m_splitter.indexOf(panel.widget)] = panel.width;
    if (!m_splitter.isVisible())
        shown.clear(); // it is not known yet how much room there will be
    for (const Panel *panel : std::as_const(shown)) {
        const int given = std::clamp(m_middle.minimumWidth() - middle, 0, std::max(panel->width - panel->widget->minimumWidth(), 0));
        sizes[m_splitter.indexOf(panel->widget)] -= given;
        middle += given;
    }
    sizes[m_splitter.indexOf(&m_middle)] = std::max(middle, m_middle.minimumWidth());
    m_splitter.setSizes(sizes);
}

} // namespace desk
