#pragma once

#include "state/prompts/savedprompt.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace desk {

class PromptStore;

// Writes or changes one prompt of the library. open() it; it deletes itself.
class PromptEditor : public QDialog
{
    Q_OBJECT
public:
    PromptEditor(SavedPrompt prompt, PromptStore &store, QWidget *parent = nullptr); // without an id: a new one

Q_SIGNALS:
    void saved(const QString &id);

private:
    void build(bool isNew);
    void save();
    void update();

    SavedPrompt m_prompt;
    PromptStore &m_store;
    QLineEdit *m_title;
    QComboBox *m_folder;
    QLineEdit *m_tags;
    QPlainTextEdit *m_text;
    QLabel *m_variables;
    QPushButton *m_save = nullptr;
};

} // namespace desk
