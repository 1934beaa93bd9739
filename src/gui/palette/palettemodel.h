#pragma once

#include "gui/palette/paletteentry.h"

#include <QAbstractListModel>
#include <QList>
#include <QStringList>

namespace desk {

// What fits the words in the palette's field, best first and no more than anybody reads. Without words: what was used last, then the rest
// as it was given.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT
public:
    static constexpr qsizetype mostRows = 60;
    enum Roles { KindRole = Qt::UserRole + 1, KindTextRole, IconRole, KeysRole, WhyNotRole, PlacesRole /* of fitting letters */ };

    using QAbstractListModel::QAbstractListModel;

    void setEntries(QList<PaletteEntry> entries, const QStringList &recent); // recent: ids, newest first
    void setPattern(const QString &pattern);
    [[nodiscard]] const PaletteEntry &entry(int row) const { return m_entries.at(m_rows.at(row).entry); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] static QString kindText(PaletteEntry::Kind kind);

private:
    struct Row {
        qsizetype entry = 0;
        int score = 0;
        QList<qsizetype> places;
    };

    void fill(const QString &pattern);

    QList<PaletteEntry> m_entries;
    QList<qsizetype> m_recent; // of each entry: its place among the recent ones, or -1
    QList<Row> m_rows;
};

} // namespace desk
