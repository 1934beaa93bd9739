#include "gui/settings/chatsection.h"

#include "gui/settings/guardform.h"
#include "gui/spell/spellchecker.h"
#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"
#include "state/settings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

ChatSection::ChatSection(Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
{
    auto *enter = new QRadioButton(tr("E&nter sends the message"), this);
    enter->setObjectName(u"sendByEnter"_s);
    auto *both = new QRadioButton(tr("C&trl+Enter sends the message, Enter makes a new line"), this);
    both->setObjectName(u"sendByCtrlEnter"_s);
    const bool enterSends = settings.value(Settings::Key::EnterSends).toBool();
    enter->setChecked(enterSends);
    both->setChecked(!enterSends);
    connect(enter, &QRadioButton::toggled, this, [&settings](bool on) { settings.set(Settings::Key::EnterSends, on); });
    auto *note = new PlainLabel(tr("Shift+Enter always makes a new line."), this);
    note->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(Theme::space(this));
    m_rows->addWidget(enter);
    m_rows->addWidget(both);
    m_rows->addWidget(note);
    addCode();
    column->addLayout(m_rows);
    column->addStretch(1);
}

void ChatSection::addCode()
{
    addHeading(tr("Code in messages"));
    const auto add = [this](const QString &text, const QString &name, Settings::Key key) {
        auto *box = new QCheckBox(text, this);
        box->setObjectName(name);
        box->setChecked(m_settings.value(key).toBool());
        connect(box, &QCheckBox::toggled, this, [this, key](bool on) { m_settings.set(key, on); });
        m_rows->addWidget(box);
    };
    add(tr("Wrap lon&g lines"), u"codeWraps"_s, Settings::Key::CodeWraps);
    add(tr("Show line n&umbers"), u"codeNumbers"_s, Settings::Key::CodeNumbers);
}

void ChatSection::addHeading(const QString &text)
{
    auto *heading = new PlainLabel(text, this);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    heading->setFont(bold);
    heading->setContentsMargins(0, Theme::space(this), 0, 0);
    m_rows->addWidget(heading);
}

void ChatSection::addSpelling(SpellChecker &spelling)
{
    addHeading(tr("Spelling"));
    auto *language = new QComboBox(this);
    language->setObjectName(u"spellLanguage"_s);
    language->setAccessibleName(tr("Language of the spelling"));
    language->addItem(tr("As the program's language"), QString());
    language->addItem(tr("Off"), QString(SpellChecker::off));
    for (const SpellDictionary &dictionary : spelling.dictionaries())
        language->addItem(SpellDictionaries::title(dictionary.name), dictionary.name);
    language->setCurrentIndex(qMax(0, language->findData(m_settings.text(Settings::Key::SpellLanguage))));
    auto *state = new PlainLabel(spelling.state(), this);
    state->setObjectName(u"spellState"_s);
    state->setWordWrap(true);
    connect(language, &QComboBox::activated, this,
            [this, language] { m_settings.set(Settings::Key::SpellLanguage, language->currentData()); });
    connect(&spelling, &SpellChecker::changed, state, [state, &spelling] { state->setText(spelling.state()); });
    auto *row = new QHBoxLayout;
    row->addWidget(language);
    row->addStretch();
    m_rows->addLayout(row);
    m_rows->addWidget(state);
}

void ChatSection::addGuard(ProfileStore &profiles, const Workspace &workspace)
{
    addHeading(tr("When a message seems to hold\u2026"));
    m_rows->addWidget(new GuardForm(m_settings, profiles, workspace, this));
}

} // namespace desk
