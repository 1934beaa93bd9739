#pragma once

#include "domain/ids.h"
#include "domain/result.h"

#include <QDateTime>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace desk {

class StoreThread;

// Which files were taken in before, by what is in them: so that nobody doubles a conversation by accident. Lives in the GUI thread.
class ImportRecords : public QObject
{
    Q_OBJECT
public:
    struct Record {
        ConversationId conversation; // what it became
        QDateTime when;
    };
    using Found = std::function<void(const std::optional<Record> &record)>;

    explicit ImportRecords(StoreThread &store, QObject *parent = nullptr);

    void open(const QString &account) { m_account = account.isNull() ? QLatin1String("") : account; } // AuthManager::account()
    // done: in the GUI thread, never after context is gone; nothing also when the disk could not say.
    void find(const QString &content, QObject *context, Found done);
    void add(const QString &content, const ConversationId &conversation);

private:
    StoreThread &m_store;
    QString m_account = QLatin1String(""); // never null, which would be SQL's NULL
};

} // namespace desk
