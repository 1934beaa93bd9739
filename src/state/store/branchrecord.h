#pragma once

#include "domain/ids.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace desk {

// One turn's place in a conversation that has versions, as user.db keeps it. A turn is named "t:<turn>" when this computer asked it, and
// "m:<message>" by its question when only the server knows it.
struct BranchRecord {
    QString node;
    QString parent;    // the turn it continues; empty: it is the beginning
    qint64 picked = 0; // of the turns that continue the same one, that with the highest is shown

    friend bool operator==(const BranchRecord &, const BranchRecord &) = default;
};

// Messages that are being deleted: gone from the screen, and from the server when the time for undoing it is over.
struct RemovalRecord {
    struct Row {
        QString key;       // of the transcript
        MessageId message; // empty: the server has not said what it calls it, or does not have it
    };
    QString id; // made here
    QList<Row> rows;
};

// What of a conversation is this computer's alone, besides its turns.
struct ConversationShape {
    QList<BranchRecord> branches;
    QList<RemovalRecord> removals;
};

} // namespace desk
