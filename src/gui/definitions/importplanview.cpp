#include "gui/definitions/importplanview.h"

#include "gui/definitions/definitiondiffview.h"
#include "gui/definitions/definitionwords.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/remarklabel.h"
#include "state/definitions/exchange/definitionimport.h"
#include "state/definitions/exchange/definitionshape.h"

#include <QHeaderView>
#include <QScrollArea>
#include <QSplitter>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

enum Column { NameColumn, StateColumn, FileColumn };
constexpr qsizetype longestLine = 120;
constexpr qsizetype mostRemarks = 12;

QString lineOf(const QStringList &names)
{
    return displayLine(names.join(u", "_s), 400);
}

} // namespace

ImportPlanView::ImportPlanView(DefinitionImport &import, QWidget *parent)
    : QWidget(parent)
    , m_import(import)
    , m_model(new QStandardItemModel(this))
    , m_list(new QTreeView(this))
    , m_diff(new DefinitionDiffView(this))
    , m_remarks(new RemarkLabel(RemarkLabel::Tone::Hint, u"importRemarks"_s, this))
{
    build();
    connect(&import, &DefinitionImport::planned, this, &ImportPlanView::fill);
    connect(&import, &DefinitionImport::progressed, this, &ImportPlanView::updateRow);
    connect(m_model, &QStandardItemModel::itemChanged, this, [this] {
        if (!m_isFilling)
            Q_EMIT chosenChanged();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ImportPlanView::showCurrent);
}

void ImportPlanView::build()
{
    m_list->setObjectName(u"importPlan"_s);
    m_list->setAccessibleName(tr("What would be imported"));
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setTabKeyNavigation(false);
    m_remarks->setWordWrap(true);
    auto *below = new QWidget(this);
    auto *column = new QVBoxLayout(below);
    column->setContentsMargins({});
    column->setSpacing(Theme::space(this));
    column->addWidget(m_remarks);
    column->addWidget(m_diff, 1);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_list);
    splitter->addWidget(below);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({1000, 1000}); // halves, whatever each of them asks for
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    whole->addWidget(splitter);
}

void ImportPlanView::fill()
{
    m_isFilling = true;
    bool hasFiles = false;
    m_model->clear();
    m_model->setHorizontalHeaderLabels({DefinitionWords::one(m_import.kind()), tr("What happens"), tr("File")});
    for (qsizetype i = 0; i < m_import.items().size(); ++i) {
        const ImportItem &item = m_import.items().at(i);
        hasFiles = hasFiles || !item.file.isEmpty();
        auto *name = new QStandardItem(displayLine(item.name, longestLine));
        name->setCheckable(item.canApply());
        if (item.canApply())
            name->setCheckState(Qt::Checked);
        m_model->appendRow({name, new QStandardItem(stateOf(item)), new QStandardItem(displayLine(item.file, longestLine))});
    }
    m_isFilling = false;
    m_list->setColumnHidden(FileColumn, !hasFiles); // what comes from another profile has none
    m_list->setColumnWidth(NameColumn, Theme::space(this, 36));
    m_list->setColumnWidth(StateColumn, Theme::space(this, 48));
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0, 0));
    showCurrent();
    Q_EMIT chosenChanged();
}

void ImportPlanView::updateRow(int item)
{
    m_isFilling = true;
    if (QStandardItem *state = m_model->item(item, StateColumn))
        state->setText(outcomeOf(item));
    m_isFilling = false;
    if (m_list->currentIndex().row() == item)
        showCurrent();
}

QList<int> ImportPlanView::chosen() const
{
    QList<int> out;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QStandardItem *name = m_model->item(row, NameColumn);
        if (name->isCheckable() && name->checkState() == Qt::Checked)
            out.append(row);
    }
    return out;
}

void ImportPlanView::focusList()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

QString ImportPlanView::stateOf(const ImportItem &item)
{
    switch (item.state) {
    case ImportItem::State::New:
        return tr("New");
    case ImportItem::State::Same:
        return tr("The same already");
    case ImportItem::State::Changed:
        return tr("Changed");
    case ImportItem::State::Taken:
        return tr("The name is taken");
    case ImportItem::State::Invalid:
        break;
    }
    return tr("Cannot be imported");
}

QString ImportPlanView::outcomeOf(int item) const
{
    const DefinitionImport::Report &report = m_import.report(item);
    QString words;
    switch (report.outcome) {
    case DefinitionImport::Outcome::None:
        return stateOf(m_import.items().at(item));
    case DefinitionImport::Outcome::Created:
        words = tr("Created");
        break;
    case DefinitionImport::Outcome::Changed:
        words = tr("Saved");
        break;
    case DefinitionImport::Outcome::Refused:
        words = tr("Refused");
        break;
    case DefinitionImport::Outcome::Unknown:
        words = tr("The answer was lost: it may have happened");
        break;
    case DefinitionImport::Outcome::NotReached:
        words = tr("Not reached");
        break;
    case DefinitionImport::Outcome::TakenBack:
        words = tr("Taken back");
        break;
    case DefinitionImport::Outcome::Stays:
        words = tr("Not taken back");
        break;
    }
    return report.text.isEmpty() ? words : tr("%1: %2", "what happened: why").arg(words, displayLine(report.text, longestLine));
}

QString ImportPlanView::remarksOf(const ImportItem &item)
{
    QStringList lines;
    if (!item.missingAgents.isEmpty())
        lines.append(tr("Agents that this server does not have: %1").arg(lineOf(item.missingAgents)));
    if (!item.missingTools.isEmpty())
        lines.append(tr("Tools that this server does not have: %1").arg(lineOf(item.missingTools)));
    if (!item.missingModel.isEmpty())
        lines.append(tr("Language model that this server does not list: %1").arg(displayLine(item.missingModel)));
    if (!item.placeholders.isEmpty())
        lines.append(tr("Secrets to be entered anew afterwards: %1").arg(lineOf(item.placeholders)));
    if (!item.notSent.isEmpty())
        lines.append(tr("Not sent, because no server takes it: %1").arg(lineOf(item.notSent)));
    for (const QString &advice : item.advice)
        lines.append(displayLine(advice, 400));
    if (lines.size() > mostRemarks) {
        const auto more = static_cast<int>(lines.size() - mostRemarks);
        lines = lines.first(mostRemarks);
        lines.append(tr("%n more", nullptr, more));
    }
    return lines.join(u'\n');
}

void ImportPlanView::showCurrent()
{
    const int row = m_list->currentIndex().row();
    if (row < 0 || row >= m_import.items().size()) {
        m_remarks->say({});
        m_diff->say(tr("Nothing is chosen."));
        return;
    }
    const ImportItem &item = m_import.items().at(row);
    const QString outcome = m_import.report(row).text;
    m_remarks->say(outcome.isEmpty() ? remarksOf(item) : displayText(outcome, TextUse::Prose));
    if (!item.reasons.isEmpty())
        m_diff->say(displayText(item.reasons.join(u'\n'), TextUse::Prose));
    else if (item.state == ImportItem::State::New)
        m_diff->compare({tr("Not there"), {}}, {tr("New"), definitionShape(m_import.kind()).creation(item.definition)});
    else
        m_diff->compare({tr("on the server"), item.before}, {tr("as it would be"), item.definition});
}

} // namespace desk
