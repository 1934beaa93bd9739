#include "gui/runs/rundetail.h"

#include "gui/runs/runeventdelegate.h"
#include "gui/runs/runlook.h"
#include "gui/theme.h"
#include "gui/widgets/emptyhint.h"
#include "gui/widgets/factview.h"
#include "gui/widgets/plainlabel.h"
#include "state/models/runeventmodel.h"
#include "state/models/runmodel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

static constexpr qsizetype maxShownOutput = 500'000; // characters; a plain edit lays out more only with delay

RunDetail::RunDetail(RunStore &store, RunModel &model, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_model(model)
    , m_events(new RunEventModel(store, this))
    , m_prompt(new PlainLabel(this))
    , m_chip(new StatusChip(this))
    , m_knowledge(new PlainLabel(this))
    , m_error(new PlainLabel(this))
    , m_open(new QPushButton(Theme::icon(u"chat"_s), tr("Open conversation"), this))
    , m_cancel(new QPushButton(Theme::icon(u"stop"_s), tr("Stop this run"), this))
    , m_facts(new FactView(this))
    , m_outputLabel(new PlainLabel(tr("Answer"), this))
    , m_output(new QPlainTextEdit(this))
    , m_timelineLabel(new PlainLabel(tr("Events"), this))
    , m_timeline(new QListView(this))
{
    setObjectName(u"runDetail"_s);
    for (QLabel *label : {m_prompt, m_knowledge, m_error}) {
        label->setWordWrap(true);
    }
    m_open->setObjectName(u"openConversation"_s);
    m_cancel->setObjectName(u"cancelRun"_s);
    m_output->setObjectName(u"runOutput"_s);
    m_output->setReadOnly(true);
    m_output->document()->setDocumentMargin(Theme::space(this));
    m_output->setTabChangesFocus(true);
    m_output->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_output->setAccessibleName(tr("Answer of the run"));
    m_outputLabel->setBuddy(m_output);
    m_timeline->setObjectName(u"runTimeline"_s);
    m_timeline->setAccessibleName(tr("Events of the run"));
    m_timeline->setModel(m_events);
    m_timeline->setItemDelegate(new RunEventDelegate(m_timeline));
    m_timeline->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_timelineLabel->setBuddy(m_timeline);
    new EmptyHint(*m_timeline, tr("The server has reported no events."));
    build();

    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT conversationRequested(m_conversation); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { Q_EMIT cancelRequested(m_id); });
    connect(&m_store, &RunStore::runChanged, this, [this](const RunId &id) {
        if (id == m_id)
            update();
    });
    connect(&m_store, &RunStore::runsChanged, this, &RunDetail::update);
    updateColors();
    hide();
}

void RunDetail::build()
{
    m_prompt->setFont(Theme::heading(font()));
    m_prompt->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_prompt->setFocusPolicy(Qt::StrongFocus);
    auto *status = new QHBoxLayout;
    status->setSpacing(Theme::space(this));
    status->addWidget(m_chip);
    status->addWidget(m_knowledge, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_open);
    buttons->addWidget(m_cancel);
    buttons->addStretch();

    auto *answer = new QWidget(this);
    auto *answerColumn = new QVBoxLayout(answer);
    answerColumn->setContentsMargins(0, 0, 0, 0);
    answerColumn->addWidget(m_outputLabel);
    answerColumn->addWidget(m_output, 1);
    auto *events = new QWidget(this);
    auto *eventColumn = new QVBoxLayout(events);
    eventColumn->setContentsMargins(0, 0, 0, 0);
    eventColumn->addWidget(m_timelineLabel);
    eventColumn->addWidget(m_timeline, 1);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(answer);
    splitter->addWidget(events);
    splitter->setChildrenCollapsible(false);

    auto *column = new QVBoxLayout(this);
    const int gap = Theme::space(this);
    column->setContentsMargins(gap * 2, 0, 0, 0);
    column->setSpacing(gap);
    column->addWidget(m_prompt);
    column->addLayout(status);
    column->addWidget(m_error);
    column->addWidget(m_facts);
    column->addLayout(buttons);
    column->addWidget(splitter, 1);
}

void RunDetail::setRun(const RunId &id)
{
    m_id = id;
    m_events->setRun(id);
    update();
    m_timeline->scrollToBottom();
}

void RunDetail::update()
{
    const Run *run = m_id.isEmpty() ? nullptr : m_store.find(m_id);
    setVisible(run != nullptr);
    if (!run)
        return;
    m_conversation = run->conversationId;
    m_prompt->setText(run->prompt.isEmpty() ? tr("(no question)") : run->prompt.simplified().left(300));
    m_chip->setStatus(RunLook::tone(run->status.value()), RunLook::iconName(run->status.value()), RunModel::statusText(run->status));
    const QString knowledge = RunLook::knowledgeText(m_store.knowledge(m_id), run->status.isTerminal());
    m_knowledge->setText(knowledge);
    m_chip->setToolTip(knowledge);
    m_chip->setAccessibleDescription(knowledge);
    m_error->setText(run->errorText);
    m_error->setVisible(!run->errorText.isEmpty());
    m_open->setVisible(!run->conversationId.isEmpty());
    m_cancel->setVisible(!run->status.isTerminal() && m_store.canCancel());

    const QModelIndex row = m_model.indexOf(m_id);
    m_facts->setFact(tr("Agent"), row.siblingAtColumn(RunModel::AgentColumn).data().toString());
    m_facts->setFact(tr("Started"), QLocale().toString(run->createdAt.toLocalTime(), QLocale::ShortFormat));
    m_facts->setFact(tr("Ended"),
                     run->status.isTerminal() ? QLocale().toString(run->updatedAt.toLocalTime(), QLocale::ShortFormat) : QString());
    m_facts->setFact(tr("Duration"), RunModel::durationText(*run));
    m_facts->setFact(tr("Run id"), run->id.value());

    QString output = run->outputText();
    if (output.size() > maxShownOutput)
        output = tr("%1\n\n(cut here: the whole answer has %Ln characters)", nullptr, static_cast<int>(output.size()))
                     .arg(output.left(maxShownOutput));
    m_outputLabel->parentWidget()->setVisible(!output.isEmpty());
    if (m_output->toPlainText() != output)
        m_output->setPlainText(output);
}

void RunDetail::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateColors();
}

void RunDetail::updateColors()
{
    QPalette subtle = palette();
    subtle.setColor(QPalette::WindowText, Theme::subtleText(subtle));
    m_knowledge->setPalette(subtle);
    QPalette danger = palette();
    danger.setColor(QPalette::WindowText, Theme::danger(danger));
    m_error->setPalette(danger);
}

} // namespace desk
