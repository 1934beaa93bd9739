#include "gui/definitions/definitiondiffview.h"

#include "gui/definitions/definitiondiffmodel.h"
#include "gui/definitions/definitiondifftable.h"
#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

DefinitionDiffView::DefinitionDiffView(QWidget *parent)
    : QWidget(parent)
    , m_model(new DefinitionDiffModel(this))
    , m_table(new DefinitionDiffTable(this))
    , m_summary(new PlainLabel(this))
    , m_same(tr("These two versions are the same."))
{
    setObjectName(u"definitionDiff"_s);
    m_summary->setObjectName(u"definitionDiffSummary"_s);
    m_summary->setWordWrap(true);
    m_table->setModel(m_model);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::space(this));
    column->addWidget(m_summary);
    column->addWidget(m_table, 1);
    column->addStretch(0);
    say({});
}

void DefinitionDiffView::setSameWords(const QString &words)
{
    m_same = words;
}

void DefinitionDiffView::compare(const Side &before, const Side &after)
{
    const QList<DiffRow> rows = DefinitionDiff::rows(before.json, after.json);
    if (rows.isEmpty()) {
        say(m_same);
        return;
    }
    m_model->setRows(rows, before.name, after.name);
    const bool isCut = rows.constLast().before.isEmpty() && rows.constLast().after.isEmpty();
    m_summary->setText(isCut ? tr("More than %n differences", nullptr, static_cast<int>(rows.size() - 1))
                             : tr("%n differences", nullptr, static_cast<int>(rows.size())));
    m_table->show();
    setFocusProxy(m_table);
    m_table->fit();
    m_table->setCurrentIndex(m_model->index(0, 0)); // where the keys begin
    m_table->clearSelection();
}

void DefinitionDiffView::say(const QString &words)
{
    m_model->setRows({}, {}, {});
    m_summary->setText(words);
    setFocusProxy(nullptr); // Tab would not get past a hidden one
    m_table->hide();
}

} // namespace desk
