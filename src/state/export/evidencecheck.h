#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QList>
#include <QString>

namespace desk {

// Whether a file of evidence is as it was written; needs nothing but the file. The file may come from anybody.
class EvidenceCheck
{
    Q_DECLARE_TR_FUNCTIONS(desk::EvidenceCheck)
public:
    enum class Outcome { Whole = 0, Changed = 1, Unreadable = 2 }; // also the exit codes of --verify

    struct Line {
        QString part; // a key of the file's "parts", or "whole" or "file"; from the file
        bool isGood = false;
        QString text; // for people, one harmless line
    };

    [[nodiscard]] static EvidenceCheck ofFile(const QString &path);
    [[nodiscard]] static EvidenceCheck of(const QByteArray &bytes);

    [[nodiscard]] Outcome outcome() const { return m_outcome; }
    [[nodiscard]] const QList<Line> &lines() const { return m_lines; }
    [[nodiscard]] QString summary() const;                         // one line, the honest one
    [[nodiscard]] const QString &whole() const { return m_whole; } // the checksum to compare with one kept elsewhere

private:
    static EvidenceCheck unreadable(const QString &text);
    void checkParts(const QJsonObject &parts, const QJsonObject &hashes);
    void add(const QString &part, bool isGood, const QString &text);

    Outcome m_outcome = Outcome::Whole;
    QList<Line> m_lines;
    QString m_whole;
};

} // namespace desk
