#pragma once

#include <QObject>

class QWidget;

namespace desk {

class Dialogs;

// The only way from a link in foreign text to the desktop: shows where it leads, asks, then opens exactly what was shown (REND-06, 07).
class LinkOpener : public QObject
{
    Q_OBJECT
public:
    LinkOpener(Dialogs &dialogs, QWidget *window);

    void open(const QString &href, const QString &label); // nothing for links the rule does not allow

private:
    Dialogs &m_dialogs;
    QWidget *m_window;
};

} // namespace desk
