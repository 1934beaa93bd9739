#pragma once

#include "state/listdiff.h"

#include <QAbstractItemModel>

#include <utility>

namespace desk {

// Lends a model's protected begin/end calls to applyListDiff. Mixed into each list model of a store.
template <typename Base, typename T>
class DiffModel : public Base
{
protected:
    using Base::Base;

    template <typename Key, typename Equal>
    void applyRows(QList<T> &rows, const QList<T> &next, Key key, Equal equal)
    {
        applyListDiff(
            rows, next, key, equal,
            [this, &rows](int row) {
                this->beginRemoveRows({}, row, row);
                rows.removeAt(row);
                this->endRemoveRows();
            },
            [this, &rows](int row, const T &item) {
                this->beginInsertRows({}, row, row);
                rows.insert(row, item);
                this->endInsertRows();
            },
            [this, &rows](int from, int to) {
                this->beginMoveRows({}, from, from, {}, to);
                rows.move(from, to);
                this->endMoveRows();
            },
            [this](int row) {
                const QAbstractItemModel &model = *this; // columnCount() is private in list models
                Q_EMIT this->dataChanged(this->index(row, 0), this->index(row, model.columnCount() - 1));
            });
    }
};

} // namespace desk
