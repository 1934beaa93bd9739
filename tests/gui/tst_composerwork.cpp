// The composer beyond its text: options, prompts, the look at a message before it leaves, spelling.
#include "gui/chat/chatpage.h"
#include "gui/chat/compose/completionlist.h"
#include "gui/chat/compose/composer.h"
#include "gui/chat/compose/composeredit.h"
#include "gui/chat/guard/guardpolicy.h"
#include "gui/chat/transcript/transcriptview.h"
#include "gui/chat/turns/editmessagedialog.h"
#include "gui/composeservices.h"
#include "gui/desktop/quickaskwindow.h"
#include "gui/prompts/promptdialog.h"
#include "gui/prompts/prompteditor.h"
#include "gui/settings/chatsection.h"
#include "gui/settings/guardform.h"
#include "gui/spell/spellchecker.h"
#include "gui/spell/spellengine.h"
#include "gui/spell/spellmarks.h"
#include "gui/spell/wordfinder.h"
#include "gui/testdialogs.h"
#include "gui/theme.h"
#include "gui/widgets/errorbanner.h"
#include "state/agents/agentstore.h"
#include "state/chat/attachmentqueue.h"
#include "state/chat/chatchoices.h"
#include "state/chat/chatsessions.h"
#include "state/models/conversationlistmodel.h"
#include "state/profiles/profilestore.h"
#include "state/prompts/promptfile.h"
#include "state/prompts/promptstore.h"
#include "state/settings.h"
#include "state/store/chatoptionsstore.h"
#include "state/store/storethread.h"
#include "state/teamfixture.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFile>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QLocale>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QSet>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

const QByteArray heedingFeatures = localFeatures + R"(,"chat_model","chat_sampling","chat_tools")";
const QString secret = u"password=Tr0ub4dor"_s;

QByteArray frame(const QByteArray &type, const QByteArray &data)
{
    static int id = 0;
    return "id: " + QByteArray::number(++id) + "\nevent: " + type + "\ndata: " + data + "\n\n";
}

struct Fixture : TeamFixture {
    AgentStore agents{api};
    ConversationListModel list{conversations};
    QTemporaryDir dir;
    StoreFolder folder{dir.filePath(u"user"_s)};
    StoreThread store{folder, userStoreKind(folder)};
    ChatSessions sessions{api, workspace, conversations};
    AttachmentQueue attachments{api};
    Settings settings{dir.filePath(u"settings.json"_s)};
    ProfileStore profiles{settings};
    ChatChoices choices{api, workspace};
    ChatOptionsStore options{store};
    PromptStore prompts{store};
    std::unique_ptr<SpellChecker> spelling;
    ComposeServices compose{&choices, &options, &prompts, nullptr};
    Theme theme{*qApp};
    TestDialogs dialogs;
    QList<QByteArray> questions; // bodies, as they came
    int uploads = 0;
    bool toolsFail = false;
    std::unique_ptr<ChatPage> page;

    explicit Fixture(const QByteArray &heeds = heedingFeatures)
    {
        initGuiResources();
        theme.apply(qEnvironmentVariable("DESK_SHOTS_THEME", u"light"_s));
        features = heeds;
        script = [this](const Received &request) { return scripted(request); };
        options.open(u"account"_s);
    }

    Scripted scripted(const Received &request)
    {
        if (request.target == "/agents")
            return json(R"([{"id":"a1","name":"table","display_name":"Sheet analyst","description":"Answers questions on tables."},)"
                        R"({"id":"a2","name":"document","display_name":"Document reader"},{"id":"a3","name":"plain"}])");
        if (request.target == "/chat/models")
            return json(
                R"({"models":[{"id":"auto","name":"Auto"},{"id":"small","name":"Small <b>one</b>"},{"id":"large","name":"Large one"}]})");
        if (request.target.startsWith("/agents/tools") && toolsFail)
            return reply(500, {});
        if (request.target.startsWith("/agents/tools"))
            return json(R"([{"id":"t1","name":"calculate","description":"Computes."},{"id":"t2","name":"table_query"},)"
                        R"({"id":"t3","name":"read_file"}])");
        if (request.target.startsWith("/conversations?"))
            return json(R"({"total":1,"conversations":[{"id":"c1","title":"Figures","message_count":0}]})");
        if (request.target.startsWith("/conversations/c1/messages"))
            return json(R"({"total":0,"messages":[]})");
        if (request.target.startsWith("/conversations/c1"))
            return json(R"({"id":"c1","title":"Figures"})");
        if (request.target.startsWith("/files")) {
            ++uploads;
            return reply(201, R"({"id":"f1","filename":"notes.txt","mime_type":"text/plain","size":12})");
        }
        if (request.method == "POST" && request.target.contains("chat")) {
            questions.append(request.body);
            return eventStream({frame("run_created", R"({"run_id":"r1","conversation_id":"c9","message_id":"m1"})"),
                                frame("message_complete", R"({"message_id":"m2","conversation_id":"c9","citations":[]})")},
                               Scripted::End::Close);
        }
        return {};
    }

