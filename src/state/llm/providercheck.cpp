#include "state/llm/providercheck.h"

#include "api/apicall.h"
#include "state/workspace.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

ProviderCheck::ProviderCheck(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
}

ProviderCheck::~ProviderCheck()
{
    ++m_ticket; // what follows is nobody's news
    if (m_call)
        m_call->abort();
}

void ProviderCheck::start(const ModelProvider &provider, const QByteArray &typedKey)
{
    forget();
    m_provider = provider;
    ApiCall<ProviderReport> *call = m_workspace.testProvider(provider, typedKey);
    if (call == nullptr) {
        Error error;
        error.kind = Error::Kind::Offline;
        error.message = tr("The local workspace is not open, and only its server can test this.");
        return fail(error);
    }
    m_call = call;
    call->then(this, [this, ticket = m_ticket](const Result<ProviderReport> &answer) {
        if (ticket == m_ticket)
            answer ? take(*answer) : fail(answer.error());
    });
    Q_EMIT changed();
}

void ProviderCheck::cancel()
{
    if (!isRunning())
        return;
    ++m_ticket;
    std::exchange(m_call, nullptr)->abort();
    Q_EMIT changed();
}

void ProviderCheck::forget()
{
    cancel();
    ++m_ticket;
    if (!m_report && !m_error)
        return;
    m_report.reset();
    m_error.reset();
    Q_EMIT changed();
}

void ProviderCheck::take(const ProviderReport &report)
{
    m_call = nullptr;
    m_report = report;
    if (report.isOk)
        Q_EMIT listed(m_provider, report.models);
    Q_EMIT changed();
}

void ProviderCheck::fail(const Error &error)
{
    m_call = nullptr;
    if (error.kind != Error::Kind::Cancelled)
        m_error = error;
    Q_EMIT changed();
}

QString ProviderCheck::text() const
{
    if (m_error)
        return m_error->userText();
    if (!m_report)
        return {};
    if (!m_report->isOk)
        return m_report->nextStep.isEmpty() ? m_report->message
                                            : tr("%1 %2", "what failed, what to do").arg(m_report->message, m_report->nextStep);
    if (m_report->models.isEmpty())
        return tr("The connection works (%L1 ms), but the server offers no models.").arg(m_report->latencyMs);
    return tr("The connection works (%L1 ms). The server offers %n model(s).", nullptr, static_cast<int>(m_report->models.size()))
        .arg(m_report->latencyMs);
}

} // namespace desk
