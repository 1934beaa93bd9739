#include "gui/guifixture.h"
#include "gui/profiles/profileimportdialog.h"
#include "gui/settings/teamserverdialog.h"
#include "state/profiles/profilefile.h"
#include "state/profiles/profilestore.h"
#include "state/profiles/serveraddress.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>

#include <optional>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class TestPagesSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void HTTP_24_serverAddresses_data();
    void HTTP_24_serverAddresses();
    void aTeamServerIsAddedWithItsTokenOnlyInTheSecretStore();
    void aWrongAddressIsRefusedWithItsReason();
    void D_63_productionIsProposedAndSaidByKeys();
    void D_63_whatWasSaidOfProductionIsShownAgain();
    void aProfileIsRemovedWithItsToken();
    void usingAProfileOpensIt();
    void profilesOfAFileAreShownBeforeTheyAreAdded();
    void aFileThatIsNoneIsSaidAndNothingAdded();
    void profilesAreHandedOnAsAFile();
    void aManagedProfileIsNotThePersonsToChange();
    void theOpenProfilesNewAddressIsUsedAtOnce();
    void TLS_04_aCertificateIsTriedWhenItIsChosen();
    void aLanguageModelIsAppliedAndItsKeyKeptOutOfTheSettings();
    void aKeyIsNotSentUnencrypted();
    void noModelIsAChoice();
    void AG_47_severalProvidersAreSetUpByKeyboard();
    void AG_47_aProviderIsRemovedWithItsKey();
    void whatIsTypedForOneProviderIsNotTakenForAnother();
    void aKeychainThatRefusesIsSaidBesideTheProviders();
    void themeAppliesAtOnceAndLanguageIsStored();
    void theDataFolderIsShownAndOpened();

private:
    static void showSection(const GuiFixture &gui, int row);
    static QByteArray keyOf(GuiFixture &gui, const QString &provider, const QString &origin);
    static void addTwoProviders(GuiFixture &gui);
    static void press(QWidget *widget);
};

void TestPagesSettings::showSection(const GuiFixture &gui, int row)
{
    gui.window->showPage(u"settings"_s);
    gui.find<QListWidget>("settingsSections")->setCurrentRow(row);
}

// What the secret store has of it.
QByteArray TestPagesSettings::keyOf(GuiFixture &gui, const QString &provider, const QString &origin)
{
    std::optional<QByteArray> kept;
    gui.secrets.read(providerSecretKey(provider, origin), gui.window.get(),
                     [&kept](const Result<QByteArray> &key) { kept = key ? *key : QByteArray("failed"); });
    return QTest::qWaitFor([&kept] { return kept.has_value(); }, 5000) ? *kept : QByteArray("no answer");
}

void TestPagesSettings::addTwoProviders(GuiFixture &gui)
{
    ModelProvider provider;
    provider.name = u"near"_s;
    provider.baseUrl = QUrl(u"http://127.0.0.1:8000/v1"_s);
    provider.models = {u"small:1b"_s, u"big:70b"_s};
    QVERIFY(gui.providerBook.put({}, provider, {}).has_value());
    provider.name = u"paid"_s;
    provider.baseUrl = QUrl(u"https://llm.example.org/v1"_s);
    provider.models = QStringList{u"grand"_s};
    QVERIFY(gui.providerBook.put({}, provider, "sk-of-paid-1").has_value());
    gui.providerBook.setDefault(u"near"_s);
}

void TestPagesSettings::press(QWidget *widget)
{
    QVERIFY(widget && widget->isEnabled() && widget->isVisible());
    widget->setFocus();
    QTest::keyClick(widget, Qt::Key_Space);
}

