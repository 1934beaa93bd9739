// The files of messages in the transcript: small pictures of those that are pictures (CH-59), and dragging them out (D-23).
#include "gui/chat/attachment/thumbnails.h"
#include "gui/chat/chatpage.h"
#include "gui/chat/compose/composeredit.h"
#include "gui/chat/image/imagewindow.h"
#include "gui/chat/transcript/transcriptview.h"
#include "gui/theme.h"
#include "state/agents/agentstore.h"
#include "state/chat/attachmentqueue.h"
#include "state/chat/chatsessions.h"
#include "state/chat/localoriginals.h"
#include "state/chat/sourcefiles.h"
#include "state/models/conversationlistmodel.h"
#include "state/teamfixture.h"
#include "testdialogs.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QFontInfo>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using Kind = MessagePart::Kind;

namespace {

QByteArray png(int width, int height, const QColor &color)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(color);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    return buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "PNG") ? bytes : QByteArray();
}

StoredFile fileOf(const QString &id, const QString &name)
{
    return {FileId(id), name, u"image/png"_s, 100, {}};
}

bool isIn(const TranscriptView &view, const QRect &box, const QColor &color)
{
    const QImage shot = view.viewport()->grab().toImage();
    const QColor is = shot.pixelColor(box.center() * shot.devicePixelRatio());
    return qAbs(is.red() - color.red()) + qAbs(is.green() - color.green()) + qAbs(is.blue() - color.blue()) < 12;
}

// A transcript alone, over files that lie in a folder.
struct Sheet {
    struct View : TranscriptView {
        QList<std::shared_ptr<QMimeData>> dragged;
        void beginDrag(std::unique_ptr<QMimeData> out) override { dragged.append(std::shared_ptr<QMimeData>(std::move(out))); }
    };
    QTemporaryDir dir;
    LocalOriginals originals;
    Thumbnails thumbnails{originals};
    TranscriptModel model;
    View view;
    QSignalSpy arrived{&thumbnails, &Thumbnails::arrived};

    Sheet()
    {
        initGuiResources();
        view.setThumbnails(&thumbnails);
        view.setOriginals([this](const StoredFile &file) { return originals.pathOf(file); });
        view.setModel(&model);
        view.resize(700, 520);
        view.show();
    }
    [[nodiscard]] QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile out(dir.filePath(name));
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            qFatal("cannot make a test file");
        return out.fileName();
    }
    void add(const QList<StoredFile> &files, const QString &text = u"What is in it?"_s, Role role = Role::User)
    {
        Message message;
        message.role = role;
        message.content = text;
        message.createdAt = QDateTime(QDate(2026, 3, 1), QTime(10, 2));
        message.attachments = files;
        model.append(message);
    }
    [[nodiscard]] QRect box(int row = 0, int index = 0) { return view.partRect(row, Kind::Thumbnail, index); }
    [[nodiscard]] int height(int row = 0) { return view.visualRect(model.index(row)).height(); }
    [[nodiscard]] bool shows(const QColor &color, int row = 0, int index = 0) { return isIn(view, box(row, index), color); }
    [[nodiscard]] Thumbnails::State state(const StoredFile &file) const { return thumbnails.picture(file).state; }
    void drag(const QPoint &from)
    {
        const QPoint to = from + QPoint(60, 0);
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, from);
        QMouseEvent move(QEvent::MouseMove, to, view.viewport()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(view.viewport(), &move);
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, to);
    }
};

QByteArray frame(const QByteArray &type, const QByteArray &data)
{
    static int id = 0;
    return "id: " + QByteArray::number(++id) + "\nevent: " + type + "\ndata: " + data + "\n\n";
}

// A chat page over a server that takes files and gives them back.
struct Chat : TeamFixture {
    QTemporaryDir dir;
    AgentStore agents{api};
    ConversationListModel list{conversations};
    ChatSessions sessions{api, workspace, conversations};
    AttachmentQueue attachments{api};
    SourceFiles sources{api, workspace};
    TestDialogs dialogs;
    QByteArray content = png(200, 100, Qt::blue);
    int downloads = 0;
    std::unique_ptr<ChatPage> page;

