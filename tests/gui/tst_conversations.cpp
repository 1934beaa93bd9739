// The list of conversations, worked with keys and clicks (CH-01 … CH-12, CH-24).
#include "auth/authmanager.h"
#include "auth/signin/signinattempt.h"
#include "gui/accessibility.h"
#include "gui/chat/chatpage.h"
#include "gui/chat/compose/composeredit.h"
#include "gui/conversations/conversationpanel.h"
#include "gui/conversations/importdialog.h"
#include "gui/conversations/removalbar.h"
#include "gui/conversations/sharedialog.h"
#include "gui/conversations/tagsdialog.h"
#include "gui/guifixture.h"
#include "state/export/conversationwriter.h"
#include "state/models/conversationgroupmodel.h"
#include "support/identityserver.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

struct ListFixture : GuiFixture {
    QList<Conversation> served;
    Scripted deletion = reply(204, {});

    ListFixture()
    {
        const QDateTime noon(QDate::currentDate(), QTime(0, 30));
        add("c1", u"Quarterly figures"_s, noon, u"South sold most, by a wide margin over the others."_s, true);
        add("c2", u"<b>Contract</b> terms & notice"_s, noon.addDays(-1), u"Notice is three months."_s);
        add("c3", u"Which region sold most in the third quarter of the year?"_s, noon.addDays(-1).addSecs(-600), u"North."_s);
        add("c4", u"Travel costs"_s, noon.addDays(-4), u"They rose by 4 %."_s);
        add("c5", u"An old question"_s, noon.addDays(-400), u"An old answer."_s);
        script = [this](const Received &request) { return scripted(request); };
    }

    void add(const char *id, const QString &title, const QDateTime &updated, const QString &preview, bool isPrivate = false)
    {
        Conversation c;
        c.id = ConversationId(QString::fromLatin1(id));
        c.title = title;
        c.updatedAt = updated;
        c.lastMessage = preview;
        c.isPrivate = isPrivate;
        c.source = served.isEmpty() ? u"web"_s : u"desktop"_s;
        served.append(c);
    }