void TestPagesSettings::HTTP_24_serverAddresses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("result"); // empty: refused
    QTest::newRow("https") << u"https://agents.example.org"_s << u"https://agents.example.org"_s;
    QTest::newRow("prefix is kept, slash is not")
        << u" https://agents.example.org/api/agent/ "_s << u"https://agents.example.org/api/agent"_s;
    QTest::newRow("loopback") << u"http://127.0.0.1:8000"_s << u"http://127.0.0.1:8000"_s;
    QTest::newRow("loopback, version 6") << u"http://[::1]:8000"_s << u"http://[::1]:8000"_s;
    QTest::newRow("http elsewhere") << u"http://agents.example.org"_s << QString();
    QTest::newRow("a name that can point elsewhere") << u"http://localhost:8000"_s << QString();
    QTest::newRow("looks like loopback") << u"http://127.0.0.1.evil.test"_s << QString();
    QTest::newRow("user info") << u"https://me:secret@agents.example.org"_s << QString();
    QTest::newRow("host hidden behind user info") << u"http://127.0.0.1@evil.test"_s << QString();
    QTest::newRow("query") << u"https://agents.example.org/?token=x"_s << QString();
    QTest::newRow("other scheme") << u"file:///etc/passwd"_s << QString();
    QTest::newRow("backslashes") << u"http:\\\\evil.test"_s << QString();
    QTest::newRow("no address") << u"agents"_s << QString();
    QTest::newRow("empty") << QString() << QString();
}

void TestPagesSettings::HTTP_24_serverAddresses()
{
    QFETCH(QString, typed);
    QFETCH(QString, result);
    const Result<QUrl> url = ServerAddress::check(typed);
    QCOMPARE(url.has_value(), !result.isEmpty());
    if (url)
        QCOMPARE(url->toString(), result);
    else
        QVERIFY(!url.error().message.isEmpty());
}

