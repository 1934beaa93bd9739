#pragma once

#include "domain/file.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <optional>

namespace desk {

class ConversationCache;

// Reads the words of text files that go with a message, so that a search finds them later (D-40): no more of each than FileTexts keeps, in
// a thread of its own, and nothing at all of what is no text or is another file by now. Lives in the GUI thread.
class FileTextReader : public QObject
{
    Q_OBJECT
public:
    explicit FileTextReader(ConversationCache &cache, QObject *parent = nullptr); // outlives this

    void read(const StoredFile &file, const QString &path); // to AttachmentQueue::sent

    // Nothing: it is no text. UTF-8, UTF-16 with a mark, else the letters of western Europe.
    [[nodiscard]] static std::optional<QString> textOf(const QByteArray &bytes);

private:
    ConversationCache &m_cache;
};

} // namespace desk
