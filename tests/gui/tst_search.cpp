#include "gui/chat/chatpage.h"
#include "gui/chat/transcript/transcriptview.h"
#include "gui/insights/insightlist.h"
#include "gui/insights/insightspage.h"
#include "gui/palette/palettewindow.h"
#include "gui/search/savedsearchview.h"
#include "gui/search/searchdialog.h"
#include "gui/search/searchfield.h"
#include "guifixture.h"
#include "state/cache/cachefiller.h"
#include "state/cache/cacheschema.h"
#include "state/cache/conversationcache.h"
#include "state/cache/insightfiller.h"
#include "state/cache/messagesearch.h"
#include "state/settings/savedsearches.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QContextMenuEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

const QDateTime start(QDate(2026, 2, 1), QTime(8, 0), Qt::UTC);

// A window whose server has one conversation of many messages and a short one.
struct SearchFixture : GuiFixture {
    StoreKind kind = cacheStoreKind(folder);
    StoreThread cacheStore{folder, kind};
    ConversationCache cache{cacheStore};
    MessageSearch search{cacheStore, kind.path};
    CacheFiller filler{api, workspace, sessions, cache, {0, 0, 50}};
    int total = 1200;
    int asked = 0;
    bool refusesOlderInsights = false;

    SearchFixture()
    {
        sessions.setCache(&cache);
        cache.follow(conversations);
        cache.open(u"team/ann"_s);
        search.open(u"team/ann"_s);
        script = [this](const Received &request) { return scripted(request); };
    }

    Scripted scripted(const Received &request)
    {
        if (request.target.startsWith("/conversations?"))
            return json(R"({"conversations":[
                {"id":"big","title":"Contract with the northern dealers","created_at":"2026-02-01T08:00:00Z","updated_at":"2026-02-03T09:00:00Z"},
                {"id":"small","title":"Quarterly figures","created_at":"2026-02-01T08:00:00Z","updated_at":"2026-02-02T09:00:00Z"}],"total":2})");
        if (request.target.startsWith("/insights/list"))
            return refusesOlderInsights && isLaterPage(request.target) ? reply(422, R"({"detail":"no"})") : insightPage(request.target);
        static const QRegularExpression page(u"^/conversations/([^/]+)/messages\\?.*limit=(\\d+).*offset=(\\d+)"_s);
        const QRegularExpressionMatch match = page.match(QString::fromLatin1(request.target));
        if (!match.hasMatch())
            return sample(request.target);
        ++asked;
        const bool isBig = match.captured(1) == "big"_L1;
        const int all = isBig ? total : 2;
        const int offset = match.captured(3).toInt();
        QJsonArray rows;
        for (int i = all - offset - 1; i >= std::max(0, all - offset - match.captured(2).toInt()); --i)
            rows.append(rowOf(match.captured(1), isBig, i));
        return json(QJsonDocument(QJsonObject{{u"messages"_s, rows}, {u"total"_s, all}}).toJson(QJsonDocument::Compact));
    }

    static QJsonObject rowOf(const QString &conversation, bool isBig, int i)
    {
        QJsonObject row{{u"id"_s, conversation + u'-' + QString::number(i)},
                        {u"role"_s, i % 2 == 0 ? u"user"_s : u"assistant"_s},
                        {u"content"_s, textOf(isBig, i)},
                        {u"created_at"_s, start.addSecs(i * 60).toString(Qt::ISODate)}};
        if (isBig && i == 6)
            row.insert(u"chat_attachments"_s, QJsonArray{QJsonObject{{u"id"_s, u"letter"_s},
                                                                     {u"filename"_s, u"side-letter.pdf"_s},
                                                                     {u"parsed_content"_s, u"Any liquidated damages are capped."_s}}});
        return row;
    }

    static bool isLaterPage(const QByteArray &target)
    {
        static const QRegularExpression offset(u"offset=[1-9]"_s);
        return QString::fromLatin1(target).contains(offset);
    }
    static Scripted insightPage(const QByteArray &target)
    {
        static const QRegularExpression numbers(u"limit=(\\d+)|offset=(\\d+)"_s);
        int limit = 20;
        int offset = 0;
        auto all = numbers.globalMatch(QString::fromLatin1(target));
        while (all.hasNext()) {
            const QRegularExpressionMatch number = all.next();
            (number.captured(2).isEmpty() ? limit : offset) = number.captured(0).section(u'=', 1).toInt();
        }
        QByteArrayList rows;
        for (int i = offset; i < std::min(45, offset + limit); ++i)
            rows.append(R"({"insight":{"id":"i)" + QByteArray::number(i) + R"(","content":"Fact number)" + QByteArray::number(i) +
                        R"(","category":"fact","conversationId":"big"},"score":1})");
        return json(R"({"results":[)" + rows.join(',') + R"(],"total":45,"by_category":{"fact":45}})");
    }

    static QString textOf(bool isBig, int i)
    {
        if (!isBig)
            return i == 0 ? u"What did the dealers order?"_s : u"The dealers ordered **1 204** units, \u0645\u0631\u062d\u0628\u0627."_s;
        if (i == 7)
            return u"The notice period of the dealers is ninety days, as agreed in the *side letter* of May."_s;
        return u"Message number %1 about the contract and its terms."_s.arg(i);
    }

    [[nodiscard]] bool begin()
    {
        window = std::make_unique<MainWindow>([this] {
            Services all = services();
            all.search = &search;
            all.filler = &filler;
            return all;
        }());
        theme.apply(settings.text(Settings::Key::Theme));
        window->show();
        window->activateWindow();
        return QTest::qWaitForWindowActive(window.get()) && openAndLoad() &&
               QTest::qWaitFor(
                   [this] {
                       return filler.progress() == FillProgress{2, 2};
                   },
                   20'000);
    }

    [[nodiscard]] SearchDialog *open()
    {
        QTest::keyClick(window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        auto *dialog = window->findChild<SearchDialog *>();
        return dialog && QTest::qWaitForWindowActive(dialog) ? dialog : nullptr;
    }

    static void shot(QWidget &widget, const QString &name)
    {
        const QString dir = qEnvironmentVariable("DESK_SHOTS");
        if (!dir.isEmpty())
            widget.grab().save(dir + u'/' + name + u".png"_s);
    }
};

} // namespace

