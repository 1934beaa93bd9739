#include "app/headlessask.h"

#include "api/apiclient.h"
#include "api/endpoints/agentsapi.h"
#include "api/endpoints/runsapi.h"
#include "wire/json/chateventjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace desk {

HeadlessAsk::HeadlessAsk(Core &core, const Options &options, QObject *parent)
    : QObject(parent)
    , m_core(core)
    , m_options(options)
    , m_attachments(core.uploads)
    , m_session(core.api, core.workspace, core.conversations)
    , m_out(stdout)
    , m_err(stderr)
{
    connect(&core.workspace, &Workspace::ready, this, &HeadlessAsk::onReady);
    connect(&core.workspace, &Workspace::stateChanged, this, &HeadlessAsk::onWorkspaceState);
    connect(&core.workspace, &Workspace::providerFailed, this, [this](const Error &error) { fail(error.userText()); });
    connect(&m_attachments, &AttachmentQueue::refused, this, [this](const Error &error) { fail(error.userText()); });
    connect(&m_attachments, &AttachmentQueue::changed, this, &HeadlessAsk::sendWhenUploaded);
    connect(&m_session, &ChatSession::eventReceived, this, &HeadlessAsk::onEvent);
    connect(&m_session, &ChatSession::turnEnded, this, &HeadlessAsk::onTurnEnded);
}

void HeadlessAsk::start()
{
    if (m_options.ask->trimmed().isEmpty())
        return fail(tr("The question is empty. Put it in quotes after --ask."));
    const std::optional<Profile> profile = m_core.profile(m_options.profile);
    if (!profile)
        return fail(
            tr("There is no workspace named “%1”. Add it in the settings of Agent Desk, or leave --profile out.").arg(m_options.profile));
    m_core.applyProvider();
    m_core.workspace.open(*profile);
}

void HeadlessAsk::onWorkspaceState(Workspace::State state)
{
    if (state == Workspace::State::Failed)
        fail(m_core.workspace.error().userText());
}

void HeadlessAsk::onReady()
{
    if (m_asked || m_isOver)
        return; // a restarted server: the session goes on by itself
    m_asked = true;
    if (!m_options.attachments.isEmpty() && !m_core.workspace.capabilities().has(feature::files))
        return fail(tr("This server takes no attachments. Ask without --attach, or use the local workspace."));
    if (m_options.agent.isEmpty())
        return m_attachments.add(m_options.attachments);
    // Servers skip a name they do not know and let another agent answer: better said than done.
    m_core.api.agents().list()->then(this, [this](const Result<QList<Agent>> &agents) { onAgents(agents); });
}

void HeadlessAsk::onAgents(const Result<QList<Agent>> &agents)
{
    if (!agents)
        return fail(agents.error().userText());
    QStringList names;
    for (const Agent &agent : *agents)
        names.append(agent.name);
    names.sort();
    if (!names.contains(m_options.agent))
        return fail(tr("There is no agent named “%1”. Choose one of: %2.").arg(m_options.agent, names.join(u", "_s)));
    m_attachments.add(m_options.attachments);
}

void HeadlessAsk::sendWhenUploaded()
{
    if (m_isOver || m_attachments.isUploading() || m_session.isBusy())
        return;
    for (int row = 0; row < m_attachments.rowCount(); ++row) {
        const QString error = m_attachments.index(row).data(AttachmentQueue::ErrorRole).toString();
        if (!error.isEmpty())
            return fail(error);
    }
    disconnect(&m_attachments, &AttachmentQueue::changed, this, nullptr);
    m_session.send(*m_options.ask, m_attachments.take(), m_options.agent.isEmpty() ? QStringList() : QStringList{m_options.agent});
}

void HeadlessAsk::onEvent(const wire::ServerEvent &event)
{
    const ChatEvent chat = wire::chatEventFrom(event);
    if (const auto *created = std::get_if<RunCreated>(&chat))
        m_run = created->runId;
    if (const auto *prompt = std::get_if<Prompt>(&chat); prompt && prompt->isApproval())
        refuse(*prompt);
    if (!m_options.json)
        return print(chat);
    QJsonParseError status{};
    const QJsonDocument data = QJsonDocument::fromJson(event.data, &status);
    QJsonObject line{{"event"_L1, QString::fromUtf8(event.type)}, {"id"_L1, QString::fromUtf8(event.id)}};
    if (data.isArray())
        line.insert("data"_L1, data.array());
    else if (data.isObject())
        line.insert("data"_L1, data.object());
    else
        line.insert("data"_L1, QString::fromUtf8(event.data));
    m_out << QJsonDocument(line).toJson(QJsonDocument::Compact) << Qt::endl;
}

// The program and its arguments as JSON: whatever is in them, it stays one line.
void HeadlessAsk::refuse(const Prompt &approval)
{
    if (m_refused.contains(approval.argumentsHash))
        return;
    m_refused.append(approval.argumentsHash);
    const QJsonArray command = QJsonArray::fromStringList(QStringList{approval.program} + approval.programArguments);
    m_err << tr("[refused] %1 was not started for the tool %2: nobody can be asked here. Ask in the window to approve it.")
                 .arg(QString::fromUtf8(QJsonDocument(command).toJson(QJsonDocument::Compact)), approval.toolName.simplified())
          << Qt::endl;
    m_core.api.runs().answer(m_run, u"refuse"_s, approval.argumentsHash)->then(this, [this](const Result<> &taken) {
        if (!taken && taken.error().kind != Error::Kind::Cancelled)
            m_err << tr("[warning] %1").arg(taken.error().userText()) << Qt::endl;
    });
}

