#pragma once

#include "gui/services.h"

#include <QWidget>

class QListWidget;
class QStackedWidget;

namespace desk {

// The settings, as a page and not a dialog: sections at the start, the chosen one beside them.
class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    enum class Section { Profile, Model, Secrets, Network, Appearance, Chat, Desktop, Data, About };

    explicit SettingsPage(const Services &services, QWidget *parent = nullptr);

    void showSection(Section section);

Q_SIGNALS:
    void modelChanged();

private:
    void addSection(Section section, const QString &iconName, const QString &title, QWidget *content);

    QListWidget *m_list;
    QStackedWidget *m_stack;
    QList<Section> m_sections; // the rows
};

} // namespace desk
