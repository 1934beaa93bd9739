#include "gui/tools/toolconfigpane.h"

#include "gui/dialogs.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/tools/toolkeytest.h"
#include "gui/widgets/isolatingdelegate.h"
#include "gui/widgets/plainlabel.h"
#include "state/chat/toolrun.h"
#include "state/tools/toolconfigs.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPointer>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

using Level = ToolSettings::Level;

namespace {

constexpr int mostKeys = 20;
constexpr std::array allLevels{ToolSettings::System, ToolSettings::Agent, ToolSettings::User};

} // namespace

ToolConfigPane::ToolConfigPane(ToolConfigs *configs, Dialogs &dialogs, WhyNotForAll whyNotForAll, QWidget *parent)
    : QScrollArea(parent)
    , m_configs(configs)
    , m_dialogs(dialogs)
    , m_whyNotForAll(std::move(whyNotForAll))
    , m_agent(new QComboBox(this))
    , m_effect(new PlainLabel(this))
    , m_model(new QStandardItemModel(this))
    , m_table(new QTableView(this))
    , m_keys(new QWidget(this))
    , m_state(new PlainLabel(this))
{
    m_configs->setParent(this);
    setObjectName(u"toolConfigPane"_s);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    build();
    connect(m_agent, &QComboBox::currentIndexChanged, this, &ToolConfigPane::read);
    connect(m_configs, &ToolConfigs::changed, this, &ToolConfigPane::update);
    connect(m_configs, &ToolConfigs::failed, this, &ToolConfigPane::takeFailure);
    connect(m_configs, &ToolConfigs::saved, this, [this](Level level) { tell(tr("%1: saved.").arg(levelName(level))); });
    update();
}

QString ToolConfigPane::levelName(Level level)
{
    switch (level) {
    case ToolSettings::System:
        return tr("Everybody");
    case ToolSettings::Agent:
        return tr("The agent");
    case ToolSettings::User:
        break;
    }
    return tr("You");
}

void ToolConfigPane::build()
{
    auto *inside = new QWidget(this);
    auto *hint =
        new PlainLabel(tr("Your own settings come first, then those of the agent, then those for everybody. The first of them that "
                          "holds anything counts as a whole."),
                       inside);
    hint->setWordWrap(true);
    auto *agentLabel = new PlainLabel(tr("Agent"), inside);
    agentLabel->setBuddy(m_agent);
    m_agent->setObjectName(u"toolConfigAgent"_s);
    m_agent->setAccessibleName(tr("Agent whose settings are shown"));
    m_agent->setMinimumContentsLength(12);
    m_agent->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_effect->setObjectName(u"toolConfigEffect"_s);
    m_state->setObjectName(u"toolConfigState"_s);
    for (QLabel *label : {m_effect, m_state})
        label->setWordWrap(true);
    buildTable();
    m_keys->setObjectName(u"toolKeys"_s);
    auto *keys = new QGridLayout(m_keys);
    keys->setContentsMargins({});
    keys->setColumnStretch(2, 1);
    auto *agentRow = new QHBoxLayout;
    agentRow->addWidget(agentLabel);
    agentRow->addWidget(m_agent, 1);
    auto *column = new QVBoxLayout(inside);
    column->setSpacing(Theme::space(this));
    column->addWidget(hint);
    column->addLayout(agentRow);
    column->addWidget(m_effect);
    column->addWidget(m_table, 1);
    column->addWidget(m_keys);
    column->addLayout(buildLevels(inside));
    column->addWidget(m_state);
    column->addStretch(0); // where there is no table, nothing is drawn apart
    setWidget(inside);
    viewport()->setBackgroundRole(QPalette::Window);
}

