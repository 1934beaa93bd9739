// The page of the language models in a real window, by real keys: found, looked into, their source tested and their keys set (AG-47).
#include "guifixture.h"

#include "gui/models/keyspane.h"
#include "gui/models/modelspage.h"
#include "gui/models/providerpane.h"
#include "gui/widgets/errorbanner.h"

#include <QComboBox>
#include <QFile>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

constexpr int gatewayTab = 2;
constexpr int keysTab = 3;

// A part of the stored answers (tests/data/contract/README.md).
QByteArray stored(QLatin1StringView part)
{
    QFile file(QStringLiteral(DESK_TEST_DATA "/contract/llm.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument(QJsonDocument::fromJson(file.readAll()).object().value(part).toObject()).toJson(QJsonDocument::Compact);
}

struct Desk : GuiFixture {
    QHash<QByteArray, Scripted> answers; // by "METHOD target"; else those of the contract
    QList<QJsonObject> keysSent;
    std::unique_ptr<KeysPane> keys;

    Desk()
    {
        script = [this](const Received &request) {
            const QByteArray key = request.method + ' ' + request.target;
            if (key == "POST /llm/keys")
                keysSent.append(QJsonDocument::fromJson(request.body).object());
            if (answers.contains(key))
                return answers.value(key);
            for (const auto part : {"models"_L1, "health"_L1, "load"_L1, "purposes"_L1, "keys"_L1}) {
                if (key == "GET /llm/" + QByteArray(part.data(), part.size()))
                    return json(stored(part));
            }
            if (key == "GET /llm/cloud-models/openai")
                return json(stored("cloud_models"_L1));
            if (key == "GET /llm/cloud-models/anthropic")
                return json(stored("cloud_models_unreadable_key"_L1));
            return sample(request.target);
        };
    }
    // Inside QVERIFY.
    [[nodiscard]] bool openPage()
    {
        if (!openAndLoad() || !show())
            return false;
        QTest::keyClick(window.get(), Qt::Key_4, Qt::ControlModifier);
        return window->currentPage() == u"models"_s && QTest::qWaitFor([this] { return isRead(); }, 5000);
    }
    [[nodiscard]] bool openTab(int tab)
    {
        if (!openPage())
            return false;
        QTabBar *bar = find<QTabWidget>("modelPageTabs")->tabBar();
        bar->setFocus();
        while (bar->currentIndex() < tab)
            QTest::keyClick(bar, Qt::Key_Right);
        return bar->currentIndex() == tab;
    }
    // The keys as an administrator has them: alone, for the account of this window is nobody's.
    [[nodiscard]] bool openKeys()
    {
        if (!openAndLoad())
            return false;
        modelCatalog.refresh();
        keys = std::make_unique<KeysPane>(modelCatalog, [] { return QString(); });
        keys->resize(700, 500);
        keys->show();
        keys->activateWindow();
        return QTest::qWaitForWindowActive(keys.get()) && QTest::qWaitFor([this] { return isRead(); }, 5000);
    }
    [[nodiscard]] bool isRead() const
    {
        return std::none_of(ModelCatalog::parts.begin(), ModelCatalog::parts.end(),
                            [this](ModelCatalog::Part part) { return modelCatalog.part(part).isLoading; });
    }
    [[nodiscard]] QListView *list() const { return find<QListView>("modelList"); }
    template <typename T>
    [[nodiscard]] T *find(const char *name) const
    {
        return keys ? keys->findChild<T *>(QLatin1StringView(name)) : GuiFixture::find<T>(name);
    }
    [[nodiscard]] QString text(const char *name) const { return find<QLabel>(name)->text(); }
    // All that the labels of a part of the page say.
    [[nodiscard]] QString said(const char *name) const
    {
        QStringList out;
        const QWidget *part = keys ? keys.get() : find<QWidget>(name);
        const QList<QLabel *> labels = part->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (!label->isHidden())
                out << label->text();
        }
        return out.join(u'|');
    }
};

} // namespace

class TestModelsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void AG_47_modelsAreListedWithWhatIsSaidOfThem();
    void AG_47_anAgentThatUsesAModelIsOneKeyAway();
    void theSearchLooksAtEverythingSaid();
    void hostileNamesStayText();
    void tenThousandModelsAreListed();
    void aRefusedListIsSaidAndAskedForAgain();
    void anEmptyListIsExplained();
    void theGatewayTellsHowItIsAndWhen();
    void theGatewaysRefusalsAreSaid();
    void aKeyIsSetAndForgotten();
    void aProviderWithTwoKeysWantsBoth();
    void aKeyIsTested();
    void whoMayNotSeeKeysIsTold();
    void whoIsNoAdministratorSetsNoKey();
    void AG_47_theLocalEndpointIsTestedAndCancelled();
    void AG_47_theSettingsTestWhatIsTyped();
};

void TestModelsPage::AG_47_modelsAreListedWithWhatIsSaidOfThem()
{
    Desk desk;
    QVERIFY(desk.openPage());
    desk.list()->setFocus();
    QCOMPARE(desk.list()->model()->rowCount(), 2);
    QCOMPARE(desk.text("modelName"), u"claude-sonnet"_s);
    const QString facts = desk.said("modelDetail");
    QVERIFY2(facts.contains(u"anthropic"_s) && facts.contains(u"anthropic/claude-sonnet-4"_s) && facts.contains(u"chat"_s),
             qPrintable(facts));
    QVERIFY2(!facts.contains(u"Context"_s) && !facts.contains(u"Capabilities"_s), qPrintable(facts)); // nobody said it
    QTest::keyClick(desk.list(), Qt::Key_Down);
    QCOMPARE(desk.text("modelName"), u"local-small"_s);
    QVERIFY2(desk.text("modelCounts").startsWith(u"2 "_s), qPrintable(desk.text("modelCounts")));
}

void TestModelsPage::AG_47_anAgentThatUsesAModelIsOneKeyAway()
{
    Desk desk;
    desk.answers.insert("GET /llm/purposes", json(R"({"purposes":{"frontier":"claude-sonnet"},"available_models":[]})"));
    QVERIFY(desk.openPage());
    auto *user = desk.find<QPushButton>("modelUser");
    QVERIFY(user != nullptr);
    QCOMPARE(user->text(), u"<b>Contract</b> summariser"_s); // text, never markup
    user->setFocus();
    QTest::keyClick(user, Qt::Key_Space);
    QCOMPARE(desk.window->currentPage(), u"agents"_s);
    QCOMPARE(desk.find<QListView>("agentList")->currentIndex().data(AgentListModel::NameRole), u"contracts"_s);
}

void TestModelsPage::theSearchLooksAtEverythingSaid()
{
    Desk desk;
    QVERIFY(desk.openPage());
    QTest::keyClick(desk.window.get(), Qt::Key_F, Qt::ControlModifier);
    auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(field != nullptr);
    QCOMPARE(field->accessibleName(), u"Search models"_s);
    QTest::keyClicks(field, u"CAREFUL anthropic"_s);
    QCOMPARE(desk.list()->model()->rowCount(), 1);
    QCOMPARE(desk.text("modelName"), u"claude-sonnet"_s);
    QTest::keyClicks(field, u" nowhere"_s);
    QCOMPARE(desk.list()->model()->rowCount(), 0);
    QVERIFY(!desk.find<QLabel>("modelName")->isVisible());
}

void TestModelsPage::hostileNamesStayText()
{
    Desk desk;
    desk.answers.insert("GET /llm/models", json(R"({"models":[{"id":"<img src=x>&File","provider":"<b>x</b>",
        "description":"<a href='http://evil'>here</a>"}],"purposes":{}})"));
    desk.answers.insert("GET /llm/load", json(R"({"purposes":{"&File":{"active":1}}})"));
    QVERIFY(desk.openPage());
    QCOMPARE(desk.text("modelName"), u"<img src=x>&File"_s);
    const QList<QLabel *> labels = desk.find<QWidget>("modelsPage")->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