    // Call it inside QVERIFY.
    [[nodiscard]] bool show()
    {
        if (!open())
            return false;
        agents.refresh();
        conversations.refresh();
        ChatPage::Services services{sessions, conversations, list, agents, attachments, workspace, dialogs, nullptr, &settings};
        services.compose = &compose;
        page = std::make_unique<ChatPage>(services);
        page->resize(1100, 820);
        page->show();
        page->activateWindow();
        return QTest::qWaitForWindowActive(page.get()) &&
               QTest::qWaitFor([this] { return agents.isLoaded() && list.rowCount() == 1 && options.isLoaded() && prompts.isLoaded(); },
                               10'000);
    }
    template <typename T>
    [[nodiscard]] T *find(const char *name) const
    {
        return page->findChild<T *>(QLatin1StringView(name));
    }
    [[nodiscard]] ComposerEdit *edit() const { return find<ComposerEdit>("composerText"); }
    [[nodiscard]] QWidget *panel() const { return find<QWidget>("optionsPanel"); }
    [[nodiscard]] QJsonObject question(qsizetype index = 0) const { return QJsonDocument::fromJson(questions.value(index)).object(); }
    void write(const QString &text) const
    {
        edit()->setFocus();
        QTest::keyClicks(edit(), text);
    }
    void ask(const QString &text) const
    {
        write(text);
        QTest::keyClick(edit(), Qt::Key_Return);
    }
    QString file(const QString &name, const QByteArray &bytes) const
    {
        QFile out(dir.filePath(name));
        return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() ? out.fileName() : QString();
    }
    QString addPrompt(const QString &title, const QString &text)
    {
        SavedPrompt prompt;
        prompt.title = title;
        prompt.text = text;
        return prompts.add(prompt);
    }
    [[nodiscard]] bool openPanel()
    {
        QTest::keyClick(edit(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        return QTest::qWaitFor([this] { return panel()->isVisible() && choices.hasModels() && choices.hasTools(); }, 5000);
    }
    void picture(QWidget *widget, const QString &name) const
    {
        if (!qEnvironmentVariableIsSet("DESK_SHOTS"))
            return;
        widget->grab().save(QDir(qEnvironmentVariable("DESK_SHOTS")).filePath(name + u".png"_s));
    }
};

// A small dictionary of its own: whether one is installed says nothing here.
struct Dictionary {
    QTemporaryDir dir;
    Dictionary(const QString &name = u"en_US"_s, const QByteArray &encoding = "UTF-8")
    {
        QFile affixes(dir.filePath(name + u".aff"_s));
        QFile words(dir.filePath(name + u".dic"_s));
        if (affixes.open(QIODevice::WriteOnly) && words.open(QIODevice::WriteOnly)) {
            affixes.write("SET " + encoding + "\nTRY esianrtolcdugmphbyfvkwz\n");
            words.write("6\nhello\nworld\nplease\nwrite\nthis\nreport\n");
        }
    }
};

void tick(QListWidget *list, const QString &text)
{
    const QList<QListWidgetItem *> found = list->findItems(text, Qt::MatchExactly);
    QVERIFY(!found.isEmpty());
    list->setCurrentItem(found.constFirst());
    QTest::keyClick(list, Qt::Key_Space);
}

} // namespace

class TestComposerWork : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void CH_25_theModelOfAConversationReachesTheServer();
    void CH_21_agentsAreSelectedSearchedAndCleared();
    void CH_27_onlyTheTickedToolsAreUsed();
    void theArrowOfTheAdvancedOptionsPointsWhereTheyAre();
    void CH_28_temperatureAndLengthByPresetAndByValue();
    void CH_25_aModelThatTheServerDoesNotListIsKeptAndMarked();
    void CH_25_whatTheServerIgnoresIsNotOfferedAndSaid();
    void CH_28_optionsBelongToTheirConversation();
    void CH_28_theOptionsAreReachedByKeyAloneAndFitTheScreen();
    void CH_28_toolsNobodyKnowsYetAreNotLimited();
    void D_44_aPromptIsChosenAndFilledInByKeyboard();
    void D_44_escapeLeavesTheFieldsAndKeepsTheText();
    void D_44_choicesAreOfferedAndSameNamesFollow();
    void D_44_theTextOfAMessageIsSavedAsAPrompt();
    void D_44_theLibraryFindsDeletesAndBringsBack();
    void D_44_theLibraryIsExportedAndImported();
    void D_51_aSecretIsAskedAboutBeforeItLeaves();
    void D_51_whatWasFoundIsRemovedOrEdited();
    void D_51_aPolicyMayForbidOrSwitchOff();
    void D_51_aFileIsLookedAtBeforeItIsUploaded();
    void D_51_thePolicyIsSetForEachProfile();
    void D_51_anEditedQuestionIsLookedAtToo();
    void CH_91_wordsAreFoundOutsideCodeAndAddresses();
    void CH_91_wrongWordsAreMarkedAndMended();
    void CH_91_aWordIsAddedForGood();
    void CH_91_withoutADictionaryNothingIsMarkedAndItIsSaid();
    void CH_80_theQuickQuestionFollowsTheSendKey();
};

void TestComposerWork::init()
{
    QGuiApplication::clipboard()->clear();
}

// ------------------------------------------------------------------------------------------------ options

void TestComposerWork::CH_25_theModelOfAConversationReachesTheServer()
{
    Fixture f;
    QVERIFY(f.show());
    auto *button = f.find<QToolButton>("optionsButton");
    QVERIFY(button->isVisible());
    QVERIFY2(button->text().startsWith(u"Auto"_s), qPrintable(button->text()));
    QVERIFY(f.openPanel());
    auto *model = f.find<QComboBox>("optionModel");
    QCOMPARE(model->currentIndex(), 0);
    QCOMPARE(model->itemText(1), u"Small <b>one</b>"_s);
    QTest::keyClick(model, Qt::Key_Down);
    QTest::keyClick(model, Qt::Key_Down);
    QCOMPARE(model->currentData().toString(), u"large"_s);
    f.picture(f.panel(), u"options"_s);
    QTest::keyClick(f.panel(), Qt::Key_Escape);
    QTRY_VERIFY(!f.panel()->isVisible());
    QVERIFY2(button->text().contains(u"large"_s), qPrintable(button->text()));
    f.picture(f.page.get(), u"options-page"_s);
    f.ask(u"Hello"_s);
    QTRY_COMPARE(f.questions.size(), 1);
    QCOMPARE(f.question().value("model"_L1).toString(), u"large"_s);
    // The conversation got its id: the options went with it, and a new one begins anew.
    QTRY_COMPARE(f.page->conversationId(), ConversationId(u"c9"_s));
    QCOMPARE(f.options.options(ConversationId(u"c9"_s)).model, u"large"_s);
    f.page->newChat();
    QVERIFY(button->text().startsWith(u"Auto"_s));
}

void TestComposerWork::CH_21_agentsAreSelectedSearchedAndCleared()
{
    Fixture f;
    QVERIFY(f.show());
    QVERIFY(f.openPanel());
    auto *list = f.find<QListWidget>("optionAgents");
    QCOMPARE(list->count(), 3);
    QTest::keyClicks(f.find<QLineEdit>("optionAgentsSearch"), u"sheet"_s);
    int shown = 0;
    for (int row = 0; row < list->count(); ++row)
        shown += list->item(row)->isHidden() ? 0 : 1;
    QCOMPARE(shown, 1);
    f.find<QLineEdit>("optionAgentsSearch")->clear();
    tick(list, u"Sheet analyst"_s);
    tick(list, u"Document reader"_s);
    auto *selector = f.find<QComboBox>("agentSelector");
    QCOMPARE(selector->currentData().toStringList(), (QStringList{u"document"_s, u"table"_s}));
    QVERIFY(f.find<QLabel>("optionAgentNote")->text().contains(u"one of"_s));
    QTest::keyClick(f.panel(), Qt::Key_Escape);
    f.ask(u"Hello"_s);
    QTRY_COMPARE(f.questions.size(), 1);
    QCOMPARE(f.question().value("selected_agents"_L1).toArray(), (QJsonArray{u"document"_s, u"table"_s}));
    QVERIFY(f.openPanel());
    QTest::mouseClick(f.find<QPushButton>("optionAgentsClear"), Qt::LeftButton);
    QCOMPARE(selector->currentIndex(), 0);
    QCOMPARE(f.options.options(f.page->conversationId()).agents, QStringList());
}

void TestComposerWork::CH_27_onlyTheTickedToolsAreUsed()
{
    Fixture f;
    QVERIFY(f.show());
    QVERIFY(f.openPanel());
    QTest::mouseClick(f.find<QWidget>("optionLimitTools"), Qt::LeftButton, {},
                      QPoint(8, f.find<QWidget>("optionLimitTools")->height() / 2));
    auto *tools = f.find<QListWidget>("optionTools");
    QTRY_VERIFY(tools->isVisible());
    tick(tools, u"read_file"_s); // all are ticked at first
    tick(tools, u"table_query"_s);
    QVERIFY(f.find<QToolButton>("optionsButton")->text().contains(u"1 tool"_s));
    QTest::keyClick(f.panel(), Qt::Key_Escape);
    f.ask(u"Hello"_s);
    QTRY_COMPARE(f.questions.size(), 1);
    QCOMPARE(f.question().value("enabled_tools"_L1).toArray(), QJsonArray{u"calculate"_s});
}

void TestComposerWork::theArrowOfTheAdvancedOptionsPointsWhereTheyAre()
{
    Fixture f;
    QVERIFY(f.show());
    QVERIFY(f.openPanel());
    auto *more = f.find<QToolButton>("optionMore");
    QCOMPARE(more->arrowType(), Qt::RightArrow);
    f.panel()->setLayoutDirection(Qt::RightToLeft);
    QCOMPARE(more->arrowType(), Qt::LeftArrow);
    QTest::mouseClick(more, Qt::LeftButton);
    QCOMPARE(more->arrowType(), Qt::DownArrow);
    QTest::mouseClick(more, Qt::LeftButton);
    QCOMPARE(more->arrowType(), Qt::LeftArrow);
}

void TestComposerWork::CH_28_temperatureAndLengthByPresetAndByValue()
{
    Fixture f;
    QVERIFY(f.show());
    QVERIFY(f.openPanel());
    QVERIFY(!f.find<QWidget>("temperatureValue")->isVisible());
    QTest::mouseClick(f.find<QToolButton>("optionMore"), Qt::LeftButton);
    QTRY_VERIFY(f.find<QWidget>("temperatureValue")->isVisible());
    auto *preset = f.find<QComboBox>("temperaturePreset");
    QTest::keyClick(preset, Qt::Key_Down); // exact
    QCOMPARE(f.find<QDoubleSpinBox>("temperatureValue")->value(), 0.0);
    auto *tokens = f.find<QSpinBox>("tokensValue");
    tokens->setFocus();
    tokens->selectAll();
    QTest::keyClicks(tokens, u"640"_s);
    QTest::keyClick(tokens, Qt::Key_Tab);
    QCOMPARE(f.find<QComboBox>("tokensPreset")->currentText(), u"Own value"_s);
    f.picture(f.panel(), u"options-advanced"_s);
    QTest::keyClick(f.panel(), Qt::Key_Escape);
    f.ask(u"Hello"_s);
    QTRY_COMPARE(f.questions.size(), 1);
    QCOMPARE(f.question().value("temperature"_L1).toDouble(-1), 0.0);
    QCOMPARE(f.question().value("max_tokens"_L1).toInt(), 640);
}

void TestComposerWork::CH_25_aModelThatTheServerDoesNotListIsKeptAndMarked()
{
    Fixture f;
    QVERIFY(f.show());
    ChatOptions options;
    options.model = u"gone"_s;
    f.options.set(f.page->conversationId(), options);
    QVERIFY(f.openPanel());
    auto *model = f.find<QComboBox>("optionModel");
    QTRY_VERIFY2(model->currentText().contains(u"not on this server"_s), qPrintable(model->currentText()));
    QCOMPARE(model->currentData().toString(), u"gone"_s);
    QTRY_VERIFY(f.find<QLabel>("optionModelNote")->isVisible());
}

void TestComposerWork::CH_25_whatTheServerIgnoresIsNotOfferedAndSaid()
{
    Fixture f{QByteArray()}; // the team server
    QVERIFY(f.show());
    QTest::mouseClick(f.find<QToolButton>("optionsButton"), Qt::LeftButton);
    QTRY_VERIFY(f.panel()->isVisible());
    for (const char *name : {"optionModel", "optionLimitTools", "optionMore", "optionWeb", "optionDocuments"})
        QVERIFY2(!f.find<QWidget>(name)->isVisible(), name);
    QVERIFY(f.find<QLabel>("optionIgnored")->text().contains(u"chooses the language model itself"_s));
    QVERIFY(f.find<QLabel>("optionIgnored")->text().contains(u"your language (%1)"_s.arg(QLocale::system().bcp47Name()))); // CH-90
    QVERIFY(f.find<QListWidget>("optionAgents")->isVisible());                                                             // these it heeds
    f.picture(f.panel(), u"options-team"_s);
}

void TestComposerWork::CH_28_optionsBelongToTheirConversation()
{
    Fixture f;
    QVERIFY(f.show());
    f.page->openConversation(ConversationId(u"c1"_s));
    QVERIFY(f.openPanel());
    QTest::keyClick(f.find<QComboBox>("optionModel"), Qt::Key_Down);
    QTest::mouseClick(f.find<QPushButton>("optionDefaults"), Qt::LeftButton);
    QTRY_VERIFY(f.find<QLabel>("optionNote")->isVisible());
    QCOMPARE(f.options.defaults().model, u"small"_s);
    QTest::keyClick(f.find<QComboBox>("optionModel"), Qt::Key_Down);
    QTest::keyClick(f.panel(), Qt::Key_Escape);
    f.page->newChat();
    QVERIFY(f.find<QToolButton>("optionsButton")->text().contains(u"small"_s)); // the default
    f.page->openConversation(ConversationId(u"c1"_s));
    QVERIFY(f.find<QToolButton>("optionsButton")->text().contains(u"large"_s)); // its own
    QVERIFY(f.openPanel());
    QTest::mouseClick(f.find<QPushButton>("optionReset"), Qt::LeftButton);
    QVERIFY(f.find<QToolButton>("optionsButton")->text().contains(u"small"_s));
}

void TestComposerWork::CH_28_theOptionsAreReachedByKeyAloneAndFitTheScreen()
{
    Fixture f;
    QVERIFY(f.show());
    QVERIFY(f.openPanel());
    QTest::keyClick(f.find<QComboBox>("optionModel"), Qt::Key_Down);
    QTest::keyClick(f.find<QWidget>("optionLimitTools"), Qt::Key_Space);
    QTest::keyClick(f.find<QWidget>("optionMore"), Qt::Key_Space);
    QTRY_VERIFY(f.find<QWidget>("tokensValue")->isVisible());
    QSet<QString> reached;
    for (int i = 0; i < 40; ++i) {
        reached.insert(f.panel()->focusWidget()->objectName());
        QTest::keyClick(f.panel()->focusWidget(), Qt::Key_Tab);
    }
    const QStringList all{u"optionModel"_s,       u"optionAgentsSearch"_s, u"optionAgents"_s,      u"optionAgentsAll"_s,
                          u"optionAgentsClear"_s, u"optionLimitTools"_s,   u"optionToolsSearch"_s, u"optionTools"_s,
                          u"optionToolsAll"_s,    u"optionToolsClear"_s,   u"optionMore"_s,        u"temperaturePreset"_s,
                          u"temperatureValue"_s,  u"tokensPreset"_s,       u"tokensValue"_s,       u"optionReset"_s,
                          u"optionDefaults"_s};
    for (const QString &name : all)
        QVERIFY2(reached.contains(name), qPrintable(name));
    const QRect screen = f.panel()->screen()->availableGeometry();
    QVERIFY(screen.contains(f.panel()->geometry()));
    f.picture(f.panel(), u"options-all"_s);
    const QWidget *window = f.panel()->findChild<QScrollArea *>()->viewport();
    for (const char *name : {"optionModel", "optionAgents", "tokensValue"}) { // nothing stands out at the side
        const auto *widget = f.find<QWidget>(name);
        QVERIFY2(widget->mapTo(window, QPoint(widget->width(), 0)).x() <= window->width(), name);
    }
}

void TestComposerWork::CH_28_toolsNobodyKnowsYetAreNotLimited()
{
    Fixture f;
    f.toolsFail = true;
    QVERIFY(f.show());
    QTest::mouseClick(f.find<QToolButton>("optionsButton"), Qt::LeftButton);
    QTRY_VERIFY(f.find<QLabel>("optionToolNote")->isVisible());
    const auto *limit = f.find<QWidget>("optionLimitTools");
    QVERIFY(!limit->isEnabled());
    QVERIFY(!limit->toolTip().isEmpty());
}

// ------------------------------------------------------------------------------------------------ prompts

void TestComposerWork::D_44_aPromptIsChosenAndFilledInByKeyboard()
{
    Fixture f;
    QVERIFY(f.show());
    const QString id = f.addPrompt(u"Weekly report"_s, u"Sum up {{clipboard}} for {{audience|the board}} and {{name}}."_s);
    QGuiApplication::clipboard()->setText(u"the notes"_s);
    f.write(u"/weekly re"_s);
    auto *list = f.page->findChild<QListView *>(u"completionList"_s);
    QTRY_VERIFY(list != nullptr && list->isVisible());
    f.picture(f.page.get(), u"prompt-offers"_s);
    QTest::keyClick(f.edit(), Qt::Key_Return);
    QCOMPARE(f.edit()->toPlainText(), u"Sum up the notes for the board and name."_s);
    QCOMPARE(f.edit()->textCursor().selectedText(), u"the board"_s);
    f.picture(f.page.get(), u"prompt-fields"_s);
    f.write(u"Ann"_s);
    QTest::keyClick(f.edit(), Qt::Key_Tab);
    QCOMPARE(f.edit()->textCursor().selectedText(), u"name"_s);
    QTest::keyClick(f.edit(), Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(f.edit()->textCursor().selectedText(), u"Ann"_s);
    QTest::keyClick(f.edit(), Qt::Key_Tab);
    f.write(u"Bob"_s);
    QTest::keyClick(f.edit(), Qt::Key_Tab); // behind the last one
    f.write(u"!"_s);
    QCOMPARE(f.edit()->toPlainText(), u"Sum up the notes for Ann and Bob!."_s);
    QVERIFY(f.edit()->hasFocus());
    QCOMPARE(f.prompts.find(id)->used, 1);
    QTest::keyClick(f.edit(), Qt::Key_Return);
    QTRY_COMPARE(f.questions.size(), 1);
    QCOMPARE(f.question().value("message"_L1).toString(), u"Sum up the notes for Ann and Bob!."_s);
}

void TestComposerWork::D_44_escapeLeavesTheFieldsAndKeepsTheText()
{
    Fixture f;
    QVERIFY(f.show());
    f.addPrompt(u"Short"_s, u"{{a}}{{b}}"_s);
    f.write(u"/short"_s);
    QTest::keyClick(f.edit(), Qt::Key_Return);
    f.write(u"xyz"_s); // side by side: the second one is not grown into
    QTest::keyClick(f.edit(), Qt::Key_Tab);
    QCOMPARE(f.edit()->textCursor().selectedText(), u"b"_s);
    QVERIFY(!f.edit()->extraSelections().isEmpty());
    QTest::keyClick(f.edit(), Qt::Key_Escape);
    QVERIFY(f.edit()->extraSelections().isEmpty());
    QCOMPARE(f.edit()->toPlainText(), u"xyzb"_s);
    QTest::keyClick(f.edit(), Qt::Key_Tab); // the usual key again
    QVERIFY(!f.edit()->hasFocus());
}

void TestComposerWork::D_44_choicesAreOfferedAndSameNamesFollow()
{
    Fixture f;
    QVERIFY(f.show());
    f.addPrompt(u"Mail"_s, u"{{tone: formal, friendly}} to {{who}}, yes {{who}}"_s);
    f.write(u"/mail"_s);
    QTest::keyClick(f.edit(), Qt::Key_Return);
    auto *choices = f.page->findChild<QListView *>(u"choiceList"_s);
    QVERIFY(choices != nullptr && choices->isVisible());
    QTest::keyClick(f.edit(), Qt::Key_Down);
    QTest::keyClick(f.edit(), Qt::Key_Return);
    QVERIFY(f.edit()->toPlainText().startsWith(u"friendly to"_s));
    f.write(u"Ann"_s);
    QTest::keyClick(f.edit(), Qt::Key_Tab);
    QCOMPARE(f.edit()->toPlainText(), u"friendly to Ann, yes Ann"_s);
    QCOMPARE(f.questions.size(), 0);
}

void TestComposerWork::D_44_theTextOfAMessageIsSavedAsAPrompt()
{
    Fixture f;
    QVERIFY(f.show());
    f.write(u"Explain {{term}}."_s);
    QTest::keyClick(f.edit(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    auto *editor = f.page->findChild<PromptEditor *>();
    QVERIFY(editor != nullptr && editor->isVisible());
    QVERIFY(!editor->findChild<QPushButton *>(u"promptSave"_s)->isEnabled());
    QTest::keyClicks(editor->findChild<QLineEdit *>(u"promptTitle"_s), u"Explain"_s);
    QVERIFY(editor->findChild<QLabel *>(u"promptVariables"_s)->text().contains(u"term"_s));
    f.picture(editor, u"prompt-editor"_s);
    QTest::mouseClick(editor->findChild<QPushButton *>(u"promptSave"_s), Qt::LeftButton);
    QCOMPARE(f.prompts.prompts().size(), 1);
    QCOMPARE(f.prompts.prompts().first().text, u"Explain {{term}}."_s);
}

void TestComposerWork::D_44_theLibraryFindsDeletesAndBringsBack()
{
    Fixture f;
    QVERIFY(f.show());
    f.addPrompt(u"Weekly report"_s, u"Sum up {{topic}}."_s);
    f.addPrompt(u"Translate"_s, u"Into {{language|German}}."_s);
    QTest::keyClick(f.edit(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = f.page->findChild<PromptDialog *>();
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY(dialog->isActiveWindow());
    auto *list = dialog->findChild<QListView *>(u"promptList"_s);
    QCOMPARE(list->model()->rowCount(), 2);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"promptSearch"_s), u"german"_s);
    QCOMPARE(list->model()->rowCount(), 1);
    QVERIFY(dialog->findChild<QPlainTextEdit *>(u"promptPreview"_s)->toPlainText().contains(u"language"_s));
    f.picture(dialog, u"prompts"_s);
    list->setFocus();
    QVERIFY(list->hasFocus());
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(f.prompts.prompts().size(), 1);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"promptUndo"_s), Qt::LeftButton);
    QCOMPARE(f.prompts.prompts().size(), 2);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"promptUse"_s), Qt::LeftButton);
    QTRY_COMPARE(f.edit()->toPlainText(), u"Into German."_s);
    f.page->activateWindow(); // as window managers do when a dialog goes
    QTRY_VERIFY(f.edit()->hasFocus());
    QCOMPARE(f.edit()->textCursor().selectedText(), u"German"_s);
}

