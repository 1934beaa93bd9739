#pragma once

#include <QObject>
#include <QString>

class QAbstractItemView;

namespace desk {

// Writes a sentence into an item view that has no rows, for a search that finds nothing. Owned by the view.
class EmptyHint final : public QObject
{
    Q_OBJECT
public:
    EmptyHint(QAbstractItemView &view, const QString &text);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAbstractItemView &m_view;
    QString m_text;
};

} // namespace desk
