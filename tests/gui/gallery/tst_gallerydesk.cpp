// Pictures of what stands around a conversation: its list, search, palette, dialogs, insights, settings. Each is asserted before it is
// kept; see tst_gallerychat.cpp.
#include "gui/gallery/stage.h"

#include "auth/authmanager.h"
#include "auth/signin/signinattempt.h"
#include "gui/conversations/conversationpanel.h"
#include "gui/conversations/sharedialog.h"
#include "gui/desktop/desktopfeatures.h"
#include "gui/desktop/desktopintegration.h"
#include "gui/desktop/globalshortcut.h"
#include "gui/desktop/notifier.h"
#include "gui/desktop/quickaskwindow.h"
#include "gui/export/exportdialog.h"
#include "gui/palette/palettewindow.h"
#include "gui/search/searchdialog.h"
#include "gui/settings/settingspage.h"
#include "gui/widgets/errorbanner.h"
#include "state/cache/cachefiller.h"
#include "state/cache/cacheschema.h"
#include "state/cache/conversationcache.h"
#include "state/cache/messagesearch.h"
#include "state/models/conversationgroupmodel.h"
#include "support/identityserver.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

// Nearly everything a server can have been taught of one person.
Scripted insights(const Received &request)
{
    if (!request.target.startsWith("/insights/list"))
        return {};
    const auto one = [](const QString &id, const QString &content, const QString &category) {
        const QJsonObject insight{{u"id"_s, id},
                                  {u"content"_s, content},
                                  {u"category"_s, category},
                                  {u"conversationId"_s, u"c2"_s},
                                  {u"source"_s, u"conversation"_s},
                                  {u"createdAt"_s, u"2025-05-02T23:30:00"_s}};
        return QJsonObject{{u"insight"_s, insight}, {u"score"_s, 1}};
    };
    const QJsonArray all{one(u"i1"_s, u"Prefers **tables** over prose, with amounts rounded to thousands."_s, u"preference"_s),
                         one(u"i2"_s,
                             u"Reports to the board on the first Monday of each month and needs the figures two days before, as a table "
                             u"with one line for each region."_s,
                             u"fact"_s),
                         one(u"i3"_s, u"Wants to open a shop in Kiel."_s, u"goal"_s)};
    const QJsonObject counts{{u"preference"_s, 1}, {u"fact"_s, 1}, {u"goal"_s, 1}};
    const QJsonObject body{{u"results"_s, all}, {u"total"_s, all.size()}, {u"by_category"_s, counts}};
    return json(QJsonDocument(body).toJson(QJsonDocument::Compact));
}

// A stage with everything that was said on this computer, to be searched.
struct SearchStage : Stage {
    StoreKind kind = cacheStoreKind(folder);
    StoreThread cacheStore{folder, kind};
    ConversationCache cache{cacheStore};
    MessageSearch search{cacheStore, kind.path};
    CacheFiller filler{api, workspace, sessions, cache, {0, 0, 50}};

    explicit SearchStage(const QString &inLook)
        : Stage(inLook)
    {
        sessions.setCache(&cache);
        cache.follow(conversations);
        cache.open(u"team/ana"_s);
        search.open(u"team/ana"_s);
        addServices = [this](Services &all) {
            all.search = &search;
            all.filler = &filler;
        };
    }
    ~SearchStage() { window.reset(); }
    Q_DISABLE_COPY_MOVE(SearchStage)

    [[nodiscard]] bool startFilled()
    {
        return start() && QTest::qWaitFor([this] { return filler.progress() == FillProgress{3, 3}; }, 20'000);
    }
};

// At a team whose sign-in service ends a session when it likes.
struct SignedInStage : Stage {
    IdentityServer identity{IdentityServer::Kind::Team};
    Profile profile{Profile::Kind::Team, u"Sales & Co"_s, server.url(), u"sales"_s};