    Scripted scripted(const Received &request)
    {
        if (request.target.startsWith("/conversations?"))
            return json(list());
        if (request.target.endsWith("/shares") && request.method == "GET")
            return json(
                R"({"shares":[{"id":"s1","conversation_id":"c1","user_id":"7c1e-ana","role":"viewer","shared_at":"2026-05-02T09:14:03"}]})");
        if (request.target.endsWith("/shares"))
            return reply(201,
                         R"({"id":"s2","conversation_id":"c1","user_id":"81ff-ben","role":"editor","shared_at":"2026-05-02T09:14:03"})");
        if (request.method == "DELETE")
            return request.target.contains("/shares/") ? reply(204, {}) : deletion;
        if (request.method == "PATCH")
            return json(R"({"id":"c1","title":"Renamed","is_private":false})");
        if (request.method == "POST" && request.target == "/conversations")
            return reply(201, R"({"id":"new","title":"Imported","is_private":false})");
        if (request.method == "POST" && request.target.endsWith("/messages"))
            return reply(201, R"({"id":"m","role":"user","content":"x"})");
        if (request.target.contains("/messages"))
            return json(R"({"total":2,"messages":[{"id":"m2","role":"assistant","content":"South.","created_at":"2026-05-02T09:14:09"},
              {"id":"m1","role":"user","content":"Which region?","created_at":"2026-05-02T09:14:03"}]})");
        return sample(request.target);
    }

    [[nodiscard]] QByteArray list() const
    {
        QJsonArray rows;
        for (const Conversation &c : served)
            rows.append(QJsonObject{{u"id"_s, c.id.value()},
                                    {u"title"_s, c.title},
                                    {u"last_message"_s, c.lastMessage},
                                    {u"user_id"_s, c.id.value() == u"c4"_s ? u"ben"_s : u"ana"_s},
                                    {u"is_private"_s, c.isPrivate.value_or(false)},
                                    {u"source"_s, c.source},
                                    {u"updated_at"_s, c.updatedAt.toUTC().toString(Qt::ISODate)}});
        return QJsonDocument(QJsonObject{{u"conversations"_s, rows}, {u"total"_s, rows.size()}}).toJson();
    }

    [[nodiscard]] bool start()
    {
        tools.open(u"team/ana"_s);
        journal.open(u"team/ana"_s);
        drafts.open(u"team/ana"_s);
        if (!show() || !openAndLoad() || !QTest::qWaitFor([this] { return tools.marks().isLoaded(); }, 5000))
            return false;
        view()->setFocus();
        return QTest::qWaitFor([this] { return groups().shownCount() == served.size(); }, 5000);
    }

    [[nodiscard]] ConversationPanel *panel() const { return find<ConversationPanel>("conversationPanel"); }
    [[nodiscard]] ConversationGroupModel &groups() const { return panel()->groups(); }
    [[nodiscard]] QListView *view() const { return panel()->list(); }
    [[nodiscard]] QModelIndex row(const char *id) const { return groups().indexOf(ConversationId(QString::fromLatin1(id))); }
    [[nodiscard]] QString opened() const { return window->chat().conversationId().value(); }
    void click(const char *id, Qt::KeyboardModifiers modifiers = {}) const
    {
        view()->scrollTo(row(id));
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, modifiers, view()->visualRect(row(id)).center());
    }
    void key(int key, Qt::KeyboardModifiers modifiers = {}) const { QTest::keyClick(view(), static_cast<Qt::Key>(key), modifiers); }
    [[nodiscard]] QAction *action(const char *name) const { return window->findChild<QAction *>(QLatin1StringView(name)); }
    [[nodiscard]] ConversationMark mark(const char *id) { return tools.marks().mark(ConversationId(QString::fromLatin1(id))); }
    [[nodiscard]] QStringList shown() const
    {
        QStringList rows;
        for (int i = 0; i < groups().rowCount(); ++i)
            rows.append(groups().isHeader(groups().index(i)) ? u"# "_s + groups().index(i).data().toString()
                                                             : groups().idAt(groups().index(i)).value());
        return rows;
    }
    [[nodiscard]] int sent(const QByteArray &method) const
    {
        const auto &received = server.received();
        return static_cast<int>(
            std::count_if(received.cbegin(), received.cend(), [&method](const Received &r) { return r.method == method; }));
    }
    // Of the dialog that is open, whatever closed before.
    template <typename T>
    [[nodiscard]] T *dialog() const
    {
        T *open = nullptr;
        const bool found = QTest::qWaitFor([&] {
            for (T *one : window->findChildren<T *>())
                open = one->isVisible() ? one : open;
            return open != nullptr;
        });
        if (found) {
            open->activateWindow();
            (void)QTest::qWaitFor([open] { return QApplication::activeWindow() == open; }, 5000);
        }
        return open;
    }
    static void shoot(QWidget &widget, const char *name)
    {
        if (!qEnvironmentVariableIsSet("DESK_SHOTS"))
            return;
        if (auto *list = widget.findChild<QListView *>(u"conversationList"_s))
            list->doItemsLayout(); // which it does a moment later otherwise
        widget.grab().save(qEnvironmentVariable("DESK_SHOTS") + u'/' + QLatin1StringView(name) + u".png"_s);
    }
    [[nodiscard]] QString exportedFile(const QString &title)
    {
        ExportContent content;
        content.conversation.id = ConversationId(u"elsewhere"_s);
        content.conversation.title = title;
        Message message;
        message.role = Role::User;
        message.content = u"Which region?"_s;
        content.messages = {message, message, Message()};
        content.messages[1].role = Role::Assistant;
        content.messages[2].role = Role::Assistant;
        content.messages[0].attachments = {StoredFile{FileId(u"f"_s), u"sales.csv"_s, u"text/csv"_s, 3, {}}};
        ExportProgress progress;
        const QString path = dir.filePath(u"one.json"_s);
        return writeConversation(*textWriter(ExportFormat::Json), content, path, progress) ? path : QString();
    }
};

// At a team whose sign-in service knows its people.
struct LookupFixture : ListFixture {
    IdentityServer identity{IdentityServer::Kind::Team};

    LookupFixture()
    {
        const auto person = [](const QString &id, const QString &email, const QString &name) {
            return QJsonObject{{u"user_id"_s, id}, {u"email"_s, email}, {u"display_name"_s, name}};
        };
        identity.people = {person(u"7c1e-ana"_s, u"ana@example.org"_s, u"Ana Alm"_s), person(u"81ff-ben"_s, u"ben@example.org"_s, u"Ben"_s),
                           person(u"66-eve"_s, u"eve@example.org"_s, u"<b>Eve\n\u202E"_s + QString(5000, u'x'))};
    }

    [[nodiscard]] bool startSignedIn()
    {
        if (!start())
            return false;
        Profile profile;
        profile.kind = Profile::Kind::Team;
        profile.name = u"By mail"_s;
        profile.id = u"p1"_s;
        profile.baseUrl = server.url();
        profile.identityUrl = identity.url();
        profile.signIn = SignInWay::EmailCode;
        if (!signIn(profile))
            return false;
        workspace.open(profile); // with the session of the last time
        return QTest::qWaitFor([this] { return workspace.state() == Workspace::State::Ready && workspace.profile().id == u"p1"; }, 10'000);
    }

    // The window would ask as well: it happened before it was there.
    [[nodiscard]] bool signIn(const Profile &profile)
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

    [[nodiscard]] ShareDialog *openShares()
    {
        (new ShareDialog(tools, conversations, ConversationId(u"c1"_s), window.get()))->open();
        return dialog<ShareDialog>();
    }
};

} // namespace

