#include "gui/shell/openedfiles.h"

#include "gui/dialogs.h"
#include "gui/text/textlimiter.h"
#include "state/workspace.h"

#include <QFileInfo>
#include <QPointer>
#include <QWidget>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype named = 8;

} // namespace

OpenedFiles::OpenedFiles(Workspace &workspace, Dialogs &dialogs, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_dialogs(dialogs)
    , m_window(window)
{
    connect(&workspace, &Workspace::ready, this, &OpenedFiles::ask);
}

void OpenedFiles::open(const QStringList &paths)
{
    m_paths += paths;
    m_paths.removeDuplicates();
    ask();
}

QString OpenedFiles::question(const QStringList &paths) const
{
    QStringList lines;
    for (const QString &path : paths.mid(0, named))
        lines << displayLine(QFileInfo(path).fileName(), 80);
    if (paths.size() > named)
        lines << tr("and %n more", nullptr, static_cast<int>(paths.size() - named));
    return lines.join(u'\n') + u"\n\n"_s + tr("They are uploaded to %1.").arg(displayLine(m_workspace.profile().name, 80));
}

void OpenedFiles::ask()
{
    if (m_paths.isEmpty() || m_workspace.state() != Workspace::State::Ready)
        return;
    const QStringList paths = std::exchange(m_paths, {});
    const int count = static_cast<int>(paths.size());
    m_dialogs.confirm(m_window, tr("Attach to a new message?"), question(paths), tr("&Attach %n File(s)", nullptr, count),
                      [self = QPointer(this), paths] {
                          if (self)
                              Q_EMIT self->accepted(paths);
                      });
}

} // namespace desk