void TestPagesSettings::aTeamServerIsAddedWithItsTokenOnlyInTheSecretStore()
{
    GuiFixture gui;
    QVERIFY(gui.show());
    showSection(gui, 0);
    gui.find<QPushButton>("addButton")->click();
    auto *dialog = gui.window->findChild<TeamServerDialog *>();
    QVERIFY(dialog);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"nameEdit"_s), u"Sales"_s);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"urlEdit"_s), u"https://agents.example.org/api"_s);
    auto *way = dialog->findChild<QComboBox *>(u"signInCombo"_s);
    auto *token = dialog->findChild<QLineEdit *>(u"tokenEdit"_s);
    QVERIFY(!token->isVisible()); // another way in needs none
    way->setFocus();
    QTest::keyClick(way, Qt::Key_End);
    QTRY_VERIFY(token->isVisible());
    QCOMPARE(token->echoMode(), QLineEdit::Password);
    QTest::keyClicks(token, u"tok-very-secret"_s);
    QTest::keyClick(token, Qt::Key_Return);
    QCOMPARE(gui.savedTokens.size(), 1);
    QCOMPARE(gui.savedTokens.constFirst().first, u"Sales"_s);
    QCOMPARE(gui.savedTokens.constFirst().second, QByteArray("tok-very-secret"));
    QCOMPARE(ProfileStore(gui.settings).teams().size(), 1);
    QCOMPARE(gui.find<QListWidget>("profileList")->count(), 2);
    QFile file(gui.dir.filePath(u"settings.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray stored = file.readAll();
    QVERIFY(stored.contains("Sales"));
    QVERIFY(!stored.contains("tok-very-secret"));
}

void TestPagesSettings::aWrongAddressIsRefusedWithItsReason()
{
    TestDialogs dialogs;
    TeamServerDialog dialog(nullptr, {u"Taken"_s}, dialogs);
    QSignalSpy saved(&dialog, &TeamServerDialog::saved);
    dialog.open();
    auto *problem = dialog.findChild<QLabel *>(u"problemLabel"_s);
    dialog.findChild<QLineEdit *>(u"nameEdit"_s)->setText(u"taken"_s);
    dialog.findChild<QLineEdit *>(u"urlEdit"_s)->setText(u"http://agents.example.org"_s);
    QTest::keyClick(&dialog, Qt::Key_Return);
    QVERIFY(problem->text().contains(u"already"_s));
    dialog.findChild<QLineEdit *>(u"nameEdit"_s)->setText(u"Other"_s);
    QTest::keyClick(&dialog, Qt::Key_Return);
    QVERIFY(problem->isVisible());
    QVERIFY(problem->text().contains(u"https"_s));
    QVERIFY(dialog.isVisible());
    QVERIFY(saved.isEmpty());
}

void TestPagesSettings::D_63_productionIsProposedAndSaidByKeys()
{
    TestDialogs dialogs;
    const Profile before{Profile::Kind::Team, u"Sales"_s, QUrl(u"https://agents.example.org"_s), u"p1"_s};
    TeamServerDialog dialog(&before, {}, dialogs);
    QList<Profile> saved;
    connect(&dialog, &TeamServerDialog::saved, this, [&saved](const TeamServerDialog::Entered &entered) { saved += entered.profile; });
    const auto open = [&dialog] {
        dialog.open();
        return QTest::qWaitForWindowActive(&dialog);
    };
    QVERIFY(open());
    auto *name = dialog.findChild<QLineEdit *>(u"nameEdit"_s);
    auto *production = dialog.findChild<QCheckBox *>(u"productionCheck"_s);
    QVERIFY(!production->isChecked());
    name->setFocus();
    QTest::keyClick(name, Qt::Key_End);
    QTest::keyClicks(name, u" prod"_s);
    QVERIFY(production->isChecked()); // a guess
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(saved.size(), 1);
    QCOMPARE(saved.constLast().production, std::optional<bool>()); // and it stays one
    QVERIFY(open());
    QTest::keyClick(&dialog, Qt::Key_U, Qt::AltModifier);
    QTRY_VERIFY(production->hasFocus() && !production->isChecked()); // a button shows that it is pressed first
    name->setFocus();
    QTest::keyClicks(name, u" live"_s);
    QVERIFY(!production->isChecked()); // somebody has said it
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(saved.constLast().production, std::optional(false));
    QVERIFY(open());
    production->setFocus();
    QTest::keyClick(production, Qt::Key_Space);
    QTest::keyClick(production, Qt::Key_Return);
    QCOMPARE(saved.constLast().production, std::optional(true));
}

void TestPagesSettings::D_63_whatWasSaidOfProductionIsShownAgain()
{
    TestDialogs dialogs;
    for (const bool said : {true, false}) {
        Profile before{Profile::Kind::Team, said ? u"Sales"_s : u"Sales prod"_s, QUrl(u"https://agents.example.org"_s), u"p1"_s};
        before.production = said;
        TeamServerDialog dialog(&before, {}, dialogs);
        QSignalSpy saved(&dialog, &TeamServerDialog::saved);
        dialog.open();
        QCOMPARE(dialog.findChild<QCheckBox *>(u"productionCheck"_s)->isChecked(), said);
        QTest::keyClick(dialog.findChild<QLineEdit *>(u"nameEdit"_s), Qt::Key_Return);
        QCOMPARE(saved.size(), 1);
        QCOMPARE(saved.constFirst().constFirst().value<TeamServerDialog::Entered>().profile.production, std::optional(said));
    }
}

void TestPagesSettings::aProfileIsRemovedWithItsToken()
{
    GuiFixture gui;
    ProfileStore(gui.settings).save({Profile::Kind::Team, u"Sales"_s, QUrl(u"https://agents.example.org"_s)});
    QVERIFY(gui.show());
    showSection(gui, 0);
    auto *remove = gui.find<QPushButton>("removeButton");
    gui.find<QListWidget>("profileList")->setCurrentRow(0);
    QVERIFY(!remove->isEnabled()); // the local workspace cannot be removed
    gui.find<QListWidget>("profileList")->setCurrentRow(1);
    remove->click();
    QCOMPARE(ProfileStore(gui.settings).teams().size(), 1); // asked, not done
    QCOMPARE(gui.dialogs.questions.size(), 1);
    gui.dialogs.questions.constFirst().yes();
    QVERIFY(ProfileStore(gui.settings).teams().isEmpty());
    QCOMPARE(gui.savedTokens.constFirst(), qMakePair(u"Sales"_s, QByteArray()));
}

void TestPagesSettings::usingAProfileOpensIt()
{
    GuiFixture gui;
    ProfileStore(gui.settings).save({Profile::Kind::Team, u"Sales"_s, gui.server.url()});
    QVERIFY(gui.show());
    showSection(gui, 0);
    gui.find<QListWidget>("profileList")->setCurrentRow(1);
    QTest::keyClick(gui.find<QPushButton>("openButton"), Qt::Key_Space);
    QTRY_COMPARE(gui.workspace.state(), Workspace::State::Ready);
    QCOMPARE(gui.workspace.profile().name, u"Sales"_s);
    QCOMPARE(gui.settings.text(Settings::Key::Profile), ProfileStore(gui.settings).find(u"Sales"_s)->id);
    QVERIFY(!gui.find<QPushButton>("openButton")->isEnabled());
    QVERIFY(!gui.find<QPushButton>("removeButton")->isEnabled());
}

void TestPagesSettings::profilesOfAFileAreShownBeforeTheyAreAdded()
{
    GuiFixture gui;
    gui.profiles.save({Profile::Kind::Team, u"Sales"_s, QUrl(u"https://agents.example.org"_s)});
    gui.profiles.save({Profile::Kind::Team, u"Lab"_s, QUrl(u"https://mine.example.org"_s)});
    Profile office{Profile::Kind::Team, u"Office"_s, QUrl(u"https://office.example.org/api"_s)};
    office.signIn = SignInWay::EmailCode;
    office.identityUrl = QUrl(u"https://login.example.org"_s);
    office.colour = u"#123456"_s; // none of ours
    const QString path = gui.dir.filePath(u"team.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(ProfileFile::write({{Profile::Kind::Team, u"Sales"_s, QUrl(u"https://agents.example.org"_s)},
                                   {Profile::Kind::Team, u"lab"_s, QUrl(u"https://lab.example.org"_s)},
                                   office}));
    file.close();
    QVERIFY(gui.show());
    showSection(gui, 0);
    gui.dialogs.filesToOpen = {path};
    gui.find<QPushButton>("importButton")->click();
    auto *dialog = gui.window->findChild<ProfileImportDialog *>();
    QVERIFY(dialog);
    auto *list = dialog->findChild<QListWidget *>(u"importList"_s);
    QCOMPARE(list->count(), 3);
    QVERIFY(list->item(0)->text().contains(u"already there"_s));
    QVERIFY(list->item(1)->text().contains(u"lab (2)"_s));           // another server of a name that is taken
    QVERIFY(list->item(2)->text().contains(u"login.example.org"_s)); // where the sign-in goes is seen before
    if (const QString shots = qEnvironmentVariable("DESK_SHOTS"); !shots.isEmpty())
        dialog->grab().save(shots + u"/import.png"_s);
    QCOMPARE(gui.profiles.teams().size(), 2); // shown, not done
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTest::keyClick(list, Qt::Key_Down);
    list->setCurrentRow(1);
    QTest::keyClick(list, Qt::Key_Space); // not this one
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_COMPARE(gui.profiles.teams().size(), 3);
    const Profile added = *gui.profiles.find(u"Office"_s);
    QVERIFY(added.leadsTo(office));
    QCOMPARE(added.colour, office.colour);
    QVERIFY(!added.id.isEmpty());
}

