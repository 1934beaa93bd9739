#include "state/chat/fileupload.h"

#include "api/apiclient.h"
#include "api/endpoints/chatapi.h"
#include "api/endpoints/dataapi.h"
#include "api/endpoints/filesapi.h"
#include "api/policy/tokengate.h"
#include "api/tokensource.h"
#include "api/transport.h"
#include "state/chat/fileuploads.h"

#include <QFileInfo>
#include <QMimeDatabase>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qint64 freshForMs = 60'000; // an upload is not begun with a token that ends meanwhile

Error noToken()
{
    Error error;
    error.kind = Error::Kind::Unauthorized;
    error.message = FileUploads::tr("There is no permission for the file service at the moment.");
    error.nextStep = FileUploads::tr("Sign in again, then try again.");
    return error;
}

} // namespace

FileUpload::FileUpload(FileUploads &uploads, const QString &path, const std::optional<DataFile> &uploaded, QObject *parent)
    : QObject(parent)
    , m_uploads(uploads)
    , m_path(path)
    , m_uploaded(uploaded)
{
    QTimer::singleShot(0, this, &FileUpload::start);
}

void FileUpload::abort()
{
    if (std::exchange(m_isOver, true))
        return;
    if (m_isRegistering)
        return; // its answer names what is to be taken back
    if (m_call) {
        m_call->disconnect(this);
        m_call->abort();
    }
    deleteLater();
}

void FileUpload::start()
{
    if (m_isOver)
        return;
    if (!m_uploads.usesFileService())
        sendToAgentServer();
    else if (m_uploaded)
        registerFile(*m_uploaded);
    else
        sendToFileService();
}

void FileUpload::follow(ApiCallBase *call)
{
    m_call = call;
    connect(call, &ApiCallBase::uploadProgress, this, &FileUpload::progress);
}

void FileUpload::sendToAgentServer()
{
    ApiCall<StoredFile> *call = m_uploads.api().files().upload(m_path);
    follow(call);
    call->then(this, [this](const Result<StoredFile> &answer) { finish(answer); });
}

// The token first: a file is not sent where its sender cannot be told from anybody else.
void FileUpload::sendToFileService()
{
    Transport &service = *m_uploads.fileService();
    const TokenSource &tokens = service.tokens();
    if (tokens.isFreshFor(freshForMs) || !tokens.canRefresh())
        return sendBytes();
    service.gate().wait(tokens.generation(), this, [this](bool gotToken) {
        if (m_isOver)
            return;
        if (gotToken)
            sendBytes();
        else
            finish(Unexpected{m_uploads.fileService()->tokens().whyNoToken().value_or(noToken())});
    });
}

void FileUpload::sendBytes()
{
    Transport &service = *m_uploads.fileService();
    const TokenSource &tokens = service.tokens();
    const std::optional<Error> whyNot = tokens.bearer().isEmpty() ? tokens.whyNoToken() : std::nullopt;
    if (whyNot || (tokens.bearer().isEmpty() && tokens.canRefresh())) // the session has just become another one
        return finish(Unexpected{whyNot.value_or(noToken())});
    ApiCall<DataFile> *call = DataApi(service).upload(m_path);
    follow(call);
    call->then(this, [this](const Result<DataFile> &answer) {
        if (m_isOver)
            return;
        if (!answer)
            return finish(Unexpected{answer.error()});
        Q_EMIT bytesStored(*answer);
        registerFile(*answer);
    });
}

void FileUpload::registerFile(const DataFile &file)
{
    const QFileInfo info(m_path);
    ChatAttachment attachment;
    attachment.filename = info.fileName();
    attachment.fileUrl = m_uploads.fileService()->url(u"/files/%1/download"_s.arg(file.id.value())).toString(QUrl::FullyEncoded);
    attachment.mimeType = QMimeDatabase().mimeTypeForFile(info.fileName(), QMimeDatabase::MatchExtension).name();
    attachment.size = info.size();
    ApiCall<ChatAttachment> *call = m_uploads.api().chat().addAttachment(attachment);
    m_call = call;
    m_isRegistering = true;
    call->then(this, [this, attachment, sha256 = file.sha256](const Result<ChatAttachment> &answer) {
        m_isRegistering = false;
        if (m_isOver) {
            StoredFile registered;
            if (answer) {
                registered.id = FileId(answer->id.value());
                m_uploads.discard(registered);
            }
            return deleteLater();
        }
        if (!answer)
            return finish(Unexpected{answer.error()});
        finish(StoredFile{FileId(answer->id.value()), attachment.filename, attachment.mimeType, attachment.size, answer->createdAt, sha256,
                          answer->isInLibrary});
    });
}

void FileUpload::finish(const Result<StoredFile> &outcome)
{
    if (std::exchange(m_isOver, true))
        return;
    Q_EMIT finished(outcome);
    deleteLater();
}

} // namespace desk