class TestSearch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void CH_04_aPhraseOfLongAgoIsFoundByKeysAndMarked();
    void CH_04_filtersAreOfferedAndWrittenByButtons();
    void CH_04_nothingFoundAndNothingTypedSaySo();
    void CH_04_thePanelLeadsToTheSearch();
    void D_40_anInsightIsFoundAndOpenedInItsPage();
    void D_40_anInsightThatCannotBeLoadedIsAskedForOnce();
    void D_40_aFilesWordsLeadToItsMessage();
    void D_40_aSearchIsSavedRenamedDeletedAndBroughtBackByKeys();
    void D_40_aMenuOfASearchThatIsGoneDoesNothing();
    void D_40_savedSearchesAreInThePalette();
    void D_05_aStartWithoutAConnectionShowsCopiesAndSaysSo();
};

void TestSearch::CH_04_aPhraseOfLongAgoIsFoundByKeysAndMarked()
{
    SearchFixture desk;
    QVERIFY(desk.begin());
    SearchDialog *dialog = desk.open();
    QVERIFY(dialog);
    auto *field = dialog->findChild<SearchField *>();
    auto *hits = dialog->findChild<QListView *>(u"searchHits"_s);
    QTRY_VERIFY(field->hasFocus());
    QTest::keyClicks(field, u"dealers"_s);
    QTRY_COMPARE(hits->model()->rowCount(), 4); // a title, two answers, a question
    SearchFixture::shot(*dialog, u"search-hits"_s);
    field->selectAll();
    QTest::keyClicks(field, u"\"notice period\""_s);
    QTRY_COMPARE(hits->model()->rowCount(), 1);
    QVERIFY(hits->isVisible());
    const int asked = desk.asked;
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(!dialog->isVisible());
    TranscriptView *view = desk.window->chat().transcript();
    QTRY_COMPARE(desk.window->chat().conversationId(), ConversationId(u"big"_s));
    QTRY_COMPARE(view->currentIndex().row(), 7);
    QTRY_VERIFY(view->search().total() > 0);
    QTRY_COMPARE(view->search().currentRow(), 7);
    QCOMPARE(view->search().matcher().needle(), u"notice period"_s); // all of the phrase is marked
    QTRY_VERIFY(view->viewport()->rect().intersects(view->visualRect(view->model()->index(7, 0))));
    QVERIFY(desk.asked <= asked + 1); // its newest page alone
    QTRY_VERIFY(desk.window->chat().canExport());
    SearchFixture::shot(*desk.window, u"search-jump"_s);
    QTRY_COMPARE(QApplication::focusWidget(), view);
    dialog = desk.open();
    QVERIFY(dialog);
    QCOMPARE(field->text(), u"\"notice period\""_s);
    QCOMPARE(field->selectedText(), field->text());
    QTest::keyClick(field, Qt::Key_Escape);
    QTRY_VERIFY(!dialog->isVisible());
}

