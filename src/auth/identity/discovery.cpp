#include "auth/identity/discovery.h"

#include "auth/identity/identityapi.h"

#include <QCoreApplication>

namespace desk {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(desk::IdentityMetadata)
};

} // namespace

void discover(IdentityApi &api, const QUrl &issuer, QObject *context, MetadataHandler handler)
{
    api.send(IdentityRequest::get(IdentityMetadata::addressOf(issuer)), context,
             [issuer, handler = std::move(handler)](const Result<IdentityAnswer> &answer) {
                 if (!answer)
                     return handler(Unexpected{answer.error()});
                 if (answer->isSuccess())
                     return handler(IdentityMetadata::fromJson(answer->object(), issuer));
                 Error error;
                 error.kind = Error::Kind::NotFound;
                 error.httpStatus = answer->status;
                 error.message = Texts::tr("The sign-in service at %1 does not say how to sign in with it.").arg(issuer.host());
                 error.nextStep = Texts::tr("Ask your administrator for the exact sign-in address.");
                 handler(Unexpected{error});
             });
}

} // namespace desk
