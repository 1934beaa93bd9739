#pragma once

#include "domain/openenum.h"

namespace desk {

// How much a run may use (contract 5.7). The server ends it after 120, 600 or 1 800 s.
enum class Tier { Simple, Complex, Batch, Unknown };

constexpr std::array<EnumWord<Tier>, 3> enumWords(Tier /*tag*/)
{
    return {{{Tier::Simple, QLatin1StringView("simple")},
             {Tier::Complex, QLatin1StringView("complex")},
             {Tier::Batch, QLatin1StringView("batch")}}};
}

} // namespace desk
