// A chat with one agent: what it shows before the first question, what it begins with, and who is named above the answers.
#include "gui/chat/agentwelcome.h"
#include "gui/chat/chatpage.h"
#include "gui/chat/compose/composeredit.h"
#include "gui/chat/options/toolwords.h"
#include "gui/chat/transcript/answerauthor.h"
#include "gui/chat/transcript/transcriptview.h"
#include "gui/chat/transcript/turntexts.h"
#include "gui/chat/turns/askagainmenu.h"
#include "gui/chat/turns/comparewindow.h"
#include "gui/composeservices.h"
#include "gui/testdialogs.h"
#include "gui/theme.h"
#include "state/agents/agentstore.h"
#include "state/chat/attachmentqueue.h"
#include "state/chat/chatchoices.h"
#include "state/chat/chatsessions.h"
#include "state/models/conversationlistmodel.h"
#include "state/prompts/promptstore.h"
#include "state/settings.h"
#include "state/store/chatoptionsstore.h"
#include "state/store/storethread.h"
#include "state/teamfixture.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFontInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QScopeGuard>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QTextCursor>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

const QByteArray heedingFeatures = localFeatures + R"(,"chat_model","chat_sampling","chat_tools","chat_document_search","chat_web_search")";

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
    ChatChoices choices{api, workspace};
    ChatOptionsStore options{store};
    PromptStore prompts{store};
    ComposeServices compose{&choices, &options, &prompts, nullptr};
    Theme theme{*qApp};
    TestDialogs dialogs;
    QList<QByteArray> questions; // bodies, as they came
    QByteArray more;             // members of message_complete
    bool agentsFail = false;
    std::unique_ptr<ChatPage> page;

    Fixture()
    {
        initGuiResources();
        theme.apply(u"light"_s);
        features = heedingFeatures;
        script = [this](const Received &request) { return scripted(request); };
        options.open(u"account"_s);
    }

    Scripted scripted(const Received &request)
    {
        if (request.target == "/agents" && agentsFail)
            return reply(500, R"({"detail":"agents are on strike"})");
        if (request.target == "/agents")
            return json(agentList());
        if (request.target == "/chat/models")
            return json(R"({"models":[{"id":"small","name":"Small"},{"id":"large","name":"Large"}]})");
        if (request.target.startsWith("/agents/tools"))
            return json(R"([{"id":"t1","name":"calculate"},{"id":"t2","name":"document_search"}])");
        if (request.method == "POST" && request.target.contains("chat")) {
            questions.append(request.body);
            const QByteArray number = QByteArray::number(8 + questions.size()); // each in a conversation of its own: c9, c10 …
            const QString known = QJsonDocument::fromJson(request.body).object().value("conversation_id"_L1).toString();
            const QByteArray conversation = known.isEmpty() ? "c" + number : known.toUtf8();
            const auto ids = [&](const char *suffix) { // no raw text: moc 6.4 loses its way in pieces of it that hold quotation marks
                return "\"conversation_id\":\"" + conversation + "\",\"message_id\":\"m" + number + suffix + '"';
            };
            return eventStream(
                {frame("run_created", "{\"run_id\":\"r" + number + "\"," + ids("q") + '}'),
                 frame("content",
                       R"({"type":"content","source":"","message":"**Two** <i>things</i>.","data":{"streaming":true,"partial":true}})"),
                 frame("message_complete", '{' + ids("a") + ",\"citations\":[]" + more + '}')},
                Scripted::End::Close);
        }
        return {};
    }
    static QByteArray agentList()
    {
        const QJsonObject contracts{
            {"id"_L1, u"a1"_s},
            {"name"_L1, u"contracts"_s},
            {"display_name"_L1, u"<b>Contract</b> reader"_s},
            {"description"_L1, u"Sums up contracts. Try \u201CWho signed it?\u201D or \u201CWhen & how does it end?\u201D"_s},
            {"model"_L1, u"large"_s},
            {"tools"_L1, QJsonObject{{"names"_L1, QJsonArray{u"document_search"_s, u"my_own"_s}}}}};
        const QJsonObject counting{{"id"_L1, u"a2"_s},
                                   {"name"_L1, u"counting"_s},
                                   {"model"_L1, u"frontier"_s}, // a word of the server for one of its models
                                   {"tools"_L1, QJsonObject{{"names"_L1, QJsonArray{u"calculate"_s}}}}};
        const QJsonObject endless{
            {"id"_L1, u"a3"_s},
            {"name"_L1, u"endless"_s},
            {"description"_L1, QString(QString(300, u'x') + u' ' + QString(u"All about everything. "_s).repeated(2000))}};
        return QJsonDocument(QJsonArray{contracts, counting, endless}).toJson();
    }

    // Call it inside QVERIFY.
    [[nodiscard]] bool show()
    {
        if (!open())
            return false;
        agents.refresh();
        ChatPage::Services services{sessions, conversations, list, agents, attachments, workspace, dialogs, nullptr, &settings};
        services.compose = &compose;
        page = std::make_unique<ChatPage>(services);
        page->resize(1100, 820);
        page->show();
        page->activateWindow();
        return QTest::qWaitForWindowActive(page.get()) &&
               QTest::qWaitFor([this] { return (agents.isLoaded() || agentsFail) && options.isLoaded(); }, 10'000);
    }
    template <typename T>
    [[nodiscard]] T *find(const char *name) const
    {
        return page->findChild<T *>(QLatin1StringView(name));
    }
    [[nodiscard]] ComposerEdit *edit() const { return find<ComposerEdit>("composerText"); }
    [[nodiscard]] QWidget *welcome() const { return find<QWidget>("agentWelcome"); }
    [[nodiscard]] QString title() const { return find<QLabel>("agentWelcomeTitle")->text(); }
    [[nodiscard]] QList<QPushButton *> starters() const { return page->findChildren<QPushButton *>(u"agentStarter"_s); }
    [[nodiscard]] QJsonObject question(qsizetype index = 0) const { return QJsonDocument::fromJson(questions.value(index)).object(); }
    void ask(const QString &text) const
    {
        edit()->setFocus();
        QTest::keyClicks(edit(), text);
        QTest::keyClick(edit(), Qt::Key_Return);
    }
};

} // namespace

