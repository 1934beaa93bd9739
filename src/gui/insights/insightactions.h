#pragma once

#include "domain/chatmessage.h"
#include "domain/error.h"
#include "domain/insight.h"

#include <QObject>

class QWidget;

namespace desk {

class Dialogs;
class ErrorBanner;
class InsightStore;
class UndoBar;
class Workspace;

// What the page and the panel both do with insights: ask, change, tell what came of it, offer the way back. Everything outlives it.
class InsightActions : public QObject
{
    Q_OBJECT
public:
    enum class Format { Markdown, Json };
    struct Place { // where it shows itself
        QWidget &window;
        ErrorBanner &banner;
        UndoBar &undo;
    };

    InsightActions(InsightStore &store, Workspace &workspace, Dialogs &dialogs, const Place &place, QObject *parent);

    void add(const ConversationId &conversation); // may be empty
    void edit(const InsightId &id);
    void remove(const QList<InsightId> &ids); // several at once are asked about; one can be brought back
    void forget(const ConversationId &conversation, const QString &title);
    void exportTo(Format format); // all of the chosen kind and conversation

    // Why there is no list: for the middle of a page. Empty as long as there may be one.
    [[nodiscard]] static QString whyNone(const InsightStore &store);

private:
    void connectStore();
    void showFailure(const Error &error, const QString &actionText, const std::function<void()> &action);
    void onRemoved(const QList<Insight> &gone);
    void onGenerated(const InsightGeneration &generation);
    void save(const QList<Insight> &all);

    InsightStore &m_store;
    Workspace &m_workspace;
    Dialogs &m_dialogs;
    Place m_place;
    Format m_format = Format::Markdown;
    QString m_exportPath; // empty: nobody waits for a file
};

} // namespace desk
