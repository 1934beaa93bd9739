#include "gui/tools/toolcasespane.h"

#include "gui/dialogs.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/isolatingdelegate.h"
#include "gui/widgets/plainlabel.h"
#include "state/tools/toolcases.h"
#include "wire/json/jsondiff.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

ToolCasesPane::ToolCasesPane(ToolCases &cases, Dialogs &dialogs, QWidget *parent)
    : QWidget(parent)
    , m_cases(cases)
    , m_dialogs(dialogs)
    , m_list(new QListWidget(this))
    , m_run(addButton(u"toolCaseRun"_s, tr("Run the test")))
    , m_differences(addButton(u"toolCaseDifferences"_s, tr("What is different\u2026")))
    , m_expect(addButton(u"toolCaseExpect"_s, tr("Expect this from now on")))
    , m_rename(addButton(u"toolCaseRename"_s, tr("Rename\u2026")))
    , m_remove(addButton(u"toolCaseRemove"_s, tr("Remove\u2026")))
    , m_state(new PlainLabel(this))
    , m_naming(new QWidget(this))
    , m_name(new QLineEdit(m_naming))
    , m_keep(new QPushButton(tr("Keep"), m_naming))
{
    setObjectName(u"toolCases"_s);
    build();
    connect(&m_cases, &ToolCases::changed, this, &ToolCasesPane::update);
    connect(m_list, &QListWidget::itemActivated, this, &ToolCasesPane::run);
    connect(m_list, &QListWidget::currentRowChanged, this, &ToolCasesPane::updateButtons);
    connect(m_run, &QPushButton::clicked, this, &ToolCasesPane::run);
    connect(m_differences, &QPushButton::clicked, this, &ToolCasesPane::showDifferences);
    connect(m_expect, &QPushButton::clicked, this, &ToolCasesPane::expectThis);
    connect(m_rename, &QPushButton::clicked, this, &ToolCasesPane::startRenaming);
    connect(m_remove, &QPushButton::clicked, this, &ToolCasesPane::remove);
    const auto onList = [this](Qt::Key key) { return new QShortcut(key, m_list, nullptr, nullptr, Qt::WidgetShortcut); };
    connect(onList(Qt::Key_F2), &QShortcut::activated, m_rename, &QPushButton::click);
    connect(onList(Qt::Key_Delete), &QShortcut::activated, m_remove, &QPushButton::click);
    update();
}

void ToolCasesPane::build()
{
    m_list->setObjectName(u"toolCaseList"_s);
    m_list->setAccessibleName(tr("Test cases"));
    m_list->setToolTip(tr("Enter runs the test case for real"));
    m_list->setItemDelegate(new IsolatingDelegate(m_list));
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumHeight(Theme::space(this, 8));
    m_state->setObjectName(u"toolCaseState"_s);
    m_state->setWordWrap(true);
    m_state->hide();
    auto *buttons = new QWidget(this);
    auto *flow = new FlowLayout(buttons);
    flow->setContentsMargins({});
    flow->setSpacing(Theme::space(this));
    for (QPushButton *button : {m_run, m_differences, m_expect, m_rename, m_remove})
        flow->addWidget(button);
    buildNaming();
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins({});
    box->addWidget(new PlainLabel(tr("Test cases"), this));
    box->addWidget(m_list, 1);
    box->addWidget(buttons);
    box->addWidget(m_naming);
    box->addWidget(m_state);
}

void ToolCasesPane::buildNaming()
{
    auto *label = new PlainLabel(tr("Name of the test case"), m_naming);
    label->setBuddy(m_name);
    m_name->setObjectName(u"toolCaseName"_s);
    m_name->setAccessibleName(label->text());
    m_name->setMaxLength(ToolCase::maxName);
    m_keep->setObjectName(u"toolCaseKeep"_s);
    m_keep->setAutoDefault(false);
    auto *row = new QHBoxLayout(m_naming);
    row->setContentsMargins({});
    row->addWidget(label);
    row->addWidget(m_name, 1);
    row->addWidget(m_keep);
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString &text) { m_keep->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_name, &QLineEdit::returnPressed, m_keep, &QPushButton::click);
    connect(m_keep, &QPushButton::clicked, this, [this] { endNaming(true); });
    m_keep->setEnabled(false);
    m_naming->hide();
}

