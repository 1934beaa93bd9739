#pragma once

#include <QTextBrowser>

namespace desk {

// A text browser that neither loads nor follows anything by itself: links are only announced.
class SafeTextBrowser : public QTextBrowser
{
    Q_OBJECT
public:
    explicit SafeTextBrowser(QWidget *parent = nullptr);

    [[nodiscard]] int refusedResources() const { return m_refused; }
    QVariant loadResource(int type, const QUrl &name) override;

Q_SIGNALS:
    void linkActivated(const QString &href);

protected:
    void doSetSource(const QUrl &name, QTextDocument::ResourceType type) override;

private:
    int m_refused = 0;
};

} // namespace desk
