#include "gui/chat/options/optionspanel.h"

#include "gui/chat/options/choicelist.h"
#include "gui/chat/options/optionwords.h"
#include "gui/chat/options/samplingform.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"
#include "state/agents/agentstore.h"
#include "state/chat/agentstart.h"
#include "state/chat/chatchoices.h"
#include "state/chat/turncontext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QLabel *noteLabel(const QString &objectName, QWidget *parent)
{
    auto *label = new PlainLabel(parent);
    label->setObjectName(objectName);
    label->setWordWrap(true);
    label->setFont(Theme::small(parent->font()));
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

void showText(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

OptionsPanel::OptionsPanel(const AgentStore &agents, const ChatChoices &choices, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_agents(agents)
    , m_choices(choices)
    , m_scroll(new QScrollArea(this))
    , m_content(new QWidget(m_scroll))
    , m_model(new QComboBox(this))
    , m_modelNote(noteLabel(u"optionModelNote"_s, this))
    , m_agentList(new ChoiceList(u"optionAgents"_s, tr("Agents"), tr("not on this server"), this))
    , m_agentNote(noteLabel(u"optionAgentNote"_s, this))
    , m_limitTools(new QCheckBox(tr("Only these &tools"), this))
    , m_toolList(new ChoiceList(u"optionTools"_s, tr("Tools"), tr("not on this server"), this))
    , m_toolNote(noteLabel(u"optionToolNote"_s, this))
    , m_web(new QCheckBox(tr("Search the &web"), this))
    , m_documents(new QCheckBox(tr("Search &documents"), this))
    , m_more(new QToolButton(this))
    , m_sampling(new SamplingForm(this))
    , m_ignored(noteLabel(u"optionIgnored"_s, this))
    , m_note(noteLabel(u"optionNote"_s, this))
    , m_defaults(new QPushButton(tr("Use for &new chats"), this))
    , m_reset(new QPushButton(tr("&Reset"), this))
{
    setObjectName(u"optionsPanel"_s);
    setAccessibleName(tr("Options of this chat"));
    setFrameShape(QFrame::StyledPanel);
    build();
    connect(m_model, &QComboBox::activated, this, &OptionsPanel::take);
    connect(m_agentList, &ChoiceList::changed, this, &OptionsPanel::take);
    connect(m_toolList, &ChoiceList::changed, this, &OptionsPanel::take);
    connect(m_sampling, &SamplingForm::changed, this, &OptionsPanel::take);
    for (QCheckBox *box : {m_limitTools, m_web, m_documents})
        connect(box, &QCheckBox::clicked, this, &OptionsPanel::take);
    connect(m_limitTools, &QCheckBox::clicked, this, &OptionsPanel::showLists);
    connect(m_defaults, &QPushButton::clicked, this, &OptionsPanel::defaultsRequested);
    connect(m_reset, &QPushButton::clicked, this, &OptionsPanel::resetRequested);
    connect(&choices, &ChatChoices::changed, this, &OptionsPanel::showLists);
    connect(&agents, &AgentStore::agentsChanged, this, &OptionsPanel::showLists);
    connect(m_more, &QToolButton::toggled, this, [this](bool open) {
        m_sampling->setVisible(open);
        showArrow();
        fit();
    });
}

void OptionsPanel::build()
{
    const int unit = Theme::space(this);
    m_model->setObjectName(u"optionModel"_s);
    m_model->setAccessibleName(tr("Model"));
    m_model->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_model->setMinimumContentsLength(20); // names of models may be long
    m_limitTools->setObjectName(u"optionLimitTools"_s);
    m_web->setObjectName(u"optionWeb"_s);
    m_documents->setObjectName(u"optionDocuments"_s);
    m_more->setObjectName(u"optionMore"_s);
    m_more->setText(tr("Advanced"));
    m_more->setAccessibleName(m_more->text());
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    showArrow();
    m_more->setCheckable(true);
    m_more->setAutoRaise(true);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_sampling->hide();
    m_defaults->setObjectName(u"optionDefaults"_s);
    m_defaults->setToolTip(tr("New chats begin with these options"));
    m_reset->setObjectName(u"optionReset"_s);
    m_reset->setToolTip(tr("Back to what new chats begin with"));
    auto *modelLine = new QHBoxLayout;
    auto *modelLabel = new PlainLabel(tr("&Model"), this);
    modelLabel->setObjectName(u"optionModelLabel"_s);
    modelLabel->setBuddy(m_model);
    modelLine->addWidget(modelLabel);
    modelLine->addWidget(m_model, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_reset);
    buttons->addWidget(m_defaults);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(unit);
    column->addLayout(modelLine);
    column->addWidget(m_modelNote);
    column->addWidget(new PlainLabel(tr("Agents"), this));
    column->addWidget(m_agentList);
    column->addWidget(m_agentNote);
    for (QWidget *widget : {static_cast<QWidget *>(m_limitTools), static_cast<QWidget *>(m_toolList), static_cast<QWidget *>(m_toolNote),
                            static_cast<QWidget *>(m_web), static_cast<QWidget *>(m_documents), static_cast<QWidget *>(m_more),
                            static_cast<QWidget *>(m_sampling), static_cast<QWidget *>(m_ignored), static_cast<QWidget *>(m_note)})
        column->addWidget(widget);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(m_content);
    m_content->installEventFilter(this);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(unit * 3 / 2, unit * 3 / 2, unit * 3 / 2, unit * 3 / 2);
    outer->setSpacing(unit);
    outer->addWidget(m_scroll);
    outer->addLayout(buttons);
}

void OptionsPanel::setOptions(const ChatOptions &options, bool followsDefault)
{
    m_options = options;
    m_reset->setEnabled(!followsDefault);
    m_note->hide();
    showLists();
}

void OptionsPanel::showLists()
{
    m_showing = true;
    const ChatAbilities heeds = m_choices.abilities();
    showModels();
    QList<ChoiceList::Choice> agents;
    const QList<Agent> offered = m_agents.activeAgents();
    for (const Agent &agent : offered)
        agents.append({agent.name, agent.title(), agent.description});
    std::sort(agents.begin(), agents.end(), [](const auto &a, const auto &b) { return QString::localeAwareCompare(a.title, b.title) < 0; });
    m_agentList->setChoices(agents, m_options.agents);
    showAgentNote();
    showTools();
    showSearches();
    m_more->setVisible(heeds.sampling);
    m_sampling->setVisible(heeds.sampling && m_more->isChecked());
    m_sampling->setValues(m_options.temperature, m_options.maxTokens);
    QStringList ignored;
    if (!heeds.model)
        ignored.append(tr("This server chooses the language model itself."));
    if (!heeds.tools)
        ignored.append(tr("The agents of this server choose their tools themselves."));
    if (!heeds.sampling)
        ignored.append(tr("This server takes no temperature and no length."));
    const TurnContext told = TurnContext::here();
    //: A language's code such as "de-DE"
    ignored.append(
        told.timeZone.isEmpty()
            ? tr("With each question the server is told your language (%1).").arg(told.locale)
            : tr("With each question the server is told your time zone (%1) and your language (%2).").arg(told.timeZone, told.locale));
    showText(m_ignored, ignored.join(u' '));
    m_showing = false;
    fit();
}

// Where the server offers it, and for one agent alone only what that one owns a tool for (CA-20). What was chosen is kept meanwhile.
void OptionsPanel::showSearches()
{
    const ChatAbilities heeds = m_choices.abilities();
    const Agent *only = m_options.agents.size() == 1 ? m_agents.findByName(m_options.agents.constFirst()) : nullptr;
    const auto show = [](QCheckBox &box, bool isOffered, bool isOwned, bool isOn, const QString &why) {
        box.setVisible(isOffered);
        box.setEnabled(isOwned);
        box.setChecked(isOn && isOwned);
        box.setToolTip(isOwned ? QString() : why);
        box.setAccessibleDescription(isOwned ? QString() : why);
    };
    show(*m_web, heeds.webSearch, only == nullptr || AgentStart::searchesWeb(*only), m_options.searchesWeb,
         tr("This agent has no tool that searches the web."));
    show(*m_documents, heeds.documentSearch, only == nullptr || AgentStart::searchesDocuments(*only),
         m_options.searchesDocuments.value_or(true), tr("This agent has no tool that searches documents."));
}

void OptionsPanel::showAgentNote()
{
    showText(m_agentNote, m_options.agents.size() > 1 ? tr("The server picks one of the selected agents for each question.") : QString());
}

void OptionsPanel::showModels()
{
    const bool isOffered = m_choices.abilities().model;
    m_model->clear();
    m_model->addItem(tr("Auto: the server chooses"), QString());
    for (const ChatModel &model : m_choices.models()) {
        if (model.id == "auto"_L1)
            continue;
        m_model->addItem(displayLine(model.name, 60), model.id);
        m_model->setItemData(m_model->count() - 1, displayLine(model.description, 200), Qt::ToolTipRole);
    }
    const bool isKnown = m_model->findData(m_options.model) >= 0;
    if (!isKnown)
        m_model->addItem(tr("%1 (not on this server)", "name of a model").arg(displayLine(m_options.model, 60)), m_options.model);
    m_model->setCurrentIndex(m_model->findData(m_options.model));
    m_model->setVisible(isOffered);
    findChild<QLabel *>(u"optionModelLabel"_s)->setVisible(isOffered);
    QString note;
    if (m_choices.modelsError())
        note = tr("The models could not be listed: %1").arg(displayLine(m_choices.modelsError()->userText(), 200));
    else if (m_choices.hasModels() && m_model->count() == 1)
        note = tr("No language model is set up: the built-in engine answers.");
    else if (m_choices.hasModels() && !isKnown)
        note = tr("The server does not list this model. It may answer with another one.");
    showText(m_modelNote, isOffered ? note : QString());
}

void OptionsPanel::showTools()
{
    const bool isOffered = m_choices.abilities().tools;
    QList<ChoiceList::Choice> tools;
    for (const Tool &tool : m_choices.tools())
        tools.append({tool.name, tool.name, tool.description});
    m_toolList->setChoices(tools, m_options.tools.value_or(QStringList()));
    m_limitTools->setVisible(isOffered);
    m_limitTools->setChecked(m_options.tools.has_value());
    m_limitTools->setEnabled(m_choices.hasTools() || m_options.tools.has_value()); // of tools nobody knows none would be left
    m_limitTools->setToolTip(m_limitTools->isEnabled() ? QString() : tr("The tools of this server are not known yet."));
    m_toolList->setVisible(isOffered && m_options.tools.has_value());
    showText(m_toolNote, isOffered && m_choices.toolsError()
                             ? tr("The tools could not be listed: %1").arg(displayLine(m_choices.toolsError()->userText(), 200))
                             : QString());
}

void OptionsPanel::take()
{
    if (m_showing)
        return;
    const bool limited = !m_options.tools.has_value() && m_limitTools->isChecked();
    m_options.model = m_model->currentData().toString();
    const QStringList agents = m_agentList->ticked();
    const Agent *left = m_options.agents.size() == 1 ? m_agents.findByName(m_options.agents.constFirst()) : nullptr;
    const bool hasLeft = left != nullptr && agents != m_options.agents;
    m_options.agents = agents;
    if (limited) { // from all of them one takes away
        m_options.tools = QStringList();
        for (const Tool &tool : m_choices.tools())
            m_options.tools->append(tool.name);
    } else if (m_limitTools->isChecked()) {
        m_options.tools = m_toolList->ticked();
    } else {
        m_options.tools.reset();
    }
    if (m_web->isEnabled())
        m_options.searchesWeb = m_web->isChecked();
    if (m_documents->isEnabled() && m_choices.abilities().documentSearch)
        m_options.searchesDocuments = m_documents->isChecked();
    if (hasLeft)
        AgentStart::leave(*left, m_options);
    m_options.temperature = m_sampling->temperature();
    m_options.maxTokens = m_sampling->maxTokens();
    m_reset->setEnabled(true);
    m_showing = true;
    showSearches();
    m_showing = false;
    showAgentNote();
    fit();
    Q_EMIT changed(m_options);
}

// A button does not turn its arrow round by itself.
void OptionsPanel::showArrow()
{
    const Qt::ArrowType closed = layoutDirection() == Qt::RightToLeft ? Qt::LeftArrow : Qt::RightArrow;
    m_more->setArrowType(m_more->isChecked() ? Qt::DownArrow : closed);
}

void OptionsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LayoutDirectionChange)
        showArrow();
    QFrame::changeEvent(event);
}

void OptionsPanel::setNote(const QString &note)
{
    showText(m_note, note);
    fit();
}

void OptionsPanel::popUp(const QWidget &anchor)
{
    m_corner = anchor.mapToGlobal(QPoint(layoutDirection() == Qt::RightToLeft ? anchor.width() : 0, 0));
    m_note->hide();
    show();
    fit();
    (m_model->isVisibleTo(this) ? static_cast<QWidget *>(m_model) : findChild<QWidget *>(u"optionAgentsSearch"_s))->setFocus();
}

// Stays over its button while lists come and go; what a small screen has no room for is scrolled to.
void OptionsPanel::fit()
{
    if (!isVisible())
        return;
    m_content->layout()->activate();
    const QRect area = screen()->availableGeometry();
    const QMargins margins = layout()->contentsMargins();
    const int rest = margins.top() + margins.bottom() + 2 * frameWidth() + layout()->spacing() +
                     std::max(m_reset->sizeHint().height(), m_defaults->sizeHint().height());
    const QLayout &lines = *m_content->layout();
    const int sides = margins.left() + margins.right() + 2 * frameWidth();
    const int inner = std::max(Theme::space(this, 48) - sides, lines.totalMinimumSize().width());
    const int wanted = lines.hasHeightForWidth() ? lines.totalHeightForWidth(inner) : lines.totalSizeHint().height();
    const int most = area.height() - rest;
    const bool scrolls = wanted > most;
    m_scroll->setVerticalScrollBarPolicy(scrolls ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    setFixedWidth(inner + sides + (scrolls ? m_scroll->verticalScrollBar()->sizeHint().width() : 0));
    m_scroll->setFixedHeight(std::min(wanted, most));
    layout()->activate();
    resize(width(), sizeHint().height());
    const int top = m_corner.y() - Theme::space(this, 0.5) - height();
    const int left = layoutDirection() == Qt::RightToLeft ? m_corner.x() - width() : m_corner.x();
    move(std::clamp(left, area.left(), std::max(area.left(), area.right() - width())),
         std::clamp(top, area.top(), std::max(area.top(), area.bottom() - height())));
}

// Lines that became taller or were shown.
bool OptionsPanel::eventFilter(QObject *watched, QEvent *event)
{
    const bool done = QFrame::eventFilter(watched, event);
    if (watched == m_content && event->type() == QEvent::LayoutRequest)
        fit();
    return done;
}

void OptionsPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

} // namespace desk
