#pragma once

#include "domain/error.h"
#include "domain/provider.h"
#include "domain/providerreport.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace desk {

class ApiCallBase;
class Workspace;

// One look at a time whether an endpoint of the local workspace can be used, and which models it has (AG-47). Changes nothing: a typed key
// reaches the local server's memory for the test and goes with it (LOC-02). GUI thread.
class ProviderCheck : public QObject
{
    Q_OBJECT
public:
    explicit ProviderCheck(Workspace &workspace, QObject *parent = nullptr); // outlives it
    ~ProviderCheck() override;                                               // ends what is under way

    // Ends the one before without a word. An empty key: the one in use for the same name and origin.
    void start(const ModelProvider &provider, const QByteArray &typedKey);
    void cancel();
    void forget(); // cancels, and what was found is not said any more

    [[nodiscard]] bool isRunning() const { return !m_call.isNull(); }
    [[nodiscard]] const ModelProvider &provider() const { return m_provider; }             // that is or was looked at
    [[nodiscard]] const std::optional<ProviderReport> &report() const { return m_report; } // none: not yet, or it did not get so far
    [[nodiscard]] QString text() const;                                                    // in a sentence; empty: there is nothing to say
    [[nodiscard]] bool hasFailed() const { return m_error || (m_report && !m_report->isOk); }

Q_SIGNALS:
    void changed();
    void listed(const desk::ModelProvider &provider, const QList<desk::OfferedModel> &models); // before changed()

private:
    void take(const ProviderReport &report);
    void fail(const Error &error);

    Workspace &m_workspace;
    QPointer<ApiCallBase> m_call;
    ModelProvider m_provider;
    std::optional<ProviderReport> m_report;
    std::optional<Error> m_error;
    quint64 m_ticket = 0; // of the test that counts
};

} // namespace desk
