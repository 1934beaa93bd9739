// What a window says without being asked: where its store lies, an import that was cut short, a file that was refused. Read, and answered
// by keys alone.
#include "api/endpoints/streamsapi.h"
#include "gui/chat/compose/composeredit.h"
#include "gui/conversations/removalbar.h"
#include "gui/guifixture.h"
#include "gui/widgets/errorbanner.h"
#include "state/store/unfinishedimports.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

struct NoticesFixture : GuiFixture {
    QList<Scripted> uploads; // answers, one after the other

    NoticesFixture()
    {
        script = [this](const Received &request) {
            if (request.target.startsWith("/conversations?"))
                return json(R"({"conversations":[{"id":"c1","title":"Quarterly figures"},{"id":"c2","title":"Shops in Kiel"}],"total":2})");
            if (request.method == "DELETE")
                return reply(204, {});
            if (request.method == "POST" && request.target.startsWith("/files") && !uploads.isEmpty())
                return uploads.takeFirst();
            return sample(request.target);
        };
    }

    // By the Tab key, from wherever the focus is.
    [[nodiscard]] bool tabTo(const QWidget *wanted) const
    {
        for (int i = 0; i < 150; ++i) {
            QWidget *now = QApplication::focusWidget();
            if (now == wanted)
                return true;
            QTest::keyClick(now == nullptr ? window.get() : now, Qt::Key_Tab);
        }
        return false;
    }
    [[nodiscard]] int sent(const QByteArray &method) const
    {
        const auto &received = server.received();
        return static_cast<int>(
            std::count_if(received.cbegin(), received.cend(), [&method](const Received &r) { return r.method == method; }));
    }
    void shoot(const char *name) const
    {
        if (qEnvironmentVariableIsSet("DESK_SHOTS"))
            window->grab().save(qEnvironmentVariable("DESK_SHOTS") + u'/' + QLatin1StringView(name) + u".png"_s);
    }
};

// The store of somebody whose folder lies on that kind of disk.
struct StoreElsewhere {
    StoreFolder folder;
    StoreThread thread;
    DraftStore drafts{thread};
    StoreHealth health{thread, drafts};

    StoreElsewhere(const QString &root, const QString &fileSystem)
        : folder{root}
        , thread(folder, kind(folder, fileSystem))
    {
    }
    [[nodiscard]] static StoreKind kind(const StoreFolder &folder, const QString &fileSystem)
    {
        StoreKind kind = userStoreKind(folder);
        kind.fileSystem = [fileSystem](const QString &) { return fileSystem; };
        return kind;
    }
};

} // namespace

class TestNotices : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void DATA_03_theWindowSaysWhereTheStoreLies_data();
    void DATA_03_theWindowSaysWhereTheStoreLies();
    void anUnfinishedImportIsDecidedByKeys_data();
    void anUnfinishedImportIsDecidedByKeys();
    void aFileThatWasRefusedSaysWhyAndIsSentAgainByKeys();
    void SSE_23_theWindowSaysThatTheServerIsSilent();
};

void TestNotices::DATA_03_theWindowSaysWhereTheStoreLies_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("fileSystem");
    QTest::addColumn<QString>("said");
    QTest::newRow("network") << u"share/user"_s << u"nfs"_s << u"a folder on the network"_s;
    QTest::newRow("synced") << u"Dropbox/user"_s << u"local"_s << u"another program copies"_s;
    QTest::newRow("here") << u"disk/user"_s << u"local"_s << QString();
}

