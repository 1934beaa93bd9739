#pragma once

#include "domain/ids.h"
#include "domain/result.h"

#include <QByteArray>
#include <QObject>
#include <QPointer>

namespace desk {

class ApiCallBase;
class ApiClient;

// The beginning of a document, as the server keeps it.
struct SourceBytes {
    QByteArray bytes;
    bool isCut = false; // there is more than was fetched
    qint64 size = -1;   // of the whole, in bytes; -1: the server did not say
};

// One document of an answer on its way into memory. Ends with one done() in the GUI thread, or with cancel() and no word. A document that
// the server is still taking in, or does not have yet, is an error of kind Unavailable or NotFound that says so.
class SourceFetch : public QObject
{
    Q_OBJECT
public:
    // Starts by itself. The api outlives it.
    SourceFetch(ApiClient &api, const FileId &id, qint64 mostBytes, QObject *parent = nullptr);
    ~SourceFetch() override;

    void cancel();

Q_SIGNALS:
    void progressed(qint64 received, qint64 total); // of the bytes that are wanted; total -1: unknown
    void done(const desk::Result<desk::SourceBytes> &outcome);

private:
    void finish(Result<SourceBytes> outcome);

    qint64 m_most;
    qint64 m_size = -1;
    QPointer<ApiCallBase> m_call;
};

} // namespace desk
