#pragma once

#include <QPointer>
#include <QStringList>
#include <QWidget>

#include <functional>

class QComboBox;
class QMimeData;
class QToolButton;

namespace desk {

class AgentStore;
class AttachmentQueue;
class ScreenTaker;

// What a quick question is about, and who answers it (D-22): takes the selection, the clipboard, a picture of the screen or a file when it
// is told to, and shows the files that go with the question, each of which can be removed.
class QuickAskBar : public QWidget
{
    Q_OBJECT
public:
    struct Parts {
        AgentStore &agents;
        AttachmentQueue &queue;
        // What is selected anywhere in the desktop; empty: this system does not tell.
        std::function<const QMimeData *()> selection = {};
        ScreenTaker *screen = nullptr; // null: there is none
    };
    explicit QuickAskBar(const Parts &parts, QWidget *parent = nullptr); // all outlive it

    [[nodiscard]] QStringList agents() const;                                     // empty: the server chooses
    [[nodiscard]] const QList<QWidget *> &controls() const { return m_controls; } // in the order of the Tab key

Q_SIGNALS:
    void given(const QMimeData *source); // valid during the call
    void filesRequested();
    void screenAsked(); // the window had better not be on the picture
    void pictureTaken(const QString &path);
    void pictureRefused();
    void nothingThere(const QString &note);
    void chipRemoved(); // the focus needs a new place

private:
    void build(const Parts &parts);
    void fillAgents();
    void give(const QMimeData *source, const QString &nothing);

    AgentStore &m_agentStore;
    QComboBox *m_agent;
    QList<QWidget *> m_controls;
};

} // namespace desk
