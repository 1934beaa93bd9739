#include "api/endpoints/dataapi.h"

#include "api/uploadhash.h"
#include "wire/json/filejson.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace desk {

ApiCall<DataFile> *DataApi::upload(const QString &path)
{
    const auto hash = std::make_shared<UploadHash>();
    return send<DataFile>({.verb = "POST",
                           .path = u"/upload"_s,
                           .uploadPath = path,
                           .uploadName = QFileInfo(path).fileName(),
                           .uploadHash = hash,
                           .patience = Patience::transfer(),
                           .mayRepeat = false},
                          [hash](const QJsonValue &json) {
                              Result<DataFile> file = wire::dataFileFromJson(json);
                              if (file)
                                  file->sha256 = hash->sha256();
                              return file;
                          });
}

} // namespace desk
