#include "api/endpoints/runsapi.h"

#include "wire/json/runjson.h"
#include "wire/json/runrequestjson.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// Until the tier's limit, and then some (contract 6.1 #1).
Patience until(const OpenEnum<Tier> &tier)
{
    return tier.value() == Tier::Batch ? Patience::batch() : Patience::blocking();
}

} // namespace

ApiCall<Page<Run>> *RunsApi::list(const RunFilter &filter, qsizetype offset, qsizetype limit)
{
    Query query;
    query.page(offset, limit)
        .text("agent_id"_L1, filter.agentId.value())
        .text("status"_L1, filter.status.wire())
        .text("created_after"_L1, wire::formatTime(filter.createdAfter))
        .text("created_before"_L1, wire::formatTime(filter.createdBefore))
        .text("q"_L1, filter.text);
    return Chapter::get<Page<Run>>(u"/runs"_s, pageOf<Run>(wire::runFromJson, offset, limit), query);
}

ApiCall<Run> *RunsApi::get(const RunId &id)
{
    return Chapter::get<Run>(path(u"/runs/%1"_s, id.value()), wire::runFromJson);
}

ApiCall<RunProvenance> *RunsApi::provenance(const RunId &id)
{
    return Chapter::get<RunProvenance>(path(u"/runs/%1/provenance"_s, id.value()), wire::runProvenanceFromJson);
}

ApiCall<Run> *RunsApi::start(const RunRequest &request)
{
    return send<Run>({.verb = "POST",
                      .path = u"/runs"_s,
                      .body = compact(wire::startJson(request)),
                      .patience = until(request.tier),
                      .mayRepeat = false},
                     wire::runFromJson);
}

ApiCall<RunOutcome> *RunsApi::invoke(const RunRequest &request)
{
    return send<RunOutcome>({.verb = "POST",
                             .path = u"/runs/invoke"_s,
                             .body = compact(wire::invokeJson(request)),
                             .patience = until(request.tier),
                             .mayRepeat = false},
                            wire::runOutcomeFromJson);
}

ApiCall<RunAccepted> *RunsApi::invokeAsync(const RunRequest &request)
{
    return send<RunAccepted>(
        {.verb = "POST", .path = u"/runs/invoke-async"_s, .body = compact(wire::invokeJson(request)), .mayRepeat = false},
        wire::runAcceptedFromJson);
}

ApiCall<void> *RunsApi::cancel(const RunId &id)
{
    return write("POST", path(u"/runs/%1/cancel"_s, id.value()));
}

ApiCall<Run> *RunsApi::retry(const RunId &id)
{
    return send<Run>({.verb = "POST", .path = path(u"/runs/%1/retry"_s, id.value()), .body = compact({}), .mayRepeat = false},
                     wire::runFromJson);
}

ApiCall<void> *RunsApi::answer(const RunId &id, const QString &optionId, const QString &argumentsHash)
{
    const QJsonObject body{{"option_id"_L1, optionId}, {"arguments_hash"_L1, argumentsHash}};
    return new ApiCall<void>(m_transport,
                             {.verb = "POST", .path = path(u"/runs/%1/answer"_s, id.value()), .body = compact(body), .mayRepeat = false});
}

} // namespace desk
