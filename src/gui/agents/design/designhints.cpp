#include "gui/agents/design/designhints.h"

#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace desk {

using namespace Qt::StringLiterals;

DesignHints::DesignHints(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_none(new PlainLabel(tr("The rules have nothing to suggest."), this))
{
    setObjectName(u"designHints"_s);
    m_none->setObjectName(u"designNoHints"_s);
    m_none->setWordWrap(true);
    m_column->setContentsMargins({});
    m_column->setSpacing(Theme::space(this, 0.5));
    m_column->addWidget(m_none);
}

void DesignHints::setHints(const QList<DesignHint> &hints)
{
    QStringList now;
    for (const DesignHint &hint : hints)
        now.append(hint.key + u'\n' + hint.text);
    m_none->setVisible(hints.isEmpty());
    if (now == std::exchange(m_drawn, now))
        return;
    const bool hadFocus = focusWidget() && focusWidget()->hasFocus();
    for (QWidget *row : std::exchange(m_rows, {})) { // later: one of their buttons may be what was pressed
        row->hide();
        for (QPushButton *button : row->findChildren<QPushButton *>())
            button->setObjectName({});
        m_column->removeWidget(row);
        row->deleteLater();
    }
    for (const DesignHint &hint : hints)
        addRow(hint);
    for (const QWidget *row : std::as_const(m_rows)) {
        if (auto *apply = hadFocus ? row->findChild<QPushButton *>() : nullptr)
            return apply->setFocus(Qt::OtherFocusReason);
    }
}

void DesignHints::addRow(const DesignHint &hint)
{
    auto *row = new QWidget(this);
    const QString words = displayLine(hint.text, 500);
    auto *text = new PlainLabel(words, row);
    text->setWordWrap(true);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins({});
    line->setSpacing(Theme::space(this));
    line->addWidget(text, 1);
    if (hint.applied) {
        auto *apply = new QPushButton(tr("Apply"), row);
        apply->setObjectName(u"designApply-"_s + hint.key);
        apply->setAccessibleName(tr("Apply: %1", "a suggestion").arg(words));
        connect(apply, &QPushButton::clicked, this, [this, key = hint.key] { Q_EMIT applied(key); });
        line->addWidget(apply, 0, Qt::AlignTop);
    }
    m_column->addWidget(row);
    m_rows.append(row);
    row->setVisible(true);
}

} // namespace desk
