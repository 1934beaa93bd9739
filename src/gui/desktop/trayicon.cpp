#include "gui/desktop/trayicon.h"

#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "state/chat/chatsessions.h"
#include "state/conversations/conversationstore.h"

#include <QAction>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QPixmap>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype mostListed = 10;

QPixmap withNumber(QPixmap pixmap, int number, bool isUnseen)
{
    const int side = pixmap.width();
    const int dot = side * 5 / 8;
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect rect(side - dot, side - dot, dot, dot);
    const QPalette palette = QGuiApplication::palette();
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::accent(palette));
    if (isUnseen)
        painter.drawRoundedRect(rect, dot / 8.0, dot / 8.0);
    else
        painter.drawEllipse(rect);
    QFont font = QGuiApplication::font();
    font.setBold(true);
    font.setPixelSize(qMax(6, dot * 3 / 4));
    painter.setFont(font);
    painter.setPen(palette.color(QPalette::Base));
    painter.drawText(rect, Qt::AlignCenter, number > 9 ? u"9+"_s : QString::number(number));
    return pixmap;
}

// An ampersand would mark a key.
QString menuText(const QString &title)
{
    QString text = displayLine(title, 60);
    return text.replace(u'&', "&&"_L1);
}

} // namespace

TrayIcon::TrayIcon(ChatSessions &sessions, ConversationStore &conversations, QObject *parent)
    : QObject(parent)
    , m_sessions(sessions)
    , m_conversations(conversations)
    , m_menu(std::make_unique<QMenu>())
    , m_icon(new QSystemTrayIcon(this))
{
    m_menu->setObjectName(u"trayMenu"_s);
    const auto add = [this](const QString &name, const QString &text, const QString &iconName, void (TrayIcon::*signal)()) {
        QAction *action = m_menu->addAction(text);
        if (!iconName.isEmpty())
            action->setIcon(Theme::icon(iconName));
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, signal);
    };
    add(u"trayOpen"_s, tr("&Open Agent Desk"), u"agentdesk"_s, &TrayIcon::openRequested);
    add(u"trayNewChat"_s, tr("&New chat"), u"new-chat"_s, &TrayIcon::newChatRequested);
    add(u"trayQuickAsk"_s, tr("&Quick ask"), u"chat"_s, &TrayIcon::quickAskRequested);
    m_menu->addSeparator();
    m_heading = m_menu->addAction(QString());
    m_heading->setObjectName(u"trayRunning"_s);
    m_heading->setEnabled(false);
    m_end = m_menu->addSeparator();
    m_unseen = m_menu->addAction(QString());
    m_unseen->setObjectName(u"trayUnseen"_s);
    m_unseen->setEnabled(false);
    m_unseenEnd = m_menu->addSeparator();
    add(u"trayQuit"_s, tr("Q&uit"), {}, &TrayIcon::quitRequested);
    m_icon->setContextMenu(m_menu.get());
    connect(m_menu.get(), &QMenu::aboutToShow, this, &TrayIcon::fillRunning);
    connect(m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT openRequested();
        else if (reason == QSystemTrayIcon::MiddleClick)
            Q_EMIT quickAskRequested();
    });
    connect(&m_sessions, &ChatSessions::busyCountChanged, this, &TrayIcon::update);
    update();
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::setShown(bool shown)
{
    m_icon->setVisible(shown && QSystemTrayIcon::isSystemTrayAvailable());
}

bool TrayIcon::isShown() const
{
    return m_icon->isVisible();
}

void TrayIcon::setUnseen(int answers, int questions)
{
    if (answers == m_answers && questions == m_questions)
        return;
    m_answers = answers;
    m_questions = questions;
    update();
}

QStringList TrayIcon::unseenWords() const
{
    QStringList words;
    if (m_questions > 0)
        words.append(tr("%n question(s) for you", nullptr, m_questions));
    if (m_answers > 0)
        words.append(tr("%n answer(s) not seen yet", nullptr, m_answers));
    return words;
}

QIcon TrayIcon::iconFor(int running, int unseen)
{
    const QIcon plain = Theme::icon(u"agentdesk"_s);
    if (running == 0 && unseen == 0)
        return plain;
    QIcon icon;
    for (const int side : {16, 22, 24, 32, 48, 64})
        icon.addPixmap(withNumber(plain.pixmap(QSize(side, side), 1.0), unseen > 0 ? unseen : running, unseen > 0));
    return icon;
}

void TrayIcon::update()
{
    const int running = m_sessions.busyCount();
    const QStringList unseen = unseenWords();
    QStringList words = unseen;
    if (running > 0)
        words.prepend(tr("%n answer(s) being written", nullptr, running));
    m_icon->setIcon(iconFor(running, m_answers + m_questions));
    //: The tip of the icon in the tray: %1 is how many answers are being written, or were not seen
    m_icon->setToolTip(words.isEmpty() ? tr("Agent Desk") : tr("Agent Desk: %1").arg(words.join(u", "_s)));
    m_unseen->setText(unseen.isEmpty() ? tr("Everything was seen") : unseen.join(u", "_s));
    m_unseen->setVisible(!unseen.isEmpty());
    m_unseenEnd->setVisible(!unseen.isEmpty());
    fillRunning();
}

void TrayIcon::fillRunning()
{
    for (QAction *action : std::exchange(m_running, {})) {
        m_menu->removeAction(action);
        action->deleteLater(); // it may be the one that was just chosen
    }
    const QList<ConversationId> busy = m_sessions.busyConversations();
    m_heading->setText(busy.isEmpty() ? tr("No answer is being written")
                                      : tr("%n answer(s) being written", nullptr, static_cast<int>(busy.size())));
    for (const ConversationId &id : busy.first(qMin(busy.size(), mostListed))) {
        const Conversation *conversation = m_conversations.find(id);
        const QString title = conversation ? menuText(conversation->title) : QString();
        auto *action = new QAction(Theme::icon(u"running"_s), title.isEmpty() ? tr("New chat") : title, m_menu.get());
        action->setEnabled(!id.isEmpty());
        m_menu->insertAction(m_end, action);
        m_running.append(action);
        connect(action, &QAction::triggered, this, [this, id] { Q_EMIT conversationRequested(id); });
    }
}

} // namespace desk
