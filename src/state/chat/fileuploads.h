#pragma once

#include "domain/file.h"

#include <QObject>

#include <optional>

namespace desk {

class ApiClient;
class DataTokens;
class FileUpload;
class Transport;
class Workspace;

// Where files of messages go: to the agent server itself where it takes them (capability files), else to the team's file service, and the
// agent server hears where they lie (contract 3.10). Keeps the way to the file service in step with the workspace: its address and token
// are those of the profile that is open, and nothing is sent there while it has none. GUI thread.
class FileUploads : public QObject
{
    Q_OBJECT
public:
    // To the agent server alone.
    explicit FileUploads(ApiClient &api, QObject *parent = nullptr);
    // All outlive this; tokens are those of fileService.
    FileUploads(ApiClient &api, Transport &fileService, DataTokens &tokens, Workspace &workspace, QObject *parent = nullptr);

    // Never nullptr; ours, deletes itself. uploaded: see FileUpload.
    [[nodiscard]] FileUpload *upload(const QString &path, const std::optional<DataFile> &uploaded = {});
    // A file of upload() that went to the file service goes with no message after all: best effort.
    void discard(const StoredFile &file);

    [[nodiscard]] bool usesFileService() const;
    [[nodiscard]] ApiClient &api() const { return m_api; }
    [[nodiscard]] Transport *fileService() const { return m_fileService; }

private:
    void followWorkspace();

    ApiClient &m_api;
    Transport *m_fileService = nullptr;
    DataTokens *m_tokens = nullptr;
    Workspace *m_workspace = nullptr;
};

} // namespace desk