void TestModelsPage::tenThousandModelsAreListed()
{
    QByteArray all;
    for (int i = 0; i < 10'000; ++i)
        all += (i ? ",{\"id\":\"m" : "{\"id\":\"m") + QByteArray::number(i) + "\",\"provider\":\"p\"}";
    Desk desk;
    desk.answers.insert("GET /llm/models", json("{\"purposes\":{},\"models\":[" + all + "]}"));
    QVERIFY(desk.openPage());
    QTRY_COMPARE(desk.list()->model()->rowCount(), 10'000);
    QTest::keyClick(desk.list(), Qt::Key_End);
    QTRY_COMPARE(desk.text("modelName"), desk.list()->model()->index(9999, 0).data(LlmListModel::NameRole).toString());
}

void TestModelsPage::aRefusedListIsSaidAndAskedForAgain()
{
    Desk desk;
    desk.answers.insert("GET /llm/models", reply(403, R"({"detail":"Not for you"})"));
    QVERIFY(desk.openPage());
    auto *banner = desk.find<QWidget>("modelsPage")->findChild<ErrorBanner *>();
    QTRY_VERIFY(banner->isVisible());
    desk.answers.clear();
    const QList<QPushButton *> buttons = banner->findChildren<QPushButton *>();
    const auto again = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton *b) { return b->text() == u"Try again"_s; });
    QVERIFY(again != buttons.end());
    (*again)->setFocus();
    QTest::keyClick(*again, Qt::Key_Space);
    QTRY_COMPARE(desk.list()->model()->rowCount(), 2);
    QVERIFY(!banner->isVisible());
}

void TestModelsPage::anEmptyListIsExplained()
{
    Desk desk;
    desk.answers.insert("GET /llm/models", json(stored("models_while_down"_L1)));
    QVERIFY(desk.openPage());
    QTRY_VERIFY2(desk.said("modelsPage").contains(u"It may be down"_s), qPrintable(desk.said("modelsPage")));
}

void TestModelsPage::theGatewayTellsHowItIsAndWhen()
{
    Desk desk;
    QVERIFY(desk.openTab(gatewayTab));
    const QString all = desk.said("gatewayPane");
    QVERIFY2(all.contains(u"Works"_s) && all.contains(u"llm.internal:4000"_s) && all.contains(u"12"_s), qPrintable(all));
    QVERIFY2(all.contains(u"chat|"_s) && all.contains(u"requests in all"_s), qPrintable(all));
    QVERIFY2(desk.text("gatewayState").startsWith(u"Read at"_s), qPrintable(desk.text("gatewayState")));
    desk.answers.insert("GET /llm/health", json(R"({"litellm":false})"));
    auto *again = desk.find<QPushButton>("gatewayAgain");
    again->setFocus();
    QTest::keyClick(again, Qt::Key_Space);
    QVERIFY(!again->isEnabled());
    QTRY_VERIFY2(desk.said("gatewayPane").contains(u"Does not answer"_s), qPrintable(desk.said("gatewayPane")));
}

void TestModelsPage::theGatewaysRefusalsAreSaid()
{
    Desk desk;
    desk.answers.insert("GET /llm/health", reply(403, R"({"detail":"no"})"));
    desk.answers.insert("GET /llm/load", reply(404, R"({"detail":"no"})"));
    QVERIFY(desk.openTab(gatewayTab));
    QCOMPARE(desk.text("gatewayState"), u"The server does not tell this to you."_s);
    QCOMPARE(desk.text("gatewayLoadState"), u"This server does not tell this."_s);
}