void TestComposerWork::D_44_theLibraryIsExportedAndImported()
{
    Fixture f;
    QVERIFY(f.show());
    f.addPrompt(u"Weekly report"_s, u"Sum up {{topic}}."_s);
    PromptDialog dialog(f.prompts, f.dialogs);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    f.dialogs.fileToSave = f.dir.filePath(u"team.json"_s);
    QTest::mouseClick(dialog.findChild<QPushButton *>(u"promptExport"_s), Qt::LeftButton);
    const Result<QList<SavedPrompt>> written = PromptFile::readFrom(f.dialogs.fileToSave);
    QVERIFY(written && written->size() == 1);
    (void)f.prompts.remove(f.prompts.prompts().first().id);
    f.dialogs.filesToOpen = {f.dialogs.fileToSave};
    QTest::mouseClick(dialog.findChild<QPushButton *>(u"promptImport"_s), Qt::LeftButton);
    QCOMPARE(f.prompts.prompts().size(), 1);
    QVERIFY(dialog.findChild<QLabel *>(u"promptNote"_s)->text().contains(u"1"_s));
    f.dialogs.filesToOpen = {f.file(u"bad.json"_s, "{}")};
    QTest::mouseClick(dialog.findChild<QPushButton *>(u"promptImport"_s), Qt::LeftButton);
    QCOMPARE(f.prompts.prompts().size(), 1);
    QTRY_VERIFY(dialog.findChild<ErrorBanner *>()->isVisible());
}