    Chat()
    {
        initGuiResources();
        features = localFeatures;
        script = [this](const Received &request) { return scripted(request); };
    }
    Scripted scripted(const Received &request)
    {
        if (request.target == "/agents")
            return json("[]");
        if (request.method == "GET" && request.target.startsWith("/files/")) {
            ++downloads;
            return reply(200, content, "application/octet-stream");
        }
        if (request.target.startsWith("/files"))
            return reply(201, R"({"id":"f1","filename":"chart.png","mime_type":"image/png","size_bytes":100})");
        if (request.method == "POST" && request.target.contains("chat"))
            return eventStream({frame("run_created", R"({"run_id":"r1","conversation_id":"c9","message_id":"m1"})"),
                                frame("content", R"({"type":"content","source":"table","message":"A chart.","data":{"streaming":true}})"),
                                frame("message_complete", R"({"message_id":"m2","conversation_id":"c9"})")},
                               Scripted::End::Close);
        return {};
    }
    // Call these inside QVERIFY.
    [[nodiscard]] bool show()
    {
        if (!open())
            return false;
        ChatPage::Services services{sessions, conversations, list, agents, attachments, workspace, dialogs};
        services.sources = &sources;
        page = std::make_unique<ChatPage>(services);
        page->resize(1100, 760);
        page->show();
        page->activateWindow();
        return QTest::qWaitForWindowActive(page.get());
    }
    [[nodiscard]] bool ask()
    {
        if (!QTest::qWaitFor([this] { return !attachments.isUploading(); }, 5000) || attachments.hasFailed())
            return false;
        auto *edit = page->findChild<ComposerEdit *>(u"composerText"_s);
        edit->setFocus();
        QTest::keyClicks(edit, u"What is in it?"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        return QTest::qWaitFor(
            [this] {
                return page->session() != nullptr && model().rowCount() == 2 && model().messageAt(1).state == MessageState::Complete;
            },
            5000);
    }
    // A folder with so many files, and a hidden one.
    [[nodiscard]] QString folder(const QString &name, int files) const
    {
        if (!QDir(dir.path()).mkpath(name + u"/inner"_s))
            qFatal("cannot make a test folder");
        for (int i = 0; i <= files; ++i) {
            QFile out(dir.filePath(name + (i == files ? u"/.hidden"_s : i == 0 ? u"/inner/a.csv"_s : u"/%1.csv"_s.arg(i))));
            if (!out.open(QIODevice::WriteOnly) || out.write("region") != 6)
                qFatal("cannot make a test file");
        }
        return dir.filePath(name);
    }
    void drop(const QStringList &paths) const
    {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString &path : paths)
            urls << QUrl::fromLocalFile(path);
        data.setUrls(urls);
        QDragEnterEvent enter({200, 200}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(page.get(), &enter);
        QDropEvent event({200, 200}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(page.get(), &event);
    }
    [[nodiscard]] QWidget *folderBar() const { return page->findChild<QWidget *>(u"folderBar"_s); }
    [[nodiscard]] TranscriptModel &model() const { return page->session()->transcript(); }
    [[nodiscard]] TranscriptView &view() const { return *page->transcript(); }
    [[nodiscard]] bool walkTo(Kind kind) const
    {
        view().setFocus();
        view().setCurrentIndex(model().index(0));
        for (int i = 0; i < 30; ++i) {
            if (view().focusedPart() != nullptr && view().focusedPart()->kind == kind)
                return true;
            QTest::keyClick(&view(), Qt::Key_Right);
        }
        return false;
    }
};

} // namespace

class TestAttachments : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void CH_59_aPictureHasItsPlaceBeforeItIsRead();
    void CH_59_onlyWhatIsLookedAtIsRead();
    void CH_59_whatIsKnownLaterMovesNothingThatIsRead();
    void CH_59_noPictureIsShownAndItIsSaidWhy_data();
    void CH_59_noPictureIsShownAndItIsSaidWhy();
    void CH_59_whatAnotherAccountAskedForIsForgotten();
    void CH_59_aSmallPictureIsNotEnlarged();
    void CH_59_thumbnailsGrowWithTheTextAndStandOnTheirSide();
    void CH_59_aPictureIsOpenedByKeyAndByClick();
    void REND_03_aPictureOfTheServerComesOnlyWhenItIsAskedFor();
    void REND_03_aPictureThatIsTooLargeIsNotAskedFor();
    void CH_59_whatIsInTheLibrarySaysSo();
    void D_23_picturesAreDraggedOut();
    void D_23_aFolderIsAskedAboutOnce();
    void D_23_aFolderThatIsPastedCanBeCancelled();
    void D_23_aFolderOfAnotherConversationIsNotAttached();
};

