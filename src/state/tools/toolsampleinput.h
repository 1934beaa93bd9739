#pragma once

#include "wire/json/jsonschema.h"

namespace desk {

// An input to try a tool with, made of what its schema says: defaults, constants, examples, the first of several choices, and nothing that
// is not required (TL-07).
struct ToolSampleInput {
    wire::JsonNode input = wire::JsonNode::object();
    bool isComplete = true; // else somebody has to fill in what the schema gives no value for
};

[[nodiscard]] ToolSampleInput sampleInput(const wire::JsonSchema &schema); // pure

} // namespace desk
