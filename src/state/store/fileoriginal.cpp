#include "state/store/fileoriginal.h"

#include <QFileInfo>

namespace desk {

FileOriginal::State FileOriginal::look() const
{
    const QFileInfo info(path);
    if (!info.isFile() || !info.isReadable())
        return State::Gone;
    const bool isSame = info.size() == size && info.lastModified().toMSecsSinceEpoch() == modified.toMSecsSinceEpoch();
    return isSame ? State::There : State::Changed;
}

} // namespace desk
