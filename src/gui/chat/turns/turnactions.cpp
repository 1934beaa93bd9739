#include "gui/chat/turns/turnactions.h"

#include "gui/chat/compose/composer.h"
#include "gui/chat/compose/composeredit.h"
#include "gui/chat/json/tracewindow.h"
#include "gui/chat/transcript/transcriptview.h"
#include "gui/chat/turns/comparewindow.h"
#include "gui/chat/turns/deletionbar.h"
#include "gui/chat/turns/editmessagedialog.h"
#include "gui/chat/turns/messagecopy.h"
#include "gui/chat/turns/ratingdialog.h"
#include "gui/theme.h"
#include "state/chat/chatsession.h"
#include "state/store/ratingstore.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QTextCursor>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

using Command = MessageCommand;

TurnActions::TurnActions(TranscriptView &view, Composer &composer, DeletionBar &undo, RatingStore *ratings, QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_composer(composer)
    , m_undo(undo)
    , m_ratings(ratings)
{
    for (const Command command : MessageCommands::all())
        addCommand(command);
    view.setOffersActions(true);
    connect(&view, &TranscriptView::commandRequested, this, &TurnActions::run);
    connect(&view, &TranscriptView::menuRequested, this, &TurnActions::fillMenu);
    connect(&undo, &DeletionBar::undoRequested, this, [this] { run(Command::UndoRemove, -1); });
    connect(&undo, &DeletionBar::dismissed, this, [this] {
        if (m_session)
            m_session->finishRemove();
    });
    if (ratings)
        connect(ratings, &RatingStore::changed, this, &TurnActions::showRatings);
}

// Keys of the messages alone: elsewhere they mean other things.
void TurnActions::addCommand(Command command)
{
    auto *action = new QAction(MessageCommands::text(command), &m_view);
    action->setObjectName(MessageCommands::objectName(command));
    action->setShortcut(MessageCommands::keys(command));
    action->setShortcutContext(Qt::WidgetShortcut);
    m_view.addAction(action);
    connect(action, &QAction::triggered, this, [this, command] { run(command, m_view.currentIndex().row()); });
    m_actions.insert(command, action);
}

QList<QAction *> TurnActions::actions() const
{
    QList<QAction *> all;
    for (const Command command : MessageCommands::all())
        all.append(m_actions.value(command));
    return all;
}

void TurnActions::setSession(ChatSession *session)
{
    for (const QMetaObject::Connection &connection : std::as_const(m_connections))
        disconnect(connection);
    m_connections.clear();
    m_session = session;
    if (session)
        m_connections = {connect(session, &ChatSession::undoableChanged, this, &TurnActions::showUndo)};
    showUndo();
    showRatings();
}

void TurnActions::showUndo()
{
    m_undo.showDeleted(m_session ? m_session->undoableCount() : 0);
}

void TurnActions::showRatings()
{
    if (m_session && m_ratings)
        m_session->transcript().setRatings(m_ratings->marks());
}

// ------------------------------------------------------------------------------------------------ rows

int TurnActions::questionRow(int row) const
{
    if (!m_session || row >= m_session->transcript().rowCount())
        return -1;
    while (row >= 0 && m_session->transcript().messageAt(row).role != Role::User)
        --row;
    return row;
}

int TurnActions::versionedRow(int row) const
{
    const int question = questionRow(row);
    if (question < 0)
        return -1;
    const TranscriptModel &model = m_session->transcript();
    if (model.marksAt(row).version.isOneOfSeveral())
        return row;
    for (int i = question; i < model.rowCount() && (i == question || model.messageAt(i).role != Role::User); ++i) {
        if (model.marksAt(i).version.isOneOfSeveral())
            return i;
    }
    return -1;
}

void TurnActions::focusRow(int row)
{
    if (!m_session || row < 0 || row >= m_session->transcript().rowCount())
        return;
    const QModelIndex index = m_session->transcript().index(row);
    m_view.selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    m_view.scrollTo(index);
}

QString TurnActions::ratedName(int row) const
{
    const TranscriptModel &model = m_session->transcript();
    const MessageId id = model.messageAt(row).id;
    const QString key = model.keyAt(row);
    const bool wasKept = m_ratings && m_ratings->rating(key) != Rating::None; // before the server said what it calls it
    return id.isEmpty() || wasKept ? key : id.value();
}

// ------------------------------------------------------------------------------------------------ what can be done

QString TurnActions::whyNotRate(int row) const
{
    const Message &message = m_session->transcript().messageAt(row);
    if (!m_ratings)
        return tr("Ratings cannot be kept here.");
    if (message.role != Role::Assistant)
        return tr("Answers can be rated, questions cannot.");
    if (message.state == MessageState::Streaming)
        return tr("This answer is still being written.");
    return {};
}

QString TurnActions::whyNot(Command command, int row) const
{
    if (!m_session)
        return tr("The conversation is being loaded.");
    if (command == Command::UndoRemove)
        return m_session->undoableCount() > 0 ? QString() : tr("There is nothing to undo.");
    if (row < 0 || row >= m_session->transcript().rowCount())
        return tr("Choose a message first.");
    switch (command) {
    case Command::Regenerate:
        return m_session->whyNoNewVersion(row);
    case Command::Edit:
        if (m_session->transcript().messageAt(row).role != Role::User)
            return tr("Only your own messages can be edited.");
        return m_session->whyNoNewVersion(row);
    case Command::PreviousVersion:
    case Command::NextVersion:
    case Command::Compare: {
        const int versioned = versionedRow(row);
        if (versioned < 0)
            return tr("This message has one version only.");
        if (command == Command::Compare)
            return {};
        const VersionPlace place = m_session->transcript().marksAt(versioned).version;
        if (command == Command::PreviousVersion && place.number == 1)
            return tr("This is the first version.");
        if (command == Command::NextVersion && place.number == place.count)
            return tr("This is the last version.");
        return m_session->whyNoOtherVersion();
    }
    case Command::RateUp:
    case Command::RateDown:
    case Command::RateNote:
        return whyNotRate(row);
    case Command::Trace:
        return m_session->transcript().messageAt(row).role == Role::Assistant ? QString()
                                                                              : tr("Answers have a trace, questions have none.");
    case Command::Remove:
        return m_session->whyNotRemove(row);
    case Command::SendNow:
        return m_session->whyNotSendNow(row);
    default:
        return {};
    }
}

void TurnActions::run(Command command, int row)
{
    if (const QString reason = whyNot(command, row); !reason.isEmpty())
        return Q_EMIT statusMessage(reason);
    switch (command) {
    case Command::SendNow:
        return m_session->interruptAndSend(row);
    case Command::Regenerate:
        return regenerate(row);
    case Command::Edit:
        return edit(row);
    case Command::Quote:
        return quote(row);
    case Command::CopyPlain:
    case Command::CopyMarkdown:
    case Command::CopyFormatted:
        return copy(command, row);
    case Command::PreviousVersion:
        return step(row, -1);
    case Command::NextVersion:
        return step(row, 1);
    case Command::Compare:
        return compare(row);
    case Command::RateUp:
    case Command::RateDown: {
        const Rating wanted = command == Command::RateUp ? Rating::Up : Rating::Down;
        const bool isOn = m_ratings->rating(ratedName(row)) == wanted;
        return rate(row, isOn ? Rating::None : wanted, isOn ? QString() : m_ratings->note(ratedName(row)));
    }
    case Command::RateNote:
        return rateWithNote(row);
    case Command::Trace:
        return trace(row);
    case Command::Remove:
        m_session->removeMessage(row);
        return focusRow(std::min(row, m_session->transcript().rowCount() - 1));
    case Command::UndoRemove:
        return m_session->undoRemove();
    case Command::Menu:
        return m_view.openMenu(row);
    }
}

// ------------------------------------------------------------------------------------------------ versions

QString TurnActions::versionNotice() const
{
    if (!m_session || !m_session->seesOtherVersions())
        return {};
    return tr("This server keeps one line of messages: the agent may also read the versions that are not shown.");
}

void TurnActions::regenerate(int row)
{
    const int question = questionRow(row);
    m_session->regenerate(row);
    focusRow(std::min(question + 1, m_session->transcript().rowCount() - 1));
    const QString notice = versionNotice();
    Q_EMIT statusMessage(notice.isEmpty() ? tr("A new answer is asked for. The one before stays beside it.") : notice);
}

void TurnActions::edit(int row)
{
    const Message &message = m_session->transcript().messageAt(row);
    QStringList files;
    for (const StoredFile &file : message.attachments)
        files << file.filename;
    auto *dialog = new EditMessageDialog(message.content, files, versionNotice(), &m_view);
    dialog->setGuard(m_guard);
    const QString key = m_session->transcript().keyAt(row);
    connect(dialog, &EditMessageDialog::sendRequested, this, [this, session = m_session, key](const QString &text) {
        const int at = session ? session->transcript().rowOfKey(key) : -1;
        const QString reason = at < 0 ? tr("The message is not there any more.") : session->whyNoNewVersion(at);
        if (!reason.isEmpty()) { // typed words are never lost
            const QString written = m_composer.text();
            m_composer.setText(written.trimmed().isEmpty() ? text : written + u"\n\n"_s + text);
            return Q_EMIT statusMessage(reason);
        }
        session->sendVersion(at, text);
        if (session == m_session)
            focusRow(at);
    });
    dialog->open();
}

void TurnActions::step(int row, int by)
{
    const int versioned = versionedRow(row);
    const VersionPlace place = m_session->transcript().marksAt(versioned).version;
    m_session->chooseVersion(versioned, place.number + by);
    const int now = std::min(row, m_session->transcript().rowCount() - 1);
    focusRow(now);
    if (now >= 0)
        Q_EMIT statusMessage(tr("Version %1 of %2").arg(place.number + by).arg(place.count));
}

void TurnActions::compare(int row)
{
    const int versioned = versionedRow(row);
    const bool ofQuestions = m_session->transcript().messageAt(versioned).role == Role::User;
    auto *window = new CompareWindow(m_session->versionsOf(versioned), ofQuestions, &m_view);
    connect(window, &CompareWindow::keepRequested, this, [this, session = m_session](const QString &node) {
        const QString reason = session ? session->whyNoOtherVersion() : tr("The conversation is not open any more.");
        if (!reason.isEmpty())
            return Q_EMIT statusMessage(reason);
        session->keepVersion(node);
    });
    connect(window, &CompareWindow::linkActivated, &m_view, &TranscriptView::linkActivated);
    window->QWidget::show();
}

// ------------------------------------------------------------------------------------------------ words

void TurnActions::quote(int row)
{
    const bool isPart = m_view.hasSelection() && m_view.selectedMessages().isEmpty();
    QStringList texts;
    const QList<int> rows = m_view.selectedMessages().isEmpty() ? QList<int>{row} : m_view.selectedMessages();
    for (const int at : rows)
        texts << m_session->transcript().messageAt(at).content.trimmed();
    const QString text = isPart ? m_view.selectedText() : texts.join(u"\n\n"_s);
    QTextCursor cursor = m_composer.edit()->textCursor();
    cursor.beginEditBlock();
    cursor.movePosition(QTextCursor::StartOfBlock);
    cursor.insertText(quoted(text) + u"\n\n"_s);
    cursor.endEditBlock();
    m_composer.edit()->setTextCursor(cursor);
    m_composer.focusText();
    Q_EMIT statusMessage(tr("Quoted in the message being written"));
}

void TurnActions::copy(Command how, int row)
{
    const QList<int> whole = m_view.selectedMessages();
    if (m_view.hasSelection() && whole.isEmpty()) {
        QApplication::clipboard()->setMimeData(selectionCopy(m_view, how).release());
        return Q_EMIT statusMessage(tr("Selection copied"));
    }
    QList<Message> messages;
    for (const int at : whole.isEmpty() ? QList<int>{row} : whole)
        messages.append(m_session->transcript().messageAt(at));
    QApplication::clipboard()->setMimeData(messagesCopy(messages, how).release());
    Q_EMIT statusMessage(tr("%n messages copied", nullptr, static_cast<int>(messages.size())));
}

// ------------------------------------------------------------------------------------------------ rating

void TurnActions::rate(int row, Rating rating, const QString &note)
{
    const TranscriptModel &model = m_session->transcript();
    const Message &answer = model.messageAt(row);
    RatedAnswer rated;
    rated.message = ratedName(row);
    rated.conversation = m_session->conversationId();
    rated.rating = rating;
    rated.note = note;
    rated.answer = answer.content;
    rated.run = answer.runId;
    if (const int question = questionRow(row); question >= 0)
        rated.question = model.messageAt(question).content;
    rated.agent = answer.routing ? answer.routing->agents.value(0) : answer.agent;
    rated.model = answer.facts.model;
    for (const ToolCall &call : answer.toolCalls)
        rated.tools.append(call.tool);
    m_ratings->rate(rated);
    Q_EMIT statusMessage(rating == Rating::None ? tr("Rating removed") : rating == Rating::Up ? tr("Rated good") : tr("Rated bad"));
}

void TurnActions::rateWithNote(int row)
{
    const QString name = ratedName(row);
    auto *dialog = new RatingDialog(m_ratings->rating(name), m_ratings->note(name), &m_view);
    const QString key = m_session->transcript().keyAt(row);
    connect(dialog, &RatingDialog::rated, this, [this, session = m_session, key](Rating rating, const QString &note) {
        const int at = session && session == m_session ? session->transcript().rowOfKey(key) : -1;
        if (at < 0)
            return Q_EMIT statusMessage(tr("The answer is not shown any more; it was not rated."));
        rate(at, rating, note);
    });
    dialog->open();
}

// ------------------------------------------------------------------------------------------------ trace

void TurnActions::trace(int row)
{
    Q_EMIT statusMessage(tr("The trace is being read…"));
    m_session->loadTrace(row, this, [this](const TurnTrace &read) {
        auto *window = new TraceWindow(read, &m_view);
        connect(window, &TraceWindow::saveRequested, this, &TurnActions::saveRequested);
        connect(window, &TraceWindow::tableRequested, this, &TurnActions::tableRequested);
        window->show();
        Q_EMIT statusMessage({});
    });
}

// ------------------------------------------------------------------------------------------------ menu

void TurnActions::addTo(QMenu &menu, Command command, int row)
{
    QAction *action = menu.addAction(MessageCommands::text(command));
    if (const QString icon = MessageCommands::icon(command); !icon.isEmpty())
        action->setIcon(Theme::icon(icon));
    action->setObjectName(MessageCommands::objectName(command) + u"Entry"_s);
    action->setShortcut(MessageCommands::keys(command));
    action->setShortcutContext(Qt::WidgetShortcut); // shown, and the view's
    const QString reason = whyNot(command, row);
    action->setEnabled(reason.isEmpty());
    action->setToolTip(reason.isEmpty() ? QString() : reason);
    action->setStatusTip(reason);
    const QString key = m_session->transcript().keyAt(row);
    connect(action, &QAction::triggered, this,
            [this, command, key] { run(command, m_session ? m_session->transcript().rowOfKey(key) : -1); });
}

void TurnActions::addRatingsExport(QMenu &menu)
{
    QAction *action = menu.addAction(tr("Export All Rated Answers\u2026"), this, &TurnActions::ratingsExportRequested);
    action->setObjectName(u"exportRatingsEntry"_s);
    action->setEnabled(m_ratings != nullptr && !m_ratings->marks().isEmpty());
    if (!action->isEnabled())
        action->setToolTip(tr("No answer has been rated yet."));
}

void TurnActions::fillMenu(QMenu *menu, int row)
{
    if (!m_session || row >= m_session->transcript().rowCount())
        return;
    const bool isQuestion = m_session->transcript().messageAt(row).role == Role::User;
    menu->addSeparator();
    if (m_session->transcript().messageAt(row).state == MessageState::Waiting)
        addTo(*menu, Command::SendNow, row);
    for (const Command command : {Command::CopyPlain, Command::CopyMarkdown, Command::CopyFormatted, Command::Quote})
        addTo(*menu, command, row);
    menu->addSeparator();
    if (isQuestion)
        addTo(*menu, Command::Edit, row);
    addTo(*menu, Command::Regenerate, row);
    addOthers(*menu, row);
    if (versionedRow(row) >= 0) {
        for (const Command command : {Command::PreviousVersion, Command::NextVersion, Command::Compare})
            addTo(*menu, command, row);
    }
    menu->addSeparator();
    if (!isQuestion) {
        for (const Command command : {Command::RateUp, Command::RateDown, Command::RateNote})
            addTo(*menu, command, row);
        addRatingsExport(*menu);
        menu->addSeparator();
        addTo(*menu, Command::Trace, row);
    }
    addTo(*menu, Command::Remove, row);
    menu->addSeparator();
}

} // namespace desk
