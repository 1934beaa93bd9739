#pragma once

#include <QList>
#include <QString>

class QAction;
class QWidget;

namespace desk {

// What can be done by key in a window, for people to read.
struct ShortcutList {
    struct Row {
        QString what;
        QString keys;
        QString where; // what must have the focus; empty: anything
        bool operator==(const Row &other) const = default;
    };

    // These actions first, in their order; behind them every other action and button of the window that has keys.
    [[nodiscard]] static QList<Row> of(const QList<QAction *> &first, const QWidget &window);
};

} // namespace desk