class TestConversationList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void CH_08_theArrowKeysPassOverTheHeaders();
    void CH_08_headersAreToldToAssistiveTechnology();
    void CH_07_pinAndArchiveByKeys();
    void CH_07_tagsOfSeveralAreSetInOneDialog();
    void CH_05_f2RenamesInPlace();
    void CH_06_deletedOnesComeBackByCtrlZWithTheirDraft();
    void CH_06_severalAreDeletedAndTheBarBringsThemBack();
    void CH_06_aRefusedDeletionIsBackAndSaid();
    void CH_01_thePreviewIsPlainWordsAndFollowsTheAnswer();
    void CH_01_severalAreSelectedWithoutBeingOpened();
    void CH_08_theFilterIsSeenAndTakenBack();
    void CH_08_unreadOnesHaveADotUntilTheyAreOpened();
    void CH_24_peopleAreAddedAndRemoved();
    void CH_24_aPersonIsFoundWhileTypingAndChosenByKeys();
    void CH_24_anIdCanBeSharedWithWhenTheLookupFails();
    void CH_24_theLocalWorkspaceSaysWhyNothingIsShared();
    void aFileIsImportedAndAskedAboutWhenRepeated();
    void anImportThatWasCutCanBeRemovedOrKept();
    void aDroppedFileIsImported();
    void CH_12_severalAreExportedIntoAFolder();
    void CH_01_tenThousandAreWorkedWith();
};

void TestConversationList::CH_08_theArrowKeysPassOverTheHeaders()
{
    ListFixture f;
    QVERIFY(f.start());
    QCOMPARE(f.shown().mid(0, 5), (QStringList{u"# Today"_s, u"c1"_s, u"# Yesterday"_s, u"c2"_s, u"c3"_s}));
    f.click("c1");
    QTRY_COMPARE(f.opened(), u"c1"_s);
    f.key(Qt::Key_Down);
    QTRY_COMPARE(f.opened(), u"c2"_s);
    f.key(Qt::Key_Up);
    QTRY_COMPARE(f.opened(), u"c1"_s);
    f.key(Qt::Key_End);
    QTRY_COMPARE(f.opened(), u"c5"_s);
    f.key(Qt::Key_Home);
    QTRY_COMPARE(f.opened(), u"c1"_s);
    const QRect header = f.view()->visualRect(f.groups().index(2));
    QVERIFY(header.height() < f.view()->visualRect(f.row("c2")).height());
    QTest::mouseClick(f.view()->viewport(), Qt::LeftButton, {}, header.center());
    QCOMPARE(f.opened(), u"c1"_s);
    QVERIFY(!f.groups().filter().archivedShown); // that header closes nothing
    f.tools.marks().setPinned({ConversationId(u"c4"_s)}, true);
    f.tools.marks().changeTags({ConversationId(u"c1"_s), ConversationId(u"c2"_s)}, {u"budget"_s, u"Q3"_s}, {});
    f.tools.marks().changeTags({ConversationId(u"c1"_s)}, {u"for the board"_s, u"open"_s}, {});
    f.tools.marks().markUnread({ConversationId(u"c3"_s)});
    f.tools.marks().setArchived({ConversationId(u"c5"_s)}, true);
    ListFixture::shoot(*f.window, "conversations-list");
}

void TestConversationList::CH_08_headersAreToldToAssistiveTechnology()
{
    ListFixture f;
    QVERIFY(f.start());
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(f.view());
    QVERIFY(list != nullptr);
    QStringList names;
    for (int i = 0; i < list->childCount(); ++i)
        names.append(list->child(i)->text(QAccessible::Name));
    QVERIFY2(names.contains(u"Today, group of 1 conversations"_s), qPrintable(names.join(u'\n')));
    f.conversationModel.setPerson(UserId(u"ana"_s));
    QVERIFY(f.row("c4").data(Qt::AccessibleTextRole).toString().endsWith(u", shared with you"_s));
    QVERIFY(!f.row("c1").data(ConversationListModel::SharedRole).toBool());
    QVERIFY2(names.filter(u"Quarterly figures"_s).value(0).endsWith(u", private"_s), qPrintable(names.join(u'\n')));
    f.tools.marks().setPinned({ConversationId(u"c1"_s)}, true);
    QCOMPARE(f.row("c1").data(Qt::AccessibleDescriptionRole).toString(), u"Pinned"_s);
}

