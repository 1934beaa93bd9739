#include "localserver/routes/approvals.h"

#include "localserver/engine/programapproval.h"
#include "localserver/routes/problems.h"
#include "localserver/routes/services.h"
#include "localserver/texts.h"

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

Response notTaken(QLatin1StringView code, const QString &detail)
{
    return Response::problem(409, detail, code, {{"code"_L1, QString(code)}});
}

Response answered(const RunId &run, const QString &option)
{
    return Response::json(QJsonObject{{"run_id"_L1, run.value()}, {"status"_L1, u"accepted"_s}, {"option_id"_L1, option}}, 202);
}

Response responseTo(ApprovalReply reply, const RunId &run, const QString &option)
{
    switch (reply) {
    case ApprovalReply::Taken:
        break;
    case ApprovalReply::NotWaiting:
        return notTaken("not_waiting"_L1, LocalServer::tr("This run does not wait for an answer."));
    case ApprovalReply::OtherCall:
        return notTaken("other_call"_L1, LocalServer::tr("The run waits for an answer about another call. Look at it again."));
    case ApprovalReply::AlreadyAnswered:
        return notTaken("already_answered"_L1, LocalServer::tr("This call was already answered."));
    case ApprovalReply::Expired:
        return notTaken("approval_expired"_L1, LocalServer::tr("The answer came too late: the call counts as refused."));
    case ApprovalReply::ToolChanged:
        return notTaken("tool_changed"_L1,
                        LocalServer::tr("The tool was changed or removed after this was asked. Refuse the call, and ask the agent again."));
    case ApprovalReply::Elsewhere:
        return notTaken("elsewhere"_L1, LocalServer::tr("Another local server works on this run. Answer there."));
    }
    return answered(run, option);
}

} // namespace

Response answerRun(const Services &services, const Request &request)
{
    services.runs.reap();
    const auto record = services.store.runs.find(RunId(request.param("id"_L1)));
    if (!record)
        return notFound(LocalServer::tr("There is no such run."));
    const QJsonObject body = request.object();
    const QString option = body.value("option_id"_L1).toString();
    if (option != approveOption && option != refuseOption)
        return invalid(LocalServer::tr("\"%1\" must be one of %2.").arg("option_id"_L1, "approve, refuse"_L1));
    if (!body.value("arguments_hash"_L1).isString())
        return invalid(LocalServer::tr("\"%1\" must be a text.").arg("arguments_hash"_L1));
    const QString hash = body.value("arguments_hash"_L1).toString();
    return responseTo(services.runs.answer(*record, option == approveOption, hash), record->run.id, option);
}

} // namespace desk::server
