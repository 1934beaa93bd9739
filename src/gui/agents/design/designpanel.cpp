#include "gui/agents/design/designpanel.h"

#include "gui/agents/design/designfields.h"
#include "gui/agents/design/designhints.h"
#include "gui/text/exacttext.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/plainlabel.h"
#include "gui/widgets/remarklabel.h"
#include "state/agents/design/designprompt.h"
#include "state/agents/design/designtalk.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int laterMs = 150;
constexpr int wishLines = 4;
constexpr int answerLines = 8;
constexpr int longestRefinement = 2000;
constexpr qsizetype shownWhileComing = 8000; // the last of it: laid out anew with every frame

int heightOf(const QPlainTextEdit *field, int lines)
{
    return QFontMetrics(field->font()).lineSpacing() * lines + Theme::space(field, 2);
}

PlainLabel *headline(const QString &text, QWidget *parent)
{
    auto *label = new PlainLabel(text, parent);
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    return label;
}

} // namespace

DesignPanel::DesignPanel(DesignTalk &talk, QWidget *parent)
    : QWidget(parent)
    , m_talk(talk)
    , m_wish(new QPlainTextEdit(this))
    , m_ask(new QPushButton(tr("Ask"), this))
    , m_stop(new QPushButton(tr("Stop"), this))
    , m_status(new RemarkLabel(RemarkLabel::Tone::Hint, u"designStatus"_s, this))
    , m_problem(new RemarkLabel(RemarkLabel::Tone::Problem, u"designProblem"_s, this))
    , m_left(new RemarkLabel(RemarkLabel::Tone::Problem, u"designLeft"_s, this))
    , m_answer(new QPlainTextEdit(this))
    , m_fields(new DesignFields(this))
    , m_refineRow(new QWidget(this))
    , m_refine(new QLineEdit(m_refineRow))
    , m_refineAsk(new QPushButton(tr("Refine"), m_refineRow))
    , m_hints(new DesignHints(this))
    , m_templates(new QWidget(this))
{
    setObjectName(u"designPanel"_s);
    build();
    m_later.setSingleShot(true);
    m_later.setInterval(laterMs);
    connect(&m_later, &QTimer::timeout, this, &DesignPanel::showDesign);
    connect(m_fields, &DesignFields::taken, this, &DesignPanel::use);
    connect(m_fields, &DesignFields::allTaken, this, &DesignPanel::useAll);
    connect(m_hints, &DesignHints::applied, this, &DesignPanel::apply);
    connect(&talk, &DesignTalk::textChanged, this, &DesignPanel::showAnswer);
    connect(&talk, &DesignTalk::proposalChanged, this, &DesignPanel::showDesign);
    connect(&talk, &DesignTalk::stateChanged, this, &DesignPanel::showState);
    connect(&talk, &DesignTalk::whyNotChanged, this, &DesignPanel::updateControls);
    connect(&talk, &DesignTalk::leftBehind, this, [this](const Error &error) {
        //: What the server or the network said follows
        m_left->say(tr("The conversation of this talk could not be removed yet. It is not listed, and its removal is tried again later. %1")
                        .arg(displayLine(error.userText(), 400)));
    });
    showState();
}

void DesignPanel::build()
{
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setAccessibleName(tr("Design assistant"));
    auto *content = new QWidget(scroll);
    auto *column = new QVBoxLayout(content);
    column->setSpacing(Theme::space(this));
    addWish(column);
    column->addWidget(m_fields);
    addRefine(column);
    column->addWidget(headline(tr("Suggestions for the agent as it is"), content));
    column->addWidget(m_hints);
    addTemplates(column);
    column->addStretch(1);
    scroll->setWidget(content);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(scroll);
}

