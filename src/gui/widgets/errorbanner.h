#pragma once

#include "domain/error.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace desk {

// One per page, at its top, hidden until needed: what failed, why, what to do next; details and request id to copy.
// All text is shown as plain text. Announced to screen readers as an alert.
class ErrorBanner : public QFrame
{
    Q_OBJECT
public:
    explicit ErrorBanner(QWidget *parent = nullptr);

    // Replaces what is shown. Cancelled is never shown. The action's button is there only with an actionText.
    void showError(const Error &error, const QString &actionText = {}, std::function<void()> action = {});
    // One more button for the error that is shown, e.g. "Open data folder"; it does not clear the banner.
    void setSecondAction(const QString &actionText, std::function<void()> action);
    void clear(); // hides it; harmless when nothing is shown

    [[nodiscard]] QString text() const; // what is on it, for tests

Q_SIGNALS:
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void runAction();
    void toggleDetails(bool shown);
    void copyDetails();
    void updateColors();
    void announce();
    [[nodiscard]] static QString detailsOf(const Error &error);

    QLabel *m_icon;
    QLabel *m_message;
    QLabel *m_nextStep;
    QLabel *m_details;
    QPushButton *m_actionButton;
    QPushButton *m_secondButton;
    QPushButton *m_detailsButton;
    QPushButton *m_copyButton;
    QToolButton *m_closeButton;
    std::function<void()> m_action;
    std::function<void()> m_secondAction;
};

} // namespace desk
