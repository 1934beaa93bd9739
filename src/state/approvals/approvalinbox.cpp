#include "state/approvals/approvalinbox.h"

#include "state/chat/chatsessions.h"
#include "state/profiles/profilestore.h"
#include "state/workspace.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

// A team server that is not the open one.
struct ApprovalInbox::Side {
    Side(const Services &services)
        : connection(services.side)
        , source(connection.api(), services.pace)
    {
        retry.setSingleShot(true);
    }

    SideConnection connection;
    ApprovalSource source;
    QTimer retry;
    int failures = 0;
};

ApprovalInbox::ApprovalInbox(Services services, QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
    , m_open(m_services.api, m_services.pace)
{
    connectSource(m_open);
    connect(&m_open, &ApprovalSource::executionChanged, this, &ApprovalInbox::executionChanged);
    connect(&m_services.workspace, &Workspace::stateChanged, this, [this](Workspace::State state) {
        if (state != Workspace::State::Ready) // of that ready() tells
            onWorkspace();
    });
    connect(&m_services.workspace, &Workspace::ready, this, &ApprovalInbox::onWorkspace);
    connect(&m_services.workspace, &Workspace::accountChanged, &m_open, &ApprovalSource::clear);
    connect(&m_services.profiles, &ProfileStore::changed, this, &ApprovalInbox::updateSides);
    connect(&m_services.sessions, &ChatSessions::prompted, this, [this](const ConversationId &id, const Prompt &prompt) {
        if (prompt.isApproval())
            addChat(id);
    });
    connect(&m_services.sessions, &ChatSessions::conversationIdChanged, this, &ApprovalInbox::update);
    connect(&m_services.sessions, &ChatSessions::cleared, this, [this] {
        m_chats.clear();
        update();
    });
}

ApprovalInbox::~ApprovalInbox()
{
    for (const auto &[id, side] : m_sides)
        side->connection.disconnect(this);
}

void ApprovalInbox::connectSource(ApprovalSource &source)
{
    connect(&source, &ApprovalSource::changed, this, &ApprovalInbox::update);
    connect(&source, &ApprovalSource::lapsed, this, &ApprovalInbox::lapsed);
}

// ------------------------------------------------------------------------------------------------ the servers

void ApprovalInbox::onWorkspace()
{
    const Workspace &workspace = m_services.workspace;
    if (m_open.profile().id != workspace.profile().id || !m_open.profile().leadsTo(workspace.profile()))
        m_open.clear();
    if (workspace.state() == Workspace::State::Ready)
        m_open.start(workspace.profile(), workspace.capabilities());
    else if (m_open.isActive())
        m_open.pause();
    m_mayConnect = m_mayConnect || workspace.state() == Workspace::State::Ready || workspace.state() == Workspace::State::Failed;
    updateSides();
}

void ApprovalInbox::updateSides()
{
    if (!m_mayConnect)
        return;
    const QString open = m_services.workspace.profile().id;
    const QList<Profile> all = m_services.profiles.all();
    const auto isWanted = [&open](const Profile &one) { return one.kind == Profile::Kind::Team && !one.id.isEmpty() && one.id != open; };
    for (auto it = m_sides.begin(); it != m_sides.end();) {
        const auto profile = std::find_if(all.cbegin(), all.cend(), [&](const Profile &one) { return one.id == it->first; });
        const bool stays = profile != all.cend() && isWanted(*profile) && profile->leadsTo(it->second->connection.profile());
        it = stays ? std::next(it) : m_sides.erase(it);
    }
    for (const Profile &profile : all) {
        if (isWanted(profile) && m_sides.find(profile.id) == m_sides.end())
            openSide(profile);
    }
    update();
}

void ApprovalInbox::openSide(const Profile &profile)
{
    auto &side = m_sides[profile.id];
    side = std::make_unique<Side>(m_services);
    Side *one = side.get();
    connectSource(one->source);
    connect(&one->connection, &SideConnection::stateChanged, this, [this, one] { onSide(*one); });
    connect(&one->retry, &QTimer::timeout, &one->connection, [one, profile] { one->connection.open(profile); });
    one->connection.open(profile);
}

// Where nobody is signed in nothing is tried: opening the profile is what changes that.
void ApprovalInbox::onSide(Side &side)
{
    switch (side.connection.state()) {
    case SideConnection::State::Ready:
        side.failures = 0;
        side.source.start(side.connection.profile(), side.connection.capabilities());
        break;
    case SideConnection::State::Failed:
        if (side.connection.error().kind != Error::Kind::Unauthorized) {
            const qint64 wait = static_cast<qint64>(m_services.pace.every) << std::min(++side.failures, 10);
            side.retry.start(static_cast<int>(std::min<qint64>(wait, std::max(m_services.pace.longest, m_services.pace.every))));
        }
        break;
    case SideConnection::State::Closed: // the session ended, or is somebody else's
        side.source.clear();
        side.retry.start(m_services.pace.every);
        break;
    case SideConnection::State::Opening:
        side.retry.stop();
        break;
    }
    update();
}

void ApprovalInbox::refresh()
{
    m_open.refresh();
    for (const auto &[id, side] : m_sides)
        side->source.refresh();
    retryNow();
}

void ApprovalInbox::retryNow()
{
    for (const auto &[id, side] : m_sides) {
        if (side->retry.isActive())
            side->connection.open(Profile(side->connection.profile()));
        else if (side->source.error())
            side->source.refresh();
    }
    if (m_open.error())
        m_open.refresh();
}

void ApprovalInbox::note(const WorkflowExecution &execution)
{
    m_open.note(execution);
}

// ------------------------------------------------------------------------------------------------ the conversations

void ApprovalInbox::addChat(const ConversationId &id)
{
    ChatSession *session = m_services.sessions.find(id);
    if (!session || m_chats.contains(session))
        return update();
    m_chats.append(session);
    connect(&session->approval(), &ToolApproval::changed, this, &ApprovalInbox::update);
    connect(session, &QObject::destroyed, this, &ApprovalInbox::update, Qt::QueuedConnection);
    update();
}

QList<WaitingApproval> ApprovalInbox::chatRows() const
{
    QList<WaitingApproval> out;
    for (const QPointer<ChatSession> &session : m_chats) {
        if (!session || session->approval().state() == ToolApproval::State::None)
            continue;
        ToolApproval &call = session->approval();
        WaitingApproval row;
        row.profileId = m_services.workspace.profile().id;
        row.profileName = m_services.workspace.profile().name;
        row.step.isTool = true;
        row.step.prompt = call.prompt();
        row.call = &call;
        row.conversation = session->conversationId();
        row.title = session->title();
        row.key = QStringList{u"chat"_s, row.conversation.value(), call.prompt().argumentsHash}.join(u'\n');
        row.isTold = true;
        row.resumes = true;
        row.mayApprove = call.canApprove();
        row.state = call.state() == ToolApproval::State::Expired     ? WaitingApproval::State::Expired
                    : call.state() == ToolApproval::State::Answering ? WaitingApproval::State::Answering
                    : call.state() == ToolApproval::State::Failed    ? WaitingApproval::State::Failed
                                                                     : WaitingApproval::State::Asked;
        row.error = call.error();
        out.append(row);
    }
    return out;
}

// ------------------------------------------------------------------------------------------------ all of it

QList<const ApprovalSource *> ApprovalInbox::sources() const
{
    QList<const ApprovalSource *> out{&m_open};
    for (const auto &[id, side] : m_sides)
        out.append(&side->source);
    return out;
}

void ApprovalInbox::update()
{
    QList<WaitingApproval> executions;
    m_problems.clear();
    for (const ApprovalSource *source : sources()) {
        executions += source->rows();
        if (source->error())
            m_problems.append({source->profile().name, *source->error()});
    }
    for (const auto &[id, side] : m_sides) {
        if (side->connection.state() == SideConnection::State::Failed)
            m_problems.append({side->connection.profile().name, side->connection.error()});
    }
    std::stable_sort(executions.begin(), executions.end(), [](const auto &a, const auto &b) { return a.since < b.since; });
    m_rows = chatRows() + executions;
    QList<WaitingApproval> news;
    const QSet<QString> before = std::exchange(m_known, {});
    for (const WaitingApproval &row : std::as_const(m_rows)) {
        m_known.insert(row.key);
        if (!before.contains(row.key))
            news.append(row);
    }
    const QSet<QString> gone = before - m_known;
    Q_EMIT changed();
    for (const WaitingApproval &row : std::as_const(news))
        Q_EMIT appeared(row);
    for (const QString &key : gone)
        Q_EMIT vanished(key);
}

ApprovalSource *ApprovalInbox::sourceOf(const QString &key)
{
    const auto has = [&key](const ApprovalSource &source) {
        return std::any_of(source.rows().cbegin(), source.rows().cend(), [&key](const auto &row) { return row.key == key; });
    };
    if (has(m_open))
        return &m_open;
    const auto side = std::find_if(m_sides.cbegin(), m_sides.cend(), [&has](const auto &one) { return has(one.second->source); });
    return side == m_sides.cend() ? nullptr : &side->second->source;
}

void ApprovalInbox::answer(const QString &key, const QString &optionId, const QString &comment)
{
    if (ApprovalSource *source = sourceOf(key))
        source->answer(key, optionId, comment);
}

void ApprovalInbox::stop(const QString &key)
{
    if (ApprovalSource *source = sourceOf(key))
        source->stop(key);
}

const WaitingApproval *ApprovalInbox::find(const QString &key) const
{
    const auto row = std::find_if(m_rows.cbegin(), m_rows.cend(), [&key](const WaitingApproval &one) { return one.key == key; });
    return row == m_rows.cend() ? nullptr : &*row;
}

int ApprovalInbox::count() const
{
    return static_cast<int>(std::count_if(m_rows.cbegin(), m_rows.cend(), [](const WaitingApproval &row) { return row.isOpen(); }));
}

bool ApprovalInbox::isLoading() const
{
    const QList<const ApprovalSource *> all = sources();
    return std::any_of(all.cbegin(), all.cend(), [](const ApprovalSource *source) { return source->isLoading(); });
}

bool ApprovalInbox::isLoaded() const
{
    const QList<const ApprovalSource *> all = sources();
    return std::any_of(all.cbegin(), all.cend(), [](const ApprovalSource *source) { return source->isLoaded(); });
}

} // namespace desk