void TestAttachments::CH_59_aPictureHasItsPlaceBeforeItIsRead()
{
    Sheet sheet;
    const StoredFile file = fileOf(u"f1"_s, u"chart.png"_s);
    const StoredFile table = fileOf(u"f2"_s, u"table.csv"_s);
    sheet.originals.remember(file, sheet.write(u"chart.png"_s, png(800, 600, Qt::red)));
    sheet.originals.remember(table, sheet.write(u"table.csv"_s, "a,b"));
    sheet.add({table, file});
    const QRect place = sheet.box(0, 1);
    const int height = sheet.height();
    QVERIFY(place.isValid());
    QVERIFY(!sheet.box(0, 0).isValid()); // no picture
    QVERIFY(sheet.view.partRect(0, Kind::Attachment, 0).isValid() && sheet.view.partRect(0, Kind::Attachment, 1).isValid());
    QCOMPARE(sheet.state(file), Thumbnails::State::Waiting);
    QTRY_VERIFY(sheet.shows(Qt::red, 0, 1));
    QCOMPARE(sheet.box(0, 1), place);
    QCOMPARE(sheet.height(), height);
    QVERIFY(sheet.thumbnails.picture(file).image.width() <= Thumbnails::largest.width());
    QCOMPARE(sheet.arrived.count(), 1);
    QVERIFY(sheet.shows(Qt::red, 0, 1)); // painted again
    QCOMPARE(sheet.arrived.count(), 1);
}

void TestAttachments::CH_59_onlyWhatIsLookedAtIsRead()
{
    Sheet sheet;
    const QString path = sheet.write(u"chart.png"_s, png(40, 30, Qt::red));
    constexpr int count = 60;
    const auto file = [](int i) { return fileOf(u"f%1"_s.arg(i), u"chart.png"_s); };
    for (int i = 0; i < count; ++i) {
        sheet.originals.remember(file(i), path);
        sheet.add({file(i)});
    }
    QTRY_COMPARE(sheet.state(file(count - 1)), Thumbnails::State::Shown);
    QVERIFY(sheet.arrived.count() < 12);
    sheet.view.scrollTo(sheet.model.index(0), QAbstractItemView::PositionAtTop);
    QTRY_COMPARE(sheet.state(file(0)), Thumbnails::State::Shown);
    QCOMPARE(sheet.state(file(count / 2)), Thumbnails::State::Waiting);
}

void TestAttachments::CH_59_whatIsKnownLaterMovesNothingThatIsRead()
{
    Sheet sheet;
    const QString path = sheet.write(u"chart.png"_s, png(40, 30, Qt::red));
    for (int i = 0; i < 20; ++i)
        sheet.add({fileOf(u"f%1"_s.arg(i), u"chart.png"_s)});
    sheet.view.scrollTo(sheet.model.index(10), QAbstractItemView::PositionAtTop);
    const int row = sheet.view.indexAt(QPoint(20, sheet.view.viewport()->height() - 2)).row(); // what the eye is at
    QVERIFY(row > 2);
    const int top = sheet.view.visualRect(sheet.model.index(row)).top();
    const int height = sheet.height(row - 1);
    sheet.originals.remember(fileOf(u"f2"_s, u"chart.png"_s), path); // the disk says so now, of one far above and of one on screen
    sheet.originals.remember(fileOf(u"f%1"_s.arg(row - 1), u"chart.png"_s), path);
    QVERIFY(sheet.box(2).isValid());
    QVERIFY(sheet.height(row - 1) > height);
    QCOMPARE(sheet.view.visualRect(sheet.model.index(row)).top(), top);
}

