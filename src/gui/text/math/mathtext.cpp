#include "gui/text/math/mathtext.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int maxDepth = 24; // of groups: deeper ones keep their LaTeX

const QHash<QStringView, QStringView> &symbols()
{
    static const QHash<QStringView, QStringView> table{{u"alpha", u"α"},
                                                       {u"beta", u"β"},
                                                       {u"gamma", u"γ"},
                                                       {u"delta", u"δ"},
                                                       {u"epsilon", u"ε"},
                                                       {u"varepsilon", u"ε"},
                                                       {u"zeta", u"ζ"},
                                                       {u"eta", u"η"},
                                                       {u"theta", u"θ"},
                                                       {u"vartheta", u"ϑ"},
                                                       {u"iota", u"ι"},
                                                       {u"kappa", u"κ"},
                                                       {u"lambda", u"λ"},
                                                       {u"mu", u"μ"},
                                                       {u"nu", u"ν"},
                                                       {u"xi", u"ξ"},
                                                       {u"pi", u"π"},
                                                       {u"rho", u"ρ"},
                                                       {u"sigma", u"σ"},
                                                       {u"varsigma", u"ς"},
                                                       {u"tau", u"τ"},
                                                       {u"upsilon", u"υ"},
                                                       {u"phi", u"φ"},
                                                       {u"varphi", u"φ"},
                                                       {u"chi", u"χ"},
                                                       {u"psi", u"ψ"},
                                                       {u"omega", u"ω"},
                                                       {u"Gamma", u"Γ"},
                                                       {u"Delta", u"Δ"},
                                                       {u"Theta", u"Θ"},
                                                       {u"Lambda", u"Λ"},
                                                       {u"Xi", u"Ξ"},
                                                       {u"Pi", u"Π"},
                                                       {u"Sigma", u"Σ"},
                                                       {u"Upsilon", u"Υ"},
                                                       {u"Phi", u"Φ"},
                                                       {u"Psi", u"Ψ"},
                                                       {u"Omega", u"Ω"},
                                                       {u"sum", u"∑"},
                                                       {u"prod", u"∏"},
                                                       {u"int", u"∫"},
                                                       {u"iint", u"∬"},
                                                       {u"oint", u"∮"},
                                                       {u"infty", u"∞"},
                                                       {u"partial", u"∂"},
                                                       {u"nabla", u"∇"},
                                                       {u"pm", u"±"},
                                                       {u"mp", u"∓"},
                                                       {u"times", u"×"},
                                                       {u"cdot", u"·"},
                                                       {u"div", u"÷"},
                                                       {u"ast", u"∗"},
                                                       {u"star", u"⋆"},
                                                       {u"circ", u"∘"},
                                                       {u"bullet", u"•"},
                                                       {u"oplus", u"⊕"},
                                                       {u"otimes", u"⊗"},
                                                       {u"leq", u"≤"},
                                                       {u"le", u"≤"},
                                                       {u"geq", u"≥"},
                                                       {u"ge", u"≥"},
                                                       {u"neq", u"≠"},
                                                       {u"ne", u"≠"},
                                                       {u"ll", u"≪"},
                                                       {u"gg", u"≫"},
                                                       {u"approx", u"≈"},
                                                       {u"sim", u"∼"},
                                                       {u"simeq", u"≃"},
                                                       {u"cong", u"≅"},
                                                       {u"equiv", u"≡"},
                                                       {u"propto", u"∝"},
                                                       {u"in", u"∈"},
                                                       {u"notin", u"∉"},
                                                       {u"ni", u"∋"},
                                                       {u"subset", u"⊂"},
                                                       {u"subseteq", u"⊆"},
                                                       {u"supset", u"⊃"},
                                                       {u"supseteq", u"⊇"},
                                                       {u"cup", u"∪"},
                                                       {u"cap", u"∩"},
                                                       {u"setminus", u"∖"},
                                                       {u"emptyset", u"∅"},
                                                       {u"varnothing", u"∅"},
                                                       {u"forall", u"∀"},
                                                       {u"exists", u"∃"},
                                                       {u"neg", u"¬"},
                                                       {u"land", u"∧"},
                                                       {u"lor", u"∨"},
                                                       {u"wedge", u"∧"},
                                                       {u"vee", u"∨"},
                                                       {u"to", u"→"},
                                                       {u"rightarrow", u"→"},
                                                       {u"leftarrow", u"←"},
                                                       {u"leftrightarrow", u"↔"},
                                                       {u"Rightarrow", u"⇒"},
                                                       {u"Leftarrow", u"⇐"},
                                                       {u"Leftrightarrow", u"⇔"},
                                                       {u"implies", u"⇒"},
                                                       {u"iff", u"⇔"},
                                                       {u"mapsto", u"↦"},
                                                       {u"uparrow", u"↑"},
                                                       {u"downarrow", u"↓"},
                                                       {u"mid", u"∣"},
                                                       {u"parallel", u"∥"},
                                                       {u"perp", u"⊥"},
                                                       {u"angle", u"∠"},
                                                       {u"langle", u"⟨"},
                                                       {u"rangle", u"⟩"},
                                                       {u"lfloor", u"⌊"},
                                                       {u"rfloor", u"⌋"},
                                                       {u"lceil", u"⌈"},
                                                       {u"rceil", u"⌉"},
                                                       {u"ldots", u"…"},
                                                       {u"dots", u"…"},
                                                       {u"cdots", u"⋯"},
                                                       {u"vdots", u"⋮"},
                                                       {u"ddots", u"⋱"},
                                                       {u"hbar", u"ℏ"},
                                                       {u"ell", u"ℓ"},
                                                       {u"Re", u"ℜ"},
                                                       {u"Im", u"ℑ"},
                                                       {u"aleph", u"ℵ"},
                                                       {u"degree", u"°"},
                                                       {u"prime", u"′"},
                                                       {u"sin", u"sin"},
                                                       {u"cos", u"cos"},
                                                       {u"tan", u"tan"},
                                                       {u"log", u"log"},
                                                       {u"ln", u"ln"},
                                                       {u"exp", u"exp"},
                                                       {u"lim", u"lim"},
                                                       {u"max", u"max"},
                                                       {u"min", u"min"},
                                                       {u"arg", u"arg"},
                                                       {u"det", u"det"},
                                                       {u"sup", u"sup"},
                                                       {u"inf", u"inf"},
                                                       {u"gcd", u"gcd"},
                                                       {u"arcsin", u"arcsin"},
                                                       {u"arccos", u"arccos"},
                                                       {u"arctan", u"arctan"},
                                                       {u"sinh", u"sinh"},
                                                       {u"cosh", u"cosh"},
                                                       {u"tanh", u"tanh"},
                                                       {u"Pr", u"Pr"},
                                                       {u"bmod", u" mod "},
                                                       {u"colon", u":"},
                                                       {u"lvert", u"|"},
                                                       {u"rvert", u"|"},
                                                       {u"vert", u"|"},
                                                       {u"Vert", u"‖"},
                                                       {u"quad", u"  "},
                                                       {u"qquad", u"   "},
                                                       {u"left", u""},
                                                       {u"right", u""},
                                                       {u"big", u""},
                                                       {u"Big", u""},
                                                       {u"bigl", u""},
                                                       {u"bigr", u""},
                                                       {u"displaystyle", u""},
                                                       {u"textstyle", u""},
                                                       {u"limits", u""},
                                                       {u"nolimits", u""}};
    return table;
}

