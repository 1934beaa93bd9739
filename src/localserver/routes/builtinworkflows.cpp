#include "localserver/routes/builtinworkflows.h"

#include "localserver/texts.h"

#include <QJsonArray>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

QJsonObject workflow(const QString &name, const QString &description, const QJsonArray &steps)
{
    const QUuid dns(u"6ba7b810-9dad-11d1-80b4-00c04fd430c8"_s); // RFC 4122, appendix C
    const QString id = QUuid::createUuidV5(dns, u"agentdesk.builtin.workflow."_s + name).toString(QUuid::WithoutBraces);
    const QString released = u"2026-01-01T00:00:00.000Z"_s;
    return {{"id"_L1, id},
            {"name"_L1, name},
            {"description"_L1, description},
            {"steps"_L1, steps},
            {"trigger"_L1, QJsonObject{{"type"_L1, u"manual"_s}}},
            {"guardrails"_L1, QJsonObject{{"request_limit"_L1, 10}, {"tool_calls_limit"_L1, 10}}},
            {"is_active"_L1, true},
            {"is_builtin"_L1, true},
            {"version"_L1, 1},
            {"created_at"_L1, released},
            {"updated_at"_L1, released}};
}

// Computes a figure from a table; asks a person before a large change is reported.
QJsonObject figuresReport()
{
    const QJsonArray steps{
        QJsonObject{{"id"_L1, u"totals"_s},
                    {"type"_L1, u"agent"_s},
                    {"name"_L1, LocalServer::tr("Compute the totals")},
                    {"agent"_L1, u"table"_s},
                    {"agent_prompt"_L1, u"$.input.question"_s}},
        QJsonObject{{"id"_L1, u"change"_s},
                    {"type"_L1, u"tool"_s},
                    {"name"_L1, LocalServer::tr("Compare with the last period")},
                    {"tool"_L1, u"calculate"_s},
                    {"tool_args"_L1, QJsonObject{{"expression"_L1, u"$.input.comparison"_s}}}},
        QJsonObject{{"id"_L1, u"is_large"_s},
                    {"type"_L1, u"condition"_s},
                    {"name"_L1, LocalServer::tr("Is the change large?")},
                    {"condition"_L1, QJsonObject{{"field"_L1, u"$.change.value"_s},
                                                 {"operator"_L1, u"gt"_s},
                                                 {"value"_L1, 10},
                                                 {"then_step"_L1, u"review"_s},
                                                 {"else_step"_L1, u"report"_s}}}},
        QJsonObject{{"id"_L1, u"review"_s},
                    {"type"_L1, u"human"_s},
                    {"name"_L1, LocalServer::tr("Let a person look at it")},
                    {"human_config"_L1,
                     QJsonObject{{"notification"_L1, LocalServer::tr("The figures changed by more than 10. Report them?")},
                                 {"options"_L1, QJsonArray{QJsonObject{{"id"_L1, u"yes"_s}, {"label"_L1, LocalServer::tr("Report")}},
                                                           QJsonObject{{"id"_L1, u"no"_s}, {"label"_L1, LocalServer::tr("Stop")}}}}}}},
        QJsonObject{{"id"_L1, u"report"_s},
                    {"type"_L1, u"agent"_s},
                    {"name"_L1, LocalServer::tr("Write the report")},
                    {"agent"_L1, u"dispatcher"_s},
                    {"agent_prompt"_L1, u"Report these figures in three sentences: $.totals"_s}}};
    return workflow(u"figures-report"_s,
                    LocalServer::tr("Computes figures from an attached table, has a large change reviewed and writes a short report."),
                    steps);
}

// Asks the same questions about each of several documents.
QJsonObject documentDigest()
{
    const QJsonArray inner{QJsonObject{{"id"_L1, u"find"_s},
                                       {"type"_L1, u"tool"_s},
                                       {"name"_L1, LocalServer::tr("Find the passages")},
                                       {"tool"_L1, u"document_search"_s},
                                       {"tool_args"_L1, QJsonObject{{"query"_L1, u"$.item"_s}}}},
                           QJsonObject{{"id"_L1, u"answer"_s},
                                       {"type"_L1, u"agent"_s},
                                       {"name"_L1, LocalServer::tr("Answer with sources")},
                                       {"agent"_L1, u"document"_s},
                                       {"agent_prompt"_L1, u"$.item"_s}}};
    const QJsonArray steps{QJsonObject{{"id"_L1, u"questions"_s},
                                       {"type"_L1, u"loop"_s},
                                       {"name"_L1, LocalServer::tr("For each question")},
                                       {"loop_config"_L1, QJsonObject{{"items_path"_L1, u"$.input.questions"_s},
                                                                      {"item_variable"_L1, u"item"_s},
                                                                      {"max_iterations"_L1, 20},
                                                                      {"steps"_L1, inner}}}},
                           QJsonObject{{"id"_L1, u"digest"_s},
                                       {"type"_L1, u"agent"_s},
                                       {"name"_L1, LocalServer::tr("Put the answers together")},
                                       {"agent"_L1, u"dispatcher"_s},
                                       {"agent_prompt"_L1, u"Put these answers together, with their sources: $.questions"_s}}};
    return workflow(
        u"document-digest"_s,
        LocalServer::tr("Asks a list of questions about the attached documents and puts the answers together with their sources."), steps);
}

} // namespace

QList<QJsonObject> builtinWorkflows()
{
    return {figuresReport(), documentDigest()};
}

} // namespace desk::server