void TestAttachments::CH_59_noPictureIsShownAndItIsSaidWhy_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("later"); // what stands there when it is looked at; null: nothing
    QTest::addColumn<QString>("reason");
    const QByteArray picture = png(40, 30, Qt::red);
    QTest::newRow("changed") << picture << picture + QByteArray(500, 'x') << u"changed"_s;
    QTest::newRow("gone") << picture << QByteArray() << u"no longer"_s;
    QTest::newRow("a program") << QByteArray("#!/bin/sh\n") << QByteArray("#!/bin/sh\n") << u"not a picture"_s;
    const QByteArray svg = R"(<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>)";
    QTest::newRow("a drawing that can run") << svg << svg << u"not a picture"_s;
    QTest::newRow("cut off") << picture.left(30) << picture.left(30) << u"cannot be read"_s;
    const QByteArray huge = png(5000, 5000, Qt::red);
    QTest::newRow("too many pixels") << huge << huge << u"too large"_s;
    const QByteArray heavy = picture + QByteArray(Thumbnails::maxBytes, 'x');
    QTest::newRow("too many bytes") << heavy << heavy << u"too large"_s;
}

void TestAttachments::CH_59_noPictureIsShownAndItIsSaidWhy()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, later);
    QFETCH(QString, reason);
    Sheet sheet;
    const StoredFile file = fileOf(u"f1"_s, u"chart\u202Egnp.png"_s);
    const QString path = sheet.write(u"chart.png"_s, bytes);
    sheet.originals.remember(file, path);
    if (later.isNull())
        QVERIFY(QFile::remove(path));
    else if (later != bytes)
        static_cast<void>(sheet.write(u"chart.png"_s, later));
    sheet.add({file});
    const QRect place = sheet.box();
    QTRY_COMPARE(sheet.state(file), Thumbnails::State::Refused);
    QCOMPARE(sheet.box(), place);
    QVERIFY2(sheet.thumbnails.picture(file).reason.contains(reason, Qt::CaseInsensitive),
             qPrintable(sheet.thumbnails.picture(file).reason));
    sheet.view.setFocus();
    sheet.view.setCurrentIndex(sheet.model.index(0));
    QSignalSpy spoken(&sheet.view, &TranscriptView::partFocused);
    QTest::keyClick(&sheet.view, Qt::Key_Right);
    QVERIFY(sheet.view.focusedPart() != nullptr);
    QCOMPARE(sheet.view.focusedPart()->kind, Kind::Thumbnail);
    const QString said = spoken.last().first().toString();
    QVERIFY2(said.contains(reason, Qt::CaseInsensitive) && !said.contains(u'\u202E'), qPrintable(said));
}

void TestAttachments::CH_59_whatAnotherAccountAskedForIsForgotten()
{
    Sheet sheet;
    const StoredFile file = fileOf(u"f9"_s, u"theirs.png"_s);
    const QString path = sheet.thumbnails.placeFor(file);
    QFile out(path);
    QVERIFY(out.open(QIODevice::WriteOnly) && out.write(png(40, 30, Qt::red)) > 0);
    out.close();
    sheet.add({file});
    QVERIFY(!sheet.box().isValid());
    sheet.thumbnails.show(file, path);
    QTRY_COMPARE(sheet.state(file), Thumbnails::State::Shown);
    QTRY_VERIFY(sheet.box().isValid());
    sheet.thumbnails.forgetLoaded();
    QVERIFY(!QFile::exists(path) && !sheet.thumbnails.offers(file));
    QVERIFY(sheet.thumbnails.picture(file).image.isNull());
    QTRY_VERIFY(!sheet.box().isValid());
}

void TestAttachments::CH_59_aSmallPictureIsNotEnlarged()
{
    Sheet sheet;
    const StoredFile file = fileOf(u"f1"_s, u"dot.PNG"_s);
    sheet.originals.remember(file, sheet.write(u"dot.PNG"_s, png(4, 4, Qt::red)));
    sheet.add({file});
    QTRY_COMPARE(sheet.state(file), Thumbnails::State::Shown);
    const QImage shot = sheet.view.viewport()->grab().toImage();
    const QPoint beside = (sheet.box().center() + QPoint(10, 0)) * shot.devicePixelRatio();
    QVERIFY(shot.pixelColor(beside) != QColor(Qt::red));
    QCOMPARE(sheet.thumbnails.picture(file).image.size(), QSize(4, 4));
}

