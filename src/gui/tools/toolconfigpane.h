#pragma once

#include "domain/error.h"
#include "domain/tool.h"
#include "state/tools/toolsettings.h"

#include <QScrollArea>

#include <array>
#include <functional>
#include <optional>
#include <utility>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QStandardItemModel;
class QTableView;

namespace desk {

class Dialogs;
class ToolConfigs;
class ToolRun;
struct ToolKeyPlace;

// The settings of a tool as everybody, one agent and the person have them, side by side, and the switch of each level (TL-06, TL-04).
// Values are shown only, secrets masked; the keys of providers can be tested (TL-07).
class ToolConfigPane : public QScrollArea
{
    Q_OBJECT
public:
    using WhyNotForAll =
        std::function<std::optional<QString>()>; // why the level of everybody is not for this person; nothing: it may be tried

    // Takes over `configs`, not null.
    ToolConfigPane(ToolConfigs *configs, Dialogs &dialogs, WhyNotForAll whyNotForAll, QWidget *parent = nullptr);

    // With it the keys of providers can be tested; empty, as at first: they cannot.
    using NewToolRun = std::function<ToolRun *(const QString &tool, QObject *parent)>;
    void setTests(NewToolRun newToolRun) { m_newToolRun = std::move(newToolRun); }
    void setTool(const Tool &tool, const QList<ToolUser> &users);
    void forget(); // another workspace

protected:
    void showEvent(QShowEvent *event) override; // only then is the server asked

private:
    void build();
    void buildTable();
    [[nodiscard]] QGridLayout *buildLevels(QWidget *inside);
    void read();
    void update();
    void updateLevel(ToolSettings::Level level);
    void showSettings();
    void showKeys();
    void testKey(const ToolKeyPlace &place);
    void toggle(ToolSettings::Level level);
    void clear(ToolSettings::Level level);
    void tell(const QString &words);
    void takeFailure(ToolSettings::Level level, const Error &error);
    [[nodiscard]] static QString levelName(ToolSettings::Level level);

    ToolConfigs *m_configs;
    Dialogs &m_dialogs;
    WhyNotForAll m_whyNotForAll;
    NewToolRun m_newToolRun;
    ToolId m_tool;
    QString m_toolName;
    QList<ToolKeyPlace> m_keyPlaces; // that are shown
    QList<ToolUser> m_users;
    QComboBox *m_agent;
    QLabel *m_effect;
    QStandardItemModel *m_model;
    QTableView *m_table;
    QWidget *m_keys;
    QLabel *m_state;
    std::array<QCheckBox *, ToolSettings::levels> m_switches{};
    std::array<QPushButton *, ToolSettings::levels> m_clears{}; // none for everybody
};

} // namespace desk
