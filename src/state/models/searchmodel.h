#pragma once

#include "state/cache/searchhit.h"

#include <QAbstractListModel>

namespace desk {

class MessageSearch;

// What a search has found so far, best and newest first. More is fetched when a view comes to its end. Texts are hostile.
class SearchModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Roles { SnippetRole = Qt::UserRole + 1, WhereRole, TimeRole /* for people */ };

    explicit SearchModel(MessageSearch &search, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override; // DisplayRole: the conversation's title
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    void clear(); // before another search begins
    [[nodiscard]] const SearchHit &hitAt(int row) const { return m_hits.at(row); }

private:
    void add(const QList<SearchHit> &hits);
    [[nodiscard]] static QString titleOf(const SearchHit &hit);
    [[nodiscard]] static QString timeOf(const SearchHit &hit);
    [[nodiscard]] static QString whereOf(const SearchHit &hit);
    [[nodiscard]] static QString sentenceOf(const SearchHit &hit);

    MessageSearch &m_search;
    QList<SearchHit> m_hits;
};

} // namespace desk
