#pragma once

#include "gui/dialogs.h"

#include <QCoreApplication>

namespace desk {

// Real windows, opened and not executed: no nested event loop.
class NativeDialogs final : public Dialogs
{
    Q_DECLARE_TR_FUNCTIONS(desk::NativeDialogs)
public:
    void openFiles(QWidget *parent, const QString &title, std::function<void(const QStringList &)> done) override;
    void saveFile(QWidget *parent, const QString &title, const QString &name, std::function<void(const QString &)> done) override;
    void chooseFolder(QWidget *parent, const QString &title, std::function<void(const QString &)> done) override;
    void choosePrinter(QWidget *parent, const QString &title, std::function<void(const std::shared_ptr<QPrinter> &)> done) override;
    void confirm(QWidget *parent, const QString &title, const QString &text, const QString &actionText, std::function<void()> yes) override;
    void inform(QWidget *parent, const QString &title, const QString &text) override;
    void openUrl(const QUrl &url) override;
};

} // namespace desk
