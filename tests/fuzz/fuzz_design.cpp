// Any text as a model's answer with the design of an agent: what is taken is within the limits and holds no control characters, and a
// tool that is not there is always marked.
#include "require.h"
#include "state/agents/agentlimits.h"
#include "state/agents/design/designproposal.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

using namespace desk;

namespace {

bool isHarmless(const QString &text)
{
    return std::none_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x20 && c != u'\n' && c != u'\t'; });
}

void check(const DesignField &field)
{
    require(field.text.size() <= agentlimit::instructions && isHarmless(field.text) && isHarmless(field.reason));
    require(field.items.size() <= 64 && field.reason.size() <= 400);
    for (const DesignItem &item : field.items)
        require(!item.name.isEmpty() && item.name.size() <= 120 && item.isUnknown == (field.field == AgentField::Tools));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    AgentSurroundings known;
    known.tools = QList<Tool>();
    known.otherTools.clear();
    const DesignReading reading = readDesign(text, AgentSurroundings());
    require((reading.kind == DesignReading::Whole) != reading.proposal.isEmpty());
    for (DesignField field : readDesign(text, known).proposal.fields) {
        if (field.field == AgentField::Scopes) {
            for (DesignItem &item : field.items)
                item.isUnknown = false;
        }
        check(field);
    }
    return 0;
}
