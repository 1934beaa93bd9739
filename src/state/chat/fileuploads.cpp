#include "state/chat/fileuploads.h"

#include "api/apiclient.h"
#include "api/endpoints/chatapi.h"
#include "api/transport.h"
#include "auth/authmanager.h"
#include "auth/datatokens.h"
#include "domain/log.h"
#include "state/chat/fileupload.h"
#include "state/workspace.h"

namespace desk {

FileUploads::FileUploads(ApiClient &api, QObject *parent)
    : QObject(parent)
    , m_api(api)
{
}

FileUploads::FileUploads(ApiClient &api, Transport &fileService, DataTokens &tokens, Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_fileService(&fileService)
    , m_tokens(&tokens)
    , m_workspace(&workspace)
{
    connect(m_workspace, &Workspace::stateChanged, this, &FileUploads::followWorkspace);
    connect(m_workspace, &Workspace::accountChanged, this, [this] { m_fileService->forgetSession(); });
    followWorkspace();
}

void FileUploads::followWorkspace()
{
    const Workspace::State state = m_workspace->state();
    AuthManager *session = m_workspace->session();
    if (state == Workspace::State::Stopped || !session) { // the workspace is closed, or is our own
        m_tokens->setSession(nullptr, {});
        m_fileService->setBaseUrl({});
    } else if (state == Workspace::State::Ready && m_fileService->baseUrl() != m_workspace->profile().dataUrl) {
        m_tokens->setSession(nullptr, {});
        m_fileService->setBaseUrl(m_workspace->profile().dataUrl); // before its token is there: it must not reach another server (AUTH-19)
        m_tokens->setSession(session, m_workspace->profile());
    }
}

bool FileUploads::usesFileService() const
{
    return m_workspace && !m_fileService->baseUrl().isEmpty() && !m_workspace->capabilities().has(feature::files);
}

FileUpload *FileUploads::upload(const QString &path, const std::optional<DataFile> &uploaded)
{
    return new FileUpload(*this, path, uploaded, this);
}

void FileUploads::discard(const StoredFile &file)
{
    m_api.chat().removeAttachment(AttachmentId(file.id.value()))->then(this, [](const Result<> &outcome) {
        if (!outcome)
            qCWarning(logState) << "an attachment stays at the server:" << outcome.error().message;
    });
}

} // namespace desk
