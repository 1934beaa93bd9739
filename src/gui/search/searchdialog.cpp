#include "gui/search/searchdialog.h"

#include "gui/insights/undobar.h"
#include "gui/search/savedsearchlist.h"
#include "gui/search/searchfield.h"
#include "gui/search/searchhitdelegate.h"
#include "gui/theme.h"
#include "gui/widgets/emptystate.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/plainlabel.h"
#include "state/cache/cachefiller.h"
#include "state/cache/messagesearch.h"
#include "state/models/searchmodel.h"
#include "state/settings/savedsearches.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int typingMs = 60; // shorter than between two keys, so that the search follows

} // namespace

SearchDialog::SearchDialog(MessageSearch &search, CacheFiller *filler, QWidget *parent)
    : QDialog(parent)
    , m_search(search)
    , m_filler(filler)
    , m_model(new SearchModel(search, this))
    , m_field(new SearchField(search, this))
    , m_problem(new PlainLabel(this))
    , m_stack(new QStackedWidget(this))
    , m_parts(new QSplitter(this))
    , m_save(new QToolButton(this))
    , m_undo(new UndoBar(this))
    , m_list(new QListView(this))
    , m_empty(new EmptyState(this))
    , m_count(new PlainLabel(this))
    , m_reach(new PlainLabel(this))
{
    setObjectName(u"searchDialog"_s);
    setWindowTitle(tr("Search in all messages"));
    build();
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingMs);
    connect(&m_typing, &QTimer::timeout, this, &SearchDialog::search);
    connect(m_field, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_field, &QLineEdit::textChanged, this, &SearchDialog::updateSave);
    connect(m_field, &SearchField::stepRequested, this, &SearchDialog::step);
    connect(m_list, &QListView::activated, this, &SearchDialog::choose);
    connect(&search, &MessageSearch::found, this, &SearchDialog::onFound);
    connect(&search, &MessageSearch::runningChanged, this, &SearchDialog::updateState);
    connect(&search, &MessageSearch::failed, this, [this](const Error &error) {
        m_error = error.userText();
        updateState();
    });
    if (filler)
        connect(filler, &CacheFiller::progressChanged, this, &SearchDialog::updateReach);
    updateReach();
    updateState();
}

void SearchDialog::build()
{
    const int unit = Theme::space(this);
    m_problem->setObjectName(u"searchProblem"_s);
    m_problem->setWordWrap(true);
    m_list->setObjectName(u"searchHits"_s);
    m_list->setAccessibleName(tr("What was found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new SearchHitDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_empty->setObjectName(u"searchEmpty"_s);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_list);
    m_count->setObjectName(u"searchCount"_s);
    m_reach->setObjectName(u"searchReach"_s);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_count);
    foot->addStretch(1);
    foot->addWidget(m_reach);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(unit * 2, unit * 2, unit * 2, unit * 3 / 2);
    box->setSpacing(unit);
    m_save->setObjectName(u"saveSearch"_s);
    m_save->setIcon(Theme::icon(u"pin"_s));
    m_save->setText(tr("Save this search"));
    m_save->setAccessibleName(m_save->text());
    m_save->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_S));
    m_save->setAutoRaise(true);
    m_save->setFocusPolicy(Qt::StrongFocus);
    m_save->hide();
    m_parts->setChildrenCollapsible(false);
    m_parts->addWidget(m_stack);
    auto *line = new QHBoxLayout;
    line->setSpacing(unit);
    line->addWidget(m_field, 1);
    line->addWidget(m_save);
    box->addLayout(line);
    box->addWidget(buildFilters());
    box->addWidget(m_problem);
    box->addWidget(m_parts, 1);
    box->addWidget(m_undo);
    box->addLayout(foot);
    resize(unit * 112, unit * 76);
}

// The filters, for those who do not know their words; each button writes them.
QWidget *SearchDialog::buildFilters()
{
    auto *row = new QWidget(this);
    auto *flow = new FlowLayout(row);
    const auto add = [this, row, flow](const QString &name, const QString &text, const QString &filter) {
        auto *button = new QToolButton(row);
        button->setObjectName(u"filter:"_s + name);
        button->setText(text);
        button->setToolTip(filter);
        button->setAccessibleName(text);
        button->setAutoRaise(true);
        connect(button, &QToolButton::clicked, m_field, [field = m_field, filter] { field->addFilter(filter); });
        flow->addWidget(button);
    };
    add(u"agent"_s, tr("Agent"), u"agent:"_s);
    add(u"tool"_s, tr("Tool"), u"tool:"_s);
    add(u"after"_s, tr("From a day"), u"after:"_s);
    add(u"before"_s, tr("Before a day"), u"before:"_s);
    add(u"file"_s, tr("With files"), u"has:file "_s);
    add(u"table"_s, tr("With tables"), u"has:table "_s);
    add(u"code"_s, tr("With code"), u"has:code "_s);
    add(u"source"_s, tr("With sources"), u"has:source "_s);
    add(u"kind"_s, tr("Only one kind"), u"kind:"_s);
    add(u"insight"_s, tr("Only insights"), u"kind:insight "_s);
    add(u"title"_s, tr("Only titles"), u"in:title "_s);
    return row;
}

