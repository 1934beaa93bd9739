#pragma once

#include <QList>
#include <QObject>
#include <QString>

namespace desk {

// What the desktop tells while somebody looks elsewhere. Plain text, made displayable by whoever writes it (REND-19).
struct Notice {
    enum class Actions { OpenAndReply, OpenAndQuit, Open };
    struct Choice { // one answer to what is asked
        QString id;
        QString label;
    };
    QString key; // of a conversation, or of what it is about: a later one replaces an earlier one of the same key
    QString title;
    QString text;
    Actions actions = Actions::OpenAndReply;
    QList<Choice> choices = {}; // beside the actions, where the desktop can
};

// Tells notices and takes back those that are no news any more. Returns at once; what the person does with one comes as a signal.
class Notifier : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void show(const Notice &notice) = 0;
    virtual void withdraw(const QString &key) = 0; // harmless where there is none

Q_SIGNALS:
    void openRequested(const QString &key);
    void replyRequested(const QString &key, const QString &text); // empty: the person wants to write one
    void quitRequested(const QString &key);
    void choiceRequested(const QString &key, const QString &id);
    void failed(const desk::Notice &notice); // it was not shown, and nobody else showed it
};

} // namespace desk
