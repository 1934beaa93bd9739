#pragma once

#include "domain/result.h"
#include "localserver/engine/textutil.h"
#include "localserver/engine/turn.h"

#include <QList>
#include <QString>

#include <memory>

namespace desk::server {

// One attached text, cut into passages and indexed with SQLite FTS5 in a file of its own. Immutable, shared between threads;
// the file goes with the last owner.
struct DocumentStore {
    FileId fileId;
    QString filename;
    QString databasePath;
    qint64 passages = 0;
    qint64 lines = 0;
    qint64 bytes = 0; // of the database file

    DocumentStore() = default;
    ~DocumentStore();
    Q_DISABLE_COPY_MOVE(DocumentStore)
};

using DocumentPointer = std::shared_ptr<const DocumentStore>;

struct Passage {
    int line = 0; // 1-based, of the passage's first line
    QString text;
    double score = 0; // 0 … 1: how many of the question's words are in it, and BM25
};

// Both run in a worker thread.
[[nodiscard]] Result<DocumentPointer> indexDocument(const EngineFile &file, const QString &databasePath, const StopToken &stop);
[[nodiscard]] Result<QList<Passage>> searchDocument(const DocumentStore &document, const QString &query, int limit, const StopToken &stop);
// From the beginning, for questions about the document as a whole.
[[nodiscard]] Result<QList<Passage>> firstPassages(const DocumentStore &document, int limit);

// The words of a question that a search can use.
[[nodiscard]] QStringList searchTerms(const QString &question);

} // namespace desk::server
