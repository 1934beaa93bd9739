#pragma once

#include <QHash>
#include <QStringList>
#include <QWidget>

class QLabel;

namespace desk {

// The tools of one agent, each a button that leads to it, with what it does beside it; those the server does not list say so (AG-21).
class AgentTools : public QWidget
{
    Q_OBJECT
public:
    explicit AgentTools(QWidget *parent = nullptr);

    // texts: what each tool of the server does, by name. areAllKnown: a tool that is not among them is not on the server.
    void setKnown(const QHash<QString, QString> &texts, bool areAllKnown);
    void setTools(const QStringList &tools);

Q_SIGNALS:
    void toolRequested(const QString &name);

private:
    void showRows();
    void addRow(int row, const QString &tool);

    QHash<QString, QString> m_texts;
    bool m_areAllKnown = false;
    QStringList m_tools;
    QList<QPair<QString, QString>> m_shown; // name and what is said of it
    QLabel *m_note;
    QWidget *m_rows = nullptr;
};

} // namespace desk
