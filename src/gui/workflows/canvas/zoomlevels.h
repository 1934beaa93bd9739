#pragma once

#include <QtGlobal>

#include <array>

namespace desk {

// The steps of zooming, so that in and out again is where it was.
struct ZoomLevels {
    static constexpr std::array<qreal, 15> all{0.02, 0.05, 0.1, 0.15, 0.25, 0.35, 0.5, 0.7, 0.85, 1, 1.25, 1.5, 2, 3, 4};

    [[nodiscard]] static constexpr qreal next(qreal now)
    {
        for (const qreal level : all) {
            if (level > now * 1.001)
                return level;
        }
        return all.back();
    }
    [[nodiscard]] static constexpr qreal previous(qreal now)
    {
        for (auto level = all.rbegin(); level != all.rend(); ++level) {
            if (*level < now * 0.999)
                return *level;
        }
        return all.front();
    }
};

} // namespace desk
