#pragma once

#include "localserver/engine/approvalreply.h"
#include "localserver/engine/programapproval.h"
#include "localserver/engine/toolexecutor.h"
#include "localserver/mcp/mcptoolcall.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace desk::server {

// The programs of the user's that one turn calls, one at a time, each only after the person said so (APPR-01, APPR-02): no word within
// the time, and any other word, refuses. Main thread; the functions handed in are called later, once, and not at all after stop().
class ProgramCalls : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype maxOutputBytes = 256 * 1024; // what is longer is cut to its texts

    enum class Word { Approved, Refused, Expired };
    using Decided = std::function<void(Word)>;
    using Done = std::function<void(const ToolResult &)>;

    ProgramCalls(RunId run, int approvalMs, QObject *parent = nullptr);

    // What the person is to be asked; decided comes with the answer, or when the time is over. The call is run() then, if at all.
    [[nodiscard]] Prompt ask(const CustomTool &tool, const QJsonObject &arguments, const QString &agent, Decided decided);
    // A word that approves starts nothing by itself: decided does.
    [[nodiscard]] ApprovalReply answer(bool isApproved, const QString &argumentsHash);
    // What is asked expires at once, now and from now on.
    void expectNoAnswers();
    [[nodiscard]] std::optional<CustomTool> waitingFor() const; // none: nothing is asked
    void run(const CustomTool &tool, const QJsonObject &arguments, Done done);
    // Nothing is asked any more, and a program that runs is ended.
    void stop();

private:
    void decide(Word word);

    RunId m_run;
    int m_approvalMs;
    int m_asked = 0;
    CustomTool m_tool;
    QString m_hash; // of what is asked; empty: nothing
    QDateTime m_expiresAt;
    Decided m_decided;
    QHash<QString, Word> m_words; // on earlier calls, by hash
    QTimer m_expiry;
    std::unique_ptr<McpToolCall> m_call;
};

} // namespace desk::server
