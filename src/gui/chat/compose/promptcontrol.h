#pragma once

#include <QObject>

class QAction;
class QKeySequence;

namespace desk {

class Composer;
class Dialogs;
class PromptStore;
class TemplateMode;

// The library of prompts at the composer: offered behind "/", put into the text with their variables to be filled in, kept from it.
class PromptControl : public QObject
{
    Q_OBJECT
public:
    PromptControl(Composer &composer, PromptStore &store, Dialogs &dialogs, QObject *parent = nullptr);

    void open();     // the library
    void saveText(); // what stands in the composer, as a prompt
    void insert(const QString &id);
    [[nodiscard]] bool isFillingIn() const;

private:
    QAction *addAction(const QString &text, const QKeySequence &keys, void (PromptControl::*run)());

    Composer &m_composer;
    PromptStore &m_store;
    Dialogs &m_dialogs;
    TemplateMode *m_mode;
    QAction *m_library;
    QAction *m_save;
};

} // namespace desk
