#include "gui/schemaform/schemafield.h"

#include "gui/schemaform/schemaalternatives.h"
#include "gui/schemaform/schemaarrayfield.h"
#include "gui/schemaform/schemachoicefield.h"
#include "gui/schemaform/schemajsonfield.h"
#include "gui/schemaform/schemanumberfield.h"
#include "gui/schemaform/schemaobjectfield.h"
#include "gui/schemaform/schematextfield.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using wire::JsonNode;
using wire::JsonType;
using wire::JsonTypes;

constexpr int deepest = 24;

SchemaField *fieldOfOneKind(const wire::JsonSchema &schema, JsonTypes kinds, SchemaNeed need, int depth, const SchemaField::Value &value,
                            QWidget *parent)
{
    if (kinds == JsonTypes(JsonType::Boolean))
        return new SchemaChoiceField({JsonNode::boolean(true), JsonNode::boolean(false)}, need, parent);
    if (kinds == JsonTypes(JsonType::Null))
        return new SchemaChoiceField({JsonNode()}, need, parent);
    if (kinds == JsonTypes(JsonType::String))
        return new SchemaTextField(schema.facts(), need, value && value->text().contains(u'\n'), parent);
    if (kinds == JsonTypes(JsonType::Array))
        return new SchemaArrayField(schema, need, depth, parent);
    if (kinds == JsonTypes(JsonType::Object) && !schema.facts().properties.isEmpty())
        return new SchemaObjectField(schema, need, depth, parent);
    if (kinds != JsonTypes() && (kinds & wire::jsonNumberTypes) == kinds)
        return new SchemaNumberField(parent);
    return nullptr;
}

SchemaField *fieldFor(const wire::JsonSchema &schema, SchemaNeed need, int depth, const SchemaField::Value &value, QWidget *parent)
{
    const wire::SchemaFacts &facts = schema.facts();
    JsonTypes kinds = facts.types;
    if (need == SchemaNeed::Optional && kinds != JsonTypes(JsonType::Null)) // not given says the same
        kinds.setFlag(JsonType::Null, false);
    if (facts.isNever || depth > deepest)
        return new SchemaJsonField(parent);
    if (facts.choices && !facts.choices->isEmpty())
        return new SchemaChoiceField(*facts.choices, need, parent);
    if (facts.alternatives.size() == 1 && facts.alternatives.constFirst() > 0)
        return new SchemaAlternatives(SchemaAlternatives::ofGroup(schema), need, depth, parent);
    if (!facts.alternatives.isEmpty())
        return new SchemaJsonField(parent);
    if (facts.types == wire::allJsonTypes && !facts.properties.isEmpty())
        kinds = JsonType::Object;
    if (SchemaField *field = fieldOfOneKind(schema, kinds, need, depth, value, parent))
        return field;
    if (facts.types == wire::allJsonTypes || kinds == JsonTypes(JsonType::Object) || kinds == JsonTypes())
        return new SchemaJsonField(parent);
    return new SchemaAlternatives(SchemaAlternatives::ofKinds(schema, kinds), need, depth, parent);
}

} // namespace

SchemaField *newSchemaField(const wire::JsonSchema &schema, SchemaNeed need, int depth, const SchemaField::Value &value, QWidget *parent)
{
    SchemaField *field = fieldFor(schema, need, depth, value, parent);
    if (!value || field->takes(*value))
        return field;
    delete field;
    return new SchemaJsonField(parent);
}

} // namespace desk
