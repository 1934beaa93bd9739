#pragma once

#include "domain/result.h"
#include "domain/tool.h"
#include "state/tools/toolconfigs.h"

#include <QDialog>
#include <QJsonObject>
#include <QString>

class QLineEdit;
class QProgressBar;
class QPushButton;

namespace desk {

class ApprovalCard;
class Dialogs;
class PlainLabel;
class SchemaEditor;
class ToolRun;

// Tries the key of one provider of a tool (TL-07): the tool runs for real, after a question, with this provider alone. A key that is typed
// here is sent and forgotten, without one the server takes what is configured. What comes of it is a sentence, never the key. Not modal;
// deletes itself when it is closed.
class ToolKeyTest : public QDialog
{
    Q_OBJECT
public:
    // Takes over `run`, not null. `configs` and `dialogs` outlive it.
    ToolKeyTest(ToolRun *run, const ToolKeyPlace &place, const ToolConfigs &configs, Dialogs &dialogs, QWidget *parent = nullptr);

private:
    void build();
    QWidget *buildKey();
    QWidget *buildButtons();
    void update();
    void takeSchema();
    void updateApproval();
    void ask();
    void start();
    void cancel();
    void takeOutcome(const Result<ToolTestResult> &outcome);
    [[nodiscard]] QString sentence(const ToolTestResult &result) const;
    [[nodiscard]] QString safe(const QString &text) const; // without any key, as one line
    void tell(const QString &words);

    ToolRun *m_run;
    ToolKeyPlace m_place;
    const ToolConfigs &m_configs;
    Dialogs &m_dialogs;
    QString m_name; // of the provider, as one safe line
    QString m_sent; // the typed key, while its test is under way
    QJsonObject m_schema;
    QLineEdit *m_key;
    SchemaEditor *m_input;
    PlainLabel *m_sample; // what is sent, where nobody has to write it
    PlainLabel *m_state;
    QProgressBar *m_progress;
    QPushButton *m_start;
    QPushButton *m_cancel;
    ApprovalCard *m_approval;
};

} // namespace desk
