#pragma once

#include "auth/identity/identitymetadata.h"

#include <QObject>

#include <functional>

namespace desk {

class IdentityApi;

// Fetches the metadata of an issuer. NotFound: it publishes none, as the team server's own service does (contract 2.1).
using MetadataHandler = std::function<void(const Result<IdentityMetadata> &metadata)>;
void discover(IdentityApi &api, const QUrl &issuer, QObject *context, MetadataHandler handler);

} // namespace desk
