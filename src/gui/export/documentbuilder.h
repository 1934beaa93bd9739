#pragma once

#include "gui/export/exportlook.h"
#include "state/export/exportcontent.h"

#include <QTextBlockFormat>
#include <QTextCharFormat>

class QTextDocument;

namespace desk {

// Messages as blocks of a text document, for PDF, paper and OpenDocument: what Markdown may become is what the transcript's renderer makes
// of it, in a document that loads nothing. Who, when and what became of an answer stand on a coloured line that no Markdown can make.
// Any thread, if the document lives there.
class DocumentBuilder
{
public:
    // All of it outlives the builder.
    DocumentBuilder(const ExportContent &content, const ExportLook &look, QTextDocument &document);

    void addSpace(qreal height); // in front of everything
    void addTitle();
    void addMessage(const Message &message);

private:
    void addLine(const QString &text, QTextBlockFormat block, const QTextCharFormat &format = {});
    void addLabel(const QString &label);
    void addList(const QString &label, const QStringList &lines);
    void addPlain(const QString &text); // foreign, with its line ends
    void addCode(const QString &label, const QJsonValue &value);
    void addMarkdown(const QString &text);
    void addBody(const Message &message);
    void addRestNote();
    void addTools(const Message &message);
    void addThoughts(const Message &message);

    const ExportContent &m_content;
    const ExportLook &m_look;
    QTextDocument &m_document;
};

} // namespace desk