const QHash<QStringView, QChar> &accents()
{
    static const QHash<QStringView, QChar> table{{u"bar", QChar(0x304)},   {u"overline", QChar(0x305)}, {u"hat", QChar(0x302)},
                                                 {u"tilde", QChar(0x303)}, {u"dot", QChar(0x307)},      {u"ddot", QChar(0x308)},
                                                 {u"vec", QChar(0x20D7)}};
    return table;
}

const QHash<QChar, QChar> &raised()
{
    static const QHash<QChar, QChar> table = [] {
        QHash<QChar, QChar> made;
        const QString from = u"0123456789+-=()abcdefghijklmnoprstuvwxyzTβγδ−*′"_s;
        const QString to = u"⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀᵝᵞᵟ⁻*′"_s;
        for (qsizetype i = 0; i < from.size(); ++i)
            made.insert(from.at(i), to.at(i));
        return made;
    }();
    return table;
}

const QHash<QChar, QChar> &lowered()
{
    static const QHash<QChar, QChar> table = [] {
        QHash<QChar, QChar> made;
        const QString from = u"0123456789+-=()aehijklmnoprstuvxβγρφχ−"_s;
        const QString to = u"₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ₋"_s;
        for (qsizetype i = 0; i < from.size(); ++i)
            made.insert(from.at(i), to.at(i));
        return made;
    }();
    return table;
}

bool isSimple(QStringView text)
{
    return text.size() <= 1 || std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.isLetterOrNumber() || c == u'.'; });
}

QString grouped(const QString &text)
{
    return isSimple(text) ? text : u'(' + text + u')';
}

class Converter
{
public:
    explicit Converter(QStringView latex)
        : m_latex(latex)
    {
    }

