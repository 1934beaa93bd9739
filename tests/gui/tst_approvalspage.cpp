// The page of what waits for the person in the real window, by real keys and clicks: shown exactly, guarded, and answered once (D-66,
// WF-25, APPR-01 to APPR-04).
#include "gui/accessibility.h"
#include "gui/approvals/approvalspage.h"
#include "gui/approvals/humanstepcard.h"
#include "gui/approvals/waitingpane.h"
#include "gui/chat/approval/approvalcard.h"
#include "gui/desktop/approvalnotices.h"
#include "gui/desktop/notifier.h"
#include "gui/guifixture.h"
#include "gui/keycollisions.h"
#include "gui/shell/railbutton.h"
#include "gui/widgets/errorbanner.h"
#include "gui/workflows/run/executionview.h"
#include "state/cache/cacheschema.h"
#include "state/executions/executionrecords.h"
#include "state/executions/executionstore.h"
#include "state/executions/workflowinputs.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTest>

#include <tuple>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

const QString hostileText = u"<img src=\"http://127.0.0.1:9/x\"><b>Pay</b> invoice\u202Efdp.exe\n"_s + QString(20'000, u'x') + u"\nEND"_s;

QJsonObject question(const QString &hash, const QString &text = u"Send the letter to Ana?"_s, const QJsonObject &more = {})
{
    QJsonObject out{{"step_id"_L1, u"ask"_s},
                    {"kind"_L1, u"human"_s},
                    {"notification"_L1, text},
                    {"options"_L1, QJsonArray{QJsonObject{{"id"_L1, u"yes"_s}, {"label"_L1, u"&Send it"_s}},
                                              QJsonObject{{"id"_L1, u"no"_s}, {"label"_L1, u"Leave it"_s}}}},
                    {"on_timeout"_L1, u"fail"_s},
                    {"arguments_hash"_L1, hash}};
    for (auto it = more.begin(); it != more.end(); ++it)
        out.insert(it.key(), it.value());
    return out;
}

QJsonObject toolCall(const QString &hash)
{
    return {{"step_id"_L1, u"mail"_s},
            {"kind"_L1, u"tool"_s},
            {"notification"_L1, u"May it start?"_s},
            {"arguments_hash"_L1, hash},
            {"tool_name"_L1, u"send_mail"_s},
            {"program"_L1, u"/usr/bin/mailer"_s},
            {"program_arguments"_L1, QJsonArray{u"--account"_s}},
            {"environment"_L1, QJsonArray{u"MAIL_TOKEN"_s}},
            {"arguments"_L1, QJsonObject{{u"to"_s, u"ana@example.org"_s}}},
            {"option_ids"_L1, QJsonArray{u"approve"_s, u"refuse"_s}},
            {"options"_L1, QJsonArray{QJsonObject{{"id"_L1, u"approve"_s}, {"label"_L1, u"Start"_s}},
                                      QJsonObject{{"id"_L1, u"refuse"_s}, {"label"_L1, u"Refuse"_s}}}}};
}

QJsonObject execution(const QString &status, const QJsonArray &asked = {})
{
    return {{"id"_L1, u"e1"_s},
            {"workflow_id"_L1, u"w1"_s},
            {"status"_L1, status},
            {"started_at"_L1, u"2026-05-02T09:14:03"_s},
            {"approvals"_L1, asked}};
}

QByteArray compact(const QJsonValue &value)
{
    return value.isArray() ? QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact)
                           : QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
}

struct RecordingNotifier final : Notifier {
    QList<Notice> shown;
    QStringList withdrawn;

    void show(const Notice &notice) override { shown.append(notice); }
    void withdraw(const QString &key) override { withdrawn.append(key); }
};

struct Desk : GuiFixture {
    QJsonArray waiting; // executions
    Scripted taken = json(compact(execution(u"running"_s)));
    QList<QJsonObject> answers;
    int stops = 0;
    bool isBroken = false;
    bool goesOn = false; // after an answer

    explicit Desk(bool resumes = true)
    {
        if (resumes)
            features = localFeatures + R"(,"approvals_resume")";
        script = [this](const Received &request) { return answer(request); };
        approvals = std::make_unique<ApprovalInbox>(
            ApprovalInbox::Services{api, workspace, profiles, sessions, {accounts}, ApprovalSource::Pace{60, 60, 300}});
    }
    ~Desk()
    {
        server.closeHeld();
        window.reset();
        approvals.reset();
    }
    Q_DISABLE_COPY_MOVE(Desk)

