#pragma once

#include <QStackedWidget>

namespace desk {

class EmptyState;
class Workspace;

// A page's content, or the reason why there is none: starting, loading, offline, failed, empty. Content that is there stays visible
// whatever happens to the connection.
class ContentStack : public QStackedWidget
{
    Q_OBJECT
public:
    struct EmptyText {
        QString iconName;
        QString title;
        QString text;
    };
    struct Status {
        bool loading = false;
        bool loaded = false;
        bool empty = true;
    };

    ContentStack(Workspace &workspace, QWidget *content, EmptyText emptyText, QWidget *parent = nullptr);

    void setStatus(const Status &status);
    void setEmptyText(EmptyText text); // shown with the next status

Q_SIGNALS:
    void retryRequested();

private:
    void update();

    Workspace &m_workspace;
    QWidget *m_content;
    EmptyState *m_emptyState;
    EmptyText m_emptyText;
    Status m_status;
};

} // namespace desk
