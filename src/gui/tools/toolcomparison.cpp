#include "gui/tools/toolcomparison.h"

#include "gui/chat/json/jsonpanel.h"
#include "gui/definitions/definitiondiffview.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/tools/plainbuttons.h"
#include "gui/widgets/plainlabel.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

ToolComparison::ToolComparison(const QString &title, const Side &before, const Side &after, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"toolComparison"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(false);
    setWindowTitle(title);
    auto *differences = new DefinitionDiffView(this);
    differences->setSameWords(tr("Input and output are the same."));
    differences->compare({before.name, inWords(before)}, {after.name, inWords(after)});
    auto *sides = new QSplitter(Qt::Horizontal, this);
    sides->setChildrenCollapsible(false);
    sides->addWidget(column(before, sides));
    sides->addWidget(column(after, sides));
    auto *whole = new QSplitter(Qt::Vertical, this);
    whole->setChildrenCollapsible(false);
    whole->addWidget(differences);
    whole->addWidget(sides);
    auto *buttons = new QDialogButtonBox(this);
    auto *close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setObjectName(u"toolComparisonClose"_s);
    close->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *box = new QVBoxLayout(this);
    box->setSpacing(Theme::space(this));
    box->addWidget(whole, 1);
    box->addWidget(buttons);
    resize(Theme::space(this, 124), Theme::space(this, 80));
    const bool isSame = !differences->focusProxy();
    QWidget *first = isSame ? sides->widget(0)->findChild<QLineEdit *>(u"jsonFilter"_s) : static_cast<QWidget *>(differences);
    first->setFocus();
}

QWidget *ToolComparison::column(const Side &side, QWidget *parent)
{
    auto *column = new QWidget(parent);
    auto *name = new PlainLabel(side.name, column);
    name->setWordWrap(true);
    name->setMinimumWidth(Theme::space(this, 8)); // a word without end is cut
    auto *panel = new JsonPanel(inWords(side), column);
    withoutLetters(*panel); // there are two of them
    connect(panel, &JsonPanel::tableRequested, this, &ToolComparison::tableRequested);
    connect(panel, &JsonPanel::saveRequested, this, &ToolComparison::saveRequested);
    auto *box = new QVBoxLayout(column);
    box->setContentsMargins({});
    box->addWidget(name);
    box->addWidget(panel, 1);
    return column;
}

QJsonObject ToolComparison::inWords(const Side &side)
{
    QJsonObject out{{tr("Input", "of a tool"), side.input}};
    if (side.outcome.isEmpty()) {
        out.insert(tr("Outcome", "of a tool"), tr("No result"));
        return out;
    }
    const bool isDone = side.outcome.value("success"_L1).toBool();
    const QString error = side.outcome.value("error"_L1).toString();
    out.insert(tr("Outcome", "of a tool"), isDone ? tr("Done", "a run of a tool") : tr("Failed: %1").arg(error));
    out.insert(tr("Output", "of a tool"), side.outcome.value("output"_L1));
    return out;
}

} // namespace desk