void TestPagesSettings::aFileThatIsNoneIsSaidAndNothingAdded()
{
    GuiFixture gui;
    QVERIFY(gui.show());
    showSection(gui, 0);
    gui.dialogs.filesToOpen = {QStringLiteral(DESK_TEST_DATA "/sales.csv")};
    gui.find<QPushButton>("importButton")->click();
    QCOMPARE(gui.dialogs.informed.size(), 1);
    QVERIFY(gui.dialogs.informed.constFirst().contains(u"not a file with profiles"_s));
    QVERIFY(!gui.window->findChild<ProfileImportDialog *>());
}

void TestPagesSettings::profilesAreHandedOnAsAFile()
{
    GuiFixture gui;
    QVERIFY(gui.show());
    showSection(gui, 0);
    auto *button = gui.find<QPushButton>("exportButton");
    QVERIFY(!button->isEnabled()); // there is nothing to hand on
    gui.profiles.save({Profile::Kind::Team, u"Sales"_s, QUrl(u"https://agents.example.org"_s)});
    QVERIFY(button->isEnabled());
    gui.dialogs.fileToSave = gui.dir.filePath(u"out.json"_s);
    button->click();
    const Result<ProfileFile> written = ProfileFile::read(gui.dialogs.fileToSave, ProfileFile::From::Person);
    QVERIFY(written.has_value());
    QCOMPARE(written->profiles.constFirst().name, u"Sales"_s);
    gui.dialogs.fileToSave = gui.dir.filePath(u"no such folder/out.json"_s);
    button->click();
    QCOMPARE(gui.dialogs.informed.size(), 1);
}

