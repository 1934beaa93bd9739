#pragma once

#include "domain/conversation.h"

#include <QDialog>

namespace desk {

class SafeTextBrowser;

// One message in a window of its own with a text cursor: for screen readers, for selecting and for reading in peace. Never modal.
class MessageReader : public QDialog
{
    Q_OBJECT
public:
    explicit MessageReader(const Message &message, QWidget *parent = nullptr);

    [[nodiscard]] SafeTextBrowser *browser() const { return m_browser; }

Q_SIGNALS:
    void linkActivated(const QString &href, const QString &label);

private:
    SafeTextBrowser *m_browser;
};

} // namespace desk
