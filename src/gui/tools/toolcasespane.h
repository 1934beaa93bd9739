#pragma once

#include "domain/tool.h"
#include "gui/tools/toolcomparison.h"
#include "state/tools/toolcase.h"

#include <QHash>
#include <QJsonObject>
#include <QWidget>

#include <optional>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace desk {

class Dialogs;
class PlainLabel;
class ToolCases;

// The test cases of a tool: run again with one key, compared with what is expected, renamed and removed (TL-11). Hidden while there is
// none. It runs nothing itself.
class ToolCasesPane : public QWidget
{
    Q_OBJECT
public:
    ToolCasesPane(ToolCases &cases, Dialogs &dialogs, QWidget *parent = nullptr); // both outlive it

    void setTool(const QString &name);
    // Asks for a name, and before that about what looks like a secret.
    void propose(const QJsonObject &input, const ToolTestResult &result);
    // A run of the tool has ended; nothing: without a result. Compared where it was one of a case.
    void takeRun(const QString &tool, const QJsonObject &input, const std::optional<ToolTestResult> &result);
    void noteNotStarted(); // what runRequested() asked for
    void forget();         // what came of the runs

Q_SIGNALS:
    void runRequested(const QJsonObject &input, bool isComplete); // else somebody has to enter secrets first
    void compared(desk::ToolComparison *window);                  // made, and not shown yet
    void closed();                                                // of the name: the focus has to go somewhere

protected:
    void keyPressEvent(QKeyEvent *event) override; // Esc ends naming

private:
    enum class Verdict { Waiting, NotRun, Same, Different };
    struct Check {
        Verdict verdict = Verdict::Waiting;
        QJsonObject input;
        QJsonObject outcome; // comparable()
    };

    void build();
    void buildNaming();
    QPushButton *addButton(const QString &name, const QString &text);
    void update();
    void updateButtons();
    [[nodiscard]] QString current() const; // the id; empty: none
    [[nodiscard]] QString lineOf(const ToolCase &one) const;
    void run();
    void showDifferences();
    void expectThis();
    void startRenaming();
    void startNaming(const QString &name);
    void endNaming(bool keep);
    void remove();
    void choose(const QString &id);
    void tell(const QString &words);

    ToolCases &m_cases;
    Dialogs &m_dialogs;
    QString m_tool;
    QHash<QString, QString> m_waiting; // by tool: the case whose run is waited for
    QString m_before;                  // what was waited for before the last of them
    QHash<QString, Check> m_checks;    // by case
    ToolCase m_proposed;               // no tool: one is renamed
    QString m_renamed;
    QListWidget *m_list;
    QPushButton *m_run;
    QPushButton *m_differences;
    QPushButton *m_expect;
    QPushButton *m_rename;
    QPushButton *m_remove;
    PlainLabel *m_state;
    QWidget *m_naming;
    QLineEdit *m_name;
    QPushButton *m_keep;
};

} // namespace desk