    Scripted answer(const Received &request)
    {
        if (request.method == "POST" && request.target.endsWith("/approve")) {
            answers.append(QJsonDocument::fromJson(request.body).object());
            if (goesOn)
                waiting = {};
            return taken;
        }
        if (request.method == "POST" && request.target.endsWith("/stop")) {
            ++stops;
            waiting = {};
            return json(compact(execution(u"stopped"_s)));
        }
        if (isBroken && request.target.startsWith("/agents/workflows"))
            return reply(500, R"({"detail":"Down"})");
        if (request.target.endsWith("/steps"))
            return json(
                R"([{"id":"s1","step_id":"ask","status":"completed",
                            "output_data":{"status":"awaiting_human","notification":"Send it?"}}])");
        if (request.target.startsWith("/streams/executions/"))
            return eventStream({": here\n\n"}, Scripted::End::Hold);
        if (request.target == "/agents/workflows/executions/e1" && !waiting.isEmpty())
            return json(compact(waiting.first()));
        if (request.target.contains("/w1/executions") && request.target.contains("awaiting_human"))
            return json(compact(waiting));
        if (request.target.contains("/executions"))
            return json("[]");
        return sample(request.target);
    }
    void ask(const QJsonObject &what) { waiting = {execution(u"awaiting_human"_s, {what})}; }
    // Inside QVERIFY.
    [[nodiscard]] bool start()
    {
        if (!openAndLoad() || !show())
            return false;
        window->showPage(u"approvals"_s);
        return QTest::qWaitFor([this] { return approvals->isLoaded() && approvals->rows().size() == waiting.size(); }, 10'000);
    }
    // The same, and what is asked takes answers.
    [[nodiscard]] bool startOpen()
    {
        if (!start() || !card().isVisible())
            return false;
        pane().setGuardTime(0);
        return QTest::qWaitFor([this] { return !card().isGuarded(); }, 5000);
    }
    [[nodiscard]] ApprovalsPage &page() const { return *window->findChild<ApprovalsPage *>(); }
    [[nodiscard]] WaitingPane &pane() const { return *page().findChild<WaitingPane *>(); }
    [[nodiscard]] HumanStepCard &card() const { return *page().findChild<HumanStepCard *>(); }
    [[nodiscard]] ApprovalCard &tool() const { return *pane().findChild<ApprovalCard *>(); }
    [[nodiscard]] QList<QPushButton *> options() const
    {
        QList<QPushButton *> out = card().findChildren<QPushButton *>(u"humanStepOption"_s);
        out.removeIf([](const QPushButton *button) { return button->isHidden(); }); // on their way out
        return out;
    }
    [[nodiscard]] QPlainTextEdit *comment() const { return card().findChild<QPlainTextEdit *>(u"humanStepComment"_s); }
    [[nodiscard]] QString label(const char *name) const { return page().findChild<QLabel *>(QLatin1StringView(name))->text(); }
    [[nodiscard]] QString bannerText() const
    {
        const auto *banner = page().findChild<ErrorBanner *>();
        return banner->isVisible() ? banner->text() : QString();
    }
    void shot(const QString &name) const
    {
        if (qEnvironmentVariableIsSet("DESK_SHOTS"))
            window->grab().save(qEnvironmentVariable("DESK_SHOTS") + u'/' + name + u".png"_s);
    }
    [[nodiscard]] QStringList faults() const { return namingProblems(*window) + tabbingProblems(*window) + keyCollisions(*window); }
};

} // namespace

class TestApprovalsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void WF_25_aQuestionIsAnsweredByKeys();
    void APPR_01_nothingIsAnsweredBeforeItCanBeRead();
    void APPR_01_anotherQuestionIsGuardedAnew();
    void APPR_01_aToolIsShownExactlyAndRefusedFirst();
    void APPR_02_aReplayedAnswerIsSaid();
    void APPR_03_strangersTextIsNeverMarkup();
    void APPR_04_aLostAnswerIsSaidAndNotSentAgain();
    void APPR_04_afterTheDeadlineNothingCanBePressed();
    void D_66_aServerThatForgetsIsSaidAndStopped();
    void theRailCountsWhatWaits();
    void whatCouldNotBeAskedForIsSaid();
    void withoutAConnectionThePageSaysSo();
    void D_66_theDesktopTellsOnceAndAnswersPlainQuestions();
    void APPR_01_theDesktopNeverApprovesATool();
    void WF_25_anExecutionIsAnsweredWhereItIsLookedAt();
    void everythingIsNamedAndReachable_data();
    void everythingIsNamedAndReachable();
    void pictures();
};

