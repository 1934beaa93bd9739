#include "gui/chat/json/jsonpanel.h"

#include "gui/chat/json/jsonmatches.h"
#include "gui/chat/json/jsontreemodel.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/isolatingdelegate.h"
#include "gui/widgets/plainlabel.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype rawPage = 128 * 1024; // characters
constexpr qsizetype mostColumns = 200;
constexpr int fewFields = 8; // opened at once

} // namespace

JsonPanel::JsonPanel(const QJsonValue &value, QWidget *parent)
    : QWidget(parent)
    , m_model(new JsonTreeModel(value, this))
    , m_matches(new JsonMatches(value, this))
    , m_filter(new QLineEdit(this))
    , m_state(new PlainLabel(this))
    , m_stack(new QStackedWidget(this))
    , m_tree(new QTreeView(m_stack))
    , m_list(new QTableView(m_stack))
    , m_raw(new QPlainTextEdit(m_stack))
    , m_printer(value)
{
    build();
    connectAll();
    m_tree->setCurrentIndex(m_model->indexOf({0}));
    for (int row = 0; value.isObject() && row < qMin(m_model->rowCount(), fewFields); ++row)
        m_tree->expand(m_model->index(row, 0));
    const bool isTree = value.isArray() || value.isObject();
    m_rawButton->setVisible(isTree);
    m_filter->setVisible(isTree);
    m_copyPath->setVisible(isTree);
    if (!isTree)
        showRaw(true);
    updateState();
}

QPushButton *JsonPanel::button(const QString &name, const QString &text)
{
    auto *made = new QPushButton(text, this);
    made->setObjectName(name);
    made->setAutoDefault(false);
    return made;
}

