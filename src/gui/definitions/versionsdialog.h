#pragma once

#include "domain/definition.h"

#include <QDialog>
#include <QJsonObject>

#include <functional>
#include <utility>

class QComboBox;
class QLineEdit;
class QListView;
class QPushButton;
class QStackedWidget;

namespace desk {

class DefinitionDiffView;
class EmptyState;
class RemarkLabel;
class VersionList;

// The versions of one definition, and what is different between the chosen one and another (AG-26, D-62, D-65). Not modal; deletes itself
// when it is closed, also when the definition belongs to another profile or person than the one who is there now. Show it with show().
class VersionsDialog : public QDialog
{
    Q_OBJECT
public:
    using NewVersionList = std::function<VersionList *(QObject *parent)>; // owned by its parent

    VersionsDialog(const NewVersionList &newVersionList, const DefinitionKey &key, const QString &title, QWidget *parent = nullptr);

    void setWhyFixed(const QString &text);    // why none can be restored; empty, as at first: they can
    void setCurrent(const QJsonObject &json); // what the definition is now; empty, as at first: its newest version
    void say(const QString &words);           // what came of a restoration, until another version is chosen; empty: nothing to say

Q_SIGNALS:
    // The whole JSON of the chosen version, as it is kept (see withoutServerSecrets()) or as the server has it, and its number where the
    // server itself has this version, else 0. The owner decides what follows.
    void restoreRequested(const QJsonObject &json, int serverVersion);

protected:
    void keyPressEvent(QKeyEvent *event) override; // Esc ends naming first

private:
    enum class Against { Current, OneBefore, Another };
    using Pair = std::pair<qint64, qint64>; // VersionRow::id() of the older and the newer; 0: what setCurrent() said

    void build(const QString &title);
    [[nodiscard]] QWidget *buildList();
    [[nodiscard]] QWidget *buildComparison();
    [[nodiscard]] QWidget *buildNaming();
    [[nodiscard]] QWidget *buildButtons();
    void follow();
    void update();
    void showState();
    [[nodiscard]] int chosenRow() const;
    void compare();
    void comparePair(const Pair &pair);
    [[nodiscard]] QString nameOf(qint64 id) const;
    // The JSON of the chosen version, or why not, in words.
    void readChosen(std::function<void(const QJsonObject &json)> done);
    void restore();
    void copyAsJson();
    void startNaming();
    void endNaming(bool keep);

    DefinitionKey m_key;
    VersionList *m_list;
    QJsonObject m_current;
    Pair m_shown{0, 0};
    QString m_whyFixed;
    quint64 m_reading = 0; // what was asked for before another pair was chosen is dropped
    QStackedWidget *m_stack;
    EmptyState *m_state;
    QListView *m_view;
    QComboBox *m_against;
    QComboBox *m_other;
    DefinitionDiffView *m_diff;
    RemarkLabel *m_problem;
    RemarkLabel *m_note;
    QWidget *m_naming;
    QLineEdit *m_nameField;
    QPushButton *m_keep;
    QPushButton *m_again;
    QPushButton *m_restore;
    QPushButton *m_name;
    QPushButton *m_copy;
};

} // namespace desk