void DesignPanel::addWish(QVBoxLayout *column)
{
    auto *title = headline(tr("What is the agent for?"), this);
    title->setBuddy(m_wish);
    m_wish->setObjectName(u"designWish"_s);
    m_wish->setAccessibleName(tr("What is the agent for?"));
    m_wish->setPlaceholderText(tr("In a few sentences: what it does, for whom, from which sources. Ctrl+Return asks."));
    m_wish->setTabChangesFocus(true);
    m_wish->setFixedHeight(heightOf(m_wish, wishLines));
    m_ask->setObjectName(u"designAsk"_s);
    m_stop->setObjectName(u"designStop"_s);
    m_answer->setObjectName(u"designAnswer"_s);
    m_answer->setAccessibleName(tr("The answer as it comes"));
    m_answer->setReadOnly(true);
    m_answer->setTabChangesFocus(true);
    m_answer->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_answer->setFixedHeight(heightOf(m_answer, answerLines));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_ask);
    buttons->addWidget(m_stop);
    buttons->addStretch(1);
    column->addWidget(title);
    column->addWidget(m_wish);
    column->addLayout(buttons);
    for (QWidget *widget : {static_cast<QWidget *>(m_status), static_cast<QWidget *>(m_problem), static_cast<QWidget *>(m_left),
                            static_cast<QWidget *>(m_answer)})
        column->addWidget(widget);
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(QKeyCombination(Qt::CTRL, static_cast<Qt::Key>(key))), m_wish);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, &DesignPanel::ask);
    }
    connect(m_ask, &QPushButton::clicked, this, &DesignPanel::ask);
    connect(m_stop, &QPushButton::clicked, &m_talk, &DesignTalk::stop);
    connect(m_wish, &QPlainTextEdit::textChanged, this, &DesignPanel::updateControls);
}

void DesignPanel::addRefine(QVBoxLayout *column)
{
    m_refine->setObjectName(u"designRefine"_s);
    m_refine->setAccessibleName(tr("What should be different?"));
    m_refine->setPlaceholderText(tr("What should be different?"));
    m_refine->setMaxLength(longestRefinement);
    m_refineAsk->setObjectName(u"designRefineAsk"_s);
    auto *row = new QHBoxLayout(m_refineRow);
    row->setContentsMargins({});
    row->addWidget(m_refine, 1);
    row->addWidget(m_refineAsk);
    column->addWidget(m_refineRow);
    connect(m_refine, &QLineEdit::returnPressed, this, &DesignPanel::refine);
    connect(m_refine, &QLineEdit::textChanged, this, &DesignPanel::updateControls);
    connect(m_refineAsk, &QPushButton::clicked, this, &DesignPanel::refine);
}

void DesignPanel::addTemplates(QVBoxLayout *column)
{
    column->addWidget(headline(tr("Begin with a template"), this));
    m_templates->setObjectName(u"designTemplates"_s);
    auto *flow = new FlowLayout(m_templates);
    flow->setContentsMargins({});
    flow->setSpacing(Theme::space(this));
    for (const DesignTemplates::Template &one : DesignTemplates::all({})) {
        auto *button = new QPushButton(one.title, m_templates);
        button->setObjectName(u"designTemplate-"_s + one.key);
        button->setToolTip(one.description);
        button->setAccessibleDescription(one.description);
        connect(button, &QPushButton::clicked, this, [this, key = one.key] { useTemplate(key); });
        flow->addWidget(button);
    }
    column->addWidget(m_templates);
}

void DesignPanel::setAgent(const Agent &current, const AgentSurroundings &known)
{
    const bool isSaved = m_known.isNew && !known.isNew && current.name == m_current.name; // a new one gets its id with the first save
    const bool isOther = m_hasAgent && current.id != m_current.id && !isSaved;
    m_current = current;
    m_known = known;
    m_talk.setSurroundings(known);
    if (isOther)
        m_talk.reset();
    if (!m_hasAgent || isOther)
        showDesign();
    else
        m_later.start();
    m_hasAgent = true;
}

void DesignPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    updateControls(); // a language model may have been set up meanwhile
}

// ------------------------------------------------------------------------------------------------ what is asked for

void DesignPanel::ask()
{
    if (!m_ask->isEnabled())
        return;
    m_left->say({});
    m_talk.ask(exactText(m_wish), m_current);
}

void DesignPanel::refine()
{
    if (!m_refineAsk->isEnabled())
        return;
    m_left->say({});
    m_talk.refine(m_refine->text(), m_current);
    if (m_talk.state() == DesignTalk::State::Asking)
        m_refine->clear();
}

void DesignPanel::useTemplate(const QString &key)
{
    const QList<DesignTemplates::Template> all = DesignTemplates::all(m_known);
    const auto found = std::find_if(all.cbegin(), all.cend(), [&key](const DesignTemplates::Template &one) { return one.key == key; });
    if (found != all.cend())
        m_talk.take(found->proposal);
}

// ------------------------------------------------------------------------------------------------ what is taken

void DesignPanel::use(AgentField field)
{
    const DesignField *proposed = m_talk.proposal().find(field);
    const std::optional<Agent> changed = proposed ? withDesign(m_current, *proposed, m_known) : std::nullopt;
    if (changed)
        take(*changed, DesignFields::memberOf(field));
}

void DesignPanel::useAll()
{
    Agent changed = m_current;
    for (const DesignField &field : m_talk.proposal().fields)
        changed = withDesign(changed, field, m_known).value_or(changed);
    take(changed, u"design"_s);
}

