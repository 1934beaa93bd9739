#pragma once

#include "state/agents/scratch/scratchside.h"

#include <QStringList>

#include <optional>

namespace desk {

// An agent as it is being written, and as it is saved, asked the same question side by side (AG-48, FR-015, D-65). GUI thread.
class ScratchRun : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype mostQuestion = 50'000; // characters, as the server counts (contract 3.11)
    static constexpr qsizetype mostRecent = 10;

    ScratchRun(ApiClient &api, Workspace &workspace, ScratchCleaner &cleaner, QObject *parent = nullptr); // which all outlive it

    // For the next run(). Without a saved one there is one side only. Another agent than before: what was answered goes, and stops.
    void setAgents(const Agent &mine, const std::optional<Agent> &saved);
    // Why this question cannot be asked, for people; empty when it can. An empty question has no words either way.
    [[nodiscard]] QString whyNot(const QString &question) const;
    void run(const QString &question); // nothing while it runs, for an empty question, or where whyNot() says why
    void stop();
    void clear(); // also what was asked: another agent, another account

    [[nodiscard]] bool isRunning() const { return m_mine.isBusy() || m_saved.isBusy(); }
    [[nodiscard]] const ScratchSide &mine() const { return m_mine; }
    [[nodiscard]] const ScratchSide &saved() const { return m_saved; }       // Idle where there is no saved one
    [[nodiscard]] ToolApproval &mineApproval() { return m_mine.approval(); } // what the tools of a side wait for (APPR-01)
    [[nodiscard]] ToolApproval &savedApproval() { return m_saved.approval(); }
    [[nodiscard]] bool hasSaved() const { return m_savedAgent.has_value(); }
    [[nodiscard]] const Agent &agent() const { return m_agent; }
    [[nodiscard]] const QString &question() const { return m_question; } // of the last run
    [[nodiscard]] const QStringList &recent() const { return m_recent; } // the last one first; each once

Q_SIGNALS:
    void changed();       // whether it runs, whether it can, what was asked, which sides there are
    void mineChanged();   // state, answer or what is waited for
    void savedChanged();  // the same
    void questionAsked(); // recent() has another first

private:
    ScratchSide m_mine;
    ScratchSide m_saved;
    Workspace &m_workspace;
    Agent m_agent;
    std::optional<Agent> m_savedAgent;
    QString m_question;
    QStringList m_recent;
};

} // namespace desk