void ToolConfigPane::buildTable()
{
    m_table->setObjectName(u"toolConfigTable"_s);
    m_table->setAccessibleName(tr("Settings of the tool"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new IsolatingDelegate(m_table));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->setMinimumHeight(Theme::space(this, 16));
}

QGridLayout *ToolConfigPane::buildLevels(QWidget *inside)
{
    auto *levels = new QGridLayout;
    for (const Level level : allLevels) {
        auto *enabled = new QCheckBox(tr("%1: switched on", "whom it is for").arg(levelName(level)), inside);
        enabled->setObjectName(u"toolSwitch%1"_s.arg(level));
        m_switches.at(level) = enabled;
        levels->addWidget(enabled, level, 0);
        connect(enabled, &QCheckBox::clicked, this, [this, level] { toggle(level); });
        if (level == ToolSettings::System)
            continue;
        auto *clear = new QPushButton(level == ToolSettings::User ? tr("Clear yours and use what is inherited\u2026")
                                                                  : tr("Clear the agent's and use what is inherited\u2026"),
                                      inside);
        clear->setObjectName(u"toolClear%1"_s.arg(level));
        m_clears.at(level) = clear;
        levels->addWidget(clear, level, 1);
        connect(clear, &QPushButton::clicked, this, [this, level] { this->clear(level); });
    }
    levels->setColumnStretch(2, 1);
    return levels;
}

void ToolConfigPane::setTool(const Tool &tool, const QList<ToolUser> &users)
{
    const ToolId id = tool.id;
    m_toolName = tool.name;
    const bool isSame = id == m_tool;
    const auto isOne = [](const ToolUser &a, const ToolUser &b) { return a.id == b.id && a.name == b.name; };
    if (isSame && std::equal(users.begin(), users.end(), m_users.begin(), m_users.end(), isOne))
        return; // a list that is open stays open
    m_users = users;
    const QString chosen = isSame ? m_agent->currentData().toString() : QString();
    m_tool = id;
    {
        const QSignalBlocker quiet(m_agent);
        m_agent->clear();
        m_agent->addItem(tr("None"), QString());
        for (const ToolUser &user : users)
            m_agent->addItem(displayLine(user.name, 80), user.id.value());
        m_agent->setCurrentIndex(qMax(0, m_agent->findData(chosen)));
    }
    const bool isSameAgent = m_agent->currentData().toString() == chosen;
    if (isSame && isSameAgent)
        return;
    m_state->clear();
    m_configs->close();
    if (isVisible())
        read();
}

void ToolConfigPane::forget()
{
    m_tool = {};
    m_users.clear();
    m_configs->close();
}

void ToolConfigPane::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    if (!m_tool.isEmpty() && m_configs->tool() != m_tool)
        read();
}

void ToolConfigPane::read()
{
    m_configs->open(m_tool, AgentId(m_agent->currentData().toString()));
}

void ToolConfigPane::update()
{
    for (const Level level : allLevels)
        updateLevel(level);
    const int counts = m_configs->effectiveLevel();
    if (m_configs->isBusy() && counts < 0)
        m_effect->setText(tr("The settings are being read\u2026"));
    else if (counts < 0 && (!m_configs->isKnown(ToolSettings::System) || !m_configs->isKnown(ToolSettings::User)))
        m_effect->setText(tr("The settings are not known."));
    else if (counts < 0)
        m_effect->setText(tr("Nothing is set: the tool works as it comes."));
    else
        m_effect->setText(tr("What counts now: %1").arg(levelName(static_cast<Level>(counts))));
    showSettings();
    showKeys();
}

void ToolConfigPane::updateLevel(Level level)
{
    QCheckBox *enabled = m_switches.at(level);
    const std::optional<QString> whyNot = level == ToolSettings::System ? m_whyNotForAll() : std::nullopt;
    const bool isThere = m_configs->isKnown(level) && !whyNot;
    const std::optional<bool> state = m_configs->enabled(level);
    enabled->setTristate(!state.has_value()); // a click decides it
    enabled->setCheckState(!state ? Qt::PartiallyChecked : *state ? Qt::Checked : Qt::Unchecked);
    const QString words = whyNot ? *whyNot : state ? QString() : tr("Not set here");
    enabled->setToolTip(words);
    enabled->setAccessibleDescription(words);
    // A control that is in use stays enabled while it is saved, so that the focus stays, too; ToolConfigs takes one change at a time.
    enabled->setEnabled(isThere || (m_configs->isBusy() && enabled->hasFocus()));
    QPushButton *clear = m_clears.at(level);
    if (clear == nullptr)
        return;
    const bool isClear = !m_configs->isKnown(level) || m_configs->isEmpty(level);
    if (isClear && clear->hasFocus() && enabled->isEnabled())
        enabled->setFocus(); // a disabled button would hand it on to anything
    clear->setEnabled(!isClear);
}