void JsonPanel::build()
{
    m_filter->setObjectName(u"jsonFilter"_s);
    m_filter->setPlaceholderText(tr("Filter by name or value"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_filter->setClearButtonEnabled(true);
    m_state->setObjectName(u"jsonState"_s);
    m_tree->setObjectName(u"jsonTree"_s);
    m_tree->setAccessibleName(tr("Values"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new IsolatingDelegate(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setAlternatingRowColors(true);
    m_tree->header()->resizeSection(0, QFontMetrics(font()).averageCharWidth() * 28);
    m_list->setObjectName(u"jsonMatches"_s);
    m_list->setAccessibleName(tr("What the filter found"));
    m_list->setModel(m_matches);
    m_list->setItemDelegate(new IsolatingDelegate(m_list));
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setTabKeyNavigation(false);
    m_list->verticalHeader()->hide();
    m_list->horizontalHeader()->setStretchLastSection(true);
    m_list->horizontalHeader()->resizeSection(0, QFontMetrics(font()).averageCharWidth() * 40);
    m_raw->setObjectName(u"jsonText"_s);
    m_raw->setAccessibleName(tr("As text"));
    m_raw->setReadOnly(true);
    m_raw->setFont(Theme::monospace(font()));
    m_raw->setUndoRedoEnabled(false);
    m_raw->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    for (QWidget *view : {static_cast<QWidget *>(m_tree), static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_raw)})
        m_stack->addWidget(view);
    m_rawButton = button(u"jsonRaw"_s, tr("As te&xt")); // made in the order in which they stand: Tab goes by it
    m_rawButton->setCheckable(true);
    m_more = button(u"jsonMore"_s, tr("Show &more"));
    auto *copy = button(u"jsonCopyValue"_s, tr("&Copy value"));
    m_copyPath = button(u"jsonCopyPath"_s, tr("Copy &path"));
    m_table = button(u"jsonTable"_s, tr("Open as &table"));
    auto *save = button(u"jsonSave"_s, tr("&Save as\u2026"));
    connect(copy, &QPushButton::clicked, this, &JsonPanel::copyValue);
    connect(save, &QPushButton::clicked, this, [this] {
        const bool text = m_model->root().isString();
        Q_EMIT saveRequested(text ? u"output.txt"_s : u"output.json"_s, jsonText(m_model->root()).toUtf8());
    });
    auto *top = new QHBoxLayout;
    top->addWidget(m_filter, 1);
    top->addWidget(m_state);
    auto *row = new QHBoxLayout;
    for (QPushButton *each : {m_rawButton, m_more, copy, m_copyPath, m_table})
        row->addWidget(each);
    row->addStretch(1);
    row->addWidget(save);
    auto *box = new QVBoxLayout(this);
    box->addLayout(top);
    box->addWidget(m_stack, 1);
    box->addLayout(row);
}

void JsonPanel::connectAll()
{
    connect(m_filter, &QLineEdit::textChanged, this, &JsonPanel::filter);
    connect(m_matches, &JsonMatches::progressed, this, &JsonPanel::updateState);
    connect(m_list, &QTableView::activated, this, &JsonPanel::reveal);
    connect(m_rawButton, &QPushButton::toggled, this, &JsonPanel::showRaw);
    connect(m_more, &QPushButton::clicked, this, &JsonPanel::showMore);
    connect(m_copyPath, &QPushButton::clicked, this, &JsonPanel::copyPath);
    connect(m_table, &QPushButton::clicked, this, [this] { Q_EMIT tableRequested(jsonTable(currentTable())); });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &JsonPanel::updateState);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &JsonPanel::updateState);
}

QList<qsizetype> JsonPanel::currentPath() const
{
    if (m_stack->currentWidget() == m_list)
        return m_matches->pathOf(m_list->currentIndex());
    return m_stack->currentWidget() == m_tree ? m_model->pathOf(m_tree->currentIndex()) : QList<qsizetype>();
}

QJsonValue JsonPanel::currentValue() const
{
    QJsonValue at = m_model->root();
    const auto path = currentPath();
    for (const qsizetype index : path)
        at = at.isArray() ? at.toArray().at(index) : (at.toObject().constBegin() + index).value();
    return at;
}

// The value, or the nearest around it, that is a table.
QJsonValue JsonPanel::currentTable() const
{
    const auto path = currentPath();
    QJsonValue at = m_model->root();
    QJsonValue table = jsonTableHead(at).isEmpty() ? QJsonValue() : at;
    for (const qsizetype index : path) {
        at = at.isArray() ? at.toArray().at(index) : (at.toObject().constBegin() + index).value();
        table = jsonTableHead(at).isEmpty() ? table : at;
    }
    return table;
}

void JsonPanel::filter(const QString &words)
{
    m_matches->search(words);
    m_rawButton->setChecked(false);
    m_stack->setCurrentWidget(words.isEmpty() ? static_cast<QWidget *>(m_tree) : m_list);
    updateState();
}

// From the list to the place in the tree, with the filter gone.
void JsonPanel::reveal(const QModelIndex &match)
{
    const QModelIndex place = m_model->indexOf(m_matches->pathOf(match));
    m_filter->clear();
    for (QModelIndex up = place.parent(); up.isValid(); up = up.parent())
        m_tree->expand(up);
    m_tree->setCurrentIndex(place);
    m_tree->scrollTo(place, QAbstractItemView::PositionAtCenter);
    m_tree->setFocus();
}

void JsonPanel::showRaw(bool raw)
{
    m_stack->setCurrentWidget(raw ? static_cast<QWidget *>(m_raw) : (m_filter->text().isEmpty() ? static_cast<QWidget *>(m_tree) : m_list));
    if (raw && m_raw->document()->isEmpty())
        showMore();
    updateState();
}

void JsonPanel::showMore()
{
    QTextCursor cursor(m_raw->document());
    cursor.movePosition(QTextCursor::End);
    cursor.insertText(displayText(m_printer.next(rawPage), TextUse::Code));
    if (m_printer.atEnd() && m_more->hasFocus())
        m_raw->setFocus();
    updateState();
}

void JsonPanel::updateState()
{
    QString state;
    const int found = m_matches->rowCount();
    if (!m_filter->text().isEmpty())
        state = m_matches->isRunning() ? tr("Searching\u2026") : tr("%n found", nullptr, found);
    if (m_matches->isFull())
        state = tr("The first %n", nullptr, found);
    m_state->setText(state);
    const bool raw = m_stack->currentWidget() == m_raw;
    m_more->setVisible(raw && !m_printer.atEnd());
    m_copyPath->setEnabled(!raw && !currentPath().isEmpty());
    m_table->setVisible(!raw && !jsonTableHead(currentTable()).isEmpty());
}

void JsonPanel::copyValue()
{
    QApplication::clipboard()->setText(clipboardText(jsonText(currentValue())));
}

void JsonPanel::copyPath()
{
    QApplication::clipboard()->setText(clipboardText(jsonPath(m_model->root(), currentPath())));
}

QStringList jsonTableHead(const QJsonValue &value)
{
    QStringList head;
    const QJsonArray rows = value.toArray();
    if (value.isObject() && value["columns"_L1].isArray() && value["rows"_L1].isArray()) {
        const QJsonArray columns = value["columns"_L1].toArray();
        for (qsizetype i = 0; i < qMin(columns.size(), mostColumns); ++i)
            head << (columns.at(i).isObject() ? columns.at(i)["name"_L1].toString() : jsonScalar(columns.at(i)));
    } else if (!rows.isEmpty() && rows.first().isObject()) {
        head = rows.first().toObject().keys();
    }
    return head.size() > mostColumns ? QStringList() : head;
}

TableData jsonTable(const QJsonValue &value)
{
    TableData table;
    table.head = jsonTableHead(value);
    if (table.head.isEmpty())
        return table;
    const QJsonArray rows = value.isArray() ? value.toArray() : value["rows"_L1].toArray();
    for (const QJsonValue &row : rows) {
        QStringList cells;
        for (qsizetype i = 0; i < table.head.size(); ++i) {
            const QJsonValue cell = row.isObject() ? row[table.head.at(i)] : row[i];
            cells << (cell.isArray() || cell.isObject() ? jsonText(cell).simplified() : cell.isNull() ? QString() : jsonScalar(cell));
        }
        table.rows << cells;
    }
    return table;
}

} // namespace desk
