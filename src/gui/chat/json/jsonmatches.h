#pragma once

#include "gui/chat/json/jsonwalker.h"
#include "gui/text/textmatcher.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <optional>

namespace desk {

// The values of a JSON value whose name or text has some words in it: with path and value, found in slices, at most `most`.
class JsonMatches : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr int most = 1000;

    explicit JsonMatches(const QJsonValue &root, QObject *parent = nullptr);

    void search(const QString &words); // empty: nothing
    [[nodiscard]] bool isRunning() const { return m_slice.isActive(); }
    [[nodiscard]] bool isFull() const { return m_found.size() >= most; }
    [[nodiscard]] QList<qsizetype> pathOf(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void progressed();

private:
    struct Found {
        QList<qsizetype> path;
        QString text; // a line
    };
    void run();

    QJsonValue m_root;
    TextMatcher m_matcher;
    std::optional<JsonWalker> m_walker;
    QList<Found> m_found;
    QTimer m_slice;
};

} // namespace desk
