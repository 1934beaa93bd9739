#include "state/definitions/exchange/definitionport.h"

#include "wire/json/threeway.h"

using namespace Qt::StringLiterals;

namespace desk {

Error DefinitionPort::bothChanged(const wire::ThreeWay &merge)
{
    QStringList members;
    for (const wire::MergeConflict &conflict : merge.conflicts)
        members.append(conflict.member);
    Error error;
    error.kind = Error::Kind::Conflict;
    error.message = tr("Somebody has changed the same meanwhile: %1.").arg(members.join(u", "_s));
    return error;
}

Error DefinitionPort::nameTaken()
{
    Error error;
    error.kind = Error::Kind::Conflict;
    error.message = tr("Meanwhile somebody has made another one of this name. It stays as it is.");
    return error;
}

} // namespace desk
