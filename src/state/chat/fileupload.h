#pragma once

#include "domain/file.h"
#include "domain/result.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace desk {

class ApiCallBase;
class FileUploads;

// One file on its way to where messages can refer to it: see FileUploads, which makes it. Starts by itself on the next turn of the event
// loop, emits finished() once, then deletes itself. GUI thread.
class FileUpload : public QObject
{
    Q_OBJECT
public:
    // uploaded: its bytes are at the team's file service already, so that only the agent server has to hear of it.
    FileUpload(FileUploads &uploads, const QString &path, const std::optional<DataFile> &uploaded, QObject *parent);

    // Nothing is heard of it any more. A registration that the agent server may have made already is taken back.
    void abort();

Q_SIGNALS:
    void progress(qint64 sent, qint64 total);
    void bytesStored(const desk::DataFile &file); // at the team's file service; a failure after it need not send them again
    void finished(const desk::Result<desk::StoredFile> &outcome);

private:
    void start();
    void sendToAgentServer();
    void sendToFileService();
    void sendBytes();
    void registerFile(const DataFile &file);
    void follow(ApiCallBase *call);
    void finish(const Result<StoredFile> &outcome);

    FileUploads &m_uploads;
    QString m_path;
    std::optional<DataFile> m_uploaded;
    QPointer<ApiCallBase> m_call;
    bool m_isRegistering = false;
    bool m_isOver = false;
};

} // namespace desk
