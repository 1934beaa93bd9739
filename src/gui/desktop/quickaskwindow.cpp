// The question and its answer. What a question takes from the desktop is in quickaskwindowtake.cpp.
#include "gui/desktop/quickaskwindow.h"

#include "gui/chat/compose/composeredit.h"
#include "gui/chat/guard/guardwords.h"
#include "gui/chat/guard/sendguard.h"
#include "gui/desktop/quickaskfiles.h"
#include "gui/text/linkopener.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/markdownview.h"
#include "gui/widgets/plainlabel.h"
#include "state/chat/attachmentqueue.h"
#include "state/chat/chatsessions.h"
#include "state/commandrules.h"
#include "state/settings.h"
#include "state/workspace.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qint64 refreshMs = 80;       // at the least
constexpr qint64 restPerRendering = 4; // a long answer is laid out anew each time: most of the thread is left to everything else

} // namespace

QuickAskWindow::QuickAskWindow(ChatSessions &sessions, Workspace &workspace, Dialogs &dialogs, QWidget *parent)
    : QWidget(parent, Qt::Window | Qt::WindowStaysOnTopHint | Qt::WindowTitleHint | Qt::WindowCloseButtonHint)
    , m_sessions(sessions)
    , m_workspace(workspace)
    , m_edit(new ComposerEdit(this))
    , m_send(new QPushButton(Theme::icon(u"send"_s), tr("As&k"), this))
    , m_question(new PlainLabel(this))
    , m_note(new PlainLabel(this))
    , m_answer(new MarkdownView(this))
    , m_stop(new QPushButton(Theme::icon(u"stop"_s), tr("&Stop"), this))
    , m_again(new QPushButton(Theme::icon(u"new-chat"_s), tr("&New question"), this))
    , m_open(new QPushButton(tr("&Open in Agent Desk"), this))
    , m_links(new LinkOpener(dialogs, this))
    , m_dialogs(dialogs)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(u"quickAsk"_s);
    setWindowTitle(tr("Quick ask"));
    setWindowIcon(Theme::icon(u"agentdesk"_s));
    setAttribute(Qt::WA_QuitOnClose, false);
    build();
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(std::chrono::milliseconds(refreshMs));
    connect(&m_refresh, &QTimer::timeout, this, &QuickAskWindow::updateAnswer);
    connect(m_edit, &ComposerEdit::submitted, this, &QuickAskWindow::ask);
    connect(m_edit, &ComposerEdit::escapePressed, this, &QWidget::hide);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_promised.isEmpty() && m_edit->toPlainText().trimmed() != m_promised) // another text is not sent without being looked at
            m_promised.clear();
        updateState();
    });
    connect(m_edit, &ComposerEdit::pasteRefused, this, [this] {
        m_failure = tr("This text is too long to paste here.");
        updateState();
    });
    connect(m_send, &QPushButton::clicked, this, &QuickAskWindow::ask);
    connect(m_again, &QPushButton::clicked, this, &QuickAskWindow::startOver);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_session)
            m_session->stop();
    });
    connect(m_open, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT conversationRequested(conversationId());
    });
    connect(m_answer, &MarkdownView::linkActivated, this, [this](const QString &href) { m_links->open(href, {}); });
    connect(&m_workspace, &Workspace::stateChanged, this, &QuickAskWindow::updateState);
    connect(&m_sessions, &ChatSessions::cleared, this, &QuickAskWindow::onCleared);
    updateState();
}

QuickAskWindow::~QuickAskWindow() = default;

void QuickAskWindow::followSettings(Settings &settings)
{
    m_settings = &settings;
    const auto follow = [this, &settings] {
        const bool enterSends = settings.value(Settings::Key::EnterSends).toBool();
        m_edit->setEnterSends(enterSends);
        m_send->setToolTip(enterSends ? tr("Ask the question (Enter)") : tr("Ask the question (Ctrl+Enter)"));
    };
    connect(&settings, &Settings::changed, this, follow);
    follow();
}