void TestAttachments::CH_59_thumbnailsGrowWithTheTextAndStandOnTheirSide()
{
    Sheet sheet;
    sheet.view.resize(700, 1400); // no scroll bar: the width stays
    QList<StoredFile> files;
    for (int i = 0; i < 6; ++i) {
        files << fileOf(u"f%1"_s.arg(i), u"chart%1.png"_s.arg(i));
        sheet.originals.remember(files.last(), sheet.write(files.last().filename, png(40, 30, Qt::red)));
    }
    sheet.add(files);
    const QRect before = sheet.box();
    QFont large = sheet.view.font();
    large.setPointSizeF(QFontInfo(large).pointSizeF() * 2); // 200 %
    sheet.view.setFont(large);
    QTRY_VERIFY(sheet.box().height() >= before.height() * 9 / 5);
    const auto isInside = [&sheet, &files] {
        for (int i = 0; i < static_cast<int>(files.size()); ++i) {
            const QRect box = sheet.box(0, i);
            const QRect next = i + 1 < static_cast<int>(files.size()) ? sheet.box(0, i + 1) : QRect();
            if (box.left() < 0 || box.right() >= sheet.view.viewport()->width() || box.intersects(next))
                return false;
        }
        return true;
    };
    QVERIFY(isInside());
    QVERIFY(sheet.view.partRect(0, Kind::Attachment, 0).top() > sheet.box(0, 5).bottom());
    const int right = sheet.box(0, 5).right(); // the last of its line: the person's own stand at the end
    sheet.view.setLayoutDirection(Qt::RightToLeft);
    QTRY_VERIFY(sheet.box(0, 5).right() < right);
    QVERIFY(isInside());
    const int width = sheet.view.viewport()->width();
    QVERIFY(qAbs(sheet.box(0, 5).left() - (width - 1 - right)) <= 2);
}

void TestAttachments::CH_59_aPictureIsOpenedByKeyAndByClick()
{
    Chat chat;
    QVERIFY(chat.show());
    const QString path = chat.dir.filePath(u"chart.png"_s);
    QFile out(path);
    QVERIFY(out.open(QIODevice::WriteOnly) && out.write(chat.content) == chat.content.size());
    out.close();
    chat.attachments.add({path});
    QVERIFY(chat.ask());
    QVERIFY(chat.walkTo(Kind::Thumbnail));
    QVERIFY(chat.view().focusedPart()->text.contains(u"chart.png"_s));
    QTest::keyClick(&chat.view(), Qt::Key_Return);
    QTRY_VERIFY(chat.page->findChild<ImageWindow *>(u"imageWindow"_s) != nullptr);
    QPointer<ImageWindow> window = chat.page->findChild<ImageWindow *>(u"imageWindow"_s);
    QVERIFY(window->isVisible() && !window->isModal());
    QVERIFY(window->windowTitle().contains(u"chart.png"_s));
    window->close();
    QTRY_VERIFY(window.isNull());
    chat.view().scrollTo(chat.model().index(0), QAbstractItemView::PositionAtTop);
    QTRY_VERIFY(chat.view().viewport()->rect().contains(chat.view().partRect(0, Kind::Thumbnail).center()));
    QTest::mouseClick(chat.view().viewport(), Qt::LeftButton, {}, chat.view().partRect(0, Kind::Thumbnail).center());
    QTRY_VERIFY(chat.page->findChild<ImageWindow *>(u"imageWindow"_s) != nullptr);
    QCOMPARE(chat.downloads, 0);
    QVERIFY(chat.dialogs.informed.isEmpty());
}

