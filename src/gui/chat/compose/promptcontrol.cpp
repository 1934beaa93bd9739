#include "gui/chat/compose/promptcontrol.h"

#include "gui/chat/compose/composer.h"
#include "gui/chat/compose/composeredit.h"
#include "gui/chat/compose/templatemode.h"
#include "gui/prompts/promptdialog.h"
#include "gui/prompts/prompteditor.h"
#include "state/prompts/promptstore.h"

#include <QAction>
#include <QClipboard>
#include <QDate>
#include <QGuiApplication>
#include <QLocale>
#include <QMenu>

namespace desk {

PromptControl::PromptControl(Composer &composer, PromptStore &store, Dialogs &dialogs, QObject *parent)
    : QObject(parent)
    , m_composer(composer)
    , m_store(store)
    , m_dialogs(dialogs)
    , m_mode(new TemplateMode(*composer.edit(), this))
{
    composer.setPrompts([&store] { return store.prompts(); });
    connect(&composer, &Composer::promptChosen, this, &PromptControl::insert);
    m_library = addAction(tr("Prompts\u2026"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L), &PromptControl::open);
    m_save = addAction(tr("Save as prompt\u2026"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), &PromptControl::saveText);
    connect(composer.edit(), &ComposerEdit::menuAboutToShow, this, [this](QMenu *menu) {
        menu->addSeparator();
        menu->addActions({m_library, m_save});
    });
    connect(m_mode, &TemplateMode::hint, &composer, &Composer::setStatus);
}

QAction *PromptControl::addAction(const QString &text, const QKeySequence &keys, void (PromptControl::*run)())
{
    auto *action = new QAction(text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, run);
    m_composer.addAction(action);
    return action;
}

bool PromptControl::isFillingIn() const
{
    return m_mode->isActive();
}

void PromptControl::insert(const QString &id)
{
    const SavedPrompt *prompt = m_store.find(id);
    if (prompt == nullptr)
        return;
    PromptTemplate::Context context;
    context.clipboard = QGuiApplication::clipboard()->text();
    context.selection = m_composer.edit()->textCursor().selectedText().replace(QChar::ParagraphSeparator, QChar::LineFeed);
    context.date = QLocale().toString(QDate::currentDate(), QLocale::LongFormat);
    const PromptTemplate::Filled filled = PromptTemplate::fill(prompt->text, context);
    if (!ComposerEdit::canHold(filled.text)) { // the clipboard's: it would block the text field
        m_composer.setStatus(tr("With the clipboard in it, this prompt is too long for a message."));
        return;
    }
    m_mode->insert(filled);
    m_store.noteUse(id);
}

void PromptControl::open()
{
    auto *dialog = new PromptDialog(m_store, m_dialogs, m_composer.window());
    connect(dialog, &PromptDialog::chosen, this, &PromptControl::insert, Qt::QueuedConnection); // once the text has the focus again
    dialog->open();
}

void PromptControl::saveText()
{
    if (m_composer.text().trimmed().isEmpty()) {
        m_composer.setStatus(tr("There is no text to save as a prompt."));
        return;
    }
    SavedPrompt prompt;
    prompt.text = m_composer.text();
    (new PromptEditor(prompt, m_store, m_composer.window()))->open();
}

} // namespace desk
