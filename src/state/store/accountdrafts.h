#pragma once

#include "domain/ids.h"
#include "state/store/draft.h"

#include <QHash>
#include <QString>

namespace desk {

// The drafts of one account, and which of them the disk does not have. What is no longer in `drafts` is to be removed there.
struct AccountDrafts {
    QString account; // never null, which would be SQL's NULL
    QHash<ConversationId, Draft> drafts;
    QHash<ConversationId, quint64> dirty; // and the number of the change
    QHash<ConversationId, Draft> early;   // written before it was known what the disk has
    int writing = 0;                      // writes under way
    bool hasFailed = false;               // the last one did

    [[nodiscard]] bool isSaved() const { return dirty.isEmpty() && early.isEmpty() && writing == 0; }
};

} // namespace desk
