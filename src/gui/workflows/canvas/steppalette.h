#pragma once

#include <QListWidget>

namespace desk {

class StepCommands;

// The kinds of steps (WF-04): dragged onto canvas or outline, or with Enter or a double click put behind the chosen step.
class StepPalette final : public QListWidget
{
    Q_OBJECT
public:
    explicit StepPalette(StepCommands &commands, QWidget *parent = nullptr);

    void setKinds(const QStringList &kinds); // of the commands as well

protected:
    [[nodiscard]] QMimeData *mimeData(const QList<QListWidgetItem *> &items) const override;
    void changeEvent(QEvent *event) override;

private:
    void fill();

    StepCommands &m_commands;
};

} // namespace desk
