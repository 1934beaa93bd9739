#include "gui/text/highlight/codelanguage.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype longestAlias = 20;

QSet<QString> words(const char16_t *list)
{
    const QStringList all = QString::fromUtf16(list).split(u' ', Qt::SkipEmptyParts);
    return {all.cbegin(), all.cend()};
}

const CodeLanguage::Quote doubleQuote{u"\""_s, u"\""_s, true, false};
const CodeLanguage::Quote singleQuote{u"'"_s, u"'"_s, true, false};
const CodeLanguage::Quote backQuote{u"`"_s, u"`"_s, true, true};

CodeLanguage language(const QString &name, const QString &extension, const char16_t *aliases)
{
    CodeLanguage made;
    made.name = name;
    made.fileExtension = extension;
    made.aliases = words(aliases);
    return made;
}

CodeLanguage withBraces(const QString &name, const QString &extension, const char16_t *aliases)
{
    CodeLanguage made = language(name, extension, aliases);
    made.lineComments = {u"//"_s};
    made.blockOpen = u"/*"_s;
    made.blockClose = u"*/"_s;
    made.quotes = {doubleQuote, singleQuote};
    return made;
}

CodeLanguage cpp()
{
    CodeLanguage made = withBraces(u"C++"_s, u"cpp"_s, u"c c++ cpp cxx cc h hpp hh objc objective-c arduino");
    made.keywords = words(u"alignas alignof asm auto break case catch class co_await co_return co_yield concept const consteval constexpr "
                          u"constinit const_cast continue decltype default delete do dynamic_cast else enum explicit export extern false "
                          u"final for friend goto if inline mutable namespace new noexcept not nullptr operator or override private "
                          u"protected public register reinterpret_cast requires return sizeof static static_assert static_cast struct "
                          u"switch template this thread_local throw true try typedef typeid typename union using virtual volatile while "
                          u"NULL and");
    made.types =
        words(u"bool char char8_t char16_t char32_t double float int long short signed size_t ssize_t unsigned void wchar_t int8_t "
              u"int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t string vector map set pair optional FILE");
    made.lineMeta = u'#';
    made.rawStrings = true;
    return made;
}

CodeLanguage python()
{
    CodeLanguage made = language(u"Python"_s, u"py"_s, u"python py python3 py3 ipython pycon");
    made.lineComments = {u"#"_s};
    made.quotes = {{u"\"\"\""_s, u"\"\"\""_s, true, true}, {u"'''"_s, u"'''"_s, true, true}, doubleQuote, singleQuote};
    made.keywords = words(u"False None True and as assert async await break case class continue def del elif else except finally for from "
                          u"global if import in is lambda match nonlocal not or pass raise return try while with yield self cls");
    made.types = words(u"bool bytes dict float frozenset int list object set str tuple type len print range enumerate zip map filter open "
                       u"sum min max sorted isinstance super Exception ValueError KeyError TypeError");
    made.wordMeta = u'@';
    return made;
}

CodeLanguage javascript()
{
    CodeLanguage made = withBraces(u"JavaScript"_s, u"js"_s, u"javascript js jsx mjs cjs node typescript ts tsx mts");
    made.quotes << backQuote;
    made.keywords = words(u"abstract as async await break case catch class const continue debugger declare default delete do else enum "
                          u"export extends false finally for from function get if implements import in instanceof interface is keyof let "
                          u"namespace new null of private protected public readonly return satisfies set static super switch this throw "
                          u"true try type typeof undefined var void while with yield");
    made.types =
        words(u"any bigint boolean never number object string symbol unknown Array Date Error Map Math Object Promise Record RegExp "
              u"Set String Number Boolean JSON console document window NaN Infinity");
    made.wordMeta = u'@';
    made.variable = u'$';
    return made;
}

CodeLanguage json()
{
    CodeLanguage made = language(u"JSON"_s, u"json"_s, u"json json5 jsonc jsonl ndjson geojson");
    made.lineComments = {u"//"_s};
    made.blockOpen = u"/*"_s;
    made.blockClose = u"*/"_s;
    made.quotes = {doubleQuote};
    made.keywords = words(u"true false null");
    made.quotedKeys = true;
    return made;
}

CodeLanguage sql()
{
    CodeLanguage made = language(u"SQL"_s, u"sql"_s, u"sql mysql postgres postgresql pgsql plpgsql sqlite tsql plsql duckdb");
    made.lineComments = {u"--"_s};
    made.blockOpen = u"/*"_s;
    made.blockClose = u"*/"_s;
    made.quotes = {{u"'"_s, u"'"_s, false, true}, {u"\""_s, u"\""_s, false, false}, {u"`"_s, u"`"_s, false, false}};
    made.ignoresCase = true;
    made.keywords = words(u"add all alter and any as asc begin between by cascade case check column commit constraint create cross current "
                          u"database default delete desc distinct drop else end escape except exists explain false fetch filter first "
                          u"following for foreign from full function grant group having if ilike in index inner insert intersect into is "
                          u"join key lateral left like limit materialized natural not null nulls offset on or order outer over partition "
                          u"preceding primary procedure range recursive references replace returning revoke right rollback row rows "
                          u"select set some table temporary then to transaction trigger true truncate unbounded union unique update using "
                          u"values view when where window with");
    made.types = words(u"bigint blob boolean char date datetime decimal double float int integer interval json jsonb numeric real smallint "
                       u"serial text time timestamp timestamptz uuid varchar avg cast coalesce count max min nullif round sum");
    return made;
}

