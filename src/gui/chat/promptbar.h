#pragma once

#include "domain/chatevent.h"

#include <QFrame>
#include <QStringList>

class QLabel;
class QLayout;

namespace desk {

// What the agent asks back, with its choices as buttons. The answer is an ordinary message. Hidden when nothing is asked. With the focus in
// it a digit answers, and whatever else is typed is an answer in words: typed() hands it on.
class PromptBar : public QFrame
{
    Q_OBJECT
public:
    static constexpr int maxOptions = 12;

    explicit PromptBar(QWidget *parent = nullptr);

    void showPrompt(const Prompt &prompt);
    void clear();
    void focusOptions(); // nothing when there are none

Q_SIGNALS:
    void answered(const QString &text);
    void typed(const QString &text);
    void escapePressed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void addOption(const QString &text, bool isDefault);

    QStringList m_answers; // in the order of the buttons
    QLabel *m_question;
    QWidget *m_options;
};

} // namespace desk
