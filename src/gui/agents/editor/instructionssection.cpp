#include "gui/agents/editor/instructionssection.h"

#include "gui/agents/editor/fieldblock.h"
#include "gui/agents/editor/textreplace.h"
#include "gui/text/exacttext.h"
#include "gui/theme.h"

#include <QFontMetrics>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QTextBoundaryFinder>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int visibleLines = 12;

int wordsIn(const QString &text)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    int words = 0;
    while (finder.toNextBoundary() != -1) {
        if (finder.boundaryReasons() & QTextBoundaryFinder::EndOfItem)
            ++words;
    }
    return words;
}

} // namespace

InstructionsSection::InstructionsSection(QWidget *parent)
    : AgentSection(parent)
    , m_text(new QPlainTextEdit(this))
    , m_block(new FieldBlock(tr("&Instructions"), u"agentInstructionsEdit"_s, m_text, this))
{
    m_text->setTabChangesFocus(true);
    m_text->setPlaceholderText(tr("What it is for, how it should answer, and what it must not do."));
    m_text->document()->setDocumentMargin(Theme::space(this));
    m_text->setMinimumHeight(QFontMetrics(m_text->font()).lineSpacing() * visibleLines);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_block);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        count();
        if (!m_isShowing)
            Q_EMIT edited(m_text->objectName());
    });
    count();
}

void InstructionsSection::show(const Agent &agent, bool)
{
    const QScopedValueRollback showing(m_isShowing, true);
    replaceText(m_text, QString(agent.instructions).replace(u"\r\n"_s, u"\n"_s)); // as a field holds lines
}

void InstructionsSection::apply(Agent &agent) const
{
    agent.instructions = exactText(m_text);
}

void InstructionsSection::setRemarks(const QList<AgentRemark> &remarks)
{
    m_block->setRemarks(remarks, AgentField::Instructions);
}

bool InstructionsSection::focusField(AgentField field)
{
    if (field != AgentField::Instructions)
        return false;
    m_text->setFocus(Qt::OtherFocusReason);
    return true;
}

void InstructionsSection::count()
{
    const QString text = exactText(m_text);
    const qsizetype characters = text.toUcs4().size(); // as the server counts
    m_block->setHint(tr("%1, %2 of 10,000", "words, characters")
                         .arg(tr("%Ln word(s)", nullptr, wordsIn(text)), tr("%Ln character(s)", nullptr, static_cast<int>(characters))));
}

} // namespace desk
