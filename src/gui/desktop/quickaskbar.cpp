#include "gui/desktop/quickaskbar.h"

#include "gui/chat/compose/attachmentbar.h"
#include "gui/desktop/screentaker.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/flowlayout.h"
#include "state/agents/agentstore.h"
#include "state/chat/attachmentqueue.h"

#include <QClipboard>
#include <QComboBox>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QMimeData>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

QuickAskBar::QuickAskBar(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_agentStore(parts.agents)
    , m_agent(new QComboBox(this))
{
    setObjectName(u"quickAskBar"_s);
    build(parts);
    connect(&parts.agents, &AgentStore::agentsChanged, this, &QuickAskBar::fillAgents);
    fillAgents();
}

void QuickAskBar::build(const Parts &parts)
{
    auto *chips = new AttachmentBar(parts.queue, this);
    chips->setObjectName(u"quickAskFiles"_s);
    connect(chips, &AttachmentBar::chipRemoved, this, &QuickAskBar::chipRemoved);
    auto *row = new QWidget(this);
    auto *flow = new FlowLayout(row);
    flow->setContentsMargins(0, 0, 0, 0);
    const auto add = [this, row, flow](const QString &name, const QString &icon, const QString &text, const QString &tip) {
        auto *button = new QToolButton(row);
        button->setObjectName(name);
        button->setIcon(Theme::icon(icon));
        button->setText(text);
        button->setToolTip(tip);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        flow->addWidget(button);
        m_controls.append(button);
        return button;
    };
    if (parts.selection) {
        auto *button = add(u"quickAskSelection"_s, u"quote"_s, tr("Se&lection"), tr("Insert what is selected anywhere on the desktop"));
        connect(button, &QToolButton::clicked, this,
                [this, selection = parts.selection] { give(selection(), tr("Nothing is selected that can be inserted here.")); });
    }
    auto *clipboard = add(u"quickAskClipboard"_s, u"copy"_s, tr("&Clipboard"), tr("Insert what was copied: text, a picture or files"));
    connect(clipboard, &QToolButton::clicked, this,
            [this] { give(QGuiApplication::clipboard()->mimeData(), tr("There is nothing in the clipboard that can be inserted here.")); });
    if (ScreenTaker *screen = parts.screen) {
        auto *button = add(u"quickAskScreen"_s, u"screen"_s, tr("Screens&hot"), tr("Choose which part of the screen to attach"));
        const auto update = [button, screen] { button->setVisible(screen->isAvailable()); };
        connect(screen, &ScreenTaker::availableChanged, button, update);
        connect(screen, &ScreenTaker::taken, this, &QuickAskBar::pictureTaken);
        connect(screen, &ScreenTaker::refused, this, &QuickAskBar::pictureRefused);
        connect(button, &QToolButton::clicked, this, [this, screen] {
            if (screen->isTaking()) // the window would be hidden, and nothing would bring it back
                return Q_EMIT nothingThere(tr("The desktop has not answered the last request for a screenshot yet."));
            Q_EMIT screenAsked();
            screen->take();
        });
        update();
    }
    auto *file = add(u"quickAskFile"_s, u"attach"_s, tr("&File…"), tr("Attach files"));
    connect(file, &QToolButton::clicked, this, &QuickAskBar::filesRequested);
    m_agent->setObjectName(u"quickAskAgent"_s);
    m_agent->setAccessibleName(tr("Agent"));
    m_agent->setToolTip(tr("Which agent answers"));
    m_agent->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_agent->setMaximumWidth(QFontMetrics(font()).averageCharWidth() * 32); // as beside the composer
    flow->addWidget(m_agent);
    m_controls.append(m_agent);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space(this) / 2);
    column->addWidget(chips);
    column->addWidget(row);
}

void QuickAskBar::fillAgents()
{
    const QStringList chosen = agents();
    QList<Agent> all = m_agentStore.agents();
    std::sort(all.begin(), all.end(), [](const Agent &a, const Agent &b) { return QString::localeAwareCompare(a.title(), b.title()) < 0; });
    m_agent->clear();
    m_agent->addItem(tr("Automatic"), QStringList());
    for (const Agent &agent : std::as_const(all))
        m_agent->addItem(displayLine(agent.title(), 60), QStringList{agent.name});
    m_agent->setCurrentIndex(qMax(0, m_agent->findData(chosen)));
}

QStringList QuickAskBar::agents() const
{
    return m_agent->currentData().toStringList();
}

void QuickAskBar::give(const QMimeData *source, const QString &nothing)
{
    if (source && (source->hasText() || source->hasUrls() || source->hasImage()))
        Q_EMIT given(source);
    else
        Q_EMIT nothingThere(nothing);
}

} // namespace desk