void TestNotices::DATA_03_theWindowSaysWhereTheStoreLies()
{
    QFETCH(QString, folder);
    QFETCH(QString, fileSystem);
    QFETCH(QString, said);
    NoticesFixture gui;
    StoreElsewhere store(gui.dir.filePath(folder), fileSystem);
    Services all = gui.services();
    all.health = &store.health;
    gui.window = std::make_unique<MainWindow>(all);
    gui.window->show();
    gui.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(gui.window.get()) && gui.openAndLoad());
    store.drafts.open(u"account"_s);
    QTRY_VERIFY(store.drafts.isLoaded());
    auto *banner = gui.find<ErrorBanner>("storeBanner");
    QTRY_COMPARE(banner->isVisible(), !said.isEmpty());
    if (said.isEmpty()) {
        gui.window.reset(); // before the health it shows
        return;
    }
    QVERIFY2(banner->text().contains(said), qPrintable(banner->text()));
    QCOMPARE(banner->accessibleName(), banner->text());
    gui.shoot(fileSystem == u"nfs"_s ? "notice-network-folder" : "notice-synced-folder");

    auto *close = banner->findChild<QToolButton *>(u"errorClose"_s);
    QVERIFY(!close->accessibleName().isEmpty());
    QVERIFY(gui.tabTo(close));
    QTest::keyClick(close, Qt::Key_Space);
    QVERIFY(!banner->isVisible());
    Draft draft;
    draft.text = u"written later"_s;
    QSignalSpy saved(&store.drafts, &DraftStore::saved);
    store.drafts.set(ConversationId(u"c1"_s), draft);
    QTRY_VERIFY(!saved.isEmpty());
    QVERIFY(!banner->isVisible()); // told once
    gui.window.reset();
}

void TestNotices::anUnfinishedImportIsDecidedByKeys_data()
{
    QTest::addColumn<QByteArray>("button");
    QTest::addColumn<bool>("removes");
    QTest::newRow("keep") << QByteArray("unfinishedImportKeep") << false;
    QTest::newRow("remove") << QByteArray("unfinishedImportRemove") << true;
}

void TestNotices::anUnfinishedImportIsDecidedByKeys()
{
    QFETCH(QByteArray, button);
    QFETCH(bool, removes);
    NoticesFixture gui;
    UnfinishedImports earlier(gui.store); // as the start before left it
    earlier.open(u"team/ana"_s);
    Conversation cut;
    cut.id = ConversationId(u"c2"_s);
    cut.title = u"<b>Shops</b>\nin Kiel"_s; // of a file: hostile
    earlier.begin(cut);
    gui.tools.open(u"team/ana"_s);
    QVERIFY(gui.show() && gui.openAndLoad());
    auto *bar = gui.find<QWidget>("unfinishedImportBar");
    QTRY_VERIFY(bar->isVisible());
    auto *text = gui.find<QLabel>("unfinishedImportText");
    QVERIFY2(text->text().contains(u"\u201C<b>Shops</b> in Kiel\u201D"_s), qPrintable(text->text()));
    QCOMPARE(text->textFormat(), Qt::PlainText);
    QCOMPARE(bar->accessibleName(), text->text());
    gui.shoot("notice-unfinished-import");
    auto *decision = gui.find<QPushButton>(button.constData());
    QVERIFY(!decision->text().isEmpty());
    QVERIFY(gui.tabTo(decision));
    QTest::keyClick(decision, Qt::Key_Space);
    QVERIFY(!bar->isVisible());
    QTRY_COMPARE(gui.find<RemovalBar>("removalBar")->isVisible(), removes); // and can be had back
    QCOMPARE(gui.sent("DELETE"), 0);                                        // not yet, or never
    UnfinishedImports later(gui.store);                                     // the next start has nothing to say
    later.open(u"team/ana"_s);
    bool read = false;
    gui.store.run(
        this, [](Database &) { return 0; }, [&read](const Result<int> &) { read = true; }); // behind it
    QTRY_VERIFY(read);
    QVERIFY(later.parts().isEmpty());
}

