#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace desk {

// How a document that was asked for is getting on: how much has come, with Cancel; or why it did not come, with Retry where that may help.
// Hidden while there is nothing to say.
class SourceStatus : public QWidget
{
    Q_OBJECT
public:
    explicit SourceStatus(QWidget *parent = nullptr);

    void showProgress(qint64 received, qint64 total); // total -1: unknown
    void showError(const QString &text, bool canRetry);
    void clear();

Q_SIGNALS:
    void cancelRequested();
    void retryRequested();

private:
    void say(const QString &text);
    void giveFocusAway(QWidget *from);

    QLabel *m_text;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    QPushButton *m_retry;
};

} // namespace desk