CodeLanguage bash()
{
    CodeLanguage made = language(u"Bash"_s, u"sh"_s, u"bash sh shell zsh ksh console shellscript terminal shell-session");
    made.lineComments = {u"#"_s};
    made.quotes = {{u"\""_s, u"\""_s, true, true}, {u"'"_s, u"'"_s, false, true}};
    made.keywords =
        words(u"case do done elif else esac fi for function if in select then time until while return exit break continue local "
              u"export readonly declare set unset source shift trap");
    made.types =
        words(u"alias awk cat cd chmod chown cp curl cut docker echo eval exec find git grep head kill ln ls make mkdir mv npm pip "
              u"printf pwd python read rm sed sleep sort ssh sudo tail tar test touch tr wc xargs");
    made.variable = u'$';
    made.wordDashes = true;
    return made;
}

CodeLanguage yaml()
{
    CodeLanguage made = language(u"YAML"_s, u"yaml"_s, u"yaml yml toml ini conf properties");
    made.lineComments = {u"#"_s};
    made.quotes = {doubleQuote, {u"'"_s, u"'"_s, false, false}};
    made.keywords = words(u"true false null yes no on off True False");
    made.plainKeys = true;
    made.wordDashes = true;
    return made;
}

CodeLanguage markup()
{
    CodeLanguage made = language(u"HTML"_s, u"html"_s, u"html xml xhtml svg htm xsl xslt vue rss atom plist qml-ui");
    made.grammar = CodeLanguage::Grammar::Markup;
    return made;
}

CodeLanguage css()
{
    CodeLanguage made = language(u"CSS"_s, u"css"_s, u"css scss sass less");
    made.lineComments = {u"//"_s};
    made.blockOpen = u"/*"_s;
    made.blockClose = u"*/"_s;
    made.quotes = {doubleQuote, singleQuote};
    made.keywords = words(u"important inherit initial none auto unset var calc");
    made.wordMeta = u'@';
    made.variable = u'$';
    made.plainKeys = true;
    made.hexColors = true;
    made.wordDashes = true;
    return made;
}

CodeLanguage java()
{
    CodeLanguage made = withBraces(u"Java"_s, u"java"_s, u"java kotlin kt scala groovy csharp cs c# dart swift");
    made.quotes.prepend({u"\"\"\""_s, u"\"\"\""_s, true, true});
    made.keywords = words(u"abstract as assert async await break case catch class const continue data default do else enum extends false "
                          u"final finally for foreach fun func get goto if implements import in instanceof interface internal is let "
                          u"namespace native new null object open override package private protected public record return sealed set "
                          u"static strictfp struct super switch synchronized this throw throws transient true try using val var virtual "
                          u"volatile when where while yield");
    made.types =
        words(u"boolean byte char double float int long short void String Integer Long Double Boolean Object List Map Set Optional "
              u"bool decimal string uint ulong Int Any Unit");
    made.wordMeta = u'@';
    return made;
}

CodeLanguage go()
{
    CodeLanguage made = withBraces(u"Go"_s, u"go"_s, u"go golang");
    made.quotes << CodeLanguage::Quote{u"`"_s, u"`"_s, false, true};
    made.keywords = words(u"break case chan const continue default defer else fallthrough false for func go goto if import interface iota "
                          u"map nil package range return select struct switch true type var");
    made.types = words(u"any bool byte complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint uint8 uint16 "
                       u"uint32 uint64 uintptr append cap close copy delete len make new panic print println recover");
    return made;
}

CodeLanguage rust()
{
    CodeLanguage made = withBraces(u"Rust"_s, u"rs"_s, u"rust rs");
    made.quotes = {{u"\""_s, u"\""_s, true, true}};
    made.keywords = words(u"as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod move "
                          u"mut pub ref return self Self static struct super trait true type union unsafe use where while");
    made.types =
        words(u"bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize Box HashMap None Ok Err Option Result Some "
              u"String Vec");
    made.charQuotes = true;
    made.bracketMeta = true;
    return made;
}

CodeLanguage diff()
{
    CodeLanguage made = language(u"Diff"_s, u"diff"_s, u"diff patch udiff");
    made.grammar = CodeLanguage::Grammar::Diff;
    return made;
}

} // namespace

const QList<CodeLanguage> &CodeLanguage::all()
{
    static const QList<CodeLanguage> table{cpp(),    python(), javascript(), json(), sql(),  bash(), yaml(),
                                           markup(), css(),    java(),       go(),   rust(), diff()};
    return table;
}

const CodeLanguage *CodeLanguage::find(QStringView alias)
{
    static const QHash<QString, const CodeLanguage *> byAlias = [] {
        QHash<QString, const CodeLanguage *> made;
        for (const CodeLanguage &language : all()) {
            for (const QString &name : language.aliases)
                made.insert(name, &language);
        }
        return made;
    }();
    return alias.size() > longestAlias ? nullptr : byAlias.value(alias.toString().toLower());
}

QString codeFileName(QStringView alias)
{
    static const QSet<QString> extensions = words(u"c h hpp cc ts tsx jsx mjs kt scala cs dart swift xml svg toml ini conf scss less");
    const CodeLanguage *language = CodeLanguage::find(alias);
    const QString own = alias.left(longestAlias).toString().toLower();
    if (language == nullptr)
        return u"code.txt"_s;
    return u"code."_s + (extensions.contains(own) ? own : language->fileExtension);
}

} // namespace desk
