#pragma once

#include <QList>
#include <QWidget>

class QLabel;
class QPushButton;

namespace desk {

// What a new conversation shows: what can be done here, three things to try that work at once, and who answers.
class WelcomePane : public QWidget
{
    Q_OBJECT
public:
    explicit WelcomePane(QWidget *parent = nullptr);

    void setHasModel(bool hasModel); // without one the built-in engine answers, and we say so
    void setReady(bool ready);

Q_SIGNALS:
    void tableRequested();
    void documentRequested();
    void exampleRequested(const QString &question);
    void settingsRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QPushButton *addAction(const QString &name, const QString &icon, const QString &title, const QString &text);

    QLabel *m_title;
    QLabel *m_text;
    QWidget *m_actions;
    QLabel *m_engine;
    QPushButton *m_connect;
    QList<QLabel *> m_hints; // beside the buttons, where there is room
};

} // namespace desk
