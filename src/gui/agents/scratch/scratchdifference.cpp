#include "gui/agents/scratch/scratchdifference.h"

#include "gui/definitions/linediff.h"
#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

ScratchDifference::ScratchDifference(QWidget *parent)
    : QWidget(parent)
    , m_same(new PlainLabel(tr("Both answers are the same, letter by letter."), this))
    , m_mine(new QPlainTextEdit(this))
    , m_saved(new QPlainTextEdit(this))
{
    setObjectName(u"scratchDifference"_s);
    m_same->setObjectName(u"scratchSame"_s);
    m_same->setWordWrap(true);
    m_mine->setObjectName(u"scratchDifferenceMine"_s);
    m_mine->setAccessibleName(tr("What only the answer as written has"));
    m_saved->setObjectName(u"scratchDifferenceSaved"_s);
    m_saved->setAccessibleName(tr("What only the answer as saved has"));
    auto *sides = new QHBoxLayout;
    sides->setSpacing(Theme::space(this));
    for (QPlainTextEdit *side : {m_mine, m_saved}) {
        side->setReadOnly(true);
        side->setTabChangesFocus(true);
        sides->addWidget(side, 1);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_same);
    column->addLayout(sides, 1);
}

void ScratchDifference::compare(const QString &mine, const QString &saved)
{
    const bool isSame = mine == saved;
    const LineDiff diff = isSame ? LineDiff() : lineDiff(saved, mine);
    m_mine->setPlainText(withSigns(diff.after));
    m_saved->setPlainText(withSigns(diff.before));
    m_same->setVisible(isSame);
    m_mine->setVisible(!isSame);
    m_saved->setVisible(!isSame);
}

} // namespace desk