void SearchDialog::setSaved(const std::function<SavedSearches()> &saved)
{
    m_saved = new SavedSearchList(saved, *m_undo, this);
    m_parts->insertWidget(0, m_saved);
    m_parts->setStretchFactor(0, 1);
    m_parts->setStretchFactor(1, 3);
    connect(m_saved, &SavedSearchList::opened, this, [this](const QString &text) {
        m_field->setText(text);
        m_field->setFocus();
    });
    connect(m_save, &QToolButton::clicked, m_saved, [this] { m_saved->save(m_field->text()); });
    connect(m_saved, &SavedSearchList::emptied, m_field, [field = m_field] { field->setFocus(); });
    m_save->show();
    updateSave();
}

void SearchDialog::updateSave()
{
    if (!m_saved)
        return;
    const QString why = m_saved->whyNotSave(m_field->text());
    m_save->setEnabled(why.isEmpty());
    m_save->setToolTip(why.isEmpty() ? tr("Save this search (%1)").arg(m_save->shortcut().toString(QKeySequence::NativeText)) : why);
}

void SearchDialog::begin(const QString &text)
{
    if (m_saved)
        m_saved->refresh(); // perhaps it is another profile
    updateSave();
    if (!text.isEmpty())
        m_field->setText(text);
    QDialog::open();
    m_field->setFocus();
    m_field->selectAll();
}

void SearchDialog::search()
{
    const SearchQuery query = SearchQuery::parse(m_field->text());
    m_problem->setText(query.problems.join(u'\n'));
    m_problem->setVisible(!query.problems.isEmpty());
    m_error.clear();
    m_query = query;
    m_model->clear();
    if (query.isEmpty())
        m_search.stop();
    else
        m_search.start(query);
    updateState();
}

void SearchDialog::onFound()
{
    if (!m_list->currentIndex().isValid() && m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0));
    updateState();
}

void SearchDialog::step(int key)
{
    if (m_model->rowCount() == 0)
        return;
    QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier);
    QCoreApplication::sendEvent(m_list, &press);
}

void SearchDialog::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const SearchHit hit = m_model->hitAt(index.row());
    hide();
    Q_EMIT chosen(hit);
}

void SearchDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return QDialog::keyPressEvent(event);
    if (m_typing.isActive()) { // what is listed is of what was typed before
        m_typing.stop();
        search();
    } else {
        choose(m_list->currentIndex());
    }
}

QString SearchDialog::countText() const
{
    const int count = m_model->rowCount();
    if (count == 0)
        return {};
    return m_search.hasMore() ? tr("%n hits and more", nullptr, count) : tr("%n hits", nullptr, count);
}

void SearchDialog::updateState()
{
    m_problem->setVisible(!m_problem->text().isEmpty());
    m_count->setText(countText());
    m_stack->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget *>(m_list) : m_empty);
    if (m_model->rowCount() > 0)
        return;
    if (!m_error.isEmpty())
        m_empty->setContent(u"error"_s, tr("The search did not work"), m_error);
    else if (m_query.isEmpty())
        m_empty->setContent(u"search"_s, tr("Search in everything that was said"),
                            tr("In titles, messages, thoughts, what tools got and gave, files, sources and insights. Quotation marks keep "
                               "the words of a phrase together, a minus leaves a word out, and kind:file searches only in files."));
    else if (m_search.isRunning())
        m_empty->setContent(u"search"_s, tr("Searching…"), {});
    else if (m_filler && m_filler->isFilling())
        m_empty->setContent(u"search"_s, tr("Nothing found so far"), tr("Not every conversation has been read yet. Try again later."));
    else
        m_empty->setContent(u"search"_s, tr("Nothing found"), tr("Try fewer words, or only their beginning."));
}

void SearchDialog::updateReach()
{
    const FillProgress progress = m_filler ? m_filler->progress() : FillProgress();
    const QLocale locale;
    if (progress.known == 0)
        m_reach->clear();
    else if (m_filler->isFilling())
        m_reach->setText(tr("Searched: %1 of %2 conversations. The rest is being read.")
                             .arg(locale.toString(progress.filled), locale.toString(progress.known)));
    else
        m_reach->setText(tr("All %n conversations are searched.", nullptr, progress.known));
    updateState();
}

} // namespace desk