void HeadlessAsk::print(const ContentDelta &delta)
{
    using Kind = ContentDelta::Kind;
    if (delta.kind == Kind::Ack) {
        m_ack = wire::ThinkFilter::split(delta.text).answer;
    } else if (delta.kind == Kind::Append) {
        print(m_filter.feed(delta.text));
    } else if (delta.kind != Kind::Interim && !delta.text.isEmpty()) {
        print(m_filter.finish());
        m_out << (m_hasPrinted ? "\n\n" : "") << wire::ThinkFilter::split(delta.text).answer << Qt::flush;
        m_hasPrinted = true;
    }
}

// What was printed cannot be taken back: of an end without a beginning only the tag goes.
void HeadlessAsk::print(const wire::ThinkFilter::Parts &parts)
{
    m_thought += parts.thought;
    if (parts.answer.isEmpty())
        return;
    if (const QString thought = std::exchange(m_thought, QString()).trimmed(); !thought.isEmpty())
        m_err << tr("[thought] %1").arg(thought) << Qt::endl;
    m_out << parts.answer << Qt::flush;
    m_hasPrinted = true;
}

void HeadlessAsk::print(const ChatEvent &event)
{
    if (const auto *delta = std::get_if<ContentDelta>(&event)) {
        print(*delta);
    } else if (const auto *prompt = std::get_if<Prompt>(&event); prompt && !prompt->isApproval()) {
        m_out << (m_hasPrinted ? "\n\n" : "") << prompt->text << '\n';
        for (const QString &option : prompt->options)
            m_out << "  - " << option << '\n';
        m_out << Qt::flush;
        m_hasPrinted = true;
    } else if (const auto *thought = std::get_if<Thought>(&event)) {
        m_err << tr("[thought] %1").arg(thought->text) << Qt::endl;
    } else if (const auto *routing = std::get_if<RoutingDecision>(&event)) {
        m_err << tr("[routed] %1 (%2 %): %3")
                     .arg(routing->agents.join(u", "_s))
                     .arg(qRound(routing->confidence * 100))
                     .arg(routing->reasoning)
              << Qt::endl;
    } else if (const auto *started = std::get_if<ToolStarted>(&event)) {
        const QByteArray input = QJsonDocument(started->input.toObject()).toJson(QJsonDocument::Compact);
        m_err << tr("[tool] %1 %2").arg(started->tool, QString::fromUtf8(input)) << Qt::endl;
    } else if (const auto *done = std::get_if<ToolFinished>(&event)) {
        m_err << (done->success ? tr("[tool] %1 finished").arg(done->tool) : tr("[tool] %1 failed: %2").arg(done->tool, done->error))
              << Qt::endl;
    } else if (const auto *warning = std::get_if<Warning>(&event)) {
        m_err << tr("[warning] %1").arg(warning->text) << Qt::endl;
    }
}

void HeadlessAsk::onTurnEnded(bool success)
{
    if (m_isOver)
        return;
    if (!m_options.json)
        print(m_filter.finish());
    const TranscriptModel &transcript = m_session.transcript();
    const int last = transcript.rowCount() - 1;
    const Message answer = last >= 0 ? transcript.messageAt(last) : Message();
    if (!success) {
        if (m_hasPrinted)
            m_out << Qt::endl;
        const bool stopped = answer.state == MessageState::Stopped;
        return fail(stopped ? tr("The answer was stopped before its end.") : answer.errorText);
    }
    if (!m_options.json) {
        if (!m_hasPrinted)
            m_out << (m_ack.isEmpty() ? answer.content : m_ack);
        m_out << Qt::endl;
        printSources(answer);
    }
    m_out.flush();
    if (m_out.status() != QTextStream::Ok)
        return fail(tr("The answer could not be written to standard output."));
    m_isOver = true;
    Q_EMIT finished(0);
}

void HeadlessAsk::printSources(const Message &answer)
{
    if (answer.citations.isEmpty())
        return;
    m_out << '\n' << tr("Sources:") << '\n';
    int number = 0;
    for (const Citation &citation : answer.citations) {
        const QString place = citation.page > 0
                                  ? tr("%1, line %2", "file name and line").arg(citation.filename, QString::number(citation.page))
                                  : citation.filename;
        m_out << u"[%1] %2"_s.arg(++number).arg(place);
        if (!citation.quote.isEmpty())
            m_out << u": %1"_s.arg(citation.quote.simplified());
        m_out << '\n';
    }
    m_out << Qt::flush;
}

void HeadlessAsk::fail(const QString &line)
{
    if (m_isOver)
        return;
    m_isOver = true;
    m_out << Qt::flush;
    const QString text = line.isEmpty() ? tr("The answer failed for an unknown reason. Try again.") : line;
    if (m_options.json) {
        const QJsonObject error{{"event"_L1, "failed"_L1}, {"data"_L1, QJsonObject{{"error"_L1, text}}}};
        m_out << QJsonDocument(error).toJson(QJsonDocument::Compact) << Qt::endl;
    }
    m_err << "agentdesk: " << QString(text).replace(u'\n', u' ') << Qt::endl;
    Q_EMIT finished(1);
}

} // namespace desk
