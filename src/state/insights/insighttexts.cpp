#include "state/insights/insighttexts.h"

namespace desk {

QString InsightTexts::title(const OpenEnum<InsightCategory> &category)
{
    switch (category.value()) {
    case InsightCategory::Preference:
        return tr("Preference", "kind of an insight");
    case InsightCategory::Fact:
        return tr("Fact", "kind of an insight");
    case InsightCategory::Goal:
        return tr("Goal", "kind of an insight");
    case InsightCategory::Context:
        return tr("Context", "kind of an insight");
    case InsightCategory::Other:
        return tr("Other", "kind of an insight");
    case InsightCategory::PendingQuestion:
        return tr("Open question", "kind of an insight");
    case InsightCategory::Unknown:
        break;
    }
    return category.wire().isEmpty() ? tr("Other", "kind of an insight") : category.wire();
}

} // namespace desk
