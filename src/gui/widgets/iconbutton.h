#pragma once

class QString;
class QToolButton;
class QWidget;

namespace desk {

// A flat button that shows only an icon of the theme: `text` is its tooltip and its name for assistive technology. Tab reaches it; a click
// leaves the focus where it was. Owned by `parent`.
[[nodiscard]] QToolButton *iconButton(QWidget *parent, const QString &objectName, const QString &icon, const QString &text);

} // namespace desk