    QString all()
    {
        QString out;
        while (m_at < m_latex.size())
            out += one();
        return out;
    }

private:
    QString one();
    QString argument(); // the group or character that follows
    QString command();
    QString script(bool up);
    QStringView group(); // with the cursor on "{": its inside; null when it does not end

    QStringView m_latex;
    qsizetype m_at = 0;
    int m_depth = 0;
};

QStringView Converter::group()
{
    int depth = 0;
    for (qsizetype i = m_at; i < m_latex.size(); ++i) {
        if (m_latex.at(i) == u'\\')
            ++i;
        else if (m_latex.at(i) == u'{')
            ++depth;
        else if (m_latex.at(i) == u'}' && --depth == 0) {
            const QStringView inside = m_latex.sliced(m_at + 1, i - m_at - 1);
            m_at = i + 1;
            return inside;
        }
    }
    return {};
}

QString Converter::argument()
{
    while (m_at < m_latex.size() && m_latex.at(m_at).isSpace())
        ++m_at;
    if (m_at >= m_latex.size())
        return {};
    if (m_depth >= maxDepth)
        return m_latex.at(m_at++);
    if (m_latex.at(m_at) != u'{') {
        ++m_depth;
        const QString single = one();
        --m_depth;
        return single;
    }
    const qsizetype start = m_at;
    const QStringView inside = group();
    if (inside.isNull()) {
        m_at = start + 1;
        return u"{"_s;
    }
    Converter inner(inside);
    inner.m_depth = m_depth + 1;
    return inner.all();
}

QString Converter::script(bool up)
{
    const QString text = argument();
    const auto &table = up ? raised() : lowered();
    const bool possible = !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), [&](QChar c) { return table.contains(c); });
    if (!possible)
        return (up ? u'^' : u'_') + grouped(text);
    QString out;
    for (const QChar c : text)
        out += table.value(c);
    return out;
}

QString Converter::command()
{
    qsizetype end = m_at + 1;
    while (end < m_latex.size() && m_latex.at(end).isLetter() && m_latex.at(end).unicode() < 128)
        ++end;
    const QStringView name = m_latex.sliced(m_at + 1, end - m_at - 1);
    if (name.isEmpty()) { // "\{", "\,", "\\"
        const QChar c = end < m_latex.size() ? m_latex.at(end) : QChar();
        m_at = qMin(end + 1, m_latex.size());
        if (c == u'\\')
            return u"\n"_s;
        return c.isNull() ? u"\\"_s : u",;:! "_s.contains(c) ? (c == u'!' ? QString() : u" "_s) : QString(c);
    }
    m_at = end;
    if (name == u"frac"_s || name == u"dfrac"_s || name == u"tfrac"_s) {
        const QString above = grouped(argument());
        return above + u'/' + grouped(argument());
    }
    if (name == u"sqrt"_s)
        return u'\u221A' + (m_at < m_latex.size() && m_latex.at(m_at) == u'[' ? QString() : grouped(argument()));
    if (name == u"text"_s || name.startsWith(u"math"_s) || name == u"operatorname"_s || name == u"textbf"_s || name == u"textit"_s)
        return argument();
    if (const QChar accent = accents().value(name); !accent.isNull()) {
        const QString under = argument();
        return under.isEmpty() ? u'\\' + name.toString() : under + accent;
    }
    const auto found = symbols().constFind(name);
    if (found != symbols().cend())
        return (name == u"sum"_s || name == u"prod"_s || name.endsWith(u"int") ? u" "_s : QString()) + found->toString();
    const bool hasGroup = m_at < m_latex.size() && m_latex.at(m_at) == u'{';
    return u'\\' + name.toString() + (hasGroup ? u'{' + argument() + u'}' : QString());
}

QString Converter::one()
{
    const QChar c = m_latex.at(m_at);
    if (c == u'\\')
        return command();
    if (c == u'{')
        return argument();
    ++m_at;
    if (c == u'^')
        return script(true);
    if (c == u'_')
        return script(false);
    if (c == u'-')
        return u"\u2212"_s;
    return c == u'&' || c == u'\n' ? u" "_s : QString(c);
}

} // namespace

QString mathText(QStringView latex)
{
    const QString source = latex.trimmed().toString();
    // A grid cannot be told in a line, and half of one would be wrong.
    if (source.contains("\\begin"_L1) || source.contains("\\end"_L1))
        return source;
    QString out = Converter(source).all();
    QStringList lines = out.split(u'\n');
    for (QString &line : lines)
        line = line.simplified();
    return lines.join(u'\n');
}

} // namespace desk
