#pragma once

#include "domain/conversation.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

namespace desk {

// What of a message is searched: its parts in the order in which they are shown, and marks for the filters of a search. Pure.
struct SearchText {
    enum class Part { Body, Thoughts, Tool, File, Source };
    struct Piece {
        Part part = Part::Body;
        QString name;    // of the tool, file or source; empty for the others
        QByteArray text; // UTF-8
    };
    QList<Piece> pieces;
    QList<QByteArray> marks; // see SearchMarks

    [[nodiscard]] QByteArray indexed() const; // the document the index gets
};

// Words that no text can hold, for what a message is rather than says. One letter of the private use area begins each.
class SearchMarks
{
public:
    enum class Has { File, Table, Code, Tool, Source };

    [[nodiscard]] static QByteArray of(Has what);
    [[nodiscard]] static QByteArray ofAgent(const QString &key);
    [[nodiscard]] static QByteArray ofTool(const QString &key);
    [[nodiscard]] static QByteArray ofAccount(const QString &account);
    // What a name is compared by: letters and digits alone, small ("Table analyst", "table-analyst").
    [[nodiscard]] static QString keyOf(const QString &name);
};

// Texts beyond this are searched up to it: a tool may put out hundreds of megabytes.
inline constexpr qsizetype longestSearched = 256 * 1024;

using FileTextsById = QHash<QString, QString>; // the words of files, by the ids that a message's attachments have

[[nodiscard]] SearchText searchTextOf(const Message &message, const QString &account, const FileTextsById &fileTexts = {});
[[nodiscard]] QStringList agentsOf(const Message &message);
[[nodiscard]] QStringList toolsOf(const Message &message);
// As it is looked for and indexed: characters of scripts that put no spaces between words stand alone, marks' letters are gone.
[[nodiscard]] QByteArray searchable(QString text);

} // namespace desk
