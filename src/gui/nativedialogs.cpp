#include "gui/nativedialogs.h"

#include "domain/log.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QMessageBox>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>

namespace desk {

using namespace Qt::StringLiterals;

void NativeDialogs::openFiles(QWidget *parent, const QString &title, std::function<void(const QStringList &)> done)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, dialog, std::move(done));
    dialog->open();
}

void NativeDialogs::saveFile(QWidget *parent, const QString &title, const QString &name, std::function<void(const QString &)> done)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(name);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, std::move(done));
    dialog->open();
}

void NativeDialogs::chooseFolder(QWidget *parent, const QString &title, std::function<void(const QString &)> done)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, std::move(done));
    dialog->open();
}

void NativeDialogs::choosePrinter(QWidget *parent, const QString &title, std::function<void(const std::shared_ptr<QPrinter> &)> done)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    auto *dialog = new QPrintDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    // The printer goes after the dialog, which has a plain pointer to it.
    QObject::connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), dialog, [printer, done = std::move(done)] { done(printer); });
    dialog->open();
}

void NativeDialogs::confirm(QWidget *parent, const QString &title, const QString &text, const QString &actionText,
                            std::function<void()> yes)
{
    auto *box = new QMessageBox(QMessageBox::Question, title, text, QMessageBox::Cancel, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    const QPushButton *action = box->addButton(actionText, QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(action, &QPushButton::clicked, box, std::move(yes));
    box->open();
}

void NativeDialogs::inform(QWidget *parent, const QString &title, const QString &text)
{
    auto *box = new QMessageBox(QMessageBox::Information, title, text, QMessageBox::Ok, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->open();
}

void NativeDialogs::openUrl(const QUrl &url)
{
    static const QStringList allowed{u"https"_s, u"http"_s, u"mailto"_s, u"file"_s};
    if (!url.isValid() || !allowed.contains(url.scheme())) {
        qCWarning(logGui) << "refused to open an address with the scheme" << url.scheme();
        return;
    }
    QDesktopServices::openUrl(url);
}

} // namespace desk
