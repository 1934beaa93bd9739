#pragma once

#include "domain/ids.h"

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

// Of the window for quick questions, among the drafts of an account: no conversation's id, of a server or our own.
[[nodiscard]] inline ConversationId quickAskDraftId()
{
    return ConversationId(QStringLiteral("draft:quick-ask"));
}

} // namespace desk