QPushButton *ToolCasesPane::addButton(const QString &name, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

void ToolCasesPane::setTool(const QString &name)
{
    if (name == m_tool)
        return;
    endNaming(false);
    m_state->clear();
    m_state->hide();
    m_tool = name;
    update();
}

void ToolCasesPane::forget()
{
    m_waiting.clear();
    m_checks.clear();
    setTool({});
}

QString ToolCasesPane::current() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item == nullptr ? QString() : item->data(Qt::UserRole).toString();
}

QString ToolCasesPane::lineOf(const ToolCase &one) const
{
    const QString name = displayLine(one.name, ToolCase::maxName);
    const auto check = m_checks.constFind(one.id);
    if (check == m_checks.constEnd())
        return name;
    switch (check->verdict) {
    case Verdict::Waiting:
        return tr("%1: not ended yet", "a test case").arg(name);
    case Verdict::NotRun:
        return tr("%1: no result", "a test case").arg(name);
    case Verdict::Same:
        return tr("%1: as expected", "a test case").arg(name);
    case Verdict::Different:
        break;
    }
    return tr("%1: different from what is expected", "a test case").arg(name);
}

void ToolCasesPane::update()
{
    const QString chosen = current();
    const int row = m_list->currentRow();
    const QList<ToolCase> cases = m_cases.casesOf(m_tool);
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const ToolCase &one : cases) {
            auto *item = new QListWidgetItem(lineOf(one), m_list);
            item->setData(Qt::UserRole, one.id);
        }
        m_list->setCurrentRow(qMin(qMax(row, 0), m_list->count() - 1));
        choose(chosen);
    }
    updateButtons();
    setVisible(!cases.isEmpty() || !m_naming->isHidden() || !m_state->isHidden());
}

void ToolCasesPane::choose(const QString &id)
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toString() == id)
            m_list->setCurrentRow(row);
    }
}

void ToolCasesPane::updateButtons()
{
    const QString id = current();
    const bool isDifferent = m_checks.contains(id) && m_checks.value(id).verdict == Verdict::Different;
    const bool hadFocus = (m_differences->hasFocus() || m_expect->hasFocus()) && !isDifferent;
    if (hadFocus)
        m_list->setFocus(); // a disabled button would hand it on to anything
    m_differences->setEnabled(isDifferent);
    m_expect->setEnabled(isDifferent);
    for (QPushButton *button : {m_run, m_rename, m_remove})
        button->setEnabled(!id.isEmpty());
}

void ToolCasesPane::run()
{
    const ToolCase *one = m_cases.find(current());
    if (one == nullptr)
        return;
    const QJsonObject input = one->input;
    const bool isComplete = one->secrets.isEmpty();
    m_before = m_waiting.value(m_tool);
    m_waiting.insert(m_tool, one->id);
    m_checks.insert(one->id, {});
    if (!isComplete) {
        QStringList names;
        for (const QString &name : one->secrets)
            names.append(displayLine(u"${%1}"_s.arg(name), 80));
        tell(tr("Not kept, to be entered in the form and run there: %1", "names of secrets").arg(QLocale().createSeparatedList(names)));
    } else {
        tell(tr("“%1” is being run.", "a test case").arg(displayLine(one->name, 80)));
    }
    update();
    Q_EMIT runRequested(input, isComplete);
}

void ToolCasesPane::noteNotStarted()
{
    const QString id = m_waiting.take(m_tool);
    if (!m_before.isEmpty()) // it may still run
        m_waiting.insert(m_tool, m_before);
    if (id != m_before)
        m_checks.remove(id);
    tell(tr("The test was not started: the tool is running or cannot be run, or its form no longer takes this input."));
    update();
}

void ToolCasesPane::takeRun(const QString &tool, const QJsonObject &input, const std::optional<ToolTestResult> &result)
{
    const QString id = m_waiting.take(tool);
    const ToolCase *one = m_cases.find(id);
    if (one == nullptr)
        return;
    if (!isInputOf(*one, input)) { // something else was run
        m_checks.remove(id);
        update();
        return;
    }
    Check check{Verdict::NotRun, one->input, {}};
    if (result) {
        check.outcome = comparable(*result);
        const bool isSame = wire::jsonDiff(one->expected, check.outcome).isEmpty();
        check.verdict = isSame ? Verdict::Same : Verdict::Different;
    }
    m_checks.insert(id, check);
    if (tool == m_tool)
        tell(lineOf(*one));
    update();
}

