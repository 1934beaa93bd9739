#include "gui/chat/source/linkedsource.h"

namespace desk {

LinkedSource linkedSource(QList<Citation> citations, const DocLink &link)
{
    int same = -1; // the same document, on another page
    for (int i = 0; i < static_cast<int>(citations.size()); ++i) {
        const Citation &citation = citations.at(i);
        if (citation.fileId.value() != link.id)
            continue;
        if (link.page == 0 || citation.page == link.page)
            return {citations, i};
        if (same < 0 || (citation.page <= 0 && citations.at(same).page > 0))
            same = i;
    }
    if (same < 0) {
        citations.append({FileId(link.id), {}, link.page, {}});
        return {citations, static_cast<int>(citations.size()) - 1};
    }
    if (citations.at(same).page <= 0) { // the server did not say where it stands, the answer does
        citations[same].page = link.page;
        return {citations, same};
    }
    citations.insert(same + 1, {FileId(link.id), citations.at(same).filename, link.page, {}});
    return {citations, same + 1};
}

} // namespace desk