void TestApprovalsPage::WF_25_aQuestionIsAnsweredByKeys()
{
    Desk desk;
    desk.ask(question(u"h1"_s));
    QVERIFY(desk.startOpen());
    QVERIFY(desk.label("approvalsPlace").contains(u"Weather note"_s));
    auto *list = desk.page().findChild<QListView *>();
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Return);
    QVERIFY(desk.comment()->hasFocus());
    for (QPushButton *option : desk.options())
        QVERIFY(!option->isDefault() && !option->autoDefault());
    QTest::keyClicks(desk.comment(), u"Read twice"_s);
    QTest::keyClick(desk.comment(), Qt::Key_Tab);
    QVERIFY(desk.options().at(0)->hasFocus());
    QTest::keyClick(desk.options().at(0), Qt::Key_Tab);
    QVERIFY(desk.options().at(1)->hasFocus());
    QTest::keyClick(desk.options().at(1), Qt::Key_Space);
    QTRY_COMPARE(desk.answers.size(), 1);
    QCOMPARE(desk.answers.first(),
             (QJsonObject{{"option_id"_L1, u"no"_s}, {"comment"_L1, u"Read twice"_s}, {"arguments_hash"_L1, u"h1"_s}}));
    desk.waiting = {};
    QTRY_VERIFY(!desk.card().isVisible());
    QCOMPARE(desk.answers.size(), 1);
}