void QuickAskWindow::build()
{
    m_edit->setObjectName(u"quickAskText"_s);
    m_edit->setAccessibleName(tr("Question"));
    m_edit->setFrameShape(QFrame::StyledPanel);
    m_edit->viewport()->setAutoFillBackground(true);
    m_send->setObjectName(u"quickAskSend"_s);
    for (QLabel *label : {m_question, m_note}) {
        label->setWordWrap(true);
    }
    m_question->setObjectName(u"quickAskQuestion"_s);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_question->setFont(bold);
    m_note->setObjectName(u"quickAskNote"_s);
    m_answer->setObjectName(u"quickAskAnswer"_s);
    m_answer->setAccessibleName(tr("Answer"));
    m_stop->setObjectName(u"quickAskStop"_s);
    m_again->setObjectName(u"quickAskAgain"_s);
    m_open->setObjectName(u"quickAskOpen"_s);
    const int gap = Theme::space(this);
    auto *line = new QHBoxLayout;
    line->setSpacing(gap);
    line->addWidget(m_edit, 1);
    line->addWidget(m_send, 0, Qt::AlignBottom);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(gap);
    buttons->addWidget(m_stop);
    buttons->addWidget(m_again);
    buttons->addStretch(1);
    buttons->addWidget(m_open);
    QVBoxLayout *column = m_column;
    column->setContentsMargins(gap * 2, gap * 2, gap * 2, gap * 2);
    column->setSpacing(gap);
    column->addLayout(line);
    column->addWidget(m_question);
    column->addWidget(m_note);
    column->addWidget(m_answer, 1);
    column->addLayout(buttons);
    m_answer->setMinimumHeight(Theme::space(this, 28));
    setMinimumWidth(Theme::space(this, 64));
}

void QuickAskWindow::summon()
{
    const bool isAsking = (m_session && (m_session->isBusy() || m_session->waitingCount() > 0)) || !m_promised.isEmpty();
    if (!isVisible() && !isAsking)
        startOver();
    comeBack();
}

void QuickAskWindow::startOver()
{
    if (m_session)
        disconnect(m_session, nullptr, this, nullptr);
    if (m_session)
        disconnect(&m_session->transcript(), nullptr, this, nullptr);
    m_session = nullptr;
    m_promised.clear();
    m_conversation = {};
    m_activity.clear();
    m_failure.clear();
    m_question->clear();
    m_answer->showText({});
    updateState();
    adjustSize();
    m_edit->setFocus(Qt::OtherFocusReason);
}

void QuickAskWindow::ask()
{
    const QString text = m_edit->toPlainText().trimmed();
    if (text.isEmpty() || !m_promised.isEmpty() || !blockedReason().isEmpty() || (m_session && m_session->isBusy()) || !mayAsk(text))
        return;
    m_failure.clear();
    if (!m_files || !m_files->queue().isUploading())
        return send(text);
    m_promised = text;
    updateState();
}

void QuickAskWindow::send(const QString &text)
{
    m_promised.clear();
    if (!m_session) {
        m_conversation = {};
        attach(m_sessions.ownSession());
    }
    m_failure.clear();
    m_activity.clear();
    const QList<StoredFile> files = m_files ? m_files->queue().take() : QList<StoredFile>();
    QStringList names;
    for (const StoredFile &file : files)
        names += file.filename;
    m_edit->clear();
    const QString shown = displayLine(text, 300);
    m_question->setText(names.isEmpty() ? shown : shown + u'\n' + displayLine(names.join(u", "_s), 200));
    m_answer->showText({});
    m_session->send(text, files, m_bar ? m_bar->agents() : QStringList());
    updateState();
}

// The same rules as in the main window (D-51): said once, and asked all the same by the second try, unless the profile forbids it.
bool QuickAskWindow::mayAsk(const QString &text)
{
    const GuardPolicy policy = m_settings ? GuardPolicy::of(*m_settings, m_workspace.profile()) : GuardPolicy();
    const SendGuard::Findings found = SendGuard::find(text, policy);
    const bool isAccepted = !found.isBlocked && !m_accepted.isEmpty() && text == m_accepted;
    m_accepted.clear();
    if (found.findings.isEmpty() || isAccepted)
        return true;
    const QString lines = GuardWords::lines(text, found.findings).join(u'\n');
    m_failure =
        found.isBlocked
            ? tr("This is not asked: it seems to contain something that must not leave this computer.\n%1").arg(lines)
            : tr("This seems to contain something that should not leave this computer. Ask again to send it all the same.\n%1").arg(lines);
    m_accepted = text;
    updateState();
    return false;
}

void QuickAskWindow::attach(ChatSession *session)
{
    m_session = session;
    connect(session, &ChatSession::stateChanged, this, &QuickAskWindow::updateState);
    connect(session, &ChatSession::waitingChanged, this, &QuickAskWindow::updateState);
    connect(session, &ChatSession::conversationIdChanged, this, [this](const ConversationId &id) {
        m_conversation = id;
        updateState();
    });
    connect(session, &ChatSession::failed, this, &QuickAskWindow::showFailure);
    connect(session, &ChatSession::turnEnded, this, &QuickAskWindow::updateAnswer);
    connect(session, &ChatSession::activity, this, [this](const QString &text) {
        m_activity = displayLine(text, 120);
        updateState();
    });
    connect(session, &ChatSession::prompted, this, [this](const Prompt &prompt) {
        m_failure = prompt.isApproval() ? tr("A tool waits for an approval. Give or refuse it in Agent Desk.")
                                        : tr("The agent asks something. Answer it in Agent Desk.");
        updateState();
    });
    connect(session, &QObject::destroyed, this, &QuickAskWindow::updateState, Qt::QueuedConnection); // it was let go
    connect(&session->transcript(), &QAbstractItemModel::dataChanged, this, [this] {
        if (!m_refresh.isActive()) // never put off: the stream may not pause
            m_refresh.start();
    });
}