void TestConversationList::CH_07_pinAndArchiveByKeys()
{
    ListFixture f;
    QVERIFY(f.start());
    f.click("c4");
    f.key(Qt::Key_D, Qt::ControlModifier);
    QVERIFY(f.mark("c4").pinned);
    QCOMPARE(f.shown().mid(0, 2), (QStringList{u"# Pinned"_s, u"c4"_s}));
    QCOMPARE(f.view()->selectionModel()->selectedIndexes(), QModelIndexList{f.row("c4")}); // it moved, and is selected still
    QCOMPARE(f.action("pinConversation")->text().remove(u'&'), u"Unpin"_s);
    f.key(Qt::Key_D, Qt::ControlModifier);
    QVERIFY(!f.mark("c4").pinned);
    f.key(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(f.mark("c4").archived);
    QCOMPARE(f.shown().constLast(), u"# Archived"_s);
    QVERIFY(!f.shown().contains(u"c4"_s));
    QCOMPARE(f.opened(), u"c4"_s); // it is read on
    f.key(Qt::Key_End);            // the header that opens can be reached
    QVERIFY(f.groups().isHeader(f.view()->currentIndex()));
    f.key(Qt::Key_Return);
    QCOMPARE(f.shown().constLast(), u"c4"_s);
    f.key(Qt::Key_Down);
    f.key(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(!f.mark("c4").archived);
}

void TestConversationList::CH_07_tagsOfSeveralAreSetInOneDialog()
{
    ListFixture f;
    QVERIFY(f.start());
    f.tools.marks().changeTags({ConversationId(u"c2"_s)}, {u"budget"_s}, {});
    f.click("c2");
    f.key(Qt::Key_Down, Qt::ShiftModifier);
    f.key(Qt::Key_T, Qt::ControlModifier);
    auto *dialog = f.dialog<TagsDialog>();
    QVERIFY(dialog != nullptr);
    auto *tags = dialog->findChild<QListWidget *>(u"tagList"_s);
    QCOMPARE(tags->count(), 1);
    QCOMPARE(tags->item(0)->checkState(), Qt::PartiallyChecked);
    QTest::keyClicks(QApplication::focusWidget(), u"Q3 report"_s);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"addTagButton"_s), Qt::LeftButton);
    QCOMPARE(tags->count(), 2);
    QTest::keyClicks(QApplication::focusWidget(), u"urgent"_s);
    ListFixture::shoot(*dialog, "conversations-tags");
    QCOMPARE(namingProblems(*dialog), QStringList());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(f.mark("c2").tags, (QStringList{u"budget"_s, u"Q3 report"_s, u"urgent"_s}));
    QCOMPARE(f.mark("c3").tags, (QStringList{u"Q3 report"_s, u"urgent"_s}));
}

void TestConversationList::CH_05_f2RenamesInPlace()
{
    ListFixture f;
    QVERIFY(f.start());
    f.click("c1");
    f.key(Qt::Key_F2);
    auto *field = f.find<QLineEdit>("renameField");
    QVERIFY(field != nullptr && field->isVisible());
    QCOMPARE(field->parentWidget(), f.view()->viewport());
    QVERIFY(f.view()->visualRect(f.row("c1")).contains(field->geometry()));
    QCOMPARE(field->selectedText(), u"Quarterly figures"_s);
    ListFixture::shoot(*f.window, "conversations-rename");
    QTest::keyClicks(field, u"Renamed"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(f.sent("PATCH"), 1);
    QCOMPARE(f.row("c1").data().toString(), u"Renamed"_s);
    QVERIFY(f.view()->hasFocus());
}

void TestConversationList::CH_06_deletedOnesComeBackByCtrlZWithTheirDraft()
{
    ListFixture f;
    QVERIFY(f.start());
    f.click("c1");
    QTRY_COMPARE(f.opened(), u"c1"_s);
    f.find<ComposerEdit>("composerText")->setPlainText(u"half a question"_s);
    f.view()->setFocus();
    f.key(Qt::Key_Delete);
    QCOMPARE(f.dialogs.questions.size(), 0);
    QVERIFY(!f.row("c1").isValid());
    QVERIFY(f.opened().isEmpty());
    auto *bar = f.find<RemovalBar>("removalBar");
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->text(), u"Deleted \u201CQuarterly figures\u201D."_s);
    QVERIFY(f.view()->hasFocus());
    QTRY_VERIFY(bar->height() >= bar->heightForWidth(bar->width())); // all of the text is seen
    ListFixture::shoot(*f.window, "conversations-undo");
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(f.row("c1").isValid());
    QCOMPARE(f.opened(), u"c1"_s);
    QCOMPARE(f.find<ComposerEdit>("composerText")->toPlainText(), u"half a question"_s);
    QVERIFY(!bar->isVisible());
    QCOMPARE(f.sent("DELETE"), 0);
    QVERIFY(!f.action("undoDelete")->isEnabled());
    QVERIFY(!f.action("undoDelete")->toolTip().isEmpty());
}