void ToolCasesPane::showDifferences()
{
    const ToolCase *one = m_cases.find(current());
    if (one == nullptr || !m_checks.contains(one->id))
        return;
    const Check check = m_checks.value(one->id);
    const QString title = tr("%1: what is different", "a test case").arg(displayLine(one->name, 80));
    auto *shown = new ToolComparison(title, {tr("Expected"), one->input, one->expected}, {tr("Came"), check.input, check.outcome}, this);
    Q_EMIT compared(shown);
    shown->show();
}

void ToolCasesPane::expectThis()
{
    const QString id = current();
    if (!m_checks.contains(id))
        return;
    Check &check = m_checks[id];
    check.verdict = Verdict::Same;
    tell(tr("From now on this is expected."));
    m_cases.expect(id, check.outcome);
    update();
}

void ToolCasesPane::propose(const QJsonObject &input, const ToolTestResult &result)
{
    const ToolCase made = caseOf(m_tool, input, result);
    if (made.tool.isEmpty()) {
        tell(tr("This run is too long to be kept as a test case."));
        return;
    }
    if (!m_cases.hasRoom(m_tool)) {
        tell(tr("There are as many test cases of this tool as can be kept."));
        return;
    }
    const auto begin = [self = QPointer(this), made] {
        if (!self || self->m_tool != made.tool)
            return;
        self->m_proposed = made;
        self->startNaming(displayLine(QString::fromUtf8(QJsonDocument(made.input).toJson(QJsonDocument::Compact)), 60));
    };
    if (made.secrets.isEmpty() && made.expected == outcomeOf(result)) {
        begin();
        return;
    }
    const QString text = made.secrets.isEmpty()
                             ? tr("Something in the output looks like a secret. It is left out of the test case.")
                             : tr("%n value(s) of the input look like a secret. They are left out of the test case and have to be entered "
                                  "each time it is run.",
                                  nullptr, static_cast<int>(made.secrets.size()));
    m_dialogs.confirm(window(), tr("Keep it without what looks secret?"), text, tr("Keep without"), begin);
}

void ToolCasesPane::startRenaming()
{
    const ToolCase *one = m_cases.find(current());
    if (one == nullptr)
        return;
    m_proposed = {};
    m_renamed = one->id;
    startNaming(one->name);
}

void ToolCasesPane::startNaming(const QString &name)
{
    m_naming->show();
    show();
    m_name->setText(name);
    m_name->selectAll();
    m_name->setFocus();
}

void ToolCasesPane::endNaming(bool keep)
{
    if (m_naming->isHidden())
        return;
    const bool hadFocus = m_naming->isAncestorOf(window()->focusWidget());
    const ToolCase made = std::exchange(m_proposed, {});
    const QString renamed = std::exchange(m_renamed, {});
    const QString name = m_name->text();
    m_naming->hide();
    if (keep && !made.tool.isEmpty()) {
        const QString id = m_cases.add(made, name);
        choose(id);
        tell(id.isEmpty() ? tr("It was not kept.") : tr("Kept as a test case."));
    } else if (keep) {
        m_cases.rename(renamed, name);
    }
    update();
    if (!hadFocus)
        return;
    if (m_list->count() > 0)
        m_list->setFocus();
    else
        Q_EMIT closed();
}

void ToolCasesPane::remove()
{
    const ToolCase *one = m_cases.find(current());
    if (one == nullptr)
        return;
    m_dialogs.confirm(window(), tr("Remove this test case?"), displayLine(one->name, 120), tr("Remove"),
                      [self = QPointer(this), id = one->id] {
                          if (self)
                              self->m_cases.remove(id);
                      });
}

void ToolCasesPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_naming->isHidden()) {
        endNaming(false);
        return;
    }
    QWidget::keyPressEvent(event);
}

void ToolCasesPane::tell(const QString &words)
{
    m_state->setText(words);
    m_state->show();
    show();
    QAccessibleEvent event(m_state, QAccessible::Alert); // what screen readers speak; Qt 6.4 has no announcement
    QAccessible::updateAccessibility(&event);
}

} // namespace desk