void ToolConfigPane::showSettings()
{
    const QList<ToolSetting> settings = m_configs->settings();
    const int row = m_table->currentIndex().row();
    m_model->clear();
    m_model->setHorizontalHeaderLabels(
        {tr("Setting"), levelName(ToolSettings::System), levelName(ToolSettings::Agent), levelName(ToolSettings::User), tr("Counts")});
    for (const ToolSetting &setting : settings) {
        QList<QStandardItem *> items{new QStandardItem(displayLine(setting.name, 200))};
        for (const QString &value : setting.values)
            items << new QStandardItem(displayLine(value, 200));
        items << new QStandardItem(setting.from < 0 ? tr("no") : levelName(static_cast<Level>(setting.from)));
        m_model->appendRow(items);
    }
    m_table->resizeColumnsToContents();
    m_table->setVisible(!settings.isEmpty());
    if (!settings.isEmpty())
        m_table->setCurrentIndex(m_model->index(qBound(0, row, m_model->rowCount() - 1), 0));
}

void ToolConfigPane::showKeys()
{
    const QList<ToolKeyPlace> places = m_newToolRun ? m_configs->keyPlaces() : QList<ToolKeyPlace>();
    m_keys->setVisible(!places.isEmpty());
    if (places == m_keyPlaces)
        return; // one of them may have the focus
    m_keyPlaces = places;
    qDeleteAll(m_keys->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    auto *grid = static_cast<QGridLayout *>(m_keys->layout());
    for (int row = 0; row < qMin(places.size(), mostKeys); ++row) {
        const QString name = displayLine(places.at(row).provider, 60);
        auto *test = new QPushButton(tr("Test key\u2026"), m_keys);
        test->setObjectName(u"toolTestKey%1"_s.arg(row));
        test->setAccessibleName(tr("Test the key of %1\u2026", "a provider").arg(name));
        grid->addWidget(new PlainLabel(name, m_keys), row, 0);
        grid->addWidget(test, row, 1);
        connect(test, &QPushButton::clicked, this, [this, place = places.at(row)] { testKey(place); });
    }
}

void ToolConfigPane::testKey(const ToolKeyPlace &place)
{
    auto *test = new ToolKeyTest(m_newToolRun(m_toolName, this), place, *m_configs, m_dialogs, this);
    connect(m_configs, &ToolConfigs::closed, test, &QDialog::close);
    test->show();
}

void ToolConfigPane::toggle(Level level)
{
    const bool isOn = !m_configs->enabled(level).value_or(true);
    update(); // as it is, until the server has taken it
    if (m_configs->isBusy())
        return;
    const int counts = m_configs->effectiveLevel();
    QString question;
    if (level == ToolSettings::System)
        question = tr("This is for everybody on this server.");
    if (m_configs->isEmpty(level) && counts >= 0 && counts < level)
        question =
            tr("Nothing is set here yet. With its own switch this level no longer uses the settings of a wider one, its keys included.");
    if (question.isEmpty()) {
        m_configs->setEnabled(level, isOn);
        return;
    }
    m_dialogs.confirm(window(), isOn ? tr("Switch the tool on?") : tr("Switch the tool off?"), question,
                      isOn ? tr("Switch on") : tr("Switch off"), [self = QPointer(this), level, isOn, tool = m_tool] {
                          if (self && self->m_tool == tool)
                              self->m_configs->setEnabled(level, isOn);
                      });
}

void ToolConfigPane::clear(Level level)
{
    m_dialogs.confirm(window(), tr("Clear these settings?"),
                      tr("%1: everything that is set here is removed, keys included. What is inherited counts then.").arg(levelName(level)),
                      tr("Clear"), [self = QPointer(this), level, tool = m_tool] {
                          if (self && self->m_tool == tool)
                              self->m_configs->clear(level);
                      });
}

void ToolConfigPane::takeFailure(Level level, const Error &error)
{
    if (error.kind == Error::Kind::NotFound) {
        tell(tr("This server keeps no settings for this tool."));
        return;
    }
    tell(tr("%1: %2", "whose settings: what went wrong").arg(levelName(level), displayLine(error.userText(), 600)));
}

void ToolConfigPane::tell(const QString &words)
{
    m_state->setText(words);
    QAccessibleEvent event(m_state, QAccessible::Alert); // what screen readers speak; Qt 6.4 has no announcement
    QAccessible::updateAccessibility(&event);
}

} // namespace desk
