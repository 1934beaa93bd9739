#pragma once

#include "domain/insight.h"

#include <QCoreApplication>

#include <array>

namespace desk {

// What people read for the words of the wire.
class InsightTexts
{
    Q_DECLARE_TR_FUNCTIONS(desk::InsightTexts)
public:
    // Those a person may choose, in the order they are offered in.
    static constexpr std::array<InsightCategory, 5> categories{InsightCategory::Preference, InsightCategory::Fact, InsightCategory::Goal,
                                                               InsightCategory::Context, InsightCategory::Other};

    [[nodiscard]] static QString title(const OpenEnum<InsightCategory> &category); // a word this version does not know: that word
};

} // namespace desk
