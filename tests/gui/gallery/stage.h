#pragma once

#include "gui/chat/chatpage.h"
#include "gui/chat/compose/composeredit.h"
#include "gui/chat/transcript/transcriptview.h"
#include "gui/composeservices.h"
#include "gui/gallery/layoutcheck.h"
#include "gui/guifixture.h"
#include "state/chat/chatchoices.h"
#include "state/prompts/promptstore.h"
#include "state/store/chatoptionsstore.h"
#include "state/store/ratingstore.h"

#include <QCoreApplication>
#include <QEvent>
#include <QJsonObject>
#include <QJsonValue>

namespace desk::test {

// An event of a turn, as it is on the wire; of step(), in the form that most of them have (contract 4.5).
[[nodiscard]] QByteArray turnEvent(const QByteArray &type, const QJsonObject &data);
[[nodiscard]] QByteArray step(const QByteArray &type, const QString &source, const QString &message,
                              const QJsonValue &data = QJsonValue::Null);
[[nodiscard]] QByteArray words(const QString &text); // of the answer
[[nodiscard]] QByteArray runCreated();               // in conversation c9
[[nodiscard]] QByteArray completed(const QJsonArray &citations = {});
[[nodiscard]] QByteArray routed();
[[nodiscard]] QByteArray planned(); // two steps with tools, one without
[[nodiscard]] QList<QByteArray> toolUsed(const QString &tool);

// The whole window as the program builds it, over a server that has three conversations (c1 is long, c2 short, c3 empty) and answers a
// question with `turn`. In one look: "light", "dark", or "rtl", which is light and from right to left.
struct Stage : GuiFixture {
    ChatChoices choices{api, workspace};
    ChatOptionsStore options{store};
    PromptStore prompts{store};
    ComposeServices compose{&choices, &options, &prompts, nullptr};
    RatingStore ratings{store, journal};
    QString look;
    QList<QByteArray> turn;
    Scripted::End turnEnd = Scripted::End::Close;
    std::function<Scripted(const Received &request)> instead; // asked first; nothing in it: the usual answer
    std::function<void(Services &services)> addServices;      // before the window is made
    int asked = 0;

    explicit Stage(const QString &inLook);
    ~Stage();
    Q_DISABLE_COPY_MOVE(Stage)

    // All inside QVERIFY.
    [[nodiscard]] bool showWindow();                                           // without a connection
    [[nodiscard]] bool start(bool waitsForList = true);                        // connected to the scripted server
    [[nodiscard]] bool startAt(const Profile &profile);                        // connected to another one
    [[nodiscard]] bool startOffline();                                         // where nobody listens
    [[nodiscard]] bool openIdle(const QString &id);                            // of a conversation, loaded
    [[nodiscard]] bool answered(const QString &question);                      // by `turn`, to its end
    [[nodiscard]] bool walkTo(int row, MessagePart::Kind kind, int index = 0); // by arrow keys
    [[nodiscard]] bool activatePart(int row, MessagePart::Kind kind, int index = 0);

    [[nodiscard]] ChatPage &page() const { return window->chat(); }
    [[nodiscard]] TranscriptView &view() const { return *page().transcript(); }
    [[nodiscard]] TranscriptModel &rows() const { return page().session()->transcript(); }
    [[nodiscard]] const Message &lastRow() const { return rows().messageAt(rows().rowCount() - 1); }
    [[nodiscard]] ComposerEdit *edit() const { return find<ComposerEdit>("composerText"); }
    [[nodiscard]] bool isShown(const char *objectName) const; // in the window, and visible
    [[nodiscard]] bool hasPart(int row, MessagePart::Kind kind, int index = 0) const;
    void write(const QString &text) const; // into the composer, by keys
    void ask(const QString &text) const;
    void press(int row, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const; // on a message
    [[nodiscard]] QString file(const QString &name, const QByteArray &bytes) const;           // its path; empty: the disk is full

    // With DESK_SHOTS=folder: as NAME-LOOK.png in it. False: it was to be kept and could not.
    [[nodiscard]] bool keep(QWidget &widget, const QString &name) const;

private:
    Scripted scripted(const Received &request);
};

} // namespace desk::test

// The widget is as it should be, and a picture of it is kept.
#define VERIFY_LOOKS(stage, widget, name)                                                                                                  \
    do {                                                                                                                                   \
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); /* what was hidden a moment ago leaves no gap */               \
        QTRY_VERIFY2(desk::test::lookProblems(widget).isEmpty(), qPrintable(desk::test::lookProblems(widget)));                            \
        QVERIFY((stage).keep(widget, name));                                                                                               \
    } while (false)