class TestAgentChat : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void CA_20_aNewChatWelcomesAsItsAgent();
    void CA_20_itBeginsWithTheAgentsModelAndSearches();
    void CA_20_aStarterIsWrittenAndNotSent();
    void CA_20_aSearchTheAgentDoesNotOwnIsOff();
    void CA_20_anAgentThatIsGoneIsSaid();
    void CA_20_anAgentThatCannotBeReadIsLookedUpAgain();
    void CA_20_aLongDescriptionScrollsAndIsNoWiderThanItsPlace();
    void CA_20_itsLinesGrowWithTheLetters();
    void CA_20_withoutALanguageModelThatIsSaid();
    void CH_26_theSearchOfDocumentsStaysWithItsConversation();
    void CH_70_CH_40_aModelsAnswerNamesItsModelAndHowFastItWrote();
    void D_42_theSameQuestionGoesToAnotherModelAndBothAreCompared();
    void D_42_aMenuOfVeryManyAgentsSaysThatThereAreMore();
    void CA_20_toolsAreToldInWords();
};

void TestAgentChat::CA_20_aNewChatWelcomesAsItsAgent()
{
    Fixture f;
    QVERIFY(f.show());
    QVERIFY(f.find<QWidget>("welcome")->isVisible()); // nobody's chat
    f.page->newChatWith(u"contracts"_s);
    QVERIFY(f.welcome()->isVisible() && !f.find<QWidget>("welcome")->isVisible());
    QCOMPARE(f.title(), u"<b>Contract</b> reader"_s);
    QVERIFY(f.find<QLabel>("agentWelcomeText")->text().startsWith(u"Sums up contracts."_s));
    const QString facts = f.find<QLabel>("agentWelcomeFacts")->text();
    QVERIFY2(facts.contains(u"large"_s) && facts.contains(u"searching documents"_s) && facts.contains(u"my own"_s), qPrintable(facts));
    QCOMPARE(f.starters().size(), 2);
    QCOMPARE(f.starters().at(0)->accessibleName(), u"Who signed it?"_s);
    QCOMPARE(f.starters().at(1)->text(), u"When && how does it end?"_s); // no letter is underlined
    QCOMPARE(f.edit()->hasFocus(), true);
    f.page->newChatWith(u"counting"_s); // its definition asks nothing
    QCOMPARE(f.title(), u"counting"_s);
    QVERIFY(f.starters().isEmpty() && !f.find<QLabel>("agentStartersLabel")->isVisible());
    QVERIFY(!f.find<QLabel>("agentWelcomeText")->isVisible());
    f.page->newChat(); // another one is nobody's
    QVERIFY(f.find<QWidget>("welcome")->isVisible());
    QVERIFY(f.find<QComboBox>("agentSelector")->currentData().toStringList().isEmpty());
    // Whom the person chooses is shown as well.
    f.find<QComboBox>("agentSelector")->setFocus();
    QTest::keyClick(f.find<QComboBox>("agentSelector"), Qt::Key_End);
    QTRY_VERIFY(f.welcome()->isVisible());
    QTest::keyClick(f.find<QComboBox>("agentSelector"), Qt::Key_Home);
    QTRY_VERIFY(f.find<QWidget>("welcome")->isVisible());
}