void QuickAskWindow::updateAnswer()
{
    m_refresh.stop();
    if (!m_session)
        return;
    const TranscriptModel &transcript = m_session->transcript();
    const int last = transcript.rowCount() - 1;
    if (last >= 0 && transcript.messageAt(last).role == Role::Assistant) {
        QElapsedTimer clock;
        clock.start();
        m_answer->showText(transcript.messageAt(last).content);
        m_refresh.setInterval(std::chrono::milliseconds(qMax(refreshMs, restPerRendering * clock.elapsed())));
        if (!m_session->isBusy() && !transcript.messageAt(last).errorText.isEmpty())
            m_failure = displayLine(transcript.messageAt(last).errorText, 300);
    }
    updateState();
}

void QuickAskWindow::showFailure(const Error &error)
{
    if (error.kind != Error::Kind::Cancelled)
        m_failure = displayLine(error.userText(), 400);
    updateState();
}

QString QuickAskWindow::blockedReason() const
{
    if (m_workspace.state() == Workspace::State::Stopped)
        return tr("Not connected. Agent Desk says why.");
    if (m_files && m_files->queue().hasFailed())
        return tr("A file could not be uploaded: try it again or remove it.");
    return CommandRules(m_workspace).whyNot(CommandRules::Command::Chat).value_or(QString());
}

// What is asked now waits, and is sent when it can go (D-04).
QString QuickAskWindow::delayReason() const
{
    const bool waits = m_session && m_session->waitingCount() > 0;
    switch (m_workspace.state()) {
    case Workspace::State::Ready:
        break;
    case Workspace::State::Failed:
        return waits ? tr("There is no connection. The question is asked as soon as there is one.")
                     : tr("There is no connection. You can ask: the question waits for one.");
    default:
        return waits ? tr("Connecting… The question is asked as soon as there is a connection.")
                     : tr("Connecting… You can already ask: the question waits until then.");
    }
    if (!m_promised.isEmpty())
        return tr("The question is asked as soon as the files are uploaded.");
    if (m_files && m_files->queue().isUploading())
        return tr("Files are being uploaded.");
    return waits ? tr("The question waits to be sent.") : QString();
}

void QuickAskWindow::updateState()
{
    const bool busy = m_session && m_session->isBusy();
    const bool hasAnswer = !m_answer->text().isEmpty();
    QString note = blockedReason();
    if (note.isEmpty())
        note = delayReason();
    if (!m_failure.isEmpty())
        note = m_failure;
    else if (note.isEmpty() && busy && !hasAnswer)
        note = m_activity.isEmpty() ? tr("Waiting for the answer…") : m_activity;
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_question->setVisible(!m_question->text().isEmpty());
    const bool grew = m_answer->isHidden() && hasAnswer;
    m_answer->setVisible(hasAnswer);
    m_send->setEnabled(!busy && m_promised.isEmpty() && blockedReason().isEmpty() && !m_edit->toPlainText().trimmed().isEmpty());
    m_stop->setVisible(busy);
    m_again->setVisible(!busy && !m_question->text().isEmpty());
    m_open->setVisible(!m_conversation.isEmpty());
    m_edit->setPlaceholderText(m_session ? tr("Ask further…") : tr("Ask something…"));
    if (grew)
        resize(width(), sizeHint().height());
}

void QuickAskWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QWidget::keyPressEvent(event);
}

void QuickAskWindow::showEvent(QShowEvent *event)
{
    if (!event->spontaneous())
        place();
    QWidget::showEvent(event);
}

// In the upper third of the screen that is worked on; where the desktop places windows itself this is only a wish.
void QuickAskWindow::place()
{
    const QScreen *screen = QGuiApplication::screenAt(QCursor::pos());
    if (!screen)
        screen = QGuiApplication::primaryScreen();
    if (!screen)
        return;
    const QRect area = screen->availableGeometry();
    const QSize size(qMin(Theme::space(this, 84), area.width()), qMin(sizeHint().height(), area.height()));
    setGeometry(QRect(QPoint(area.center().x() - size.width() / 2, area.top() + area.height() / 5), size));
}

} // namespace desk
