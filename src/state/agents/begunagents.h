#pragma once

#include "domain/definition.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QString>

namespace desk {

class DefinitionDrafts;

// The new agents that somebody began on this computer and never saved (AG-50), the latest first: at most twenty. Lives in the GUI thread.
class BegunAgents : public QObject
{
    Q_OBJECT
public:
    struct Entry {
        QString draftId; // of DefinitionDrafts
        QString title;   // as typed, maybe empty
        QDateTime at;    // UTC
    };
    static constexpr QLatin1StringView prefix{"new:"}; // of their draft ids

    explicit BegunAgents(DefinitionDrafts &drafts, QObject *parent = nullptr);

    void load(); // changed() follows once, also when there are none or they cannot be read
    [[nodiscard]] const QList<Entry> &entries() const { return m_entries; }

Q_SIGNALS:
    void changed();

private:
    void take(const QList<DefinitionKey> &keys);
    void finish();

    DefinitionDrafts &m_drafts;
    QList<Entry> m_entries;
    QList<Entry> m_found;
    int m_open = 0; // questions to the disk
    quint64 m_generation = 0;
};

} // namespace desk