void TestAttachments::REND_03_aPictureOfTheServerComesOnlyWhenItIsAskedFor()
{
    Chat chat;
    QVERIFY(chat.show());
    chat.attachments.give({fileOf(u"f9"_s, u"theirs.png"_s)});
    QVERIFY(chat.ask());
    QVERIFY(!chat.view().grab().isNull());
    QVERIFY(!chat.view().partRect(0, Kind::Thumbnail).isValid());
    QCOMPARE(chat.downloads, 0);
    QVERIFY(chat.walkTo(Kind::Attachment));
    QTest::keyClick(&chat.view(), Qt::Key_Return);
    auto *menu = chat.page->findChild<QMenu *>(u"attachmentMenu"_s);
    QVERIFY(menu != nullptr && menu->isVisible());
    auto *show = menu->findChild<QAction *>(u"attachmentShow"_s);
    QVERIFY(show != nullptr);
    menu->setActiveAction(show);
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_VERIFY(chat.view().partRect(0, Kind::Thumbnail).isValid());
    QCOMPARE(chat.downloads, 1);
    QVERIFY(chat.dialogs.opened.isEmpty());
    chat.view().scrollTo(chat.model().index(0), QAbstractItemView::PositionAtTop);
    QTRY_VERIFY(isIn(chat.view(), chat.view().partRect(0, Kind::Thumbnail), Qt::blue));
    QVERIFY(chat.walkTo(Kind::Thumbnail));
    QTest::keyClick(&chat.view(), Qt::Key_Return);
    QTRY_VERIFY(chat.page->findChild<ImageWindow *>(u"imageWindow"_s) != nullptr);
    QCOMPARE(chat.downloads, 1);
}

void TestAttachments::REND_03_aPictureThatIsTooLargeIsNotAskedFor()
{
    Chat chat;
    QVERIFY(chat.show());
    StoredFile file = fileOf(u"f9"_s, u"theirs.png"_s);
    file.size = Thumbnails::maxBytes + 1;
    chat.attachments.give({file});
    QVERIFY(chat.ask());
    QVERIFY(chat.walkTo(Kind::Attachment));
    QTest::keyClick(&chat.view(), Qt::Key_Return);
    auto *menu = chat.page->findChild<QMenu *>(u"attachmentMenu"_s);
    QVERIFY(menu != nullptr);
    menu->setActiveAction(menu->findChild<QAction *>(u"attachmentShow"_s));
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(chat.dialogs.informed.size(), 1);
    QVERIFY(chat.dialogs.informed.first().contains(u"too large"_s));
    QCOMPARE(chat.downloads, 0);
}

void TestAttachments::CH_59_whatIsInTheLibrarySaysSo()
{
    Sheet sheet;
    StoredFile file = fileOf(u"f1"_s, u"terms.pdf"_s);
    file.isInLibrary = true;
    sheet.add({file, fileOf(u"f2"_s, u"notes.txt"_s)});
    sheet.view.setFocus();
    sheet.view.setCurrentIndex(sheet.model.index(0));
    QTest::keyClick(&sheet.view, Qt::Key_Right);
    QVERIFY(sheet.view.focusedPart() != nullptr && sheet.view.focusedPart()->kind == Kind::Attachment);
    QVERIFY2(sheet.view.focusedPart()->text.endsWith(u"Library"_s), qPrintable(sheet.view.focusedPart()->text));
    QTest::keyClick(&sheet.view, Qt::Key_Right);
    QVERIFY(sheet.view.focusedPart() != nullptr && !sheet.view.focusedPart()->text.contains(u"Library"_s));
}

