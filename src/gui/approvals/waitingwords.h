#pragma once

#include "state/approvals/waitingapproval.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QString>

namespace desk {

// What is said of a step that waits for a person, the same wherever it is shown.
class WaitingWords
{
    Q_DECLARE_TR_FUNCTIONS(desk::WaitingWords)
public:
    // Whole sentences: how much time is left, and what becomes of it without an answer. Empty: there is no end.
    [[nodiscard]] static QString deadline(const WaitingApproval &row, const QDateTime &now);
    [[nodiscard]] static QString doubts(const WaitingApproval &row); // why the answer may come to nothing; empty: it does not
    [[nodiscard]] static QString span(qint64 ms);                    // "5 minutes", rounded up; never less than a second
};

} // namespace desk
