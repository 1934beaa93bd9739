#pragma once

#include "domain/chatevent.h"

#include <QFrame>

class QLabel;
class QLayout;

namespace desk {

// What the agent asks back, with its choices as buttons. The answer is an ordinary message. Hidden when nothing is asked.
class PromptBar : public QFrame
{
    Q_OBJECT
public:
    static constexpr int maxOptions = 12;

    explicit PromptBar(QWidget *parent = nullptr);

    void showPrompt(const Prompt &prompt);
    void clear();

Q_SIGNALS:
    void answered(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addOption(const QString &text, bool isDefault);

    QLabel *m_question;
    QWidget *m_options;
};

} // namespace desk