void TestAgentChat::CA_20_itBeginsWithTheAgentsModelAndSearches()
{
    Fixture f;
    QVERIFY(f.show());
    f.page->newChatWith(u"contracts"_s);
    QTRY_COMPARE(f.options.options({}).model, u"large"_s);
    f.ask(u"Hello"_s);
    QTRY_COMPARE(f.questions.size(), 1);
    QCOMPARE(f.question().value("selected_agents"_L1).toArray(), QJsonArray{u"contracts"_s});
    QCOMPARE(f.question().value("model"_L1).toString(), u"large"_s);
    QCOMPARE(f.question().value("enable_doc_search"_L1), QJsonValue(true));
    QVERIFY(!f.question().contains("enable_web_search"_L1));
    QTRY_VERIFY(!f.page->session()->isBusy());
    // A model that the server does not list is the agent's own affair.
    f.page->newChatWith(u"counting"_s);
    f.ask(u"Hello"_s);
    QTRY_COMPARE(f.questions.size(), 2);
    QCOMPARE(f.question(1).value("selected_agents"_L1).toArray(), QJsonArray{u"counting"_s});
    QVERIFY(!f.question(1).contains("model"_L1));
    QCOMPARE(f.question(1).value("enable_doc_search"_L1), QJsonValue(false));
}

void TestAgentChat::CA_20_aStarterIsWrittenAndNotSent()
{
    Fixture f;
    QVERIFY(f.show());
    f.page->newChatWith(u"contracts"_s);
    f.starters().at(1)->setFocus();
    QTest::keyClick(f.starters().at(1), Qt::Key_Space);
    QCOMPARE(f.edit()->toPlainText(), u"When & how does it end?"_s);
    QVERIFY(f.edit()->hasFocus());
    QVERIFY(f.questions.isEmpty()); // it is somebody else's words
    QTest::keyClick(f.edit(), Qt::Key_Return);
    QTRY_COMPARE(f.questions.size(), 1);
    QTRY_VERIFY(!f.welcome()->isVisible());
}