void TestConversationList::CH_06_severalAreDeletedAndTheBarBringsThemBack()
{
    ListFixture f;
    QVERIFY(f.start());
    f.click("c2");
    f.key(Qt::Key_Down, Qt::ShiftModifier);
    f.key(Qt::Key_Delete);
    auto *bar = f.find<RemovalBar>("removalBar");
    QCOMPARE(bar->text(), u"Deleted 2 conversations."_s);
    QCOMPARE(f.groups().shownCount(), 3);
    auto *undo = f.find<QPushButton>("removalUndo");
    undo->setFocus();
    QTest::keyClick(undo, Qt::Key_Space);
    QCOMPARE(f.groups().shownCount(), 5);
    f.tools.removals().setUndoMs(20);
    f.click("c2");
    f.click("c4", Qt::ControlModifier);
    f.key(Qt::Key_Delete);
    QTRY_COMPARE(f.sent("DELETE"), 2);
    QTRY_VERIFY(!f.conversations.find(ConversationId(u"c2"_s)) && !f.conversations.find(ConversationId(u"c4"_s)));
    QVERIFY(!bar->isVisible());
}

void TestConversationList::CH_06_aRefusedDeletionIsBackAndSaid()
{
    ListFixture f;
    f.deletion = reply(403, R"({"detail":"Not the owner"})");
    QVERIFY(f.start());
    f.tools.removals().setUndoMs(10);
    f.click("c4");
    f.key(Qt::Key_Delete);
    QTRY_COMPARE(f.sent("DELETE"), 1);
    QTRY_VERIFY(f.row("c4").isValid());
    QStringList said;
    for (const QLabel *label : f.window->chat().findChildren<QLabel *>()) {
        if (label->isVisible())
            said.append(label->text());
    }
    QVERIFY2(!said.filter(u"\u201CTravel costs\u201D could not be deleted and is back in the list."_s).isEmpty(),
             qPrintable(said.join(u'\n')));
}

void TestConversationList::CH_01_thePreviewIsPlainWordsAndFollowsTheAnswer()
{
    ListFixture f;
    f.served[0].lastMessage = u"## Result\n**South** sold [most](https://example.org)"_s;
    QVERIFY(f.start());
    const auto preview = [&f] { return f.row("c1").data(ConversationListModel::PreviewRole).toString(); };
    QCOMPARE(preview(), u"Result South sold most"_s);
    ListFixture::shoot(*f.window, "conversations-previews");
    f.served[0].lastMessage = u"`North`, after all"_s;
    f.conversations.refresh();
    QTRY_COMPARE(preview(), u"North, after all"_s);
}

void TestConversationList::CH_01_severalAreSelectedWithoutBeingOpened()
{
    ListFixture f;
    QVERIFY(f.start());
    f.click("c1");
    f.click("c3", Qt::ControlModifier);
    QCOMPARE(f.opened(), u"c1"_s);
    QVERIFY(!f.action("renameConversation")->isEnabled());
    QCOMPARE(f.action("renameConversation")->toolTip(), u"Select one conversation only."_s);
    f.key(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(f.mark("c1").archived && f.mark("c3").archived);
    QCOMPARE(f.groups().shownCount(), 3);
    f.click("c2");
    f.click("c5", Qt::ShiftModifier);
    QCOMPARE(f.opened(), u"c2"_s);
    f.key(Qt::Key_U, Qt::ControlModifier);
    QVERIFY(f.mark("c2").unread && f.mark("c4").unread && f.mark("c5").unread);
}

void TestConversationList::CH_08_theFilterIsSeenAndTakenBack()
{
    ListFixture f;
    QVERIFY(f.start());
    f.tools.marks().changeTags({ConversationId(u"c3"_s)}, {u"R&D"_s}, {});
    auto *menu = f.find<QMenu>("filterMenu");
    Q_EMIT menu->aboutToShow();
    QStringList offered;
    for (const QMenu *sub : menu->findChildren<QMenu *>()) {
        for (const QAction *action : sub->actions())
            offered.append(action->text());
    }
    QVERIFY2(offered.contains(u"R&&D"_s) && offered.contains(u"web"_s) && offered.contains(u"desktop"_s), qPrintable(offered.join(u' ')));
    for (QMenu *sub : menu->findChildren<QMenu *>()) {
        for (QAction *action : sub->actions()) {
            if (action->text() == u"R&&D"_s)
                action->trigger();
        }
    }
    QCOMPARE(f.groups().shownCount(), 1);
    auto *chip = f.find<QToolButton>("chipTag");
    QVERIFY(chip != nullptr && chip->isVisible());
    ListFixture::shoot(*f.window, "conversations-filter");
    QCOMPARE(namingProblems(*f.panel()), QStringList());
    Q_EMIT menu->aboutToShow();
    menu->findChild<QAction *>(u"filterUnread"_s)->trigger();
    QVERIFY(f.find<QWidget>("noConversations")->isVisible());
    ListFixture::shoot(*f.window, "conversations-nomatch");
    for (QPushButton *button : f.find<QWidget>("noConversations")->findChildren<QPushButton *>())
        QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(f.groups().shownCount(), 5);
}

void TestConversationList::CH_08_unreadOnesHaveADotUntilTheyAreOpened()
{
    ListFixture f;
    QVERIFY(f.start());
    f.click("c1");
    QTRY_COMPARE(f.opened(), u"c1"_s);
    f.served[1].updatedAt = QDateTime::currentDateTimeUtc().addSecs(5);
    f.served[1].lastMessage = u"Another answer."_s;
    f.conversations.refresh();
    QTRY_VERIFY(f.row("c2").data(ConversationListModel::UnreadRole).toBool());
    QVERIFY(!f.row("c1").data(ConversationListModel::UnreadRole).toBool());
    QVERIFY(f.row("c2").data(Qt::AccessibleTextRole).toString().contains(u"unread"_s));
    f.click("c2");
    QTRY_COMPARE(f.opened(), u"c2"_s);
    QVERIFY(!f.row("c2").data(ConversationListModel::UnreadRole).toBool());
}

void TestConversationList::CH_24_peopleAreAddedAndRemoved()
{
    ListFixture f;
    QVERIFY(f.start());
    f.click("c1");
    QVERIFY(f.action("shareConversation")->isEnabled());
    f.action("shareConversation")->trigger();
    auto *dialog = f.dialog<ShareDialog>();
    QVERIFY(dialog != nullptr);
    auto *list = dialog->findChild<QTreeWidget *>(u"shareList"_s);
    QTRY_COMPARE(list->topLevelItemCount(), 1);
    QVERIFY(dialog->findChild<QLabel *>(u"shareWarning"_s)->isVisible());
    auto *box = dialog->findChild<QCheckBox *>(u"privateBox"_s);
    QVERIFY(box->isChecked() && box->isEnabled());
    auto *user = dialog->findChild<QLineEdit *>(u"shareUser"_s);
    user->setFocus();
    QTest::keyClicks(user, u"ben@example.org"_s);
    QVERIFY(dialog->findChild<QLabel *>(u"shareHint"_s)->text().contains(u"e-mail"_s));
    user->clear();
    QTest::keyClicks(user, u"81ff-ben"_s);
    QTest::keyClick(dialog->findChild<QComboBox *>(u"shareRole"_s), Qt::Key_Down);
    QTest::keyClick(user, Qt::Key_Return);
    QTRY_COMPARE(list->topLevelItemCount(), 2);
    QCOMPARE(list->topLevelItem(1)->text(1), u"read and write"_s);
    QVERIFY(f.server.received().constLast().body.contains("editor"));
    ListFixture::shoot(*dialog, "conversations-share");
    QCOMPARE(namingProblems(*dialog), QStringList());
    list->setCurrentItem(list->topLevelItem(0));
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"removeShareButton"_s), Qt::LeftButton);
    QTRY_COMPARE(list->topLevelItemCount(), 1);
    QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
    QTRY_COMPARE(f.sent("PATCH"), 1);
    QTRY_VERIFY(!box->isChecked() && box->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Escape);
}

