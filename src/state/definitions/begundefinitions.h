#pragma once

#include "domain/definition.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QString>

namespace desk {

class DefinitionDrafts;

// The new definitions of one kind that somebody began on this computer and never saved (AG-50, D-60), the latest first: at most twenty.
// Lives in the GUI thread.
class BegunDefinitions : public QObject
{
    Q_OBJECT
public:
    struct Entry {
        QString draftId; // of DefinitionDrafts
        QString title;   // as typed, maybe empty
        QDateTime at;    // UTC
    };
    // prefix: of their draft ids
    BegunDefinitions(DefinitionDrafts &drafts, DefinitionKind kind, const QString &prefix, QObject *parent = nullptr); // drafts outlive it

    void clear(); // in memory: another account
    void load();  // changed() follows once, also when there are none or they cannot be read
    [[nodiscard]] const QList<Entry> &entries() const { return m_entries; }

Q_SIGNALS:
    void changed();

private:
    void take(const QList<DefinitionKey> &keys);
    void finish();

    DefinitionDrafts &m_drafts;
    DefinitionKind m_kind;
    QString m_prefix;
    QList<Entry> m_entries;
    QList<Entry> m_found;
    int m_open = 0; // questions to the disk
    quint64 m_generation = 0;
};

} // namespace desk
