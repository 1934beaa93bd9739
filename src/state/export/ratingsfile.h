#pragma once

#include "state/store/ratingstore.h"

#include <QByteArray>
#include <QStringList>

namespace desk {

// Rated answers as rows of an evaluation data set (CH-67): what was asked, what was answered, what the person thinks of it, who answered,
// and where it belongs. Names of columns and words in them are the same in every language. Pure, any thread.
class RatingsFile
{
public:
    enum class Form {
        Csv,  // for spreadsheets: what they would take for a formula is guarded, so a cell may begin with an apostrophe
        Lines // one JSON object a line, every text exactly as it is
    };

    [[nodiscard]] static Form formOf(const QString &path); // Csv by its ending, else Lines
    [[nodiscard]] static QByteArray write(const QList<RatedAnswer> &answers, Form form);
    [[nodiscard]] static QStringList columns();
};

} // namespace desk