void TestSearch::CH_04_filtersAreOfferedAndWrittenByButtons()
{
    SearchFixture desk;
    QVERIFY(desk.begin());
    SearchDialog *dialog = desk.open();
    QVERIFY(dialog);
    auto *field = dialog->findChild<SearchField *>();
    auto *hits = dialog->findChild<QListView *>(u"searchHits"_s);
    QTest::keyClicks(field, u"dealers"_s);
    QTRY_COMPARE(hits->model()->rowCount(), 4);
    QTest::mouseClick(dialog->findChild<QToolButton *>(u"filter:title"_s), Qt::LeftButton);
    QCOMPARE(field->text(), u"dealers in:title "_s);
    QTRY_COMPARE(hits->model()->rowCount(), 1);
    QVERIFY(field->hasFocus());
    field->selectAll();
    QTest::keyClicks(field, u"before:tomorrow x "_s);
    auto *problem = dialog->findChild<QLabel *>(u"searchProblem"_s);
    QTRY_VERIFY(problem->isVisible());
    QVERIFY(problem->text().contains(u"tomorrow"_s));
    SearchFixture::shot(*dialog, u"search-problem"_s);
}

void TestSearch::CH_04_nothingFoundAndNothingTypedSaySo()
{
    SearchFixture desk;
    QVERIFY(desk.begin());
    SearchDialog *dialog = desk.open();
    QVERIFY(dialog);
    auto *empty = dialog->findChild<QWidget *>(u"searchEmpty"_s);
    QVERIFY(empty->isVisible());
    SearchFixture::shot(*dialog, u"search-empty"_s);
    auto *field = dialog->findChild<SearchField *>();
    QTest::keyClicks(field, u"unheardof "_s);
    const auto says = [empty](const QString &words) {
        const auto labels = empty->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [&words](const QLabel *label) { return label->text().contains(words); });
    };
    QTRY_VERIFY(says(u"Nothing found"_s));
    QTRY_VERIFY(dialog->findChild<QLabel *>(u"searchReach"_s)->text().contains(u"2"_s));
    QTest::keyClick(field, Qt::Key_Return); // nothing to open
    QVERIFY(dialog->isVisible());
}

void TestSearch::CH_04_thePanelLeadsToTheSearch()
{
    SearchFixture desk;
    QVERIFY(desk.begin());
    QTest::mouseClick(desk.find<QPushButton>("searchEverywhereButton"), Qt::LeftButton);
    QTRY_VERIFY(desk.window->findChild<SearchDialog *>());
    QVERIFY(desk.window->findChild<SearchDialog *>()->isVisible());
    SearchFixture::shot(*desk.window, u"search-panel"_s);
}

