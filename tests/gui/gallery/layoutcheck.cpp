#include "gui/gallery/layoutcheck.h"

#include "gui/accessibility.h"
#include "gui/chat/transcript/transcriptview.h"
#include "gui/widgets/elidedlabel.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace desk::test {

namespace {

constexpr int slack = 1; // pixels that rounding may take

QString describe(const QWidget &widget)
{
    QStringList path;
    for (const QWidget *w = &widget; w; w = w->parentWidget())
        path.prepend(w->objectName().isEmpty() ? QString::fromLatin1(w->metaObject()->className()) : w->objectName());
    return path.mid(qMax<qsizetype>(0, path.size() - 4)).join(u'/');
}

QString sized(const QSize &size)
{
    return u"%1 x %2"_s.arg(size.width()).arg(size.height());
}

// What Qt puts into its own widgets: the clear button of a line, the line of a combo box, the corner of a table.
bool isPartOfAnother(const QWidget &widget)
{
    const QWidget *parent = widget.parentWidget();
    return qobject_cast<const QLineEdit *>(parent) || qobject_cast<const QComboBox *>(parent) ||
           qobject_cast<const QAbstractSpinBox *>(parent) || qobject_cast<const QAbstractScrollArea *>(parent);
}

// Its content is larger than what is seen of it, and moves.
bool isViewport(const QWidget *widget)
{
    const auto *area = widget ? qobject_cast<const QAbstractScrollArea *>(widget->parentWidget()) : nullptr;
    return area && area->viewport() == widget;
}

bool isText(const QWidget &widget)
{
    return qobject_cast<const QLabel *>(&widget) || qobject_cast<const QAbstractButton *>(&widget) ||
           qobject_cast<const QLineEdit *>(&widget);
}

bool isControl(const QWidget &widget)
{
    return isText(widget) || qobject_cast<const QComboBox *>(&widget) || qobject_cast<const QAbstractSpinBox *>(&widget) ||
           qobject_cast<const QAbstractScrollArea *>(&widget) || qobject_cast<const QProgressBar *>(&widget);
}

// Empty where the words have room; else what they need.
QSize missingRoom(const QLabel &label)
{
    if (label.text().isEmpty() || qobject_cast<const ElidedLabel *>(&label))
        return {};
    const QRect room = label.contentsRect().adjusted(label.margin(), label.margin(), -label.margin(), -label.margin());
    if (!label.wordWrap()) {
        const QSize needed = label.fontMetrics().size(label.buddy() ? Qt::TextShowMnemonic : 0, label.text());
        return needed.width() > room.width() + slack || needed.height() > room.height() + slack ? needed : QSize();
    }
    const int height = label.heightForWidth(label.width());
    const int widest = label.fontMetrics().boundingRect(QRect(0, 0, room.width(), 1'000'000), Qt::TextWordWrap, label.text()).width();
    return height > label.height() + slack || widest > room.width() + slack ? QSize(widest, height) : QSize();
}

QSize missingRoom(const QAbstractButton &button)
{
    const auto *tool = qobject_cast<const QToolButton *>(&button);
    const bool hasSign = !button.icon().isNull() || (tool && tool->arrowType() != Qt::NoArrow);
    if (button.text().isEmpty() || (tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && hasSign))
        return {};
    QSize needed = button.fontMetrics().size(Qt::TextShowMnemonic, button.text());
    const bool isBox = qobject_cast<const QCheckBox *>(&button) || qobject_cast<const QRadioButton *>(&button);
    if (isBox)
        needed.rwidth() +=
            button.style()->pixelMetric(QStyle::PM_IndicatorWidth) + button.style()->pixelMetric(QStyle::PM_CheckBoxLabelSpacing);
    else if (!tool && !qobject_cast<const QPushButton *>(&button))
        needed = button.minimumSizeHint(); // it paints itself, and knows
    else if (hasSign)
        needed.rwidth() += button.iconSize().width();
    return needed.width() > button.width() + slack || needed.height() > button.height() + slack ? needed : QSize();
}

QSize missingRoom(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return missingRoom(*label);
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return missingRoom(*button);
    const int line = widget.fontMetrics().height();
    return line > widget.height() + slack ? QSize(widget.width(), line) : QSize();
}

QStringList cutProblems(const QWidget &widget)
{
    QStringList problems;
    if (const QSize needed = missingRoom(widget); needed.isValid())
        problems += u"cut, %1 in %2: "_s.arg(sized(needed), sized(widget.size())) + describe(widget);
    const QWidget *parent = widget.parentWidget();
    if (parent && !isViewport(parent) && !parent->rect().adjusted(-slack, -slack, slack, slack).contains(widget.geometry()))
        problems += u"sticks out of what holds it: "_s + describe(widget);
    return problems;
}

QStringList overlapProblems(const QList<QWidget *> &controls)
{
    QStringList problems;
    for (qsizetype i = 0; i < controls.size(); ++i) {
        for (qsizetype j = i + 1; j < controls.size(); ++j) {
            const QWidget &one = *controls.at(i);
            const QWidget &other = *controls.at(j);
            if (one.parentWidget() != other.parentWidget() || isViewport(one.parentWidget())) // there things float by design
                continue;
            const QRect both = one.geometry().intersected(other.geometry());
            if (both.width() > slack && both.height() > slack)
                problems += u"lies over another: "_s + describe(one) + u" and "_s + describe(other);
        }
    }
    return problems;
}

// Beside the row nobody sees it.
QStringList rowProblems(TranscriptView &view)
{
    QStringList problems;
    const QAbstractItemModel *rows = view.model();
    const auto *delegate = static_cast<const MessageDelegate *>(view.itemDelegate());
    for (int row = 0; rows && row < rows->rowCount(); ++row) {
        const QModelIndex index = rows->index(row, 0);
        if (!view.visualRect(index).intersects(view.viewport()->rect()))
            continue;
        const MessageItem &item = delegate->item(index, view.viewport()->width());
        for (const MessagePart &part : item.parts()) {
            if (part.rect.left() < 0 || part.rect.right() > item.width())
                problems += u"beside row %1: part %2 \u201C%3\u201D"_s.arg(row).arg(static_cast<int>(part.kind)).arg(part.text);
        }
    }
    return problems;
}

} // namespace

QStringList layoutProblems(const QWidget &window)
{
    QStringList problems;
    QList<QWidget *> controls = window.findChildren<QWidget *>();
    controls.removeIf([&window](const QWidget *w) {
        return !w->isVisibleTo(&window) || w->window() != &window || isPartOfAnother(*w) || !isControl(*w);
    });
    for (const QWidget *widget : std::as_const(controls)) {
        if (isText(*widget))
            problems += cutProblems(*widget);
    }
    problems += overlapProblems(controls);
    const QList<TranscriptView *> transcripts = window.findChildren<TranscriptView *>();
    for (TranscriptView *view : transcripts) {
        if (view->isVisibleTo(&window))
            problems += rowProblems(*view);
    }
    return problems;
}

QString lookProblems(const QWidget &window)
{
    return (namingProblems(window) + layoutProblems(window)).join(u'\n');
}

} // namespace desk::test
