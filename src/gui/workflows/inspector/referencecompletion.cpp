#include "gui/workflows/inspector/referencecompletion.h"

#include "gui/theme.h"
#include "gui/workflows/inspector/referencesource.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScreen>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTextBlock>
#include <QTreeView>

namespace desk {

using namespace Qt::StringLiterals;

ReferenceCompletion::ReferenceCompletion(const ReferenceSource &source, QPlainTextEdit *field)
    : QObject(field)
    , m_source(source)
    , m_field(field)
    , m_model(new QStandardItemModel(0, 2, this))
    , m_completer(new QCompleter(m_model, this))
{
    auto *list = new QTreeView;
    list->setObjectName(u"referenceOffers"_s);
    list->setAccessibleName(tr("References"));
    list->setRootIsDecorated(false);
    list->setHeaderHidden(true);
    list->setUniformRowHeights(true);
    list->setAllColumnsShowFocus(true);
    list->setTextElideMode(Qt::ElideRight);
    m_completer->setPopup(list); // belongs to the completer
    m_completer->setWidget(field);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(8);
    list->header()->setStretchLastSection(true);
    field->installEventFilter(this);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &ReferenceCompletion::take);
    connect(field, &QPlainTextEdit::textChanged, this, [this] { offer(false); });
}

QAbstractItemView *ReferenceCompletion::popup() const
{
    return m_completer->popup();
}

QString ReferenceCompletion::written() const
{
    static const QRegularExpression pattern(u"\\$\\.(?:[A-Za-z0-9_]+\\.)*[A-Za-z0-9_]*\\z"_s);
    const QTextCursor cursor = m_field->textCursor();
    return pattern.match(cursor.block().text().first(cursor.positionInBlock())).captured();
}

void ReferenceCompletion::offer(bool isAsked)
{
    if (m_isTaking || (!m_field->hasFocus() && !isAsked) || m_field->isReadOnly())
        return;
    QString reference = written();
    if (isAsked && reference.isEmpty()) {
        m_field->insertPlainText(u"$."_s); // comes back here
        return;
    }
    const QList<ReferenceOffer> offers = reference.isEmpty() ? QList<ReferenceOffer>() : m_source.offers(reference);
    if (offers.isEmpty() || (offers.size() == 1 && offers.constFirst().text == reference)) {
        popup()->hide();
        return;
    }
    m_model->removeRows(0, m_model->rowCount());
    for (const ReferenceOffer &one : offers) {
        auto *text = new QStandardItem(one.text);
        auto *preview = new QStandardItem(one.preview);
        preview->setForeground(Theme::subtleText(m_field->palette()));
        text->setData(one.preview, Qt::AccessibleDescriptionRole);
        m_model->appendRow({text, preview});
    }
    place();
}

void ReferenceCompletion::place()
{
    auto *list = qobject_cast<QTreeView *>(popup());
    list->setLayoutDirection(m_field->window()->layoutDirection());
    m_completer->setCompletionPrefix({});
    list->resizeColumnToContents(0);
    const int most = m_field->fontMetrics().averageCharWidth() * 60;
    const int first = qMin(list->columnWidth(0) + Theme::space(m_field), most / 2);
    list->setColumnWidth(0, first);
    QRect rect = m_field->cursorRect();
    const int margin = list->verticalScrollBar()->sizeHint().width() + Theme::space(m_field, 2);
    rect.setWidth(qMin(first + widestPreview() + margin, most));
    if (m_field->isRightToLeft())
        rect.moveRight(m_field->cursorRect().right());
    rect.translate(m_field->viewport()->pos());
    m_completer->complete(rect);
    list->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void ReferenceCompletion::take(const QString &reference)
{
    m_isTaking = true;
    QTextCursor cursor = m_field->textCursor();
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, static_cast<int>(written().size()));
    cursor.insertText(reference);
    m_field->setTextCursor(cursor);
    m_isTaking = false;
    popup()->hide();
}

int ReferenceCompletion::widestPreview() const
{
    int out = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        out = qMax(out, m_field->fontMetrics().horizontalAdvance(m_model->item(row, 1)->text()));
    return out;
}

// The list stands above the field, which keeps the focus: keys that take an offer reach the completer first, the rest come here.
bool ReferenceCompletion::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (popup()->isVisible() && (key->key() == Qt::Key_Tab || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
        take(popup()->currentIndex().siblingAtColumn(0).data().toString());
        return true;
    }
    if (key->key() == Qt::Key_Space && key->modifiers() == Qt::ControlModifier) {
        offer(true);
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace desk