void TestApprovalsPage::APPR_01_nothingIsAnsweredBeforeItCanBeRead()
{
    Desk desk;
    QVERIFY(desk.start());
    desk.pane().setGuardTime(60'000);
    desk.ask(question(u"h1"_s));
    QTRY_VERIFY(desk.card().isVisible());
    QVERIFY(desk.card().isGuarded());
    QPushButton *yes = desk.options().first();
    yes->setFocus();
    QTest::mouseClick(yes, Qt::LeftButton);
    QTest::keyClick(yes, Qt::Key_Space);
    QTest::keyClick(yes, Qt::Key_Return);
    QCOMPARE(desk.approvals->rows().first().state, WaitingApproval::State::Asked);
    QVERIFY(desk.answers.isEmpty());
    desk.pane().setGuardTime(0);
    QTRY_VERIFY(!desk.card().isGuarded());
    QTest::keyClick(yes, Qt::Key_Return);
    QTRY_COMPARE(desk.answers.size(), 1);
    QCOMPARE(HumanStepCard::guardMs, 500);
}

void TestApprovalsPage::APPR_01_anotherQuestionIsGuardedAnew()
{
    Desk desk;
    desk.ask(question(u"h1"_s));
    QVERIFY(desk.startOpen());
    desk.comment()->setPlainText(u"about the first"_s);
    desk.card().setGuardTime(0);
    QTRY_VERIFY(!desk.card().isGuarded());
    desk.pane().setGuardTime(60'000);
    desk.pane().setGuardTime(60'000);
    desk.ask(question(u"h2"_s, u"Send the other letter?"_s));
    QTRY_VERIFY(desk.comment()->toPlainText().isEmpty());
    QVERIFY(desk.card().isGuarded());
    QTest::mouseClick(desk.options().first(), Qt::LeftButton);
    QCOMPARE(desk.approvals->rows().first().state, WaitingApproval::State::Asked);
}

void TestApprovalsPage::APPR_01_aToolIsShownExactlyAndRefusedFirst()
{
    Desk desk;
    desk.ask(toolCall(u"t1"_s));
    QVERIFY(desk.start());
    QTRY_VERIFY(desk.tool().isVisible());
    const auto field = [&desk](const char *name) {
        return desk.tool().findChild<QPlainTextEdit *>(QLatin1StringView(name))->toPlainText();
    };
    QVERIFY(field("approvalProgram").contains(u"/usr/bin/mailer"_s));
    QVERIFY(field("approvalArguments").contains(u"ana@example.org"_s));
    QVERIFY(field("approvalEnvironment").contains(u"MAIL_TOKEN"_s));
    auto *list = desk.page().findChild<QListView *>();
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Return);
    auto *refuse = desk.tool().findChild<QPushButton *>(u"approvalRefuse"_s);
    QVERIFY(refuse->hasFocus());
    desk.pane().setGuardTime(0);
    QTRY_VERIFY(!desk.tool().isGuarded());
    QTest::keyClick(refuse, Qt::Key_Return);
    QTRY_COMPARE(desk.answers.size(), 1);
    QCOMPARE(desk.answers.first(), (QJsonObject{{"option_id"_L1, u"refuse"_s}, {"arguments_hash"_L1, u"t1"_s}}));
}

void TestApprovalsPage::APPR_02_aReplayedAnswerIsSaid()
{
    Desk desk;
    desk.ask(question(u"h1"_s));
    QVERIFY(desk.startOpen());
    desk.taken = reply(409, R"({"detail":"No.","code":"already_answered"})", "application/problem+json");
    QTest::mouseClick(desk.options().first(), Qt::LeftButton);
    QTRY_VERIFY(desk.bannerText().contains(u"answered already"_s));
    QVERIFY(desk.bannerText().contains(u"Weather note"_s));
    QCOMPARE(desk.answers.size(), 1);
}

void TestApprovalsPage::APPR_03_strangersTextIsNeverMarkup()
{
    Desk desk;
    QJsonObject asked = question(u"h1"_s, hostileText);
    asked.insert("options"_L1, QJsonArray{QJsonObject{{"id"_L1, u"a"_s}, {"label"_L1, u"<b>&Yes</b>\u202Eon"_s}},
                                          QJsonObject{{"id"_L1, u"b"_s}, {"label"_L1, QString(500, u'z')}}});
    desk.ask(asked);
    QVERIFY(desk.startOpen());
    const QString shown = desk.card().findChild<QPlainTextEdit *>(u"humanStepText"_s)->toPlainText();
    QVERIFY(shown.startsWith(u"<img src="_s));
    QVERIFY(shown.contains(u"END"_s)); // nothing is cut
    QVERIFY(!shown.contains(QChar(0x202E)));
    const QString option = desk.options().first()->text();
    QVERIFY2(option.startsWith(u"<b>&&Yes</b>"_s) && !option.contains(QChar(0x202E)), qPrintable(option));
    const auto *area = desk.page().findChild<QScrollArea *>(u"approvalsDetail"_s);
    QVERIFY(desk.card().width() <= area->viewport()->width()); // nothing hides beside the edge
    QCOMPARE(desk.card().findChild<QPlainTextEdit *>(u"humanStepLongOptions"_s)->toPlainText(), QString(500, u'z'));
    for (const QLabel *label : desk.page().findChildren<QLabel *>())
        QVERIFY(label->textFormat() == Qt::PlainText);
    desk.shot(u"approvals-hostile"_s);
}

void TestApprovalsPage::APPR_04_aLostAnswerIsSaidAndNotSentAgain()
{
    Desk desk;
    desk.ask(question(u"h1"_s));
    QVERIFY(desk.startOpen());
    desk.comment()->setPlainText(u"once"_s);
    desk.taken = Scripted{.pieces = {}, .end = Scripted::End::Reset};
    QTest::mouseClick(desk.options().first(), Qt::LeftButton);
    QTRY_VERIFY(desk.label("humanStepRemark").contains(u"not known"_s));
    QCOMPARE(desk.comment()->toPlainText(), u"once"_s);
    QVERIFY(desk.options().first()->isEnabled());
    const auto *remark = desk.card().findChild<QLabel *>(u"humanStepRemark"_s);
    QTRY_VERIFY(remark->geometry().top() > desk.comment()->geometry().bottom()); // the card has grown with it
    desk.shot(u"approvals-lost"_s);
    desk.waiting = {};
    QTRY_VERIFY(desk.bannerText().contains(u"Nothing waits for it any more"_s));
    QCOMPARE(desk.answers.size(), 1);
}

void TestApprovalsPage::APPR_04_afterTheDeadlineNothingCanBePressed()
{
    Desk desk;
    const QString soon = QDateTime::currentDateTimeUtc().addMSecs(2500).toString(Qt::ISODateWithMs);
    desk.ask(question(u"h1"_s, u"Send it?"_s, {{"expires_at"_L1, soon}}));
    QVERIFY(desk.startOpen());
    QVERIFY2(desk.label("humanStepDeadline").contains(u"left"_s), qPrintable(desk.label("humanStepDeadline")));
    QVERIFY(desk.label("humanStepDeadline").contains(u"fails"_s));
    QTRY_VERIFY(desk.label("humanStepDeadline").contains(u"over"_s));
    QTRY_VERIFY(!desk.options().first()->isEnabled());
    QTest::mouseClick(desk.options().first(), Qt::LeftButton);
    QVERIFY(desk.answers.isEmpty());
}

void TestApprovalsPage::D_66_aServerThatForgetsIsSaidAndStopped()
{
    Desk desk(false);
    desk.waiting = {execution(u"awaiting_human"_s)};
    QVERIFY(desk.startOpen());
    QVERIFY(desk.label("humanStepDoubts").contains(u"forgets"_s));
    QVERIFY(desk.options().isEmpty());
    QVERIFY(!desk.comment()->isVisible());
    desk.shot(u"approvals-forgets"_s);
    auto *stop = desk.card().findChild<QPushButton *>(u"humanStepStop"_s);
    QVERIFY(stop->isVisible());
    QTest::mouseClick(stop, Qt::LeftButton);
    QTRY_VERIFY(!desk.card().isVisible());
    QCOMPARE(desk.stops, 1);
    QVERIFY(desk.answers.isEmpty());
}

void TestApprovalsPage::theRailCountsWhatWaits()
{
    Desk desk;
    desk.ask(question(u"h1"_s));
    QVERIFY(desk.start());
    auto *entry = desk.window->findChild<RailButton *>(u"rail:approvals"_s);
    QVERIFY(entry);
    QTRY_VERIFY2(entry->accessibleName().contains(u"1 waiting"_s), qPrintable(entry->accessibleName()));
    desk.waiting = {};
    QTRY_COMPARE(entry->accessibleName(), u"Approvals"_s);
}

void TestApprovalsPage::whatCouldNotBeAskedForIsSaid()
{
    Desk desk;
    desk.ask(question(u"h1"_s));
    QVERIFY(desk.startOpen());
    desk.isBroken = true;
    QTRY_VERIFY_WITH_TIMEOUT(desk.label("approvalsProblems").startsWith(u"team: "_s), 20'000);
    QVERIFY(desk.card().isVisible());
}

void TestApprovalsPage::withoutAConnectionThePageSaysSo()
{
    Desk desk;
    QVERIFY(desk.show());
    desk.window->showPage(u"approvals"_s);
    const auto says = [&desk](const QString &text) {
        const QList<QLabel *> labels = desk.page().findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [&text](const QLabel *one) { return one->isVisible() && one->text() == text; });
    };
    QVERIFY(says(u"Not connected"_s));
    QVERIFY(desk.open());
    QTRY_VERIFY(says(u"Nothing waits for you"_s));
    desk.shot(u"approvals-empty"_s);
}

void TestApprovalsPage::D_66_theDesktopTellsOnceAndAnswersPlainQuestions()
{
    Desk desk;
    bool isWatched = false;
    ApprovalNotices notices({*desk.approvals, desk.settings, [&isWatched] { return isWatched; }});
    RecordingNotifier notifier;
    notices.addNotifier(notifier);
    QString opened;
    connect(&notices, &ApprovalNotices::openRequested, &notifier, [&opened](const QString &key) { opened = key; });
    QJsonObject plain = question(u"h1"_s);
    plain.insert("options"_L1, QJsonArray{QJsonObject{{"id"_L1, u"yes"_s}, {"label"_L1, u"Send"_s}}});
    desk.ask(plain);
    QVERIFY(desk.start());
    QTRY_COMPARE(notifier.shown.size(), 1);
    QCOMPARE(notifier.shown.first().text, u"Send the letter to Ana?"_s);
    QCOMPARE(notifier.shown.first().choices.size(), 1);
    QVERIFY(notifier.shown.first().actions == Notice::Actions::Open);
    Q_EMIT notifier.openRequested(notifier.shown.first().key);
    QCOMPARE(opened, desk.approvals->rows().first().key);
    Q_EMIT notifier.choiceRequested(u"c9"_s, u"yes"_s); // of a notice that is not ours
    desk.goesOn = true;
    Q_EMIT notifier.choiceRequested(notifier.shown.first().key, u"yes"_s);
    QTRY_COMPARE(desk.answers.size(), 1);
    QTRY_COMPARE(notifier.withdrawn.size(), 1);
    desk.ask(question(u"h2"_s, QString(1000, u'x'))); // it is not told whole, so it is not answered there
    QTRY_COMPARE(notifier.shown.size(), 2);
    QVERIFY(notifier.shown.last().choices.isEmpty());
    isWatched = true;
    desk.ask(question(u"h3"_s));
    QTRY_VERIFY(desk.approvals->rows().size() == 1 && desk.approvals->rows().first().key.endsWith(u"h3"_s));
    QCOMPARE(notifier.shown.size(), 2);
}

void TestApprovalsPage::APPR_01_theDesktopNeverApprovesATool()
{
    Desk desk;
    ApprovalNotices notices({*desk.approvals, desk.settings, [] { return false; }});
    RecordingNotifier notifier;
    notices.addNotifier(notifier);
    desk.ask(toolCall(u"t1"_s));
    QVERIFY(desk.start());
    QTRY_COMPARE(notifier.shown.size(), 1);
    QVERIFY(notifier.shown.first().choices.isEmpty());
    QVERIFY(!notifier.shown.first().text.contains(u"ana@"_s)); // never what tools are told (REND-19)
    Q_EMIT notifier.choiceRequested(notifier.shown.first().key, u"approve"_s);
    QCOMPARE(desk.approvals->rows().first().state, WaitingApproval::State::Asked);
}

void TestApprovalsPage::WF_25_anExecutionIsAnsweredWhereItIsLookedAt()
{
    Desk desk;
    desk.ask(question(u"h1"_s));
    QVERIFY(desk.open());
    StoreThread cache(desk.folder, cacheStoreKind(desk.folder));
    ExecutionRecords records(cache);
    WorkflowInputs inputs(desk.store);
    ExecutionStore store(desk.api, desk.workspace, records, inputs);
    ExecutionView view(store);
    view.resize(900, 700);
    view.QWidget::show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.show(ExecutionId(u"e1"_s));
    auto *card = view.findChild<HumanStepCard *>();
    QTRY_VERIFY(card->isVisible());
    card->setGuardTime(0);
    QTRY_VERIFY(!card->isGuarded());
    QTest::mouseClick(card->findChildren<QPushButton *>(u"humanStepOption"_s).first(), Qt::LeftButton);
    QTRY_COMPARE(desk.answers.size(), 1);
    QCOMPARE(desk.answers.first().value("arguments_hash"_L1).toString(), u"h1"_s);
    desk.waiting = {execution(u"completed"_s)};
    QTRY_VERIFY(!card->isVisible());
}

void TestApprovalsPage::everythingIsNamedAndReachable_data()
{
    QTest::addColumn<QJsonObject>("asked");
    QTest::addColumn<bool>("resumes");
    QTest::newRow("question") << question(u"h1"_s) << true;
    QTest::newRow("tool") << toolCall(u"t1"_s) << true;
    QTest::newRow("forgets") << QJsonObject() << false;
}

void TestApprovalsPage::everythingIsNamedAndReachable()
{
    QFETCH(QJsonObject, asked);
    QFETCH(bool, resumes);
    Desk desk(resumes);
    desk.waiting = {execution(u"awaiting_human"_s, asked.isEmpty() ? QJsonArray() : QJsonArray{asked})};
    QVERIFY(desk.start());
    QTRY_VERIFY(desk.pane().isVisible());
    const QStringList problems = desk.faults();
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

void TestApprovalsPage::pictures()
{
    for (const auto &[name, theme, direction] :
         {std::tuple(u"light"_s, u"light"_s, Qt::LeftToRight), std::tuple(u"dark"_s, u"dark"_s, Qt::LeftToRight),
          std::tuple(u"rtl"_s, u"light"_s, Qt::RightToLeft)}) {
        QGuiApplication::setLayoutDirection(direction);
        Desk desk;
        desk.settings.set(Settings::Key::Theme, theme);
        QJsonObject asked = question(u"h1"_s, u"Send the letter to Ana?\nIt has three pages."_s,
                                     {{"expires_at"_L1, QDateTime::currentDateTimeUtc().addSecs(1500).toString(Qt::ISODate)}});
        asked.insert("options"_L1, QJsonArray{QJsonObject{{"id"_L1, u"yes"_s}, {"label"_L1, u"Send it"_s}},
                                              QJsonObject{{"id"_L1, u"later"_s}, {"label"_L1, u"Ask me again tomorrow"_s}},
                                              QJsonObject{{"id"_L1, u"no"_s}, {"label"_L1, u"Leave it"_s}}});
        desk.ask(asked);
        QVERIFY(desk.startOpen());
        QVERIFY(desk.card().width() <= desk.page().width());
        desk.shot(u"approvals-question-"_s + name);
        desk.ask(toolCall(u"t1"_s));
        QTRY_VERIFY(desk.tool().isVisible());
        desk.shot(u"approvals-tool-"_s + name);
    }
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

QTEST_MAIN(TestApprovalsPage)
#include "tst_approvalspage.moc"