void TestPagesSettings::aManagedProfileIsNotThePersonsToChange()
{
    GuiFixture gui;
    Profile managed{Profile::Kind::Team, u"Company"_s, QUrl(u"https://agents.example.org"_s), u"policy-1"_s};
    managed.isManaged = true;
    gui.profiles.setManaged({managed});
    QVERIFY(gui.show());
    showSection(gui, 0);
    auto *list = gui.find<QListWidget>("profileList");
    QVERIFY(list->item(1)->text().contains(u"administrator"_s));
    list->setCurrentRow(1);
    QVERIFY(gui.find<QPushButton>("openButton")->isEnabled());
    for (const char *name : {"editButton", "removeButton"}) {
        QVERIFY(!gui.find<QPushButton>(name)->isEnabled());
        QVERIFY(gui.find<QPushButton>(name)->toolTip().contains(u"administrator"_s));
    }
}

void TestPagesSettings::theOpenProfilesNewAddressIsUsedAtOnce()
{
    GuiFixture gui;
    gui.profiles.save({Profile::Kind::Team, u"Sales"_s, QUrl(u"http://127.0.0.1:1"_s)}); // mistyped
    QVERIFY(gui.show());
    showSection(gui, 0);
    gui.workspace.open(*gui.profiles.find(u"Sales"_s));
    QTRY_COMPARE(gui.workspace.state(), Workspace::State::Failed);
    gui.find<QListWidget>("profileList")->setCurrentRow(1);
    gui.find<QPushButton>("editButton")->click();
    auto *dialog = gui.window->findChild<TeamServerDialog *>();
    auto *url = dialog->findChild<QLineEdit *>(u"urlEdit"_s);
    url->selectAll();
    QTest::keyClicks(url, gui.server.url().toString());
    QTest::keyClick(url, Qt::Key_Return);
    QTRY_COMPARE(gui.workspace.state(), Workspace::State::Ready);
    QCOMPARE(gui.workspace.profile().baseUrl, gui.server.url());
}

void TestPagesSettings::TLS_04_aCertificateIsTriedWhenItIsChosen()
{
    GuiFixture gui;
    QVERIFY(gui.show());
    showSection(gui, 0);
    gui.find<QPushButton>("addButton")->click();
    auto *dialog = gui.window->findChild<TeamServerDialog *>();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    auto *name = dialog->findChild<QLineEdit *>(u"nameEdit"_s);
    auto *password = dialog->findChild<QLineEdit *>(u"certificatePasswordEdit"_s);
    QVERIFY(!password->isVisible());
    QTest::keyClicks(name, u"Sales"_s);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"urlEdit"_s), u"https://agents.example.org"_s);
    auto *way = dialog->findChild<QComboBox *>(u"signInCombo"_s);
    way->setFocus();
    QTest::keyClick(way, Qt::Key_End); // a token
    gui.dialogs.filesToOpen = {QStringLiteral(DESK_TEST_DATA "/tls/client.p12")};
    dialog->findChild<QPushButton *>(u"certificateButton"_s)->click();
    QTRY_VERIFY(password->isVisible());
    QCOMPARE(dialog->focusWidget(), password);
    QCOMPARE(password->echoMode(), QLineEdit::Password);
    QTest::keyClicks(password, u"open barley"_s);
    QTest::keyClick(password, Qt::Key_Return);
    auto *problem = dialog->findChild<QLabel *>(u"problemLabel"_s);
    QVERIFY(problem->isVisible());
    QCOMPARE(password->accessibleDescription(), problem->text());
    QCOMPARE(dialog->focusWidget(), password);
    if (const QString shots = qEnvironmentVariable("DESK_SHOTS"); !shots.isEmpty())
        dialog->grab().save(shots + u"/certificate.png"_s);
    password->selectAll();
    QTest::keyClicks(password, u"open sesame"_s);
    QTest::keyClick(password, Qt::Key_Return);
    QTRY_COMPARE(gui.profiles.teams().size(), 1);
    const Profile stored = gui.profiles.teams().constFirst();
    QCOMPARE(stored.certificateFile, gui.dialogs.filesToOpen.constFirst());
    QByteArray kept;
    gui.secretKeeper.read(certificatePasswordKey(stored.id), gui.window.get(), [&kept](const Result<QByteArray> &read) {
        if (read)
            kept = *read;
    });
    QTRY_COMPARE(kept, QByteArray("open sesame"));
    QFile settings(gui.dir.filePath(u"settings.json"_s));
    QVERIFY(settings.open(QIODevice::ReadOnly));
    QVERIFY(!settings.readAll().contains("sesame"));
}