// ------------------------------------------------------------------------------------------------ what leaves this computer

void TestComposerWork::D_51_aSecretIsAskedAboutBeforeItLeaves()
{
    Fixture f;
    QVERIFY(f.show());
    f.ask(u"Why does "_s + secret + u" fail?"_s);
    auto *bar = f.find<QWidget>("guardBar");
    QTRY_VERIFY(bar->isVisible());
    QVERIFY(f.questions.isEmpty());
    QVERIFY(!f.find<QLabel>("guardLines")->text().contains(u"Tr0ub4dor"_s));
    QVERIFY(f.find<QPushButton>("guardRemove")->hasFocus());
    f.picture(f.page.get(), u"guard"_s);
    auto *remove = f.find<QPushButton>("guardRemove");
    const QImage focused = remove->grab().toImage();
    QCOMPARE(focused.pixelColor(focused.width() / 2, 0).name(), Theme::accent(remove->palette()).name()); // the frame shows what Enter does
    QTest::keyClick(bar, Qt::Key_Escape); // back to the text: what was found is selected
    QVERIFY(f.edit()->hasFocus());
    QCOMPARE(f.edit()->textCursor().selectedText(), u"Tr0ub4dor"_s);
    QTest::keyClick(f.edit(), Qt::Key_Return);
    QTRY_VERIFY(bar->isVisible());
    QTest::keyClick(f.find<QPushButton>("guardAccept"), Qt::Key_Space);
    QTRY_COMPARE(f.questions.size(), 1);
    QVERIFY(f.question().value("message"_L1).toString().contains(secret));
    QVERIFY(!bar->isVisible());
}