void TestNotices::aFileThatWasRefusedSaysWhyAndIsSentAgainByKeys()
{
    NoticesFixture gui;
    const QString reason = u"The disk of the file service is full, and nothing can be put there before the weekend."_s;
    gui.uploads = {reply(507, R"({"detail":")" + reason.toUtf8() + R"("})"),
                   reply(201, R"({"id":"f1","filename":"sales.csv","mime_type":"text/csv","size":14})")};
    QVERIFY(gui.show() && gui.openAndLoad());
    gui.window->resize(760, 600);
    QFile file(gui.dir.filePath(u"sales of all the regions in the third quarter.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("region;units\n1") > 0);
    file.close();
    gui.attachments.add({file.fileName()});
    QTRY_VERIFY(gui.attachments.hasFailed());
    auto *chip = gui.find<QWidget>("attachmentChip");
    QVERIFY(chip && chip->isVisible());
    QVERIFY2(chip->accessibleName().startsWith(u"sales of all"_s) && chip->accessibleName().contains(reason),
             qPrintable(chip->accessibleName()));
    // All of it is seen, and nothing is pushed out of the window.
    auto *bar = gui.find<QWidget>("attachments");
    QTRY_VERIFY(chip->geometry().right() <= bar->width() && chip->geometry().bottom() <= bar->height());
    QVERIFY(bar->mapTo(gui.window.get(), QPoint(bar->width(), 0)).x() <= gui.window->width());
    QLabel *text = nullptr;
    const QList<QLabel *> labels = chip->findChildren<QLabel *>();
    for (QLabel *label : labels)
        text = label->text().isEmpty() ? text : label;
    QVERIFY(text);
    QCOMPARE(text->text(), chip->accessibleName());
    QCOMPARE(text->textFormat(), Qt::PlainText);
    QTRY_VERIFY(text->height() >= text->heightForWidth(text->width()));
    gui.shoot("notice-refused-file");

    auto *retry = chip->findChild<QToolButton *>(u"retryUpload"_s);
    QVERIFY(retry->accessibleName().contains(u"sales of all"_s));
    QVERIFY(gui.tabTo(retry));
    QTest::keyClick(retry, Qt::Key_Space);
    QTRY_VERIFY(!gui.attachments.hasFailed() && !gui.attachments.isUploading());
    QVERIFY(!retry->isVisible());
    auto *remove = chip->findChild<QToolButton *>(u"removeAttachment"_s);
    QVERIFY(remove->accessibleName().contains(u"sales of all"_s));
    QVERIFY(gui.tabTo(remove));
    QTest::keyClick(remove, Qt::Key_Space);
    QVERIFY(gui.attachments.isEmpty());
    QVERIFY(!bar->isVisible());
    QTRY_VERIFY(gui.find<ComposerEdit>("composerText")->hasFocus());
}

void TestNotices::SSE_23_theWindowSaysThatTheServerIsSilent()
{
    NoticesFixture gui;
    gui.features = R"("files")"; // no heartbeats
    const FaultServer::Handler usual = gui.script;
    gui.script = [usual](const Received &request) {
        return request.target == "/chat/message/stream/agentic" ? eventStream({": hello\n\n"}, Scripted::End::Hold) : usual(request);
    };
    gui.api.streams().setSilentMs(1000);
    QVERIFY(gui.show() && gui.openAndLoad());
    auto *field = gui.find<ComposerEdit>("composerText");
    field->setFocus();
    QTest::keyClicks(field, u"Which region?"_s);
    QTest::keyClick(field, Qt::Key_Return);
    auto *status = gui.find<QLabel>("chatStatus");
    QTRY_COMPARE(status->text(), u"Nothing heard from the server for 1 s. Still waiting."_s);
    QVERIFY(status->isVisible());
    QCOMPARE(status->textFormat(), Qt::PlainText);
    QVERIFY(gui.find<QLabel>("chatElapsed")->isVisible());
    gui.shoot("notice-silent-server");
    gui.server.sendToHeld("event: content\ndata: {\"type\":\"content\",\"source\":\"chat\",\"message\":\"South.\","
                          "\"data\":{\"streaming\":true,\"partial\":true}}\n\n");
    QTRY_VERIFY(!status->text().contains(u"Nothing heard"_s));
    QCOMPARE(gui.sessions.busyCount(), 1);
    gui.server.sendToHeld("event: message_complete\ndata: {\"message_id\":\"m2\",\"conversation_id\":\"c9\"}\n\n");
    QTRY_COMPARE(gui.sessions.busyCount(), 0);
    gui.server.closeHeld();
}

QTEST_MAIN(TestNotices)
#include "tst_notices.moc"
