#include "gui/shell/placekeeper.h"

#include "gui/chat/chatpage.h"
#include "state/chat/chatsession.h"

#include <QEvent>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int maxPages = 40; // further back nobody waits for it

} // namespace

PlaceKeeper::PlaceKeeper(ChatPage &chat)
    : QObject(&chat)
    , m_chat(chat)
{
    TranscriptView *view = chat.transcript();
    connect(view->verticalScrollBar(), &QScrollBar::valueChanged, this, &PlaceKeeper::moved);
    connect(view->verticalScrollBar(), &QScrollBar::sliderPressed, this, &PlaceKeeper::giveUp);
    connect(&chat, &ChatPage::conversationShown, this, &PlaceKeeper::giveUp);
    connect(&chat, &ChatPage::canExportChanged, this, &PlaceKeeper::attempt); // rows came
    view->viewport()->installEventFilter(this);
    view->installEventFilter(this);
}

void PlaceKeeper::goTo(const QVariantMap &place)
{
    m_wanted = {place.value(u"key"_s).toString(), place.value(u"offset"_s).toInt()};
    m_pages = 0;
    attempt();
}

QVariantMap PlaceKeeper::place() const
{
    const TranscriptView::Place place = m_wanted.key.isEmpty() ? m_chat.transcript()->place() : m_wanted;
    if (place.key.isEmpty())
        return {};
    return {{u"key"_s, place.key}, {u"offset"_s, place.offset}};
}

void PlaceKeeper::attempt()
{
    ChatSession *session = m_chat.session();
    if (m_wanted.key.isEmpty() || session == nullptr || session->transcript().rowCount() == 0)
        return;
    if (session->transcript().rowOfKey(m_wanted.key) >= 0) {
        // Not from inside the model's signal: the view has not heard of the rows yet.
        QMetaObject::invokeMethod(
            this, [this] { m_chat.transcript()->goTo(std::exchange(m_wanted, {})); }, Qt::QueuedConnection);
    } else if (session->canLoadOlder() && m_pages < maxPages) {
        ++m_pages;
        session->loadOlder();
    } else if (session->state() != ChatSession::State::Loading) {
        giveUp(); // it is gone
    }
}

void PlaceKeeper::giveUp()
{
    m_wanted = {};
}

bool PlaceKeeper::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel || event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress)
        giveUp();
    return QObject::eventFilter(watched, event);
}

} // namespace desk
