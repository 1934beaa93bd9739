#pragma once

#include "domain/result.h"
#include "localserver/engine/textutil.h"

#include <QFile>
#include <QString>
#include <QStringDecoder>

#include <optional>

namespace desk::server {

enum class TextEncoding { Utf8, Utf16Le, Utf16Be, Windows1252 };

// What the bytes of a file are, from its beginning or, where asked, all of it.
struct TextProbe {
    bool isText = false;
    bool isEmpty = false;
    TextEncoding encoding = TextEncoding::Utf8;
    qint64 bomBytes = 0;
};

// Reads a text file of any size in blocks of 64 KiB as decoded text. One thread at a time; no Qt event loop.
class TextSource
{
public:
    // Only regular files are opened (LOC-10). `whole` decides the encoding from all bytes instead of the first 64 KiB.
    [[nodiscard]] static Result<TextProbe> probe(const QString &path, bool whole, const StopToken &stop);

    TextSource(const QString &path, const TextProbe &probe);

    [[nodiscard]] bool isOpen() const { return m_file.isOpen(); }
    // The next block; empty at the end. Never splits a surrogate pair.
    [[nodiscard]] QString read();
    // The next line without its end, at most maxLine characters (a longer one comes in pieces); nothing at the end.
    [[nodiscard]] std::optional<QString> readLine(bool *continued = nullptr);

    static constexpr qsizetype maxLine = 4000;

private:
    QFile m_file;
    TextEncoding m_encoding;
    QStringDecoder m_decoder;
    QString m_buffer;
    qsizetype m_at = 0;
    bool m_inLine = false;
};

} // namespace desk::server
