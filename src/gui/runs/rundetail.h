#pragma once

#include "domain/ids.h"

#include <QWidget>

class QLabel;
class QListView;
class QPlainTextEdit;
class QPushButton;

namespace desk {

class FactView;
class RunEventModel;
class RunModel;
class RunStore;
class StatusChip;

// One run: what was asked, what came of it, and every event on the way. Reads the store anew at each change of the run.
class RunDetail : public QWidget
{
    Q_OBJECT
public:
    RunDetail(RunStore &store, RunModel &model, QWidget *parent = nullptr);

    void setRun(const RunId &id); // empty: hides itself
    [[nodiscard]] const RunId &run() const { return m_id; }

Q_SIGNALS:
    void conversationRequested(const desk::ConversationId &id);
    void cancelRequested(const desk::RunId &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void update();
    void updateColors();

    RunStore &m_store;
    RunModel &m_model;
    RunId m_id;
    ConversationId m_conversation;
    RunEventModel *m_events;
    QLabel *m_prompt;
    StatusChip *m_chip;
    QLabel *m_knowledge;
    QLabel *m_error;
    QPushButton *m_open;
    QPushButton *m_cancel;
    FactView *m_facts;
    QLabel *m_outputLabel;
    QPlainTextEdit *m_output;
    QLabel *m_timelineLabel;
    QListView *m_timeline;
};

} // namespace desk
