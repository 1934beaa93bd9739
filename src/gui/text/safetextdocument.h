#pragma once

#include <QTextDocument>

namespace desk {

// A text document that never loads anything: Qt's own reads local files named by an image without a click (REND-02).
class SafeTextDocument : public QTextDocument
{
    Q_OBJECT
public:
    explicit SafeTextDocument(QObject *parent = nullptr);

    [[nodiscard]] int refusedResources() const { return m_refused; }

protected:
    QVariant loadResource(int type, const QUrl &name) override;

private:
    int m_refused = 0;
};

} // namespace desk
