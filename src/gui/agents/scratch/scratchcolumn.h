#pragma once

#include <QWidget>

class QLabel;
class QListWidget;

namespace desk {

class MarkdownView;
class RemarkLabel;
class ScratchSide;
class StatusChip;

// One side of a trial: how it stands, what it answers, which tools it uses, how long it took, and beside it what went wrong. Everything of
// the server is hostile: drawn by our own renderer or as one plain line, links lead nowhere.
class ScratchColumn : public QWidget
{
    Q_OBJECT
public:
    // key: names the parts for tests.
    ScratchColumn(const QString &title, const QString &key, QWidget *parent);

    void showSide(const ScratchSide &side);

private:
    void build(const QString &title, const QString &key);
    void showState(const ScratchSide &side);
    void showTools(const ScratchSide &side);
    void showFacts(const ScratchSide &side);

    StatusChip *m_state;
    MarkdownView *m_answer;
    QListWidget *m_tools;
    QLabel *m_facts;
    RemarkLabel *m_problem;
};

} // namespace desk
