#pragma once

#include "domain/citations.h"
#include "domain/error.h"

#include <QPointer>
#include <QWidget>

class QComboBox;
class QImage;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace desk {

class Dialogs;
class SourceFetch;
class SourceFiles;
class SourceStatus;
class SourceView;
struct SourceBytes;

// The sources of one answer beside the conversation (CH-55 … CH-57), one document at a time: the words that the answer relies on, the other
// passages of the same document, and, once somebody asks for it, the document itself with its contents and the passage marked. A document
// is fetched only after that; asking counts until the panel is closed. The original is only saved, after a question, and never opened.
// Keys: Alt+Left and Alt+Right walk through the documents, Ctrl+Enter shows the document, Ctrl+F searches in what is shown, Enter and
// Shift+Enter walk through matches, Esc closes.
class SourcePanel : public QWidget
{
    Q_OBJECT
public:
    // Both outlive it. Null files: documents can be neither shown nor saved.
    SourcePanel(Dialogs &dialogs, SourceFiles *files, QWidget *parent = nullptr);

    void open(const QList<Citation> &citations, int index); // at that passage
    void leave();                                           // hides it: nothing is fetched on, and nothing of the document is kept
    void focusText();
    [[nodiscard]] int current() const { return m_index; } // of the documents

Q_SIGNALS:
    void closeRequested();
    void statusMessage(const QString &text);
    void linkActivated(const QString &href); // in a document

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void buildHead(QVBoxLayout &box);
    void connectParts();
    void showSource(int index, qsizetype passage = -1); // -1: the best one
    void fillPassages();
    void fitPassages();
    void showPassage(qsizetype passage);
    void showQuote();
    void updateAbilities();
    void find(int by);
    void showCount(qsizetype match, qsizetype count);
    void askForOriginal();
    void saveOriginal(const Citation &citation);
    [[nodiscard]] const Citation &citation() const { return m_citations.at(m_passage); }
    [[nodiscard]] bool isKnown() const; // among the sources that the server sent

    // the document
    [[nodiscard]] QString whyNotShown() const;
    void wantDocument(bool wanted);
    void updateDocument();
    void fetchDocument();
    void dropDocument();
    void onFetched(const Citation &of, const SourceBytes &document);
    void onPicture(const Citation &of, const QImage &image);
    void onReady();
    void onFailed(const Error &error);
    void fillContents();
    void goToPassage();

    Dialogs &m_dialogs;
    SourceFiles *m_files;
    QList<Citation> m_citations;
    QList<CitedDocument> m_documents;
    int m_index = -1;         // of m_documents
    qsizetype m_passage = -1; // of m_citations
    bool m_wantsDocument = false;
    QPointer<SourceFetch> m_fetch;
    Citation m_loading;      // whose document is fetched or shown
    bool m_isComing = false; // the view has it and is not ready
    bool m_isShown = false;
    QString m_cutNote;
    QLabel *m_title;
    QLabel *m_name;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    QListWidget *m_passages;
    QComboBox *m_contents;
    SourceStatus *m_status;
    SourceView *m_view;
    QLabel *m_note;
    QLineEdit *m_find;
    QLabel *m_count;
    QPushButton *m_show;
    QPushButton *m_original;
    QLabel *m_problem;
};

} // namespace desk