void TestSearch::D_40_anInsightIsFoundAndOpenedInItsPage()
{
    SearchFixture desk;
    QVERIFY(desk.begin());
    InsightFiller insightFiller(desk.api, desk.workspace, desk.insights, desk.cache, {0, 0, 50});
    QSignalSpy filled(&insightFiller, &InsightFiller::filled);
    desk.insights.refresh();
    QTRY_COMPARE(desk.insights.availability(), InsightStore::Availability::Available);
    QTRY_VERIFY(!filled.isEmpty());
    SearchDialog *dialog = desk.open();
    QVERIFY(dialog);
    auto *field = dialog->findChild<SearchField *>();
    auto *hits = dialog->findChild<QListView *>(u"searchHits"_s);
    QTest::keyClicks(field, u"number39 kind:insight "_s); // on the second page of the list
    QTRY_COMPARE(hits->model()->rowCount(), 1);
    const QString sentence = hits->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(sentence.contains(u"Insight: Fact"_s), qPrintable(sentence));
    SearchFixture::shot(*dialog, u"search-insight"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(desk.window->currentPage(), u"insights"_s);
    auto *list = desk.find<InsightList>("insightList");
    QTRY_COMPARE(list->currentId(), InsightId(u"i39"_s));
    QTRY_VERIFY(list->hasFocus());
}

void TestSearch::D_40_anInsightThatCannotBeLoadedIsAskedForOnce()
{
    SearchFixture desk;
    QVERIFY(desk.begin());
    desk.insights.refresh();
    QTRY_COMPARE(desk.insights.availability(), InsightStore::Availability::Available);
    QTRY_VERIFY(!desk.insights.isLoading());
    InsightsPage page({desk.insights, desk.conversations, desk.conversationModel, desk.workspace, desk.dialogs});
    desk.refusesOlderInsights = true;
    QSignalSpy failed(&desk.insights, &InsightStore::failed);
    page.showInsight(InsightId(u"i39"_s)); // on the second page
    QTRY_COMPARE(failed.size(), 1);
    bool isLater = false; // behind what the failure may have set going
    QMetaObject::invokeMethod(
        this, [&isLater] { isLater = true; }, Qt::QueuedConnection);
    QTRY_VERIFY(isLater);
    QVERIFY(!desk.insights.isLoading());
    QCOMPARE(failed.size(), 1);
}

void TestSearch::D_40_aFilesWordsLeadToItsMessage()
{
    SearchFixture desk;
    QVERIFY(desk.begin());
    SearchDialog *dialog = desk.open();
    QVERIFY(dialog);
    auto *field = dialog->findChild<SearchField *>();
    auto *hits = dialog->findChild<QListView *>(u"searchHits"_s);
    QTest::keyClicks(field, u"kind:f"_s);
    auto *completer = field->findChild<QCompleter *>();
    QTRY_VERIFY(completer->popup()->isVisible());
    QTest::keyClick(completer->popup(), Qt::Key_Down);
    QTest::keyClick(completer->popup(), Qt::Key_Return);
    QTRY_COMPARE(field->text(), u"kind:file "_s);
    QTest::keyClicks(field, u"\"liquidated damages\" "_s);
    QTRY_COMPARE(hits->model()->rowCount(), 1);
    const QString sentence = hits->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(sentence.contains(u"File: side-letter.pdf"_s), qPrintable(sentence));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(desk.window->chat().conversationId(), ConversationId(u"big"_s));
    QTRY_COMPARE(desk.window->chat().transcript()->currentIndex().row(), 6);
}

void TestSearch::D_40_aSearchIsSavedRenamedDeletedAndBroughtBackByKeys()
{
    SearchFixture desk;
    QVERIFY(desk.begin());
    SearchDialog *dialog = desk.open();
    QVERIFY(dialog);
    auto *field = dialog->findChild<SearchField *>();
    auto *save = dialog->findChild<QToolButton *>(u"saveSearch"_s);
    auto *saved = dialog->findChild<QListWidget *>(u"savedSearches"_s);
    QVERIFY(!save->isEnabled()); // nothing is typed
    QVERIFY(!saved->isVisible());
    QTest::keyClicks(field, u"dealers in:title "_s);
    QTRY_VERIFY(save->isEnabled());
    dialog->activateWindow(); // shortcuts belong to the active window
    QTRY_COMPARE(QApplication::activeWindow(), dialog);
    QTest::keyClick(dialog, Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(saved->isVisible());
    QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()) && QApplication::focusWidget() != field); // its name is asked for
    QWidget *editor = QApplication::focusWidget();
    QTest::keyClick(editor, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(editor, u"Dealers"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    const auto kept = [&desk] { return SavedSearches(desk.settings, desk.workspace.profile()).all(); };
    QTRY_COMPARE(kept().size(), 1);
    QTRY_COMPARE(kept().constFirst().name, u"Dealers"_s);
    QCOMPARE(kept().constFirst().text, u"dealers in:title"_s);
    QVERIFY(dialog->isVisible()); // no hit was opened by that Enter
    SearchFixture::shot(*dialog, u"search-saved"_s);
    QTRY_COMPARE(saved->count(), 1);
    QTRY_COMPARE(saved->currentItem()->text(), u"Dealers"_s);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, u"something else "_s);
    saved->setFocus();
    QTest::keyClick(saved, Qt::Key_Return);
    QCOMPARE(field->text(), u"dealers in:title"_s);
    auto *hits = dialog->findChild<QListView *>(u"searchHits"_s);
    QTRY_COMPARE(hits->model()->rowCount(), 1);
    QVERIFY(dialog->isVisible());
    saved->setFocus();
    QTest::keyClick(saved, Qt::Key_F2);
    QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()) && QApplication::focusWidget() != field);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape); // the name stays
    QVERIFY(dialog->isVisible());
    QTRY_VERIFY(saved->hasFocus());
    QTest::keyClick(saved, Qt::Key_Delete);
    QTRY_COMPARE(kept().size(), 0);
    QVERIFY(!saved->isVisible());
    QTRY_VERIFY(field->hasFocus());
    auto *undo = dialog->findChild<QPushButton *>(u"undoButton"_s);
    QTRY_VERIFY(undo->isVisible());
    undo->setFocus();
    QTest::keyClick(undo, Qt::Key_Space);
    QTRY_COMPARE(kept().size(), 1);
    QVERIFY(saved->isVisible());
    QCOMPARE(kept().constFirst().name, u"Dealers"_s);
}