void TestPagesSettings::aLanguageModelIsAppliedAndItsKeyKeptOutOfTheSettings()
{
    GuiFixture gui;
    QVERIFY(gui.show());
    showSection(gui, 1);
    QVERIFY(!gui.find<QLineEdit>("modelsEdit")->isEnabled());
    gui.find<QRadioButton>("endpointRadio")->click();
    auto *section = gui.find<QWidget>("ModelSection");
    auto *url = section->findChild<QLineEdit *>(u"urlEdit"_s);
    QCOMPARE(url->text(), u"http://127.0.0.1:11434/v1"_s); // Ollama
    auto *problem = section->findChild<QLabel *>(u"problemLabel"_s);
    gui.find<QPushButton>("applyButton")->click();
    QVERIFY(problem->isVisible()); // no model named
    QVERIFY(!gui.workspace.hasModel());
    QTest::keyClicks(gui.find<QLineEdit>("modelsEdit"), u"small:1b, big:70b"_s);
    QTest::keyClicks(gui.find<QLineEdit>("keyEdit"), u"sk-hidden"_s);
    gui.find<QPushButton>("applyButton")->click();
    QVERIFY(!problem->isVisible());
    QCOMPARE(gui.workspace.provider().name, u"ollama"_s);
    QCOMPARE(gui.workspace.provider().models, QStringList({u"small:1b"_s, u"big:70b"_s}));
    QCOMPARE(keyOf(gui, u"ollama"_s, u"http://127.0.0.1:11434"_s), "sk-hidden");
    QVERIFY(gui.find<QLineEdit>("keyEdit")->text().isEmpty());
    QFile file(gui.dir.filePath(u"settings.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("sk-hidden"));
}

void TestPagesSettings::aKeyIsNotSentUnencrypted()
{
    GuiFixture gui;
    QVERIFY(gui.show());
    showSection(gui, 1);
    gui.find<QRadioButton>("endpointRadio")->click();
    auto *section = gui.find<QWidget>("ModelSection");
    section->findChild<QLineEdit *>(u"urlEdit"_s)->setText(u"http://192.0.2.7:11434/v1"_s);
    gui.find<QLineEdit>("modelsEdit")->setText(u"m"_s);
    gui.find<QLineEdit>("keyEdit")->setText(u"sk-hidden"_s);
    gui.find<QPushButton>("applyButton")->click();
    QVERIFY(section->findChild<QLabel *>(u"problemLabel"_s)->isVisible());
    QVERIFY(!gui.workspace.hasModel());
    gui.find<QLineEdit>("keyEdit")->clear();
    gui.find<QPushButton>("applyButton")->click();
    QVERIFY(gui.workspace.hasModel());
    QVERIFY(section->findChild<QLabel *>(u"stateLabel"_s)->text().contains(u"not encrypted"_s)); // allowed, but said
}

void TestPagesSettings::noModelIsAChoice()
{
    GuiFixture gui;
    ModelProvider provider;
    provider.name = u"vllm"_s;
    provider.baseUrl = QUrl(u"http://127.0.0.1:8000/v1"_s);
    provider.models = QStringList{u"m"_s};
    QVERIFY(gui.providerBook.put({}, provider, {}).has_value());
    gui.providerBook.setDefault(provider.name);
    QVERIFY(gui.show());
    showSection(gui, 1);
    QVERIFY(gui.find<QRadioButton>("endpointRadio")->isChecked());
    QCOMPARE(gui.find<QComboBox>("presetCombo")->currentText(), u"vLLM"_s);
    gui.find<QRadioButton>("builtinRadio")->click();
    gui.find<QPushButton>("applyButton")->click();
    QVERIFY(!gui.workspace.hasModel());
    QVERIFY(gui.settings.text(Settings::Key::ProviderName).isEmpty());
    QCOMPARE(gui.providerBook.providers().size(), 1); // it can be chosen again
}

void TestPagesSettings::AG_47_severalProvidersAreSetUpByKeyboard()
{
    GuiFixture gui;
    QVERIFY(gui.show());
    showSection(gui, 1);
    auto *list = gui.find<QListWidget>("providerListRows");
    QVERIFY(!list->isVisible()); // it takes no room while there is none
    gui.find<QRadioButton>("endpointRadio")->click();
    QTest::keyClicks(gui.find<QLineEdit>("modelsEdit"), u"small:1b"_s);
    press(gui.find<QPushButton>("applyButton"));
    QVERIFY(list->isVisible());
    QCOMPARE(list->count(), 1);
    press(gui.find<QPushButton>("providerAdd"));
    auto *preset = gui.find<QComboBox>("presetCombo");
    QVERIFY(preset->hasFocus());
    QVERIFY(gui.find<QLineEdit>("modelsEdit")->text().isEmpty());
    QCOMPARE(gui.find<QLineEdit>("nameEdit")->text(), u"ollama-2"_s); // the name is taken
    QTest::keyClick(preset, Qt::Key_End);
    auto *name = gui.find<QLineEdit>("nameEdit");
    QCOMPARE(name->text(), u"custom"_s);
    name->selectAll();
    QTest::keyClicks(name, u"ollama"_s);
    auto *section = gui.find<QWidget>("ModelSection");
    QTest::keyClicks(section->findChild<QLineEdit *>(u"urlEdit"_s), u"https://llm.example.org/v1"_s);
    QTest::keyClicks(gui.find<QLineEdit>("modelsEdit"), u"grand"_s);
    QTest::keyClicks(gui.find<QLineEdit>("keyEdit"), u"sk-of-paid-1"_s);
    press(gui.find<QPushButton>("applyButton"));
    auto *problem = section->findChild<QLabel *>(u"problemLabel"_s);
    QVERIFY2(problem->isVisible() && problem->text().contains(u"name"_s), qPrintable(problem->text()));
    QCOMPARE(gui.find<QLineEdit>("keyEdit")->text(), u"sk-of-paid-1"_s); // nothing typed is lost
    name->selectAll();
    QTest::keyClicks(name, u"paid"_s);
    press(gui.find<QPushButton>("applyButton"));
    QVERIFY(!problem->isVisible());
    QCOMPARE(list->count(), 2);
    QCOMPARE(list->currentRow(), 1);
    QCOMPARE(keyOf(gui, u"paid"_s, u"https://llm.example.org:443"_s), "sk-of-paid-1");
    QCOMPARE(gui.workspace.provider().name, u"ollama"_s); // still the default
    QCOMPARE(gui.workspace.providers().size(), 2);
    auto *add = gui.find<QPushButton>("providerAdd");
    QTRY_VERIFY(add->y() >= list->geometry().bottom() && list->viewport()->height() >= 2 * list->sizeHintForRow(0));
    QTRY_VERIFY(add->parentWidget()->geometry().bottom() >= add->geometry().bottom() + add->parentWidget()->y());
    if (const QString shots = qEnvironmentVariable("DESK_SHOTS"); !shots.isEmpty())
        gui.window->grab().save(shots + u"/providers.png"_s);
    press(gui.find<QPushButton>("providerDefault"));
    QCOMPARE(gui.workspace.provider().name, u"paid"_s);
    QVERIFY(!gui.find<QPushButton>("providerDefault")->isEnabled());
    QVERIFY(list->hasFocus()); // not lost with the button
    QVERIFY(list->item(1)->data(Qt::AccessibleTextRole).toString().contains(u"Default"_s));
    QTest::keyClick(list, Qt::Key_Up);
    QCOMPARE(name->text(), u"ollama"_s); // the chosen one is in the form
    QFile file(gui.dir.filePath(u"settings.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("sk-of-paid"));
}

void TestPagesSettings::AG_47_aProviderIsRemovedWithItsKey()
{
    GuiFixture gui;
    addTwoProviders(gui);
    QVERIFY(gui.show());
    showSection(gui, 1);
    auto *list = gui.find<QListWidget>("providerListRows");
    QCOMPARE(list->currentRow(), 0);
    gui.find<QRadioButton>("endpointRadio")->setFocus();
    QTest::keyClick(gui.find<QRadioButton>("endpointRadio"), Qt::Key_Tab);
    QVERIFY(list->hasFocus()); // in the order of reading
    QTest::keyClick(list, Qt::Key_Tab);
    QVERIFY(gui.find<QPushButton>("providerAdd")->hasFocus());
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down);
    if (const QString shots = qEnvironmentVariable("DESK_SHOTS"); !shots.isEmpty())
        gui.window->grab().save(shots + u"/providers-chosen.png"_s);
    press(gui.find<QPushButton>("providerRemove"));
    QCOMPARE(gui.dialogs.questions.size(), 1);
    QVERIFY(gui.dialogs.questions.constFirst().title.contains(u"paid"_s));
    QCOMPARE(list->count(), 2); // asked, not done
    gui.dialogs.questions.constFirst().yes();
    QCOMPARE(list->count(), 1);
    QCOMPARE(keyOf(gui, u"paid"_s, u"https://llm.example.org:443"_s), QByteArray());
    QVERIFY(list->hasFocus());
    QCOMPARE(gui.workspace.provider().name, u"near"_s);
    press(gui.find<QPushButton>("providerRemove"));
    gui.dialogs.questions.constLast().yes();
    QVERIFY(!list->isVisible());
    QVERIFY(gui.find<QRadioButton>("builtinRadio")->isChecked()); // as it is now
    QVERIFY(!gui.workspace.hasModel());
}

void TestPagesSettings::whatIsTypedForOneProviderIsNotTakenForAnother()
{
    GuiFixture gui;
    addTwoProviders(gui);
    QVERIFY(gui.show());
    showSection(gui, 1);
    QTest::keyClicks(gui.find<QLineEdit>("keyEdit"), u"sk-for-near"_s);
    auto *list = gui.find<QListWidget>("providerListRows");
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down);
    QVERIFY(gui.find<QLineEdit>("keyEdit")->text().isEmpty());
    QCOMPARE(gui.find<QLineEdit>("modelsEdit")->text(), u"grand"_s);
    QVERIFY(gui.find<QPushButton>("forgetKeyButton")->isEnabled());
    press(gui.find<QPushButton>("forgetKeyButton"));
    QTRY_VERIFY(!gui.find<QPushButton>("forgetKeyButton")->isEnabled());
    QCOMPARE(keyOf(gui, u"paid"_s, u"https://llm.example.org:443"_s), QByteArray());
    auto *state = gui.find<QWidget>("ModelSection")->findChild<QLabel *>(u"stateLabel"_s);
    QTRY_VERIFY2(state->isVisible() && state->text().contains(u"paid"_s), qPrintable(state->text()));
}

void TestPagesSettings::aKeychainThatRefusesIsSaidBesideTheProviders()
{
    GuiFixture gui;
    addTwoProviders(gui);
    QVERIFY(gui.show());
    showSection(gui, 1);
    Error error;
    error.kind = Error::Kind::Storage;
    error.message = u"The key of <b>paid</b> could not be read."_s;
    Q_EMIT gui.providerBook.keyFailed(error);
    auto *problem = gui.find<QWidget>("ModelSection")->findChild<QLabel *>(u"problemLabel"_s);
    QVERIFY(problem->isVisible() && problem->text().contains(u"<b>paid</b>"_s));
    QCOMPARE(problem->textFormat(), Qt::PlainText);
}

void TestPagesSettings::themeAppliesAtOnceAndLanguageIsStored()
{
    GuiFixture gui;
    QVERIFY(gui.show());
    showSection(gui, 4);
    auto *theme = gui.find<QComboBox>("themeCombo");
    theme->setCurrentIndex(theme->findData(u"dark"_s));
    QVERIFY(gui.theme.isDark());
    QCOMPARE(gui.settings.text(Settings::Key::Theme), u"dark"_s);
    theme->setCurrentIndex(theme->findData(u"light"_s));
    QVERIFY(!gui.theme.isDark());
    auto *language = gui.find<QComboBox>("languageCombo");
    language->setCurrentIndex(language->findData(u"de"_s));
    QCOMPARE(gui.settings.text(Settings::Key::Language), u"de"_s);
}

void TestPagesSettings::theDataFolderIsShownAndOpened()
{
    GuiFixture gui;
    QVERIFY(gui.show());
    showSection(gui, 6);
    QCOMPARE(gui.find<QLineEdit>("folderEdit")->text(), QDir::toNativeSeparators(gui.dir.path()));
    gui.find<QPushButton>("openFolderButton")->click();
    QCOMPARE(gui.dialogs.opened, QList<QUrl>{QUrl::fromLocalFile(gui.dir.path())});
}

QTEST_MAIN(TestPagesSettings)
#include "tst_pagessettings.moc"