void TestAgentChat::CA_20_aSearchTheAgentDoesNotOwnIsOff()
{
    Fixture f;
    QVERIFY(f.show());
    f.page->newChatWith(u"counting"_s);
    QTest::keyClick(f.edit(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(f.find<QWidget>("optionsPanel")->isVisible());
    auto *documents = f.find<QCheckBox>("optionDocuments");
    QVERIFY(documents->isVisible() && !documents->isEnabled() && !documents->isChecked());
    QVERIFY(documents->toolTip().contains(u"no tool"_s));
    QVERIFY(!f.find<QCheckBox>("optionWeb")->isEnabled());
    QTest::keyClick(f.find<QWidget>("optionsPanel"), Qt::Key_Escape);
    f.find<QComboBox>("agentSelector")->setFocus();
    QTest::keyClick(f.find<QComboBox>("agentSelector"), Qt::Key_Home); // nobody in particular: as in every chat
    f.ask(u"Hello"_s);
    QTRY_COMPARE(f.questions.size(), 1);
    QVERIFY(!f.question().contains("selected_agents"_L1));
    QCOMPARE(f.question().value("enable_doc_search"_L1), QJsonValue(true));
}

void TestAgentChat::CA_20_anAgentThatIsGoneIsSaid()
{
    Fixture f;
    QVERIFY(f.show());
    f.page->newChatWith(u"contracts"_s);
    f.page->newChatWith(u"away\u202E\n<i>"_s);
    QVERIFY(f.welcome()->isVisible());
    QVERIFY2(f.title().contains(u"not on this server"_s) && !f.title().contains(u'\u202E') && !f.title().contains(u'\n'),
             qPrintable(f.title()));
    QVERIFY(f.starters().isEmpty() && !f.find<QPushButton>("agentRetry")->isVisible());
    f.ask(u"Hello"_s); // goes to nobody in particular, as is said
    QTRY_COMPARE(f.questions.size(), 1);
    QVERIFY(!f.question().contains("selected_agents"_L1));
}

void TestAgentChat::CA_20_anAgentThatCannotBeReadIsLookedUpAgain()
{
    Fixture f;
    f.agentsFail = true;
    QVERIFY(f.show());
    f.page->newChatWith(u"contracts"_s);
    QVERIFY(f.welcome()->isVisible());
    auto *retry = f.find<QPushButton>("agentRetry");
    QTRY_VERIFY_WITH_TIMEOUT(retry->isVisible(), 15'000);
    QVERIFY2(f.title().contains(u"could not be looked up"_s), qPrintable(f.title()));
    f.agentsFail = false;
    retry->setFocus();
    QTest::keyClick(retry, Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(f.title(), u"<b>Contract</b> reader"_s, 15'000);
    QCOMPARE(f.options.options({}).agents, QStringList{u"contracts"_s});
    QCOMPARE(f.find<QComboBox>("agentSelector")->currentData().toStringList(), QStringList{u"contracts"_s});
}

void TestAgentChat::CA_20_aLongDescriptionScrollsAndIsNoWiderThanItsPlace()
{
    Fixture f;
    QVERIFY(f.show());
    f.page->resize(760, 520);
    f.page->newChatWith(u"endless"_s);
    auto *pane = f.find<AgentWelcome>("agentWelcome");
    QTRY_VERIFY(pane->verticalScrollBar()->maximum() > 0);
    QTRY_VERIFY(pane->widget()->width() <= pane->viewport()->width());
    pane->setFocus();
    QTest::keyClick(pane, Qt::Key_Down);
    QVERIFY(pane->verticalScrollBar()->value() > 0);
    f.page->setLayoutDirection(Qt::RightToLeft);
    QTRY_VERIFY(pane->widget()->width() <= pane->viewport()->width());
}

void TestAgentChat::CA_20_itsLinesGrowWithTheLetters()
{
    AgentWelcome welcome;
    const auto *text = welcome.findChild<QLabel *>(u"agentWelcomeText"_s);
    const int before = text->maximumWidth();
    QFont large = welcome.font();
    large.setPixelSize(QFontInfo(large).pixelSize() * 2);
    welcome.setFont(large);
    QVERIFY2(text->maximumWidth() > before * 3 / 2, qPrintable(u"%1, before %2"_s.arg(text->maximumWidth()).arg(before)));
}

void TestAgentChat::CA_20_withoutALanguageModelThatIsSaid()
{
    AgentWelcome pane;
    Agent agent;
    agent.name = u"contracts"_s;
    pane.showAgent(agent);
    pane.show();
    QVERIFY(!pane.findChild<QLabel *>(u"agentEngineNote"_s)->isVisible());
    pane.setHasModel(false);
    QVERIFY(pane.findChild<QLabel *>(u"agentEngineNote"_s)->isVisible());
    QSignalSpy settings(&pane, &AgentWelcome::settingsRequested);
    QTest::mouseClick(pane.findChild<QPushButton *>(u"agentConnectModel"_s), Qt::LeftButton);
    QCOMPARE(settings.count(), 1);
}

void TestAgentChat::CH_26_theSearchOfDocumentsStaysWithItsConversation()
{
    Fixture f;
    QVERIFY(f.show());
    QTest::keyClick(f.edit(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(f.find<QWidget>("optionsPanel")->isVisible());
    auto *documents = f.find<QCheckBox>("optionDocuments");
    QVERIFY(documents->isVisible() && documents->isChecked()); // on, unless somebody switches it off
    documents->setFocus();
    QTest::keyClick(documents, Qt::Key_Space);
    QTest::keyClick(f.find<QWidget>("optionsPanel"), Qt::Key_Escape);
    f.ask(u"Hello"_s);
    QTRY_COMPARE(f.questions.size(), 1);
    QCOMPARE(f.question().value("enable_doc_search"_L1), QJsonValue(false));
    QTRY_COMPARE(f.page->conversationId(), ConversationId(u"c9"_s));
    QTRY_COMPARE(f.options.options(ConversationId(u"c9"_s)).searchesDocuments, std::optional(false));
    QTRY_VERIFY(!f.page->session()->isBusy());
    f.page->newChat();
    f.ask(u"Hello again"_s);
    QTRY_COMPARE(f.questions.size(), 2);
    QCOMPARE(f.question(1).value("enable_doc_search"_L1), QJsonValue(true));
}

void TestAgentChat::CH_70_CH_40_aModelsAnswerNamesItsModelAndHowFastItWrote()
{
    Fixture f;
    f.more = R"(,"model":"sm\u202eall","usage":{"prompt_tokens":1204,"completion_tokens":40},"writing_ms":1000)";
    QVERIFY(f.show());
    f.ask(u"One and one?"_s);
    QTRY_COMPARE(f.page->session()->transcript().rowCount(), 2);
    QTRY_VERIFY(!f.page->session()->isBusy());
    const TranscriptModel &transcript = f.page->session()->transcript();
    const Message answer = transcript.messageAt(1);
    QCOMPARE(answer.facts.completionTokens, 40);
    const AnswerAuthor plain = AnswerAuthor::of(answer, nullptr);
    QVERIFY(plain.model.isEmpty() && !plain.name.contains(u'\u202E')); // the model is who answered
    QVERIFY2(plain.title().startsWith(u"sm"_s), qPrintable(plain.title()));
    QVERIFY(transcript.index(1).data(Qt::AccessibleTextRole).toString().startsWith(plain.title()));
    Message ofAgent = answer;
    ofAgent.routing = RoutingDecision{};
    ofAgent.routing->agents = {u"contracts"_s};
    const QHash<QString, QString> names{{u"contracts"_s, u"Contract reader"_s}};
    QVERIFY(AnswerAuthor::of(ofAgent, &names).title().startsWith(u"Contract reader \u00B7 sm"_s));
    QCOMPARE(AnswerAuthor::of(ofAgent, &names).initials, u"CR"_s);
    QCOMPARE(rateText(answer.facts), u"40 tokens/s"_s);
    QVERIFY(factsText(answer.facts).contains(u"40"_s));
    QVERIFY(rateText(AnswerFacts()).isEmpty() && factsText(AnswerFacts()).isEmpty()); // nothing is made up
    QVERIFY(rateText({u"small"_s, 10, 40, -1}).isEmpty());
    QVERIFY(rateText({u"small"_s, 10, 1, 1000}).isEmpty());
}

void TestAgentChat::D_42_theSameQuestionGoesToAnotherModelAndBothAreCompared()
{
    Fixture f;
    f.more = R"(,"model":"small")";
    QVERIFY(f.show());
    f.ask(u"One and one?"_s);
    QTRY_VERIFY(!f.page->conversationId().isEmpty() && !f.page->session()->isBusy());
    TranscriptModel &transcript = f.page->session()->transcript();
    QTRY_COMPARE(transcript.rowCount(), 2);
    QCOMPARE(transcript.messageAt(1).facts.model, u"small"_s);
    f.more = R"(,"model":"large")";
    TranscriptView &view = *f.page->transcript();
    view.setFocus();
    view.setCurrentIndex(transcript.index(1));
    QTest::keyClick(&view, Qt::Key_F10, Qt::ShiftModifier);
    auto *menu = view.findChild<QMenu *>(u"messageMenu"_s);
    QVERIFY(menu != nullptr && menu->findChild<AskAgainMenu *>(u"askOtherAgent"_s) != nullptr);
    auto *models = menu->findChild<AskAgainMenu *>(u"askOtherModel"_s);
    QVERIFY(models != nullptr);
    QTRY_COMPARE(models->actions().constFirst()->data().toString(), u"large"_s); // not the one that wrote it
    QCOMPARE(models->actions().size(), 1);
    menu->setActiveAction(models->menuAction());
    QTest::keyClick(menu, Qt::Key_Right);
    QTRY_VERIFY(models->isVisible());
    QTest::keyClick(models, Qt::Key_Return);
    QTRY_COMPARE(f.questions.size(), 2);
    QCOMPARE(f.question(1).value("message"_L1).toString(), u"One and one?"_s);
    QCOMPARE(f.question(1).value("model"_L1).toString(), u"large"_s);
    QVERIFY(!f.question(0).contains("model"_L1));
    QTRY_VERIFY(!f.page->session()->isBusy());
    QTRY_COMPARE(transcript.rowCount(), 2); // it stands in its place
    QTRY_COMPARE(transcript.messageAt(1).facts.model, u"large"_s);
    view.setFocus();
    view.setCurrentIndex(transcript.index(1));
    QTest::keyClick(&view, Qt::Key_D, Qt::ControlModifier);
    auto *window = view.findChild<CompareWindow *>();
    QVERIFY(window != nullptr);
    QVERIFY(window->findChild<QComboBox *>(u"leftVersion"_s)->currentText().contains(u"small"_s));
    QVERIFY(window->findChild<QComboBox *>(u"rightVersion"_s)->currentText().contains(u"large"_s));
    auto *formatted = window->findChild<QTextBrowser *>(u"leftFormatted"_s);
    QVERIFY(!formatted->isVisible());
    auto *box = window->findChild<QCheckBox *>(u"compareFormatted"_s);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Space);
    QVERIFY(formatted->isVisible() && window->findChild<QTextBrowser *>(u"rightFormatted"_s)->isVisible());
    QCOMPARE(formatted->toPlainText().trimmed(), u"Two <i>things</i>."_s); // its own markup is obeyed, nobody else's
    QVERIFY(formatted->document()->find(u"Two"_s).charFormat().fontWeight() > QFont::Normal);
    QCOMPARE(formatted->document()->find(u"things"_s).charFormat().fontItalic(), false);
    const QPalette before = QApplication::palette();
    const auto restore = qScopeGuard([before] { QApplication::setPalette(before); });
    const QPointer<QTextDocument> light = formatted->document(); // its colours are of the palette
    QApplication::setPalette(before.color(QPalette::Base).lightness() > 127 ? Theme::darkPalette() : Theme::lightPalette());
    QTRY_VERIFY(formatted->document() != light);
    QCOMPARE(formatted->toPlainText().trimmed(), u"Two <i>things</i>."_s);
    QTest::keyClick(box, Qt::Key_Space);
    QVERIFY(!formatted->isVisible());
    window->close();
}

void TestAgentChat::D_42_aMenuOfVeryManyAgentsSaysThatThereAreMore()
{
    AskAgainMenu menu(u"askOtherAgent"_s, u"Ask again"_s, nullptr);
    QList<AskAgainMenu::Other> others;
    for (int i = 0; i < AskAgainMenu::mostShown + 7; ++i)
        others.append({QString::number(i), u"Agent %1"_s.arg(i)});
    menu.setOthers(others, {});
    QCOMPARE(menu.actions().size(), AskAgainMenu::mostShown + 1);
    QVERIFY(!menu.actions().constLast()->isEnabled());
    QVERIFY2(menu.actions().constLast()->text().contains(u"7 more"_s), qPrintable(menu.actions().constLast()->text()));
    menu.setOthers({}, u"It said: R&D is closed"_s);
    QCOMPARE(menu.actions().constLast()->text(), u"It said: R&&D is closed"_s); // no letter becomes a key
}

void TestAgentChat::CA_20_toolsAreToldInWords()
{
    QVERIFY(ToolWords::list({}).isEmpty());
    QCOMPARE(ToolWords::list({u"rag"_s, u"document_search"_s}), u"searching documents"_s); // once
    QVERIFY(!ToolWords::of(u"evil\u202E\n_tool"_s).contains(u'\n'));
    QStringList many;
    for (int i = 0; i < 40; ++i)
        many << u"tool_%1"_s.arg(i);
    QVERIFY(ToolWords::list(many).contains(u"28 more"_s));
}

QTEST_MAIN(TestAgentChat)
#include "tst_agentchat.moc"
