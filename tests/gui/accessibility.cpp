#include "gui/accessibility.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QLineEdit>
#include <QMenuBar>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk::test {

namespace {

QString describe(const QWidget &widget)
{
    QStringList path;
    for (const QWidget *w = &widget; w; w = w->parentWidget())
        path.prepend(w->objectName().isEmpty() ? QString::fromLatin1(w->metaObject()->className()) : w->objectName());
    return path.mid(qMax<qsizetype>(0, path.size() - 4)).join(u'/');
}

// The parts Qt makes its own widgets of: the clear button of a line edit, the line edit of a combo box.
bool isPartOfAnother(const QWidget &widget)
{
    const QWidget *parent = widget.parentWidget();
    return qobject_cast<const QLineEdit *>(parent) || qobject_cast<const QComboBox *>(parent);
}

QList<QWidget *> visibleWidgets(const QWidget &window)
{
    QList<QWidget *> result = window.findChildren<QWidget *>();
    result.removeIf([&window](const QWidget *w) { return !w->isVisibleTo(&window) || w->window() != &window || isPartOfAnother(*w); });
    return result;
}

bool isFocusable(const QWidget &widget)
{
    return widget.isEnabled() && widget.focusPolicy() != Qt::NoFocus && !widget.focusProxy() && !qobject_cast<const QMenuBar *>(&widget);
}

QString accessibleName(QWidget &widget)
{
    const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&widget);
    return interface ? interface->text(QAccessible::Name).trimmed() : QString();
}

// Arrow keys move within an exclusive group; Tab stops only at the chosen member.
bool isReachedByArrows(const QWidget &widget, const QSet<QWidget *> &visited)
{
    const auto *button = qobject_cast<const QAbstractButton *>(&widget);
    if (!button)
        return false;
    if (button->group() && button->group()->exclusive()) {
        const QList<QAbstractButton *> buttons = button->group()->buttons();
        return std::any_of(buttons.cbegin(), buttons.cend(), [&visited](QAbstractButton *b) { return visited.contains(b); });
    }
    if (!button->autoExclusive())
        return false;
    const QList<QAbstractButton *> siblings = button->parentWidget()->findChildren<QAbstractButton *>(Qt::FindDirectChildrenOnly);
    return std::any_of(siblings.cbegin(), siblings.cend(),
                       [&visited](QAbstractButton *b) { return b->autoExclusive() && visited.contains(b); });
}

} // namespace

QStringList namingProblems(const QWidget &window)
{
    QStringList problems;
    const QList<QWidget *> widgets = visibleWidgets(window);
    for (QWidget *widget : widgets) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        if (isFocusable(*widget) && accessibleName(*widget).isEmpty())
            problems += u"no accessible name: "_s + describe(*widget);
        if (button && button->text().isEmpty() && (accessibleName(*widget).isEmpty() || button->toolTip().isEmpty()))
            problems += u"icon-only button without name and tooltip: "_s + describe(*widget);
    }
    return problems;
}

QStringList tabbingProblems(QWidget &window)
{
    QList<QWidget *> expected = visibleWidgets(window);
    expected.removeIf([](const QWidget *w) { return !isFocusable(*w); });
    QSet<QWidget *> visited;
    if (expected.isEmpty())
        return {u"nothing can be focused"_s};
    const QWidget *before = QApplication::focusWidget();
    if (!before || before->window() != &window)
        expected.constFirst()->setFocus(Qt::TabFocusReason);
    for (qsizetype i = 0; i < expected.size() * 2 + 4; ++i) {
        QWidget *focus = QApplication::focusWidget();
        if (!focus)
            return {u"the focus got lost"_s};
        visited.insert(focus);
        QTest::keyClick(focus, Qt::Key_Tab);
    }
    QStringList problems;
    for (QWidget *widget : std::as_const(expected)) {
        if (!visited.contains(widget) && !isReachedByArrows(*widget, visited))
            problems += u"not reached by Tab: "_s + describe(*widget);
    }
    return problems;
}

} // namespace desk::test
