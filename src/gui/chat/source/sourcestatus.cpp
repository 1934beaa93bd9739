#include "gui/chat/source/sourcestatus.h"

#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

SourceStatus::SourceStatus(QWidget *parent)
    : QWidget(parent)
    , m_text(new PlainLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_retry(new QPushButton(tr("Retry"), this))
{
    setObjectName(u"sourceStatus"_s);
    m_text->setObjectName(u"sourceStatusText"_s);
    m_text->setWordWrap(true);
    m_bar->setObjectName(u"sourceProgress"_s);
    m_bar->setAccessibleName(tr("Progress of the document"));
    m_bar->setTextVisible(false);
    m_cancel->setObjectName(u"sourceCancel"_s);
    m_cancel->setAccessibleName(tr("Cancel fetching the document"));
    m_retry->setObjectName(u"sourceRetry"_s);
    m_retry->setAccessibleName(tr("Retry fetching the document"));
    connect(m_cancel, &QPushButton::clicked, this, &SourceStatus::cancelRequested);
    connect(m_retry, &QPushButton::clicked, this, &SourceStatus::retryRequested);
    auto *row = new QHBoxLayout;
    row->addWidget(m_bar, 1);
    row->addWidget(m_cancel);
    row->addWidget(m_retry);
    row->addStretch();
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(Theme::space(this) / 2);
    box->addWidget(m_text);
    box->addLayout(row);
    clear();
}

void SourceStatus::showProgress(qint64 received, qint64 total)
{
    const QString come = locale().formattedDataSize(received);
    if (received <= 0)
        say(tr("Fetching the document\u2026"));
    else if (total > 0)
        say(tr("Fetching the document: %1 of %2").arg(come, locale().formattedDataSize(total)));
    else
        say(tr("Fetching the document: %1").arg(come));
    m_bar->setRange(0, total > 0 ? 1000 : 0);
    if (total > 0)
        m_bar->setValue(static_cast<int>(received * 1000 / total));
    m_bar->show();
    m_cancel->show();
    giveFocusAway(m_retry);
    m_retry->hide();
    show();
}

void SourceStatus::showError(const QString &text, bool canRetry)
{
    const bool isNew = isHidden() || m_text->text() != text;
    say(text);
    m_bar->hide();
    m_retry->setVisible(canRetry);
    giveFocusAway(m_cancel);
    m_cancel->hide();
    show();
    if (isNew) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void SourceStatus::clear()
{
    giveFocusAway(m_cancel);
    giveFocusAway(m_retry);
    hide();
}

void SourceStatus::say(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
}

// To the other button where that is shown, else into the panel: a hidden one would send it anywhere.
void SourceStatus::giveFocusAway(QWidget *from)
{
    if (!from->hasFocus())
        return;
    QWidget *other = from == m_cancel ? m_retry : m_cancel;
    if (!other->isHidden())
        other->setFocus(Qt::OtherFocusReason);
    else if (parentWidget() != nullptr)
        parentWidget()->setFocus(Qt::OtherFocusReason);
}

} // namespace desk
