#pragma once

#include "domain/conversation.h"
#include "domain/insight.h"
#include "state/cache/searchtext.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace desk {

// Something that was found, with the words around it. Text of servers, models and tools: hostile.
struct SearchHit {
    ConversationId conversation;
    QString title;                      // of the conversation
    MessageId message;                  // empty: the title itself was found, or an insight
    InsightId insight;                  // empty: it is none
    OpenEnum<InsightCategory> category; // of the insight
    Role role = Role::Unknown;
    QString agent; // who answered; empty: not known
    QDateTime at;
    SearchText::Part part = SearchText::Part::Body; // where in the message
    QString partName;                               // of the tool, file or source
    QString snippet;                                // one line
    QList<std::pair<int, int>> marks;               // position and length in the snippet of what was looked for
    QString needle;                                 // one of the words as it stands in the message, to be found there again; may be empty
};

struct SearchHits {
    QList<SearchHit> hits;
    bool hasMore = false;
};

} // namespace desk