void TestConversationList::CH_24_aPersonIsFoundWhileTypingAndChosenByKeys()
{
    LookupFixture f;
    QVERIFY(f.startSignedIn());
    ShareDialog *dialog = f.openShares();
    QVERIFY(dialog != nullptr);
    auto *shares = dialog->findChild<QTreeWidget *>(u"shareList"_s);
    QTRY_COMPARE(shares->topLevelItemCount(), 1);
    auto *user = dialog->findChild<QLineEdit *>(u"shareUser"_s);
    auto *found = dialog->findChild<QListWidget *>(u"peopleFound"_s);
    auto *add = dialog->findChild<QPushButton *>(u"addShareButton"_s);
    QVERIFY(!found->isVisible());
    const int posts = f.sent("POST");
    user->setFocus();
    QTest::keyClicks(user, u"example"_s);
    QVERIFY(!add->isEnabled()); // half a name is not shared with while it is looked up
    QTest::keyClick(user, Qt::Key_Return);
    QTRY_VERIFY(found->isVisible());
    QVERIFY(user->hasFocus());
    QCOMPARE(f.sent("POST"), posts);
    QCOMPARE(found->count(), 3);
    QCOMPARE(found->item(0)->text(), u"Ana Alm (ana@example.org)"_s);
    QCOMPARE(found->item(1)->text(), u"Ben (ben@example.org)"_s);
    const QString hostile = found->item(2)->text();
    QVERIFY2(hostile.size() < 160 && !hostile.contains(QChar(0x202E)) && !hostile.contains(u'\n'), qPrintable(hostile));
    ListFixture::shoot(*dialog, "conversations-share-lookup");
    QCOMPARE(namingProblems(*dialog), QStringList());
    QTest::keyClick(user, Qt::Key_Escape); // the list, not the dialog
    QVERIFY(!found->isVisible() && dialog->isVisible());
    user->clear();
    QTest::keyClicks(user, u"example.org"_s);
    QTRY_VERIFY(found->isVisible());
    QTest::keyClick(user, Qt::Key_Up);
    QCOMPARE(found->currentRow(), 0);
    QTest::keyClick(user, Qt::Key_Down);
    QTest::keyClick(user, Qt::Key_Return);
    QVERIFY(!found->isVisible());
    QCOMPARE(user->text(), u"Ben (ben@example.org)"_s);
    QVERIFY(dialog->findChild<QLabel *>(u"shareHint"_s)->text().contains(u"81ff-ben"_s));
    QCOMPARE(f.sent("POST"), posts);
    QTest::keyClick(user, Qt::Key_Return);
    QTRY_COMPARE(f.sent("POST"), posts + 1);
    QVERIFY(f.server.received().constLast().body.contains("81ff-ben"));
    QTRY_COMPARE(shares->topLevelItemCount(), 2);
    QCOMPARE(shares->topLevelItem(0)->text(0), u"Ana Alm"_s); // found on the way, and so known
    QCOMPARE(shares->topLevelItem(1)->text(0), u"Ben"_s);
    QVERIFY(user->text().isEmpty());
    for (const Received &request : f.server.received())
        QVERIFY(!request.headers.value("authorization").contains(f.identity.sessionToken()));
    QTest::keyClick(user, Qt::Key_Escape);
}

