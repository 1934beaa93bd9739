#include "gui/conversations/conversationfilterbar.h"

#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/flowlayout.h"

#include <QMenu>
#include <QToolButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int longestName = 40; // characters

// An ampersand of somebody's would become a mnemonic.
QString menuText(const QString &text)
{
    return displayLine(text, longestName).replace(u'&', u"&&"_s);
}

} // namespace

ConversationFilterBar::ConversationFilterBar(std::function<Choices()> choices, QWidget *parent)
    : QWidget(parent)
    , m_choices(std::move(choices))
    , m_button(new QToolButton(this))
    , m_menu(new QMenu(this))
{
    setObjectName(u"conversationFilter"_s);
    m_button->setObjectName(u"filterButton"_s);
    m_button->setText(tr("Filter"));
    m_button->setIcon(Theme::icon(u"filter"_s));
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setToolTip(tr("Choose which conversations are shown"));
    m_button->setAccessibleName(tr("Filter conversations"));
    m_button->setFocusPolicy(Qt::TabFocus);
    m_button->setAutoRaise(true);
    m_menu->setObjectName(u"filterMenu"_s);
    // Not its own menu: the sign for one would be drawn across the words.
    connect(m_button, &QToolButton::clicked, this, [this] { m_menu->popup(m_button->mapToGlobal(QPoint(0, m_button->height()))); });
    auto *flow = new FlowLayout(this);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(Theme::space(this, 0.5));
    flow->addWidget(m_button);
    connect(m_menu, &QMenu::aboutToShow, this, &ConversationFilterBar::fillMenu);
    fillMenu();
}

void ConversationFilterBar::setFilter(const ConversationListFilter &filter)
{
    m_filter = filter;
    showChips();
}

void ConversationFilterBar::change(const Change &change)
{
    ConversationListFilter next = m_filter;
    change(next);
    if (next == m_filter)
        return;
    setFilter(next);
    Q_EMIT filterChanged(next);
}

void ConversationFilterBar::fillMenu()
{
    m_menu->clear();
    qDeleteAll(m_menu->findChildren<QMenu *>(Qt::FindDirectChildrenOnly)); // which clear() leaves
    const auto add = [this](const QString &name, const QString &text, bool ConversationListFilter::*field) {
        QAction *action = m_menu->addAction(text);
        action->setObjectName(name);
        action->setCheckable(true);
        action->setChecked(m_filter.*field);
        connect(action, &QAction::triggered, this,
                [this, field](bool on) { change([field, on](ConversationListFilter &filter) { filter.*field = on; }); });
    };
    add(u"filterUnread"_s, tr("Unread only"), &ConversationListFilter::unreadOnly);
    add(u"filterArchived"_s, tr("Show archived"), &ConversationListFilter::archivedShown);
    m_menu->addSeparator();
    const Choices choices = m_choices();
    const auto named = [](const QStringList &values) {
        QList<QPair<QString, QString>> pairs;
        for (const QString &value : values)
            pairs.append({value, value});
        return pairs;
    };
    addChoices(tr("Tag"), named(choices.tags), &ConversationListFilter::tag);
    addChoices(tr("Agent"), choices.agents, &ConversationListFilter::agent);
    addChoices(tr("Made by"), named(choices.sources), &ConversationListFilter::source);
    m_menu->addSeparator();
    QAction *all = m_menu->addAction(tr("Show all"), this,
                                     [this] { change([](ConversationListFilter &filter) { filter = ConversationListFilter(); }); });
    all->setObjectName(u"filterNone"_s);
    all->setEnabled(m_filter != ConversationListFilter());
}

void ConversationFilterBar::addChoices(const QString &title, const QList<QPair<QString, QString>> &choices,
                                       QString ConversationListFilter::*field)
{
    QMenu *menu = m_menu->addMenu(title);
    menu->setEnabled(!choices.isEmpty());
    for (const auto &[value, name] : choices) {
        QAction *action = menu->addAction(menuText(name));
        action->setCheckable(true);
        action->setChecked(m_filter.*field == value);
        connect(action, &QAction::triggered, this, [this, field, value = value](bool on) {
            change([field, on, value](ConversationListFilter &filter) { filter.*field = on ? value : QString(); });
        });
    }
}

void ConversationFilterBar::showChips()
{
    for (QWidget *chip : std::exchange(m_chips, {})) {
        chip->hide();
        chip->deleteLater(); // it may be the one that was clicked
    }
    if (m_filter.unreadOnly)
        addChip(u"chipUnread"_s, tr("Unread"), [](ConversationListFilter &filter) { filter.unreadOnly = false; });
    if (m_filter.archivedShown)
        addChip(u"chipArchived"_s, tr("Archived too"), [](ConversationListFilter &filter) { filter.archivedShown = false; });
    if (!m_filter.tag.isEmpty())
        addChip(u"chipTag"_s, m_filter.tag, [](ConversationListFilter &filter) { filter.tag.clear(); });
    if (!m_filter.agent.isEmpty()) {
        QString name = m_filter.agent;
        const Choices choices = m_choices();
        for (const auto &[value, text] : choices.agents)
            name = value == m_filter.agent ? text : name;
        addChip(u"chipAgent"_s, name, [](ConversationListFilter &filter) { filter.agent.clear(); });
    }
    if (!m_filter.source.isEmpty())
        addChip(u"chipSource"_s, m_filter.source, [](ConversationListFilter &filter) { filter.source.clear(); });
}

void ConversationFilterBar::addChip(const QString &name, const QString &text, const Change &takeBack)
{
    auto *chip = new QToolButton(this);
    chip->setObjectName(name);
    chip->setText(menuText(text));
    chip->setIcon(Theme::icon(u"close"_s));
    chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    chip->setFocusPolicy(Qt::TabFocus);
    chip->setAccessibleName(tr("Take back the filter %1").arg(displayLine(text, longestName)));
    chip->setToolTip(tr("Take this filter back"));
    connect(chip, &QToolButton::clicked, this, [this, takeBack] {
        m_button->setFocus();
        change(takeBack);
    });
    layout()->addWidget(chip);
    chip->show();
    m_chips.append(chip);
}

} // namespace desk
