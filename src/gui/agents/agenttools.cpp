#include "gui/agents/agenttools.h"

#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"

#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype mostTools = 100; // each is a button

} // namespace

AgentTools::AgentTools(QWidget *parent)
    : QWidget(parent)
    , m_note(new PlainLabel(this))
{
    setObjectName(u"agentTools"_s);
    m_note->setObjectName(u"agentToolsNote"_s);
    m_note->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::space(this, 0.5));
    column->addWidget(m_note);
    showRows();
}

void AgentTools::setKnown(const QHash<QString, QString> &texts, bool areAllKnown)
{
    m_texts = texts;
    m_areAllKnown = areAllKnown;
    showRows();
}

void AgentTools::setTools(const QStringList &tools)
{
    m_tools = tools;
    showRows();
}

void AgentTools::showRows()
{
    if (m_tools.isEmpty())
        m_note->setText(tr("Tools: none"));
    else if (m_tools.size() > mostTools)
        m_note->setText(tr("Tools: %L1. The first %L2 of them:").arg(m_tools.size()).arg(mostTools));
    else
        m_note->setText(tr("%n tool(s):", nullptr, static_cast<int>(m_tools.size())));
    const QStringList first = m_tools.first(qMin(m_tools.size(), mostTools));
    QList<QPair<QString, QString>> next;
    for (const QString &tool : first) {
        const bool isMissing = m_areAllKnown && !m_texts.contains(tool);
        next.append({tool, isMissing ? tr("Unknown: the server lists no tool of this name.") : displayLine(m_texts.value(tool), 300)});
    }
    if (m_rows && next == m_shown)
        return; // a button in use stays
    m_shown = next;
    if (m_rows) {
        const QList<QWidget *> gone = m_rows->findChildren<QWidget *>();
        for (QWidget *part : gone)
            part->setObjectName({}); // the next ones have it
        m_rows->hide();
        m_rows->deleteLater();
    }
    m_rows = new QWidget(this);
    auto *grid = new QGridLayout(m_rows);
    grid->setContentsMargins({});
    grid->setSpacing(Theme::space(this));
    grid->setColumnStretch(1, 1);
    for (int row = 0; row < first.size(); ++row)
        addRow(row, first.at(row));
    layout()->addWidget(m_rows);
    m_rows->setVisible(!first.isEmpty());
}

void AgentTools::addRow(int row, const QString &tool)
{
    const bool isMissing = m_areAllKnown && !m_texts.contains(tool);
    const QString name = displayLine(tool, 60);
    auto *button = new QPushButton(Theme::icon(isMissing ? u"warning"_s : u"tool"_s), QString(name).replace(u'&', u"&&"_s), m_rows);
    button->setObjectName(u"agentTool"_s);
    button->setAutoDefault(false);
    button->setEnabled(!isMissing);
    button->setToolTip(isMissing ? m_shown.at(row).second : tr("Show this tool"));
    button->setAccessibleDescription(m_shown.at(row).second);
    auto *text = new PlainLabel(m_shown.at(row).second, m_rows);
    text->setObjectName(u"agentToolText"_s);
    text->setWordWrap(true);
    auto *grid = static_cast<QGridLayout *>(m_rows->layout());
    grid->addWidget(button, row, 0, Qt::AlignTop | Qt::AlignLeading);
    grid->addWidget(text, row, 1);
    connect(button, &QPushButton::clicked, this, [this, tool] { Q_EMIT toolRequested(tool); });
}

} // namespace desk
