#include "gui/chat/attachment/attachmentactions.h"

#include "gui/chat/attachment/thumbnails.h"
#include "gui/dialogs.h"
#include "gui/text/textlimiter.h"
#include "state/chat/attachmentfiles.h"
#include "state/chat/attachmentqueue.h"
#include "state/chat/localoriginals.h"
#include "state/chat/sourcefiles.h"

#include <QFile>
#include <QMenu>
#include <QPointer>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace desk {

AttachmentActions::AttachmentActions(Dialogs &dialogs, SourceFiles *files, const AttachmentQueue &queue, QWidget *window)
    : QObject(window)
    , m_dialogs(dialogs)
    , m_window(window)
{
    if (files == nullptr)
        return;
    m_files = std::make_unique<AttachmentFiles>(*files);
    m_thumbnails = new Thumbnails(files->originals(), this);
    connect(&queue, &AttachmentQueue::uploaded, this,
            [files](const StoredFile &file, const QString &path) { files->originals().remember(file, path); });
}

AttachmentActions::~AttachmentActions() = default;

void AttachmentActions::offer(const StoredFile &file, const QPoint &at)
{
    const QString reason = m_files ? m_files->whyNot(file) : tr("Files of messages cannot be saved here.");
    if (!reason.isEmpty())
        return m_dialogs.inform(m_window, displayLine(file.filename, 120), reason);
    auto *menu = new QMenu(m_window);
    menu->setObjectName(u"attachmentMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("File %1").arg(displayLine(file.filename, 120)));
    const bool isHere = !m_files->original(file).isEmpty();
    if (const QString moved = m_files->whyNotHere(file); !moved.isEmpty()) {
        QAction *told = menu->addAction(moved);
        told->setObjectName(u"attachmentMoved"_s);
        told->setEnabled(false);
        menu->addSeparator();
    }
    QAction *open = menu->addAction(isHere ? tr("&Open") : tr("Save and &Open…"), this, [this, file] { this->open(file); });
    open->setObjectName(u"attachmentOpen"_s);
    QAction *save = menu->addAction(tr("&Save as…"), this, [this, file] { this->save(file); });
    save->setObjectName(u"attachmentSave"_s);
    const bool isShown = m_thumbnails->offers(file) && m_thumbnails->picture(file).state == Thumbnails::State::Shown;
    if (!isHere && !isShown && Thumbnails::isPicture(file)) { // nothing is asked of a server before this is chosen
        QAction *show = menu->addAction(tr("Show &Picture"), this, [this, file] { showPicture(file); });
        show->setObjectName(u"attachmentShow"_s);
    }
    menu->popup(at);
    menu->setActiveAction(open);
}

void AttachmentActions::openPicture(const StoredFile &file, const QPoint &at)
{
    if (m_thumbnails == nullptr || m_thumbnails->picture(file).state == Thumbnails::State::Refused)
        return offer(file, at);
    m_thumbnails->open(file, this, [this, file](const Result<QImage> &image) {
        if (image)
            Q_EMIT pictureOpened(*image, file.filename);
        else
            m_dialogs.inform(m_window, tr("The picture is not shown"), image.error().userText());
    });
}

void AttachmentActions::showPicture(const StoredFile &file)
{
    const QString id = file.id.value();
    if (m_thumbnails == nullptr || m_loading.contains(id))
        return;
    const auto refuse = [this](const QString &text) { m_dialogs.inform(m_window, tr("The picture is not shown"), text); };
    if (file.size > Thumbnails::maxBytes)
        return refuse(tr("It is too large to be shown here. Save it to look at it."));
    const QString path = m_thumbnails->placeFor(file);
    if (path.isEmpty())
        return refuse(tr("There is no room for temporary files."));
    m_loading.append(id);
    Q_EMIT statusMessage(tr("Loading the picture\u2026"));
    m_files->save(file, path, this, [this, file, path, refuse, account = m_account](const Result<> &outcome) {
        if (account != m_account) {
            QFile::remove(path);
            return;
        }
        m_loading.removeOne(file.id.value());
        Q_EMIT statusMessage({});
        if (outcome)
            m_thumbnails->show(file, path);
        else
            refuse(outcome.error().userText());
    });
}

void AttachmentActions::forgetPictures()
{
    ++m_account;
    if (!m_loading.isEmpty())
        Q_EMIT statusMessage({}); // that one is being loaded
    m_loading.clear();
    if (m_thumbnails != nullptr)
        m_thumbnails->forgetLoaded();
}

QString AttachmentActions::original(const StoredFile &file) const
{
    return m_files ? m_files->original(file) : QString();
}

void AttachmentActions::open(const StoredFile &file)
{
    if (!m_files)
        return;
    const QString path = m_files->original(file);
    for (const QString &name : {file.filename, path}) {
        const QString reason = name.isEmpty() ? QString() : AttachmentFiles::whyNotOpened(name);
        if (!reason.isEmpty())
            return refuse(reason);
    }
    path.isEmpty() ? saveTo(file, true) : m_dialogs.openUrl(QUrl::fromLocalFile(path));
}

void AttachmentActions::save(const StoredFile &file)
{
    if (m_files)
        saveTo(file, false);
}

void AttachmentActions::saveTo(const StoredFile &file, bool opens)
{
    const auto chosen = [self = QPointer(this), file, opens](const QString &path) {
        if (!self)
            return;
        self->m_files->save(file, path, self, [self, path, opens](const Result<> &outcome) {
            if (!outcome)
                return self->m_dialogs.inform(self->m_window, tr("The file could not be saved"), outcome.error().userText());
            Q_EMIT self->statusMessage(tr("Saved as %1").arg(path));
            if (opens)
                self->openSaved(path);
        });
    };
    m_dialogs.saveFile(m_window, tr("Save the file"), AttachmentFiles::suggestedName(file), chosen);
}

// The person may have given it another name.
void AttachmentActions::openSaved(const QString &path)
{
    if (const QString reason = AttachmentFiles::whyNotOpened(path); !reason.isEmpty())
        return refuse(reason);
    m_dialogs.openUrl(QUrl::fromLocalFile(path));
}

void AttachmentActions::refuse(const QString &reason)
{
    m_dialogs.inform(m_window, tr("The file is not opened"), reason);
}

} // namespace desk