void TestComposerWork::D_51_whatWasFoundIsRemovedOrEdited()
{
    Fixture f;
    QVERIFY(f.show());
    f.ask(secret + u" fails"_s);
    QTRY_VERIFY(f.find<QWidget>("guardBar")->isVisible());
    QVERIFY(f.find<QPushButton>("guardRemove")->hasFocus());
    QTest::keyClick(f.find<QPushButton>("guardRemove"), Qt::Key_Space);
    QCOMPARE(f.edit()->toPlainText(), u"password=[removed] fails"_s);
    QVERIFY(f.questions.isEmpty()); // it is looked at once more
    QTest::keyClick(f.edit(), Qt::Key_Return);
    QTRY_COMPARE(f.questions.size(), 1);
    QCOMPARE(f.question().value("message"_L1).toString(), u"password=[removed] fails"_s);
}

void TestComposerWork::D_51_aPolicyMayForbidOrSwitchOff()
{
    Fixture f;
    QVERIFY(f.show());
    const QString card = u"4111 1111 1111 1111"_s;
    f.ask(card); // personal data: not unless somebody wants it
    QTRY_COMPARE(f.questions.size(), 1);
    QTRY_VERIFY(!f.page->session()->isBusy());
    GuardPolicy::save(f.settings, f.workspace.profile(), {GuardPolicy::Action::Off, GuardPolicy::Action::Block});
    f.ask(card);
    QTRY_VERIFY(f.find<QWidget>("guardBar")->isVisible());
    QVERIFY(!f.find<QPushButton>("guardAccept")->isVisible());
    QCOMPARE(f.questions.size(), 1);
    f.edit()->clear();
    QVERIFY(!f.find<QWidget>("guardBar")->isVisible());
    f.ask(secret);
    QTRY_COMPARE(f.questions.size(), 2);
}