void TestModelsPage::aKeyIsSetAndForgotten()
{
    Desk desk;
    desk.answers.insert("POST /llm/keys", json(R"({"success":true,"message":"Stored"})"));
    QVERIFY(desk.openKeys());
    QVERIFY2(desk.said("keysPane").contains(u"sk-\u20269x2q"_s), qPrintable(desk.said("keysPane"))); // the server's mask
    auto *field = desk.find<QLineEdit>("keyField");
    QCOMPARE(field->echoMode(), QLineEdit::Password);
    auto *set = desk.find<QPushButton>("keySet");
    set->setFocus();
    QTest::keyClick(set, Qt::Key_Space);
    QVERIFY(!desk.text("keyProblem").isEmpty()); // there is none yet
    field->setFocus();
    QTest::keyClicks(field, u"sk-very-secret-9"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(field->text().isEmpty()); // at once
    QTRY_COMPARE(desk.keysSent.size(), 1);
    QCOMPARE(desk.keysSent.constFirst().value("api_key"_L1), u"sk-very-secret-9"_s);
    QCOMPARE(desk.keysSent.constFirst().value("provider"_L1), u"openai"_s);
    QTRY_COMPARE(desk.text("keyOutcome"), u"Stored"_s);
    QVERIFY(!desk.said("keysPane").contains(u"very-secret"_s));
}

void TestModelsPage::aProviderWithTwoKeysWantsBoth()
{
    Desk desk;
    desk.answers.insert("POST /llm/keys", json(R"({"success":true})"));
    QVERIFY(desk.openKeys());
    auto *provider = desk.find<QComboBox>("keyProvider");
    desk.find<QLineEdit>("keyField")->setText(u"sk-of-another"_s);
    provider->setFocus();
    QTest::keyClick(provider, Qt::Key_End);
    QVERIFY(!desk.find<QLineEdit>("keyField")->isVisible());
    QVERIFY(desk.find<QLineEdit>("keyField")->text().isEmpty()); // not taken along
    auto *access = desk.find<QLineEdit>("keyAccessField");
    access->setFocus();
    QTest::keyClicks(access, u"AKIA1"_s);
    QTest::keyClick(access, Qt::Key_Return);
    QVERIFY(!desk.text("keyProblem").isEmpty() && desk.keysSent.isEmpty());
    auto *secret = desk.find<QLineEdit>("keySecretField");
    secret->setFocus();
    QTest::keyClicks(secret, u"aws-very-secret"_s);
    QTest::keyClick(secret, Qt::Key_Return);
    QTRY_COMPARE(desk.keysSent.size(), 1);
    QCOMPARE(desk.keysSent.constFirst().value("aws_secret_access_key"_L1), u"aws-very-secret"_s);
    QVERIFY(access->text().isEmpty() && secret->text().isEmpty());
}

void TestModelsPage::aKeyIsTested()
{
    Desk desk;
    QVERIFY(desk.openKeys());
    auto *test = desk.find<QPushButton>("keyTest");
    test->setFocus();
    QTest::keyClick(test, Qt::Key_Space);
    QTRY_VERIFY2(desk.text("keyOutcome").contains(u"works"_s), qPrintable(desk.text("keyOutcome")));
    auto *provider = desk.find<QComboBox>("keyProvider");
    provider->setFocus();
    QTest::keyClick(provider, Qt::Key_Down); // Anthropic
    QTRY_VERIFY(test->isEnabled());
    test->setFocus();
    QTest::keyClick(test, Qt::Key_Space);
    QTRY_VERIFY2(desk.text("keyProblem").contains(u"Set it again"_s), qPrintable(desk.text("keyProblem")));
}

void TestModelsPage::whoMayNotSeeKeysIsTold()
{
    Desk desk;
    desk.answers.insert("GET /llm/keys", reply(403, R"({"detail":"Admin role required"})"));
    QVERIFY(desk.openTab(keysTab));
    QCOMPARE(desk.text("keysState"), u"The server does not tell this to you."_s);
    QVERIFY(!desk.find<QLineEdit>("keyField")->isEnabled());
    QVERIFY(!desk.find<QPushButton>("keySet")->isEnabled());
    QCOMPARE(desk.list()->model()->rowCount(), 2); // the rest is there
}

void TestModelsPage::whoIsNoAdministratorSetsNoKey()
{
    Desk desk;
    QVERIFY(desk.openTab(keysTab));
    QVERIFY2(desk.text("keysState").contains(u"Admin"_s), qPrintable(desk.text("keysState")));
    QVERIFY2(desk.said("keysPane").contains(u"sk-\u20269x2q"_s), qPrintable(desk.said("keysPane"))); // the server tells, so it is shown
    QVERIFY(!desk.find<QLineEdit>("keyField")->isEnabled() && !desk.find<QPushButton>("keySet")->isEnabled());
}

namespace {

// The page alone, over a real local server and an endpoint of its own.
struct LocalDesk {
    QTemporaryDir dir;
    Scripted answer = json(R"({"data":[{"id":"small:1b"},{"id":"big:70b"}]})");
    FaultServer endpoint{[this](const Received &) { return answer; }};
    MemoryStore secrets;
    AuthManagers accounts{secrets};
    ProfileTokenSource tokens;
    Transport transport{tokens};
    ApiClient api{transport};
    Workspace workspace{api, tokens, accounts, {dir.filePath(u"data"_s), QStringLiteral(DESK_LOCALSERVER), {}}};
    AgentStore agents{api};
    ServerProviders providers{api, workspace};
    ModelCatalog catalog{api, workspace, agents, providers};
    LlmListModel model{catalog};
    std::unique_ptr<ModelsPage> page;

    [[nodiscard]] bool open()
    {
        ModelProvider provider;
        provider.name = u"mine"_s;
        provider.baseUrl = QUrl(endpoint.url().toString(QUrl::StripTrailingSlash) + u"/v1"_s);
        provider.models = {u"small:1b"_s};
        workspace.setProvider(provider, {});
        workspace.open({Profile::Kind::Local, Profile::localName(), {}});
        if (!QTest::qWaitFor([this] { return workspace.state() == Workspace::State::Ready; }, 20'000))
            return false;
        page = std::make_unique<ModelsPage>(ModelsPage::Needs{catalog, model, providers, workspace,
                                                              [this](QObject *parent) { return new ProviderCheck(workspace, parent); }});
        page->resize(1000, 600);
        page->show();
        page->refresh();
        page->activateWindow();
        return QTest::qWaitForWindowActive(page.get()) && QTest::qWaitFor([this] { return model.rowCount() == 1; }, 5000);
    }
    template <typename T>
    [[nodiscard]] T *find(const char *name) const
    {
        return page->findChild<T *>(QLatin1StringView(name));
    }
};

} // namespace

void TestModelsPage::AG_47_theLocalEndpointIsTestedAndCancelled()
{
    LocalDesk desk;
    QVERIFY(desk.open());
    auto *tabs = desk.find<QTabWidget>("modelPageTabs");
    QVERIFY(tabs->isTabVisible(1) && !tabs->isTabVisible(gatewayTab) && !tabs->isTabVisible(keysTab));
    tabs->setCurrentIndex(1);
    auto *test = desk.find<QPushButton>("providerTest");
    test->setFocus();
    QTest::keyClick(test, Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(!desk.find<QLabel>("providerOutcome")->text().isEmpty(), 20'000);
    const QString outcome = desk.find<QLabel>("providerOutcome")->text();
    QVERIFY2(outcome.contains(u"works"_s) && outcome.contains(u"2 "_s), qPrintable(outcome));
    QCOMPARE(desk.model.rowCount(), 2); // what it offers besides is in the list
    desk.answer.pieces.clear();
    desk.answer.end = Scripted::End::Hold;
    test->setFocus();
    QTest::keyClick(test, Qt::Key_Space);
    QVERIFY(desk.find<QProgressBar>("providerProgress")->isVisible());
    auto *cancel = desk.find<QPushButton>("providerCancel");
    QVERIFY(cancel->hasFocus());
    QTest::keyClick(cancel, Qt::Key_Space);
    QVERIFY(!cancel->isVisible() && test->isEnabled() && test->hasFocus());
    QVERIFY(desk.find<QLabel>("providerProblem")->text().isEmpty());
    desk.answer = reply(401, R"({"error":{"message":"no"}})");
    QTest::keyClick(test, Qt::Key_Space);
    QTRY_VERIFY2_WITH_TIMEOUT(desk.find<QLabel>("providerProblem")->text().contains(u"key"_s),
                              qPrintable(desk.find<QLabel>("providerProblem")->text()), 20'000);
}

void TestModelsPage::AG_47_theSettingsTestWhatIsTyped()
{
    GuiFixture gui; // of a team: nothing local is open, which is said
    QVERIFY(gui.openAndLoad());
    QVERIFY(gui.show());
    gui.window->showPage(u"settings"_s);
    gui.find<QListWidget>("settingsSections")->setCurrentRow(1);
    gui.find<QRadioButton>("endpointRadio")->click();
    auto *test = gui.find<QPushButton>("modelTest");
    QVERIFY(test != nullptr && test->isVisible());
    gui.find<QWidget>("ModelSection")->findChild<QLineEdit *>(u"urlEdit"_s)->setText(u"nonsense"_s);
    test->setFocus();
    QTest::keyClick(test, Qt::Key_Space);
    QVERIFY(gui.find<QWidget>("ModelSection")->findChild<QLabel *>(u"problemLabel"_s)->isVisible());
    gui.find<QWidget>("ModelSection")->findChild<QLineEdit *>(u"urlEdit"_s)->setText(u"http://127.0.0.1:9/v1"_s);
    QTest::keyClick(test, Qt::Key_Space);
    QVERIFY(!gui.find<QWidget>("ModelSection")->findChild<QLabel *>(u"problemLabel"_s)->isVisible());
    QVERIFY(gui.find<QLabel>("modelTestProblem")->text().contains(u"local"_s));
    QVERIFY(!gui.workspace.hasModel()); // a test applies nothing
}

QTEST_MAIN(TestModelsPage)
#include "tst_modelspage.moc"