void DesignPanel::apply(const QString &key)
{
    const QList<DesignHint> hints = DesignAdvice::of(m_current, m_known);
    const auto found = std::find_if(hints.cbegin(), hints.cend(), [&key](const DesignHint &hint) { return hint.key == key; });
    if (found == hints.cend() || !found->applied)
        return showDesign(); // the agent has changed since
    take(*found->applied, DesignFields::memberOf(found->field));
}

void DesignPanel::take(const Agent &changed, const QString &field)
{
    m_current = changed;
    Q_EMIT accepted(changed, field);
    showDesign();
}

// ------------------------------------------------------------------------------------------------ what is shown

QString DesignPanel::hint() const
{
    if (const QString why = m_talk.whyNot(); !why.isEmpty())
        return why;
    switch (m_talk.state()) {
    case DesignTalk::State::Asking:
        return tr("The proposal is being written. Nothing changes until it is taken.");
    case DesignTalk::State::Proposed:
        return tr("A proposal is there. Nothing changes until it is taken.");
    default:
        return tr(
            "A language model proposes the fields. The names of this server\u2019s tools and models, and the fields of the agent, are "
            "sent along; the conversation is removed afterwards.");
    }
}

QString DesignPanel::problem() const
{
    const QString words = displayLine(m_talk.error().userText(), 400);
    if (exactText(m_wish).size() > longestDesignWish)
        return tr("The text is too long: at most %L1 characters can be sent.").arg(longestDesignWish);
    if (m_talk.state() == DesignTalk::State::Incomplete)
        //: Why it is incomplete follows
        return tr("The answer is incomplete, and nothing of it is proposed. %1").arg(words);
    return m_talk.state() == DesignTalk::State::Failed ? words : QString();
}

void DesignPanel::showState()
{
    showAnswer();
    updateControls();
}

void DesignPanel::showAnswer()
{
    const DesignTalk::State state = m_talk.state();
    const bool isComing = state == DesignTalk::State::Asking;
    const bool isBroken = state == DesignTalk::State::Failed || state == DesignTalk::State::Incomplete;
    const QString &text = m_talk.text();
    m_answer->setVisible((isComing || isBroken) && !text.isEmpty());
    if (!isComing && !isBroken)
        return m_answer->clear();
    m_answer->setPlainText(displayText(isComing ? QStringView(text).last(std::min(text.size(), shownWhileComing)) : text, TextUse::Code));
    if (isComing)
        m_answer->verticalScrollBar()->setValue(m_answer->verticalScrollBar()->maximum());
}

void DesignPanel::showDesign()
{
    m_later.stop();
    m_fields->setDesign(m_talk.proposal(), m_current, m_known);
    m_fields->setVisible(!m_talk.proposal().isEmpty());
    m_hints->setHints(DesignAdvice::of(m_current, m_known));
    updateControls();
    orderTabs();
}

// What is made later comes last by itself.
void DesignPanel::orderTabs()
{
    QWidget *before = m_answer;
    const auto goOn = [&before](QWidget *next) {
        setTabOrder(before, next);
        before = next;
    };
    for (QWidget *part : {static_cast<QWidget *>(m_fields), m_refineRow, static_cast<QWidget *>(m_hints), m_templates}) {
        for (QWidget *widget : part->findChildren<QWidget *>()) {
            const bool takesTab = (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isVisibleTo(part) && !widget->focusProxy();
            if (takesTab && widget->objectName() != "designUseAll"_L1)
                goOn(widget);
        }
        if (auto *all = part->findChild<QPushButton *>(u"designUseAll"_s))
            goOn(all);
    }
}

void DesignPanel::updateControls()
{
    const bool canAsk = m_talk.whyNot().isEmpty();
    const bool isAsking = m_talk.state() == DesignTalk::State::Asking;
    const QString wish = exactText(m_wish);
    m_status->say(hint());
    m_problem->say(problem());
    m_ask->setEnabled(canAsk && !isAsking && !wish.trimmed().isEmpty() && wish.size() <= longestDesignWish);
    m_stop->setVisible(isAsking);
    m_refineRow->setVisible(!m_talk.proposal().isEmpty() && canAsk);
    m_refineAsk->setEnabled(canAsk && !isAsking && !m_refine->text().trimmed().isEmpty());
    for (QPushButton *button : findChildren<QPushButton *>()) {
        if (button->objectName().startsWith("designTemplate-"_L1))
            button->setEnabled(!isAsking);
    }
}

} // namespace desk