void TestComposerWork::D_51_aFileIsLookedAtBeforeItIsUploaded()
{
    Fixture f;
    QVERIFY(f.show());
    f.dialogs.filesToOpen = {f.file(u"env.txt"_s, secret.toUtf8() + '\n'), f.file(u"notes.txt"_s, "nothing\n")};
    f.page->attachFiles();
    QTRY_COMPARE(f.uploads, 1); // the other one
    QVERIFY(f.find<QWidget>("guardBar")->isVisible());
    QVERIFY(f.find<QLabel>("guardTitle")->text().contains(u"env.txt"_s));
    f.ask(u"Hello"_s);
    QVERIFY(f.questions.isEmpty()); // first that
    QTest::keyClick(f.find<QPushButton>("guardAccept"), Qt::Key_Space);
    QTRY_COMPARE(f.uploads, 2);
    f.dialogs.filesToOpen.removeLast();
    f.page->attachFiles();
    QTest::keyClick(f.find<QPushButton>("guardRemove"), Qt::Key_Space);
    QVERIFY(!f.find<QWidget>("guardBar")->isVisible());
    QCOMPARE(f.attachments.rowCount(), 2);
    QCOMPARE(f.uploads, 2);
}

void TestComposerWork::D_51_thePolicyIsSetForEachProfile()
{
    Fixture f;
    Profile team{Profile::Kind::Team, u"Sales"_s, QUrl(u"https://agents.example.com"_s)};
    team = f.profiles.save(team);
    GuardForm form(f.settings, f.profiles, f.workspace);
    auto *profile = form.findChild<QComboBox *>(u"guardProfile"_s);
    auto *secrets = form.findChild<QComboBox *>(u"guardSecrets"_s);
    QCOMPARE(profile->count(), 2);
    form.show();
    QTest::keyClick(profile, Qt::Key_End);
    QCOMPARE(profile->currentText(), u"Sales"_s);
    QTest::keyClick(secrets, Qt::Key_End);
    QCOMPARE(GuardPolicy::of(f.settings, team).secrets, GuardPolicy::Action::Block);
    QCOMPARE(GuardPolicy::of(f.settings, ProfileStore::local()), GuardPolicy());
    QTest::keyClick(profile, Qt::Key_Home);
    QCOMPARE(secrets->currentIndex(), 1);
}

