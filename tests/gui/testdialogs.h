#pragma once

#include "gui/dialogs.h"

#include <QList>

namespace desk::test {

// Remembers every question instead of asking it, and answers when told.
class TestDialogs final : public Dialogs
{
public:
    struct Question {
        QString title;
        QString text;
        QString action;
        std::function<void()> yes;
    };
    QList<Question> questions;
    QStringList informed;
    QList<QUrl> opened;
    QStringList filesToOpen; // what the next file dialog yields; empty: cancelled
    QString fileToSave;
    QString folder;                    // what the next folder dialog yields; empty: cancelled
    std::shared_ptr<QPrinter> printer; // what the next printer dialog yields; null: cancelled

    void openFiles(QWidget *, const QString &, std::function<void(const QStringList &)> done) override
    {
        if (!filesToOpen.isEmpty())
            done(filesToOpen);
    }
    void saveFile(QWidget *, const QString &, const QString &, std::function<void(const QString &)> done) override
    {
        if (!fileToSave.isEmpty())
            done(fileToSave);
    }
    void chooseFolder(QWidget *, const QString &, std::function<void(const QString &)> done) override
    {
        if (!folder.isEmpty())
            done(folder);
    }
    void choosePrinter(QWidget *, const QString &, std::function<void(const std::shared_ptr<QPrinter> &)> done) override
    {
        if (printer)
            done(printer);
    }
    void confirm(QWidget *, const QString &title, const QString &text, const QString &action, std::function<void()> yes) override
    {
        questions.append({title, text, action, std::move(yes)});
    }
    void inform(QWidget *, const QString &title, const QString &text) override { informed.append(title + u'\n' + text); }
    void openUrl(const QUrl &url) override { opened.append(url); }
};

} // namespace desk::test
