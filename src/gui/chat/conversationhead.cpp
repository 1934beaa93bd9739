#include "gui/chat/conversationhead.h"

#include "gui/chat/transcript/answerauthor.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/elidedlabel.h"
#include "state/chat/chatsession.h"
#include "state/conversations/conversationstore.h"
#include "state/models/conversationtotals.h"

#include <QLocale>
#include <QVBoxLayout>

#include <limits>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype titleLength = 200;
constexpr qsizetype nameLength = 60;

int forWords(qint64 count)
{
    return static_cast<int>(qMin<qint64>(count, std::numeric_limits<int>::max()));
}

// Whatever way it runs, it stays one piece between its neighbours.
QString isolated(const QString &name)
{
    return name.isEmpty() ? name : QChar(0x2068) + name + QChar(0x2069);
}

} // namespace

ConversationHead::ConversationHead(const ConversationStore &conversations, QWidget *parent)
    : QWidget(parent)
    , m_conversations(conversations)
    , m_title(new ElidedLabel(this))
    , m_facts(new ElidedLabel(this))
{
    setObjectName(u"conversationHead"_s);
    m_title->setObjectName(u"conversationTitle"_s);
    m_title->setFont(Theme::heading(font()));
    m_facts->setObjectName(u"conversationFacts"_s);
    m_facts->setFont(Theme::small(font()));
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_facts->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addWidget(m_facts);
    m_update.setSingleShot(true);
    connect(&m_update, &QTimer::timeout, this, &ConversationHead::updateFacts);
    connect(&conversations, &ConversationStore::conversationsChanged, &m_update, qOverload<>(&QTimer::start));
    showTitle({});
}

ConversationHead::~ConversationHead() = default;

void ConversationHead::setSession(ChatSession *session)
{
    for (const QMetaObject::Connection &connection : std::as_const(m_connections))
        disconnect(connection);
    m_connections.clear();
    m_totals.reset();
    m_session = session;
    showTitle(session == nullptr ? QString() : session->title());
    if (session != nullptr) {
        m_totals = std::make_unique<ConversationTotals>(session->transcript());
        connect(m_totals.get(), &ConversationTotals::changed, &m_update, qOverload<>(&QTimer::start));
        m_connections = {connect(session, &ChatSession::titleChanged, this, &ConversationHead::showTitle),
                         connect(session, &ChatSession::stateChanged, &m_update, qOverload<>(&QTimer::start)),
                         connect(session, &QObject::destroyed, this, [this] { setSession(nullptr); })};
    }
    updateFacts();
}

void ConversationHead::setAgentNames(const QHash<QString, QString> &names)
{
    m_names = names;
    updateFacts();
}

void ConversationHead::showTitle(const QString &title)
{
    m_title->setText(title.isEmpty() ? tr("New chat") : displayLine(title, titleLength));
}

// One that is being written and does not say yet whose it is changes nothing.
const Message *ConversationHead::newestAnswer() const
{
    const TranscriptModel &model = m_session->transcript();
    for (int row = model.rowCount() - 1; row >= 0; --row) {
        const Message &message = model.messageAt(row);
        const bool isOpen = message.state == MessageState::Streaming && !AnswerAuthor::of(message, &m_names).isNamed;
        if (message.role == Role::Assistant && !isOpen)
            return &message;
    }
    return nullptr;
}

QString ConversationHead::agentText() const
{
    const Message *answer = newestAnswer();
    const AnswerAuthor author = answer == nullptr ? AnswerAuthor() : AnswerAuthor::of(*answer, &m_names);
    if (author.isNamed)
        return author.name;
    const Conversation *conversation = m_conversations.find(m_session->conversationId());
    return conversation == nullptr ? QString() : displayLine(m_names.value(conversation->agentId.value()), nameLength);
}

QString ConversationHead::modelText() const
{
    const Message *answer = newestAnswer();
    if (answer != nullptr && !answer->facts.model.isEmpty())
        return displayLine(answer->facts.model, nameLength);
    const Conversation *conversation = m_conversations.find(m_session->conversationId());
    const bool isChosen = conversation != nullptr && conversation->model != "auto"_L1; // which says nothing of what it will be
    return isChosen ? displayLine(conversation->model, nameLength) : QString();
}

QStringList ConversationHead::facts() const
{
    const qsizetype messages = m_session->transcript().rowCount() + m_session->olderCount();
    if (messages == 0)
        return {};
    const bool isWhole = m_session->olderCount() == 0; // what is not loaded is in no sum
    QStringList all{isolated(agentText()), isolated(modelText()), tr("%Ln messages", nullptr, forWords(messages))};
    if (m_totals->tokens() > 0) {
        const int tokens = forWords(m_totals->tokens());
        const bool isAll = isWhole && m_totals->hasAllTokens() && tokens == m_totals->tokens();
        all << (isAll ? tr("%Ln tokens", nullptr, tokens) : tr("at least %Ln tokens", nullptr, tokens));
    }
    if (m_totals->costDollars() > 0) {
        const QString cost = QLocale().toCurrencyString(m_totals->costDollars(), u"$"_s, m_totals->costDollars() < 1 ? 4 : 2);
        all << (isWhole && m_totals->hasAllCosts() ? cost : tr("at least %1", "an amount of money").arg(cost));
    }
    all.removeAll(QString());
    return all;
}

void ConversationHead::updateFacts()
{
    m_update.stop();
    const QStringList all = m_session && m_totals ? facts() : QStringList();
    QString line;
    for (const QString &fact : all)
        //: Facts about a conversation, one beside the other
        line = line.isEmpty() ? fact : tr("%1 \u00B7 %2").arg(line, fact);
    m_facts->setVisible(!line.isEmpty());
    if (line == m_facts->text())
        return;
    m_facts->setText(line);
    m_facts->setAccessibleName(line.isEmpty() ? QString() : tr("About this conversation: %1").arg(all.join(u", "_s)));
}

} // namespace desk
