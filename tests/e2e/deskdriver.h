#pragma once

#include "app/application.h"
#include "gui/mainwindow.h"

#include <QApplication>
#include <QDropEvent>
#include <QListView>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

namespace desk::test {

inline Options optionsFor(const QTemporaryDir &home, const QString &modelUrl = {})
{
    Options options;
    options.dataDir = home.filePath(QStringLiteral("data"));
    options.settingsPath = home.filePath(QStringLiteral("settings.json"));
    options.serverProgram = QStringLiteral(DESK_BIN_DIR "/agentdesk-localserver");
    options.modelUrl = modelUrl;
    options.model = QStringLiteral("scripted");
    return options;
}

// One start of the program on a data folder, until it is destroyed.
struct Desk {
    explicit Desk(const Options &options)
        : app(*qApp, options)
    {
        app.start();
        app.window().resize(1100, 800);
    }
    ~Desk() { app.shutdown(3000); }

    [[nodiscard]] bool isReady()
    {
        return QTest::qWaitFor([this] { return app.workspace().state() == Workspace::State::Ready; }, 15'000);
    }

    template <typename T>
    [[nodiscard]] T *find(const QString &name)
    {
        return app.window().findChild<T *>(name);
    }

    [[nodiscard]] QAbstractItemModel *transcript() { return find<QListView>(QStringLiteral("transcript"))->model(); }
    [[nodiscard]] const TranscriptModel &rows() { return *qobject_cast<TranscriptModel *>(transcript()); }
    [[nodiscard]] Message last() { return rows().rowCount() > 0 ? rows().messageAt(rows().rowCount() - 1) : Message(); }

    void type(const QString &text)
    {
        auto *edit = find<QWidget>(QStringLiteral("composerText"));
        edit->setFocus();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    }

    void drop(const QString &path)
    {
        auto *page = find<QWidget>(QStringLiteral("chatPage"));
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        const QPoint where = page->rect().center();
        QDragEnterEvent enter(where, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(page, &enter);
        QDropEvent drop(where, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(page, &drop);
    }

    Application app;
};

} // namespace desk::test
