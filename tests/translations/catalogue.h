#pragma once

#include <QList>
#include <QString>
#include <QStringList>

// One text of a .ts file. translations holds one entry, or one for each plural form.
struct CatalogueEntry {
    QString context;
    QString source;
    QString comment;
    QStringList translations;
    bool plural = false;
};

// Reads a .ts file. Empty when it cannot be read or is not well-formed.
[[nodiscard]] QList<CatalogueEntry> readCatalogue(const QString &path);

// The placeholders of a text, sorted: %1 … %99, %L1 …, %n, %Ln.
[[nodiscard]] QStringList placeholders(const QString &text);
