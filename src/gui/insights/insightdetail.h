#pragma once

#include "state/insights/insightstore.h"

#include <QWidget>

class QPushButton;

namespace desk {

class FactView;
class MarkdownView;

// One insight in full, and what can be done with it.
class InsightDetail : public QWidget
{
    Q_OBJECT
public:
    explicit InsightDetail(QWidget *parent = nullptr);

    // conversationTitle: empty where it is not known.
    void setRow(const InsightRow &row, const QString &conversationTitle, bool canChange);

Q_SIGNALS:
    void editRequested();
    void removeRequested();
    void conversationRequested();       // open it
    void conversationFilterRequested(); // show only what was learned there
    void linkActivated(const QString &href);

private:
    MarkdownView *m_text;
    FactView *m_facts;
    QPushButton *m_edit;
    QPushButton *m_remove;
    QPushButton *m_open;
    QPushButton *m_only;
};

} // namespace desk