void TestComposerWork::D_51_anEditedQuestionIsLookedAtToo()
{
    Fixture f;
    QVERIFY(f.show());
    f.ask(u"Hello"_s);
    QTRY_COMPARE(f.questions.size(), 1);
    QTRY_VERIFY(!f.page->session()->isBusy());
    auto *view = f.page->transcript();
    view->setFocus();
    view->setCurrentIndex(view->model()->index(0, 0));
    QTest::keyClick(view, Qt::Key_F2);
    auto *dialog = f.page->findChild<EditMessageDialog *>();
    QVERIFY(dialog != nullptr);
    auto *edit = dialog->findChild<QPlainTextEdit *>(u"editMessageText"_s);
    edit->setPlainText(secret);
    auto *send = dialog->findChild<QPushButton *>(u"sendVersion"_s);
    send->click();
    const auto *found = dialog->findChild<QLabel *>(u"editMessageFound"_s);
    QVERIFY(found->isVisible());
    QVERIFY(!found->text().contains(u"Tr0ub4dor"_s));
    f.picture(dialog, u"guard-edit"_s);
    GuardPolicy::save(f.settings, f.workspace.profile(), {GuardPolicy::Action::Block, GuardPolicy::Action::Off});
    send->click();
    QVERIFY(dialog->isVisible()); // forbidden, however often
    QCOMPARE(f.questions.size(), 1);
    GuardPolicy::save(f.settings, f.workspace.profile(), {});
    send->click();
    QTRY_COMPARE(f.questions.size(), 2);
    QVERIFY(f.question(1).value("message"_L1).toString().contains(secret));
}

// ------------------------------------------------------------------------------------------------ spelling

void TestComposerWork::CH_91_wordsAreFoundOutsideCodeAndAddresses()
{
    const QString line =
        u"Plese see `some cod` at https://exmple.com/pth, a.b@exmple.com, @tabl /cmd {{vrble}} iPhone HTML snake_case x2 path/to/fil "
        u"don’t Ünïcode."_s;
    QStringList words;
    for (const WordFinder::Word &word : WordFinder::words(line))
        words.append(line.mid(word.start, word.length));
    QCOMPARE(words, (QStringList{u"Plese"_s, u"see"_s, u"at"_s, u"path"_s, u"to"_s, u"fil"_s, u"don’t"_s, u"Ünïcode"_s}));
    QVERIFY(WordFinder::isFence(u"  ```cpp"));
}

