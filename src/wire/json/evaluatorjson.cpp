#include "wire/json/evaluatorjson.h"

#include "wire/json/members.h"
#include "wire/json/overlay.h"
#include "wire/json/reader.h"

#include <array>

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

constexpr std::array writable{"name"_L1, "description"_L1, "config"_L1, "is_active"_L1};

} // namespace

Result<Evaluator> evaluatorFromJson(const QJsonValue &value)
{
    Reader reader(value, u"evaluator"_s);
    Evaluator evaluator;
    evaluator.id = EvaluatorId(reader.requiredId("id"_L1));
    evaluator.name = reader.requiredString("name"_L1);
    evaluator.description = reader.string("description"_L1);
    evaluator.config = reader.object("config"_L1);
    evaluator.isActive = reader.boolean("is_active"_L1, true);
    evaluator.createdBy = UserId(reader.string("created_by"_L1));
    evaluator.version = reader.integer("version"_L1);
    evaluator.createdAt = reader.time("created_at"_L1);
    evaluator.updatedAt = reader.time("updated_at"_L1);
    evaluator.raw = reader.json();
    if (reader.failed())
        return Unexpected{reader.error()};
    return evaluator;
}

QJsonObject toJson(const Evaluator &evaluator)
{
    Overlay out(evaluator.raw);
    out.id("id"_L1, evaluator.id.value());
    out.string("name"_L1, evaluator.name);
    out.optional("description"_L1, evaluator.description);
    if (!evaluator.raw.contains("config"_L1) || Reader(evaluator.raw).object("config"_L1) != evaluator.config)
        out.value("config"_L1, evaluator.config);
    out.boolean("is_active"_L1, evaluator.isActive);
    out.optional("created_by"_L1, evaluator.createdBy.value());
    out.integer("version"_L1, evaluator.version);
    out.time("created_at"_L1, evaluator.createdAt);
    out.time("updated_at"_L1, evaluator.updatedAt);
    return out.json();
}

QJsonObject evaluatorCreation(const Evaluator &evaluator)
{
    return presentMembers(toJson(evaluator), writable);
}

QJsonObject evaluatorChanges(const Evaluator &before, const Evaluator &after)
{
    return changedMembers(toJson(before), toJson(after), writable);
}

} // namespace desk::wire