void TestSearch::D_40_aMenuOfASearchThatIsGoneDoesNothing()
{
    SavedSearchView view;
    view.addItem(u"Prices"_s);
    view.setCurrentRow(0);
    view.show();
    QContextMenuEvent keyboard(QContextMenuEvent::Keyboard, QPoint(1, 1), view.mapToGlobal(QPoint(1, 1)));
    QApplication::sendEvent(&view, &keyboard);
    const auto *menu = view.findChild<QMenu *>(u"savedSearchMenu"_s);
    QVERIFY(menu != nullptr);
    int heard = 0;
    connect(&view, &SavedSearchView::opened, this, [&heard] { ++heard; });
    connect(&view, &SavedSearchView::removeRequested, this, [&heard] { ++heard; });
    view.clear(); // another profile has none
    const QList<QAction *> actions = menu->actions();
    for (QAction *action : actions)
        action->trigger();
    QCOMPARE(heard, 0);
}

void TestSearch::D_40_savedSearchesAreInThePalette()
{
    SearchFixture desk;
    QVERIFY(desk.begin());
    (void)SavedSearches(desk.settings, desk.workspace.profile()).save(u"Figures of the dealers"_s, u"dealers in:title "_s);
    QTest::keyClick(desk.window.get(), Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(desk.window->findChild<PaletteWindow *>());
    auto *palette = desk.window->findChild<PaletteWindow *>();
    auto *field = palette->findChild<QLineEdit *>(u"paletteField"_s);
    QTest::keyClicks(field, u"figures of the deal"_s);
    auto *list = palette->findChild<QListView *>(u"paletteList"_s);
    QTRY_COMPARE(list->currentIndex().data().toString(), u"Figures of the dealers"_s);
    QVERIFY(list->currentIndex().data(Qt::AccessibleTextRole).toString().contains(u"Saved search"_s));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(desk.window->findChild<SearchDialog *>());
    auto *dialog = desk.window->findChild<SearchDialog *>();
    QTRY_VERIFY(dialog->isVisible());
    QCOMPARE(dialog->findChild<SearchField *>()->text(), u"dealers in:title"_s);
    QTRY_COMPARE(dialog->findChild<QListView *>(u"searchHits"_s)->model()->rowCount(), 1);
}

void TestSearch::D_05_aStartWithoutAConnectionShowsCopiesAndSaysSo()
{
    SearchFixture desk;
    QVERIFY(desk.begin());
    desk.window->openConversation(ConversationId(u"small"_s));
    QTRY_COMPARE(desk.window->chat().session()->transcript().rowCount(), 2);
    auto *note = desk.find<QLabel>("savedNote");
    QVERIFY(!note->isVisible());
    desk.cacheStore.waitForJobs(5000);
    // Once more, as after a restart, and nobody answers.
    desk.server.close();
    desk.server.resetAll();
    desk.sessions.clear();
    desk.conversations.clear();
    desk.cache.open(u"nobody"_s);
    desk.cache.open(u"team/ann"_s);
    QTRY_COMPARE(desk.conversations.conversations().size(), 2);
    QTRY_VERIFY(desk.find<QLabel>("savedListNote")->isVisible());
    desk.window->openConversation(ConversationId(u"small"_s));
    QTRY_COMPARE(desk.window->chat().session()->transcript().rowCount(), 2);
    QTRY_VERIFY_WITH_TIMEOUT(note->isVisible(), 30'000);
    QVERIFY(note->text().contains(u"Saved on this computer at"_s));
    SearchFixture::shot(*desk.window, u"search-offline"_s);
}

QTEST_MAIN(TestSearch)
#include "tst_search.moc"
