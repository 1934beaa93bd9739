#include "gui/chat/compose/folderbar.h"

#include "gui/dialogs.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QPointer>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace desk {

FolderBar::FolderBar(Dialogs &dialogs, QWidget *parent)
    : QFrame(parent)
    , m_dialogs(dialogs)
    , m_text(new PlainLabel(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setObjectName(u"folderBar"_s);
    setFrameShape(QFrame::StyledPanel);
    m_text->setObjectName(u"folderText"_s);
    m_text->setWordWrap(true);
    m_cancel->setObjectName(u"folderCancel"_s);
    m_cancel->setAutoDefault(false);
    m_cancel->setToolTip(tr("Attach no files of this folder"));
    const int gap = Theme::space(this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(gap * 2, gap, gap, gap);
    row->setSpacing(gap);
    row->addWidget(m_text, 1);
    row->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, &FolderBar::cancel);
    connect(&m_scan, &FolderScan::finished, this, &FolderBar::ask);
    hide();
}

bool FolderBar::holdsFocus() const
{
    return m_cancel->hasFocus();
}

void FolderBar::offer(const QStringList &folders)
{
    if (folders.isEmpty())
        return;
    ++m_offer;
    const QString name = QDir(folders.constFirst()).dirName();
    m_name = folders.size() == 1 ? displayLine(name, 80) : tr("%n folder(s)", nullptr, static_cast<int>(folders.size()));
    //: %1: the name of a folder, or how many there are
    m_text->setText(tr("Counting the files of %1\u2026").arg(m_name));
    m_cancel->setAccessibleDescription(m_text->text());
    show();
    m_scan.start(folders);
}

void FolderBar::cancel()
{
    ++m_offer;
    m_scan.cancel();
    putAway();
}

void FolderBar::putAway()
{
    if (isHidden())
        return;
    const bool hadFocus = holdsFocus();
    hide();
    if (hadFocus)
        Q_EMIT ended();
}

QString FolderBar::question(const FolderFiles &files) const
{
    const int count = static_cast<int>(files.paths.size());
    //: %1: their size together, %2: the name of a folder
    QString text =
        tr("%n file(s), %1 in total, from %2 and the folders in it.", nullptr, count).arg(QLocale().formattedDataSize(files.bytes), m_name);
    text += u"\n\n"_s + tr("Hidden files and links stay out.");
    if (files.left > 0)
        text += u' ' + tr("So do %n file(s) that are empty, too large or cannot be read.", nullptr, files.left);
    return text;
}

void FolderBar::ask(const FolderFiles &files)
{
    putAway();
    const QString nothing = tr("Nothing was attached");
    if (files.isTooMuch)
        return m_dialogs.inform(
            window(), nothing,
            tr("%1 holds more than one message can take: at most %n file(s), in folders that are not nested too deeply. Choose "
               "the files that matter instead.",
               nullptr, FolderScan::maxFiles)
                .arg(m_name));
    if (files.paths.isEmpty())
        return m_dialogs.inform(window(), nothing, tr("There is no file in %1 that can be attached.").arg(m_name));
    const int count = static_cast<int>(files.paths.size());
    m_dialogs.confirm(window(), tr("Attach the files of this folder?"), question(files), tr("&Attach %n File(s)", nullptr, count),
                      [self = QPointer(this), offer = m_offer, paths = files.paths] {
                          if (self && self->m_offer == offer)
                              Q_EMIT self->filesAccepted(paths);
                      });
}

} // namespace desk
