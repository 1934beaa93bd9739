#include "state/chat/sourcefiles.h"

#include "api/apiclient.h"
#include "api/endpoints/filesapi.h"
#include "state/chat/sourcefetch.h"
#include "state/chat/sourcetext.h"
#include "state/workspace.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace desk {

SourceFiles::SourceFiles(ApiClient &api, const Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::stateChanged, this, &SourceFiles::changed);
}

QString SourceFiles::whyNot(const Citation &citation) const
{
    if (!givesFiles())
        return tr("This server does not hand out the documents of its answers: they are kept in another application. What it sent with the "
                  "answer is shown here.");
    if (citation.fileId.isEmpty())
        return tr("The answer does not say which document it is.");
    if (m_workspace.state() != Workspace::State::Ready)
        return tr("There is no connection to the server.");
    return {};
}

QString SourceFiles::whyNotShown(const Citation &citation) const
{
    if (const QString why = whyNot(citation); !why.isEmpty())
        return why;
    switch (sourceKindOf(citation.filename)) {
    case SourceKind::Pdf:
        return tr("PDF documents can be saved, but not shown here.");
    case SourceKind::Other:
        return tr("This kind of file can be saved, but not shown here.");
    case SourceKind::Text:
    case SourceKind::Markdown:
    case SourceKind::Picture:
        break;
    }
    return {};
}

SourceFetch *SourceFiles::fetch(const Citation &citation, QObject *parent)
{
    return new SourceFetch(m_api, citation.fileId, mostShown(citation), parent);
}

qint64 SourceFiles::mostShown(const Citation &citation)
{
    constexpr qint64 mostText = 2 * 1000 * 1000;
    constexpr qint64 mostPicture = 16 * 1000 * 1000;
    return sourceKindOf(citation.filename) == SourceKind::Picture ? mostPicture : mostText;
}

bool SourceFiles::givesFiles() const
{
    return m_workspace.capabilities().has(feature::files);
}

void SourceFiles::save(const Citation &citation, const QString &path, QObject *context, std::function<void(const Result<> &)> done)
{
    m_api.files().download(citation.fileId, path)->then(context, std::move(done));
}

bool SourceFiles::isProgram(const QString &filename)
{
    static constexpr std::array endings{".exe"_L1, ".bat"_L1, ".cmd"_L1, ".com"_L1, ".scr"_L1,  ".msi"_L1,     ".ps1"_L1, ".vbs"_L1,
                                        ".js"_L1,  ".jar"_L1, ".lnk"_L1, ".sh"_L1,  ".run"_L1,  ".desktop"_L1, ".app"_L1, ".appimage"_L1,
                                        ".deb"_L1, ".rpm"_L1, ".hta"_L1, ".pif"_L1, ".docm"_L1, ".xlsm"_L1,    ".py"_L1};
    return std::any_of(endings.begin(), endings.end(),
                       [&filename](QLatin1StringView ending) { return filename.endsWith(ending, Qt::CaseInsensitive); });
}

} // namespace desk
