#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

#include <functional>
#include <memory>

class QPrinter;
class QWidget;

namespace desk {

// Every question the program asks in a window of its own, so that tests can answer without one. All functions return at once;
// the handler runs later in the GUI thread, at most once, and not at all when the user cancels or the parent is gone.
class Dialogs
{
public:
    Dialogs() = default;
    Dialogs(const Dialogs &) = delete;
    Dialogs &operator=(const Dialogs &) = delete;
    virtual ~Dialogs() = default;

    virtual void openFiles(QWidget *parent, const QString &title, std::function<void(const QStringList &paths)> done) = 0;
    virtual void saveFile(QWidget *parent, const QString &title, const QString &name, std::function<void(const QString &path)> done) = 0;
    virtual void chooseFolder(QWidget *parent, const QString &title, std::function<void(const QString &path)> done) = 0;
    // A printer, set up as the person wants it. It is whoever's holds it, on any thread.
    virtual void choosePrinter(QWidget *parent, const QString &title,
                               std::function<void(const std::shared_ptr<QPrinter> &printer)> done) = 0;
    // actionText names what happens ("Delete"), never "Yes"; the safe choice is the default button. text is shown as plain text.
    virtual void confirm(QWidget *parent, const QString &title, const QString &text, const QString &actionText,
                         std::function<void()> yes) = 0;
    virtual void inform(QWidget *parent, const QString &title, const QString &text) = 0;
    // Hands the address to the desktop. Callers have shown it and checked its scheme; only https, http, mailto and file are passed on.
    virtual void openUrl(const QUrl &url) = 0;
};

} // namespace desk
