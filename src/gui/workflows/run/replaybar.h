#pragma once

#include "state/executions/executionreplay.h"

#include <QWidget>

class QSlider;
class QToolButton;

namespace desk {

class PlainLabel;

// Where in the course of an execution one looks: a slider over its time, with a step to the next thing that happened on each side (D-61).
class ReplayBar : public QWidget
{
    Q_OBJECT
public:
    explicit ReplayBar(QWidget *parent = nullptr);

    void setReplay(const ExecutionReplay &replay); // stays at the end if it is there
    [[nodiscard]] qint64 moment() const;           // milliseconds since it began
    [[nodiscard]] bool isAtEnd() const;

Q_SIGNALS:
    void momentChanged(qint64 ms);

private:
    void moveTo(qint64 ms);
    void update();

    ExecutionReplay m_replay;
    QToolButton *m_back;
    QSlider *m_slider;
    QToolButton *m_on;
    PlainLabel *m_time;
};

} // namespace desk