void TestComposerWork::CH_91_wrongWordsAreMarkedAndMended()
{
    QVERIFY2(SpellEngine::isSupported(), "packaging/install-deps.sh installs libhunspell-dev");
    Fixture f;
    const Dictionary dictionary;
    f.settings.set(Settings::Key::SpellLanguage, u"en_US"_s);
    f.spelling = std::make_unique<SpellChecker>(f.settings, QStringList{dictionary.dir.path()}, f.dir.filePath(u"words.txt"_s));
    f.compose.spelling = f.spelling.get();
    QVERIFY(f.show());
    QTRY_VERIFY(f.spelling->isActive());
    const auto *marks = f.page->findChild<SpellMarks *>();
    f.write(u"helo wrld"_s);
    QTRY_COMPARE(marks->markedWords(), QStringList{u"helo"_s}); // the last one is being written
    f.write(u" plese"_s);
    QTest::keyClick(f.edit(), Qt::Key_Return, Qt::ShiftModifier);
    f.write(u"```"_s);
    QTest::keyClick(f.edit(), Qt::Key_Return, Qt::ShiftModifier);
    f.write(u"cde "_s);
    QTRY_COMPARE(marks->markedWords(), (QStringList{u"helo"_s, u"wrld"_s, u"plese"_s}));
    QTextCursor cursor = f.edit()->textCursor();
    cursor.setPosition(0);
    f.edit()->setTextCursor(cursor);
    f.write(u"x "_s); // marks move with their words at once
    QCOMPARE(marks->markedWords().constLast(), u"plese"_s);
    cursor.setPosition(4);
    f.edit()->setTextCursor(cursor);
    f.picture(f.page.get(), u"spelling"_s);
    QTest::keyClick(f.edit(), Qt::Key_Period, Qt::ControlModifier);
    auto *menu = f.edit()->findChild<QMenu *>(u"spellMenu"_s);
    QVERIFY(menu != nullptr);
    QTRY_VERIFY(menu->findChild<QAction *>(u"spellSuggestion"_s) != nullptr);
    QCOMPARE(menu->actions().constFirst()->text(), u"hello"_s);
    f.picture(menu, u"spelling-menu"_s);
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_VERIFY2(f.edit()->toPlainText().startsWith(u"x hello wrld"_s), qPrintable(f.edit()->toPlainText()));
    QTRY_COMPARE(marks->markedWords(), (QStringList{u"wrld"_s, u"plese"_s}));
}

void TestComposerWork::CH_91_aWordIsAddedForGood()
{
    Fixture f;
    const Dictionary dictionary;
    f.settings.set(Settings::Key::SpellLanguage, u"en_US"_s);
    const QString words = f.dir.filePath(u"own/words.txt"_s);
    const auto isWrong = [](SpellChecker &checker, const QString &word) {
        std::optional<bool> wrong;
        checker.check({word}, &checker, [&wrong, &word](const QSet<QString> &found) { wrong = found.contains(word); });
        return QTest::qWaitFor([&wrong] { return wrong.has_value(); }, 5000) && *wrong;
    };
    {
        SpellChecker checker(f.settings, {dictionary.dir.path()}, words);
        QTRY_VERIFY(checker.isActive());
        QVERIFY(isWrong(checker, u"Kubernetesish"_s));
        checker.addWord(u"Kubernetesish"_s);
        QVERIFY(!isWrong(checker, u"Kubernetesish"_s));
        checker.ignore(u"fleetingly"_s);
    }
    SpellChecker checker(f.settings, {dictionary.dir.path()}, words);
    QTRY_VERIFY(checker.isActive());
    QVERIFY(!isWrong(checker, u"Kubernetesish"_s));
    QVERIFY(isWrong(checker, u"fleetingly"_s));
}

void TestComposerWork::CH_91_withoutADictionaryNothingIsMarkedAndItIsSaid()
{
    Fixture f;
    f.spelling = std::make_unique<SpellChecker>(f.settings, QStringList{f.dir.filePath(u"none"_s)}, f.dir.filePath(u"words.txt"_s));
    f.compose.spelling = f.spelling.get();
    QVERIFY(f.show());
    f.write(u"helo wrld "_s);
    QVERIFY(!f.spelling->isActive());
    ChatSection section(f.settings);
    section.addSpelling(*f.spelling);
    section.addGuard(f.profiles, f.workspace);
    section.resize(620, 640);
    section.show();
    auto *state = section.findChild<QLabel *>(u"spellState"_s);
    QVERIFY2(state->text().contains(u"No dictionary"_s), qPrintable(state->text()));
    f.picture(&section, u"settings-chat"_s);
    auto *language = section.findChild<QComboBox *>(u"spellLanguage"_s);
    QTest::keyClick(language, Qt::Key_Down);
    QCOMPARE(f.settings.text(Settings::Key::SpellLanguage), u"off"_s);
    QTRY_VERIFY(state->text().contains(u"not checked"_s));
    QCOMPARE(f.page->findChild<SpellMarks *>()->markedWords(), QStringList());
    const Dictionary foreign(u"xx_XX"_s, "KOI8-R");
    f.settings.set(Settings::Key::SpellLanguage, u"xx_XX"_s);
    SpellChecker unreadable(f.settings, {foreign.dir.path()}, f.dir.filePath(u"words.txt"_s));
    QTRY_VERIFY2(unreadable.state().contains(u"encoding"_s), qPrintable(unreadable.state()));
}

// ------------------------------------------------------------------------------------------------ the quick question

void TestComposerWork::CH_80_theQuickQuestionFollowsTheSendKey()
{
    Fixture f;
    QVERIFY(f.show());
    f.settings.set(Settings::Key::EnterSends, false);
    QuickAskWindow quick(f.sessions, f.workspace, f.dialogs);
    quick.followSettings(f.settings);
    quick.summon();
    QVERIFY(QTest::qWaitForWindowActive(&quick));
    auto *edit = quick.findChild<ComposerEdit *>(u"quickAskText"_s);
    QTest::keyClicks(edit, u"Hello"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(edit->toPlainText(), u"Hello\n"_s);
    QVERIFY(f.questions.isEmpty());
    QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(f.questions.size(), 1);
    f.settings.set(Settings::Key::EnterSends, true); // while it is open
    QTRY_VERIFY(quick.findChild<QPushButton *>(u"quickAskAgain"_s)->isVisible());
    QTest::keyClicks(edit, secret);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(f.questions.size(), 1); // the same look before it leaves (D-51)
    QVERIFY(quick.findChild<QLabel *>(u"quickAskNote"_s)->text().contains(u"Ask again"_s));
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE(f.questions.size(), 2);
}

QTEST_MAIN(TestComposerWork)
#include "tst_composerwork.moc"
