#include "wire/json/providerreportjson.h"

#include "wire/json/optionals.h"

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

// The names that servers have given it; none of them is in the interface they all follow.
std::optional<int> contextWindowOf(const Reader &reader)
{
    for (const auto key : {"context_window"_L1, "context_length"_L1, "max_model_len"_L1, "max_context_length"_L1}) {
        if (const std::optional<int> tokens = optionalInteger(reader, key); tokens && *tokens > 0)
            return tokens;
    }
    const std::optional<int> trained = optionalInteger(Reader(reader.value("meta"_L1)), "n_ctx_train"_L1);
    return trained && *trained > 0 ? trained : std::nullopt;
}

// A list of words, or an object of switches.
QStringList capabilitiesOf(const Reader &reader)
{
    QStringList out = reader.strings("capabilities"_L1);
    const QJsonObject switches = reader.object("capabilities"_L1);
    for (auto it = switches.begin(); it != switches.end(); ++it) {
        if (it.value().toBool())
            out.append(it.key());
    }
    return out;
}

OfferedModel offeredModel(const QJsonValue &value)
{
    if (value.isString())
        return {value.toString(), {}, {}, {}};
    const Reader reader(value, u"model"_s);
    const QString id = reader.string("id"_L1);
    return {id.isEmpty() ? reader.string("name"_L1) : id, reader.string("owned_by"_L1), contextWindowOf(reader), capabilitiesOf(reader)};
}

QJsonObject modelToJson(const OfferedModel &model)
{
    return {{u"id"_s, model.id},
            {u"owned_by"_s, model.ownedBy},
            {u"context_window"_s, model.contextWindow ? QJsonValue(*model.contextWindow) : QJsonValue()},
            {u"capabilities"_s, QJsonArray::fromStringList(model.capabilities)}};
}

} // namespace

Result<QList<OfferedModel>> offeredModelsFromJson(const QJsonValue &value)
{
    QJsonValue list = value;
    for (const auto key : {"data"_L1, "models"_L1}) {
        if (!list.isArray() && value.toObject().value(key).isArray())
            list = value.toObject().value(key);
    }
    if (!list.isArray())
        return Unexpected{notAList()};
    QList<OfferedModel> out;
    const QJsonArray array = list.toArray();
    for (const QJsonValue &item : array) {
        OfferedModel model = offeredModel(item);
        if (!model.id.isEmpty())
            out.append(std::move(model));
        if (out.size() == maxOfferedModels)
            break;
    }
    return out;
}

Result<ProviderReport> providerReportFromJson(const QJsonValue &value)
{
    Reader reader(value, u"report"_s);
    const Reader problem(reader.value("problem"_L1), u"report.problem"_s);
    Result<QList<OfferedModel>> models = offeredModelsFromJson(reader.value("models"_L1));
    if (reader.failed())
        return Unexpected{reader.error()};
    if (!models)
        return Unexpected{models.error()};
    ProviderReport report;
    report.isOk = reader.boolean("ok"_L1);
    report.models = *std::move(models);
    report.latencyMs = reader.bigInteger("latency_ms"_L1, -1);
    report.problem = problem.string("type"_L1);
    report.message = problem.string("message"_L1);
    report.nextStep = problem.string("next_step"_L1);
    report.detail = problem.string("detail"_L1);
    return report;
}

QJsonObject toJson(const ProviderReport &report)
{
    QJsonArray models;
    for (const OfferedModel &model : report.models)
        models.append(modelToJson(model));
    const QJsonObject problem{
        {u"type"_s, report.problem}, {u"message"_s, report.message}, {u"next_step"_s, report.nextStep}, {u"detail"_s, report.detail}};
    return {{u"ok"_s, report.isOk},
            {u"models"_s, models},
            {u"latency_ms"_s, report.latencyMs},
            {u"problem"_s, report.problem.isEmpty() ? QJsonValue() : QJsonValue(problem)}};
}

} // namespace desk::wire