void TestConversationList::CH_24_anIdCanBeSharedWithWhenTheLookupFails()
{
    LookupFixture f;
    QVERIFY(f.startSignedIn());
    ShareDialog *dialog = f.openShares();
    QVERIFY(dialog != nullptr);
    auto *shares = dialog->findChild<QTreeWidget *>(u"shareList"_s);
    QTRY_COMPARE(shares->topLevelItemCount(), 1);
    QCOMPARE(shares->topLevelItem(0)->text(0), u"7c1e-ana"_s); // nobody has said the name
    f.identity.failAll(IdentityServer::Fault::Unavailable);
    auto *user = dialog->findChild<QLineEdit *>(u"shareUser"_s);
    auto *hint = dialog->findChild<QLabel *>(u"shareHint"_s);
    user->setFocus();
    QTest::keyClicks(user, u"81ff-ben"_s);
    QTRY_VERIFY2(hint->text().contains(u"cannot be looked up"_s), qPrintable(hint->text()));
    QVERIFY(!dialog->findChild<QListWidget *>(u"peopleFound"_s)->isVisible());
    QTest::keyClick(user, Qt::Key_Return);
    QTRY_COMPARE(shares->topLevelItemCount(), 2);
    QCOMPARE(shares->topLevelItem(1)->text(0), u"81ff-ben"_s);
    QTest::keyClick(user, Qt::Key_Escape);
}

void TestConversationList::CH_24_theLocalWorkspaceSaysWhyNothingIsShared()
{
    ListFixture f;
    QVERIFY(f.start());
    f.click("c1");
    f.workspace.updateProfile({Profile::Kind::Local, u"local"_s, {}});
    QTRY_VERIFY(!f.action("shareConversation")->isEnabled());
    QVERIFY(!f.action("shareConversation")->toolTip().isEmpty());
}

void TestConversationList::aFileIsImportedAndAskedAboutWhenRepeated()
{
    ListFixture f;
    QVERIFY(f.start());
    f.dialogs.filesToOpen = {f.exportedFile(u"Imported"_s)};
    QVERIFY(f.action("importChat")->isEnabled());
    f.action("importChat")->trigger();
    auto *dialog = f.dialog<ImportDialog>();
    QVERIFY(dialog != nullptr);
    auto *begin = dialog->findChild<QPushButton *>(u"importButton"_s);
    QTRY_VERIFY(begin->isEnabled());
    QVERIFY(dialog->findChild<QLabel *>(u"importText"_s)->text().contains(u"\u201CImported\u201D with 2 messages"_s));
    const QString losses = dialog->findChild<QLabel *>(u"importLosses"_s)->text();
    QVERIFY2(losses.contains(u"1 attached files"_s) && losses.contains(u"1 messages without words"_s), qPrintable(losses));
    QCOMPARE(f.sent("POST"), 0);
    ListFixture::shoot(*dialog, "conversations-import");
    QCOMPARE(namingProblems(*dialog), QStringList());
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_COMPARE(f.opened(), u"new"_s);
    QCOMPARE(f.sent("POST"), 3);
    f.action("importChat")->trigger();
    dialog = f.dialog<ImportDialog>();
    QVERIFY(dialog != nullptr);
    auto *again = dialog->findChild<QLabel *>(u"importAgain"_s);
    QTRY_VERIFY(again->isVisible());
    QVERIFY(again->text().contains(u"already"_s));
    QTest::keyClick(dialog, Qt::Key_Return); // the safe choice is the default
    QTRY_VERIFY(!dialog->isVisible());
    QCOMPARE(f.sent("POST"), 3);
}