void TestAttachments::D_23_picturesAreDraggedOut()
{
    Sheet sheet;
    const StoredFile file = fileOf(u"f1"_s, u"chart.png"_s);
    const QString path = sheet.write(u"chart.png"_s, png(40, 30, Qt::red));
    sheet.originals.remember(file, path);
    sheet.add({file});
    const QString source = u"https://example.org/answer.png"_s;
    sheet.add({}, u"Here: ![Sales chart](%1)\n\nDone."_s.arg(source), Role::Assistant);
    QTRY_COMPARE(sheet.state(file), Thumbnails::State::Shown);
    sheet.drag(sheet.box().center());
    QCOMPARE(sheet.view.dragged.size(), 1);
    QCOMPARE(sheet.view.dragged.last()->urls(), QList<QUrl>{QUrl::fromLocalFile(path)});
    sheet.drag(sheet.view.partRect(1, Kind::Image, 0).center()); // a card: nothing is there to be dragged
    QCOMPARE(sheet.view.dragged.size(), 1);
    QVERIFY(sheet.view.pictureData(1, 0) == nullptr);
    QImage image(300, 200, QImage::Format_RGB32);
    image.fill(Qt::green);
    sheet.view.showPicture(source, image);
    sheet.view.scrollTo(sheet.model.index(1));
    QTRY_VERIFY(sheet.view.pictureData(1, 0) != nullptr);
    sheet.drag(sheet.view.partRect(1, Kind::Image, 0).center());
    QCOMPARE(sheet.view.dragged.size(), 2);
    QCOMPARE(qvariant_cast<QImage>(sheet.view.dragged.last()->imageData()).size(), QSize(300, 200));
    QVERIFY(!sheet.view.dragged.last()->hasUrls()); // its address is not handed on
}

void TestAttachments::D_23_aFolderIsAskedAboutOnce()
{
    Chat chat;
    QVERIFY(chat.show());
    const QString folder = chat.folder(u"figures"_s, 3);
    QFile single(chat.dir.filePath(u"single.csv"_s));
    QVERIFY(single.open(QIODevice::WriteOnly) && single.write("region") == 6);
    single.close();
    chat.drop({folder, single.fileName()});
    QCOMPARE(chat.attachments.rowCount(), 1); // the file needs no question
    QTRY_COMPARE(chat.dialogs.questions.size(), 1);
    QVERIFY(!chat.folderBar()->isVisible());
    const TestDialogs::Question question = chat.dialogs.questions.first();
    QVERIFY2(question.text.contains(u"3 file"_s) && question.text.contains(u"18"_s) && question.text.contains(u"figures"_s),
             qPrintable(question.text));
    QVERIFY2(question.action.contains(u"3"_s), qPrintable(question.action));
    QCOMPARE(chat.attachments.rowCount(), 1);
    question.yes();
    QCOMPARE(chat.attachments.rowCount(), 4);
    const QStringList paths = chat.attachments.paths();
    QVERIFY(paths.contains(folder + u"/inner/a.csv"_s) && !paths.contains(folder + u"/.hidden"_s));
    QCOMPARE(chat.dialogs.questions.size(), 1);
}

void TestAttachments::D_23_aFolderThatIsPastedCanBeCancelled()
{
    Chat chat;
    QVERIFY(chat.show());
    auto *edit = chat.page->findChild<ComposerEdit *>(u"composerText"_s);
    auto *data = new QMimeData;
    data->setUrls({QUrl::fromLocalFile(chat.folder(u"first"_s, 2))});
    QApplication::clipboard()->setMimeData(data);
    edit->setFocus();
    edit->paste();
    QVERIFY(chat.folderBar()->isVisible());
    auto *cancel = chat.folderBar()->findChild<QPushButton *>(u"folderCancel"_s);
    cancel->setFocus();
    QTest::keyClick(cancel, Qt::Key_Space);
    QVERIFY(!chat.folderBar()->isVisible());
    QVERIFY(edit->hasFocus());
    edit->paste();
    QVERIFY(chat.folderBar()->isVisible());
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(!chat.folderBar()->isVisible());
    chat.drop({chat.folder(u"second"_s, 1)});
    QTRY_COMPARE(chat.dialogs.questions.size(), 1); // and none about those that were cancelled
    QVERIFY(chat.dialogs.questions.first().text.contains(u"second"_s));
}

void TestAttachments::D_23_aFolderOfAnotherConversationIsNotAttached()
{
    Chat chat;
    QVERIFY(chat.show());
    QVERIFY(chat.ask());
    chat.drop({chat.folder(u"figures"_s, 2)});
    QTRY_COMPARE(chat.dialogs.questions.size(), 1);
    chat.page->newChat(); // before it was answered
    chat.dialogs.questions.first().yes();
    QCOMPARE(chat.attachments.rowCount(), 0);
}

QTEST_MAIN(TestAttachments)
#include "tst_attachments.moc"
