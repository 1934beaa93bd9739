#include "gui/palette/palettemodel.h"

#include "gui/palette/fuzzymatch.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int recentBonus = 15; // enough among equals, not enough to hide what fits better

} // namespace

void PaletteModel::setEntries(QList<PaletteEntry> entries, const QStringList &recent)
{
    m_entries = std::move(entries);
    QHash<QString, qsizetype> places;
    for (qsizetype i = 0; i < recent.size(); ++i)
        places.insert(recent.at(i), i);
    m_recent.resize(m_entries.size());
    for (qsizetype i = 0; i < m_entries.size(); ++i)
        m_recent[i] = places.value(m_entries.at(i).id, -1);
    fill({});
}

void PaletteModel::setPattern(const QString &pattern)
{
    fill(pattern.simplified());
}

void PaletteModel::fill(const QString &pattern)
{
    beginResetModel();
    m_rows.clear();
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        FuzzyMatch match = FuzzyMatch::of(pattern, m_entries.at(i).title);
        if (!match.fits())
            continue;
        const qsizetype recent = m_recent.at(i);
        if (recent >= 0)
            match.score += pattern.isEmpty() ? static_cast<int>(1000 - recent) : recentBonus;
        m_rows.append({i, match.score, std::move(match.places)});
    }
    const qsizetype shown = std::min(m_rows.size(), mostRows);
    std::partial_sort(m_rows.begin(), m_rows.begin() + shown, m_rows.end(),
                      [](const Row &a, const Row &b) { return a.score != b.score ? a.score > b.score : a.entry < b.entry; });
    m_rows.resize(shown);
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    // One that cannot be done now can still be walked to, to hear why.
    return index.isValid() ? Qt::ItemIsSelectable | Qt::ItemIsEnabled : Qt::NoItemFlags;
}

QString PaletteModel::kindText(PaletteEntry::Kind kind)
{
    switch (kind) {
    case PaletteEntry::Kind::Command:
        return tr("Command");
    case PaletteEntry::Kind::Page:
        return tr("Page");
    case PaletteEntry::Kind::Conversation:
        return tr("Conversation");
    case PaletteEntry::Kind::Agent:
        return tr("Agent");
    case PaletteEntry::Kind::Profile:
        return tr("Profile");
    case PaletteEntry::Kind::Search:
        return tr("Saved search");
    }
    return {};
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const PaletteEntry &entry = this->entry(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return entry.title;
    case Qt::AccessibleTextRole:
        if (!entry.whyNot.isEmpty())
            return tr("%1, %2, not possible now: %3", "title, kind, reason").arg(entry.title, kindText(entry.kind), entry.whyNot);
        return entry.keys.isEmpty() ? tr("%1, %2", "title, kind").arg(entry.title, kindText(entry.kind))
                                    : tr("%1, %2, %3", "title, kind, keys").arg(entry.title, kindText(entry.kind), entry.keys);
    case KindRole:
        return static_cast<int>(entry.kind);
    case KindTextRole:
        return kindText(entry.kind);
    case IconRole:
        return entry.iconName;
    case KeysRole:
        return entry.keys;
    case WhyNotRole:
        return entry.whyNot;
    case PlacesRole:
        return QVariant::fromValue(m_rows.at(index.row()).places);
    default:
        return {};
    }
}

} // namespace desk
