#include "gui/definitions/versionsdialog.h"

#include "gui/definitions/definitiondiffview.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/emptystate.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/plainlabel.h"
#include "gui/widgets/remarklabel.h"
#include "gui/widgets/twolinedelegate.h"
#include "state/definitions/files/definitionfile.h"
#include "state/definitions/versionlist.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int longestName = 100;

QString wordsOf(const Error &error)
{
    return displayText(error.userText(), TextUse::Prose);
}

} // namespace

VersionsDialog::VersionsDialog(const NewVersionList &newVersionList, const DefinitionKey &key, const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_key(key)
    , m_list(newVersionList(this))
    , m_stack(new QStackedWidget(this))
    , m_state(new EmptyState(this))
    , m_view(new QListView(this))
    , m_against(new QComboBox(this))
    , m_other(new QComboBox(this))
    , m_diff(new DefinitionDiffView(this))
    , m_problem(new RemarkLabel(RemarkLabel::Tone::Problem, u"versionsProblem"_s, this))
    , m_note(new RemarkLabel(RemarkLabel::Tone::Hint, u"versionsNote"_s, this))
    , m_naming(nullptr)
    , m_nameField(new QLineEdit(this))
    , m_keep(new QPushButton(tr("&Keep the name"), this))
    , m_again(new QPushButton(tr("&Try again"), this))
    , m_restore(new QPushButton(tr("&Restore\u2026"), this))
    , m_name(new QPushButton(tr("&Name this version\u2026"), this))
    , m_copy(new QPushButton(tr("Copy as &JSON"), this))
{
    setObjectName(u"versionsDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(false);
    build(displayLine(title));
    follow();
    m_list->open(key);
    update();
}

void VersionsDialog::build(const QString &title)
{
    setWindowTitle(tr("Versions of %1").arg(title));
    auto *sides = new QSplitter(Qt::Horizontal, this);
    sides->setChildrenCollapsible(false);
    sides->addWidget(buildList());
    sides->addWidget(buildComparison());
    sides->setStretchFactor(1, 1);
    m_stack->addWidget(m_state);
    m_stack->addWidget(sides);
    m_again->setObjectName(u"versionsAgain"_s);
    m_again->setAutoDefault(false);
    m_naming = buildNaming();
    auto *column = new QVBoxLayout(this);
    column->setSpacing(Theme::space(this));
    column->addWidget(m_problem);
    column->addWidget(m_again, 0, Qt::AlignLeading);
    column->addWidget(m_stack, 1);
    column->addWidget(m_naming);
    column->addWidget(m_note);
    column->addWidget(buildButtons());
    resize(Theme::space(this, 124), Theme::space(this, 70));
}

QWidget *VersionsDialog::buildList()
{
    m_view->setObjectName(u"versionList"_s);
    m_view->setAccessibleName(tr("Versions, the newest first"));
    m_view->setModel(m_list);
    m_view->setItemDelegate(new TwoLineDelegate(u"clock"_s, VersionList::TitleRole, VersionList::SummaryRole, this));
    m_view->setUniformItemSizes(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setMinimumWidth(Theme::space(this, 24));
    return m_view;
}

QWidget *VersionsDialog::buildComparison()
{
    auto *side = new QWidget(this);
    auto *label = new PlainLabel(tr("Compare &with"), side);
    label->setBuddy(m_against);
    m_against->setObjectName(u"versionsAgainst"_s);
    m_against->setAccessibleName(tr("Compare with"));
    m_against->addItem(tr("What it is now"), static_cast<int>(Against::Current));
    m_against->addItem(tr("The version before"), static_cast<int>(Against::OneBefore));
    m_against->addItem(tr("Another version"), static_cast<int>(Against::Another));
    m_other->setObjectName(u"versionsOther"_s);
    m_other->setAccessibleName(tr("Other version"));
    m_other->setModel(m_list);
    m_other->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_other->setMinimumContentsLength(16);
    m_other->hide();
    auto *choices = new QWidget(side);
    auto *flow = new FlowLayout(choices);
    flow->setContentsMargins({});
    flow->setSpacing(Theme::space(this));
    for (QWidget *widget : std::initializer_list<QWidget *>{label, m_against, m_other})
        flow->addWidget(widget);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins({});
    column->setSpacing(Theme::space(this));
    column->addWidget(choices);
    column->addWidget(m_diff, 1);
    return side;
}

QWidget *VersionsDialog::buildNaming()
{
    auto *row = new QWidget(this);
    auto *label = new PlainLabel(tr("Name of this version"), row);
    label->setBuddy(m_nameField);
    m_nameField->setParent(row);
    m_nameField->setObjectName(u"versionName"_s);
    m_nameField->setAccessibleName(label->text());
    m_nameField->setPlaceholderText(tr("Empty: no name"));
    m_nameField->setMaxLength(longestName);
    m_keep->setParent(row);
    m_keep->setObjectName(u"versionNameKeep"_s);
    m_keep->setAutoDefault(false);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins({});
    line->setSpacing(Theme::space(this));
    line->addWidget(label);
    line->addWidget(m_nameField, 1);
    line->addWidget(m_keep);
    connect(m_keep, &QPushButton::clicked, this, [this] { endNaming(true); });
    connect(m_nameField, &QLineEdit::returnPressed, this, [this] { endNaming(true); });
    row->hide();
    return row;
}

QWidget *VersionsDialog::buildButtons()
{
    auto *row = new QWidget(this);
    auto *flow = new FlowLayout(row);
    flow->setContentsMargins({});
    flow->setSpacing(Theme::space(this));
    auto *close = new QPushButton(tr("Close"), row);
    m_restore->setObjectName(u"versionRestore"_s);
    m_name->setObjectName(u"versionNaming"_s);
    m_copy->setObjectName(u"versionCopy"_s);
    close->setObjectName(u"versionsClose"_s);
    for (QPushButton *button : {m_restore, m_name, m_copy, close}) {
        button->setAutoDefault(false); // Enter belongs to the list and to the name
        flow->addWidget(button);
    }
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    const QList<QWidget *> order{m_again,   m_view, m_against, m_other, m_diff->focusProxy(), m_nameField, m_keep,
                                 m_restore, m_name, m_copy,    close};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
    return row;
}

void VersionsDialog::follow()
{
    connect(m_list, &VersionList::changed, this, &VersionsDialog::update);
    connect(m_list, &VersionList::closed, this, &QDialog::close);
    connect(m_again, &QPushButton::clicked, m_list, &VersionList::reload);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        endNaming(false);
        m_note->say({});
        update();
    });
    connect(m_against, &QComboBox::currentIndexChanged, this, [this] {
        m_other->setVisible(m_against->currentData().toInt() == static_cast<int>(Against::Another));
        compare();
    });
    connect(m_other, &QComboBox::currentIndexChanged, this, &VersionsDialog::compare);
    connect(m_restore, &QPushButton::clicked, this, &VersionsDialog::restore);
    connect(m_name, &QPushButton::clicked, this, &VersionsDialog::startNaming);
    connect(m_copy, &QPushButton::clicked, this, &VersionsDialog::copyAsJson);
}

void VersionsDialog::setWhyFixed(const QString &text)
{
    m_whyFixed = text;
    m_restore->setToolTip(text);
    m_restore->setAccessibleDescription(text);
    update();
}

void VersionsDialog::say(const QString &words)
{
    m_note->say(words);
}

void VersionsDialog::setCurrent(const QJsonObject &json)
{
    m_current = json;
    m_shown = {0, 0};
    compare();
}

void VersionsDialog::update()
{
    if (chosenRow() < 0 && m_list->rowCount() > 0) {
        m_view->setCurrentIndex(m_list->index(0)); // comes back here
        return;
    }
    showState();
    const VersionRow *row = m_list->row(chosenRow());
    m_restore->setEnabled(row && m_whyFixed.isEmpty());
    m_copy->setEnabled(row);
    m_name->setEnabled(row && row->isHere());
    m_name->setToolTip(row && !row->isHere() ? tr("Only versions kept on this computer can be named.") : QString());
    compare();
}

void VersionsDialog::showState()
{
    QStringList problems;
    if (const auto &error = m_list->localError())
        problems.append(tr("The versions kept on this computer could not be read. %1").arg(wordsOf(*error)));
    if (const auto &error = m_list->serverError())
        problems.append(
            error->kind == Error::Kind::Offline
                ? tr("The server cannot be reached. These are the versions kept on this computer.")
                : tr("The server\u2019s versions could not be read; these are those kept on this computer. %1").arg(wordsOf(*error)));
    m_problem->say(problems.join(u'\n'));
    m_again->setVisible(!problems.isEmpty());
    const int page = m_list->rowCount() > 0 ? 1 : 0;
    if (page != m_stack->currentIndex()) {
        m_stack->setCurrentIndex(page);
        m_view->setFocus();
    }
    if (m_list->isLoading() || !m_list->isLoaded())
        m_state->setContent(u"running"_s, tr("The versions are being read\u2026"), {});
    else if (m_list->localError())
        m_state->setContent(u"error"_s, tr("There is nothing to show"), {});
    else
        m_state->setContent(u"clock"_s, tr("No versions yet"),
                            tr("From now on a version is kept whenever it is saved here, or seen changed on the server."));
}

int VersionsDialog::chosenRow() const
{
    return m_view->currentIndex().isValid() ? m_view->currentIndex().row() : -1;
}

void VersionsDialog::compare()
{
    const VersionRow *row = m_list->row(chosenRow());
    if (!row)
        return;
    const auto against = static_cast<Against>(m_against->currentData().toInt());
    if (against == Against::Current && !m_current.isEmpty()) {
        comparePair({row->id(), 0});
        return;
    }
    const int other = against == Against::Current ? 0 : against == Against::OneBefore ? chosenRow() + 1 : m_other->currentIndex();
    const VersionRow *second = m_list->row(other);
    if (second && second != row) {
        comparePair(other > chosenRow() ? Pair{second->id(), row->id()} : Pair{row->id(), second->id()});
        return;
    }
    ++m_reading;
    m_shown = {0, 0};
    if (against == Against::Current)
        m_diff->say(tr("This is the newest version."));
    else
        m_diff->say(against == Against::OneBefore ? tr("No older version is known.") : tr("Choose another version to compare with."));
}

void VersionsDialog::comparePair(const Pair &pair)
{
    if (pair == m_shown)
        return;
    m_shown = pair;
    const quint64 reading = ++m_reading;
    const auto failed = [this](const Error &error) {
        m_shown = {0, 0};
        m_diff->say(wordsOf(error));
    };
    m_list->json(m_list->rowOf(pair.first), this, [this, pair, reading, failed](const Result<QJsonObject> &older) {
        if (reading != m_reading)
            return;
        if (!older) {
            failed(older.error());
        } else if (pair.second == 0) {
            m_diff->compare({nameOf(pair.first), *older}, {nameOf(0), m_current});
        } else {
            m_list->json(m_list->rowOf(pair.second), this,
                         [this, pair, reading, failed, before = *older](const Result<QJsonObject> &newer) {
                             if (reading != m_reading)
                                 return;
                             if (newer)
                                 m_diff->compare({nameOf(pair.first), before}, {nameOf(pair.second), *newer});
                             else
                                 failed(newer.error());
                         });
        }
    });
}

QString VersionsDialog::nameOf(qint64 id) const
{
    return id == 0 ? tr("Now") : displayLine(m_list->index(m_list->rowOf(id)).data(VersionList::TitleRole).toString(), 80);
}

void VersionsDialog::readChosen(std::function<void(const QJsonObject &json)> done)
{
    m_list->json(chosenRow(), this, [this, done = std::move(done)](const Result<QJsonObject> &json) {
        if (json)
            done(*json);
        else
            m_note->say(wordsOf(json.error()));
    });
}

void VersionsDialog::restore()
{
    const VersionRow *row = m_list->row(chosenRow());
    if (!row)
        return;
    const int number = row->isOnServer ? row->version.serverVersion : 0;
    readChosen([this, number](const QJsonObject &json) { Q_EMIT restoreRequested(json, number); });
}

void VersionsDialog::copyAsJson()
{
    readChosen([this](const QJsonObject &json) {
        const Result<WrittenDefinitions> written = writeDefinitions({{m_key.kind, json, {}}}, DefinitionFormat::Json);
        if (!written) {
            m_note->say(wordsOf(written.error()));
            return;
        }
        QGuiApplication::clipboard()->setText(QString::fromUtf8(written->bytes));
        const auto secrets = static_cast<int>(written->omitted.size());
        m_note->say(secrets == 0 ? tr("Copied.") : tr("Copied. %n secrets were left out.", nullptr, secrets));
    });
}

void VersionsDialog::startNaming()
{
    const VersionRow *row = m_list->row(chosenRow());
    if (!row || !row->isHere())
        return;
    m_nameField->setText(row->version.label);
    m_nameField->selectAll();
    m_naming->show();
    m_nameField->setFocus();
}

void VersionsDialog::endNaming(bool keep)
{
    if (!m_naming->isVisible())
        return;
    if (keep)
        m_list->setLabel(chosenRow(), m_nameField->text().simplified());
    m_naming->hide();
    m_view->setFocus();
}

void VersionsDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_naming->isVisible())
        endNaming(false);
    else
        QDialog::keyPressEvent(event);
}

} // namespace desk