void TestConversationList::anImportThatWasCutCanBeRemovedOrKept()
{
    ListFixture f;
    UnfinishedImports earlier(f.store); // as the start before left it
    earlier.open(u"team/ana"_s);
    earlier.begin(f.served.at(3));
    earlier.begin(f.served.at(1));
    QVERIFY(f.start());
    auto *bar = f.find<QWidget>("unfinishedImportBar");
    QTRY_VERIFY(bar->isVisible());
    auto *text = f.find<QLabel>("unfinishedImportText");
    const QList<UnfinishedImports::Part> parts = f.tools.unfinishedImports().parts();
    QCOMPARE(parts.size(), 2);
    QVERIFY2(text->text().contains(parts.at(0).title), qPrintable(text->text()));
    QCOMPARE(text->textFormat(), Qt::PlainText);
    ListFixture::shoot(*f.window, "conversations-unfinished-import");
    QTest::mouseClick(f.find<QPushButton>("unfinishedImportKeep"), Qt::LeftButton);
    QVERIFY(bar->isVisible());
    QVERIFY2(text->text().contains(parts.at(1).title), qPrintable(text->text()));
    auto *removes = f.find<QPushButton>("unfinishedImportRemove");
    removes->setFocus();
    QTest::keyClick(removes, Qt::Key_Space);
    QVERIFY(!bar->isVisible());
    const QByteArray removed = parts.at(1).conversation.value().toLatin1();
    QVERIFY(!f.row(removed.constData()).isValid());
    QVERIFY(f.row(parts.at(0).conversation.value().toLatin1().constData()).isValid());
    QTRY_VERIFY(f.find<RemovalBar>("removalBar")->isVisible()); // and can be had back
}

void TestConversationList::aDroppedFileIsImported()
{
    ListFixture f;
    QVERIFY(f.start());
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(f.exportedFile(u"Imported"_s))});
    const QPoint where = f.panel()->rect().center();
    QDragEnterEvent enter(where, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(f.panel(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(where, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(f.panel(), &drop);
    auto *dialog = f.dialog<ImportDialog>();
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY(dialog->findChild<QPushButton *>(u"importButton"_s)->isEnabled());
    QCOMPARE(f.attachments.rowCount(), 0);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QFile table(f.dir.filePath(u"sales.csv"_s));
    QVERIFY(table.open(QIODevice::WriteOnly) && table.write("region;units\n") > 0);
    table.close();
    data.setUrls({QUrl::fromLocalFile(table.fileName())});
    QDragEnterEvent other(where, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(f.panel(), &other);
    QVERIFY(other.isAccepted()); // by the page, which attaches it
    QDropEvent attached(where, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(f.panel(), &attached);
    QTRY_COMPARE(f.attachments.rowCount(), 1);
    QVERIFY(!dialog->isVisible());
}

void TestConversationList::CH_12_severalAreExportedIntoAFolder()
{
    ListFixture f;
    QVERIFY(f.start());
    f.click("c2");
    f.click("c4", Qt::ControlModifier);
    f.dialogs.fileToSave = f.dir.filePath(u"out"_s);
    f.action("exportConversations")->trigger();
    auto *dialog = f.dialog<QDialog>();
    QVERIFY(dialog != nullptr);
    ListFixture::shoot(*dialog, "conversations-bulkexport");
    QCOMPARE(namingProblems(*dialog), QStringList());
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"bulkExportButton"_s), Qt::LeftButton);
    QTRY_COMPARE(QDir(f.dialogs.fileToSave).entryList(QDir::Files).size(), 2);
    QTRY_VERIFY(dialog->findChild<QLabel *>(u"bulkText"_s)->text().startsWith(u"2 conversations"_s));
    const Result<ConversationFile> file = ConversationFile::read(QDir(f.dialogs.fileToSave).filePath(u"Travel costs.json"_s));
    QVERIFY(file.has_value());
    QCOMPARE(file->messages.size(), 2);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!dialog->isVisible());
}

void TestConversationList::CH_01_tenThousandAreWorkedWith()
{
    ListFixture f;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (int i = 0; i < 10'000; ++i)
        f.add(("n"_ba + QByteArray::number(i)).constData(), u"Number %1"_s.arg(i), now.addSecs(-3600LL * (i + 1)), u"Text"_s);
    QVERIFY(f.start());
    QElapsedTimer timer;
    timer.start();
    f.click("n9000");
    QTRY_COMPARE(f.opened(), u"n9000"_s);
    const qint64 opened = timer.restart();
    f.key(Qt::Key_D, Qt::ControlModifier);
    const qint64 pinned = timer.restart();
    QCOMPARE(f.shown().at(1), u"n9000"_s);
    timer.restart();
    f.view()->scrollToTop();
    f.window->grab();
    qInfo("among ten thousand: opened in %lld ms, pinned in %lld ms, laid out and painted in %lld ms", opened, pinned, timer.elapsed());
    f.key(Qt::Key_Delete);
    QVERIFY(!f.row("n9000").isValid());
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(f.shown().at(1), u"n9000"_s);
    QCOMPARE(f.view()->selectionModel()->selectedIndexes(), QModelIndexList{f.row("n9000")});
}

QTEST_MAIN(TestConversationList)
#include "tst_conversations.moc"
