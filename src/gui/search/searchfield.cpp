#include "gui/search/searchfield.h"

#include "state/cache/messagesearch.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QDate>
#include <QKeyEvent>
#include <QStringListModel>

using namespace Qt::StringLiterals;

namespace desk {

SearchField::SearchField(MessageSearch &search, QWidget *parent)
    : QLineEdit(parent)
    , m_search(search)
    , m_offers(new QStringListModel(this))
    , m_completer(new QCompleter(m_offers, this))
{
    setObjectName(u"searchField"_s);
    setClearButtonEnabled(true);
    setPlaceholderText(tr("Words, \"a phrase\", -not, agent: tool: before: after: has: kind: in:title"));
    setAccessibleName(tr("Search in all messages"));
    m_completer->setWidget(this);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    connect(this, &QLineEdit::textEdited, this, &SearchField::offer);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &SearchField::take);
}

QString SearchField::word() const
{
    const QString before = text().left(cursorPosition());
    const qsizetype quote = before.lastIndexOf(":\""_L1); // a name of several words
    if (quote > 0 && before.count(u'"') % 2 == 1)
        return before.mid(before.lastIndexOf(u' ', quote) + 1);
    return before.mid(before.lastIndexOf(u' ') + 1);
}

void SearchField::offer()
{
    const QString begin = word();
    const auto is = [&begin](QLatin1StringView filter) { return begin.startsWith(filter, Qt::CaseInsensitive); };
    QStringList offers;
    if (is("agent:"_L1) || is("tool:"_L1)) {
        const QString kind = is("agent:"_L1) ? u"agent"_s : u"tool"_s;
        m_search.names(kind, this, [this, kind, begin](const QStringList &names) {
            QStringList found;
            for (const QString &name : names)
                found += name.contains(u' ') ? u"%1:\"%2\""_s.arg(kind, name) : kind + u':' + name;
            if (word() == begin)
                show(begin, found);
        });
        return;
    }
    if (is("has:"_L1)) {
        for (const QString &what : searchHasWords())
            offers += u"has:"_s + what;
    } else if (is("kind:"_L1)) {
        for (const QString &what : searchKinds())
            offers += u"kind:"_s + what;
    } else if (is("in:"_L1)) {
        offers += u"in:title"_s;
    } else if (is("before:"_L1) || is("after:"_L1)) {
        const QDate today = QDate::currentDate();
        const QString filter = begin.left(begin.indexOf(u':') + 1);
        for (const QDate &day : {today, today.addDays(-7), today.addMonths(-1), today.addMonths(-3), today.addYears(-1)})
            offers += filter + day.toString(Qt::ISODate);
    } else if (begin.size() >= 2) {
        offers = searchFilters();
    }
    show(begin, offers);
}

void SearchField::show(const QString &begin, const QStringList &offers)
{
    m_offers->setStringList(offers);
    m_completer->setCompletionPrefix(begin);
    const int count = m_completer->completionCount();
    if (count == 0 || (count == 1 && m_completer->currentCompletion().compare(begin, Qt::CaseInsensitive) == 0))
        m_completer->popup()->hide();
    else
        m_completer->complete();
}

void SearchField::take(const QString &offer)
{
    const auto size = static_cast<int>(word().size());
    const bool goesOn = offer.endsWith(u':');
    setSelection(cursorPosition() - size, size);
    insert(goesOn ? offer : offer + u' ');
    Q_EMIT textEdited(text());
}

void SearchField::addFilter(const QString &filter)
{
    const bool needsSpace = !text().isEmpty() && !text().endsWith(u' ');
    setText((needsSpace ? text() + u' ' : text()) + filter);
    setCursorPosition(static_cast<int>(text().size()));
    setFocus();
    Q_EMIT textEdited(text());
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown)
        Q_EMIT stepRequested(key);
    else
        QLineEdit::keyPressEvent(event);
}

} // namespace desk
