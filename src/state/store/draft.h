#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace desk {

// What was written into the composer of one conversation and not sent.
struct Draft {
    QString text;
    int caret = 0;
    QStringList agents; // chosen to be asked
    QStringList files;  // of this computer, by their paths; to be uploaded again after a restart

    [[nodiscard]] bool isEmpty() const { return text.isEmpty() && files.isEmpty(); }
    friend bool operator==(const Draft &, const Draft &) = default;
};

} // namespace desk