    explicit SignedInStage(const QString &inLook)
        : Stage(inLook)
    {
        profile.identityUrl = identity.url();
        profile.signIn = SignInWay::EmailCode;
        instead = [this](const Received &request) {
            const bool isKnown = identity.isGoodAccess(request.headers.value("authorization").mid(7));
            return isKnown ? Scripted{} : reply(401, R"({"detail":"Not authenticated"})");
        };
    }
    // As it happened before the program began.
    [[nodiscard]] bool signIn()
    {
        AuthManager manager(profile, secrets, {});
        manager.start();
        if (!QTest::qWaitFor([&manager] { return manager.isStarted(); }, 10'000))
            return false;
        const QPointer<SignInAttempt> attempt = manager.signIn(SignInWay::EmailCode);
        attempt->start();
        attempt->answer(u"ana@example.org"_s);
        if (!QTest::qWaitFor([&attempt] { return attempt && attempt->step().kind == SignInStep::Kind::AskCode; }, 10'000))
            return false;
        attempt->answer(QString::fromLatin1(identity.mailCode));
        return QTest::qWaitFor([&manager] { return manager.state() == AuthManager::State::SignedIn; }, 10'000);
    }
};

} // namespace

class TestGalleryDesk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();

    void theListOfConversations();
    void anEmptyList();
    void aListThatIsLoading();
    void aListThatFailed();
    void theCommandPalette();
    void theSearchWithHitsAndFilters();
    void theShareDialog();
    void theExportDialog();
    void theInsightsBesideTheChat();
    void theInsightManager();
    void theQuickQuestion();
    void theSettings();
    void theProvidersOfLanguageModels();
    void aSessionThatEnded();

private:
    QString m_look;
};

// Every function runs once in each.
void TestGalleryDesk::initTestCase_data()
{
    QTest::addColumn<QString>("look");
    for (const char *look : {"light", "dark", "rtl"})
        QTest::newRow(look) << QString::fromLatin1(look);
}

void TestGalleryDesk::init()
{
    QFETCH_GLOBAL(QString, look);
    m_look = look;
}

void TestGalleryDesk::cleanup()
{
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows)
        window->close();
}

// ------------------------------------------------------------------------------------------------ the list

void TestGalleryDesk::theListOfConversations()
{
    Stage stage(m_look);
    QVERIFY(stage.start());
    stage.tools.marks().setPinned({ConversationId(u"c3"_s)}, true);
    stage.tools.marks().changeTags({ConversationId(u"c1"_s)}, {u"budget"_s, u"for the board"_s}, {});
    stage.tools.marks().markUnread({ConversationId(u"c2"_s)});
    const auto *panel = stage.find<ConversationPanel>("conversationPanel");
    QTRY_COMPARE(panel->groups().shownCount(), 3);
    QCOMPARE(panel->groups().index(0).data().toString(), u"Pinned"_s);
    QVERIFY(panel->list()->isVisible());
    QVERIFY(!stage.isShown("noConversations"));
    panel->list()->doItemsLayout(); // which it does a moment later otherwise
    VERIFY_LOOKS(stage, *stage.window, u"conversations"_s);
}

void TestGalleryDesk::anEmptyList()
{
    Stage stage(m_look);
    stage.instead = [](const Received &request) {
        return request.target.startsWith("/conversations?") ? json(R"({"conversations":[],"total":0})") : Scripted{};
    };
    QVERIFY(stage.start());
    QTRY_VERIFY(stage.isShown("noConversations"));
    QCOMPARE(stage.find<QWidget>("noConversations")->accessibleName(), u"No conversations yet"_s);
    QVERIFY(stage.isShown("newChatButton"));
    VERIFY_LOOKS(stage, *stage.window, u"conversations-empty"_s);
}

void TestGalleryDesk::aListThatIsLoading()
{
    Stage stage(m_look);
    stage.instead = [](const Received &request) {
        return request.target.startsWith("/conversations?") ? Scripted{{}, 0, Scripted::End::Hold} : Scripted{};
    };
    QVERIFY(stage.start(false));
    QTRY_VERIFY(stage.isShown("noConversations") && stage.conversations.isLoading());
    QCOMPARE(stage.find<QWidget>("noConversations")->accessibleName(), u"Loading\u2026"_s);
    VERIFY_LOOKS(stage, *stage.window, u"conversations-loading"_s);
    stage.server.closeHeld();
}

void TestGalleryDesk::aListThatFailed()
{
    bool refuses = true;
    Stage stage(m_look);
    stage.instead = [&refuses](const Received &request) {
        return refuses && request.target.startsWith("/conversations?") ? reply(403, R"({"detail":"Conversations are switched off."})")
                                                                       : Scripted{};
    };
    QVERIFY(stage.start(false));
    auto *state = stage.find<QWidget>("noConversations");
    QTRY_VERIFY(state->isVisible() && !stage.conversations.isLoading());
    QTRY_COMPARE(state->accessibleName(), u"The conversations could not be loaded"_s); // and not that there are none
    QVERIFY2(!state->accessibleDescription().isEmpty(), "the reason");
    auto *again = state->findChild<QPushButton *>(u"emptyStateAction"_s);
    QVERIFY(again->isVisible());
    VERIFY_LOOKS(stage, *stage.window, u"conversations-failed"_s);
    refuses = false;
    again->setFocus();
    QTest::keyClick(again, Qt::Key_Space);
    QTRY_VERIFY(stage.conversations.isLoaded());
    QTRY_VERIFY(!state->isVisible());
}

// ------------------------------------------------------------------------------------------------ finding

void TestGalleryDesk::theCommandPalette()
{
    Stage stage(m_look);
    QVERIFY(stage.start());
    QTest::keyClick(stage.edit(), Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(stage.window->findChild<PaletteWindow *>());
    auto *palette = stage.window->findChild<PaletteWindow *>();
    QVERIFY(palette->isVisible());
    const auto *list = palette->findChild<QListView *>(u"paletteList"_s);
    const int all = list->model()->rowCount();
    QVERIFY(all > 5);
    auto *field = palette->findChild<QLineEdit *>(u"paletteField"_s);
    VERIFY_LOOKS(stage, *palette, u"palette"_s);
    QTest::keyClicks(field, u"figures"_s);
    QVERIFY(list->model()->rowCount() > 0 && list->model()->rowCount() < all);
    QCOMPARE(list->model()->index(0, 0).data().toString(), u"Quarterly figures"_s);
    VERIFY_LOOKS(stage, *palette, u"palette-search"_s);
    QTest::keyClick(field, Qt::Key_Escape);
}

void TestGalleryDesk::theSearchWithHitsAndFilters()
{
    SearchStage stage(m_look);
    QVERIFY(stage.startFilled());
    QTest::keyClick(stage.window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = stage.window->findChild<SearchDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    auto *field = dialog->findChild<QLineEdit *>(u"searchField"_s);
    auto *hits = dialog->findChild<QListView *>(u"searchHits"_s);
    QTest::keyClicks(field, u"notice"_s);
    QTRY_VERIFY(hits->isVisible() && hits->model()->rowCount() > 3);
    QTRY_VERIFY(!dialog->findChild<QLabel *>(u"searchCount"_s)->text().isEmpty());
    VERIFY_LOOKS(stage, *dialog, u"search"_s);
    field->selectAll();
    QTest::keyClicks(field, u"contract"_s);
    QTest::mouseClick(dialog->findChild<QToolButton *>(u"filter:title"_s), Qt::LeftButton);
    QVERIFY2(field->text().contains(u"in:title"_s), qPrintable(field->text()));
    QTRY_COMPARE(hits->model()->rowCount(), 1);
    VERIFY_LOOKS(stage, *dialog, u"search-filter"_s);
    field->selectAll();
    QTest::keyClicks(field, u"before:tomorrow x "_s);
    QTRY_VERIFY(dialog->findChild<QLabel *>(u"searchProblem"_s)->isVisible());
    VERIFY_LOOKS(stage, *dialog, u"search-problem"_s);
}

// ------------------------------------------------------------------------------------------------ dialogs

void TestGalleryDesk::theShareDialog()
{
    Stage stage(m_look);
    stage.instead = [](const Received &request) {
        return request.target.endsWith("/shares")
                   ? json(
                         R"({"shares":[{"id":"s1","conversation_id":"c2","user_id":"7c1e-ana","role":"viewer","shared_at":"2025-05-02T09:14:03"},
                           {"id":"s2","conversation_id":"c2","user_id":"81ff-ben","role":"editor","shared_at":"2025-05-02T09:15:03"}]})")
                   : Scripted{};
    };
    QVERIFY(stage.start());
    QVERIFY(stage.openIdle(u"c2"_s));
    stage.find<ConversationPanel>("conversationPanel")->list()->setFocus();
    auto *share = stage.window->findChild<QAction *>(u"shareConversation"_s);
    QTRY_VERIFY(share->isEnabled());
    share->trigger();
    QTRY_VERIFY(stage.window->findChild<ShareDialog *>());
    auto *dialog = stage.window->findChild<ShareDialog *>();
    QVERIFY(dialog->isVisible());
    auto *list = dialog->findChild<QTreeWidget *>(u"shareList"_s);
    QTRY_COMPARE(list->topLevelItemCount(), 2);
    QVERIFY(dialog->findChild<QLabel *>(u"shareWarning"_s)->isVisible());
    list->setCurrentItem(list->topLevelItem(0));
    QVERIFY(dialog->findChild<QPushButton *>(u"removeShareButton"_s)->isEnabled());
    VERIFY_LOOKS(stage, *dialog, u"share"_s);
}

void TestGalleryDesk::theExportDialog()
{
    Stage stage(m_look);
    QVERIFY(stage.start());
    QVERIFY(stage.openIdle(u"c2"_s));
    QTRY_VERIFY(stage.page().canExport());
    QTest::keyClick(stage.edit(), Qt::Key_P, Qt::ControlModifier);
    QTRY_VERIFY(stage.window->findChild<ExportDialog *>());
    auto *dialog = stage.window->findChild<ExportDialog *>();
    QTRY_VERIFY(dialog->isVisible());
    QVERIFY(dialog->findChild<QComboBox *>(u"exportFormat"_s)->count() >= 6);
    QVERIFY(!dialog->findChild<QLabel *>(u"exportHint"_s)->text().isEmpty());
    VERIFY_LOOKS(stage, *dialog, u"export"_s);
    stage.dialogs.fileToSave = stage.dir.filePath(u"out.pdf"_s);
    auto *button = dialog->findChild<QPushButton *>(u"exportButton"_s);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QTRY_VERIFY(dialog->findChild<QLabel *>(u"exportResult"_s)->isVisible());
    QVERIFY(dialog->findChild<QPushButton *>(u"exportFolder"_s)->isVisible());
    VERIFY_LOOKS(stage, *dialog, u"export-done"_s);
}

// ------------------------------------------------------------------------------------------------ what was learned

void TestGalleryDesk::theInsightsBesideTheChat()
{
    Stage stage(m_look);
    stage.instead = insights;
    stage.newInsights = [&stage](QObject *parent) { return new InsightStore(stage.api, parent); };
    QVERIFY(stage.start());
    stage.insights.refresh();
    QVERIFY(stage.openIdle(u"c2"_s));
    QTRY_VERIFY(stage.isShown("insightsButton"));
    QTest::keyClick(stage.edit(), Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(stage.isShown("insightPanel"));
    QTRY_COMPARE(stage.find<QListView>("panelInsights")->model()->rowCount(), 3);
    QVERIFY(stage.isShown("panelLearn") && stage.isShown("panelAdd") && stage.isShown("panelAll"));
    VERIFY_LOOKS(stage, *stage.window, u"insights-dock"_s);
}

void TestGalleryDesk::theInsightManager()
{
    Stage stage(m_look);
    stage.instead = insights;
    QVERIFY(stage.start());
    stage.insights.refresh();
    QTRY_VERIFY(stage.insights.isLoaded());
    stage.window->showPage(u"insights"_s);
    QCOMPARE(stage.window->currentPage(), u"insights"_s);
    auto *list = stage.find<QListView>("insightList");
    QTRY_COMPARE(list->model()->rowCount(), 3);
    list->setFocus();
    list->setCurrentIndex(list->model()->index(0, 0));
    QTRY_VERIFY(stage.isShown("insightContent"));
    QVERIFY(stage.isShown("category:preference") && stage.isShown("addInsight"));
    VERIFY_LOOKS(stage, *stage.window, u"insights"_s);
}

// ------------------------------------------------------------------------------------------------ around the window

void TestGalleryDesk::theQuickQuestion()
{
    DesktopFeatures desktop;
    desktop.hasTray = [] { return false; };
    Stage stage(m_look);
    stage.turn = {runCreated(), words(u"**South** sold most: 115 293 units."_s), completed()};
    std::unique_ptr<DesktopIntegration> integration;
    stage.addServices = [&](Services &all) { all.desktop = &desktop; };
    QVERIFY(stage.start());
    Services all = stage.services();
    all.desktop = &desktop;
    integration = std::make_unique<DesktopIntegration>(all, *stage.window);
    integration->start();
    integration->quickAsk();
    QuickAskWindow &quick = integration->quickAskWindow();
    QVERIFY(QTest::qWaitForWindowActive(&quick));
    VERIFY_LOOKS(stage, quick, u"quick-ask-empty"_s);
    auto *field = quick.findChild<QPlainTextEdit *>(u"quickAskText"_s);
    QVERIFY(field->isVisible());
    QTest::keyClicks(field, u"Which region sold most in the third quarter?"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(quick.findChild<QPushButton *>(u"quickAskAgain"_s)->isVisible());
    QTRY_COMPARE(stage.sessions.busyCount(), 0);
    const auto *answer = quick.findChild<QTextEdit *>(u"quickAskAnswer"_s);
    QTRY_VERIFY(answer->isVisible() && answer->toPlainText().contains(u"South sold most"_s));
    QVERIFY(quick.height() >= quick.sizeHint().height()); // nothing is squeezed
    VERIFY_LOOKS(stage, quick, u"quick-ask"_s);
    integration.reset(); // before the window it belongs to
}

void TestGalleryDesk::theSettings()
{
    DesktopFeatures desktop;
    desktop.hasTray = [] { return true; };
    Stage stage(m_look);
    stage.addServices = [&desktop](Services &all) { all.desktop = &desktop; };
    QVERIFY(stage.start());
    stage.window->showPage(u"settings"_s);
    auto *sections = stage.find<QListWidget>("settingsSections");
    const QStringList names{u"profiles"_s, u"model"_s,   u"passwords"_s, u"network"_s, u"appearance"_s,
                            u"chat"_s,     u"desktop"_s, u"data"_s,      u"about"_s};
    QCOMPARE(sections->count(), names.size());
    sections->setFocus();
    QTest::keyClick(sections, Qt::Key_Home);
    for (int row = 0; row < names.size(); ++row) {
        QCOMPARE(sections->currentRow(), row);
        VERIFY_LOOKS(stage, *stage.window, u"settings-"_s + names.at(row));
        QTest::keyClick(sections, Qt::Key_Down);
    }
}

void TestGalleryDesk::theProvidersOfLanguageModels()
{
    Stage stage(m_look);
    const QStringList addresses{u"http://127.0.0.1:11434/v1"_s, u"https://llm.example.org/v1"_s, u"https://models.example.net/team/v1"_s};
    for (const QString &address : addresses) {
        ModelProvider provider;
        provider.name = stage.providerBook.freeName(u"provider"_s);
        provider.baseUrl = QUrl(address);
        provider.models = {u"small:1b"_s, u"a-model-with-quite-a-long-name:70b"_s};
        QVERIFY(stage.providerBook.put({}, provider, {}).has_value());
    }
    stage.providerBook.setDefault(u"provider-2"_s);
    QVERIFY(stage.start());
    stage.window->showPage(u"settings"_s);
    auto *sections = stage.find<QListWidget>("settingsSections");
    sections->setFocus();
    sections->setCurrentRow(1);
    QTRY_COMPARE(stage.find<QListWidget>("providerListRows")->count(), 3);
    VERIFY_LOOKS(stage, *stage.window, u"settings-providers"_s);
}

void TestGalleryDesk::aSessionThatEnded()
{
    SignedInStage stage(m_look);
    QVERIFY(stage.signIn());
    QVERIFY(stage.startAt(stage.profile));
    QVERIFY(stage.openIdle(u"c2"_s));
    stage.write(u"Half a question about"_s);
    stage.identity.expireAccess();
    stage.identity.endSession();
    stage.agents.refresh(); // answered 401, and the renewal is refused
    QTRY_COMPARE(stage.workspace.session()->state(), AuthManager::State::Expired);
    auto *banner = stage.find<ErrorBanner>("workspaceFailure");
    QTRY_VERIFY(banner->isVisible());
    QVERIFY2(banner->text().contains(u"What you typed is kept"_s), qPrintable(banner->text()));
    stage.write(u" the north"_s); // one can go on typing
    QCOMPARE(stage.edit()->toPlainText(), u"Half a question about the north"_s);
    VERIFY_LOOKS(stage, *stage.window, u"session-ended"_s);
}

QTEST_MAIN(TestGalleryDesk)
#include "tst_gallerydesk.moc"
