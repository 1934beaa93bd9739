#include "gui/chat/agentwelcome.h"

#include "domain/agent.h"
#include "gui/chat/options/toolwords.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"
#include "state/chat/agentstart.h"

#include <QEvent>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype longestDescription = 2000;
constexpr int lineCharacters = 76;

QHBoxLayout *centred(QWidget *widget)
{
    auto *line = new QHBoxLayout;
    line->addStretch(1);
    line->addWidget(widget, 1000);
    line->addStretch(1);
    return line;
}

QString shownName(const QString &name)
{
    return displayLine(name, 80);
}

} // namespace

AgentWelcome::AgentWelcome(QWidget *parent)
    : QScrollArea(parent)
    , m_content(new QWidget(this))
    , m_starterBox(new QWidget(m_content))
    , m_retry(new QPushButton(tr("Try again"), m_content))
    , m_connect(new QPushButton(tr("Connect a language model\u2026"), m_content))
{
    setObjectName(u"agentWelcome"_s);
    setAccessibleName(tr("About the agent of this chat"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    setFocusPolicy(Qt::TabFocus); // the arrow keys scroll it
    m_retry->setObjectName(u"agentRetry"_s);
    m_connect->setObjectName(u"agentConnectModel"_s);
    const int unit = Theme::space(this);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(unit * 3, unit * 3, unit * 3, unit * 3);
    column->setSpacing(unit * 3 / 2);
    column->addStretch(2);
    m_title = addLabel(*column, u"agentWelcomeTitle"_s);
    m_title->setFont(Theme::heading(font()));
    m_text = addLabel(*column, u"agentWelcomeText"_s);
    m_facts = addLabel(*column, u"agentWelcomeFacts"_s);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_startersLabel = addLabel(*column, u"agentStartersLabel"_s);
    m_startersLabel->setText(tr("Questions to begin with:"));
    auto *starters = new QVBoxLayout(m_starterBox);
    starters->setContentsMargins(0, 0, 0, 0);
    starters->setSpacing(unit);
    column->addWidget(m_starterBox, 0, Qt::AlignHCenter);
    column->addWidget(m_retry, 0, Qt::AlignHCenter);
    m_engine = addLabel(*column, u"agentEngineNote"_s);
    m_engine->setForegroundRole(QPalette::PlaceholderText);
    m_engine->setText(
        tr("No language model is connected. The agents for documents, tables and calculations that come with this program work "
           "without one; every other agent needs one."));
    column->addWidget(m_connect, 0, Qt::AlignHCenter);
    column->addStretch(3);
    setWidget(m_content);
    viewport()->setAutoFillBackground(false);
    m_content->setAutoFillBackground(false); // setWidget() switches it on
    connect(m_retry, &QPushButton::clicked, this, &AgentWelcome::retryRequested);
    connect(m_connect, &QPushButton::clicked, this, &AgentWelcome::settingsRequested);
    setHasModel(true);
    setContent({}, {});
    fitTexts();
}

// A word that is longer than the line may not make the pane wider than its place.
QLabel *AgentWelcome::addLabel(QVBoxLayout &column, const QString &name)
{
    auto *label = new PlainLabel(m_content);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignCenter);
    QSizePolicy policy = label->sizePolicy();
    policy.setHorizontalPolicy(QSizePolicy::Ignored);
    label->setSizePolicy(policy);
    column.addLayout(centred(label));
    m_labels.append(label);
    return label;
}

void AgentWelcome::setContent(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_facts->hide();
    m_retry->hide();
    setStarters({});
}

void AgentWelcome::showAgent(const Agent &agent)
{
    m_title->setText(shownName(agent.title()));
    const QString about = displayText(QStringView(agent.description).left(longestDescription), TextUse::Prose).trimmed();
    m_text->setText(about);
    m_text->setVisible(!about.isEmpty());
    QStringList facts;
    if (!agent.model.trimmed().isEmpty())
        facts << tr("Language model: %1").arg(displayLine(agent.model, 80));
    const QString tools = ToolWords::list(agent.tools);
    facts << (tools.isEmpty() ? tr("It uses no tools.") : tr("Tools: %1").arg(tools));
    m_facts->setText(facts.join(u'\n'));
    m_facts->show();
    m_retry->hide();
    setStarters(AgentStart::starterQuestions(agent));
}

void AgentWelcome::showLoading(const QString &name, bool isConnected)
{
    setContent(tr("Looking up \u201C%1\u201D\u2026", "an agent").arg(shownName(name)),
               isConnected ? QString() : tr("It is looked up as soon as there is a connection."));
}

void AgentWelcome::showGone(const QString &name)
{
    setContent(tr("\u201C%1\u201D is not on this server any more", "an agent").arg(shownName(name)),
               tr("The server chooses who answers; another agent can be chosen beside the message."));
}

void AgentWelcome::showProblem(const QString &name, const QString &reason)
{
    setContent(tr("\u201C%1\u201D could not be looked up", "an agent").arg(shownName(name)),
               tr("%1 For now, the server chooses who answers.", "what went wrong").arg(displayLine(reason, 400)));
    m_retry->show();
}

void AgentWelcome::setHasModel(bool hasModel)
{
    m_engine->setVisible(!hasModel);
    m_connect->setVisible(!hasModel);
}

void AgentWelcome::setStarters(const QStringList &questions)
{
    m_startersLabel->setVisible(!questions.isEmpty());
    m_starterBox->setVisible(!questions.isEmpty());
    if (questions == m_questions)
        return; // what has the focus keeps it
    m_questions = questions;
    qDeleteAll(m_starters);
    m_starters.clear();
    for (const QString &question : questions) {
        auto *button = new QPushButton(m_starterBox);
        button->setObjectName(u"agentStarter"_s);
        button->setAutoDefault(false);
        button->setAccessibleName(displayLine(question, 300));
        button->setAccessibleDescription(tr("Writes this question into the message"));
        button->setToolTip(Qt::convertFromPlainText(displayLine(question, 300), Qt::WhiteSpaceNormal));
        m_starterBox->layout()->addWidget(button);
        m_starters.append(button);
        connect(button, &QPushButton::clicked, this, [this, question] { Q_EMIT starterChosen(question); });
    }
    fitTexts();
}

// A button neither wraps its text nor cuts it.
void AgentWelcome::fitTexts()
{
    const int margins = Theme::space(this, 12); // of the pane and inside the button
    const int most = QFontMetrics(font()).averageCharWidth() * lineCharacters;
    for (QLabel *label : std::as_const(m_labels))
        label->setMaximumWidth(most);
    const int room = qMax(QFontMetrics(font()).averageCharWidth() * 8, qMin(most, viewport()->width() - margins));
    for (qsizetype i = 0; i < m_starters.size(); ++i) {
        const QString text = displayLine(m_questions.at(i), 300);
        m_starters.at(i)->setText(m_starters.at(i)->fontMetrics().elidedText(text, Qt::ElideRight, room).replace(u'&', u"&&"_s));
    }
}

void AgentWelcome::resizeEvent(QResizeEvent *event)
{
    fitTexts();
    QScrollArea::resizeEvent(event);
}

void AgentWelcome::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange && m_starterBox != nullptr)
        fitTexts();
    QScrollArea::changeEvent(event);
}

} // namespace desk
